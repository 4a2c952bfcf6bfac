package pdf

import (
	"fmt"
	"math"
)

// point is a place in user units.
type point struct{ x, y float64 }

// pathOp is one step of an outline: M and L use the last point, C all three, Z none.
type pathOp struct {
	kind byte
	p    [3]point
}

// transformed moves an outline.
func transformed(ops []pathOp, m matrix) []pathOp {
	out := make([]pathOp, len(ops))
	for i, op := range ops {
		for j := range op.p {
			op.p[j] = m.apply(op.p[j])
		}
		out[i] = op
	}
	return out
}

// outline gives the path of a basic shape.
func outline(n *node) ([]pathOp, error) {
	switch n.name {
	case "path":
		return parsePath(n.attr("d"))
	case "rect":
		v, err := n.numbers("x", "y", "width", "height")
		if err != nil || v[2] <= 0 || v[3] <= 0 {
			return nil, err
		}
		x, y, w, h := v[0], v[1], v[2], v[3]
		return polygon([]point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true), nil
	case "line":
		v, err := n.numbers("x1", "y1", "x2", "y2")
		if err != nil {
			return nil, err
		}
		return polygon([]point{{v[0], v[1]}, {v[2], v[3]}}, false), nil
	case "polyline", "polygon":
		points, err := parsePoints(n.attr("points"))
		return polygon(points, n.name == "polygon"), err
	case "circle":
		v, err := n.numbers("cx", "cy", "r")
		if err != nil {
			return nil, err
		}
		return ellipse(v[0], v[1], v[2], v[2]), nil
	case "ellipse":
		v, err := n.numbers("cx", "cy", "rx", "ry")
		if err != nil {
			return nil, err
		}
		return ellipse(v[0], v[1], v[2], v[3]), nil
	}
	return nil, fmt.Errorf("svg: <%s> is not drawn", n.name)
}

// polygon joins points by straight lines.
func polygon(points []point, closed bool) []pathOp {
	var ops []pathOp
	for i, p := range points {
		kind := byte('L')
		if i == 0 {
			kind = 'M'
		}
		ops = append(ops, pathOp{kind, [3]point{2: p}})
	}
	if closed && len(ops) > 0 {
		ops = append(ops, pathOp{kind: 'Z'})
	}
	return ops
}

// parsePoints reads the coordinates of polyline and polygon.
func parsePoints(text string) ([]point, error) {
	s := &scanner{text: text}
	var points []point
	for s.more() {
		v, err := s.numbers(2)
		if err != nil {
			return nil, err
		}
		points = append(points, point{v[0], v[1]})
	}
	return points, nil
}

// ellipse is two half arcs.
func ellipse(cx, cy, rx, ry float64) []pathOp {
	if rx <= 0 || ry <= 0 {
		return nil
	}
	left, right := point{cx - rx, cy}, point{cx + rx, cy}
	ops := []pathOp{{'M', [3]point{2: left}}}
	ops = append(ops, arc(left, right, rx, ry, 0, false, true)...)
	ops = append(ops, arc(right, left, rx, ry, 0, false, true)...)
	return append(ops, pathOp{kind: 'Z'})
}

// parsePath reads path data: M L H V C Q A Z, absolute and relative.
func parsePath(text string) ([]pathOp, error) {
	p := &pathReader{s: &scanner{text: text}}
	for p.s.more() {
		command := p.s.command(p.last)
		if err := p.step(command); err != nil {
			return nil, err
		}
		// Coordinates that follow a move without a letter are lines.
		switch p.last = command; command {
		case 'M':
			p.last = 'L'
		case 'm':
			p.last = 'l'
		}
	}
	return p.ops, nil
}

// pathReader holds the pen while path data is read.
type pathReader struct {
	s         *scanner
	ops       []pathOp
	at, start point
	last      byte
}

// arity is how many numbers a command takes.
var arity = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'Q': 4, 'A': 7, 'Z': 0}

// step reads one command and its numbers.
func (p *pathReader) step(command byte) error {
	upper := command &^ 0x20
	count, ok := arity[upper]
	if !ok || (len(p.ops) == 0 && upper != 'M') {
		return fmt.Errorf("svg: path command %q", string(rune(command)))
	}
	base := p.at
	if command == upper {
		base = point{}
	}
	if upper == 'A' {
		return p.arc(base)
	}
	v, err := p.s.numbers(count)
	if err != nil {
		return err
	}
	to := func(i int) point { return point{base.x + v[i], base.y + v[i+1]} }
	switch upper {
	case 'M':
		p.start = to(0)
		p.add('M', point{}, point{}, to(0))
	case 'L':
		p.add('L', point{}, point{}, to(0))
	case 'H':
		p.add('L', point{}, point{}, point{base.x + v[0], p.at.y})
	case 'V':
		p.add('L', point{}, point{}, point{p.at.x, base.y + v[0]})
	case 'C':
		p.add('C', to(0), to(2), to(4))
	case 'Q':
		q, end := to(0), to(2)
		p.add('C', between(p.at, q, 2.0/3), between(end, q, 2.0/3), end)
	case 'Z':
		p.ops = append(p.ops, pathOp{kind: 'Z'})
		p.at = p.start
	}
	return nil
}

// arc reads the numbers of A, whose two flags may stand without a separator.
func (p *pathReader) arc(base point) error {
	radii, err := p.s.numbers(3)
	if err != nil {
		return err
	}
	large, err1 := p.s.flag()
	sweep, err2 := p.s.flag()
	end, err3 := p.s.numbers(2)
	if err1 != nil || err2 != nil || err3 != nil {
		return fmt.Errorf("svg: an arc is incomplete")
	}
	to := point{base.x + end[0], base.y + end[1]}
	p.ops = append(p.ops, arc(p.at, to, math.Abs(radii[0]), math.Abs(radii[1]), radii[2]*math.Pi/180, large, sweep)...)
	p.at = to
	return nil
}

func (p *pathReader) add(kind byte, a, b, end point) {
	p.ops = append(p.ops, pathOp{kind, [3]point{a, b, end}})
	p.at = end
}

// between is the point a part of the way from a to b.
func between(a, b point, part float64) point {
	return point{a.x + (b.x-a.x)*part, a.y + (b.y-a.y)*part}
}
