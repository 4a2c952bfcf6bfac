package webinar_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"unicode/utf8"

	"rapporteur/internal/webinar"
)

// Whatever is read as an outline is written and read back as the same outline.
func FuzzReadOutline(f *testing.F) {
	for _, name := range []string{"outline-sample.txt", "outline-sample.html", "outline-pasted.txt"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := webinar.ReadOutline("fuzz", data)
		if err != nil {
			return
		}
		if !utf8.Valid(data) || bytes.ContainsFunc(data, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }) {
			return // guessed letters and control signs are not what the property is about
		}
		for kind, write := range writers {
			again, err := webinar.ReadOutline(kind, write(o))
			if err != nil {
				t.Fatalf("%s: %v\n%s", kind, err, write(o))
			}
			// Lines above the rows that cannot be told apart are written with labels: that they could not is said once.
			forget := func(o *webinar.Outline) {
				o.Problems = slices.DeleteFunc(slices.Clone(o.Problems), func(p webinar.Problem) bool { return p.Field == "project" })
			}
			forget(&again)
			forget(&o)
			if !reflect.DeepEqual(again, o) {
				t.Fatalf("%s: %s", kind, difference(asJSON(t, o), asJSON(t, again)))
			}
		}
	})
}
