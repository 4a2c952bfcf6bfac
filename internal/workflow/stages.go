package workflow

import (
	"context"
	"slices"

	"rapporteur/internal/report"
	"rapporteur/internal/sector"
	"rapporteur/internal/webinar"
)

// Stage says how far one step of the officer's work is. State is "done", "ready" (can be done now), "optional" (can be
// done now, and nothing waits for it), "attention" (done in part: N things wait), "blocked" (an earlier step is missing) or
// "ended" (left as it is: the webinar is closed or cancelled). Matter names what waits or blocks, N how many. Figure opens
// who they are, "" where it is nobody that waits.
type Stage struct {
	Step   string `json:"step"`
	State  string `json:"state" enum:"done,ready,optional,attention,blocked,ended"`
	Matter string `json:"matter"`
	N      int    `json:"n"`
	Figure string `json:"figure" doc:"opens who waits, as a figure does; empty where it is nobody"`
}

// figures name who waits, by the matter, as Dossier.Figure takes it.
var figures = map[string]string{"submitted": "submitted", "joined": "joined", "open": "joined_open", "conflicts": "conflicts", "late": "late",
	"unknown": "joined/unknown//", "contradictions": "contradictions"}

// The steps with a stage, in the officer's order.
const (
	StepOutline       = "outline"
	StepRegistrations = "registrations"
	StepAttendance    = "attendance"
	StepMatch         = "match"
	StepSectors       = "sectors"
	StepEngagement    = "engagement"
	StepBreakdown     = "breakdown"
	StepReport        = "report"
)

// Stages are the steps of a webinar's work in order.
func (d *Dossier) Stages() []Stage {
	stages := d.stages()
	for i := range stages {
		stages[i].Figure = figures[stages[i].Matter]
	}
	return ended(stages, d.Webinar.State)
}

func (d *Dossier) stages() []Stage {
	n := d.Table.Totals
	out := []Stage{
		stage(StepOutline, waiting("not_held", d.notHeld()), waiting("problems", len(d.Webinar.Outline.Problems))),
		registrationsStage(d),
	}
	if len(d.Persons) == 0 {
		out = append(out, Stage{StepAttendance, "ready", "no_attendance", 0, ""})
		blocked := func(step string) Stage { return Stage{step, "blocked", "no_attendance", 0, ""} }
		return append(out, blocked(StepMatch), blocked(StepSectors), engagementStage(d), blocked(StepBreakdown), blocked(StepReport))
	}
	_, conflicts := d.MatchCounts()
	unknown := 0
	for _, m := range d.Members {
		if m.Joined && m.Profile.Group == sector.Unknown {
			unknown++
		}
	}
	broken := 0
	for _, c := range d.Table.Checks {
		if !c.OK {
			broken++
		}
	}
	errors := 0
	for _, f := range report.Lint(d.facts(ReportOptions{})) {
		if f.Error {
			errors++
		}
	}
	last := Stage{StepReport, "ready", "", 0, ""}
	switch {
	case errors > 0:
		last = Stage{StepReport, "attention", "findings", errors, ""}
	case d.Finalised:
		last = Stage{StepReport, "done", "finalised", 0, ""}
	}
	return append(out,
		Stage{StepAttendance, "done", "joined", n.Joined, ""},
		stage(StepMatch, waiting("open", n.JoinedOpen), waiting("conflicts", conflicts), waiting("late", d.later())),
		stage(StepSectors, waiting("unknown", unknown), waiting("contradictions", len(d.Table.Contradictions))),
		engagementStage(d),
		stage(StepBreakdown, waiting("not_reconciled", broken)),
		last)
}

// notHeld is 1 for a webinar with attendance that nobody said was held: its window is the planned one.
func (d *Dossier) notHeld() int {
	if len(d.Persons) > 0 && !d.Webinar.State.TookPlace() {
		return 1
	}
	return 0
}

func registrationsStage(d *Dossier) Stage {
	n := d.Table.Totals
	if n.Submissions == 0 {
		return Stage{StepRegistrations, "ready", "no_registrations", 0, ""}
	}
	return stage(StepRegistrations, waiting("submitted", n.Submitted))
}

// engagementStage waits for nobody: a webinar may have no poll and no survey.
func engagementStage(d *Dossier) Stage {
	if len(d.Table.Engagement) == 0 {
		return Stage{StepEngagement, "optional", "no_answers", 0, ""}
	}
	return stage(StepEngagement)
}

// matter is one kind of thing that may wait in a step.
type matter struct {
	name string
	n    int
}

func waiting(name string, n int) matter { return matter{name, n} }

// stage names the first matter that waits; without one the step is done.
func stage(step string, matters ...matter) Stage {
	for _, m := range matters {
		if m.n > 0 {
			return Stage{step, "attention", m.name, m.n, ""}
		}
	}
	return Stage{step, "done", "", 0, ""}
}

// Overview is a webinar in the list of the first screen, with the step that comes next.
type Overview struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Project string `json:"project"`
	Start   string `json:"start"`
	Zone    string `json:"zone"`
	State   string `json:"state"`
	Sample  bool   `json:"sample"`
	Next    Stage  `json:"next"`
}

// Overviews lists the webinars, latest start first.
func (d *Desk) Overviews(ctx context.Context) ([]Overview, error) {
	all, err := d.Webinars(ctx)
	if err != nil {
		return nil, err
	}
	out := []Overview{}
	for _, w := range all {
		dossier, err := d.Dossier(ctx, w.ID, "")
		if err != nil {
			return nil, err
		}
		out = append(out, Overview{ID: w.ID, Title: w.Outline.Title, Project: w.Project, Start: utc(w.Outline.Start), Zone: w.Outline.Zone,
			State: string(w.State), Sample: w.Sample, Next: next(dossier.Stages(), w.State)})
	}
	return out, nil
}

// next is the first step that waits for the officer; a webinar that did not take place waits for nothing. Of the outline only
// that nobody said that the webinar was held is waited for, and before the report alone.
func next(stages []Stage, state webinar.State) Stage {
	if state == webinar.Cancelled || state == webinar.Closed {
		return Stage{StepReport, "done", string(state), 0, ""}
	}
	for _, s := range withHeld(stages[1:], stages[0]) {
		if s.State != "done" && s.State != "optional" {
			return s
		}
	}
	return stages[len(stages)-1]
}

// withHeld puts the outline before the report among the steps that follow another one, where nobody said yet that the
// webinar was held: until then the report says that the window is the planned one.
func withHeld(following []Stage, outline Stage) []Stage {
	if outline.Matter != "not_held" {
		return following
	}
	report := slices.IndexFunc(following, func(s Stage) bool { return s.Step == StepReport })
	if report < 0 {
		report = len(following)
	}
	return slices.Insert(slices.Clone(following), report, outline)
}

// Lead says which step a screen leads on to when its own is done, or left as it is.
type Lead struct {
	From string `json:"from"`
	To   Stage  `json:"to"`
}

// Leads are the ways on from each step that has one: to the first later step that is not done, and from a step that is
// blocked to what blocks it. A step that only waits for this one leads nowhere yet; nor does any step of a webinar that did
// not take place or whose figures are frozen.
func Leads(stages []Stage, state webinar.State) []Lead {
	out := []Lead{}
	if state == webinar.Cancelled || state == webinar.Closed {
		return out
	}
	blocker := slices.IndexFunc(stages, func(s Stage) bool { return s.State == "ready" && s.Step == StepAttendance })
	for i, from := range stages {
		if from.State == "blocked" && blocker >= 0 {
			out = append(out, Lead{from.Step, stages[blocker]})
			continue
		}
		following := stages[i+1:]
		if i > 0 {
			following = withHeld(following, stages[0])
		}
		for _, to := range following {
			if to.State == "done" || to.State == "optional" {
				continue
			}
			if to.State != "blocked" {
				out = append(out, Lead{from.Step, to})
			}
			break
		}
	}
	return out
}
