package webinar

import (
	"slices"
	"strings"
	"unicode"
)

// Acronym is an abbreviation used in a text. Meaning is the text's own words for it, "" when it is never spelled out.
type Acronym struct {
	Short   string `json:"short"`
	Meaning string `json:"meaning"`
}

var (
	acronymPattern = pattern(`[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*`)
	definedPattern = pattern(`\(([A-Z][A-Za-z]*(?:-[A-Z]+)*)\)`)
)

// Acronyms lists the abbreviations of a text by alphabet, each once, with the words before "(ABC)" whose initials they
// are where the text spells them out.
func Acronyms(text string) []Acronym {
	meaning := map[string]string{}
	for _, m := range definedPattern().FindAllStringSubmatchIndex(text, -1) {
		short := singular(text[m[2]:m[3]])
		if capitals(short) < 2 {
			continue
		}
		if words := wordsBehind(text[:m[0]], short); words != "" && meaning[short] == "" {
			meaning[short] = words
		}
	}
	for _, m := range acronymPattern().FindAllString(text, -1) {
		short := singular(m)
		if _, known := meaning[short]; !known && isAcronym(short) {
			meaning[short] = ""
		}
	}
	list := make([]Acronym, 0, len(meaning))
	for short, words := range meaning {
		list = append(list, Acronym{short, words})
	}
	slices.SortFunc(list, func(a, b Acronym) int { return strings.Compare(a.Short, b.Short) })
	return list
}

// isAcronym tells "OCSEA", "T-CY", "AoC" from a word or a long surname in capitals.
func isAcronym(s string) bool {
	letters := 0
	for _, c := range s {
		if c > unicode.MaxASCII {
			return false
		}
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return capitals(s) >= 2 && 2*capitals(s) > letters && letters <= 6
}

// singular takes the plural s off: FIUs.
func singular(short string) string {
	if cut, ok := strings.CutSuffix(short, "s"); ok && cut == strings.ToUpper(cut) {
		return cut
	}
	return short
}

func capitals(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n
}

// wordsBehind gives the words at the end of a text whose initials make the abbreviation; small words (of, and, for)
// may stand between and need not be part of it.
func wordsBehind(text, short string) string {
	letters := []rune(strings.ToLower(strings.ReplaceAll(short, "-", "")))
	words := wordsPattern().FindAllStringIndex(text, -1)
	next := len(letters) - 1
	for i := len(words) - 1; i >= 0 && next >= 0; i-- {
		word := text[words[i][0]:words[i][1]]
		first := []rune(strings.ToLower(word))[0]
		switch {
		case first == letters[next]:
			next--
		case joints()[strings.ToLower(word)]:
		default:
			return ""
		}
		if next < 0 {
			return strings.TrimSpace(text[words[i][0]:])
		}
	}
	return ""
}
