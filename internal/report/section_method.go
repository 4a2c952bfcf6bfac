package report

import (
	"slices"
	"strconv"

	"rapporteur/internal/attendance"
	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/sector"
)

func init() { register(section{"method", "Method and data quality", 110, method}) }

func method(w *writer) {
	if w.attendanceKnown() {
		w.say("Attendance comes from the webinar platform's own files. A person's stays are united, so that reconnects and second devices count once, and counted from start to end of the webinar: "+
			span(w.Table.Window.Start, w.Table.Window.End, w.zone)+".",
			"Participants were matched to registrations by e-mail address where the name does not contradict it, by their full name where it is unique, and otherwise by an officer.")
		w.table(w.matchTable().table)
		w.table(w.sensitivityTable().table)
		w.table(w.checksTable().table)
	}
	w.list(w.quality())
}

// matchTable says how sure the link between attendance and registration is.
func (w *writer) matchTable() *grid {
	n := w.Table.Totals
	values := []int{n.Automatic, n.Decided, n.JoinedOpen, n.JoinedWalkIns}
	columns := []string{"Joined", "Share of those who joined"}
	if n.Joined < breakdown.MinBase {
		columns = columns[:1]
	}
	g := newGrid("match_classes", "How participants were matched", "Match", columns...)
	shares := breakdown.Shares(values)
	for i, label := range []string{"Automatic", "Decided by an officer", "Open", "Walk-in, without any registration"} {
		g.row(label, []any{values[i], shares[i]}[:len(columns)]...)
	}
	g.total("Participants", []any{n.Joined, "100.0\u00a0%"}[:len(columns)]...)
	g.note(base(n.Joined))
	g.note(w.beside())
	return g
}

// beside names those who stand in the files and in none of the totals.
func (w *writer) beside() string {
	n := w.Table.Totals
	others := nonEmpty([]string{counted(n.Staff, "speaker or member of staff", "speakers and members of staff"),
		counted(n.Unidentified, "unidentified device, room or phone", "unidentified devices, rooms or phones")})
	if len(others) == 0 {
		return "Nobody else stands in the attendance files."
	}
	return "Beside these, and in none of the totals: " + join(others) + "."
}

// sensitivityTable shows what another rule would give. The rule of the report is among them.
func (w *writer) sensitivityTable() *grid {
	n := w.Table.Totals
	columns := []string{"Attended", "Short stay", "Share of those who joined"}
	if n.Joined < breakdown.MinBase {
		columns = columns[:2]
	}
	g := newGrid("sensitivity", "Attended under other rules", "Present for at least", columns...)
	row := func(rule string, attended int) {
		label := ruleWords(rule)
		if rule == w.Table.Rule {
			label += " (rule of this report)"
		}
		g.row(label, []any{attended, n.Joined - attended, breakdown.Rate(attended, n.Joined)}[:len(columns)]...)
	}
	own := false
	for _, s := range w.Table.Sensitivity {
		own = own || s.Rule == w.Table.Rule
		row(s.Rule, s.Attended)
	}
	if !own {
		row(w.Table.Rule, n.Attended)
	}
	g.note("The percentages of the first column are shares of the webinar's " + minutesOf(w.Table.Window.Seconds) + ". " + base(n.Joined))
	if n.AttendedDeclared > 0 {
		g.note("Those whom a list declares to have attended count under every rule: " + count(n.AttendedDeclared, "participant", "participants") + ".")
	}
	return g
}

// checksTable shows that every total was counted in two ways.
func (w *writer) checksTable() *grid {
	g := newGrid("checks", "Reconciliation: each figure counted in two ways", "Check", "Counted", "Must be", "Holds")
	for _, check := range w.Table.Checks {
		holds := "yes"
		if !check.OK {
			holds = "NO"
		}
		g.row(capital(check.Name), check.Left, check.Right, holds)
	}
	return g
}

// quality lists what a reader must know of the data.
func (w *writer) quality() []string {
	var items []string
	if w.attendanceKnown() {
		items = append(items, w.unknowns()...)
		items = append(items, w.sourceQuality()...)
		items = append(items, w.decided()...)
	}
	if k := len(w.Table.Contradictions); k > 0 {
		items = append(items, count(k, "person: organisation and title say another sector than the person declared; the declared one stands.",
			"persons: organisation and title say another sector than the person declared; the declared one stands."))
	}
	if len(w.Table.Compared) > 0 {
		items = append(items, comparedNote)
	}
	if zones := w.zonesOfSources(); zones != "" {
		items = append(items, "The times in the attendance files were read in the zone "+zones+".")
	}
	return append(items, "Percentages have one decimal. The shares of a table are rounded so that they add up to 100 (largest remainder); the share of a sum can therefore differ by 0.1 from the sum of the shares.")
}

// unknowns counts what is not known of those who attended; nothing of it was filled in.
func (w *writer) unknowns() []string {
	n := w.Table.Totals.Attended
	if n == 0 {
		return nil
	}
	sectors, places := 0, 0
	for _, r := range w.Table.Rows {
		if r.Sector == string(sector.Unknown) {
			sectors += r.Attended
		}
		if r.Beneficiary == string(beneficiary.Unknown) {
			places += r.Attended
		}
	}
	_, _, _, sexes := w.bySex()
	return []string{"Not known of the " + count(n, "participant", "participants") + " who attended: the sector of " + strconv.Itoa(sectors) +
		", the country/area of " + strconv.Itoa(places) + ", the sex of " + strconv.Itoa(sexes) + ". Nothing was filled in or inferred."}
}

// sourceQuality says where the files are less exact than the figures.
func (w *writer) sourceQuality() []string {
	totals, open, shared := 0, 0, 0
	for _, m := range w.Members {
		if !m.Counted {
			continue
		}
		if m.Participant.Shared() {
			shared++
		}
		onlyTotals, anyOpen := true, false
		for _, p := range m.Participant.Persons {
			onlyTotals = onlyTotals && p.TotalOnly
			anyOpen = anyOpen || slices.ContainsFunc(p.Stays, func(s attendance.Stay) bool { return s.Open })
		}
		if onlyTotals {
			totals++
		}
		if anyOpen {
			open++
		}
	}
	return nonEmpty([]string{
		counted(shared, "participant sat at a connection with others, as an officer said: the time of the connection counts for each person there.",
			"participants sat at shared connections, as an officer said: the time of a connection counts for each person there."),
		counted(w.Table.Totals.AttendedDeclared, "participant: attendance is declared by a hand-made list, without times. The participant counts as joined and as attended under every rule, is in no figure of time present, and was not checked against a platform's file.",
			"participants: attendance is declared by a hand-made list, without times. They count as joined and as attended under every rule, are in no figure of time present, and were not checked against a platform's file."),
		counted(totals, "participant: the file gives a total only, taken as the time present up to the length of the webinar, and no longer than from the first to the last time the file gives.",
			"participants: the file gives a total only, taken as the time present up to the length of the webinar, and no longer than from the first to the last time the file gives."),
		counted(open, "participant: a stay has no end in the file and was ended with the webinar.",
			"participants: a stay has no end in the file and was ended with the webinar."),
	})
}

// decided says what became of the officers' decisions on matches.
func (w *writer) decided() []string {
	if w.Decisions == 0 {
		return nil
	}
	linked := 0
	for _, m := range w.Members {
		if m.Joined && m.Participant.State == match.Decided {
			linked++
		}
	}
	text := count(w.Decisions, "doubtful match was decided by an officer", "doubtful matches were decided by an officer")
	if linked == 0 {
		text += "; none of them was linked to a registration"
	} else {
		text += "; " + count(linked, "participant was", "participants were") + " linked to a registration by it"
	}
	return []string{text + ". Each decision is kept with the candidates that were shown."}
}

// zonesOfSources names the zones in which attendance files were read, each once.
func (w *writer) zonesOfSources() string {
	var zones []string
	for _, s := range w.Sources {
		if s.Kind == attendanceKind && s.Zone != "" && !slices.Contains(zones, s.Zone) {
			zones = append(zones, s.Zone)
		}
	}
	return join(zones)
}
