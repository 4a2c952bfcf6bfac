package pdf

import (
	_ "embed"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is one of the three embedded fonts.
type face int

const (
	regular face = iota
	bold
	italic
)

// The fonts are made by fonts/subset.sh and stand under the SIL Open Font License (fonts/OFL.txt).
var (
	//go:embed fonts/NotoSans-Regular.ttf
	regularTTF []byte
	//go:embed fonts/NotoSans-Bold.ttf
	boldTTF []byte
	//go:embed fonts/NotoSans-Italic.ttf
	italicTTF []byte
)

// faces holds what the drawing needs to know of each font; style is gofpdf's name of it.
var faces = [...]struct {
	style, postscript string
	ttf               []byte
	advances          func() []uint16
}{
	regular: {"", "NotoSans-Regular", regularTTF, sync.OnceValue(func() []uint16 { return readAdvances(regularTTF) })},
	bold:    {"B", "NotoSans-Bold", boldTTF, sync.OnceValue(func() []uint16 { return readAdvances(boldTTF) })},
	italic:  {"I", "NotoSans-Italic", italicTTF, sync.OnceValue(func() []uint16 { return readAdvances(italicTTF) })},
}

// Heights of Noto Sans as parts of the font size: capitals, and the highest and lowest strokes, from the baseline.
const (
	capHeight = 0.714
	ascent    = 1.069
	descent   = 0.293
)

// missing marks a rune without a glyph in a table of advances.
const missing = 0xFFFF

// unitsPerEm is the same in all three files; readAdvances asserts it.
const unitsPerEm = 1000

// readAdvances gives the advance of each rune of the basic plane in thousandths of the font size, missing where the font
// has no glyph. It panics on a broken font: the fonts are part of the program and a test reads them.
func readAdvances(ttf []byte) []uint16 {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err)
	}
	if f.UnitsPerEm() != unitsPerEm {
		panic("pdf: a font of another scale")
	}
	var buf sfnt.Buffer
	table := make([]uint16, 0x10000)
	for r := range table {
		table[r] = missing
		g, err := f.GlyphIndex(&buf, rune(r))
		if err != nil || g == 0 {
			continue
		}
		if a, err := f.GlyphAdvance(&buf, g, fixed.I(unitsPerEm), font.HintingNone); err == nil {
			table[r] = uint16(a.Round())
		}
	}
	return table
}

// has tells whether the font can print the rune.
func (f face) has(r rune) bool {
	return r >= 0 && r <= 0xFFFF && faces[f].advances()[r] != missing
}

// width is the width of text in the unit of size. Runes without a glyph count as the substitute that is printed for them.
func (f face) width(text string, size float64) float64 {
	table := faces[f].advances()
	sum := 0
	for _, r := range text {
		if r > 0xFFFF || table[r] == missing {
			r = substitute
		}
		sum += int(table[r])
	}
	return float64(sum) * size / unitsPerEm
}

// Measure gives the width of text set in the report's font, in the unit of size (pixels in, pixels out). Charts laid out
// with it fit their labels on paper. It is safe for concurrent use.
func Measure(text string, size float64, isBold bool) float64 {
	if isBold {
		return bold.width(clean(text), size)
	}
	return regular.width(clean(text), size)
}
