package pdf

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

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

func FuzzSVG(f *testing.F) {
	f.Add(`<svg viewBox="0 0 9 9"><path d="M0 0L1 1A3 3 0 1 1 5 5Z" fill="#123456" transform="rotate(30)"/><text x="1">a</text></svg>`)
	f.Fuzz(func(t *testing.T, svg string) {
		if _, err := parseSVG(svg); err != nil {
			return
		}
		write(t, document.Document{Date: "2020-06-05T09:30:00Z", Blocks: []document.Block{document.Figure{Alt: "a", SVG: svg, Width: 100, Height: 100}}})
	})
}
