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
	for name, c := range map[string]struct {
		stages []Stage
		state  webinar.State
		want   map[string]string
	}{
		"nothing imported": {fresh, webinar.Planned, map[string]string{
			StepOutline: StepRegistrations, StepRegistrations: StepAttendance, StepMatch: StepAttendance, StepReport: StepAttendance}},
		"work in two steps": {held, webinar.Held, map[string]string{StepOutline: StepMatch, StepRegistrations: StepMatch, StepAttendance: StepMatch,
			StepMatch: StepSectors, StepSectors: StepReport, StepBreakdown: StepReport}},
		"closed":    {held, webinar.Closed, map[string]string{}},
		"cancelled": {fresh, webinar.Cancelled, map[string]string{}},
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
