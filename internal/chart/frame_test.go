package chart_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/chart"
)

// A picture by itself names what it shows, and explains the asterisk where the name stands in it.
func TestFramed(t *testing.T) {
	footnote := beneficiary.Footnote("")
	for id, c := range charts(full(), bucharest(t)) {
		svg := chart.Framed(c, `<svg width="1" height="1"></svg>`, footnote)
		var text strings.Builder
		for d := xml.NewDecoder(strings.NewReader(svg)); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", id, err)
			}
			if data, ok := token.(xml.CharData); ok {
				text.Write(append(data, ' '))
			}
		}
		if !strings.HasPrefix(text.String(), c.Title) {
			t.Errorf("%s begins with %q", id, text.String())
		}
		if got, want := strings.Contains(text.String(), footnote), id == chart.Beneficiaries; got != want {
			t.Errorf("%s: footnote %t, want %t", id, got, want)
		}
	}
}
