package registration

import (
	"cmp"
	"strings"
)

// before orders registrations by completion time, then by the source's serial number or line. Without a time they
// stand last.
func before(a, b Registration) int {
	switch {
	case a.Submitted.IsZero() != b.Submitted.IsZero():
		if a.Submitted.IsZero() {
			return 1
		}
		return -1
	case !a.Submitted.Equal(b.Submitted):
		return a.Submitted.Compare(b.Submitted)
	}
	return cmp.Or(compareSerial(a.Serial, b.Serial), cmp.Compare(a.Line, b.Line), strings.Compare(a.ID, b.ID))
}

// compareSerial compares running numbers. Ids that are none (UUIDs) have no order and stand behind.
func compareSerial(a, b string) int {
	switch x, y := isNumber(a), isNumber(b); {
	case x && y:
		a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
		return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	case x:
		return -1
	case y:
		return 1
	}
	return 0
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
