package pdf

import (
	"fmt"
	"math"
	"strings"
)

// state is what an element inherits: transform, paints, font, clips.
type state struct {
	ctm                    matrix
	fill, stroke           pigment
	fillAlpha, strokeAlpha float64
	opacity                float64
	evenOdd                bool
	strokeWidth            float64
	dash                   []float64
	lineCap, lineJoin      int
	face                   face
	fontSize               float64
	clips                  [][]pathOp
}

// initialState holds the initial values of SVG 1.1.
func initialState() state {
	return state{
		ctm:  matrix{1, 0, 0, 1, 0, 0},
		fill: pigment{kind: solid, alpha: 1}, fillAlpha: 1, strokeAlpha: 1, opacity: 1,
		strokeWidth: 1, fontSize: 16,
	}
}

// enter gives the state inside an element.
func (r *reader) enter(n *node, s state) (state, error) {
	for _, name := range []string{"mask", "filter"} {
		if n.attr(name) != "" {
			return s, fmt.Errorf("svg: %s is not drawn", name)
		}
	}
	m, err := parseTransform(n.attr("transform"))
	if err != nil {
		return s, err
	}
	s.ctm = s.ctm.times(m)
	if err := r.enterPaints(n, &s); err != nil {
		return s, err
	}
	if err := enterFont(n, &s); err != nil {
		return s, err
	}
	return s, r.enterClip(n, &s)
}

// enterPaints reads fill and stroke.
func (r *reader) enterPaints(n *node, s *state) error {
	var err error
	if v := n.attr("fill"); v != "" {
		if s.fill, err = r.paint(v, s.ctm); err != nil {
			return err
		}
	}
	if v := n.attr("stroke"); v != "" {
		if s.stroke, err = r.paint(v, s.ctm); err != nil {
			return err
		}
	}
	for name, target := range map[string]*float64{
		"fill-opacity": &s.fillAlpha, "stroke-opacity": &s.strokeAlpha, "stroke-width": &s.strokeWidth,
	} {
		if v := n.attr(name); v != "" {
			if *target, err = parseNumber(v); err != nil {
				return err
			}
		}
	}
	if v := n.attr("opacity"); v != "" {
		o, err := parseNumber(v)
		if err != nil {
			return err
		}
		s.opacity *= o
	}
	if v := n.attr("fill-rule"); v != "" {
		s.evenOdd = v == "evenodd"
	}
	if v := n.attr("stroke-linecap"); v != "" {
		s.lineCap = map[string]int{"round": 1, "square": 2}[v]
	}
	if v := n.attr("stroke-linejoin"); v != "" {
		s.lineJoin = map[string]int{"round": 1, "bevel": 2}[v]
	}
	if v := n.attr("stroke-dasharray"); v != "" {
		if s.dash, err = parseDash(v); err != nil {
			return err
		}
	}
	return nil
}

// parseDash reads dash lengths; none, or only zeros, is a full line.
func parseDash(text string) ([]float64, error) {
	if text == "none" {
		return nil, nil
	}
	var dash []float64
	sum := 0.0
	for _, part := range strings.FieldsFunc(text, isSeparator) {
		v, err := parseNumber(part)
		if err != nil || v < 0 {
			return nil, fmt.Errorf("svg: dashes %q", text)
		}
		dash = append(dash, v)
		sum += v
	}
	if sum == 0 {
		return nil, nil
	}
	return dash, nil
}

// enterFont reads size and weight; the family is always the report's.
func enterFont(n *node, s *state) error {
	if v := n.attr("font-size"); v != "" {
		size, err := parseNumber(v)
		if err != nil {
			return err
		}
		s.fontSize = size
	}
	switch n.attr("font-weight") {
	case "bold", "bolder", "600", "700", "800", "900":
		s.face = bold
	case "normal", "lighter", "100", "200", "300", "400", "500":
		s.face = regular
	}
	if v := n.attr("font-style"); v == "italic" || v == "oblique" {
		s.face = italic
	}
	return nil
}

// enterClip adds the clip path an element names; its shapes have transforms of their own.
func (r *reader) enterClip(n *node, s *state) error {
	value := n.attr("clip-path")
	if value == "" || value == "none" {
		return nil
	}
	clip := r.defs[urlID(value)]
	if clip == nil || clip.name != "clipPath" {
		return fmt.Errorf("svg: no clip path %q", value)
	}
	var all []pathOp
	for _, k := range clip.kids {
		ops, err := outline(k)
		if err != nil {
			return err
		}
		m, err := parseTransform(k.attr("transform"))
		if err != nil {
			return err
		}
		all = append(all, transformed(ops, s.ctm.times(m))...)
	}
	s.clips = append(s.clips[:len(s.clips):len(s.clips)], all)
	return nil
}

// urlID gives the id in url(#id).
func urlID(value string) string {
	id := strings.TrimSuffix(strings.TrimPrefix(value, "url("), ")")
	return strings.TrimPrefix(strings.Trim(id, `"'`), "#")
}

// matrix is a b c d e f of x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

// times gives the matrix that applies n first, then m.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

// apply moves a point.
func (m matrix) apply(p point) point {
	return point{m[0]*p.x + m[2]*p.y + m[4], m[1]*p.x + m[3]*p.y + m[5]}
}

// scale is the mean factor by which lengths grow.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// parseTransform reads a list of translate, scale, rotate and matrix.
func parseTransform(text string) (matrix, error) {
	m := matrix{1, 0, 0, 1, 0, 0}
	for rest := strings.TrimLeft(text, ", \n\t"); rest != ""; rest = strings.TrimLeft(rest, ", \n\t") {
		name, after, ok := strings.Cut(rest, "(")
		list, tail, closed := strings.Cut(after, ")")
		if !ok || !closed {
			return m, fmt.Errorf("svg: transform %q", text)
		}
		var v []float64
		for _, part := range strings.FieldsFunc(list, isSeparator) {
			x, err := parseNumber(part)
			if err != nil {
				return m, err
			}
			v = append(v, x)
		}
		one, err := transform(strings.TrimSpace(name), v)
		if err != nil {
			return m, err
		}
		m = m.times(one)
		rest = tail
	}
	return m, nil
}

// transform gives the matrix of one function.
func transform(name string, v []float64) (matrix, error) {
	switch {
	case name == "matrix" && len(v) == 6:
		return matrix(v), nil
	case name == "translate" && len(v) == 1:
		return matrix{1, 0, 0, 1, v[0], 0}, nil
	case name == "translate" && len(v) == 2:
		return matrix{1, 0, 0, 1, v[0], v[1]}, nil
	case name == "scale" && len(v) == 1:
		return matrix{v[0], 0, 0, v[0], 0, 0}, nil
	case name == "scale" && len(v) == 2:
		return matrix{v[0], 0, 0, v[1], 0, 0}, nil
	case name == "rotate" && (len(v) == 1 || len(v) == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		m := matrix{cos, sin, -sin, cos, 0, 0}
		if len(v) == 3 {
			m = matrix{1, 0, 0, 1, v[1], v[2]}.times(m).times(matrix{1, 0, 0, 1, -v[1], -v[2]})
		}
		return m, nil
	}
	return matrix{}, fmt.Errorf("svg: transform %s with %d numbers", name, len(v))
}
