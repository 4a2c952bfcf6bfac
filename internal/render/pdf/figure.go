package pdf

import (
	"strings"

	"rapporteur/internal/document"
	"rapporteur/internal/fault"
)

// composeFigure draws a chart under its caption, as wide as the text unless it were too tall then.
func (c *composition) composeFigure(f document.Figure) error {
	if f.Alt == "" {
		return fault.New(fault.Invalid, "A chart of the report has no description in words.",
			"Each chart needs a sentence with its numbers for readers who cannot see it.")
	}
	drawing, err := parseSVG(f.SVG)
	if err != nil {
		return fault.New(fault.Invalid, "A chart of the report cannot be drawn.", "Tell the developers.").Because(err)
	}
	if f.Width <= 0 || f.Height <= 0 {
		return fault.New(fault.Invalid, "A chart of the report has no size.", "Tell the developers.")
	}
	scale := min(contentWidth/f.Width, maxFigure/f.Height)
	width, height := f.Width*scale, f.Height*scale
	left := marginLeft + (contentWidth-width)/2

	if f.Caption != "" {
		c.composeCaption(c.root.child("P"), f.Caption)
	}
	e := c.root.child("Figure")
	e.alt = f.Alt
	c.add(chunk{
		before: captionGap(f.Caption),
		height: height + 4,
		calls:  c.calls(strings.Join(drawing.texts(), " ")),
		draw: func(cv *canvas, top float64) {
			cv.mark(e, func() { drawing.draw(cv, left, top, scale) })
		},
	})
	return nil
}

// captionGap is the space above a figure or table that follows its caption, or stands without one.
func captionGap(caption string) float64 {
	if caption == "" {
		return paragraphGap + 3
	}
	return 4
}

// composeCaption prints the line above a figure or table and keeps it there.
func (c *composition) composeCaption(e *element, text string) {
	lines := wrapUpTo(8, text, captionText, contentWidth)
	c.add(chunk{
		before: paragraphGap + 5,
		height: float64(len(lines)) * captionText.leading,
		keep:   true,
		calls:  c.calls(text),
		draw: func(cv *canvas, top float64) {
			cv.lines(e, marginLeft, top, captionText, lines)
		},
	})
}
