package report

import (
	"strconv"
	"strings"

	"rapporteur/internal/attendance"
	"rapporteur/internal/document"
)

// Explain lists the people behind a figure, named as Behind takes it: those in attendance with their rows, or
// registrations with their states, or answers; of a sum or a quotient the figures it is made of. ok is false when there is
// no such figure.
func Explain(f Facts, figure string) (table document.Table, ok bool) {
	e, ok := Behind(f, figure)
	if !ok {
		return document.Table{}, false
	}
	t := document.Table{ID: "explain", Caption: figure}
	if e.Terms != nil {
		t.Columns = []document.Column{{Title: "Figure"}, {Title: "Sign"}, {Title: "Number", Align: document.Right}}
		for i, term := range e.Terms {
			sign := e.Sign
			if i == 0 {
				sign = ""
			}
			t.Rows = append(t.Rows, []string{term.Figure, sign, strconv.Itoa(term.N)})
		}
		t.Rows = append(t.Rows, []string{figure, "=", e.Value})
		return t, true
	}
	if e.Standings != nil {
		t.Columns = []document.Column{{Title: "Registration"}, {Title: "State"}, {Title: "Why"}, {Title: "Rows"}}
		for _, s := range e.Standings {
			t.Rows = append(t.Rows, []string{s.ID, string(s.State), s.Reason, place(s.File, s.Line)})
		}
		return t, true
	}
	if e.Answers != nil {
		t.Columns = []document.Column{{Title: "Answer"}, {Title: "Attendee"}, {Title: "Registration"}, {Title: "Tied by"}, {Title: "Rows"}}
		for _, a := range e.Answers {
			var rows []string
			for _, s := range a.Sources {
				rows = append(rows, place(s.Name, s.Line))
			}
			t.Rows = append(t.Rows, []string{a.Key, a.Participant, a.Registration, a.By, strings.Join(rows, "; ")})
		}
		return t, true
	}
	t.Columns = []document.Column{{Title: "Attendee"}, {Title: "Registration"}, {Title: "Seconds", Align: document.Right},
		{Title: "Sector"}, {Title: "Why"}, {Title: "Rows"}}
	for _, m := range e.Members {
		var rows []string
		for _, p := range m.Participant.Persons {
			for _, r := range p.Records {
				rows = append(rows, places(r.Sources)...)
			}
		}
		seconds := strconv.Itoa(m.Seconds)
		if m.Declared {
			seconds = "declared"
		}
		t.Rows = append(t.Rows, []string{m.Participant.ID, m.Participant.Registration, seconds, string(m.Profile.Group),
			m.Profile.Reason, strings.Join(rows, "; ")})
	}
	return t, true
}

func places(sources []attendance.Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, place(s.Name, s.Line))
	}
	return out
}

// place is where a row stands; one that an officer typed stands in no file.
func place(file string, line int) string {
	if file == "" {
		return "entered by hand"
	}
	return file + " line " + strconv.Itoa(line)
}
