package webinar

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	hourAndHalf    = regexp.MustCompile(`(?i)\b(?:(\d+)\s+and\s+(?:a|one)\s+half\s+hours?|(?:an|a|1)\s+hour\s+and\s+(?:a|one)\s+half|(\d+)\s+hours?\s+and\s+(?:a|one)\s+half|1\s+and\s+a\s+half\s+hours?)`)
	halfHour       = regexp.MustCompile(`(?i)\bhalf\s+(?:an?\s+|1\s+)?hour\b`)
	hourMinute     = regexp.MustCompile(`(?i)\b(\d{1,2})\s*h(?:ours?|rs?|eures?)?\s*(?:and\s+|,\s*|et\s+)?(\d{1,2})\s*(?:minutes?|mins?\b\.?|m\b|'|’|\b)`)
	hoursOnly      = regexp.MustCompile(`(?i)\b(\d+(?:[.,]\d+)?)\s*-?\s*(?:hours?|hrs?|heures?|h|sati|sat|saat|orë|ore|ură|Stunden?)(?:[^\p{L}]|$)`)
	minutesOnly    = regexp.MustCompile(`(?i)\b(\d+)\s*-?\s*(?:minutes?|mins?|min|minuta|minuti|dakika|minuten|['’′])(?:[^\p{L}]|$)`)
	clockLength    = regexp.MustCompile(`^\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*$`)
	durationSpan   = regexp.MustCompile(`(?i)\d\s*(?:h|hours?|min|minutes?)?\s*(?:-|–|—|to|or)\s*\d+(?:[.,]\d+)?\s*(?:h|min)`)
	bracketPattern = regexp.MustCompile(`[(\[][^()\[\]]*[)\]]`)
	anHour         = regexp.MustCompile(`(?i)\b(?:an|une)\s+(hour|heure)`)
)

// parseDuration reads a length such as "2 hours", "1h30", "1 hour 30 minutes", "one and a half hours", "90 minutes" in
// minutes. Ok is false when there is none, or a span ("60-90 minutes") that leaves the length open. What stands in
// brackets counts only where the text around it holds no length.
func parseDuration(s string) (minutes int, ok bool) {
	if minutes, ok = lengthIn(bracketPattern.ReplaceAllString(s, " ")); ok {
		return minutes, ok
	}
	for _, inside := range bracketPattern.FindAllString(s, -1) {
		if minutes, ok = lengthIn(strings.Trim(inside, "()[]")); ok {
			return minutes, ok
		}
	}
	return 0, false
}

func lengthIn(s string) (minutes int, ok bool) {
	s = strings.NewReplacer(" ½", ".5", "½", ".5", " ¼", ".25", "¼", ".25", " ¾", ".75", "¾", ".75").Replace(s)
	s = numerals(anHour.ReplaceAllString(s, "1 $1"))
	if durationSpan.MatchString(s) {
		return 0, false
	}
	if m := clockLength.FindStringSubmatch(s); m != nil {
		return atoi(m[1])*60 + atoi(m[2]), true
	}
	if m := hourAndHalf.FindStringSubmatch(s); m != nil {
		hours := 1
		if n := m[1] + m[2]; n != "" {
			hours = atoi(n)
		}
		return hours*60 + 30, true
	}
	if halfHour.MatchString(s) {
		return 30, true
	}
	if m := hourMinute.FindStringSubmatch(s); m != nil {
		return atoi(m[1])*60 + atoi(m[2]), true
	}
	if m := hoursOnly.FindStringSubmatch(s); m != nil {
		hours, err := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
		if err != nil || hours > 24*14 {
			return 0, false
		}
		minutes += int(hours*60 + 0.5)
	}
	if m := minutesOnly.FindStringSubmatch(s); m != nil {
		minutes += atoi(m[1])
	}
	return minutes, minutes > 0
}

// printDuration writes minutes as the published table does.
func printDuration(minutes int) string {
	hours, rest := minutes/60, minutes%60
	switch {
	case minutes <= 0:
		return ""
	case hours == 0:
		return plural(rest, "minute")
	case rest == 0:
		return plural(hours, "hour")
	}
	return plural(hours, "hour") + " " + plural(rest, "minute")
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return itoa(n) + " " + word + "s"
}

func itoa(n int) string { return strconv.Itoa(n) }

// atoi reads digits that a pattern has matched; a number too large for any use is 0.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
