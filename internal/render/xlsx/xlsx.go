// Package xlsx writes tables as a spreadsheet: the annex in which a reader checks and filters the figures of a report.
//
// Each sheet holds tables one under the other. A cell is a number where the table knows the number behind it, and text
// everywhere else: nothing is ever a formula, whatever a name starts with. The same book gives the same bytes.
package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"rapporteur/internal/document"
	"rapporteur/internal/fault"
)

// Book is a spreadsheet file. Date is RFC 3339 and becomes the date of creation; it is never the clock's.
type Book struct {
	Title, Author, Date string
	Sheets              []Sheet
}

// Sheet is one sheet: its tables from top to bottom. A footnote is printed in the last row of each table in which its
// trigger stands. Name is cut and cleaned to what spreadsheet programs accept.
type Sheet struct {
	Name      string
	Tables    []document.Table
	Footnotes []document.Footnote
}

// maxRows is the limit of the format (ECMA-376, as Excel implements it).
const maxRows = 1_048_576

// Write writes the book. Errors are faults: Invalid for a book without a sheet or a valid date, TooLarge for more rows
// than a sheet holds, Internal for a defect below; or the writer's own error. Nothing is written before the file stands.
func Write(w io.Writer, b Book) error {
	date, err := time.Parse(time.RFC3339, b.Date)
	if err != nil {
		return fault.New(fault.Invalid, "The spreadsheet has no valid date.", "Set the date of the report.").Because(err)
	}
	if len(b.Sheets) == 0 {
		return fault.New(fault.Invalid, "The spreadsheet has no sheet.", "Choose what to write.")
	}
	file, err := build(b, date.UTC())
	if err != nil {
		return err
	}
	_, err = w.Write(file)
	return err
}

// build makes the file in memory.
func build(b Book, date time.Time) (data []byte, err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil && closing != nil {
			err = unwritable(closing)
		}
	}()
	f.SetZipWriter(newSortedZip)
	st, err := newStyles(f)
	if err != nil {
		return nil, unwritable(err)
	}
	names := map[string]bool{}
	for i, s := range b.Sheets {
		name := sheetName(s.Name, i+1, names)
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err != nil {
			return nil, unwritable(err)
		}
		if err := writeSheet(f, st, name, s); err != nil {
			return nil, fault.From(err)
		}
	}
	if err := setProperties(f, b, date); err != nil {
		return nil, unwritable(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, unwritable(err)
	}
	return out.Bytes(), nil
}

// setProperties fills title, author and dates.
func setProperties(f *excelize.File, b Book, date time.Time) error {
	when := date.Format("2006-01-02T15:04:05Z")
	if err := f.SetDocProps(&excelize.DocProperties{
		Title: clean(b.Title), Creator: clean(b.Author), LastModifiedBy: clean(b.Author), Created: when, Modified: when,
		Language: "en",
	}); err != nil {
		return fmt.Errorf("document properties: %w", err)
	}
	return f.SetAppProps(&excelize.AppProperties{Application: "Rapporteur"})
}

// unwritable is the fault of a file that failed for a reason of ours.
func unwritable(cause error) error {
	return fault.New(fault.Internal, "The spreadsheet could not be written.",
		"Try again. If it happens again, send the log of the data folder to the developers.").Because(cause)
}
