package pdf

import (
	"strings"

	"rapporteur/internal/document"
)

// Measures of the cover.
const (
	coverTop       = 168.0 // of the title block; a full cover starts at coverTight
	coverTight     = 104.0
	coverBand      = 10.0
	coverFactLabel = 104.0
	coverLabelTop  = 58.0 // of the labels under the band
)

var (
	kickerText     = textStyle{bold, 10.5, 15, secondary}
	coverTitles    = [...]textStyle{{bold, 28, 34, accent}, {bold, 23, 29, accent}, {bold, 19, 25, accent}, {bold, 16, 21, accent}}
	coverSubtitle  = textStyle{regular, 15, 21, muted}
	coverLabel     = textStyle{regular, 9, 14.5, muted}
	coverValue     = textStyle{bold, 10, 14.5, ink}
	disclaimerText = textStyle{italic, 8, 11.5, muted}
	statusText     = textStyle{bold, 9, 12, white}
	markingText    = textStyle{bold, 9, 12, muted}
)

// coverPage is what composeCover settles of the first page: where its text starts, and what stands at fixed places.
type coverPage struct {
	top                         float64
	marking, status, disclaimer *element
	lines                       []line // of the disclaimer
}

// composeCover puts kicker, title, subtitle, facts and texts on the first page. Marking, status and disclaimer have fixed
// places, top and foot, where drawCoverFrame prints them; only a disclaimer of more than half a page follows the texts
// instead. A long title is set smaller, and the block starts higher, so that the cover is one page.
func (c *composition) composeCover() {
	cover := c.doc.Cover
	if cover.Title == "" {
		cover.Title = c.doc.Title
	}
	c.cover.top = coverTop
	if c.doc.FooterLeft != "" {
		c.cover.marking = c.root.child("P")
	}
	if cover.Status != "" {
		c.cover.status = c.root.child("P")
	}
	c.coverLine(cover.Kicker, kickerText, 0)
	at, title := len(c.chunks), c.root.child("P")
	c.add(c.coverTitle(title, cover.Title, coverTitles[0]))
	c.coverLine(cover.Subtitle, coverSubtitle, 8)
	c.add(chunk{before: 20, height: 27, draw: func(cv *canvas, top float64) {
		cv.box(marginLeft, top, 64, 3, accent)
	}})
	if len(cover.Lines) > 0 {
		list := c.root.child("L")
		for _, f := range cover.Lines {
			c.add(c.coverFact(list.child("LI"), f))
		}
	}
	before := 26.0
	for _, text := range cover.Text {
		c.add(c.textChunks(c.root.child("P"), text, bodyText, marginLeft, balanced(text, bodyText, contentWidth), before)...)
		before = paragraphGap
	}
	if cover.Disclaimer != "" {
		c.composeDisclaimer(cover.Disclaimer, before)
	}
	for _, style := range coverTitles {
		c.chunks[at] = c.coverTitle(title, cover.Title, style)
		if c.coverFits() {
			return
		}
	}
}

// coverFits tells whether the cover's chunks have room on the page, starting higher where that helps.
func (c *composition) coverFits() bool {
	height, calls := 0.0, c.coverCalls()
	for _, ch := range c.chunks {
		height += ch.before + ch.height
		calls |= ch.calls
	}
	c.cover.top = min(coverTop, max(coverTight, c.coverBottom()-c.notesHeight(calls)-height))
	return c.cover.top+height <= c.coverBottom()-c.notesHeight(calls)
}

// composeDisclaimer gives the disclaimer its place.
func (c *composition) composeDisclaimer(text string, before float64) {
	e := c.root.child("P")
	lines := wrap(text, disclaimerText.face, disclaimerText.size, balanced(text, disclaimerText, contentWidth))
	if float64(len(lines))*disclaimerText.leading > bodyHeight/2 {
		c.add(c.textChunks(e, text, disclaimerText, marginLeft, contentWidth, before)...)
		return
	}
	c.cover.disclaimer, c.cover.lines = e, lines
}

// coverLine adds a line of the title block. It is announced as a paragraph: the headings of the report start on the next
// pages.
func (c *composition) coverLine(text string, style textStyle, before float64) {
	if text == "" {
		return
	}
	e := c.root.child("P")
	lines := wrapUpTo(8, text, style, contentWidth)
	c.add(chunk{before: before, height: float64(len(lines)) * style.leading, keep: true, calls: c.calls(text),
		draw: func(cv *canvas, top float64) { cv.lines(e, marginLeft, top, style, lines) }})
}

// coverTitle is the title in one of its sizes, in lines of about equal length.
func (c *composition) coverTitle(e *element, text string, style textStyle) chunk {
	lines := wrapUpTo(12, text, style, balanced(text, style, contentWidth))
	return chunk{before: 12, height: float64(len(lines)) * style.leading, keep: true, calls: c.calls(text),
		draw: func(cv *canvas, top float64) { cv.lines(e, marginLeft, top, style, lines) }}
}

// coverFact is one line of the list under the title: label left, value right of it.
func (c *composition) coverFact(item *element, f document.Fact) chunk {
	label, value := item.child("Lbl"), item.child("LBody")
	labels := wrapUpTo(12, f.Label, coverLabel, coverFactLabel-10)
	values := wrapUpTo(12, f.Value, coverValue, contentWidth-coverFactLabel)
	height := float64(max(len(labels), len(values)))*coverValue.leading + 7
	return chunk{height: height, calls: c.calls(f.Label, f.Value), draw: func(cv *canvas, top float64) {
		cv.lines(label, marginLeft, top+3, coverLabel, labels)
		cv.lines(value, marginLeft+coverFactLabel, top+3, coverValue, values)
		cv.rule(marginLeft, top+height, pageWidth-marginRight, 0.4, rule)
	}}
}

// coverCalls gives the footnotes that the fixed texts of the cover call.
func (c *composition) coverCalls() noteSet {
	set := c.calls(c.doc.Cover.Status, c.doc.FooterLeft)
	if c.cover.disclaimer != nil {
		set |= c.calls(c.doc.Cover.Disclaimer)
	}
	return set
}

// coverBottom is where the cover's own text and footnotes end: above the disclaimer.
func (c *composition) coverBottom() float64 {
	if c.cover.disclaimer == nil {
		return bodyBottom
	}
	return bodyBottom - float64(len(c.cover.lines))*disclaimerText.leading - 2*disclaimerGap
}

// disclaimerGap is the blank above and below the rule over the disclaimer.
const disclaimerGap = 10.0

// drawCoverFrame draws the band at the top edge, marking and status under it, and the disclaimer at the foot.
func (c *composition) drawCoverFrame(cv *canvas, calls noteSet) {
	cv.box(0, 0, pageWidth, coverBand, accent)
	if c.cover.marking != nil {
		text := fit(c.doc.FooterLeft, markingText, contentWidth*0.7)
		cv.mark(c.cover.marking, func() { cv.text(marginLeft, coverLabelTop+4+markingText.baseline(), markingText, text) })
	}
	if c.cover.status != nil {
		background := amber
		if strings.EqualFold(c.doc.Cover.Status, "final") {
			background = green
		}
		text := fit(strings.ToUpper(c.doc.Cover.Status), statusText, contentWidth*0.3-20)
		width := statusText.face.width(text, statusText.size) + 20
		left := pageWidth - marginRight - width
		cv.box(left, coverLabelTop, width, 20, background)
		cv.mark(c.cover.status, func() { cv.text(left+10, coverLabelTop+4+statusText.baseline(), statusText, text) })
	}
	if c.cover.disclaimer != nil {
		top := c.coverBottom() - c.notesHeight(calls) + disclaimerGap
		cv.rule(marginLeft, top, pageWidth-marginRight, 0.5, rule)
		cv.lines(c.cover.disclaimer, marginLeft, top+disclaimerGap, disclaimerText, c.cover.lines)
	}
}
