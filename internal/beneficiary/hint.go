package beneficiary

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed calling.tsv
var callingFile string

// callings are the endings and prefixes of calling.tsv, by kind.
var callings = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{"phone": {}, "domain": {}}
	for line := range dataLines(callingFile) {
		column := strings.Split(line, "\t")
		all[column[0]][column[1]] = column[2]
	}
	return all
})

// OfPhone gives the ISO code of the country/area that a telephone number belongs to by its beginning ("+381…"), and the prefix
// that told it; "" for one that tells nothing.
func OfPhone(start string) (code, prefix string) {
	digits, ok := strings.CutPrefix(start, "+")
	if !ok {
		return "", ""
	}
	const longest = 5
	for n := min(longest, len(digits)); n > 1; n-- {
		if code, ok := callings()["phone"][digits[:n]]; ok {
			return code, "+" + digits[:n]
		}
	}
	return "", ""
}

// OfDomain gives the ISO code of the country/area of a mail domain, "" for one that tells nothing.
func OfDomain(domain string) string {
	rest := strings.Trim(strings.ToLower(strings.TrimSpace(domain)), ".@")
	if !strings.Contains(rest, ".") {
		return ""
	}
	for {
		if code, ok := callings()["domain"][rest]; ok {
			return code
		}
		_, after, found := strings.Cut(rest, ".")
		if !found {
			return ""
		}
		rest = after
	}
}

// Within gives the project country/area that a text names among other words ("Ministarstvo pravde Crne Gore", "Policia e
// Kosovës"), with the words that name it; "" when it names none or more than one country.
func Within(text string) (code, name string) {
	code, name = world().within(text)
	if !slices.Contains(All(), Code(code)) {
		return "", ""
	}
	return code, name
}

// OfISO gives the row of an ISO 3166-1 alpha-2 code, XK for Kosovo*. Unlike Parse it takes the letters for nothing else.
func OfISO(code string) Code {
	switch {
	case world().english[code] == "":
		return Unknown
	case slices.Contains(All(), Code(code)):
		return Code(code)
	}
	return Other
}

// English gives the English name of an ISO code, "" for none.
func English(code string) string { return world().english[code] }

// Picked gives the name of a code that was picked from Countries, and any other text as it is: a CG that somebody types is
// Crna Gora, the CG of the list is the Congo.
func Picked(text string) string {
	if name := English(text); name != "" {
		return name
	}
	return text
}

// Countries lists the ISO codes of all countries/areas: those of the project in their fixed order, then the others by name.
func Countries() []string {
	var out, others []string
	for _, c := range All() {
		out = append(out, string(c))
	}
	for code := range world().english {
		if !slices.Contains(All(), Code(code)) {
			others = append(others, code)
		}
	}
	slices.SortFunc(others, func(a, b string) int { return strings.Compare(key(English(a)), key(English(b))) })
	return append(out, others...)
}
