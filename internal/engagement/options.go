package engagement

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"rapporteur/internal/participant"
)

// longestOption is the length of an answer, in characters, above which it was typed.
const longestOption = 100

// scaleWords are answers that forms offer and nobody betrays anything by, folded: one of them is an option even when it
// was given once.
var scaleWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.SplitSeq("yes|no|maybe|partly|not sure|don't know|do not know|i don't know|not applicable|agree|disagree|strongly agree|strongly disagree|neutral|"+
		"neither agree nor disagree|somewhat agree|somewhat disagree|very good|good|fair|average|poor|very poor|excellent|satisfied|very satisfied|dissatisfied|very dissatisfied|"+
		"very useful|useful|somewhat useful|not useful|always|often|sometimes|rarely|never|fully|not at all|to some extent|to a large extent|high|medium|low|"+
		"da|ne|možda|djelimično|delimično|djelomično|ne znam|po|jo|ndoshta|pjesërisht|evet|hayır|belki|kısmen|да|не|можеби|можда|делумно|делимично|nu|poate|parțial|oui|non|ja|nein|sí|sì|sim|não", "|") {
		set[participant.FoldKey(w)] = true
	}
	return set
})

// isScale tells an answer on a scale: a small number or one of the usual words.
func isScale(answer string) bool {
	if n, ok := numberOf(answer); ok {
		return n >= 0 && n <= 100
	}
	return scaleWords()[participant.FoldKey(answer)]
}

// numberOf reads a whole number.
func numberOf(s string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	return n, err == nil
}

// tally counts the answers to one question, each respondent's own once.
type tally struct {
	shown  map[string]string // the first wording of each answer
	n      map[string]int
	picked map[string]bool
	picks  int
	names  [][]string // of people of the webinar, in words
}

func newTally(names [][]string) *tally {
	return &tally{shown: map[string]string{}, n: map[string]int{}, picked: map[string]bool{}, names: names}
}

func (t *tally) add(a Answer) {
	for _, given := range a.Given {
		key := optionKey(given)
		// The smallest wording of several, so that the order of files changes nothing.
		if was, ok := t.shown[key]; !ok || given < was {
			t.shown[key] = given
		}
		t.n[key]++
		t.picked[key] = t.picked[key] || a.Picked
		t.picks++
	}
}

// isOption tells whether an answer may be quoted: it was there to be picked, is one of a scale, or came from several
// respondents in the same words. What one person typed is counted and not quoted.
func (t *tally) isOption(key string) bool {
	text := t.shown[key]
	switch {
	case t.picked[key] || isScale(text):
		return true
	case t.n[key] < 2 || utf8.RuneCountInString(text) > longestOption || strings.ContainsRune(text, '@') || participant.IsPhoneName(text):
		return false
	}
	return !t.namesSomebody(text)
}

// namesSomebody tells whether a text holds the full name of one of the people.
func (t *tally) namesSomebody(text string) bool {
	words := participant.Tokens(text)
	return slices.ContainsFunc(t.names, func(name []string) bool {
		return !slices.ContainsFunc(name, func(token string) bool { return !slices.Contains(words, token) })
	})
}

// sum counts the answers whose key fits.
func (t *tally) sum(fits func(key string) bool) int {
	n := 0
	for key, k := range t.n {
		if fits(key) {
			n += k
		}
	}
	return n
}
