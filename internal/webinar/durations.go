package webinar

import (
	"regexp"
	"strconv"
	"strings"
)

const (
	hourWords   = `(?:hours?|hrs?|heures?|h|sati|sat|saat|orë|ore|ură|Stunden?)`
	minuteWords = `(?:minutes?|mins?|minuta|minuti|dakika|minuten|['’′])`
	wordEnd     = `(?:[^\p{L}\d]|$)`
)

var (
	hourAndPart  = pattern(`(?i)\b(\d+)\s+` + hourWords + `\s+and\s+(?:a\s+|one\s+|1\s+)?(half|quarter)\b|\b(\d+)\s+and\s+(?:a\s+|one\s+|1\s+)?(half|quarter)\s+` + hourWords + `\b`)
	partOfHour   = pattern(`(?i)\b(half|quarter)\s+(?:of\s+)?(?:an?\s+|1\s+)?hour\b`)
	hourMinute   = pattern(`(?i)\b(\d{1,2})\s*` + hourWords + `\s*(?:and\s+|,\s*|et\s+)?(\d{1,2})\s*(?:` + minuteWords + `\.?|m\b|\b)`)
	hourColon    = pattern(`(?i)\b(\d{1,2}):(\d{2})(?::\d{2})?\s*(?:` + hourWords + `\b\.?)?`)
	hoursOnly    = pattern(`(?i)\b(\d+(?:[.,]\d+)?)\s*-?\s*` + hourWords + wordEnd)
	minutesOnly  = pattern(`(?i)\b(\d+)\s*-?\s*` + minuteWords + wordEnd)
	bareFraction = pattern(`(^|\D)\.(5|25|75)\b`)
	anHour       = pattern(`(?i)\b(?:an|une)\s+(hour|heure)`)
	bothSpelled  = pattern(`\s*[(\[]\s*[\p{L}\d -]{1,20}\s*[)\]]\s*(` + hourWords + `|` + minuteWords + `)\b`)

	durationSpan   = pattern(`(?i)\d\s*(?:` + hourWords + `|` + minuteWords + `)?\s*(?:-|–|—|\bto\b|\bor\b|\bà\b)\s*\d|\bbetween\b`)
	durationParts  = pattern(`(?i)\d\s*[x×]|[x×]\s*\d|\b(?:times|per|each|every|daily|days?|jours?|sessions?|parts?|weeks?)\b|\b(?:at least|minimum|more than|no less than|au moins)\b`)
	durationWithin = pattern(`(?i)[,;:–-]?\s*\b(?:includ\w+|incl\b|inclusive of|of which|out of which|with|plus a break|dont|y compris)\b`)
	bracketPattern = pattern(`[(\[][^()\[\]]*[)\]]`)
)

// parseDuration reads a length such as "2 hours", "1h30", "1 hour 30 minutes", "one and a half hours", "90 minutes" or
// "14h00-16h00" in minutes. Ok is false when there is none, or one that leaves the length open: a span ("60-90
// minutes"), a part ("3 hours per day"), several lengths that are not one sum. What is said to be within the length
// ("including 30 minutes of questions") does not count; a length in brackets must be the same one.
func parseDuration(s string) (minutes int, ok bool) {
	s = bothSpelled().ReplaceAllString(s, " $1") // "two (2) hours"
	minutes, ok = lengthIn(bracketPattern().ReplaceAllString(s, " "))
	for _, inside := range bracketPattern().FindAllString(s, -1) {
		inside = strings.Trim(inside, "()[]")
		again, found := lengthIn(inside)
		switch {
		case durationWithin().MatchString(inside):
		case durationParts().MatchString(inside):
			return 0, false
		case found && minutes > 0 && again != minutes:
			return 0, false
		case found:
			minutes, ok = again, true
		}
	}
	return minutes, ok
}

func lengthIn(s string) (minutes int, ok bool) {
	if cut := durationWithin().FindStringIndex(s); cut != nil {
		s = s[:cut[0]]
	}
	if spans := findSpans(s); len(spans) == 1 && spans[0].length > 0 { // "14h00-16h00"
		return spans[0].length, true
	}
	s = strings.NewReplacer(" 1/2", ".5", "1/2", ".5", " ½", ".5", "½", ".5", " ¼", ".25", "¼", ".25", " ¾", ".75", "¾", ".75").Replace(" " + s)
	s = numerals(anHour().ReplaceAllString(bareFraction().ReplaceAllString(s, "$1 0.$2"), "1 $1"))
	if durationSpan().MatchString(s) || durationParts().MatchString(s) {
		return 0, false
	}
	var lengths []int
	take := func(pattern *regexp.Regexp, length func(m []string) int) {
		for _, m := range pattern.FindAllStringSubmatchIndex(s, -1) {
			var groups []string
			for i := range len(m) / 2 {
				groups = append(groups, group(s, m, i))
			}
			lengths = append(lengths, length(groups))
			s = blank(s, m[0], m[1])
		}
	}
	take(hourAndPart(), func(m []string) int { return atoi(m[1]+m[3])*60 + partMinutes[strings.ToLower(m[2]+m[4])] })
	take(partOfHour(), func(m []string) int { return partMinutes[strings.ToLower(m[1])] })
	take(hourMinute(), func(m []string) int { return atoi(m[1])*60 + atoi(m[2]) })
	take(hourColon(), func(m []string) int { return atoi(m[1])*60 + atoi(m[2]) })
	take(hoursOnly(), func(m []string) int { return hoursOf(m[1]) })
	take(minutesOnly(), func(m []string) int { return atoi(m[1]) })
	if len(unique(lengths)) != 1 || lengths[0] <= 0 || lengths[0] > maxDuration || strings.Contains(strings.ToLower(s), "quarter") {
		return 0, false
	}
	return lengths[0], true
}

// maxDuration is a day, in minutes: no webinar is longer.
const maxDuration = 24 * 60

var partMinutes = map[string]int{"half": 30, "quarter": 15}

// hoursOf gives decimal hours in minutes. "1.30 hours" may be an hour and a half or 78 minutes: it is 0.
func hoursOf(number string) int {
	number = strings.Replace(number, ",", ".", 1)
	if _, decimals, _ := strings.Cut(number, "."); len(decimals) > 1 && decimals != "25" && decimals != "50" && decimals != "75" {
		return 0
	}
	hours, err := strconv.ParseFloat(number, 64)
	if err != nil || hours > maxDuration/60 {
		return 0
	}
	return int(hours*60 + 0.5)
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
