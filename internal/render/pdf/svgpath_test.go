package pdf

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPaths(t *testing.T) {
	for text, want := range map[string]string{
		"M1 2L3 4": "M1,2 L3,4", "M1 2 3 4": "M1,2 L3,4", "m1 2 3 4": "M1,2 L4,6", "M0 0l1.5.5-2-1": "M0,0 L1.5,0.5 L-0.5,-0.5",
		"M0 0H5V7h-1v-1": "M0,0 L5,0 L5,7 L4,7 L4,6", "M0 0L4 0L4 4Zl1 1": "M0,0 L4,0 L4,4 Z L1,1", "M0 0C1 1 2 2 3 3": "M0,0 C3,3",
		"M0 0Q3 0 3 3": "M0,0 C3,3", "M1e1 0L-1E-1 0": "M10,0 L-0.1,0", "": "", "M0 0A5 5 0 0 1 5 5": "M0,0 C5,5", "M0,0A5 5 0 1110 0": "M0,0 C5,-5 C10,0",
	} {
		ops, err := parsePath(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		var got []string
		for _, op := range ops {
			part := string(rune(op.kind))
			if op.kind != 'Z' {
				part += trim(op.p[2].x) + "," + trim(op.p[2].y)
			}
			got = append(got, part)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q became %q, want %q", text, strings.Join(got, " "), want)
		}
	}
}

// trim writes a number without the noise of its last digits.
func trim(v float64) string {
	d := &drawer{}
	d.number(v + 0) // no negative zero
	return strings.TrimSpace(string(d.buf))
}

// Every point of an arc drawn as curves is as far from the centre as the radius says, to a thousandth.
func TestArcsAreRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		radius := rapid.Float64Range(1, 500).Draw(t, "radius")
		a, b := rapid.Float64Range(0, 6.2).Draw(t, "from"), rapid.Float64Range(0, 6.2).Draw(t, "to")
		if math.Abs(a-b) < 0.01 {
			return
		}
		on := func(angle float64) point { return point{radius * math.Cos(angle), radius * math.Sin(angle)} }
		turn := math.Mod(b-a+4*math.Pi, 2*math.Pi)
		at := on(a)
		for _, op := range arc(on(a), on(b), radius, radius, 0, turn > math.Pi, true) {
			for _, part := range []float64{0.25, 0.5, 0.75, 1} {
				q := 1 - part
				x := q*q*q*at.x + 3*q*q*part*op.p[0].x + 3*q*part*part*op.p[1].x + part*part*part*op.p[2].x
				y := q*q*q*at.y + 3*q*q*part*op.p[0].y + 3*q*part*part*op.p[1].y + part*part*part*op.p[2].y
				if off := math.Abs(math.Hypot(x, y)-radius) / radius; off > 1e-3 {
					t.Fatalf("a point lies %.5f of the radius beside the arc", off)
				}
			}
			at = op.p[2]
		}
		if math.Hypot(at.x-on(b).x, at.y-on(b).y) > 1e-6 {
			t.Fatalf("the arc ends at %v, want %v", at, on(b))
		}
	})
}
