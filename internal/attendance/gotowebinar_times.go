package attendance

import "strings"

// stacked parts the times of a cell.
func stacked(cell string) []string {
	var out []string
	for _, line := range strings.FieldsFunc(cell, func(r rune) bool { return r == '\n' || r == '\r' || r == ';' || r == '|' }) {
		for s := known(line); s != ""; {
			one := s
			if len(s) > longestTime || !looksLikeTime(inKnownZone(s)) { // a program has put the lines behind each other
				one = firstTime(s)
			}
			out, s = append(out, one), strings.TrimLeft(s[len(one):], " ,")
		}
	}
	return out
}

// longestTime is how many bytes one time has at most, with a weekday before it and the letters of a zone behind.
const longestTime = 80

// mostStays is how many times the cells of a file may hold together: as many as a file has rows at most.
const mostStays = 200_000

// firstTime is the first of the times of a cleaned cell, whose lines stand behind each other.
func firstTime(cell string) string {
	if m := timeAndZone().FindString(cell); m != "" {
		return m
	}
	return cell
}

// timeAndZone is everything up to the first time of day, with AM or PM and the letters of a zone.
var timeAndZone = pattern(`^.*?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,5})?`)

// zoneEnd is the letters of a zone behind a time.
var zoneEnd = pattern(`[0-9](?: ?[AaPp]\.?[Mm]\.?)? \(?([A-Z]{3,5})\)?$`)

// zoneLetters is the zone the times name, "" without one or with several.
func zoneLetters(rows []personRow) string {
	zone := ""
	for _, p := range rows {
		for _, text := range []string{p.join, p.leave} {
			m := zoneEnd().FindStringSubmatch(text)
			switch {
			case text == "":
			case m == nil || zone != "" && zone != m[1] || !looksLikeTime(text):
				return ""
			default:
				zone = m[1]
			}
		}
	}
	return zone
}

// dropUnknownZones takes letters of zones nobody knows off the times; they are then read in the zone assumed.
func (r *Reading) dropUnknownZones(rows []personRow, meeting *frame) {
	dropped := false
	drop := func(text *string) {
		known := inKnownZone(*text)
		dropped = dropped || known != *text
		*text = known
	}
	for i := range rows {
		drop(&rows[i].join)
		drop(&rows[i].leave)
	}
	if dropped {
		r.problem(0, "The times name a zone by letters that are not known; they were read in the zone assumed.")
	}
	drop(&meeting.start)
}

// inKnownZone is a time without the letters of a zone that nobody knows.
func inKnownZone(text string) string {
	if m := zoneEnd().FindStringSubmatchIndex(text); m != nil && !looksLikeTime(text) {
		return strings.TrimRight(text[:m[2]], " (")
	}
	return text
}

// goToSummary is what the blocks above the people say, as text, "" where they do not, and the line of the numbers.
type goToSummary struct {
	title, start, length, registered, attended string
	line                                       int
}
