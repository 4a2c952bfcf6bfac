package attendance

import (
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/participant"
)

// Stems of the words for a meeting's owner and for its speakers in the languages of Teams and of the region, folded as
// participant.Fold does. A guest is called by words like these in some languages ("ospite", Czech "host") and is no
// owner. Everything else in the role column is an attendee.
var (
	hostStems = foldAll("organi", "düzenle", "sahib", "domaćin", "domaćic", "gazdă", "veranstalter", "gastgeber", "домаќин",
		"pritës", "ospitante", "anfitri", "szervez", "διοργαν", "οργανωτ", "pořadat", "usporiad", "arrang", "järjest", "korralda", "ორგანიზ", "կազմակերպ")
	hostWords      = foldAll("host", "cohost", "хост")
	presenterStems = foldAll("present", "prezent", "prezant", "apresent", "referent", "referue", "vortrag", "moderator", "modérateur",
		"moderador", "sunucu", "sunan", "konuşmacı", "izlag", "govor", "predava", "predstavit", "voditelj", "relator", "panelist",
		"prowadz", "prelegent", "speaker", "vorbitor", "folës", "ponente", "orador", "palestr", "intervenant", "előad",
		"доповід", "доклад", "выступ", "лектор", "παρουσ", "ομιλητ", "მომხსენ", "წამყვან", "սպիկեր", "զեկուցող", "ներկայացնող")
)

func foldAll(words ...string) func() []string {
	return sync.OnceValue(func() []string {
		var out []string
		for _, w := range words {
			out = append(out, participant.Fold(w))
		}
		return out
	})
}

// roleOf reads a role cell in any language: host, panelist or attendee; "" when empty.
func roleOf(text string) Role {
	tokens := participant.Tokens(text)
	if len(tokens) == 0 {
		return ""
	}
	for _, t := range tokens {
		if slices.Contains(hostWords(), t) || slices.ContainsFunc(hostStems(), func(stem string) bool { return strings.Contains(t, stem) }) {
			return Host
		}
	}
	for _, t := range tokens {
		for _, stem := range presenterStems() {
			if strings.HasPrefix(t, stem) {
				return Panelist
			}
		}
	}
	return Attendee
}

// markRoles sets the mark of each row of a platform that knows panelists: beside them nobody is called presenter without
// being one.
func markRoles(rows []personRow) bool {
	if !slices.ContainsFunc(rows, func(p personRow) bool { return strings.HasPrefix(participant.Fold(p.role), "panelist") }) {
		return markTeamsRoles(rows)
	}
	for i := range rows {
		rows[i].mark = roleOf(rows[i].role)
	}
	return true
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
