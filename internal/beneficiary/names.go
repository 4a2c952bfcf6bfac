package beneficiary

import (
	_ "embed"
	"strings"
	"sync"
	"time"
)

//go:embed names.tsv
var namesFile string

// datedName is a name and the first day it is used, YYYY-MM-DD, "" for always.
type datedName struct{ from, name string }

var printedNames = sync.OnceValue(func() map[Code][]datedName {
	names := map[Code][]datedName{}
	for line := range dataLines(namesFile) {
		column := strings.Split(line, "\t")
		code := Code(column[0])
		names[code] = append(names[code], datedName{from: column[1], name: column[2]})
	}
	return names
})

// Name returns the name a row is printed with on the day of at, in at's own zone: "Turkey" before 1 June 2022 and
// "Türkiye" from then on, "North Macedonia" since 12 February 2019, "Kosovo*" with its asterisk, "Other countries",
// "Unknown". Text that holds Kosovo* needs Footnote on the same page. A code that is no row is returned as it is.
func Name(code Code, at time.Time) string {
	switch code {
	case Other:
		return "Other countries"
	case Unknown:
		return "Unknown"
	}
	day, name := at.Format(time.DateOnly), string(code)
	for _, n := range printedNames()[code] {
		if n.from <= day {
			name = n.name
		}
	}
	return name
}
