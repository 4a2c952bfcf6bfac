package participant

import "strings"

// NormaliseEmail gives the address to compare: lower case, trimmed, its +tag dropped. It is "" when the text is no
// address: not exactly one @, a blank inside, an empty part, or a domain without a dot.
func NormaliseEmail(s string) string {
	if isPlainEmail(s) {
		return s
	}
	return normalised(s)
}

// normalised is NormaliseEmail without its quick way.
func normalised(s string) string {
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

// isPlainEmail tells of most addresses that they are normalised as they stand: small letters, digits, dots, hyphens and
// underscores, with one @ inside and a dot inside the domain.
func isPlainEmail(s string) bool {
	at, dot := -1, -1
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_':
		case c == '.':
			dot = i
		case c == '@' && at < 0:
			at = i
		default:
			return false
		}
	}
	return at > 0 && dot > at+1 && dot < len(s)-1 && s[0] != '.'
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
