package webinar

import (
	"regexp"
	"slices"
	"strings"
)

var (
	daysBefore = pattern(`(?i)\b(\d{1,2})\s*(?:\(\d{1,2}\)\s*)?(?:working |calendar |business |full )?(days?|weeks?|hours?|hrs?|h)\s+(?:before|prior|in advance|ahead|earlier|avant)`)
	dayBefore  = pattern(`(?i)\b(?:the day before|the day prior|the day preceding|the eve of|the previous day|a day (?:before|prior|in advance|ahead)|a day earlier|la veille)\b`)
	dayMinus   = pattern(`\bD\s?[-–−]\s?(\d)\b`)
	workDays   = pattern(`(?i)\b(?:working|business) days?\b`)
	confirming = pattern(`(?i)confirm|instruction|connect|\blinks?\b|\bjoin|rules of engagement|access details|log-?in details`)
	deadline   = pattern(`(?i)deadline|clos(?:e|es|ing|ed)\b|register (?:at least|no later|until|by)|at the latest`)
)

// audiencePatterns recognise the sector groups of the target audience, in the fixed order of the groups.
var audiencePatterns = []struct {
	group   string
	pattern func() *regexp.Regexp
}{
	{"judiciary", pattern(`(?i)\bjudiciar|\bjudges?\b|\bmagistrat|\bcourts?\b|\bjuges?\b|\bsudij|\bsudstv|\bsudac|\bsudaca|судии|судије|судиј|судств|\bjudecător|\bgjyqtar|\bgjyqësor|\bhâkim|\bhakim|yargı`)},
	{"prosecution", pattern(`(?i)\bprosecut|\bprocureurs?\b|\btužila|\btužitelj|обвините|тужила|тужиоц|\btužioc|\bprocuror|\bprokuror|savcı`)},
	{"police", pattern(`(?i)\bpolice\b|\blaw[- ]enforcement|\bgendarme|\binvestigators?\b|\bcyber-?crime units?\b|\bforces de l.ordre|\bpolici|полици|\bpoliț|\bpolis|kolluk`)},
	{"officials", pattern(`(?i)\bother (?:relevant |competent |interested |public |government(?:al)? )*(?:officials|authorities|institutions|professionals)|\bministr(?:y|ies)\b|\bfinancial intelligence\b|\bFIUs?\b|\bcivil servants?\b|\bpublic (?:officials|servants|administrations?)|\bnational authorities\b|\bpolicy[- ]?makers?\b|\bregulat(?:ors?|ory)\b|\bgovernment officials\b`)},
}

// readParticipants fills capacity, audience and the day of the confirmations from the participants' row, the rows that
// some outlines have apart for number and audience, and the registration row (confirmations only).
func (r *reader) readParticipants(lines, capacityLines, audienceLines []string, registration string) {
	o := r.outline
	o.Participants = slices.Concat([]string{}, lines, capacityLines, audienceLines)
	text := strings.Join(o.Participants, "\n")
	if text == "" {
		r.problem(rowParticipants, "The outline has no row on the participants.", "")
	} else {
		r.source(rowParticipants, text)
	}
	r.readCapacity(text, capacityLines)
	r.readAudience(text)
	for _, sentence := range sentences(text + "\n" + registration) {
		days, ok := confirmationDays(numerals(sentence))
		switch {
		case !ok || days == o.ConfirmationDays:
		case o.ConfirmationDays > 0:
			r.problem("confirmation_days", "More than one day for the confirmations is named: the first one is taken.", sentence)
		default:
			o.ConfirmationDays = days
			r.source("confirmation_days", sentence)
			if days > 1 && workDays().MatchString(sentence) {
				r.problem("confirmation_days", "The confirmations are due some working days before: as many calendar days are taken.", sentence)
			}
		}
	}
	if o.ConfirmationDays == 0 {
		r.problem("confirmation_days", "The outline does not say how many days before the webinar confirmations go out.", text)
	}
}

func (r *reader) readAudience(text string) {
	o := r.outline
	o.Audience = []string{}
	var sources []string
	for _, a := range audiencePatterns {
		said := sentencesWith(text, a.pattern())
		if len(said) > 0 {
			o.Audience = append(o.Audience, a.group)
			sources = append(sources, said...)
		}
	}
	if len(o.Audience) > 0 {
		r.source(rowAudience, strings.Join(unique(sources), "\n"))
	} else if text != "" {
		r.problem(rowAudience, "No target audience is recognised in the participants' row.", text)
	}
}

// sentencesWith gives the sentences of a text in which a pattern is found.
func sentencesWith(text string, pattern *regexp.Regexp) []string {
	var list []string
	for _, s := range sentences(text) {
		if pattern.MatchString(s) {
			list = append(list, s)
		}
	}
	return list
}

// confirmationDays reads "one day prior to the webinar" in a sentence about the confirmation; a deadline for
// registering is none.
func confirmationDays(sentence string) (int, bool) {
	if !confirming().MatchString(sentence) || deadline().MatchString(sentence) {
		return 0, false
	}
	if dayBefore().MatchString(sentence) {
		return 1, true
	}
	if m := dayMinus().FindStringSubmatch(sentence); m != nil {
		return atoi(m[1]), atoi(m[1]) > 0
	}
	m := daysBefore().FindStringSubmatch(sentence)
	if m == nil {
		return 0, false
	}
	n := atoi(m[1])
	switch strings.ToLower(m[2])[0] {
	case 'w':
		n *= 7
	case 'h':
		n = (n + 23) / 24
	}
	return n, n > 0
}
