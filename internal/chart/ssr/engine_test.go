package ssr

import (
	"context"
	"math"
	"testing"
)

func TestEngineHasNoClockNoChance(t *testing.T) {
	e, err := start(func(string, float64, bool) float64 { return 1 })
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{
		"Date.now()": "0", "+new Date()": "0", "Math.random()": "0.5",
		"typeof eval": "undefined", "typeof require": "undefined", "typeof document": "undefined", "typeof fetch": "undefined", "typeof console": "undefined",
	} {
		got, err := e.vm.RunString(code)
		if err != nil || got.String() != want {
			t.Errorf("%s = %v, %v; want %s", code, got, err, want)
		}
	}
}

// An interrupted script may have left anything behind: its engine is not used again.
func TestInterruptedEngineIsGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	r := New(func(string, float64, bool) float64 { cancel(); return 1 })
	if _, err := r.Render(ctx, []byte(`{"title":{"text":"x"}}`), 100, 100); err == nil {
		t.Fatal("not interrupted")
	}
	if e := <-r.turn; e != nil {
		t.Error("the engine is kept")
	}
}

func TestParseFont(t *testing.T) {
	for _, c := range []struct {
		font string
		size float64
		bold bool
	}{
		{"12px Noto Sans", 12, false},
		{"normal bold 14.5px Noto Sans", 14.5, true},
		{"italic 700 9px sans-serif", 9, true},
		{"normal 400 9px sans-serif", 9, false},
		{"bolder 9px x", 9, true},
		{"12px Bold bold", 12, false},
		{"large Noto Sans", 12, false},
		{"", 12, false},
		{"-3px x", 12, false},
		{"NaNpx x", 12, false},
	} {
		if size, bold := parseFont(c.font); size != c.size || bold != c.bold {
			t.Errorf("%q: %v %v", c.font, size, bold)
		}
	}
}

func TestWidth(t *testing.T) {
	for _, c := range []struct{ answer, want float64 }{{7, 7}, {-1, 0}, {math.NaN(), 0}, {math.Inf(1), 0}} {
		if got := width(func(string, float64, bool) float64 { return c.answer }, "a", "12px x"); got != c.want {
			t.Errorf("%v: %v", c.answer, got)
		}
	}
	if got := width(func(string, float64, bool) float64 { return 3 }, lineProbe, "bold 20px x"); got != 20 {
		t.Errorf("a line of 20px is %v high", got)
	}
}

func TestSteady(t *testing.T) {
	in := `<clipPath id="zr3-c0"></clipPath><g clip-path="url(#zr3-c0)"><text fill="#000">id="zr3-c0 url(#zr3-c0)  </text></g>`
	want := `<clipPath id="zr-c0"></clipPath><g clip-path="url(#zr-c0)"><text fill="#000">id="zr3-c0 url(#zr3-c0)</text></g>`
	if got := steady(in); got != want {
		t.Error(got)
	}
}
