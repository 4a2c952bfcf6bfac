package webinar

import "strings"

// sessions tells whether the moments of a date row are sessions of one day, one after the other on one clock, and gives the
// last one. Hours in brackets or behind a stroke may be those of another clock: they are no session.
func sessions(row string, spans []span) (last span, ok bool) {
	for i, s := range spans {
		switch {
		case s.length == 0 || s.minutes+s.length > 24*60:
			return span{}, false
		case i > 0 && (s.minutes < last.minutes+last.length || !oneClock(s.zones, spans[0].zones) || saidOtherwise(row[:s.from])):
			return span{}, false
		}
		last = s
	}
	return last, len(spans) > 1
}

// saidOtherwise tells by what stands before hours that they say those before them in another way.
func saidOtherwise(before string) bool {
	return openBracket(before) || strings.HasSuffix(strings.TrimRight(before, " "), "/")
}

// oneClock tells whether a moment's zones are those of another, or none.
func oneClock(zones, of []zoneMention) bool {
	if len(zones) == 0 || len(of) == 0 {
		return true
	}
	a, b := zones[0], of[0]
	return a.from == b.from || a.name != nil && b.name != nil && a.name.zone == b.name.zone
}

// lengthBehind takes a length that is set off behind the hours, such as ", 90 minutes" or "(2 hours)", out of a date row.
func lengthBehind(s string) (rest string, minutes int) {
	at := lengthBehindHours().FindStringIndex(s)
	if at == nil {
		return s, 0
	}
	minutes, ok := parseDuration(strings.Trim(s[at[0]:at[1]], " ,;|()–—-"))
	if !ok || minutes > longestBehind {
		return s, 0
	}
	return blank(s, at[0], at[1]), minutes
}

// longestBehind is the longest length taken from a date row, in minutes: ", 14 h" is an hour.
const longestBehind = 6 * 60

var lengthBehindHours = pattern(`(?i)[,;|(–—-]\s*(?:(?:expected |estimated |total )?(?:duration|length)|durée|durata|trajanje|kohëzgjatja|süre|dauer)?\s*:?\s*\d[\d.,:½]*\s*` +
	`(?:` + hourWords + `|` + minuteWords + `)[\p{L}\d .]{0,20}\)?\s*$`)
