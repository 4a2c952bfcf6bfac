package attendance

import (
	"slices"
	"strings"
	"sync"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// Beginnings of words in the titles of columns of hand-made lists, beside which the columns' content counts. Those with a
// "!" are whole words.
var (
	joinStems = stemsOf("join|arriv|enter|entry|entrance|check in|checkin|sign in|log in|login|first seen|start|from!|time in!|in!|dolaz|dolas|ulaz|pristup|" +
		"pocet|prijav|od!|hyr|ardhj|mberritj|fillim|nga!|влез|влег|доаѓ|пристиг|почет|од!|долаз|улаз|giris|katilma|gelis|baslang|intrar|" +
		"sosir|inceput|conect|beitr|ankunft|eintritt|beginn|von!|arrive|entre|debut|connexion|ingress|entrat|arrivo|inizio|entrad|llegad|" +
		"chegad|inicio")
	leaveStems = stemsOf("leav|left|depart|exit|check out|checkout|sign out|log out|logout|last seen|end!|ended|until|to!|out!|time out!|odlaz|odlas|izlaz|" +
		"izlas|zavrs|kraj|do!|largim|dalj|perfund|deri|излез|излег|замин|крај|до!|одлаз|излаз|одлас|cikis|ayril|bitis|iesir|plecar|sfarsit|" +
		"verlass|austritt|abgang|ende|bis!|sortie|fin!|uscit|fine!|salid|said|fim!")
	minutesStems = stemsOf("duration|length|time in session|time in meeting|time in the|time in call|time online|time spent|time attended|time present|total time|minut|min!|mins|hours|trajanj|vrijeme u|vreme u|kohezgjat|" +
		"времетраењ|трајањ|минут|sure|dakika|durat|dauer|duree|duraci|durac")
	attendedStems = stemsOf("attend|present|presence|particip|took part|was there|showed|prisut|prisust|nazoc|ucesc|ucestv|sudjelov|pjesemar|pranish|mori pjese|" +
		"присут|присуст|учест|учешћ|katil|prezen|anwesen|teilnahm|teilgenomm|presen|assist|partecip|asist|comparec")
	waitingStems = stemsOf("waiting room|lobby|čekaonic|čakaln|чекалниц|чекаониц|dhoma e pritjes|bekleme|sala de așteptare|salle d'attente|warteraum|wartebereich|sala de espera|sala d'attesa")
	dateTitles   = foldedWords("date|day|datum|dan|data|dita|датум|дан|ден|tarih|gün|ziua|tag|jour|giorno|fecha|día|dia")
	roleTitles   = foldedWords("role|uloga|roli|улога|rol|rolul|rolle|ruolo|papel|funcao")
)

func stemsOf(list string) func() []string {
	return sync.OnceValue(func() []string {
		var out []string
		for _, text := range split(list) {
			stem, whole := strings.CutSuffix(text, "!")
			if stem = strings.Join(participant.Tokens(stem), " "); whole {
				stem += " "
			}
			out = append(out, stem)
		}
		return out
	})
}

// Suggest tells, by titles and by what the columns hold, which column may be the times, the minutes, the yes or no and the
// role of a table. Columns that are taken are not looked at.
func Suggest(header tabular.Row, rows []tabular.Row, taken map[int]bool) map[string]int {
	s := shapeOf(slices.Concat([]tabular.Row{header}, rows[:min(len(rows), shapeRows)]))
	for column := range taken {
		s.take(column)
	}
	found := map[string]int{}
	give := func(field string, column int) {
		if column >= 0 {
			found[field] = column
		}
	}
	titled := func(stems []string, holds func(string) bool) int {
		return s.first(0, func(i int) bool { return saysAny(header.Cell(i), stems) && (holds == nil || s.holds(i, holds)) })
	}
	give(fieldWaiting, titled(waitingStems(), tells))
	give(fieldMinutes, titled(minutesStems(), isLength)) // before the times: "time in session" may be 01:12:00
	give(fieldLeave, titled(leaveStems(), isMoment))
	give(fieldJoin, titled(joinStems(), isMoment))
	give(fieldAttended, titled(attendedStems(), tells))
	give(fieldRole, s.first(0, func(i int) bool { return says(roleTitles(), header.Cell(i)) }))
	if _, timed := found[fieldJoin]; !timed {
		if moments := s.all(func(i int) bool { return !s.taken[i] && s.holds(i, isMoment) && s.varies(i) }); len(moments) == 2 {
			give(fieldJoin, s.take(moments[0]))
			if _, ends := found[fieldLeave]; !ends {
				give(fieldLeave, s.take(moments[1]))
			}
		}
	}
	if join, timed := found[fieldJoin]; timed && s.holds(join, isClock) {
		give(fieldDate, s.first(0, func(i int) bool { return says(dateTitles(), header.Cell(i)) && s.holds(i, isDay) }))
	}
	if _, told := found[fieldMinutes]; !told {
		give(fieldMinutes, s.first(0, func(i int) bool { return s.holds(i, looksLikeLength) && !s.holds(i, isMoment) }))
	}
	_, timed := found[fieldJoin]
	_, told := found[fieldMinutes]
	if _, said := found[fieldAttended]; !said && !timed && !told {
		give(fieldAttended, s.first(0, func(i int) bool { return s.holds(i, tells) }))
	}
	return found
}

// HoldsRoles tells whether a column is that of the roles in the meeting and none of positions: a position has many words.
func HoldsRoles(header tabular.Row, rows []tabular.Row, column int) bool {
	rows = rows[:min(len(rows), shapeRows)]
	return says(roleTitles(), header.Cell(column)) && values(rows, column) <= mostRoles && share(rows, column, isRoleWord) > 0
}

// isDay tells a date without a time of day.
func isDay(s string) bool {
	for _, order := range []string{"dmy", "mdy"} {
		if _, err := (tabular.DateLayout{Order: order}).Parse(s, time.UTC); err == nil {
			return !strings.Contains(s, ":") || midnight().MatchString(s)
		}
	}
	return false
}

// isClock tells a time of day without a date.
func isClock(s string) bool {
	_, ok := tabular.ParseClock(s)
	return ok
}

// isMoment tells a date with its time of day, or a time of day.
func isMoment(s string) bool {
	_, clock := tabular.ParseClock(s)
	return clock || looksLikeTime(s) && strings.Contains(s, ":")
}

// isLength tells a length with its unit, a length as hours and minutes, or a number.
func isLength(s string) bool { return looksLikeLength(s) || isNumber(s) }

// tells tells an answer to whether somebody was there.
func tells(s string) bool { return wasThere(s) || wasAbsent(s) }

// varies tells whether the cells of a column are not all the same: the time of the meeting stands on every row.
func (s shape) varies(column int) bool {
	first := ""
	for _, row := range s.sample() {
		switch cell := cellAt(row, column); {
		case cell == "" || cell == first:
		case first == "":
			first = cell
		default:
			return true
		}
	}
	return len(s.rows) < 2 && first != ""
}

// saysAny tells whether one of the stems stands in a title, at the beginning of a word.
func saysAny(title string, stems []string) bool {
	text := " " + strings.Join(participant.Tokens(title), " ") + " "
	return slices.ContainsFunc(stems, func(stem string) bool { return strings.Contains(text, " "+stem) })
}

// Titled tells whether a text may be the title of a column of attendance.
func Titled(text string) bool {
	for _, stems := range [][]string{joinStems(), leaveStems(), minutesStems(), attendedStems()} {
		if saysAny(text, stems) {
			return true
		}
	}
	return says(roleTitles(), text)
}

// IsValue tells whether a text is a value rather than a title: an address, a time, a length.
func IsValue(text string) bool {
	return looksLikeAddress(text) || isMoment(text) || isLength(text) || looksLikeTime(text)
}

// Sort names what a text looks like, in a letter: an address, a time, a day, a length or number, an answer, words.
func Sort(text string) string {
	switch {
	case looksLikeAddress(text):
		return "a"
	case isMoment(text):
		return "t"
	case isDay(text):
		return "d"
	case isLength(text):
		return "n"
	case tells(text):
		return "y"
	}
	return "w"
}

// Answers tells whether a text answers whether somebody was there. "Present" may be a title too.
func Answers(text string) bool { return tells(text) }
