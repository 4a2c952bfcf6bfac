package pdf

import (
	"fmt"
	"io"
	"strings"

	gofpdf "github.com/jung-kurt/gofpdf"
)

// family is the name of the fonts inside gofpdf.
const family = "sans"

// canvas draws on gofpdf's pages. Everything on a page is either marked content of an element or an artifact; marks open
// and close inside one call, so that they are balanced on each page.
type canvas struct {
	pdf    *gofpdf.Fpdf
	root   *element
	loaded [len(faces)]bool
	page   int
	marks  [][]*element // per page, the element of each mark
	last   *element     // top element of the latest mark
	quiet  int          // depth of artifact, inside which nothing is marked
}

// paint draws the pages and writes gofpdf's file. The dates in it are replaced by seal.
func paint(w io.Writer, c *composition, pages []*page) error {
	cv := &canvas{pdf: gofpdf.New("P", "pt", "A4", ""), root: c.root}
	cv.pdf.SetCatalogSort(true)
	cv.pdf.SetAutoPageBreak(false, 0)
	cv.pdf.SetMargins(0, 0, 0)
	for i, pg := range pages {
		cv.turn()
		if i == 0 {
			c.drawCoverFrame(cv, pg.calls)
		} else {
			c.drawFrame(cv, i+1, len(pages))
		}
		for _, p := range pg.placed {
			if p.again {
				cv.artifact(func() { p.chunk.draw(cv, p.top) })
			} else {
				p.chunk.draw(cv, p.top)
			}
		}
		c.drawNotes(cv, pg.calls)
	}
	if err := cv.pdf.Output(w); err != nil {
		return undrawable(err)
	}
	return nil
}

// turn starts a page.
func (cv *canvas) turn() {
	cv.pdf.AddPage()
	cv.page++
	cv.marks = append(cv.marks, nil)
}

// mark draws content that belongs to an element; nil makes it an artifact.
func (cv *canvas) mark(e *element, draw func()) {
	if e == nil {
		cv.artifact(draw)
		return
	}
	if cv.quiet > 0 {
		draw()
		return
	}
	id := len(cv.marks[cv.page-1])
	cv.marks[cv.page-1] = append(cv.marks[cv.page-1], e)
	e.marks = append(e.marks, mark{cv.page, id})
	cv.last = e.top()
	cv.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", e.kind, id))
	draw()
	cv.pdf.RawWriteStr("EMC")
}

// artifact draws what is no content: rules, tints, page headers and footers.
func (cv *canvas) artifact(draw func()) {
	if cv.quiet > 0 {
		draw()
		return
	}
	cv.quiet++
	cv.pdf.RawWriteStr("/Artifact BMC")
	draw()
	cv.pdf.RawWriteStr("EMC")
	cv.quiet--
}

// noteElement is the element of a footnote on this page: behind the block marked last.
func (cv *canvas) noteElement() *element {
	if cv.last == nil {
		return cv.root.child("Note")
	}
	n := cv.root.childAfter(cv.last, "Note")
	cv.last = n
	return n
}

// text prints one line at its baseline.
func (cv *canvas) text(x, baseline float64, s textStyle, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	cv.setFont(s.face, s.size)
	cv.fill(s.colour)
	cv.pdf.SetTextColor(int(s.colour.r), int(s.colour.g), int(s.colour.b))
	cv.pdf.Text(x, baseline, text)
}

// lines prints lines of an element, the first one at top.
func (cv *canvas) lines(e *element, x, top float64, s textStyle, lines []line) {
	cv.mark(e, func() {
		for i, l := range lines {
			cv.text(x, top+float64(i)*s.leading+s.baseline(), s, l.text)
		}
	})
}

// setFont loads the font at its first use.
func (cv *canvas) setFont(f face, size float64) {
	if !cv.loaded[f] {
		cv.pdf.AddUTF8FontFromBytes(family, faces[f].style, faces[f].ttf)
		cv.loaded[f] = true
	}
	cv.pdf.SetFont(family, faces[f].style, size)
}

func (cv *canvas) fill(c colour) { cv.pdf.SetFillColor(int(c.r), int(c.g), int(c.b)) }

func (cv *canvas) stroke(c colour) { cv.pdf.SetDrawColor(int(c.r), int(c.g), int(c.b)) }

// rule draws a horizontal line.
func (cv *canvas) rule(x1, y, x2, width float64, c colour) {
	cv.artifact(func() {
		cv.stroke(c)
		cv.pdf.SetLineWidth(width)
		cv.pdf.Line(x1, y, x2, y)
	})
}

// box fills a rectangle.
func (cv *canvas) box(x, y, w, h float64, c colour) {
	cv.artifact(func() {
		cv.fill(c)
		cv.pdf.Rect(x, y, w, h, "F")
	})
}
