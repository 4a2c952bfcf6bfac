package attendance

import (
	"regexp"
	"strconv"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// Rule says what presence counts as attended: a percentage of the window, or whole minutes. Exactly one is set.
type Rule struct {
	Percent int // 1 to 100
	Minutes int // 1 to 1440
}

var (
	percentRule = pattern(`^([0-9]{1,3}) ?%$`)
	minutesRule = pattern(`^(?i)([0-9]{1,4}) ?(?:m|min|mins|minutes?)\.?$`)
)

// ParseRule reads "50%" or "60min". Anything else is fault.Invalid.
func ParseRule(s string) (Rule, error) {
	s = tabular.Clean(s)
	if n, ok := number(percentRule(), s, 100); ok {
		return Rule{Percent: n}, nil
	}
	if n, ok := number(minutesRule(), s, 24*60); ok {
		return Rule{Minutes: n}, nil
	}
	return Rule{}, fault.New(fault.Invalid, "This is no attendance rule.",
		"Write a share of the webinar from 1% to 100%, such as 50%, or minutes, such as 60min.")
}

// number reads the one number of a pattern, from 1 to highest.
func number(pattern *regexp.Regexp, s string, highest int) (int, bool) {
	m := pattern.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil && n >= 1 && n <= highest
}

// Met tells whether presence reaches the rule; both are whole seconds. A percentage is reached when 100 × presence is at
// least percent × window, minutes when presence is at least 60 × minutes. Nobody without a second of presence attended.
func (r Rule) Met(presence, window int) bool {
	switch {
	case presence <= 0:
		return false
	case r.Percent > 0:
		return 100*presence >= r.Percent*window
	case r.Minutes > 0:
		return presence >= 60*r.Minutes
	}
	return false
}

// String writes the rule as ParseRule reads it, "" for the zero rule.
func (r Rule) String() string {
	switch {
	case r.Percent > 0:
		return strconv.Itoa(r.Percent) + "%"
	case r.Minutes > 0:
		return strconv.Itoa(r.Minutes) + "min"
	}
	return ""
}
