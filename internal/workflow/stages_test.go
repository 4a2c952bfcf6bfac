package workflow

import (
	"testing"

	"rapporteur/internal/webinar"
)

func TestLeads(t *testing.T) {
	done := func(steps ...string) (out []Stage) {
		for _, s := range steps {
			out = append(out, Stage{s, "done", "", 0})
		}
		return out
	}
	fresh := append(done(StepOutline), Stage{StepRegistrations, "ready", "no_registrations", 0}, Stage{StepAttendance, "ready", "no_attendance", 0},
		Stage{StepMatch, "blocked", "no_attendance", 0}, Stage{StepReport, "blocked", "no_attendance", 0})
	held := append(done(StepOutline, StepRegistrations, StepAttendance), Stage{StepMatch, "attention", "open", 2},
		Stage{StepSectors, "attention", "unknown", 3}, Stage{StepBreakdown, "done", "", 0}, Stage{StepReport, "ready", "", 0})
	unsaid := append([]Stage{{StepOutline, "attention", "not_held", 1}}, held[1:]...)
	ready := append([]Stage{{StepOutline, "attention", "not_held", 1}}, append(done(StepRegistrations, StepAttendance, StepMatch), Stage{StepReport, "ready", "", 0})...)
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
	stages := []Stage{{StepOutline, "attention", "not_held", 1}, {StepMatch, "attention", "open", 2}, {StepReport, "ready", "", 0}}
	if got := next(stages, webinar.Planned); got.Matter != "open" {
		t.Errorf("with open matches: %+v", got)
	}
	stages[1].State = "done"
	if got := next(stages, webinar.Planned); got.Matter != "not_held" {
		t.Errorf("with nothing else: %+v", got)
	}
	stages[0] = Stage{StepOutline, "attention", "problems", 3}
	if got := next(stages, webinar.Held); got.Step != StepReport {
		t.Errorf("with fields to check: %+v", got)
	}
}
