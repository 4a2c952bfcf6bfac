package chart

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/sector"
)

// contrast is that of two colours by WCAG 2.2.
func contrast(t *testing.T, one, other string) float64 {
	a, b := luminance(t, one), luminance(t, other)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	var rgb [3]uint8
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
		t.Fatalf("%q is no colour: %v", colour, err)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(rgb[i]) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func TestContrast(t *testing.T) {
	const white = "#FFFFFF"
	for _, letter := range []string{ink, pale} {
		if contrast(t, letter, white) < 4.5 {
			t.Errorf("text in %s is too pale", letter)
		}
	}
	for _, g := range sector.Groups() {
		if line := edge(g.Colour()); contrast(t, line, white) < 3 {
			t.Errorf("%s: its outline %s is too pale", g, line)
		}
	}
	var light []float64
	for s, look := range sexStyles {
		if contrast(t, look.fill, white) < 3 || contrast(t, look.fill, look.letter) < 4.5 {
			t.Errorf("%s: %s with %s is too pale", s, look.fill, look.letter)
		}
		light = append(light, luminance(t, look.fill))
	}
	for _, s := range breakdown.Sexes() {
		if sexStyles[s].name == "" {
			t.Errorf("%s has no style", s)
		}
	}
	if contrast(t, accent, white) < 3 || contrast(t, accent, wash) < 3 {
		t.Error("the line of minutes is too pale")
	}
	if got := edge("red"); got != ink {
		t.Errorf("an unknown colour is outlined in %s", got)
	}
	if len(light) != 4 {
		t.Errorf("%d styles for four sexes", len(light))
	}
}

func TestTicks(t *testing.T) {
	zone := time.FixedZone("half", 5*3600+1800)
	at := time.Date(2020, 5, 28, 8, 0, 0, 0, time.UTC) // 13:30 there
	for _, c := range []struct {
		name    string
		zone    *time.Location
		from    time.Time
		minutes int
		want    []int
	}{
		{"none", time.UTC, at, 0, nil},
		{"a few", time.UTC, at, 3, []int{0, 1, 2, 3}},
		{"an hour", time.UTC, at, 60, []int{0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60}},
		{"ninety", time.UTC, at, 90, []int{0, 10, 20, 30, 40, 50, 60, 70, 80, 90}},
		{"not from the full hour", time.UTC, at.Add(7 * time.Minute), 90, []int{3, 13, 23, 33, 43, 53, 63, 73, 83}},
		{"hours of the zone", zone, at, 600, []int{30, 90, 150, 210, 270, 330, 390, 450, 510, 570}},
		{"days", time.UTC, at, 12*240 + 1, nil},
	} {
		minutes := make([]breakdown.Minute, c.minutes)
		for i := range minutes {
			minutes[i].Start = c.from.Add(time.Duration(i) * time.Minute)
		}
		if got := ticks(minutes, c.zone); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestMarkedKeepsItsNumberInside(t *testing.T) {
	for _, c := range []struct {
		at   int
		want string
	}{{0, "left"}, {4, "left"}, {5, "center"}, {94, "center"}, {95, "right"}, {99, "right"}} {
		if got := marked(7, c.at, 100).Label.Align; got != c.want {
			t.Errorf("at %d of 100: %s, want %s", c.at, got, c.want)
		}
	}
}

func TestInside(t *testing.T) {
	for _, c := range []struct {
		value, top int
		want       bool
	}{{0, 10, false}, {0, 0, false}, {1, 1, true}, {1, 33, true}, {1, 34, false}, {10, 200, true}, {10, 300, false}} {
		if got := *inside(c.value, c.top, ink).Show; got != c.want {
			t.Errorf("%d of %d: %v", c.value, c.top, got)
		}
	}
}
