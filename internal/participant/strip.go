package participant

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Stripped is a display name taken apart. Name is what is left of the human name as written ("" when nothing is); the
// rest is evidence, as written: organisations and countries beside the name, devices, tags (titles, roles, guest marks,
// pronouns, numbering).
type Stripped struct {
	Name          string
	Organisations []string
	Devices       []string
	Tags          []string
}

var (
	brackets  = regexp.MustCompile(`[(\[{<]([^()\[\]{}<>]*)[)\]}>]?`)
	numbering = regexp.MustCompile(`^(#\s*)?[0-9]{1,3}\s*[.)\-–:_]\s*`)
	// A slash, bar or long dash parts everywhere; a hyphen only with a blank beside it, since surnames carry hyphens.
	partings = regexp.MustCompile(`\s*[|/\\–—;:•·]+\s*|\s+-+\s*|\s*-+\s+|_+`)
)

// Strip takes a display name apart: brackets, "Name - Org", "Org | Name", titles and ranks, roles and guest marks in the
// languages of the platforms, emoji, numbering, device names. "Last, First" is written "First Last". Where it cannot
// tell a name from an organisation it keeps the text in Name.
func Strip(display string) Stripped {
	var out Stripped
	if IsPhoneName(display) {
		out.Devices = []string{clean(display)}
		return out
	}
	s := clean(withoutSymbols(clean(Repair(display))))
	if n := numberOf(s); n != "" && hasHumanWord(s[len(n):]) {
		out.Tags = append(out.Tags, strings.TrimSpace(n))
		s = s[len(n):]
	}
	s, inner := cutBrackets(s)
	short := shortNames(s)
	var bracketNames []string
	for _, b := range inner {
		if sorted, _ := out.sort(b, short); !sorted {
			bracketNames = append(bracketNames, b)
		}
	}
	names := out.segments(s, short)
	if len(names) == 0 && len(bracketNames) > 0 {
		// A bare device with its holder in brackets.
		names, bracketNames = bracketNames[:1], bracketNames[1:]
	}
	out.Organisations = append(out.Organisations, bracketNames...)
	if len(names) > 0 {
		out.Name = out.dropTitles(names[0])
		out.Organisations = append(out.Organisations, names[1:]...)
	}
	return out
}

// numberOf is the numbering a text begins with.
func numberOf(s string) string {
	if s == "" || s[0] != '#' && (s[0] < '0' || s[0] > '9') {
		return ""
	}
	return numbering.FindString(s)
}

// cutBrackets takes brackets out of the text and gives what stood in them.
func cutBrackets(s string) (rest string, inner []string) {
	if !strings.ContainsAny(s, "([{<") {
		return s, nil
	}
	for _, m := range brackets.FindAllStringSubmatch(s, -1) {
		if t := strings.TrimSpace(m[1]); t != "" {
			inner = append(inner, t)
		}
	}
	return clean(brackets.ReplaceAllString(s, " ")), inner
}

// segments parts the text and sorts the parts; it gives those that may be names, the likeliest first.
func (out *Stripped) segments(s string, short bool) []string {
	var names []string
	parts := []string{s}
	if strings.ContainsAny(s, `|/\–—;:•·-_`) {
		parts = partings.Split(s, -1)
	}
	for _, part := range parts {
		names = append(names, out.commas(part, short)...)
	}
	if len(names) > 1 && strings.Contains(s, "_") && allShort(names) {
		return []string{strings.Join(names, " ")} // ana_kovač
	}
	if len(names) > 1 && untitled(names[0]) == 1 && untitled(names[1]) > 1 {
		names[0], names[1] = names[1], names[0] // a single word before a full name is an abbreviation, or what a title leaves
	}
	return names
}

// untitled is how many words a text has besides titles.
func untitled(text string) int {
	var aside Stripped
	return len(Tokens(aside.dropTitles(text)))
}

func allShort(parts []string) bool {
	for _, p := range parts {
		if strings.ContainsAny(p, " ") {
			return false
		}
	}
	return true
}

// commas sorts the parts between commas; two name parts are "Last, First".
func (out *Stripped) commas(s string, short bool) []string {
	var names []string
	for _, part := range strings.Split(s, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		sorted, device := out.sort(part, short)
		if sorted {
			continue
		}
		if len(names) > 0 && isAcronym(part) && strings.ToUpper(names[0]) != names[0] { // Ana, SIPA; but KOVAČ, Ana
			out.Organisations = append(out.Organisations, part)
			continue
		}
		if device {
			pattern, _ := devices()
			if found := pattern.FindAllString(part, -1); len(found) > 0 {
				out.Devices = append(out.Devices, found...)
				part = withoutDevice(part)
			}
		}
		if part != "" {
			names = append(names, part)
		}
	}
	if len(names) == 2 {
		first, last := out.dropTitlesBeside(names[1], 0), out.dropTitlesBeside(names[0], len(Tokens(names[1])))
		if len(Tokens(first)) <= 2 && len(Tokens(last)) <= 2 && len(Tokens(first))+len(Tokens(last)) <= 3 {
			return []string{first + " " + last}
		}
	}
	return names
}

// shortNames tells whether three capitals may be a name here (KOVAČ, ANA): everything is in capitals, or there is no
// full name beside them.
func shortNames(s string) bool { return strings.ToUpper(s) == s || len(Words(s)) <= 2 }

// sort puts a part that surely is no name where it belongs and tells whether it did; device: what it left names a device
// beside something else.
func (out *Stripped) sort(part string, short bool) (sorted, device bool) {
	words := Words(part)
	tokens := foldAll(words)
	device = namesDevice(part, words)
	switch {
	case len(tokens) == 0 || isTagText(tokens):
		out.Tags = append(out.Tags, part)
	case IsPhoneName(part) || device && !hasHumanWord(withoutDevice(part)):
		out.Devices = append(out.Devices, part)
	case isBody(words, tokens, short):
		out.Organisations = append(out.Organisations, part)
	case strings.ContainsAny(part, "0123456789") && isNumber(tokens[len(tokens)-1]) && len(tokens) > 1:
		out.Organisations = append(out.Organisations, part) // Unit 3
	default:
		return false, device
	}
	return true, device
}

// isTagText tells whether every word is a title or a role, numbers beside it (Interpreter 2) set aside.
func isTagText(tokens []string) bool {
	words := tokens
	if slices.ContainsFunc(tokens, isNumber) {
		words = slices.DeleteFunc(slices.Clone(tokens), isNumber)
	}
	if roleTags.has(words...) || titles.has(words...) {
		return true
	}
	for _, t := range words {
		if !titles.has(t) && !roleTags.has(t) && !nameTitles.has(t) {
			return false
		}
	}
	return len(words) > 0
}

func isNumber(token string) bool { return strings.Trim(token, "0123456789") == "" }

// IsOrganisation tells whether a phrase holds a word of an institution in a language of the region, is a country or area,
// or is an abbreviation in capitals (MUP RS, FIU).
func IsOrganisation(s string) bool {
	words := Words(s)
	return isBody(words, foldAll(words), false)
}

// isBody is IsOrganisation for a text whose words and tokens are known; short: three capitals with a vowel may be a name.
func isBody(words, tokens []string, short bool) bool {
	if placeWords.has(tokens...) {
		return true
	}
	for _, t := range tokens {
		if organisationWords.has(t) {
			return true
		}
	}
	if len(words) > 2 {
		return false
	}
	for _, w := range words {
		if !isAbbreviation(w, short) {
			return false
		}
	}
	return len(words) > 0
}

// isAbbreviation tells whether a word is written as one: two capitals, three where no name may be so short, or up to six
// without a vowel.
func isAbbreviation(w string, short bool) bool {
	n := len([]rune(w))
	if n < 2 || n > 6 || strings.ToUpper(w) != w || strings.ToLower(w) == w {
		return false
	}
	return n == 2 || n == 3 && !short || !strings.ContainsAny(Fold(w), "aeiou")
}

// isAcronym tells whether a text is one word in capitals, as short as abbreviations are and longer than most short names.
func isAcronym(s string) bool {
	n := len([]rune(s))
	return n >= 4 && n <= 6 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) })
}

// dropTitles takes titles and ranks off both ends, and out of the middle where they end in a dot.
func (out *Stripped) dropTitles(name string) string { return out.dropTitlesBeside(name, 0) }

// dropTitlesBeside is dropTitles for a part of a name, of which so many words stand elsewhere.
func (out *Stripped) dropTitlesBeside(name string, beside int) string {
	words := strings.Fields(name)
	isTitle := func(w string, left int) bool {
		tokens := Tokens(w)
		if len(tokens) == 0 {
			return true
		}
		if nameTitles.has(tokens...) {
			return left > 2
		}
		return left > 1 && (titles.has(tokens...) || len(tokens) > 1 && isTagText(tokens)) || left > 2 && isShortened(w)
	}
	for len(words) > 1 && isTitle(words[0], len(words)+beside) {
		out.Tags = append(out.Tags, words[0])
		words = words[1:]
	}
	for len(words) > 1 && isTitle(words[len(words)-1], len(words)) {
		out.Tags = append(out.Tags, words[len(words)-1])
		words = words[:len(words)-1]
	}
	return strings.Trim(strings.Join(words, " "), " .,;:-_'\"")
}

// isShortened tells whether a word is a shortened one, as ranks are: two to five letters without a vowel, with a dot behind.
func isShortened(w string) bool {
	letters, dot := strings.CutSuffix(w, ".")
	n := len([]rune(letters))
	return dot && n >= 2 && n <= 5 && !strings.ContainsAny(Fold(letters), "aeiou") && !strings.ContainsFunc(letters, func(r rune) bool { return !isNameRune(r) })
}

// withoutSymbols drops emoji and pictures; letters, digits and the signs of names stay.
func withoutSymbols(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r):
			return r
		case unicode.In(r, unicode.So, unicode.Sk, unicode.Co, unicode.Cn) && r != '`', r >= 0xFE00 && r <= 0xFE0F:
			return ' '
		case r == '"' || r == '“' || r == '”' || r == '„' || r == '!' || r == '*':
			return ' '
		}
		return r
	}, s)
}

func isNameRune(r rune) bool { return unicode.IsLetter(r) }
