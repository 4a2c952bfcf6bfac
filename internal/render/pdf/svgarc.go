package pdf

import "math"

// arc turns an elliptical arc into Bézier curves of a quarter turn at most: SVG 1.1, appendix F.6.5 and F.6.6.
func arc(from, to point, rx, ry, phi float64, large, sweep bool) []pathOp {
	if rx == 0 || ry == 0 || from == to {
		return []pathOp{{'L', [3]point{2: to}}}
	}
	sin, cos := math.Sincos(phi)
	dx, dy := (from.x-to.x)/2, (from.y-to.y)/2
	x, y := cos*dx+sin*dy, -sin*dx+cos*dy
	if grow := x*x/(rx*rx) + y*y/(ry*ry); grow > 1 {
		rx, ry = rx*math.Sqrt(grow), ry*math.Sqrt(grow)
	}
	root := (rx*rx*ry*ry - rx*rx*y*y - ry*ry*x*x) / (rx*rx*y*y + ry*ry*x*x)
	factor := math.Sqrt(max(root, 0))
	if large == sweep {
		factor = -factor
	}
	ux, uy := factor*rx*y/ry, -factor*ry*x/rx
	centre := point{cos*ux - sin*uy + (from.x+to.x)/2, sin*ux + cos*uy + (from.y+to.y)/2}
	start := math.Atan2((y-uy)/ry, (x-ux)/rx)
	turn := math.Atan2((-y-uy)/ry, (-x-ux)/rx) - start
	if sweep && turn < 0 {
		turn += 2 * math.Pi
	} else if !sweep && turn > 0 {
		turn -= 2 * math.Pi
	}
	count := int(math.Ceil(math.Abs(turn)/(math.Pi/2) - 1e-9))
	step := turn / float64(max(count, 1))
	reach := 4.0 / 3 * math.Tan(step/4)
	at := func(angle, along float64) point { // the point at an angle, moved along its tangent
		s, c := math.Sincos(angle)
		px, py := rx*(c-along*s), ry*(s+along*c)
		return point{cos*px - sin*py + centre.x, sin*px + cos*py + centre.y}
	}
	var ops []pathOp
	for i := range count {
		a := start + float64(i)*step
		end := at(a+step, 0)
		if i == count-1 {
			end = to
		}
		ops = append(ops, pathOp{'C', [3]point{at(a, reach), at(a+step, -reach), end}})
	}
	return ops
}
