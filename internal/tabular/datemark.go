package tabular

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The library's row stream gives cells as formatted text only, by the workbook's own formats: a date as "11-05-20", a
// number as "1,234.5". So the formats are exchanged after opening: those of dates for one that prints the plain number
// behind a mark, all others for none. What is a date then follows from the format, never from the look of the text.

// dateMark stands before the plain number of a date-styled cell: a character for private use, the kind, and another.
// A text that begins so by itself would be read as a date at worst.
const dateMark, dateMarkEnd = "\ue0d0", "\ue0d1"

// markDates exchanges the number formats of the workbook's cell styles.
func markDates(book *excelize.File) error {
	if book.Styles == nil || book.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if book.Styles.NumFmts != nil {
		for _, f := range book.Styles.NumFmts.NumFmt {
			if codes[f.NumFmtID] = f.FormatCode; f.FormatCode16 != "" {
				codes[f.NumFmtID] = f.FormatCode16
			}
		}
	}
	count := len(book.Styles.CellXfs.Xf)
	marks := map[dateKind]int{noDate: 0}
	for _, kind := range []dateKind{dateAndTime, timeOfDay, elapsed} {
		code := `"` + dateMark + strconv.Itoa(int(kind)) + dateMarkEnd + `"0.0000000000`
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			return err
		}
		marks[kind] = *book.Styles.CellXfs.Xf[style].NumFmtID
	}
	for i := range book.Styles.CellXfs.Xf[:count] {
		style := &book.Styles.CellXfs.Xf[i]
		kind := noDate
		if style.NumFmtID != nil {
			id := *style.NumFmtID
			if code, own := codes[id]; own {
				kind = kindOfFormat(code)
			} else {
				kind = builtInDates[id]
			}
		}
		id := marks[kind]
		style.NumFmtID = &id
	}
	return nil
}

// unmark writes a marked number as date, time or duration; any other text stays as it is.
func (r *workbookReader) unmark(cell string) string {
	rest, marked := strings.CutPrefix(strings.TrimPrefix(cell, "-"), dateMark)
	if !marked {
		return cell
	}
	kindText, number, ok := strings.Cut(rest, dateMarkEnd)
	if cell[0] == '-' {
		number = "-" + number
	}
	kind, err := strconv.Atoi(kindText)
	days, err2 := strconv.ParseFloat(number, 64)
	if !ok || err != nil || err2 != nil {
		return cell
	}
	if text, ok := serialText(days, dateKind(kind), r.since1904); ok {
		return text
	}
	return strings.TrimRight(strings.TrimRight(number, "0"), ".")
}
