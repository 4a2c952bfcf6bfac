package chart_test

import (
	"context"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/chart"
	"rapporteur/internal/chart/ssr"
)

// plain is a font whose letters are all equally wide, about as wide as the report's on average.
func plain(text string, size float64, _ bool) float64 {
	return float64(len([]rune(text))) * size * 0.55
}

// Every text of every chart is drawn, whole and inside of the picture.
func TestTextsStandInside(t *testing.T) {
	r := ssr.New(plain)
	for name, table := range tables() {
		for _, c := range chart.All(table, bucharest(t)) {
			svg, err := r.Render(context.Background(), c.Option, c.Width, c.Height)
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, w := range texts(t, svg) {
				all = append(all, w.text)
				length := plain(w.text, 12, false)
				left := w.x - map[string]float64{"start": 0, "middle": length / 2, "end": length}[w.anchor]
				if left < -0.5 || left+length > float64(c.Width)+0.5 || w.y < 6 || w.y > float64(c.Height)-6 {
					t.Errorf("%s, %s: %q leaves the picture: from %.1f to %.1f, at %.1f", name, c.ID, w.text, left, left+length, w.y)
				}
			}
			printed := strings.Join(all, " ") // a name broken into lines is whole again
			if c.ID == chart.Concurrent {
				continue // its times and numbers are too many to print
			}
			for r, row := range c.Table.Rows {
				if c.ID == chart.Funnel && r > 3 || c.Table.Total && r == len(c.Table.Rows)-1 {
					continue // said in the note
				}
				for _, words := range row[:2] {
					if !strings.Contains(printed, words) {
						t.Errorf("%s, %s: %q is not drawn", name, c.ID, words)
					}
				}
			}
		}
	}
}

// written is a text of a picture: the point it is set at, the side of it that stands there.
type written struct {
	text, anchor string
	x, y         float64
}

func texts(t *testing.T, svg string) []written {
	t.Helper()
	var picture struct {
		Texts []struct {
			Text      string  `xml:",chardata"`
			Anchor    string  `xml:"text-anchor,attr"`
			Transform string  `xml:"transform,attr"`
			X         float64 `xml:"x,attr"`
			Y         float64 `xml:"y,attr"`
		} `xml:"text"`
	}
	if err := xml.Unmarshal([]byte(svg), &picture); err != nil {
		t.Fatal(err)
	}
	var out []written
	for _, e := range picture.Texts {
		var dx, dy float64
		if e.Transform != "" {
			if _, err := fmt.Sscanf(e.Transform, "translate(%g %g)", &dx, &dy); err != nil {
				t.Fatalf("%q: %v", e.Transform, err)
			}
		}
		out = append(out, written{e.Text, e.Anchor, e.X + dx, e.Y + dy})
	}
	return out
}
