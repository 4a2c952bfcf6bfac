package pdf

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// drawing is a chart read from SVG: shapes and labels in painting order, in the units of its viewBox. The part of SVG 1.1
// is the one that ECharts' server-side renderer writes; any other element is an error, so that nothing of a chart is
// dropped in silence.
type drawing struct {
	width, height float64 // 0: the SVG does not say
	items         []drawable
}

// drawable is a shape or a label.
type drawable interface {
	draw(d *drawer)
}

// texts gives the printed labels in order.
func (d *drawing) texts() []string {
	var texts []string
	for _, item := range d.items {
		if l, ok := item.(*label); ok {
			texts = append(texts, l.text)
		}
	}
	return texts
}

// node is an XML element.
type node struct {
	name  string
	attrs map[string]string
	text  string
	kids  []*node
}

// attr gives an attribute, or the property of that name in the style attribute, which wins as in CSS.
func (n *node) attr(name string) string {
	for part := range strings.SplitSeq(n.attrs["style"], ";") {
		key, value, _ := strings.Cut(part, ":")
		if strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return strings.TrimSpace(n.attrs[name])
}

// number reads an attribute that is a length in user units; absent is 0.
func (n *node) number(name string) (float64, error) {
	value := n.attr(name)
	if value == "" {
		return 0, nil
	}
	return parseNumber(value)
}

// numbers reads several attributes of that kind.
func (n *node) numbers(names ...string) ([]float64, error) {
	values := make([]float64, len(names))
	for i, name := range names {
		v, err := n.number(name)
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	return values, nil
}

// maxDepth bounds the nesting of elements; charts have three levels.
const maxDepth = 64

// parseSVG reads a chart and checks all of it, so that drawing cannot fail.
func parseSVG(text string) (*drawing, error) {
	root, err := parseXML(text)
	if err != nil {
		return nil, err
	}
	if root.name != "svg" {
		return nil, fmt.Errorf("svg: the root is <%s>", root.name)
	}
	r := &reader{drawing: &drawing{}, defs: map[string]*node{}}
	start := initialState()
	if box := strings.FieldsFunc(root.attr("viewBox"), isSeparator); len(box) == 4 {
		var v [4]float64
		for i := range box {
			if v[i], err = parseNumber(box[i]); err != nil {
				return nil, err
			}
		}
		start.ctm = matrix{1, 0, 0, 1, -v[0], -v[1]}
		r.drawing.width, r.drawing.height = v[2], v[3]
	}
	r.collect(root)
	if err := r.children(root, start); err != nil {
		return nil, err
	}
	return r.drawing, nil
}

// parseXML builds the tree.
func parseXML(text string) (*node, error) {
	dec := xml.NewDecoder(strings.NewReader(text))
	var root *node
	var open []*node
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, attrs: make(map[string]string, len(t.Attr))}
			for _, a := range t.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			switch {
			case len(open) > 0:
				top := open[len(open)-1]
				top.kids = append(top.kids, n)
			case root == nil:
				root = n
			default:
				return nil, errors.New("svg: more than one root")
			}
			if open = append(open, n); len(open) > maxDepth {
				return nil, errors.New("svg: nested too deeply")
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(t)
			}
		}
	}
	if root == nil {
		return nil, errors.New("svg: no element")
	}
	return root, nil
}

// reader turns nodes into drawables.
type reader struct {
	drawing *drawing
	defs    map[string]*node // elements with an id
}

// collect notes all elements with an id, which may be named before they stand.
func (r *reader) collect(n *node) {
	if id := n.attrs["id"]; id != "" {
		r.defs[id] = n
	}
	for _, k := range n.kids {
		r.collect(k)
	}
}

// children reads the elements inside a node.
func (r *reader) children(n *node, s state) error {
	for _, k := range n.kids {
		if err := r.element(k, s); err != nil {
			return err
		}
	}
	return nil
}

// element reads one element under the state of its parent.
func (r *reader) element(n *node, s state) error {
	switch n.name {
	case "defs", "style", "title", "desc", "linearGradient", "clipPath":
		return nil // used through their id; the style sheet holds hover colours only
	}
	s, err := r.enter(n, s)
	if err != nil {
		return err
	}
	switch n.name {
	case "g":
		return r.children(n, s)
	case "text":
		return r.label(n, s)
	}
	ops, err := outline(n)
	if err != nil {
		return err
	}
	r.shape(transformed(ops, s.ctm), s)
	return nil
}

// shape adds a shape, unless nothing of it is seen.
func (r *reader) shape(ops []pathOp, s state) {
	sh := &shape{ops: ops, clips: s.clips, evenOdd: s.evenOdd}
	if s.fill.visible(s.fillAlpha * s.opacity) {
		f := s.fill
		f.alpha *= s.fillAlpha * s.opacity
		sh.fill = &f
	}
	if width := s.strokeWidth * s.ctm.scale(); width > 0 && s.stroke.visible(s.strokeAlpha*s.opacity) {
		p := s.stroke
		p.alpha *= s.strokeAlpha * s.opacity
		sh.stroke = &stroke{paint: p, width: width, dash: s.dash, scale: s.ctm.scale(), lineCap: s.lineCap, lineJoin: s.lineJoin}
	}
	if len(ops) > 0 && (sh.fill != nil || sh.stroke != nil) {
		r.drawing.items = append(r.drawing.items, sh)
	}
}

// label adds a text. Its outline (a halo behind the letters) is left out: it would print the text twice.
func (r *reader) label(n *node, s state) error {
	if len(n.kids) > 0 {
		return fmt.Errorf("svg: <%s> inside <text>", n.kids[0].name)
	}
	xy, err := n.numbers("x", "y")
	if err != nil {
		return err
	}
	text := cleanLine(n.text)
	if text == "" || !s.fill.visible(s.fillAlpha*s.opacity) {
		return nil
	}
	f := s.fill
	f.alpha *= s.fillAlpha * s.opacity
	l := &label{text: text, face: s.face, size: s.fontSize, paint: f, clips: s.clips}
	width := l.face.width(text, l.size)
	switch n.attr("text-anchor") {
	case "middle":
		xy[0] -= width / 2
	case "end":
		xy[0] -= width
	}
	switch n.attr("dominant-baseline") {
	case "central", "middle":
		xy[1] += l.size * capHeight / 2
	case "text-before-edge", "hanging":
		xy[1] += l.size * ascent
	case "text-after-edge", "ideographic":
		xy[1] -= l.size * descent
	}
	l.ctm = s.ctm.times(matrix{1, 0, 0, 1, xy[0], xy[1]})
	r.drawing.items = append(r.drawing.items, l)
	return nil
}

// parseNumber reads a number that may end in px.
func parseNumber(text string) (float64, error) {
	v, err := strconv.ParseFloat(strings.TrimSuffix(text, "px"), 64)
	if err != nil || v != v || v > 1e9 || v < -1e9 {
		return 0, fmt.Errorf("svg: %q is no number", text)
	}
	return v, nil
}

// isSeparator tells the characters between numbers of a list.
func isSeparator(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' || r == '\r' }
