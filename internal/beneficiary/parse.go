package beneficiary

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed countries.tsv
	countriesFile string
	//go:embed spellings.tsv
	spellingsFile string
)

// atlas is every name that is recognised.
type atlas struct {
	code    map[string]string // key → ISO alpha-2 code, "other" or "unknown"
	english map[string]string // ISO alpha-2 code → English name
}

// world is built when the first country is read: the start of a command does not pay for it.
var world = sync.OnceValue(func() atlas {
	a := atlas{code: map[string]string{}, english: map[string]string{}}
	for line := range dataLines(countriesFile) {
		column := strings.Split(line, "\t")
		names := strings.Split(column[2], "|")
		a.english[column[0]] = names[0]
		for _, n := range append(names, column[0], column[1]) {
			a.code[key(n)] = column[0]
		}
	}
	// The hand-written spellings come second: they decide where a name is two countries'.
	for line := range dataLines(spellingsFile) {
		code, names, _ := strings.Cut(line, "\t")
		for _, n := range strings.Split(names, "|") {
			a.code[key(n)] = code
		}
	}
	return a
})

// Parse recognises a country/area in any spelling of the region: English, local, German, French, Italian, Romanian,
// Turkish and Greek names, ISO codes, "Republic of …", a city and its country, one wrong letter in a long name. Any
// other real country, and the words "other country", are Other; blank and unrecognised text and text that names two
// countries are Unknown.
func Parse(raw string) Code {
	switch code := world().find(raw); code {
	case "", string(Unknown):
		return Unknown
	default:
		for _, c := range All() {
			if string(c) == code {
				return c
			}
		}
		return Other
	}
}

// ParseOther returns the English name of a country outside of the project, and whether the text says one. The name is ""
// where the text only says "other country". Text for which Parse is not Other gives "", false.
func ParseOther(raw string) (name string, ok bool) {
	if Parse(raw) != Other {
		return "", false
	}
	return world().english[world().find(raw)], true
}

// ISO returns the ISO 3166-1 alpha-2 code of the one country/area a text names, XK for Kosovo*, or "" where Parse is
// Unknown or the text only says "other country".
func ISO(raw string) string {
	code := world().find(raw)
	if code == string(Other) || code == string(Unknown) {
		return ""
	}
	return code
}

// find returns the ISO code of the one country a text names, or "".
func (a atlas) find(raw string) string {
	whole := key(raw)
	if whole == "" {
		return ""
	}
	if code := a.exact(whole); code != "" {
		return code
	}
	if code, several := a.oneOf(raw); code != "" || several {
		return code
	}
	if code := a.nearest(withoutState(whole)); code != "" {
		return code
	}
	return a.mentioned(whole)
}

// shortestMention is the length from which a name counts within a longer text: shorter ones are other words too.
const shortestMention = 4

// mentioned returns the one country that a longer text names ("Kosovo in line with UNSCR 1244", "Serbia Belgrade"), ""
// when it names two. The longest name at a place counts: "Mali i Zi" is no Mali.
func (a atlas) mentioned(whole string) string {
	code, _ := a.named(whole)
	return code
}

// within is mentioned for a text that is no country's name, with the words that name the country.
func (a atlas) within(text string) (code, name string) { return a.named(key(text)) }

func (a atlas) named(whole string) (code, name string) {
	const longest = 6 // words of a name
	words := strings.Fields(whole)
	for i := 0; i < len(words); {
		step := 1
		for n := min(longest, len(words)-i); n > 0; n-- {
			at := strings.Join(words[i:i+n], " ")
			found := a.code[at]
			if found == "" || len(at) < shortestMention || found == string(Other) || found == string(Unknown) {
				continue
			}
			if code != "" && code != found {
				return "", ""
			}
			if code == "" || len(at) > len(name) {
				name = at
			}
			code, step = found, n
			break
		}
		i += step
	}
	return code, name
}

// exact looks a key up as it stands, without the state's form, and with its single letters joined ("b i h").
func (a atlas) exact(key string) string {
	if code := a.code[key]; code != "" {
		return code
	}
	if code := a.code[withoutState(key)]; code != "" {
		return code
	}
	if joined := strings.ReplaceAll(key, " ", ""); len(joined)*2-1 == len(key) {
		return a.code[joined]
	}
	return ""
}

// oneOf returns the country that the parts of a text agree on ("Skopje, North Macedonia"). several tells that two are
// named, as a part or within one ("AP Kosovo i Metohija, Srbija"): then it is none of them. A code of two letters counts
// where no part says more: "Banja Luka, RS" is not in Serbia.
func (a atlas) oneOf(raw string) (code string, several bool) {
	// A hyphen parts only between blanks: "Bosnien-Herzegowina" is one name.
	parts := strings.FieldsFunc(strings.ReplaceAll(raw, " - ", ","), func(r rune) bool {
		return strings.ContainsRune(",;/|()[]–—:*\n", r)
	})
	short := ""
	for _, p := range parts {
		whole := key(p)
		found := a.exact(whole)
		switch {
		case found == "":
			found = a.mentioned(whole)
		case len(whole) == 2:
			if short != "" && short != found {
				return "", true
			}
			short, found = found, ""
		}
		if found == "" || found == string(Unknown) || found == code {
			continue
		}
		if code != "" {
			return "", true
		}
		code = found
	}
	if code == "" {
		code = short
	}
	return code, false
}

// nearest returns the one country of which a long name differs from the key by one letter, the first excepted.
func (a atlas) nearest(key string) string {
	const shortest = 6
	if len(key) < shortest {
		return ""
	}
	found := ""
	for name, code := range a.code {
		if code == found || len(name) < shortest || name[0] != key[0] || !withinOne(key, name) {
			continue
		}
		if found != "" {
			return ""
		}
		found = code
	}
	return found
}

// withinOne tells whether one letter added, lost, replaced or two neighbours swapped turn a into b.
func withinOne(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	for len(x) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return len(y) <= 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}
