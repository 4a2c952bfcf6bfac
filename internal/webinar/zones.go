package webinar

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // zones must be known on desktops without a time zone database

	"rapporteur/internal/participant"
)

// DefaultZone is taken, with a problem, where an outline names no zone: the programme office's own.
const DefaultZone = "Europe/Bucharest"

//go:embed zones.csv
var zonesCSV []byte

// zoneName is one way to print a zone. Offset is what the words mean in themselves, nil where they follow the season.
type zoneName struct {
	words  string
	tokens []string
	zone   string
	offset *int // minutes east of UTC
}

// zoneNames is the table of zones.csv, longest first, so that "… Summer Time" is found before "… Time".
var zoneNames = func() []zoneName {
	records, err := csv.NewReader(bytes.NewReader(zonesCSV)).ReadAll()
	if err != nil {
		panic(err) // an embedded file of ours
	}
	var names []zoneName
	for _, r := range records[1:] {
		n := zoneName{words: r[0], tokens: participant.Tokens(r[0]), zone: r[1]}
		if r[2] != "" {
			minutes, err := strconv.Atoi(r[2])
			if err != nil {
				panic(err)
			}
			n.offset = &minutes
		}
		names = append(names, n)
	}
	slices.SortStableFunc(names, func(a, b zoneName) int { return len(b.tokens) - len(a.tokens) })
	return names
}()

var (
	offsetPattern = regexp.MustCompile(`(?i)\b(?:GMT|UTC|UT)\s*([+\-−–±])\s*(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*(?:hours?|hrs?|heures?|h)\b)?`)
	isoOffset     = regexp.MustCompile(`(\d{2}:\d{2}(?::\d{2})?)\s*(Z\b|[+\-−]\d{2}:?\d{2})`)
	ianaPattern   = regexp.MustCompile(`\b(?:Europe|Asia|Africa|America|Atlantic|Australia|Pacific|Etc)/[A-Za-z_+\-0-9]+`)
	wordsPattern  = regexp.MustCompile(`[\p{L}\p{M}]+`)
)

// zoneFound is what a date row says of its zone.
type zoneFound struct {
	name   *zoneName // nil: no name printed
	offset *int      // minutes east of UTC; nil: none printed
	words  string    // as printed
}

// findZone takes the zone out of a date row and gives the rest, blanked, for the date and time to be found in.
func findZone(s string) (zoneFound, string) {
	var found zoneFound
	first, last := -1, -1
	take := func(at []int) {
		if first < 0 || at[0] < first {
			first = at[0]
		}
		last = max(last, at[1])
	}
	rest := s
	if m := offsetPattern.FindStringSubmatchIndex(rest); m != nil {
		found.offset = offsetOf(rest[m[2]:m[3]], rest[m[4]:m[5]], group(rest, m, 3))
		take(m[:2])
		rest = blank(rest, m[0], m[1])
	} else if m := isoOffset.FindStringSubmatchIndex(rest); m != nil {
		if sign := rest[m[4]:m[5]]; sign == "Z" {
			found.offset = new(int)
		} else {
			digits := strings.ReplaceAll(strings.TrimLeft(sign, "+-−"), ":", "")
			found.offset = offsetOf(strings.TrimRight(sign, "0123456789:"), digits[:2], digits[2:])
		}
		take(m[4:6])
		rest = blank(rest, m[4], m[5])
	}
	if m := ianaPattern.FindStringIndex(rest); m != nil {
		if _, err := time.LoadLocation(rest[m[0]:m[1]]); err == nil {
			found.name = &zoneName{words: rest[m[0]:m[1]], zone: rest[m[0]:m[1]]}
			take(m)
			rest = blank(rest, m[0], m[1])
		}
	}
	if found.name == nil {
		if name, at := findZoneName(rest); name != nil {
			found.name = name
			take(at)
			rest = blank(rest, at[0], at[1])
		}
	}
	if first >= 0 {
		found.words = zoneWords(s, first, last)
	}
	return found, rest
}

// findZoneName looks for the words of the table, compared without case, marks and script. City names count with "time"
// behind them, or alone inside brackets.
func findZoneName(s string) (*zoneName, []int) {
	at := wordsPattern.FindAllStringIndex(s, -1)
	tokens := make([]string, len(at))
	for i, m := range at {
		tokens[i] = participant.Fold(s[m[0]:m[1]])
	}
	for i := range zoneNames {
		n := &zoneNames[i]
		want := n.tokens
		for start := 0; start+len(want) <= len(tokens); start++ {
			if slices.Equal(tokens[start:start+len(want)], want) {
				return n, []int{at[start][0], at[start+len(want)-1][1]}
			}
		}
	}
	timeWord := participant.Fold("time")
	for i := range zoneNames {
		n := &zoneNames[i]
		if n.offset != nil || len(n.tokens) < 2 || n.tokens[len(n.tokens)-1] != timeWord {
			continue
		}
		want := n.tokens[:len(n.tokens)-1]
		for start := 0; start+len(want) <= len(tokens); start++ {
			if slices.Equal(tokens[start:start+len(want)], want) {
				return n, []int{at[start][0], at[start+len(want)-1][1]}
			}
		}
	}
	return nil, nil
}

// zoneWords is the bracket around the zone, or the zone's own words where there is no bracket.
func zoneWords(s string, first, last int) string {
	open := strings.LastIndexByte(s[:first], '(')
	if open >= 0 && !strings.ContainsRune(s[open:first], ')') {
		if shut := strings.IndexByte(s[last:], ')'); shut >= 0 {
			return strings.TrimSpace(s[open+1 : last+shut])
		}
	}
	return strings.TrimSpace(s[first:last])
}

func offsetOf(sign, hours, minutes string) *int {
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	total := h*60 + m
	if strings.ContainsAny(sign, "-−–") {
		total = -total
	}
	return &total
}

// printOffset writes minutes east of UTC as "GMT +3 hours".
func printOffset(minutes int) string {
	sign := "+"
	if minutes < 0 {
		sign, minutes = "-", -minutes
	}
	switch {
	case minutes%60 != 0:
		return fmt.Sprintf("GMT %s%d:%02d hours", sign, minutes/60, minutes%60)
	case minutes == 60:
		return "GMT " + sign + "1 hour"
	}
	return fmt.Sprintf("GMT %s%d hours", sign, minutes/60)
}

// offsetAt is the zone's offset at an instant, in minutes east of UTC.
func offsetAt(t time.Time, zone *time.Location) int {
	_, seconds := t.In(zone).Zone()
	return seconds / 60
}

// nameZone gives words for a zone at an instant that findZone reads back as the same zone.
func nameZone(t time.Time, zone *time.Location) string {
	minutes := offsetAt(t, zone)
	for _, n := range zoneNames {
		if n.zone == zone.String() && n.offset != nil && *n.offset == minutes {
			return n.words + ": " + printOffset(minutes)
		}
	}
	for _, n := range zoneNames {
		if n.zone == zone.String() && n.offset == nil {
			return n.words + ": " + printOffset(minutes)
		}
	}
	return zone.String() + ": " + printOffset(minutes)
}

// zoneByOffset finds a zone for a printed offset without a name: the default zone where it fits, else the first of the
// table that fits at the instant, else the fixed offset.
func zoneByOffset(local time.Time, minutes int) string {
	instant := local.Add(-time.Duration(minutes) * time.Minute)
	candidates := []string{DefaultZone, "Europe/Paris", "Europe/Istanbul", "Europe/London"}
	for _, name := range candidates {
		if zone, err := time.LoadLocation(name); err == nil && offsetAt(instant, zone) == minutes {
			return name
		}
	}
	if minutes == 0 {
		return "Etc/UTC"
	}
	// The time zone database counts these westwards: Etc/GMT-4 is four hours ahead of UTC.
	return fmt.Sprintf("Etc/GMT%+d", -minutes/60)
}

// group gives a submatch, "" when it took no part.
func group(s string, m []int, i int) string {
	if m[2*i] < 0 {
		return ""
	}
	return s[m[2*i]:m[2*i+1]]
}

// blank overwrites a stretch with spaces, so that places stay where they are.
func blank(s string, from, to int) string {
	return s[:from] + strings.Repeat(" ", to-from) + s[to:]
}
