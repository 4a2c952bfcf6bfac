package beneficiary

import (
	"iter"
	"strings"
)

// dataLines yields the entries of an embedded data file: its lines without blank ones and "#" comments.
func dataLines(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}
