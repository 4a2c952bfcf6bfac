package workflow

import (
	"strings"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
	"rapporteur/internal/report"
	"rapporteur/internal/sample"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

func TestLeads(t *testing.T) {
	done := func(steps ...string) (out []Stage) {
		for _, s := range steps {
			out = append(out, Stage{s, "done", "", 0, ""})
		}
		return out
	}
	fresh := append(done(StepOutline), Stage{StepRegistrations, "ready", "no_registrations", 0, ""}, Stage{StepAttendance, "ready", "no_attendance", 0, ""},
		Stage{StepMatch, "blocked", "no_attendance", 0, ""}, Stage{StepReport, "blocked", "no_attendance", 0, ""})
	held := append(done(StepOutline, StepRegistrations, StepAttendance), Stage{StepMatch, "attention", "open", 2, ""},
		Stage{StepSectors, "attention", "unknown", 3, ""}, Stage{StepBreakdown, "done", "", 0, ""}, Stage{StepReport, "ready", "", 0, ""})
	unsaid := append([]Stage{{StepOutline, "attention", "not_held", 1, ""}}, held[1:]...)
	ready := append([]Stage{{StepOutline, "attention", "not_held", 1, ""}}, append(done(StepRegistrations, StepAttendance, StepMatch), Stage{StepReport, "ready", "", 0, ""})...)
	for name, c := range map[string]struct {
		stages []Stage
		state  webinar.State
		want   map[string]string
	}{
		"nothing imported": {fresh, webinar.Planned, map[string]string{
			StepOutline: StepRegistrations, StepRegistrations: StepAttendance, StepMatch: StepAttendance, StepReport: StepAttendance}},
		"work in two steps": {held, webinar.Held, map[string]string{StepOutline: StepMatch, StepRegistrations: StepMatch, StepAttendance: StepMatch,
			StepMatch: StepSectors, StepSectors: StepReport, StepBreakdown: StepReport}},
		"not said to be held": {unsaid, webinar.Planned, map[string]string{StepOutline: StepMatch, StepRegistrations: StepMatch, StepAttendance: StepMatch,
			StepMatch: StepSectors, StepSectors: StepOutline, StepBreakdown: StepOutline, StepReport: StepOutline}},
		"nothing but that": {ready, webinar.Planned, map[string]string{StepOutline: StepReport, StepRegistrations: StepOutline, StepAttendance: StepOutline, StepMatch: StepOutline, StepReport: StepOutline}},
		"closed":           {held, webinar.Closed, map[string]string{}},
		"cancelled":        {fresh, webinar.Cancelled, map[string]string{}},
	} {
		leads := Leads(c.stages, c.state)
		if len(leads) != len(c.want) {
			t.Errorf("%s: %d ways on, want %d: %v", name, len(leads), len(c.want), leads)
		}
		for _, l := range leads {
			if c.want[l.From] != l.To.Step {
				t.Errorf("%s: %s leads to %s, want %s", name, l.From, l.To.Step, c.want[l.From])
			}
		}
	}
}

// The first screen names what waits, and that nobody marked the webinar as held before it leads on to the report.
func TestNextNamesThatAWebinarIsNotSaidToBeHeld(t *testing.T) {
	stages := []Stage{{StepOutline, "attention", "not_held", 1, ""}, {StepMatch, "attention", "open", 2, ""}, {StepReport, "ready", "", 0, ""}}
	if got := next(stages, webinar.Planned); got.Matter != "open" {
		t.Errorf("with open matches: %+v", got)
	}
	stages[1].State = "done"
	if got := next(stages, webinar.Planned); got.Matter != "not_held" {
		t.Errorf("with nothing else: %+v", got)
	}
	stages[0] = Stage{StepOutline, "attention", "problems", 3, ""}
	if got := next(stages, webinar.Held); got.Step != StepReport {
		t.Errorf("with fields to check: %+v", got)
	}
}

// answered is a desk with a webinar.
type answered struct {
	desk *Desk
	id   string
}

// oddlyAnswered is a webinar with one person on whom two answers contradict each other, a walk-in who registered after the
// answer that it is one, and a person who declares another sector than organisation and title say.
func oddlyAnswered(t *testing.T) answered {
	t.Helper()
	desk, id := job(t, 0, 2)
	look := func() *Dossier {
		d, err := desk.Dossier(t.Context(), id, "")
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := look()
	twice, walkIns := match.Participant{}, []match.Participant{}
	for _, p := range d.Match.Participants {
		switch {
		case p.State == match.WalkIn && p.Email != "":
			walkIns = append(walkIns, p)
		case p.State == match.Automatic && len(p.Persons[0].Records) > 1:
			twice = p
		}
	}
	if len(walkIns) < 2 || twice.ID == "" {
		t.Fatalf("%d walk-ins, and %q joined twice", len(walkIns), twice.ID)
	}
	registers := func(p match.Participant, with registration.Registration) {
		first, last, _ := strings.Cut(p.Name, " ")
		with.FirstName, with.LastName, with.Email, with.Channel = first, last, p.Email, registration.Website
		if _, err := desk.AddRegistration(t.Context(), id, with); err != nil {
			t.Fatal(err)
		}
	}
	if err := desk.Decide(t.Context(), id, walkIns[0].ID, "none", ""); err != nil {
		t.Fatal(err)
	}
	registers(walkIns[0], registration.Registration{})
	registers(walkIns[1], registration.Registration{Organisation: "State Police, Cybercrime Unit", JobTitle: "Police inspector", Sector: "Judiciary"})
	d = look()
	if err := desk.write(t.Context(), d, change.MatchDecide, "", func(tx *store.Tx) error {
		for i, r := range twice.Persons[0].Records[:2] {
			if err := tx.AddDecision(id, match.Decision{Records: []string{r.Key}, Registration: d.Standings[i].ID}, nil); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return answered{desk, id}
}

// Whoever waits in a step is opened by its figure: as many as the step says. So is whom a remark on the report is about.
func TestAStageOpensWhoWaits(t *testing.T) {
	desk, id := job(t, 0, 2)
	empty, err := desk.NewWebinar(t.Context(), Upload{Name: "o.txt", Data: sample.Outline()})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := desk.PlanRegistrations(t.Context(), empty.ID, uploads(sample.Registrations())[:1], ImportOptions{})
	if err == nil {
		err = desk.CommitRegistrations(t.Context(), plan)
	}
	if err != nil {
		t.Fatal(err)
	}
	met := map[string]bool{}
	for _, at := range []answered{{desk, id}, {desk, empty.ID}, oddlyAnswered(t)} {
		d, err := at.desk.Dossier(t.Context(), at.id, "")
		if err != nil {
			t.Fatal(err)
		}
		_, conflicts := d.MatchCounts()
		waits := append(d.Stages(), Stage{Figure: "conflicts", N: conflicts}, Stage{Figure: "late", N: d.later()},
			Stage{Figure: "contradictions", N: len(d.Table.Contradictions)})
		for _, s := range waits {
			if s.Figure == "" {
				continue
			}
			met[s.Figure] = met[s.Figure] || s.N > 0
			if v, err := d.Figure(s.Figure); err != nil || v.N != s.N {
				t.Errorf("%s of %s opens %d, says %d (%v)", s.Figure, s.Step, v.N, s.N, err)
			}
		}
		for _, f := range report.Lint(d.facts(ReportOptions{})) {
			if f.Figure == "" {
				continue
			}
			if v, err := d.Figure(f.Figure); err != nil || v.N == 0 {
				t.Errorf("%q opens nobody (%v)", f.Message, err)
			}
		}
	}
	for _, figure := range []string{"submitted", "joined", "joined_open", "joined/unknown//", "conflicts", "late", "contradictions"} {
		if !met[figure] {
			t.Errorf("nobody waits by the figure %s: the test shows nothing of it", figure)
		}
	}
}

// What waits in the match comes one after the other: who is open, whose answers contradict each other, who registered since.
func TestTheMatchNamesWhatWaitsNext(t *testing.T) {
	odd := oddlyAnswered(t)
	waits := func(matter string, n int) []match.Participant {
		t.Helper()
		d, err := odd.desk.Dossier(t.Context(), odd.id, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range d.Stages() {
			if s.Step == StepMatch && (s.State != "attention" || s.Matter != matter || s.N != n || s.Figure == "") {
				t.Errorf("%+v, want %d of %s", s, n, matter)
			}
		}
		return d.Match.Participants
	}
	answer := func(all []match.Participant, to string, asked func(match.Participant) bool) {
		t.Helper()
		for _, p := range all {
			if asked(p) {
				if err := odd.desk.Decide(t.Context(), odd.id, p.ID, to, ""); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	answer(waits("open", 3), "none", func(p match.Participant) bool { return p.State == match.Open })
	answer(waits("conflicts", 1), "none", func(p match.Participant) bool { return p.Conflict })
	waits("late", 1)
}
