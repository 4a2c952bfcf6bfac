package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// pigmentKind says what a shape is painted with; the zero value is nothing.
type pigmentKind int

const (
	none pigmentKind = iota
	solid
	shaded
)

// pigment is a fill or stroke.
type pigment struct {
	kind   pigmentKind
	colour colour
	alpha  float64
	shade  *shade
}

// visible tells whether paint under this opacity leaves a trace.
func (p pigment) visible(alpha float64) bool { return p.kind != none && p.alpha*alpha > 0 }

// shade is a linear gradient: from and to are where its first and last stop stand, in the unit square of the painted
// shape when box is set.
type shade struct {
	from, to point
	box      bool
	stops    []stop
}

// stop is a colour of a gradient at 0 to 1.
type stop struct {
	at     float64
	colour colour
}

// paint reads the value of fill or stroke.
func (r *reader) paint(value string, ctm matrix) (pigment, error) {
	if strings.HasPrefix(value, "url(") {
		g := r.defs[urlID(value)]
		if g == nil || g.name != "linearGradient" {
			return pigment{}, fmt.Errorf("svg: no gradient %q", value)
		}
		s, err := readShade(g, ctm)
		return pigment{kind: shaded, alpha: 1, shade: s}, err
	}
	c, alpha, err := parseColour(value)
	if err != nil || alpha == 0 {
		return pigment{}, err
	}
	return pigment{kind: solid, colour: c, alpha: alpha}, nil
}

// readShade reads a gradient. Transparent stops are mixed with the white of the paper.
func readShade(n *node, ctm matrix) (*shade, error) {
	v, err := n.numbers("x1", "y1", "x2", "y2")
	if err != nil {
		return nil, err
	}
	if n.attr("x2") == "" {
		v[2] = 1
	}
	s := &shade{from: point{v[0], v[1]}, to: point{v[2], v[3]}, box: n.attr("gradientUnits") != "userSpaceOnUse"}
	if !s.box {
		s.from, s.to = ctm.apply(s.from), ctm.apply(s.to)
	}
	for _, k := range n.kids {
		if k.name != "stop" {
			return nil, fmt.Errorf("svg: <%s> inside <linearGradient>", k.name)
		}
		at, err := parseOffset(k.attr("offset"))
		if err != nil {
			return nil, err
		}
		c, alpha, err := parseColour(k.attr("stop-color"))
		if err != nil {
			return nil, err
		}
		if o := k.attr("stop-opacity"); o != "" {
			opacity, err := parseNumber(o)
			if err != nil {
				return nil, err
			}
			alpha *= opacity
		}
		s.stops = append(s.stops, stop{at, mix(white, c, alpha)})
	}
	if len(s.stops) == 0 {
		return nil, fmt.Errorf("svg: a gradient without colours")
	}
	return s, nil
}

// parseOffset reads a part of 1, also written in per cent.
func parseOffset(text string) (float64, error) {
	if p, ok := strings.CutSuffix(text, "%"); ok {
		v, err := parseNumber(p)
		return v / 100, err
	}
	if text == "" {
		return 0, nil
	}
	return parseNumber(text)
}

// at gives the colour at a part of the way.
func (s *shade) at(t float64) colour {
	for i, st := range s.stops {
		if t <= st.at {
			if i == 0 || st.at == s.stops[i-1].at {
				return st.colour
			}
			before := s.stops[i-1]
			return mix(before.colour, st.colour, (t-before.at)/(st.at-before.at))
		}
	}
	return s.stops[len(s.stops)-1].colour
}

// mix gives the colour a part of the way from a to b.
func mix(a, b colour, part float64) colour {
	part = min(max(part, 0), 1)
	channel := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*part + 0.5) }
	return colour{channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b)}
}

// parseColour reads none, transparent, #rgb, #rrggbb, #rrggbbaa, rgb(), rgba() and the names of CSS.
func parseColour(text string) (c colour, alpha float64, err error) {
	text = strings.ToLower(strings.TrimSpace(text))
	switch {
	case text == "none" || text == "transparent":
		return colour{}, 0, nil
	case strings.HasPrefix(text, "#"):
		return parseHex(text[1:])
	case strings.HasPrefix(text, "rgb"):
		return parseRGB(text)
	}
	if n, ok := colornames.Map[text]; ok {
		return colour{n.R, n.G, n.B}, 1, nil
	}
	return colour{}, 0, fmt.Errorf("svg: colour %q", text)
}

// parseHex reads 3, 6 or 8 hexadecimal digits.
func parseHex(digits string) (colour, float64, error) {
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	if len(digits) == 6 {
		digits += "ff"
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 8 {
		return colour{}, 0, fmt.Errorf("svg: colour %q", "#"+digits)
	}
	return colour{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8)}, float64(uint8(v)) / 255, nil
}

// parseRGB reads rgb(r,g,b) and rgba(r,g,b,a).
func parseRGB(text string) (colour, float64, error) {
	_, list, _ := strings.Cut(strings.TrimSuffix(text, ")"), "(")
	parts := strings.FieldsFunc(list, isSeparator)
	if len(parts) != 3 && len(parts) != 4 {
		return colour{}, 0, fmt.Errorf("svg: colour %q", text)
	}
	v := [4]float64{3: 1}
	for i, part := range parts {
		n, err := parseNumber(part)
		if err != nil {
			return colour{}, 0, err
		}
		v[i] = n
	}
	channel := func(x float64) uint8 { return uint8(min(max(x, 0), 255) + 0.5) }
	return colour{channel(v[0]), channel(v[1]), channel(v[2])}, min(max(v[3], 0), 1), nil
}
