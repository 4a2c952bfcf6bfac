package report

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"rapporteur/internal/participant"
)

// institutions are the organisations of those who attended, each once whatever its spelling, in alphabetical order.
func (w *writer) institutions() []string {
	shown := map[string]string{}
	for _, m := range w.Members {
		if !m.Attended || m.Standing == nil {
			continue
		}
		name := strings.Join(strings.Fields(m.Standing.Organisation), " ")
		key := participant.FoldKey(name)
		if key == "" {
			continue
		}
		if old, ok := shown[key]; !ok || name < old {
			shown[key] = name
		}
	}
	return sortedValues(shown)
}

// listedInstitutions are those that the copy may name: in the donor copy none that holds personal data, such as a law
// office under the name of its owner.
func (w *writer) listedInstitutions() []string {
	all := w.institutions()
	if w.Copy != Donor {
		return all
	}
	return slices.DeleteFunc(all, w.holdsPersonal)
}

// withheld says how many institutions are counted and not named.
func (w *writer) withheld(n int) string {
	if n == 0 {
		return ""
	}
	return count(n, "of them is counted but not named: its name holds personal data of a participant.",
		"of them are counted but not named: their names hold personal data of participants.")
}

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
