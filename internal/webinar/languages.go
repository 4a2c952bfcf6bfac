package webinar

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/participant"
)

var (
	clausePattern = pattern(`[.;!?\n]`)
	interpretWord = pattern(`(?i)(?:\b|\P{L})(?:interpr[eé]t|translat|traduc|prevod|prevođ|përkthim|prijevod|tercüme|çeviri|толкув|превод|превођ)[\p{L}]*`)
	negative      = pattern(`(?i)\b(?:no|not|without|none|nor|sans|pas|aucune|neither|n/a)\b`)
	// noInterpreting is a plain no: "without interpretation", "interpretation is not provided".
	noInterpreting = pattern(`(?i)\b(?:no|without|nor|neither|sans|aucune|pas d.|not(?: be)?)\s+(?:[\p{L}]+\s+){0,3}?(?:interpr|translat|traduc)|` +
		`\b(?:interpr|translat|traduc)[\p{L}]*(?:\s+[\p{L}]+){0,3}?\s+(?:not|pas|never)\b(?:\s+[\p{L}]+)?\s+(?:provided|available|foreseen|planned|offered|ensured|possible|organi[sz]ed|needed|prévue?|assurée?|disponible)|` +
		`\b(?:interpr|translat|traduc)[\p{L}]*\s*[:–-]\s*(?:none|no|n/a)\b`)
	oneLanguageOnly = pattern(`(?i)\b(?:only|uniquement|seulement)\b`)
	listWords       = []string{"and", "into", "in", "et", "en", "to", "or", "from"}
)

// languageAt is a language named in a clause, with its byte offset.
type languageAt struct {
	tag string
	at  int
}

func languagesIn(clause string) []languageAt {
	var found []languageAt
	for _, m := range wordsPattern().FindAllStringIndex(clause, -1) {
		word := clause[m[0]:m[1]]
		if tag, ok := tagOfLanguage()[participant.Fold(word)]; ok {
			found = append(found, languageAt{tag, m[0]})
		}
		for _, tag := range languageGroups[word] {
			found = append(found, languageAt{tag, m[0]})
		}
	}
	return found
}

// unknownLanguage finds a word that stands in a list of languages and is none we know: "into Elbonian and Turkish".
func unknownLanguage(clause string) string {
	if len(languagesIn(clause)) == 0 && !interpretWord().MatchString(clause) {
		return ""
	}
	words := wordsPattern().FindAllStringIndex(clause, -1)
	for i := 1; i < len(words); i++ {
		word := clause[words[i][0]:words[i][1]]
		before := strings.ToLower(clause[words[i-1][0]:words[i-1][1]])
		listed := strings.ContainsAny(clause[words[i-1][1]:words[i][0]], ",/&") || slices.Contains(listWords, before)
		first, _ := utf8.DecodeRuneInString(word)
		if listed && unicode.IsUpper(first) && utf8.RuneCountInString(word) > 3 && word != strings.ToUpper(word) && len(languagesIn(word)) == 0 {
			return word
		}
	}
	return ""
}

// readLanguage fills the working language and the interpretation from the row and from one of its own for
// interpretation.
func (r *reader) readLanguage(text, extra string) {
	o := r.outline
	o.Interpretation = []string{}
	both := strings.TrimSpace(text + "\n" + extra)
	if both == "" {
		r.problem(rowLanguage, "The outline has no row “Language”.", "")
		return
	}
	f := languagesFound{}
	for _, clause := range clausePattern().Split(text, -1) {
		f.clause(clause, false)
	}
	if extra != "" {
		f.clause(extra, true)
	}
	r.source(rowLanguage, text)
	r.source(rowInterpretation, both)
	f.working = unique(f.working)
	interpreted := slices.DeleteFunc(unique(f.interpreted), func(tag string) bool { return slices.Contains(f.working, tag) })
	o.Interpretation = append(o.Interpretation, interpreted...)
	switch {
	case len(f.working) == 0:
		r.problem(rowLanguage, "No working language is recognised: enter it.", text)
	default:
		o.Language = f.working[0]
		if len(f.working) > 1 {
			r.problem(rowLanguage, "More than one working language is named: the first one is taken.", text)
		}
	}
	if f.unknown != "" {
		r.problem(rowInterpretation, fmt.Sprintf("“%s” is no language that is known: check the languages.", f.unknown), both)
	}
	switch {
	case f.unclear || f.announced && len(interpreted) == 0:
		r.problem(rowInterpretation, "Interpretation is announced, but no language is recognised: enter them.", both)
	case !f.announced && !f.denied && !oneLanguageOnly().MatchString(text):
		r.problem(rowInterpretation, "The outline does not say whether there is interpretation: none is taken.", both)
	}
}

// languagesFound gathers what the clauses of a row say.
type languagesFound struct {
	working, interpreted []string
	announced, denied    bool // interpretation is spoken of
	unclear              bool // a no beside interpretation that is no plain one
	unknown              string
}

// clause reads one clause. Where it speaks of interpretation, the languages behind the word are interpreted into; before
// it stand the working language ("English with interpretation into …") and, where nothing follows, the interpreted ones
// ("Serbian and Turkish interpretation"). own is set in a row on interpretation only.
func (f *languagesFound) clause(clause string, own bool) {
	if f.unknown == "" {
		f.unknown = unknownLanguage(clause)
	}
	found := languagesIn(clause)
	word := interpretWord().FindStringIndex(clause)
	if word == nil && !own {
		f.working = append(f.working, tags(found)...)
		return
	}
	if own && word == nil {
		word = []int{0, 0}
	}
	var before, after []string
	for _, l := range found {
		if l.at < word[0] {
			before = append(before, l.tag)
		} else {
			after = append(after, l.tag)
		}
	}
	switch {
	case noInterpreting().MatchString(clause) || own && len(found) == 0 && negative().MatchString(clause):
		f.denied = true
		f.working = append(f.working, before...)
		return
	case negative().MatchString(clause):
		f.unclear = true
		f.working = append(f.working, before...)
		return
	}
	f.announced = true
	switch {
	case own:
		f.interpreted = append(f.interpreted, tags(found)...)
	case len(after) > 0:
		f.working = append(f.working, before...)
		f.interpreted = append(f.interpreted, after...)
	case len(f.working) == 0 && len(before) > 0:
		f.working = append(f.working, before[0])
		f.interpreted = append(f.interpreted, before[1:]...)
	default:
		f.interpreted = append(f.interpreted, before...)
	}
}

func tags(found []languageAt) []string {
	var list []string
	for _, l := range found {
		list = append(list, l.tag)
	}
	return unique(list)
}

// unique drops repeats and keeps the order; the result is never nil.
func unique[T comparable](list []T) []T {
	kept := []T{}
	for _, v := range list {
		if !slices.Contains(kept, v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// printLanguage writes the language row so that readLanguage reads the same back.
func printLanguage(o Outline) string {
	if o.Language == "" {
		return ""
	}
	if len(o.Interpretation) == 0 {
		return languageName(o.Language) + ". There is no interpretation."
	}
	var names []string
	for _, tag := range o.Interpretation {
		names = append(names, languageName(tag))
	}
	return languageName(o.Language) + " with interpretation into " + joinAnd(names) + "."
}

func languageName(tag string) string {
	if names := languageNames[tag]; len(names) > 0 {
		return names[0]
	}
	return tag
}

// joinAnd writes "a, b and c".
func joinAnd(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}
