package attendance

import (
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/tabular"
)

// livestormRegistrants is Livestorm's export of the people of a session: one row per registrant with an answer whether
// they came, how long, and which share of the session. There are totals and no times of joining.
var livestormRegistrants = Format{ID: livestormID, Title: "Livestorm registrants with attendance",
	Found:  "in Livestorm: the session, People, Export",
	Detect: detectLivestorm, Read: readLivestorm}

const livestormID = "livestorm_registrants"

// livestormTable says where the columns stand, -1 for one there is not.
type livestormTable struct {
	shape
	email, given, family, attended, total, role   int
	organisation, job, country, phone, registered int
	unit                                          time.Duration
}

var percentage = pattern(`^[0-9]{1,3}([.,][0-9]+)? ?%$`)

// livestormTableOf finds the table in a sheet. Beside registrations it has a length or a share of presence.
func livestormTableOf(rows []tabular.Row) (livestormTable, bool) {
	for i := range min(len(rows), 5) {
		if width(rows[i]) < 5 {
			continue
		}
		s := shapeOf(rows[i:])
		t := livestormTable{shape: s, email: s.email(), role: s.titled("role", "type", "rôle", "rolle", "rol", "ruolo", "função")}
		if hasAny(s.columns, "join time", "leave time", "time in session", "time joined") || t.email < 0 {
			return livestormTable{}, false
		}
		t.given, t.family = s.names()
		rate := s.titled("attendance rate", "attendance rate (%)", "taux de présence", "taux de participation", "anwesenheitsquote", "teilnahmequote",
			"tasa de asistencia", "taxa de presença", "tasso di partecipazione", "katılım oranı")
		if rate < 0 {
			rate = s.first(0, func(c int) bool { return s.holds(c, percentage().MatchString) })
		}
		t.attended = s.titled("attended live", "attended", "has attended", "attended live?", "attended?", "a participé en direct", "a assisté", "présent", "live teilgenommen",
			"teilgenommen", "asistió en directo", "asistió", "participou ao vivo", "compareceu", "ha partecipato dal vivo", "ha partecipato", "canlı katıldı", "katıldı")
		if t.attended < 0 {
			t.attended = s.first(0, func(c int) bool { return s.holds(c, isAnswer) && !s.holds(c, isNumber) })
		}
		t.total = s.titled("attendance duration (min)", "attendance duration", "attendance duration (minutes)", "time attended", "durée de présence (min)", "durée de présence",
			"anwesenheitsdauer (min)", "anwesenheitsdauer", "teilnahmedauer (min)", "duración de asistencia (min)", "duración de la asistencia (min)", "duração da presença (min)",
			"durata della partecipazione (min)", "durata partecipazione (min)", "katılım süresi (dk)")
		if t.total < 0 {
			t.total = s.stem("(min", "durée", "dauer", "duration", "duraci", "duraç", "durata", "süre", "trajanje", "durat", "kohëzgjat", "трајање", "времетраење")
		}
		if t.total < 0 && rate > 0 { // the length stands beside its share
			for _, c := range []int{rate - 1, rate + 1} {
				if t.total < 0 && !s.taken[c] && s.holds(c, looksLikeMinutes) {
					t.total = s.take(c)
				}
			}
		}
		t.registered = s.titled("registration date", "registration date (utc)", "registered at", "date d'inscription")
		t.organisation, t.job, t.country = s.titled(organisationTitles...), s.titled(jobTitles...), s.titled(countryTitles...)
		t.phone = s.titled(phoneTitles...)
		t.unit = t.unitOfTotals()
		said := 0 // a test's results have an answer, a share and a time too
		for _, c := range []int{t.attended, t.total, rate} {
			if s.says(c, attendanceStems) {
				said++
			}
		}
		replay := s.stem("replay", "rediffusion", "aufzeichnung", "repetición", "repetição", "replica", "tekrar")
		return t, said >= 2 && t.attended >= 0 && t.total >= 0 && (rate >= 0 || replay >= 0) && (t.given >= 0 || t.family >= 0)
	}
	return livestormTable{}, false
}

// unitOfTotals is the unit of lengths without one: what the title says, else minutes, unless somebody were there for
// longer than a day.
func (t livestormTable) unitOfTotals() time.Duration {
	title := tabular.HeaderKey(t.header.Cell(t.total))
	longest := 0.0
	for _, row := range t.sample() {
		if n, err := strconv.ParseFloat(cellAt(row, t.total), 64); err == nil {
			longest = max(longest, n)
		}
	}
	if strings.Contains(title, "sec") || !strings.Contains(title, "min") && longest > 24*60 {
		return time.Second
	}
	return time.Minute
}

func detectLivestorm(f tabular.File) (int, string) {
	for _, s := range f.Sheets {
		if t, ok := livestormTableOf(s.Rows); ok {
			if hasAny(t.columns, "viewed replay", "attended live", "attendance rate") {
				return 90, "the columns of Livestorm's list of registrants, with how long each was there"
			}
			return 70, "registrants with an answer whether they came, how long, and the share of it, as Livestorm's list has them"
		}
	}
	return 0, ""
}

func readLivestorm(f tabular.File, o Options) (Reading, error) {
	r := Reading{Format: livestormID}
	_, r.Why = detectLivestorm(f)
	var rows []personRow
	var others []string
	for _, s := range f.Sheets {
		t, ok := livestormTableOf(s.Rows)
		if !ok {
			continue
		}
		r.RoleColumn = r.RoleColumn || t.role >= 0
		for _, row := range t.rows {
			if p := t.person(row); p.registrant != "" || p.email != "" {
				rows = append(rows, p)
				others = append(others, cellAt(row, t.registered))
			}
		}
	}
	return r, r.build(rows, frame{near: fileDay(f.Name), others: others}, o)
}

func (t livestormTable) person(row tabular.Row) personRow {
	p := personRow{
		line: row.Line, cells: row, kind: StayRow, unit: t.unit, coarse: true, email: cellAt(row, t.email),
		total:        cellAt(row, t.total),
		organisation: cellAt(row, t.organisation), jobTitle: cellAt(row, t.job), country: cellAt(row, t.country), phone: cellAt(row, t.phone),
	}
	p.register(row, cellAt(row, t.given), cellAt(row, t.family))
	p.shown = p.registrant
	if t.role >= 0 {
		p.mark = livestormRole(cellAt(row, t.role))
	}
	length, _ := total(p.total, p.unit)
	if attended := cellAt(row, t.attended); isNo(attended) || !isYes(attended) && length == 0 {
		p.kind = NoShow
	}
	return p
}

// livestormRole reads Livestorm's own words for its staff, else any platform's.
func livestormRole(text string) Role {
	switch strings.ReplaceAll(lowered(text), "_", " ") {
	case "team member", "guest speaker", "speaker", "moderator":
		return Panelist
	}
	return roleOf(text)
}
