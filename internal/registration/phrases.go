package registration

import (
	"strings"
	"sync"
)

// phrases are the wordings of one meaning, compared folded: case, marks, script and signs do not count. They are written
// with "|" between them; a word with "*" stands for all words that begin so, whatever their ending.
type phrases func() []phrase

type phrase []word

type word struct {
	text string
	stem bool
}

// phrasesOf folds the wordings when they are first asked for: the start of a command does not pay for it.
func phrasesOf(list string) phrases {
	return sync.OnceValue(func() []phrase { return foldPhrases(list) })
}

func foldPhrases(list string) []phrase {
	var set []phrase
	for _, text := range strings.Split(list, "|") {
		var p phrase
		for _, piece := range strings.Fields(text) {
			tokens := fold(strings.TrimSuffix(piece, "*"))
			for i, t := range tokens {
				p = append(p, word{t, strings.HasSuffix(piece, "*") && i == len(tokens)-1})
			}
		}
		if len(p) > 0 {
			set = append(set, p)
		}
	}
	return set
}

// begin is the number of words of the longest phrase that the words begin with, 0 for none.
func (set phrases) begin(words []string) int {
	longest := 0
	for _, p := range set() {
		if len(p) > longest && p.begins(words) {
			longest = len(p)
		}
	}
	return longest
}

// within tells whether one of the phrases stands anywhere in the words.
func (set phrases) within(words []string) bool {
	for i := range words {
		if set.begin(words[i:]) > 0 {
			return true
		}
	}
	return false
}

// are tells whether the words are one of the phrases and nothing else.
func (set phrases) are(words []string) bool {
	return len(words) > 0 && set.begin(words) == len(words)
}

func (p phrase) begins(words []string) bool {
	if len(words) < len(p) {
		return false
	}
	for i, w := range p {
		if words[i] != w.text && !(w.stem && strings.HasPrefix(words[i], w.text)) {
			return false
		}
	}
	return true
}
