package ssr_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/chart/ssr"
)

// vocabulary is everything a converter of the pictures has to know: elements with their attributes. Attributes in
// ecmeta_ only say which series and row a shape stands for.
var vocabulary = map[string][]string{
	"svg":      {"width", "height", "xmlns", "xlink", "version", "baseProfile", "viewBox"},
	"g":        {"clip-path"},
	"rect":     {"width", "height", "x", "y", "fill"},
	"path":     {"d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "fill-opacity", "pointer-events", "transform"},
	"polyline": {"points", "fill", "stroke", "stroke-width", "stroke-linejoin"},
	"text":     {"dominant-baseline", "text-anchor", "style", "space", "x", "y", "fill", "transform", "pointer-events"},
	"defs":     {},
	"clipPath": {"id"},
}

// element is one element of a picture with the text directly inside.
type element struct {
	name, text string
	attr       map[string]string
}

// elements reads a picture as XML; it fails when it is none.
func elements(t testing.TB, svg string) []element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	var list []element
	var open []int
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatalf("the picture is no XML: %v", err)
		}
		switch v := token.(type) {
		case xml.StartElement:
			e := element{name: v.Name.Local, attr: map[string]string{}}
			for _, a := range v.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			open = append(open, len(list))
			list = append(list, e)
		case xml.CharData:
			if len(open) > 0 {
				list[open[len(open)-1]].text += string(v)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

var (
	pathForm      = regexp.MustCompile(`^(?:[MLlAaCcZz]|[-+0-9., e])*$`)
	transformForm = regexp.MustCompile(`^(?:translate\([-0-9. e]+\)|matrix\([-0-9., e]+\))$`)
	colourForm    = regexp.MustCompile(`^(?:none|#[0-9A-Fa-f]{6}|#[0-9a-f]{3}|rgb\(\d+,\d+,\d+\)|transparent)$`)
)

func TestVocabulary(t *testing.T) {
	r := ssr.New(plain)
	for name, option := range options(t) {
		for _, e := range elements(t, draw(t, r, option)) {
			known, ok := vocabulary[e.name]
			if !ok {
				t.Errorf("%s: unknown element %s", name, e.name)
			}
			for key, value := range e.attr {
				if !slices.Contains(known, key) && !strings.HasPrefix(key, "ecmeta_") {
					t.Errorf("%s: unknown attribute %s=%q of %s", name, key, value, e.name)
				}
				form := map[string]*regexp.Regexp{"d": pathForm, "transform": transformForm, "fill": colourForm, "stroke": colourForm}[key]
				if form != nil && !form.MatchString(value) {
					t.Errorf("%s: %s=%q of %s is of no known form", name, key, value, e.name)
				}
			}
		}
	}
}
