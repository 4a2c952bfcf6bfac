package participant

import "strings"

// spellings write letters otherwise: at each place, from left to right, the first rule that fits.
type spellings struct{ rules [256][]spelling }

type spelling struct{ from, to string }

// newSpellings takes pairs of what is written and how it is written otherwise; all begin with a sign of ASCII.
func newSpellings(pairs []string) *spellings {
	var s spellings
	for i := 0; i < len(pairs); i += 2 {
		first := pairs[i][0]
		s.rules[first] = append(s.rules[first], spelling{pairs[i], pairs[i+1]})
	}
	return &s
}

// apply goes through a text once.
func (s *spellings) apply(text string) string {
	var room [64]byte
	out := room[:0]
	from := 0 // what stands before is in out
	for i := 0; i < len(text); {
		step := 1
		for _, rule := range s.rules[text[i]] {
			if strings.HasPrefix(text[i:], rule.from) {
				out = append(append(out, text[from:i]...), rule.to...)
				step = len(rule.from)
				from = i + step
				break
			}
		}
		i += step
	}
	if from == 0 {
		return text
	}
	return string(append(out, text[from:]...))
}
