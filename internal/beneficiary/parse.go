package beneficiary

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed countries.tsv
var countriesFile string

//go:embed spellings.tsv
var spellingsFile string

// Parse says which row a declared country/area belongs to, in whatever language or spelling. Another country is Other;
// blank text, text that is no country and text that names two are Unknown.
func Parse(raw string) Code {
	code, ok := lookUp(raw)
	if !ok {
		return Unknown
	}
	for _, c := range All() {
		if c == code {
			return c
		}
	}
	return Other
}

// ParseOther tells whether the text is a country outside of the project, and its ISO 3166-1 alpha-2 code ("other" where
// the text says no more than that).
func ParseOther(raw string) (code string, ok bool) {
	c, ok := lookUp(raw)
	return string(c), ok && Parse(raw) == Other
}

// aside is what stands beside a name: brackets and asterisks.
var aside = regexp.MustCompile(`\([^)]*\)|\[[^\]]*\]|[*†]`)

func lookUp(raw string) (Code, bool) {
	names := spellings()
	if code, ok := names[withoutState(key(raw))]; ok {
		return code, true
	}
	text := aside.ReplaceAllString(raw, " ")
	if code, ok := names[withoutState(key(text))]; ok {
		return code, true
	}
	// "Skopje, North Macedonia": one part names a country, and the parts do not contradict each other.
	found := Code("")
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;/–|", r) }) {
		code, ok := names[withoutState(key(part))]
		if !ok {
			continue
		}
		if found != "" && found != code {
			return "", false
		}
		found = code
	}
	return found, found != ""
}

// spellings maps the key of every known spelling to its code. It is built when the first country is read: the start of a
// command does not pay for it. Our own spellings come first, then the names in the order of the file.
var spellings = sync.OnceValue(func() map[string]Code {
	names := map[string]Code{}
	add := func(name string, code Code) {
		k := withoutState(key(name))
		if _, known := names[k]; !known && k != "" {
			names[k] = code
		}
	}
	for line := range dataLines(spellingsFile) {
		code, list, _ := strings.Cut(line, "\t")
		for _, name := range strings.Split(list, "|") {
			add(name, Code(code))
		}
	}
	for _, c := range All() {
		add(string(c), c)
	}
	for line := range dataLines(countriesFile) {
		column := strings.Split(line, "\t")
		code := Code(column[0])
		for _, name := range append(column[:2:2], strings.Split(column[2], "|")...) {
			add(name, code)
		}
	}
	return names
})
