package report

import (
	"strconv"
	"strings"

	"rapporteur/internal/attendance"
)

func nonEmpty(parts []string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// count writes a number with its word, singular or plural.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// counted is count for a list of parts, in which a number of nought has no place.
func counted(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return count(n, one, many)
}

// was is the verb for a number of things.
func was(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

// join writes a list in a sentence.
func join(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}

// capital starts a text with a capital letter.
func capital(text string) string {
	if text != "" && text[0] >= 'a' && text[0] <= 'z' {
		return strings.ToUpper(text[:1]) + text[1:]
	}
	return text
}

// sentence starts with a capital letter and ends with a full stop.
func sentence(text string) string {
	text = capital(strings.TrimSpace(text))
	if text == "" {
		return ""
	}
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

// ruleWords prints a rule: "50 %" or "60 minutes".
func ruleWords(rule string) string {
	r, err := attendance.ParseRule(rule)
	switch {
	case err != nil:
		return rule
	case r.Percent > 0:
		return strconv.Itoa(r.Percent) + "\u00a0%"
	}
	return count(r.Minutes, "minute", "minutes")
}

// minutesOf prints a length of whole seconds, with one decimal where it has no whole number of minutes.
func minutesOf(seconds int) string {
	if seconds%60 == 0 {
		return count(seconds/60, "minute", "minutes")
	}
	return strconv.FormatFloat(float64(seconds)/60, 'f', 1, 64) + " minutes"
}
