package engagement

import (
	"slices"

	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// findSheet looks for the first table that fits and asks questions.
func findSheet(f tabular.File, fits isForm) (sheet, bool) {
	for _, of := range f.Sheets {
		for at, header := range of.Rows[:min(headerDepth, len(of.Rows))] {
			o, ok := tableOf(header, of.Rows[at+1:])
			if !ok || !fits(o, of.Rows[:at]) {
				continue
			}
			if s, ok := sheetOf(o); ok {
				return s, true
			}
		}
	}
	return sheet{}, false
}

// isForm knows a form system's export by its table and the rows above the header.
type isForm func(o table, above []tabular.Row) bool

// detectForm claims a form's export that asks about the webinar and not for a registration. Without a question that offers
// choices the claim is weak: a short registration may look like it.
func detectForm(f tabular.File, fits isForm, why string) (int, string) {
	s, ok := findSheet(f, fits)
	switch {
	case !ok || s.registers():
		return 0, ""
	case s.strong:
		return 97, why + ", with questions about the webinar"
	}
	return 50, why + ", asking neither institution nor position"
}

// readForm reads the responses of a form.
func readForm(f tabular.File, format, why string, o Options, fits isForm) (Reading, error) {
	r := Reading{Format: format, Kind: Survey, Why: why}
	s, _ := findSheet(f, fits)
	if s.name < 0 && s.first < 0 && s.last < 0 && s.email < 0 {
		r.problem(s.header.Line, "The table has no column for name or address: every answer is anonymous.")
	}
	s.rows = r.withoutTotals(s.rows, s.questions)
	return r, r.buildSheet(&s, o)
}

// buildSheet is build of a form's responses, whose rows are gone through before.
func (r *Reading) buildSheet(s *sheet, o Options) error {
	responses, ok := s.responses(o.Seen.Part(0, 2))
	if !ok {
		return progress.ErrEnded
	}
	o.Seen = o.Seen.Part(1, 2)
	return r.build(responses, frame{}, o)
}

// registers tells whether the table asks what only a registration asks: the institution, the position, the channel.
func (s *sheet) registers() bool {
	open := 0
	for _, f := range s.asked {
		if !isOneOf(f.Field, []string{"organisation", "job_title", "source"}) {
			continue
		}
		if f.Named || f.Field == "source" && slices.ContainsFunc(participant.Tokens(s.header.Cell(f.Column)), aboutRegistering) {
			return true
		}
		if f.Field != "source" && !s.offersChoices(f.Column) {
			open++
		}
	}
	return open > 1 || open == 1 && s.first >= 0 && s.last >= 0
}

// aboutRegistering tells a word, folded, by which a question is about the way a registration took.
func aboutRegistering(word string) bool {
	return hasPrefix(word, []string{"regist", "regjistr", "submi", "prijav", "inscri", "anmeld", "kayit", "basvur", "aplik"})
}

// fewestOpinions is how many questions with choices a table has that asks for given and family name apart, as
// registrations do, and is a survey all the same.
const fewestOpinions = 3

// asksChoices tells whether the table has at least as many questions with few answers that come again as fields of a
// registration asked in a sentence.
func (s *sheet) asksChoices(who map[int]registration.AskedField) bool {
	opinions, fields := 0, 0
	for _, i := range s.questions {
		if _, field := who[i]; field {
			fields++
		} else if s.offersChoices(i) {
			opinions++
		}
	}
	if s.first >= 0 && s.last >= 0 {
		return opinions >= fewestOpinions && fields == 0
	}
	return opinions > 0 && opinions >= fields
}

// offersChoices tells whether the answers of a column come again and again.
func (s *sheet) offersChoices(column int) bool {
	n, distinct := 0, map[string]bool{}
	for _, row := range s.rows {
		if cell := optionKey(row.Cell(column)); cell != "" {
			n++
			distinct[cell] = true
		}
	}
	return n >= 3 && 2*len(distinct) <= n+1
}
