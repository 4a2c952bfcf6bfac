package sector

import (
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/participant"
)

// Classify labels one person. What the person declared fixes the group; organisation, title and at last the e-mail
// domain give class and subtype beneath it, or the group where nothing was declared. Nothing known is Unknown. Where
// organisation and title say another group than declared, the declared one stands and Contradiction says so.
func Classify(in Input) Label {
	found := fromWork(in)
	declared, ok := declared(in.Declared, country(in.Country))
	if !ok {
		return found
	}
	switch {
	case found.Group == declared.Group:
		declared.Reason = "declared; " + found.Reason
		if declared.Class == "" || declared.Class == found.Class || declared.Class == ClassPublicAuthority {
			declared.Class = found.Class
		}
		if declared.Class == found.Class && declared.Subtype == "" {
			declared.Subtype = found.Subtype
		}
	case found.Group != Unknown:
		declared.Contradiction = "declared: " + declared.Group.Title() + "; organisation and title say: " + found.Group.Title()
	}
	return declared
}

func country(raw string) string {
	if code := beneficiary.Parse(raw); code != beneficiary.Other && code != beneficiary.Unknown {
		return string(code)
	}
	code, _ := beneficiary.ParseOther(raw)
	return code
}

// declared reads the answer to the form's question. Answers made for the form come before the words of titles and
// organisations; an answer that names no group is no answer.
func declared(text, country string) (Label, bool) {
	tokens := participant.Tokens(text)
	if len(tokens) == 0 {
		return Label{}, false
	}
	hits := loaded().find(tokens, "declared", country)
	if len(hits) == 0 {
		hits = loaded().find(tokens, "org title any", country)
	} else if more := loaded().find(tokens, "declared any title org", country); len(more) > 0 {
		hits = more
	}
	if h, ok := best(hits, func(h hit) bool { return h.class == outside }); ok && len(hits) == 1 {
		return Label{Group: OtherGroup, Reason: reason("declared", h)}, true
	}
	view := findings{org: hits, title: hits, both: hits}
	label := view.decide()
	if label.Group == Unknown {
		return Label{}, false
	}
	label.Reason = "declared: " + label.Reason
	return label, true
}

// fromWork labels by organisation and title, then by the domain.
func fromWork(in Input) Label {
	code := country(in.Country)
	org, title := participant.Tokens(in.Organisation), participant.Tokens(in.JobTitle)
	f := findings{}
	// Officers type organisation and title into each other's field, or both into one: each text is read for both.
	f.org, f.swappedOrg = split(loaded().find(org, "org title any", code), "org")
	f.title, f.swappedTitle = split(loaded().find(title, "org title any", code), "title")
	f.both = append(append(append(append([]hit{}, f.org...), f.title...), f.swappedOrg...), f.swappedTitle...)
	label := f.decide()
	if label.Group == Unknown {
		if d, ok := fromDomain(in.EmailDomain); ok {
			return d
		}
	}
	return label
}

// split parts the finds of a text into those that belong into this field and those of the other.
func split(hits []hit, field string) (own, swapped []hit) {
	for _, h := range hits {
		if h.field == field || h.field == "any" {
			own = append(own, h)
		} else {
			swapped = append(swapped, h)
		}
	}
	return own, swapped
}

// domains are endings of e-mail domains that belong to one kind of institution; they fill silence only.
var domains = []struct {
	part  string
	class Class
}{
	{"coe.int", ClassInternational}, {"europa.eu", ClassInternational}, {"interpol.int", ClassInternational},
	{"osce.org", ClassInternational}, {"un.org", ClassInternational}, {"unodc.org", ClassInternational},
	{"police", ClassPolice}, {"policija", ClassPolice}, {"mup", ClassPolice}, {"mvr", ClassPolice}, {"egm", ClassPolice},
	{"jandarma", ClassPolice}, {"politiaromana", ClassPolice}, {"asp", ClassPolice},
	{"fiu", ClassFIU}, {"apml", ClassFIU}, {"masak", ClassFIU}, {"ufr", ClassFIU}, {"onpcsb", ClassFIU},
	{"spak", ClassProsecution}, {"jorm", ClassProsecution}, {"jt", ClassProsecution}, {"tuzilastvo", ClassProsecution},
	{"sud", ClassJudiciary}, {"pravosudje", ClassJudiciary}, {"gjyqesori", ClassJudiciary}, {"sudovi", ClassJudiciary},
	{"adalet", ClassPublicAuthority}, {"edu", ClassAcademia}, {"ac", ClassAcademia}, {"gov", ClassPublicAuthority}, {"gob", ClassPublicAuthority},
}

// fromDomain reads the labels of a domain; the test domains of RFC 2606 say nothing.
func fromDomain(domain string) (Label, bool) {
	domain = strings.ToLower(strings.TrimSpace(domain))
	if domain == "" || strings.HasSuffix(domain, ".example") || domain == "example" {
		return Label{}, false
	}
	padded := "." + domain + "."
	for _, d := range domains {
		if strings.Contains(padded, "."+d.part+".") {
			return Label{Group: GroupOf(d.class), Class: d.class, Reason: "the e-mail domain " + d.part + " (nothing else is known)"}, true
		}
	}
	return Label{}, false
}
