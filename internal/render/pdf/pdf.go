// Package pdf draws a document.Document as a PDF: A4, embedded fonts, charts as vectors, tagged for screen readers.
//
// It works in three steps. The block files (cover, contents, blocks, table, figure) turn the document into chunks: boxes
// of a known height with the text that stands in them. paginate puts chunks on pages, keeps what belongs together and
// reserves room for the footnotes that a page calls. paint draws the pages through gofpdf, each piece of text inside a
// tag, and seal rewrites gofpdf's file with the structure tree, metadata and a file identifier.
//
// The same document gives the same bytes on every machine, in every time zone and at any time. Text is data: whatever it
// holds, it passes clean (text.go) and is printed, never run.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"rapporteur/internal/document"
	"rapporteur/internal/fault"
)

// Write draws the document and writes the PDF. Document.Date must be RFC 3339; each Figure needs its SVG, its size and an
// Alt text. Errors are faults: Invalid for a document that cannot be drawn as it is, Internal for a defect of the drawing
// itself (also for a panic below), or the writer's own error. Nothing is written before the whole file stands.
func Write(w io.Writer, d document.Document) error {
	data, err := build(d)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// build makes the file. gofpdf panics on some inputs instead of returning an error; a report must then fail, not the
// program.
func build(d document.Document) (data []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			data, err = nil, undrawable(fmt.Errorf("panic while drawing: %v", r))
		}
	}()
	date, err := time.Parse(time.RFC3339, d.Date)
	if err != nil {
		return nil, fault.New(fault.Invalid, "The report has no valid date.", "Set the date of the report.").Because(err)
	}
	c, err := compose(cleanDocument(d))
	if err != nil {
		return nil, err
	}
	pages := paginate(c)
	var raw bytes.Buffer
	if err := paint(&raw, c, pages); err != nil {
		return nil, err
	}
	data, err = seal(raw.Bytes(), c, date.UTC())
	if err != nil {
		return nil, undrawable(err)
	}
	return data, nil
}

// undrawable is the fault of a drawing that failed for a reason of ours.
func undrawable(cause error) error {
	return fault.New(fault.Internal, "The report could not be drawn.",
		"Try again. If it happens again, send the log of the data folder to the developers.").Because(cause)
}
