package webinar

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
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
	line   int  // its place in the table: the first of several names of a zone is the one we print
}

// zoneNames is the table of zones.csv, longest first, so that "… Summer Time" is found before "… Time".
var zoneNames = sync.OnceValue(func() []zoneName {
	records, err := csv.NewReader(bytes.NewReader(zonesCSV)).ReadAll()
	if err != nil {
		panic(err) // an embedded file of ours
	}
	var names []zoneName
	for i, r := range records[1:] {
		n := zoneName{words: r[0], tokens: foldedWords(r[0]), zone: r[1], line: i}
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
})

// cityNames are the "… time" entries without the word.
var cityNames = sync.OnceValue(func() []zoneName {
	var names []zoneName
	for _, n := range zoneNames() {
		if last := len(n.tokens) - 1; n.offset == nil && last > 0 && n.tokens[last] == participant.Fold("time") {
			n.tokens = n.tokens[:last]
			names = append(names, n)
		}
	}
	return names
})

// foldedWords gives the words of a text as zone names are compared; an apostrophe parts words.
func foldedWords(s string) []string {
	var tokens []string
	for _, w := range wordsPattern().FindAllString(s, -1) {
		tokens = append(tokens, participant.Fold(w))
	}
	return tokens
}

var (
	offsetPattern = pattern(`(?i)\b(?:(?:GMT|UTC|UT)\s*/\s*)?(?:GMT|UTC|UT)\s*([+\-−–±]|plus|minus)\s*(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*(?:hours?|hrs?|heures?|h)\b)?`)
	offsetBefore  = pattern(`(?i)([+\-−])\s?(\d{1,2})(?:[:.]?(\d{2}))?\s*(?:hours?|hrs?|h)?\s*(?:GMT|UTC)\b(?:/(?:GMT|UTC)\b)?`)
	isoOffset     = pattern(`\d{2}:\d{2}(?::\d{2})?\s*(?:(Z)\b|(\+)(\d{2}):?(\d{2})\b)|(?:T\d{2}:\d{2}|\d{2}:\d{2}:\d{2})(-|−)(\d{2}):?(\d{2})\b`) // "14:00-16:00" is no offset
	ianaPattern   = pattern(`\b(?:Europe|Asia|Africa|America|Atlantic|Australia|Pacific|Etc)/[A-Za-z_+\-0-9]+`)
	wordsPattern  = pattern(`[\p{L}\p{M}]+`)
	unknownZone   = pattern(`\b[A-Z]{1,4}T\b|\([A-Z]{3,5}\)`)
	unknownTime   = pattern(`\p{Lu}[\p{L}\p{M}-]+(?: \p{Lu}[\p{L}\p{M}-]+)* [Tt]ime\b`)
)

// zoneMention is one naming of a zone in a date row: a name or a printed offset.
type zoneMention struct {
	name      *zoneName
	offset    *int // minutes east of UTC
	from, end int  // where it stands in the text
}

// findZones takes the zones out of a date row, in the order of printing, and gives the rest, blanked, for the date and
// the time to be found in.
func findZones(s string) (zones []zoneMention, rest string) {
	take := func(z zoneMention) {
		zones = append(zones, z)
		s = blank(s, z.from, z.end)
	}
	for _, m := range offsetPattern().FindAllStringSubmatchIndex(s, -1) {
		take(zoneMention{offset: offsetOf(group(s, m, 1), group(s, m, 2), group(s, m, 3)), from: m[0], end: m[1]})
	}
	for _, m := range offsetBefore().FindAllStringSubmatchIndex(s, -1) {
		take(zoneMention{offset: offsetOf(group(s, m, 1), group(s, m, 2), group(s, m, 3)), from: m[0], end: m[1]})
	}
	for _, m := range isoOffset().FindAllStringSubmatchIndex(s, -1) {
		switch {
		case m[2] >= 0:
			take(zoneMention{offset: new(int), from: m[2], end: m[1]})
		case m[4] >= 0:
			take(zoneMention{offset: offsetOf(group(s, m, 2), group(s, m, 3), group(s, m, 4)), from: m[4], end: m[1]})
		default:
			take(zoneMention{offset: offsetOf(group(s, m, 5), group(s, m, 6), group(s, m, 7)), from: m[10], end: m[1]})
		}
	}
	for _, m := range ianaPattern().FindAllStringIndex(s, -1) {
		if _, err := time.LoadLocation(s[m[0]:m[1]]); err == nil {
			take(zoneMention{name: &zoneName{words: s[m[0]:m[1]], zone: s[m[0]:m[1]]}, from: m[0], end: m[1]})
		}
	}
	named := namesIn(s, zoneNames())
	if len(named) == 0 && !slices.ContainsFunc(zones, func(z zoneMention) bool { return z.name != nil }) {
		named = namesIn(s, cityNames()) // "14h00 (Sarajevo)"
	}
	for _, z := range named {
		take(z)
	}
	slices.SortFunc(zones, func(a, b zoneMention) int { return a.from - b.from })
	return zones, s
}

// namesIn looks for the words of a table from left to right, longest first, compared without case, marks and script;
// "local" and "standard" may stand among them.
func namesIn(s string, table []zoneName) []zoneMention {
	at := wordsPattern().FindAllStringIndex(s, -1)
	tokens := make([]string, len(at))
	for i, m := range at {
		tokens[i] = participant.Fold(s[m[0]:m[1]])
	}
	var found []zoneMention
	for start := 0; start < len(tokens); start++ {
		for i := range table {
			n := &table[i]
			if used := startsWith(tokens[start:], n.tokens); used > 0 && n.abbreviated(s[at[start][0]:at[start][1]]) {
				last := start + used - 1
				found = append(found, zoneMention{name: n, from: at[start][0], end: at[last][1]})
				start = last
				break
			}
		}
	}
	return found
}

// startsWith tells how many of the tokens the wanted ones take at their front; 0: they are not there.
func startsWith(tokens, want []string) int {
	used := 0
	for i := 0; i < len(want); {
		switch {
		case used == len(tokens):
			return 0
		case tokens[used] == want[i]:
			i++
		case i == 0 || tokens[used] != "local" && tokens[used] != "standard":
			return 0
		}
		used++
	}
	return used
}

// abbreviated tells whether the word may stand for the name: "west", "cet" and "est" in small letters are words.
func (n *zoneName) abbreviated(word string) bool {
	return len(n.tokens) > 1 || n.words != strings.ToUpper(n.words) || len(word) > 4 || word == strings.ToUpper(word)
}

// zoneWords is what is printed of the zones: the bracket around them, or from the first to the last of them.
func zoneWords(s string, zones []zoneMention) string {
	if len(zones) == 0 {
		return ""
	}
	first, last := zones[0].from, zones[len(zones)-1].end
	open := strings.LastIndexByte(s[:first], '(')
	if open >= 0 && !strings.ContainsRune(s[open:first], ')') && len(findClocks(s[open:first])) == 0 {
		if shut := strings.IndexByte(s[last:], ')'); shut >= 0 && len(findClocks(s[last:last+shut])) == 0 {
			return strings.TrimSpace(s[open+1 : last+shut])
		}
	}
	if len(findClocks(s[first:last])) > 0 { // "Bucharest time: 14h00 (GMT+3)"
		var words []string
		for _, z := range zones {
			words = append(words, strings.TrimSpace(s[z.from:z.end]))
		}
		return strings.Join(words, ", ")
	}
	if openBracket(s[first:last]) && strings.HasPrefix(s[last:], ")") { // "CET (GMT+2)"
		last++
	}
	return strings.TrimSpace(s[first:last])
}

func offsetOf(sign, hours, minutes string) *int {
	total := atoi(hours)*60 + atoi(minutes)
	if strings.ContainsAny(sign, "-−–") || strings.EqualFold(sign, "minus") {
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
	words, line := zone.String(), len(zoneNames())
	for _, exact := range []bool{true, false} {
		for _, n := range zoneNames() {
			if n.zone == zone.String() && n.line < line && (exact && n.offset != nil && *n.offset == minutes || !exact && n.offset == nil) {
				words, line = n.words, n.line
			}
		}
		if line < len(zoneNames()) {
			break
		}
	}
	return words + ": " + printOffset(minutes)
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
	if minutes == 0 || minutes%60 != 0 {
		return "Etc/UTC" // the database counts no fixed zone of half hours
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
