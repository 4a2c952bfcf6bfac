package pdf

// All lengths are points (1/72 inch), y grows downwards from the top edge of an A4 page.
const (
	pageWidth    = 595.28
	pageHeight   = 841.89
	marginLeft   = 62.0
	marginRight  = 62.0
	contentWidth = pageWidth - marginLeft - marginRight
	bodyTop      = 86.0            // first line of a page
	bodyBottom   = pageHeight - 66 // last line, or footnote, of a page
	headerLine   = 58.0            // rule under the page header
	footerLine   = pageHeight - 50 // rule over the page footer
	bodyHeight   = bodyBottom - bodyTop
	maxFigure    = bodyHeight * 0.62 // a figure is never taller than this
)

// colour is red, green, blue.
type colour struct{ r, g, b uint8 }

// The house colours: dark ink on white, one deep blue, greys. All text colours keep a contrast of 4.5:1 and more.
var (
	ink       = colour{0x1E, 0x24, 0x30}
	accent    = colour{0x1F, 0x3A, 0x5F}
	secondary = colour{0x2F, 0x6A, 0x9E}
	muted     = colour{0x5A, 0x64, 0x72}
	rule      = colour{0xD5, 0xDB, 0xE3}
	tint      = colour{0xF1, 0xF4, 0xF8}
	white     = colour{0xFF, 0xFF, 0xFF}
	amber     = colour{0x9A, 0x5B, 0x00}
	green     = colour{0x1E, 0x6B, 0x45}
)

// textStyle is how a text is set; leading is the distance of two baselines.
type textStyle struct {
	face    face
	size    float64
	leading float64
	colour  colour
}

var (
	bodyText     = textStyle{regular, 10, 14.5, ink}
	smallText    = textStyle{regular, 8, 11, muted}
	noteText     = textStyle{regular, 7.5, 10, muted}
	frameText    = textStyle{regular, 7.5, 10, muted}
	captionText  = textStyle{bold, 9, 12.5, accent}
	headingTexts = [...]textStyle{{bold, 18, 23, accent}, {bold, 13, 17.5, accent}, {bold, 10.5, 14.5, secondary}}
)

// spaceBefore each heading level, and after it.
var (
	headingBefore = [...]float64{26, 20, 14}
	headingAfter  = [...]float64{7, 4, 2}
)

// bolder returns the style in bold.
func (s textStyle) bolder() textStyle {
	s.face = bold
	return s
}

// in returns the style in another colour.
func (s textStyle) in(c colour) textStyle {
	s.colour = c
	return s
}

// baseline is how far the baseline stands under the top of a line: the capitals are centred in the leading.
func (s textStyle) baseline() float64 { return (s.leading + s.size*capHeight) / 2 }
