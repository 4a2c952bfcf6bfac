package xlsx

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"rapporteur/internal/document"
)

// textFormat is the number format of text cells, as which an edited cell stays text.
const textFormat = "@"

// styles hands out the styles of a file. Each is made once, at its first use.
type styles struct {
	file          *excelize.File
	caption, note int
	headers       map[document.Align]int
	bodies        map[bodyKey]int
}

// bodyKey is what tells two body styles apart.
type bodyKey struct {
	align  document.Align
	total  bool
	format string
}

const (
	accent = "1F3A5F"
	tint   = "F1F4F8"
)

// alignment turns the column's alignment into the spreadsheet's; long text wraps.
func alignment(a document.Align) *excelize.Alignment {
	name := map[document.Align]string{document.Left: "left", document.Right: "right", document.Centre: "center"}[a]
	return &excelize.Alignment{Horizontal: name, Vertical: "top", WrapText: true}
}

// newStyles makes the fixed styles.
func newStyles(f *excelize.File) (*styles, error) {
	s := &styles{file: f, headers: map[document.Align]int{}, bodies: map[bodyKey]int{}}
	var err error
	if s.caption, err = f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 12, Color: accent}}); err != nil {
		return nil, err
	}
	if s.note, err = f.NewStyle(&excelize.Style{Font: &excelize.Font{Italic: true, Size: 9, Color: "5A6472"}}); err != nil {
		return nil, err
	}
	for _, a := range []document.Align{document.Left, document.Right, document.Centre} {
		align := alignment(a)
		align.Vertical = "bottom"
		s.headers[a], err = f.NewStyle(&excelize.Style{
			Font:      &excelize.Font{Bold: true, Color: accent},
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{tint}},
			Border:    []excelize.Border{{Type: "bottom", Color: accent, Style: 2}},
			Alignment: align,
		})
		if err != nil {
			return nil, err
		}
	}
	return s, nil
}

// header is the style of a header cell.
func (s *styles) header(a document.Align) int { return s.headers[a] }

// body is the style of a cell; a file has few of them.
func (s *styles) body(a document.Align, total bool, format string) (int, error) {
	key := bodyKey{a, total, format}
	if id, ok := s.bodies[key]; ok {
		return id, nil
	}
	style := &excelize.Style{Alignment: alignment(a), CustomNumFmt: &format}
	if total {
		style.Font = &excelize.Font{Bold: true}
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{tint}}
		style.Border = []excelize.Border{{Type: "top", Color: accent, Style: 1}}
	}
	id, err := s.file.NewStyle(style)
	if err != nil {
		return 0, unwritable(err)
	}
	s.bodies[key] = id
	return id, nil
}

// maxDecimals is what a number holds at most.
const maxDecimals = 15

// numberFormat shows a number as its text does in the report: as many decimals, and the per cent sign where the text has
// one, whether the number is the share itself (0.51) or in hundredths (51).
func numberFormat(text string, n float64) string {
	digits, percent := strings.CutSuffix(strings.TrimSpace(text), "%")
	digits = strings.TrimSpace(digits)
	shown, err := strconv.ParseFloat(strings.ReplaceAll(digits, "−", "-"), 64)
	if err != nil {
		return "General"
	}
	format := "0"
	if _, decimals, ok := strings.Cut(digits, "."); ok {
		format += "." + strings.Repeat("0", min(len(decimals), maxDecimals))
	}
	switch {
	case percent && math.Abs(n*100-shown) < math.Abs(n-shown):
		return format + `%`
	case percent:
		return fmt.Sprintf(`%s" %%"`, format)
	}
	return format
}
