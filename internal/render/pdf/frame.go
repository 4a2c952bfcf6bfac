package pdf

import "fmt"

// drawFrame prints the header and footer of a page: artifacts, since they repeat.
func (c *composition) drawFrame(cv *canvas, number, count int) {
	cv.artifact(func() {
		d := c.doc
		room := contentWidth - 20
		left := fit(d.HeaderLeft, frameText, max(room/2, room-frameText.face.width(d.HeaderRight, frameText.size)))
		right := fit(d.HeaderRight, frameText, room-frameText.face.width(left, frameText.size))
		cv.text(marginLeft, headerLine-6, frameText, left)
		cv.text(pageWidth-marginRight-frameText.face.width(right, frameText.size), headerLine-6, frameText, right)
		cv.rule(marginLeft, headerLine, pageWidth-marginRight, 0.5, rule)

		pageOf := fmt.Sprintf("Page %d of %d", number, count)
		width := frameText.face.width(pageOf, frameText.size)
		cv.rule(marginLeft, footerLine, pageWidth-marginRight, 0.5, rule)
		cv.text(marginLeft, footerLine+14, frameText, fit(d.FooterLeft, frameText, room-width))
		cv.text(pageWidth-marginRight-width, footerLine+14, frameText, pageOf)
	})
}

// frameCalls gives the footnotes that header and footer call, on every page but the cover.
func (c *composition) frameCalls() noteSet {
	return c.calls(c.doc.HeaderLeft, c.doc.HeaderRight, c.doc.FooterLeft)
}
