package tabular

import (
	"fmt"
	"math"
	"time"
)

// serialText writes the number of a date-styled cell as text: "2006-01-02 15:04:05", a time of day below one day as
// "15:04:05", a duration as "26:05:00"; to the nearest second. Numbers that no calendar has give "", false.
//
// Days are counted from 31 December 1899, with a 29 February 1900 that never was, or from 1 January 1904 (ECMA-376
// part 1, 18.17.4.1).
func serialText(days float64, kind dateKind, since1904 bool) (string, bool) {
	if !(days >= 0 && days < 2_958_466) { // 1 January 10000
		return "", false
	}
	seconds := int64(math.Round(days * 86400))
	if kind == elapsed || days < 1 {
		return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60), true
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case since1904:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case seconds < 60*86400:
		epoch = epoch.AddDate(0, 0, 1)
	}
	return epoch.Add(time.Duration(seconds) * time.Second).Format(time.DateTime), true
}
