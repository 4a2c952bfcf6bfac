package pdf

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapporteur/internal/document"
)

// chartOperators draws a chart alone and gives what follows the page's frame.
func chartOperators(t *testing.T, svg string, width, height float64) string {
	t.Helper()
	d := document.Document{Date: "2020-06-05T09:30:00Z", Blocks: []document.Block{document.Figure{Alt: "A chart.", SVG: svg, Width: width, Height: height}}}
	content := inspect(t, write(t, d)).content(2)
	_, content, found := strings.Cut(content, "/Figure <<")
	if !found {
		t.Fatal("no figure on the page")
	}
	return content
}

func TestChartsOfECharts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d charts in testdata, error %v", len(files), err)
	}
	label := regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)
	for _, file := range files {
		svg, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := parseSVG(string(svg))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		var want []string
		for _, m := range label.FindAllStringSubmatch(string(svg), -1) {
			if text := cleanLine(m[1]); text != "" {
				want = append(want, text)
			}
		}
		doc := document.Document{Date: "2020-06-05T09:30:00Z", Blocks: []document.Block{document.Figure{Alt: "A chart.", SVG: string(svg), Width: d.width, Height: d.height}}}
		f := inspect(t, write(t, doc))
		printed := strings.Join(f.texts(2), "|")
		if got := strings.TrimPrefix(printed, "Page 2 of 2|"); got != strings.Join(want, "|") {
			t.Errorf("%s prints %q, want each label once: %q", file, got, want)
		}
	}
}

func TestShapes(t *testing.T) {
	// The chart is as wide as the text, so that one unit of the viewBox is contentWidth/100 points.
	for name, c := range map[string]struct {
		svg        string
		want, lack []string
	}{
		"fill":          {`<rect x="0" y="0" width="10" height="10" fill="#f00"/>`, []string{"1 0 0 rg", " h f "}, []string{" S "}},
		"stroke":        {`<path d="M0 0L10 10" fill="none" stroke="rgb(0,255,0)" stroke-width="2"/>`, []string{"0 1 0 RG", " S "}, []string{" f "}},
		"no stroke":     {`<rect width="10" height="10" fill="none" stroke="#000" stroke-width="0"/>`, nil, []string{" S ", " f "}},
		"transparent":   {`<rect width="10" height="10" fill="transparent"/>`, nil, []string{" f "}},
		"rgba":          {`<rect width="10" height="10" fill="rgba(0,0,255,0)"/>`, nil, []string{" f "}},
		"opacity":       {`<rect width="10" height="10" fill="blue" fill-opacity="0.5"/>`, []string{"gs", "0 0 1 rg"}, nil},
		"dash":          {`<path d="M0 0L10 0" stroke="#000" stroke-dasharray="4,2"/>`, []string{"[ 18.85 9.43 ] 0 d"}, nil},
		"even odd":      {`<path d="M0 0L9 0L9 9Z" fill="#000" fill-rule="evenodd"/>`, []string{" f* "}, nil},
		"style wins":    {`<rect width="10" height="10" fill="#f00" style="fill:#00ff00"/>`, []string{"0 1 0 rg"}, []string{"1 0 0 rg"}},
		"inherited":     {`<g fill="#0f0"><rect width="10" height="10"/></g>`, []string{"0 1 0 rg"}, nil},
		"clip":          {`<defs><clipPath id="c"><rect width="5" height="5"/></clipPath></defs><g clip-path="url(#c)"><rect width="9" height="9"/></g>`, []string{"W n"}, nil},
		"gradient":      {`<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="0"><stop offset="0%" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient></defs><rect width="9" height="9" fill="url(#g)"/>`, []string{"0.992 0 0.008 rg", "0.008 0 0.992 rg"}, nil},
		"round line":    {`<path d="M0 0L1 1" stroke="#000" stroke-linecap="round" stroke-linejoin="bevel"/>`, []string{"1 J 2 j"}, nil},
		"circle":        {`<circle cx="5" cy="5" r="3"/>`, []string{" c ", " h f "}, nil},
		"polygon":       {`<polygon points="0,0 10,0 10,10"/>`, []string{" h f "}, nil},
		"empty rect":    {`<rect width="0" height="10"/>`, nil, []string{" f "}},
		"turned text":   {`<text transform="matrix(0,-1,1,0,20,40)" font-size="8">Turned</text>`, []string{"0.00000 1.00000 -1.00000 0.00000", "cm"}, nil},
		"no pen colour": {`<path d="M0 0L1 1" fill="none"/>`, nil, []string{" S "}},
	} {
		t.Run(name, func(t *testing.T) {
			got := chartOperators(t, `<svg viewBox="0 0 100 60">`+c.svg+`</svg>`, 100, 60)
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is missing in %s", want, got)
				}
			}
			for _, lack := range c.lack {
				if strings.Contains(got, lack) {
					t.Errorf("%q stands in %s", lack, got)
				}
			}
		})
	}
}

func TestRefusedSVG(t *testing.T) {
	for name, svg := range map[string]string{
		"no XML": "chart", "cut off": `<svg><rect`, "other root": `<html></html>`, "unknown element": `<svg><foreignObject/></svg>`,
		"script": `<svg><script>alert(1)</script></svg>`, "image": `<svg><image href="file:///etc/passwd"/></svg>`,
		"colour": `<svg><rect width="1" height="1" fill="#12"/></svg>`, "no gradient": `<svg><rect width="1" height="1" fill="url(#x)"/></svg>`,
		"no clip": `<svg><g clip-path="url(#x)"/></svg>`, "path": `<svg><path d="M0 0 X1"/></svg>`, "number": `<svg><rect width="1e999" height="1"/></svg>`,
		"NaN": `<svg><rect width="NaN" height="1"/></svg>`, "path number": `<svg><path d="M0 NaN"/></svg>`, "number after Z": `<svg><path d="M0 0L1 1Z5"/></svg>`,
		"transform": `<svg><g transform="skewX(3)"/></svg>`, "mask": `<svg><g mask="url(#m)"/></svg>`, "tspan": `<svg><text>a<tspan>b</tspan></text></svg>`,
		"deep": "<svg>" + strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100) + "</svg>", "line first": `<svg><path d="L1 1"/></svg>`,
	} {
		if _, err := parseSVG(svg); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

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

func FuzzSVG(f *testing.F) {
	f.Add(`<svg viewBox="0 0 9 9"><path d="M0 0L1 1A3 3 0 1 1 5 5Z" fill="#123456" transform="rotate(30)"/><text x="1">a</text></svg>`)
	f.Fuzz(func(t *testing.T, svg string) {
		if _, err := parseSVG(svg); err != nil {
			return
		}
		write(t, document.Document{Date: "2020-06-05T09:30:00Z", Blocks: []document.Block{document.Figure{Alt: "a", SVG: svg, Width: 100, Height: 100}}})
	})
}

func TestMeasure(t *testing.T) {
	if got := Measure("Police / law enforcement", 12, false); math.Abs(got-139.1) > 0.1 {
		t.Errorf("the label is %.2f wide, want 139.1", got)
	}
	if Measure("Police", 12, true) <= Measure("Police", 12, false) || Measure("", 12, false) != 0 {
		t.Error("bold is not wider, or nothing has a width")
	}
	if Measure("😀", 10, false) != Measure("▯", 10, false) {
		t.Error("a substituted sign is not measured as its substitute")
	}
}
