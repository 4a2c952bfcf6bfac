package webinar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clock is a time of day in minutes since midnight.
type clock struct {
	minutes   int
	from, end int // where it stands in the text
}

var (
	clockPattern = pattern(`(?i)\b(?:([01]\d|2[0-3])([0-5]\d)\s?(?:hrs?|hours?|h)\b|(\d{1,2})(?:\s?h\s?(\d{2})?|[:.](\d{2})(?:[:.]\d{2})?)?(?:\s?([ap])\.?\s?m\b\.?)?|(noon|midday)\b)`)
	clockSuffix  = pattern(`(?i)^\s?(?:hrs?|hours?|h|uhr|heures?|sati|časova|časa)\b\.?|^\s?(?:часот|часова|часа|ч)\.?`)
	clockJoint   = pattern(`(?i)^\s*(?:-|–|—|−|to|till|until|à|a|do|bis|până la|deri|deri në|до)\s*$`)
	clockAnd     = pattern(`(?i)^\s*and\s*$`)
	clockBetween = pattern(`(?i)\bbetween\s*$`)
)

// firstHour is the earliest hour that "14-16 h" may begin with: "2-3 h" is a length.
const firstHour = 6

// clockFound is a number that may be a time of day, before its neighbours are looked at.
type clockFound struct {
	clock
	hour, minute int
	half         string // "a", "p" or none
	bare         bool   // nothing but one number
}

// findClocks gives the times of day of a text. A bare number is a time only where "2-4 pm" says so.
func findClocks(s string) []clock {
	all := clockNumbers(s)
	var clocks []clock
	for i, f := range all {
		if f.half == "" && i+1 < len(all) && all[i+1].half != "" && clockJoint().MatchString(s[f.end:all[i+1].from]) && f.hour <= 12 {
			f.half, f.bare = all[i+1].half, false // "2-4 pm", and "11-1 pm" starts before noon
			if f.hour%12 > all[i+1].hour%12 && f.half == "p" {
				f.half = "a"
			}
		}
		if f.bare && i+1 < len(all) && !all[i+1].bare && f.hour >= firstHour && f.hour < all[i+1].hour && clockJoint().MatchString(s[f.end:all[i+1].from]) {
			f.bare = false // "14-16 h"
		}
		switch {
		case f.bare || f.hour > 24 || f.minute > 59 || f.half == "a" && f.hour > 12 || f.half != "" && f.hour == 0:
			continue
		case f.half == "p" && f.hour < 12:
			f.hour += 12
		case f.half == "a" && f.hour == 12:
			f.hour = 0
		}
		f.minutes = f.hour*60 + f.minute
		clocks = append(clocks, f.clock)
	}
	return clocks
}

func clockNumbers(s string) []clockFound {
	var all []clockFound
	for _, m := range clockPattern().FindAllStringSubmatchIndex(s, -1) {
		f := clockFound{clock: clock{from: m[0], end: m[1]}}
		switch {
		case group(s, m, 7) != "":
			f.hour = 12
		case group(s, m, 1) != "":
			f.hour, f.minute = digits(s, m, 1), digits(s, m, 2)
		default:
			f.hour = digits(s, m, 3)
			minute := group(s, m, 4) + group(s, m, 5)
			f.minute = atoi(minute)
			f.half = strings.ToLower(group(s, m, 6))
			f.bare = minute == "" && f.half == "" && !strings.ContainsAny(s[m[0]:m[1]], "hH")
			if minute != "" {
				f.end += len(clockSuffix().FindString(s[f.end:])) // "14:00 hours"
			}
		}
		if next, _ := utf8.DecodeRuneInString(s[f.end:]); unicode.IsLetter(next) && s[f.end-1] != ' ' {
			continue // "2hours", "14x"
		}
		all = append(all, f)
	}
	return all
}

// span is a time of day with the end printed behind it, and the zones that belong to it.
type span struct {
	clock
	length int // minutes until the printed end; 0: none printed
	zones  []zoneMention
}

// findSpans parts the times of day of a text into starts with their ends.
func findSpans(s string) []span {
	var spans []span
	clocks := findClocks(s)
	for i := 0; i < len(clocks); i++ {
		m := span{clock: clocks[i]}
		if i+1 < len(clocks) {
			between := s[clocks[i].end:clocks[i+1].from]
			if clockJoint().MatchString(between) || clockAnd().MatchString(between) && clockBetween().MatchString(s[:clocks[i].from]) {
				m.length = (clocks[i+1].minutes - clocks[i].minutes + 24*60) % (24 * 60)
				m.end = clocks[i+1].end
				i++
			}
		}
		spans = append(spans, m)
	}
	return spans
}
