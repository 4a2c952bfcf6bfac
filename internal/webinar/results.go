package webinar

import (
	"regexp"
	"slices"
	"strings"
)

const resultNumber = `(?:\d{1,2}(?:\.\d{1,2})*|(?-i:[IVX]{1,4}))`

var (
	resultPattern = pattern(`(?i)\b(?:results?\s*/\s*(?:immediate\s+)?outcomes?|immediate\s+outcomes?(?:\s*/\s*results?)?(?:\s*:)?|results?|résultats?)` +
		`(?:\s+areas?)?\s*(?:no\.?|number|nr\.?|n°|#|area)?\s*(` + resultNumber + `\b(?:\s*(?:,|and|&|et|to|-|–|/)\s*(?:(?:and|&|et)\s+)?` + resultNumber + `\b)*)`)
	regionResult  = pattern(`(?i)(?:^|\P{L})(?:rezultat(?:ul|i|u|a)?|резултат(?:от|а)?|sonuç|ergebnis|risultato|resultado)\s*(?:br\.?|бр\.?|nr\.?|no\.?)?\s*(` + resultNumber + `)\b`)
	resultNumbers = pattern(`\b` + resultNumber + `\b`)
	// asAResult is no Result of the project.
	asAResult      = pattern(`(?i)\b(?:as|with) (?:a|the) $`)
	severalResults = pattern(`(?i)^r[ée]sult(?:at)?s\s*$`)
	bareRoman      = pattern(`(?i)^\s*(?:result\s*)?(?:no\.?\s*)?(` + resultNumber + `)(?:[\s.:;,–-].*)?$`)
)

// resultGroups recognise the bodies that Result 7 names, in their fixed order.
var resultGroups = []struct {
	code    string
	pattern func() *regexp.Regexp
}{
	{"cybercrime_unit", pattern(`(?i)\bcyber-?\s?crime (?:investigation )?(?:units?|departments?|divisions?)\b|\bhigh-?tech crime units?\b`)},
	{"financial_investigation_unit", pattern(`(?i)\bfinancial (?:crime )?investigat\w+`)},
	{"fiu", pattern(`(?i)\bfinancial intelligence\b|\bFIUs?\b`)},
	{"judicial_cooperation_authority", pattern(`(?i)\bjudicial co-?operation\b|\bmutual legal assistance\b|\binternational legal assistance\b|\bMLA\b`)},
}

// readActivities fills the paragraphs on the project and, from them or from a row of its own, the Result and the bodies
// it names.
func (r *reader) readActivities(lines, own []string) {
	o := r.outline
	o.Activities = slices.Concat([]string{}, lines, own)
	o.ResultGroups = []string{}
	text := strings.Join(o.Activities, "\n")
	if text == "" {
		r.problem(rowActivities, "The outline has no row on related activities.", "")
		r.resultElsewhere()
		return
	}
	r.source(rowActivities, text)
	var numbers []int
	var sources []string
	for _, sentence := range sentences(text) {
		if found := resultsIn(sentence); len(found) > 0 {
			numbers, sources = append(numbers, found...), append(sources, sentence)
		}
	}
	if len(numbers) == 0 && len(own) > 0 {
		if m := bareRoman().FindStringSubmatch(own[0]); m != nil { // a row "Result" that holds the number alone
			numbers, sources = []int{romanOrDigits(m[1])}, own[:1]
		}
	}
	switch numbers = unique(numbers); {
	case len(numbers) == 0:
		r.problem("result", "No Result is recognised in the row on related activities: enter it.", text)
	default:
		o.Result = numbers[0]
		r.source("result", strings.Join(unique(sources), "\n"))
		if len(numbers) > 1 {
			r.problem("result", "More than one Result is named: the first one is taken.", strings.Join(unique(sources), "\n"))
		}
	}
	r.readResultGroups(text)
}

// resultElsewhere takes the one Result that the other rows name where there is no row for it; the expected outcomes count
// results of their own.
func (r *reader) resultElsewhere() {
	var numbers []int
	var sources []string
	for _, row := range r.outline.Rows {
		if kindOf(row.Label) == rowOutcomes {
			continue
		}
		for _, sentence := range sentences(row.Text) {
			if found := resultsIn(sentence); len(found) > 0 {
				numbers, sources = append(numbers, found...), append(sources, sentence)
			}
		}
	}
	if numbers = unique(numbers); len(numbers) != 1 {
		r.problem("result", "The outline does not name the Result it contributes to.", "")
		return
	}
	r.outline.Result = numbers[0]
	source := strings.Join(unique(sources), "\n")
	r.source("result", source)
	r.problem("result", "No row names the Result: the one named in another row is taken.", source)
}

func (r *reader) readResultGroups(text string) {
	var sources []string
	for _, g := range resultGroups {
		if said := sentencesWith(text, g.pattern()); len(said) > 0 {
			r.outline.ResultGroups = append(r.outline.ResultGroups, g.code)
			sources = append(sources, said...)
		}
	}
	r.source("result_groups", strings.Join(unique(sources), "\n"))
}

// resultsIn gives the numbers of the Results that a sentence names: "Result/Immediate outcome 7", "Results 5 and 7",
// "Immediate outcome IV", "Result 3.2" (the third).
func resultsIn(sentence string) []int {
	var numbers []int
	s := numerals(sentence)
	for _, m := range resultPattern().FindAllStringSubmatchIndex(s, -1) {
		if asAResult().MatchString(tail(s[:m[0]])) {
			continue
		}
		listed := resultNumbers().FindAllString(group(s, m, 1), -1)
		if len(listed) == 1 && severalResults().MatchString(s[m[0]:m[2]]) {
			continue // "the results 12 countries achieved"
		}
		for _, n := range listed {
			if n := romanOrDigits(n); n > 0 {
				numbers = append(numbers, n)
			}
		}
	}
	if len(numbers) == 0 {
		for _, m := range regionResult().FindAllStringSubmatch(s, -1) {
			if n := romanOrDigits(m[1]); n > 0 {
				numbers = append(numbers, n)
			}
		}
	}
	return numbers
}

// romanOrDigits reads "7", "7.2" (7) and "VII". What is neither is 0, and so is "X", which stands for a number to come.
func romanOrDigits(s string) int {
	s, _, _ = strings.Cut(s, ".")
	if n := atoi(s); n > 0 {
		return n
	}
	if s == "X" {
		return 0
	}
	return slices.Index(romanNumbers, s) + 1
}

var romanNumbers = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"}
