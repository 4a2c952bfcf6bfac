package beneficiary

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Kinds of the footnote, chosen per project.
const (
	FootnoteEU              = "eu"
	FootnoteCouncilOfEurope = "coe"
	FootnoteUN              = "un"
)

// The prescribed footnotes, verbatim.
const (
	noteEU  = "This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence."
	noteCoE = "All reference to Kosovo, whether to the territory, institutions or population, in this text shall be understood in full compliance with United Nations Security Council Resolution 1244 and without prejudice to the status of Kosovo."
	noteUN  = "UNSCR 1244"
)

// Footnote returns the prescribed text that explains the asterisk of Kosovo*, verbatim, without the asterisk itself:
// that of the EU (kind "eu", joint projects), of the Council of Europe ("coe") or of the UN ("un"). Any other kind gives
// the EU's: a page with the asterisk must never stand without a footnote.
func Footnote(kind string) string {
	switch kind {
	case FootnoteCouncilOfEurope:
		return noteCoE
	case FootnoteUN:
		return noteUN
	}
	return noteEU
}

//go:embed kosovo-exempt.txt
var exemptFile string

var exemptPhrases = sync.OnceValue(func() [][]string {
	phrases := [][]string{plainWords(noteEU), plainWords(noteCoE)}
	for line := range dataLines(exemptFile) {
		phrases = append(phrases, plainWords(line))
	}
	return phrases
})

// designations are the forms of the name in the languages of the region, without case.
var designations = []string{"kosovo", "kosova", "kosovu", "kosovom", "kosovë", "kosovës", "kosovën", "kosove", "kosoves",
	"косово", "косова", "косову", "косовом", "косовото"}

// MarkKosovo returns text with an asterisk behind every whole word that designates Kosovo*, in Latin or Cyrillic script:
// territory or institution. A word that carries one stays as it is, and MarkKosovo(MarkKosovo(t)) == MarkKosovo(t).
// Exempt are the footnotes' own text, addresses of mail and web, and the places of kosovo-exempt.txt; other words that
// contain the name, such as surnames, are no designation. Use it on text that is about to be printed, never on what is
// stored, and not on a person's name.
func MarkKosovo(text string) string { return MarkKosovoExcept(text, nil) }

// MarkKosovoExcept is MarkKosovo with further exempt phrases, such as places that an officer listed.
func MarkKosovoExcept(text string, exempt []string) string {
	words := wordsOf(text)
	if !slices.ContainsFunc(words, isDesignation) {
		return text
	}
	spared := make([]bool, len(words))
	for _, phrase := range exemptPhrases() {
		spare(words, phrase, spared)
	}
	for _, e := range exempt {
		spare(words, plainWords(e), spared)
	}
	var b strings.Builder
	done := 0
	for i, w := range words {
		if spared[i] || !isDesignation(w) || isMarked(text[w.end:]) || inAddress(text, w) {
			continue
		}
		b.WriteString(text[done:w.end])
		b.WriteByte('*')
		done = w.end
	}
	b.WriteString(text[done:])
	return b.String()
}

// MarkedPattern is a regular expression (RE2) that matches every designation of Kosovo* with its asterisk, whatever its
// form, script or case. A page, sheet or message in which it matches carries the Footnote. The text must be in normal
// form C.
func MarkedPattern() string {
	return `(?i)(?:` + strings.Join(designations, "|") + `)[ \x{A0}]?\(?[` + asterisks + `]`
}

// asterisks are the signs that count as the mark.
const asterisks = "*∗＊⁎"

// word is a run of letters, marks and digits: where it stands, and its form to compare.
type word struct {
	start, end int
	plain      string
}

func isDesignation(w word) bool { return slices.Contains(designations, w.plain) }

func wordsOf(text string) []word {
	var words []word
	start := -1
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words = append(words, newWord(text, start, i))
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, newWord(text, start, len(text)))
	}
	return words
}

func newWord(text string, start, end int) word {
	return word{start: start, end: end, plain: strings.ToLower(norm.NFC.String(text[start:end]))}
}

func plainWords(text string) []string {
	var plain []string
	for _, w := range wordsOf(text) {
		plain = append(plain, w.plain)
	}
	return plain
}

// spare marks every place where the words follow a phrase.
func spare(words []word, phrase []string, spared []bool) {
	for i := 0; len(phrase) > 0 && i+len(phrase) <= len(words); i++ {
		if !slices.EqualFunc(words[i:i+len(phrase)], phrase, func(w word, p string) bool { return w.plain == p }) {
			continue
		}
		for k := range phrase {
			spared[i+k] = true
		}
	}
}

// isMarked tells whether an asterisk follows already, also after one blank or in brackets.
func isMarked(rest string) bool {
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, " "), "(")
	r, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune(asterisks, r)
}

// inAddress tells whether a word is part of a mail or web address: those are printed as they are.
func inAddress(text string, w word) bool {
	start := 0
	if i := strings.LastIndexFunc(text[:w.start], unicode.IsSpace); i >= 0 {
		_, width := utf8.DecodeRuneInString(text[i:])
		start = i + width
	}
	end := len(text)
	if i := strings.IndexFunc(text[w.end:], unicode.IsSpace); i >= 0 {
		end = w.end + i
	}
	run := text[start:end]
	if strings.Contains(run, "@") || strings.Contains(run, "://") || strings.HasPrefix(strings.ToLower(run), "www.") {
		return true
	}
	// "kosovo.example" is a host name; "Kosovo.The" is a full stop without its blank.
	next, ok := strings.CutPrefix(text[w.end:], ".")
	return ok && next != "" && next[0] >= 'a' && next[0] <= 'z' && text[w.start] == 'k'
}
