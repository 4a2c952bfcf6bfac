package webinar

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// halfHours are places that keep an offset of no whole hours all year round, by minutes east of UTC: the time zone database
// has fixed zones for whole hours alone.
var halfHours = map[int]string{210: "Asia/Tehran", 270: "Asia/Kabul", 330: "Asia/Kolkata", 345: "Asia/Kathmandu", 390: "Asia/Yangon", 570: "Australia/Darwin"}

// continents are the first parts of the names of zones that bear a city's name.
var continents = []string{"Europe", "Asia", "Africa", "America", "Australia", "Atlantic", "Pacific", "Indian"}

// FindZone tells which time zone an officer means by a name of the time zone database, a city, a country, the words of a
// clock ("Central European Time") or an offset ("UTC+2"). An offset is taken as it is, whatever the season. ok is false when
// the text names no zone, or several.
func FindZone(text string) (zone string, ok bool) {
	text = strings.TrimSpace(text)
	if isZone(text) {
		return text, true
	}
	mentions, _ := findZones(text)
	var found []string
	for _, m := range mentions {
		name := ""
		switch {
		case m.offset != nil:
			name = fixedZone(*m.offset)
		case m.name != nil:
			name = m.name.zone
		}
		if name == "" {
			return "", false
		}
		if !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	if len(found) > 0 {
		return found[0], len(found) == 1
	}
	var words []string
	for _, w := range strings.Fields(strings.ToLower(text)) {
		words = append(words, strings.ToUpper(w[:1])+w[1:])
	}
	city := strings.Join(words, "_")
	for _, continent := range append([]string{""}, continents...) {
		if name := strings.TrimPrefix(continent+"/"+city, "/"); isZone(name) {
			return name, true
		}
	}
	return "", false
}

// isZone tells a name of the time zone database. "Local" is the computer's own zone, which no file means.
func isZone(name string) bool {
	if name == "" || strings.EqualFold(name, "local") {
		return false
	}
	_, err := time.LoadLocation(name)
	return err == nil
}

// fixedZone is the zone of an offset in minutes east of UTC, "" where there is none.
func fixedZone(minutes int) string {
	switch {
	case minutes == 0:
		return "Etc/UTC"
	case minutes%60 != 0:
		return halfHours[minutes]
	case minutes < -12*60 || minutes > 14*60:
		return ""
	}
	return fmt.Sprintf("Etc/GMT%+d", -minutes/60) // the names of these zones count westwards
}
