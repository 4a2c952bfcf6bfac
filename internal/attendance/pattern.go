package attendance

import (
	"regexp"
	"sync"
)

// pattern compiles an expression when it is first asked for: the start of a command does not pay for it.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
