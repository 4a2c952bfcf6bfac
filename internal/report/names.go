package report

import (
	"sort"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
)

// sortedValues sorts by the rules of English, so that diacritics do not send a name to the end.
func sortedValues(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for _, v := range m {
		out = append(out, v)
	}
	sort.Strings(out)
	collate.New(language.English).SortStrings(out)
	return out
}

// languages prints the working language and the interpretation.
func languages(code string, interpretation []string) string {
	if code == "" {
		return ""
	}
	var others []string
	for _, c := range interpretation {
		others = append(others, languageName(c))
	}
	if len(others) == 0 {
		return languageName(code) + ", no interpretation"
	}
	return languageName(code) + ", interpretation into " + join(others)
}

func languageName(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return strings.ToUpper(code)
	}
	return display.English.Languages().Name(tag)
}

func projectCodes() []beneficiary.Code { return beneficiary.All() }

// reached counts the project countries/area from which somebody attended.
func (w *writer) reached() int {
	n := 0
	project := map[string]bool{}
	for _, c := range projectCodes() {
		project[string(c)] = true
	}
	for _, r := range w.Table.By(breakdown.ByBeneficiary) {
		if project[r.Beneficiary] && r.Attended > 0 {
			n++
		}
	}
	return n
}

// place names a beneficiary as at the event.
func (w *writer) place(code string) string {
	return beneficiary.Name(beneficiary.Code(code), w.Webinar.Outline.Start)
}
