package identity

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/internal/participant"
)

// mostDifferences is how many differences are worth reading; with more the two are simply different names.
const mostDifferences = 4

// mostWords bounds the pairs of words that are compared: longer texts are no names that anybody reads word by word.
const mostWords = 400

// Differences says how a shown name is written otherwise than a known one, for an officer who compares them: words in
// another order, letters for other letters (shown → known), words that stand on one side only, another script. It weighs
// nothing. Nil when the two are written alike or have no word in common.
func Differences(shown, known string) []string {
	shown = participant.Strip(shown).Name
	a, b := wordsOf(shown), wordsOf(known)
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > mostWords {
		return nil
	}
	partner, extra := pairWords(a, b)
	var out []string
	add := func(text string) {
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	var order []int
	script := false
	for i, w := range a {
		if partner[i] < 0 {
			continue
		}
		order = append(order, partner[i])
		if known := b[partner[i]]; scriptOf(w) != scriptOf(known) {
			script = true
		} else if w != known {
			for _, d := range letterDifferences(w, known) {
				add(d)
			}
		}
	}
	if len(order) == 0 {
		return nil
	}
	if script {
		out = append([]string{"another script"}, out...)
	}
	if !slices.IsSorted(order) {
		out = append([]string{"names in another order"}, out...)
	}
	for i, w := range a {
		if partner[i] < 0 {
			add("only shown: " + w)
		}
	}
	for _, w := range extra {
		add("only registered: " + w)
	}
	if len(out) > mostDifferences {
		return nil
	}
	return out
}

func wordsOf(name string) []string {
	out := participant.Words(norm.NFC.String(name))
	for i, w := range out {
		out[i] = strings.ToLower(strings.ReplaceAll(w, "İ", "i"))
	}
	return out
}

// pairWords gives each shown word the known one it is most like, equal folded forms first, then those a few letters apart
// and initials; -1 for a word without any. extra are the known words that found none.
func pairWords(a, b []string) (partner []int, extra []string) {
	partner = make([]int, len(a))
	for i := range partner {
		partner[i] = -1
	}
	taken := make([]bool, len(b))
	for _, like := range []func(x, y string) bool{
		func(x, y string) bool { return participant.Fold(x) == participant.Fold(y) },
		func(x, y string) bool { return Near(participant.Fold(x), participant.Fold(y)) },
		func(x, y string) bool { return closeWords([]rune(participant.Fold(x)), []rune(participant.Fold(y))) },
		func(x, y string) bool {
			return len([]rune(x)) == 1 && strings.HasPrefix(participant.Fold(y), participant.Fold(x))
		},
	} {
		for i, x := range a {
			for j, y := range b {
				if partner[i] < 0 && !taken[j] && like(x, y) {
					partner[i], taken[j] = j, true
				}
			}
		}
	}
	for j, y := range b {
		if !taken[j] {
			extra = append(extra, y)
		}
	}
	return partner, extra
}

// closeWords tells whether two words share more than half of their letters, in order.
func closeWords(a, b []rune) bool {
	return len(a) > 2 && len(b) > 2 && 3*common(a, b)[0][0] >= 2*max(len(a), len(b))
}

// common is the table of the longest common subsequences of the rests of two words.
func common(a, b []rune) [][]int {
	t := make([][]int, len(a)+1)
	for i := range t {
		t[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i][j] = t[i+1][j+1] + 1
			} else {
				t[i][j] = max(t[i+1][j], t[i][j+1])
			}
		}
	}
	return t
}

// letterDifferences says which letters of a shown word stand for which of a known one.
func letterDifferences(shown, known string) []string {
	a, b := []rune(shown), []rune(known)
	if len(a) == 1 {
		return []string{"initial " + shown + " for " + known}
	}
	t := common(a, b)
	var out []string
	var less, more []rune
	flush := func() {
		switch {
		case len(less) > 0 && len(more) > 0:
			out = append(out, string(less)+" → "+string(more))
		case len(less) > 0:
			out = append(out, "one "+string(less)+" more shown")
		case len(more) > 0:
			out = append(out, "one "+string(more)+" missing")
		}
		less, more = nil, nil
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			flush()
			i, j = i+1, j+1
		case j < len(b) && (i == len(a) || t[i][j+1] >= t[i+1][j]):
			more = append(more, b[j])
			j++
		default:
			less = append(less, a[i])
			i++
		}
	}
	flush()
	return out
}

// scriptOf is the script of a word's first letter.
func scriptOf(word string) *unicode.RangeTable {
	for _, r := range word {
		for _, s := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek} {
			if unicode.Is(s, r) {
				return s
			}
		}
	}
	return nil
}
