// Package beneficiary holds the project countries/area: their fixed order, their names by date, Kosovo* with its
// footnotes, and all other countries' names as people write them.
package beneficiary

// Code is an ISO 3166-1 alpha-2 code, the user-assigned XK for Kosovo*, or one of the two rows Other and Unknown.
type Code string

// Rows after the project countries/area.
const (
	Other   Code = "other"
	Unknown Code = "unknown"
)
