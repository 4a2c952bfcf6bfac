package sector

import "strings"

func readDomains() map[string]Label {
	domains := map[string]Label{}
	for _, column := range readTable("domains") {
		label, ok := ByCode(column[1])
		if !ok {
			panic("sector: domains.tsv holds a class that is none: " + column[1]) // a mistake of the build
		}
		label.Rule, label.Reason = "the e-mail domain", "e-mail domain: "+column[0]
		domains[column[0]] = label
	}
	return domains
}

// fromDomain says what an e-mail domain alone tells: the longest known ending, else a label such as "gov" or "edu" at the
// end or before the country's.
func fromDomain(domain string) Label {
	domain = strings.Trim(strings.ToLower(strings.TrimSpace(domain)), ".@")
	known := compiled().domains
	for rest := domain; strings.Contains(rest, "."); {
		if label, ok := known[rest]; ok {
			return label
		}
		_, rest, _ = strings.Cut(rest, ".")
	}
	labels := strings.Split(domain, ".")
	for _, i := range []int{len(labels) - 1, len(labels) - 2} {
		if i < 1 {
			break // a host name must stand before the label: "gov" alone is no domain
		}
		if label, ok := known[labels[i]]; ok {
			return label
		}
	}
	return nothing
}
