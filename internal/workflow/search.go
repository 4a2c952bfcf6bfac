package workflow

import (
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
)

// searchText holds the folded texts of a dossier's rows, made when something is first searched.
type searchText struct {
	once      sync.Once
	standings []string           // as Standings
	people    []breakdown.Member // by name
	members   []string           // as people
}

func (d *Dossier) index() *searchText {
	d.search.once.Do(func() {
		for _, s := range d.Standings {
			d.search.standings = append(d.search.standings, folded(s.FirstName, s.LastName, s.Email, s.Organisation, s.JobTitle, s.Country))
		}
		d.search.people = slices.Clone(d.Members)
		breakdown.ByName(d.search.people)
		for _, m := range d.search.people {
			v := ViewMember(m)
			text := []string{m.Participant.Name, m.Participant.Email, v.Organisation, v.JobTitle, v.Country}
			if m.Standing != nil {
				text = append(text, m.Standing.FirstName, m.Standing.LastName)
			}
			d.search.members = append(d.search.members, folded(text...))
		}
	})
	return d.search
}

// folded is a text as it is searched: letters without marks, in one script.
func folded(texts ...string) string {
	return strings.Join(participant.FineTokens(strings.Join(texts, " ")), " ")
}

// finds tells whether every word asked for begins or stands in the text.
func finds(query []string, text string) bool {
	for _, word := range query {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// Registered lists the registrations in a state ("" for all) that hold every word of the query.
func (d *Dossier) Registered(state registration.State, query string) []registration.Standing {
	if state == "" && query == "" {
		return d.Standings
	}
	words, texts := participant.FineTokens(query), d.index().standings
	out := []registration.Standing{}
	for i, s := range d.Standings {
		if (state == "" || s.State == state) && finds(words, texts[i]) {
			out = append(out, s)
		}
	}
	return out
}

// MembersIn lists the persons in attendance in a match state ("" for all) that hold every word of the query, by name.
func (d *Dossier) MembersIn(state match.State, query string) []breakdown.Member {
	words, index := participant.FineTokens(query), d.index()
	out := []breakdown.Member{}
	for i, m := range index.people {
		if (state == "" || m.Participant.State == state) && finds(words, index.members[i]) {
			out = append(out, m)
		}
	}
	return out
}

// Page is the part of a list that a screen asks for.
func Page[T any](list []T, offset, limit int) []T {
	offset = min(max(offset, 0), len(list))
	return list[offset:min(offset+limit, len(list))]
}
