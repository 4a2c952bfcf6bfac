package identity

import "strings"

// AddressSlip tells whether two different addresses are one but for a slip of the keys: at one domain, and the parts
// before the @ one letter apart. Numbers are no slips: they tell namesakes apart.
func AddressSlip(a, b string) bool {
	x, at, _ := strings.Cut(a, "@")
	y, domain, _ := strings.Cut(b, "@")
	const fewest = 6
	if at != domain || at == "" || x == y || min(len(x), len(y)) < fewest || max(len(x)-len(y), len(y)-len(x)) > 1 {
		return false
	}
	return digits(x) == digits(y) && oneApart(x, y)
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
