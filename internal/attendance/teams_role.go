package attendance

import (
	"strings"

	"rapporteur/internal/participant"
)

// Stems of the words for a meeting's owner and for its speakers in the languages of Teams, folded as participant.Fold
// does. Everything else in the role column is an attendee.
var (
	hostStems = foldAll("organi", "düzenle", "host", "sahib", "domaćin", "gazd", "veranstalter", "организатор",
		"організатор", "домаќин", "pritës", "ospit", "διοργανωτ")
	presenterStems = foldAll("present", "présent", "prezent", "presenta", "referent", "vortrag", "moderator", "modérateur",
		"moderador", "sunucu", "konuşmacı", "izlag", "govornik", "predavač", "voditelj", "relator", "panelist", "презент",
		"доповідач", "излаг", "водител", "παρουσ")
)

func foldAll(words ...string) []string {
	var out []string
	for _, w := range words {
		out = append(out, participant.Fold(w))
	}
	return out
}

// roleOf reads a role cell in any language: host, panelist or attendee; "" when empty.
func roleOf(text string) Role {
	tokens := participant.Tokens(text)
	if len(tokens) == 0 {
		return ""
	}
	for _, t := range tokens {
		for _, stem := range hostStems {
			if strings.Contains(t, stem) {
				return Host
			}
		}
	}
	for _, t := range tokens {
		for _, stem := range presenterStems {
			if strings.HasPrefix(t, stem) {
				return Panelist
			}
		}
	}
	return Attendee
}

// markTeamsRoles sets the mark of each row and tells whether the file has roles at all. Presenter is what Teams makes
// of everybody unless the organiser changes it: when more than half of the people beside the hosts are presenters, the
// word proves nothing and the mark is void.
func markTeamsRoles(rows []personRow) bool {
	people := map[[2]string]Role{}
	found := false
	for i := range rows {
		p := &rows[i]
		p.mark = roleOf(p.role)
		found = found || p.mark != ""
		key := [2]string{participant.FoldKey(p.shown), participant.NormaliseEmail(p.email)}
		if people[key] != Host && people[key] != Panelist {
			people[key] = p.mark
		}
	}
	others, presenters := 0, 0
	for _, mark := range people {
		if mark == Host {
			continue
		}
		others++
		if mark == Panelist {
			presenters++
		}
	}
	if 2*presenters > others {
		for i := range rows {
			if rows[i].mark == Panelist {
				rows[i].mark = Attendee
			}
		}
	}
	return found
}
