package report

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
)

// interpretation names the languages spoken into beside the working language; "" where not even that one is known.
func interpretation(code string, others []string) string {
	if code == "" {
		return ""
	}
	var names []string
	for _, c := range others {
		names = append(names, languageName(c))
	}
	if len(names) == 0 {
		return "None"
	}
	return "Into " + join(names)
}

// languageName is a language in English, "" for no code.
func languageName(code string) string {
	if code == "" {
		return ""
	}
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

// fromReached says from how many of them.
func (w *writer) fromReached() string {
	all := len(projectCodes())
	switch n := w.reached(); n {
	case 0:
		return ""
	case all:
		return "all " + count(all, "project country/area", "project countries/area")
	default:
		return strconv.Itoa(n) + " of the " + count(all, "project country/area", "project countries/area")
	}
}

// place names a beneficiary as at the event.
func (w *writer) place(code string) string {
	return beneficiary.Name(beneficiary.Code(code), w.Webinar.Outline.Start)
}
