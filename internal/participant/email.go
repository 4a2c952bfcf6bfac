package participant

import "strings"

// NormaliseEmail gives the address to compare: lower case, trimmed, its +tag dropped. It is "" when the text is no
// address: not exactly one @, a blank inside, an empty part, or a domain without a dot.
func NormaliseEmail(s string) string {
	s = strings.ToLower(clean(s))
	s = strings.TrimPrefix(s, "mailto:")
	s = strings.Trim(s, "<>\"'.,;: ")
	local, domain, ok := strings.Cut(s, "@")
	local, _, _ = strings.Cut(local, "+")
	if !ok || local == "" || strings.ContainsAny(local+domain, "@ ,;<>()") {
		return ""
	}
	if i := strings.LastIndexByte(domain, '.'); i <= 0 || i == len(domain)-1 {
		return ""
	}
	return local + "@" + domain
}

// EmailDomain is the part of a normalised address after the @, "" when the text is no address.
func EmailDomain(s string) string {
	_, domain, _ := strings.Cut(NormaliseEmail(s), "@")
	return domain
}

// EmailLocal is the part of a normalised address before the @, "" when the text is no address.
func EmailLocal(s string) string {
	local, _, _ := strings.Cut(NormaliseEmail(s), "@")
	return local
}

// AtDomain tells whether an address is at one of the domains, or at a part of one. Domains may begin with "@".
func AtDomain(email string, domains []string) bool {
	host := EmailDomain(email)
	for _, d := range domains {
		d = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(d), "@"))
		if d != "" && (host == d || strings.HasSuffix(host, "."+d)) {
			return true
		}
	}
	return false
}
