package pdf

import (
	"math"
	"strconv"
)

// drawer puts a drawing on a page: unit (0,0) at left and top, scaled.
type drawer struct {
	cv        *canvas
	left, top float64
	scale     float64
	buf       []byte
}

// draw prints the drawing. Everything gofpdf does not know about stands between q and Q.
func (d *drawing) draw(cv *canvas, left, top, scale float64) {
	dr := &drawer{cv: cv, left: left, top: top, scale: scale}
	for _, item := range d.items {
		item.draw(dr)
	}
}

// shape is an outline with its paints.
type shape struct {
	ops     []pathOp
	fill    *pigment
	stroke  *stroke
	evenOdd bool
	clips   [][]pathOp
}

// stroke is how an outline is drawn; width is in the units of the drawing, dash in those of the element, which are scale
// times as large.
type stroke struct {
	paint             pigment
	width             float64
	dash              []float64
	scale             float64
	lineCap, lineJoin int
}

// label is a text whose baseline starts at the origin of ctm.
type label struct {
	text  string
	face  face
	size  float64
	paint pigment
	ctm   matrix
	clips [][]pathOp
}

func (s *shape) draw(d *drawer) {
	d.open(s.clips)
	if s.fill != nil {
		d.alpha(s.fill.alpha)
		if s.fill.kind == shaded {
			d.shade(s, s.fill.shade)
		} else {
			d.colour(s.fill.colour, "rg")
			d.path(s.ops)
			d.write(map[bool]string{true: "f*", false: "f"}[s.evenOdd])
		}
		d.flush()
	}
	if s.stroke != nil {
		d.alpha(s.stroke.paint.alpha)
		c := s.stroke.paint.colour
		if s.stroke.paint.kind == shaded {
			c = s.stroke.paint.shade.at(0.5)
		}
		d.colour(c, "RG")
		d.number(s.stroke.width * d.scale)
		d.write("w")
		d.write(strconv.Itoa(s.stroke.lineCap) + " J " + strconv.Itoa(s.stroke.lineJoin) + " j")
		if len(s.stroke.dash) > 0 {
			d.write("[")
			for _, v := range s.stroke.dash {
				d.number(v * s.stroke.scale * d.scale)
			}
			d.write("] 0 d")
		}
		d.path(s.ops)
		d.write("S")
	}
	d.close()
}

// shade fills an outline with a gradient: stripes across its direction, each reaching to the far end, so that no seam
// shows between two of them.
func (d *drawer) shade(s *shape, g *shade) {
	low, high := bounds(s.ops)
	from, to := g.from, g.to
	if g.box {
		w, h := high.x-low.x, high.y-low.y
		from = point{low.x + from.x*w, low.y + from.y*h}
		to = point{low.x + to.x*w, low.y + to.y*h}
	}
	d.path(s.ops)
	d.write("W n")
	length := math.Hypot(to.x-from.x, to.y-from.y)
	reach := math.Hypot(high.x-low.x, high.y-low.y) + length
	if length == 0 {
		length, to = 1, point{from.x + 1, from.y}
	}
	along := point{(to.x - from.x) / length, (to.y - from.y) / length}
	across := point{-along.y * reach, along.x * reach}
	const stripes = 64
	for i := range stripes {
		begin := float64(i) / stripes * length
		if i == 0 {
			begin = -reach
		}
		a := point{from.x + along.x*begin, from.y + along.y*begin}
		b := point{from.x + along.x*reach, from.y + along.y*reach}
		d.colour(g.at((float64(i)+0.5)/stripes), "rg")
		d.path(polygon([]point{
			{a.x - across.x, a.y - across.y}, {a.x + across.x, a.y + across.y},
			{b.x + across.x, b.y + across.y}, {b.x - across.x, b.y - across.y},
		}, true))
		d.write("f")
	}
}

// bounds gives the corners of the box around an outline's points.
func bounds(ops []pathOp) (low, high point) {
	low, high = point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, op := range ops {
		if op.kind == 'Z' {
			continue
		}
		p := op.p[2]
		low = point{min(low.x, p.x), min(low.y, p.y)}
		high = point{max(high.x, p.x), max(high.y, p.y)}
	}
	return low, high
}

// draw prints a label as text that can be selected, turned as the chart turns it.
func (l *label) draw(d *drawer) {
	style := textStyle{face: l.face, size: l.size * l.ctm.scale() * d.scale, colour: l.paint.colour}
	if l.paint.kind == shaded {
		style.colour = l.paint.shade.at(0.5)
	}
	x, y := d.left+l.ctm[4]*d.scale, d.top+l.ctm[5]*d.scale
	d.open(l.clips)
	d.alpha(l.paint.alpha)
	d.flush()
	if l.ctm[1] == 0 && l.ctm[2] == 0 && l.ctm[0] > 0 {
		d.cv.text(x, y, style, l.text)
	} else {
		turn := math.Atan2(l.ctm[1], l.ctm[0])
		sin, cos := math.Sincos(-turn) // PDF's y axis grows upwards
		for _, v := range []float64{cos, sin, -sin, cos} {
			d.buf = strconv.AppendFloat(d.buf, v, 'f', 5, 64)
			d.buf = append(d.buf, ' ')
		}
		d.number(x)
		d.number(pageHeight - y)
		d.write("cm")
		d.flush()
		d.cv.text(0, pageHeight, style, l.text)
	}
	d.close()
}

// open starts an item: state saved, clips set.
func (d *drawer) open(clips [][]pathOp) {
	d.write("q")
	for _, c := range clips {
		d.path(c)
		d.write("W n")
	}
}

// close ends an item: the page has its earlier state back.
func (d *drawer) close() {
	d.write("Q")
	d.flush()
}

// alpha sets the opacity. gofpdf remembers the latest value even after a Q has taken it back, so that it is at most set
// once too often.
func (d *drawer) alpha(a float64) {
	d.flush()
	a = min(max(a, 0), 1)
	if current, _ := d.cv.pdf.GetAlpha(); a != current || a < 1 {
		d.cv.pdf.SetAlpha(a, "Normal")
	}
}

// path writes an outline, or one point when it is empty, so that a clip hides everything.
func (d *drawer) path(ops []pathOp) {
	if len(ops) == 0 {
		d.write("0 0 m")
	}
	for _, op := range ops {
		switch op.kind {
		case 'M', 'L':
			d.point(op.p[2])
			d.write(map[byte]string{'M': "m", 'L': "l"}[op.kind])
		case 'C':
			d.point(op.p[0])
			d.point(op.p[1])
			d.point(op.p[2])
			d.write("c")
		case 'Z':
			d.write("h")
		}
	}
}

// point writes a place in PDF's coordinates, whose origin is the lower left corner of the page.
func (d *drawer) point(p point) {
	d.number(d.left + p.x*d.scale)
	d.number(pageHeight - (d.top + p.y*d.scale))
}

// number writes a number with the precision of 1/100 point.
func (d *drawer) number(v float64) {
	d.buf = strconv.AppendFloat(d.buf, math.Round(v*100)/100, 'f', -1, 64)
	d.buf = append(d.buf, ' ')
}

// colour writes a colour with its operator.
func (d *drawer) colour(c colour, operator string) {
	for _, v := range []uint8{c.r, c.g, c.b} {
		d.buf = strconv.AppendFloat(d.buf, math.Round(float64(v)/255*1000)/1000, 'f', -1, 64)
		d.buf = append(d.buf, ' ')
	}
	d.write(operator)
}

func (d *drawer) write(s string) {
	d.buf = append(d.buf, s...)
	d.buf = append(d.buf, ' ')
}

// flush hands what was written to the page.
func (d *drawer) flush() {
	if len(d.buf) > 0 {
		d.cv.pdf.RawWriteStr(string(d.buf))
		d.buf = d.buf[:0]
	}
}
