package tabular

import "strings"

// zoneHours are the zone letters that platforms print, in hours east of UTC. Letters that mean several zones are taken
// as American platforms print them.
var zoneHours = map[string]int{
	"z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3,
	"trt": 3, "msk": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}

// zone reads what follows a time of day: nothing, zone letters, an offset, or both ("GMT+3", "+0200", "(UTC+02:00)").
// It gives nil where the text names no zone, and false where it cannot be understood.
func (p *textScanner) zone() (*int, bool) {
	p.skip(" (")
	if word := p.word(); word == "uhr" || word == "h" || word == "ч" { // 14:00 Uhr, 14:00 h, 14:00 ч.
		p.rest = strings.TrimLeft(p.rest[len(word):], ". (")
	}
	seconds, named := 0, false
	if word := p.word(); word != "" {
		hours, ok := zoneHours[word]
		if !ok {
			return nil, false
		}
		seconds, named = hours*3600, true
		p.rest = p.rest[len(word):]
		p.skip(" ")
	}
	if c := p.peek(); c == '+' || c == '-' {
		p.rest = p.rest[1:]
		offset, ok := p.offset()
		if !ok {
			return nil, false
		}
		if c == '-' {
			offset = -offset
		}
		seconds, named = seconds+offset, true
	}
	p.rest = strings.TrimLeft(p.rest, " )")
	if !named {
		return nil, true
	}
	return &seconds, true
}

// offset reads 3, 03, 0300 or 03:00 as seconds.
func (p *textScanner) offset() (int, bool) {
	hours, digits := p.number(4)
	minutes := 0
	switch {
	case digits >= 3:
		hours, minutes = hours/100, hours%100
	case digits == 0:
		return 0, false
	case p.peek() == ':':
		p.rest = p.rest[1:]
		var n int
		if minutes, n = p.number(2); n != 2 {
			return 0, false
		}
	}
	return hours*3600 + minutes*60, hours <= 14 && minutes < 60
}
