package webinar

import (
	"strconv"
	"strings"

	"rapporteur/internal/fault"
)

// Set sets one field of a project: title, organiser_domains (one value each), kosovo_note (eu, coe, un), credit_line,
// disclaimer, result ("7: text", one value each; other Results stay).
func (p *Project) Set(field string, values []string) error {
	one := ""
	if len(values) > 0 {
		one = strings.TrimSpace(values[len(values)-1])
	}
	switch field {
	case "title":
		p.Title = one
	case "organiser_domains":
		p.OrganiserDomains = []string{}
		for _, v := range values {
			if v = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(v), "@")); v != "" {
				p.OrganiserDomains = append(p.OrganiserDomains, v)
			}
		}
	case "kosovo_note":
		if one != "eu" && one != "coe" && one != "un" {
			return fault.New(fault.Invalid, "There is no such footnote.", "Use eu, coe or un.")
		}
		p.KosovoNote = one
	case "credit_line":
		p.CreditLine = one
	case "disclaimer":
		p.Disclaimer = one
	case "result":
		return p.setResults(values)
	default:
		return fault.New(fault.Invalid, "A project has no such field.",
			"Use title, organiser_domains, kosovo_note, credit_line, disclaimer or result.")
	}
	return nil
}

func (p *Project) setResults(values []string) error {
	for _, v := range values {
		number, text, ok := strings.Cut(v, ":")
		n, err := strconv.Atoi(strings.TrimSpace(number))
		if !ok || err != nil || n < 1 {
			return fault.New(fault.Invalid, "A Result is written as its number, a colon and its text.", "For example: result=7: International cooperation")
		}
		p.putResult(Result{Number: n, Text: strings.TrimSpace(text)})
	}
	return nil
}

func (p *Project) putResult(r Result) {
	for i, old := range p.Results {
		if old.Number == r.Number {
			p.Results[i] = r
			return
		}
	}
	p.Results = append(p.Results, r)
}
