package pdf

import (
	"regexp"
	"strings"

	"rapporteur/internal/document"
	"rapporteur/internal/fault"
)

// noteSet is the set of footnotes of a page or chunk, one bit each.
type noteSet uint64

// maxNotes is the capacity of a noteSet.
const maxNotes = 64

// footnote is a document.Footnote broken into lines.
type footnote struct {
	trigger *regexp.Regexp
	lines   []line
}

// noteGap is the space above the first footnote; its rule stands in the middle of it.
const noteGap = 14.0

// composeNotes lays out the footnotes.
func (c *composition) composeNotes() error {
	if len(c.doc.Footnotes) > maxNotes {
		return fault.New(fault.Invalid, "The report has too many footnotes.", "Use 64 footnotes at most.")
	}
	for _, n := range c.doc.Footnotes {
		if n.Trigger == "" {
			return fault.New(fault.Invalid, "A footnote of the report has no word that calls it.",
				"Give each footnote the word it explains.")
		}
		trigger, err := regexp.Compile(n.Trigger)
		if err != nil {
			return fault.New(fault.Invalid, "A footnote of the report is called by no readable pattern.", "Tell the developers.").Because(err)
		}
		c.notes = append(c.notes, footnote{trigger, wrapUpTo(12, noteLabel(n), noteText, contentWidth)})
	}
	return nil
}

// noteLabel is the printed footnote: its mark, unless the prescribed text brings it along, and the text.
func noteLabel(n document.Footnote) string {
	if n.Mark == "" || strings.HasPrefix(n.Text, n.Mark) {
		return n.Text
	}
	return n.Mark + " " + n.Text
}

// calls gives the footnotes that a text calls. Blanks and line feeds count alike.
func (c *composition) calls(texts ...string) noteSet {
	var set noteSet
	for i, n := range c.notes {
		for _, t := range texts {
			if n.trigger.MatchString(t) || (strings.ContainsAny(t, "\n\u00a0") && n.trigger.MatchString(cleanBlanks(t))) {
				set |= 1 << i
				break
			}
		}
	}
	return set
}

// lineCalls gives the footnotes each line of a text calls. A trigger that is broken over two lines is called by both.
func (c *composition) lineCalls(text string, lines []line) []noteSet {
	sets := make([]noteSet, len(lines))
	whole := c.calls(text)
	for i, n := range c.notes {
		if whole&(1<<i) == 0 {
			continue
		}
		found := false
		for _, at := range n.trigger.FindAllStringIndex(text, -1) {
			for l := range lines {
				if lines[l].start < at[1] && at[0] < lines[l].end {
					sets[l] |= 1 << i
					found = true
				}
			}
		}
		if !found { // the trigger stands there with other blanks: the note then goes with every line
			for l := range sets {
				sets[l] |= 1 << i
			}
		}
	}
	return sets
}

// cleanBlanks makes all blanks single spaces.
func cleanBlanks(text string) string {
	return strings.Join(strings.Fields(text), " ")
}

// notesHeight is the room the footnotes take at the foot of a page.
func (c *composition) notesHeight(set noteSet) float64 {
	if set == 0 {
		return 0
	}
	height := noteGap
	for i, n := range c.notes {
		if set&(1<<i) != 0 {
			height += float64(len(n.lines)) * noteText.leading
		}
	}
	return height
}

// drawNotes prints the footnotes of a page above its footer. In the structure a note follows the block that calls it.
func (c *composition) drawNotes(cv *canvas, set noteSet) {
	if set == 0 {
		return
	}
	top := bodyBottom - c.notesHeight(set)
	cv.rule(marginLeft, top+noteGap/2, marginLeft+90, 0.5, muted)
	top += noteGap
	for i, n := range c.notes {
		if set&(1<<i) == 0 {
			continue
		}
		cv.lines(cv.noteElement(), marginLeft, top, noteText, n.lines)
		top += float64(len(n.lines)) * noteText.leading
	}
}
