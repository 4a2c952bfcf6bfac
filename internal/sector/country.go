package sector

import (
	"slices"
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/participant"
)

// Hint is what something other than the person's word says of the country/area: the ISO code, from what ("organisation",
// "phone" or "domain"), and the reason in words. It is a proposal, never a fact.
type Hint struct {
	Country string `json:"country"`
	From    string `json:"from" enum:"organisation,phone,domain"`
	Reason  string `json:"reason"`
}

// Where a hint comes from.
const (
	FromOrganisation = "organisation"
	FromPhone        = "phone"
	FromDomain       = "domain"
)

// Hints gives what organisation and job title, the telephone number and the e-mail domain say of a person's country/area:
// one of each at most. Who works for an international body, an embassy or a mission is of the country/area that nobody
// knows from it: the organisation gives no hint then.
func Hints(in Input, phone string) []Hint {
	var hints []Hint
	if code, reason := countryOfWork(in.Organisation, in.JobTitle); code != "" {
		hints = append(hints, Hint{code, FromOrganisation, reason})
	}
	if code, prefix := beneficiary.OfPhone(participant.PhoneStart(phone)); code != "" {
		hints = append(hints, Hint{code, FromPhone, "the telephone number begins with " + prefix})
	}
	if code := beneficiary.OfDomain(in.EmailDomain); code != "" {
		hints = append(hints, Hint{code, FromDomain, "the e-mail address ends in “" + strings.ToLower(strings.Trim(in.EmailDomain, ".@ ")) + "”"})
	}
	return hints
}

// countryOfWork reads organisation and title: an institution of the gazetteer goes before a place or country that is named.
// Two that differ say nothing.
func countryOfWork(fields ...string) (code, reason string) {
	e := gather("", fields...)
	if e.has(meansInternational, meansPoliceNetwork, meansEmbassy, meansMission) != nil && e.has(meansNCB) == nil {
		return "", ""
	}
	for _, text := range fields {
		found, name, several := compiled().institution(text)
		switch {
		case several || found != "" && code != "" && found != code:
			return "", ""
		case found != "" && code == "":
			code, reason = found, "the organisation: "+name
		}
	}
	if code != "" {
		return code, reason
	}
	for _, text := range fields {
		found, name := beneficiary.Within(text)
		switch {
		case found != "" && code != "" && found != code:
			return "", ""
		case found != "" && code == "":
			code, reason = found, "organisation or job title names “"+name+"”"
		}
	}
	return code, reason
}

// institution finds the country of the gazetteer's institution that a text names with most words. several tells that it
// may be one of two countries.
func (lex *lexicon) institution(text string) (country, name string, several bool) {
	tokens := tokensOf(text)
	read := lex.read(tokens)
	var found []*entry
	longest := 0
	for i := range tokens {
		for _, id := range read.beginnings(i) {
			for k := range lex.starting[id] {
				e := &lex.starting[id][k]
				if len(e.countries) != 1 || len(e.patterns) < longest {
					continue
				}
				if _, fits := read.fits(i, e.patterns); !fits {
					continue
				}
				found = append(found, e)
				if e.name != "" {
					longest = len(e.patterns)
				}
			}
		}
	}
	for _, e := range found {
		if len(e.patterns) < longest {
			continue
		}
		if country != "" && e.countries[0] != country {
			return "", "", true
		}
		if country = e.countries[0]; e.name != "" && name == "" {
			name = e.name
		}
	}
	if name == "" { // a name that several bear
		return "", "", false
	}
	return country, name, false
}

// Proposed is the country/area on which all hints agree, "" without any or where two differ.
func Proposed(hints []Hint) string {
	code := ""
	for _, h := range hints {
		if code != "" && h.Country != code {
			return ""
		}
		code = h.Country
	}
	return code
}

// CountryConflict gives the hints of organisation and telephone number that differ from what was declared (an ISO code). A
// mail domain alone contradicts nobody: people keep addresses of other countries.
func CountryConflict(declared string, hints []Hint) []Hint {
	return slices.DeleteFunc(slices.Clone(hints), func(h Hint) bool {
		return declared == "" || h.From == FromDomain || h.Country == declared
	})
}
