package match

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// parting is what stands between the names of people who sit at one connection: signs, and words with blanks around them.
// It is sure where hardly anything else is parted so.
type parting struct {
	signs   string
	words   []string
	sure    bool
	pattern func() *regexp.Regexp
}

// partings are in the languages of the region. The signs of the second part organisations and "Last, First" more often.
var partings = []parting{
	newParting("+&;", true, "and", "i", "dhe", "ve", "si", "şi", "și", "и", "та", "et", "und"),
	newParting(",/|", false, "-"),
}

func newParting(signs string, sure bool, words ...string) parting {
	return parting{signs, words, sure, sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\s*[` + regexp.QuoteMeta(signs) + `]\s*|\s+(?:` + strings.Join(words, "|") + `)\s+`)
	})}
}

// split gives the texts between; none when nothing parts the text, which is told without the pattern.
func (p parting) split(text string) []string {
	if !p.in(text) {
		return nil
	}
	text = bosnia().ReplaceAllString(text, "")
	return p.pattern().Split(text, -1)
}

// bosnia is the one name of the region's countries/area that holds what parts two people.
var bosnia = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:bosn|босн)\pL*\s+(?:\pL{1,3}|&)\s+(?:her|хер)\pL*`)
})

// in tells whether the text holds what parts two people.
func (p parting) in(text string) bool { return strings.ContainsAny(text, p.signs) || p.wordIn(text) }

func (p parting) wordIn(text string) bool {
	for field := range strings.FieldsSeq(text) {
		if slices.ContainsFunc(p.words, func(word string) bool { return strings.EqualFold(field, word) }) {
			return true
		}
	}
	return false
}
