// Package beneficiary holds the project countries/area: their fixed order, their names by date, Kosovo* with its
// footnotes, and all other countries' names as people write them.
//
// In: a country as declared in a form, an export or an outline, in any language of the region. Out: one Code, a printed
// name, or text in which Kosovo* carries its asterisk. Unrecognised text is Unknown, never a guess. Raw values are never
// changed: the asterisk is added only to text that is about to be printed.
//
// The names are data files beside the code, one entry a line: names.tsv (printed names by date), spellings.tsv and
// countries.tsv (names to recognise), kosovo-exempt.txt (where no asterisk belongs).
package beneficiary

// Code is an ISO 3166-1 alpha-2 code, the user-assigned XK for Kosovo*, or one of the two rows Other and Unknown.
type Code string

// The project countries/area.
const (
	Albania              Code = "AL"
	BosniaAndHerzegovina Code = "BA"
	Kosovo               Code = "XK"
	Montenegro           Code = "ME"
	NorthMacedonia       Code = "MK"
	Serbia               Code = "RS"
	Turkey               Code = "TR"
)

// Rows after the project countries/area.
const (
	Other   Code = "other"
	Unknown Code = "unknown"
)

// All returns the project countries/area in their fixed order.
func All() []Code {
	return []Code{Albania, BosniaAndHerzegovina, Kosovo, Montenegro, NorthMacedonia, Serbia, Turkey}
}

// Rows returns the rows of every table by beneficiary: All, then Other, then Unknown.
func Rows() []Code { return append(All(), Other, Unknown) }
