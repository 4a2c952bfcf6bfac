package webinar

import (
	"regexp"
	"strings"
)

var resultPattern = regexp.MustCompile(`(?i)\b(?:results?\s*/\s*(?:immediate\s+)?outcomes?|immediate\s+outcomes?(?:\s*/\s*results?)?|results?|résultats?)\s*(?:no\.?|number|nr\.?|n°|#)?\s*(\d{1,2})\b(?:\s*(?:,|and|&|et)\s*(\d{1,2})\b)?`)

// resultGroups recognise the bodies that Result 7 names, in their fixed order.
var resultGroups = []struct {
	code    string
	pattern *regexp.Regexp
}{
	{"cybercrime_unit", regexp.MustCompile(`(?i)\bcyber-?\s?crime (?:investigation )?(?:units?|departments?|divisions?)\b|\bhigh-?tech crime units?\b`)},
	{"financial_investigation_unit", regexp.MustCompile(`(?i)\bfinancial (?:crime )?investigat\w+`)},
	{"fiu", regexp.MustCompile(`(?i)\bfinancial intelligence\b|\bFIUs?\b`)},
	{"judicial_cooperation_authority", regexp.MustCompile(`(?i)\bjudicial co-?operation\b|\bmutual legal assistance\b|\binternational legal assistance\b|\bMLA\b`)},
}

// readActivities fills the paragraphs on the project and, from them, the Result and the bodies it names.
func (r *reader) readActivities(lines []string) {
	o := r.outline
	o.Activities = lines
	o.ResultGroups = []string{}
	text := strings.Join(lines, "\n")
	if text == "" {
		r.problem(rowActivities, "The outline has no row on related activities.", "")
		r.problem("result", "The outline does not name the Result it contributes to.", "")
		return
	}
	r.source(rowActivities, text)
	var numbers []int
	for _, m := range resultPattern.FindAllStringSubmatch(numerals(text), -1) {
		for _, n := range m[1:] {
			if n := atoi(n); n > 0 {
				numbers = append(numbers, n)
			}
		}
	}
	switch numbers = unique(numbers); {
	case len(numbers) == 0:
		r.problem("result", "No Result is recognised in the row on related activities: enter it.", text)
	default:
		o.Result = numbers[0]
		r.source("result", text)
		if len(numbers) > 1 {
			r.problem("result", "More than one Result is named: the first one is taken.", text)
		}
	}
	for _, g := range resultGroups {
		if g.pattern.MatchString(text) {
			o.ResultGroups = append(o.ResultGroups, g.code)
		}
	}
	if len(o.ResultGroups) > 0 {
		r.source("result_groups", text)
	}
}
