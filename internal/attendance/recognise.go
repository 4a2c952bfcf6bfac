package attendance

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// Recognise finds the rows of a file that the register knows from a better copy of it. A file that was saved again by a
// spreadsheet program may have lost the seconds of all its times, and letters of its names where the encoding has none
// for them ("?"); such a row becomes the known record, under its own line. Rows of equal content, and rows nobody knows,
// are returned as they are. A known record stands for one row only, and where two of different names would do none does.
func Recognise(known, incoming []Record) []Record {
	if len(known) == 0 {
		return incoming
	}
	cut := withoutSeconds(incoming)
	better := map[place][]int{}
	byKey := map[string]int{}
	for i, k := range known {
		byKey[k.Key] = i
		for _, p := range placesOf(k, cut) {
			better[p] = append(better[p], i)
		}
	}
	taken := make([]bool, len(known))
	for _, r := range incoming {
		if i, ok := byKey[r.Key]; ok {
			taken[i] = true
		}
	}
	out := slices.Clone(incoming)
	order := make([]int, len(out))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(out[a].Key, out[b].Key) })
	for _, i := range order {
		r := out[i]
		if _, ok := byKey[r.Key]; ok {
			continue
		}
		fits := slices.DeleteFunc(slices.Clone(better[placeOf(r, r.Leave, cut)]), func(k int) bool {
			return taken[k] || !sameButWorn(fullName(known[k]), fullName(r))
		})
		if len(fits) == 0 || slices.ContainsFunc(fits, func(k int) bool { return fullName(known[k]) != fullName(known[fits[0]]) }) {
			continue
		}
		taken[fits[0]] = true
		out[i] = known[fits[0]]
		out[i].Line, out[i].Sources = r.Line, r.Sources
	}
	return out
}

// place is what a worn copy of a row keeps: everything but the name.
type place struct {
	kind            Kind
	email, platform string
	join, leave     int64
	open            bool
	total           time.Duration // of a row without times
}

func placeOf(r Record, leave time.Time, cut bool) place {
	p := place{kind: r.Kind, email: participant.NormaliseEmail(r.Email), platform: strings.ToLower(r.PlatformID), open: r.Open}
	if r.Join.IsZero() {
		p.total = r.Total
		return p
	}
	p.join = instantOf(r.Join, cut)
	if !r.Open {
		p.leave = instantOf(leave, cut)
	}
	return p
}

// placesOf are the places a known record may have in a copy. A stay within one minute is read from a copy without seconds
// as one of up to a minute (see Reading.sameInstant).
func placesOf(r Record, cut bool) []place {
	places := []place{placeOf(r, r.Leave, cut)}
	if cut && !r.Join.IsZero() && instantOf(r.Join, true) == instantOf(r.Leave, true) {
		places = append(places, placeOf(r, r.Join.Add(time.Minute), true))
	}
	return places
}

// instantOf is a time to the second, or to its minute.
func instantOf(t time.Time, cut bool) int64 {
	if cut {
		t = t.Truncate(time.Minute)
	}
	return t.Unix()
}

// withoutSeconds tells whether no time of the records says its second.
func withoutSeconds(records []Record) bool {
	return !slices.ContainsFunc(records, func(r Record) bool { return !wholeMinutes(r) })
}

// wholeMinutes tells whether a stay is printed in minutes: its leave has seconds only where the row's own total gave it.
func wholeMinutes(r Record) bool {
	return r.Join.Second() == 0 && (r.Leave.Second() == 0 || r.Open || r.HasTotal && r.Leave.Sub(r.Join) == r.Total && r.Total < time.Minute)
}

// sameButWorn tells whether a name of a copy is the known one, but for letters that the copy shows as "?".
func sameButWorn(known, worn string) bool {
	if participant.FoldKey(known) == participant.FoldKey(worn) {
		return true
	}
	a, b := []rune(strings.ToLower(tabular.Clean(known))), []rune(strings.ToLower(tabular.Clean(worn)))
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		lost := (b[i] == '?' || b[i] == unicode.ReplacementChar) && !unicode.IsSpace(a[i])
		if !lost && a[i] != b[i] && participant.Fold(string(a[i])) != participant.Fold(string(b[i])) {
			return false
		}
	}
	return true
}
