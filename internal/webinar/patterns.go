package webinar

import (
	"regexp"
	"sync"
)

// nearby is how many bytes before or behind a place are looked at for what belongs to it: far more than words that do. All of
// a long text, at each of its places, would take minutes.
const nearby = 300

// tail is the end of a text, as far as it is nearby.
func tail(s string) string { return s[max(0, len(s)-nearby):] }

// head is the beginning of a text, as far as it is nearby.
func head(s string) string { return s[:min(len(s), nearby)] }

// pattern compiles a regular expression when it is first asked for: the start of a command does not pay for it.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
