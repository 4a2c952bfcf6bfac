package breakdown

import (
	"time"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/engagement"
	"rapporteur/internal/sector"
)

// checks states every identity of the table. Each compares figures that were counted by different ways: totals over
// persons against sums over cells. A report with one that does not hold cannot be finalised.
func checks(t Table, members []Member, seats, without int) []Check {
	n := t.Totals
	over := 0
	for _, m := range members {
		if m.Seconds > t.Window.Seconds {
			over++
		}
	}
	submissions, attended, joined := Term{"submissions", n.Submissions}, Term{"attended", n.Attended}, Term{"joined", n.Joined}
	confirmed, further := Term{"confirmed", n.Confirmed}, Term{"further_submissions", n.Further}
	states := []Term{confirmed, {"waiting", n.Waiting}, {"submitted", n.Submitted}, {"declined", n.Declined}, {"withdrawn", n.Withdrawn}}
	list := []Check{
		check("registrations by state = submissions", terms(states, Term{"duplicates", n.Duplicates}, Term{"barred", n.Barred}), submissions),
		check("registered persons + further submissions of the same persons = submissions", []Term{{"persons", n.Persons}, further}, submissions),
		check("registered persons by state = registered persons", terms(states, Term{"barred_persons", n.BarredPersons}), Term{"persons", n.Persons}),
		check("further submissions = duplicates + barred ones", []Term{further}, Term{"duplicates", n.Duplicates}, Term{"further_barred", n.FurtherBarred}),
		check("attended: confirmed + registered + walk-ins + open = all", []Term{{"attended_confirmed", n.AttendedConfirmed},
			{"attended_registered", n.AttendedRegistered}, {"walk_ins", n.WalkIns}, {"open", n.Open}}, attended),
		check("confirmed = attended + short stays + no-shows among them", []Term{{"attended_confirmed", n.AttendedConfirmed},
			{"short_confirmed", n.ShortConfirmed}, {"no_shows", n.NoShows}}, confirmed),
		check("joined = attended + short stays", []Term{attended, {"short", n.Short}}, joined),
		check("joined by match class = joined", []Term{{"automatic", n.Automatic}, {"decided", n.Decided}, {"joined_open", n.JoinedOpen},
			{"joined_walk_ins", n.JoinedWalkIns}}, joined),
		check("distinct attendees = participants + unidentified + staff", []Term{joined, {"unidentified", n.Unidentified}, {"staff", n.Staff}},
			Term{"attendees", n.Attendees}),
		check("sum over sectors = attended", t.sumBy(func(r Row) string { return "cell/" + r.Sector + "//" }, sectorFigures("cell"), attendedOf), attended),
		check("sum over countries/area = attended", t.sumBy(func(r Row) string { return "cell//" + r.Beneficiary + "/" }, placeFigures(), attendedOf), attended),
		check("sum over sex = attended", t.sumBy(func(r Row) string { return "cell///" + r.Sex }, sexFigures(), attendedOf), attended),
		check("sum over classes = attended", t.classTerms(), attended),
		check("joined in the table = joined", t.sumBy(func(r Row) string { return "joined/" + r.Sector + "//" }, sectorFigures("joined"),
			func(r Row) int { return r.Joined }), joined),
		check("walk-ins in the table = walk-ins", t.sumBy(func(r Row) string { return "walk_ins/" + r.Sector + "//" }, sectorFigures("walk_ins"),
			func(r Row) int { return r.WalkIns }), Term{"walk_ins", n.WalkIns}),
		check("participants with more presence than the window", []Term{{"over_window", over}}),
	}
	if given, base := singleChoice(t); len(given) > 0 {
		list = append(list, check("answers to questions with one choice = those who answered them", given, base...))
	}
	if len(t.Compared) > 0 {
		moved, both := comparedTerms(t)
		list = append(list, check("answered before and after: higher + same + lower + other = those who answered both times", moved, both...))
	}
	if present, declared := attendedBy(members); declared+n.AttendedDeclared > 0 {
		list = append(list, check("attended by presence + declared by a list = attended", []Term{{"attended_by_presence", present},
			{"attended_declared", n.AttendedDeclared}}, attended))
	}
	if seats > 0 {
		list = append(list, check("confirmed above the confirmation limit", []Term{{"over_limit", max(0, n.Confirmed-without-seats)}}))
	}
	return list
}

// attendedBy counts those who attended by their presence, and those by a list's word.
func attendedBy(members []Member) (present, declared int) {
	for _, m := range members {
		switch {
		case m.Attended && m.Declared:
			declared++
		case m.Attended:
			present++
		}
	}
	return present, declared
}

// check compares two sums.
func check(name string, left []Term, right ...Term) Check {
	c := Check{Name: name, Left: sum(left), Right: sum(right), LeftTerms: left, RightTerms: right}
	if c.RightTerms == nil {
		c.RightTerms = []Term{}
	}
	c.OK = c.Left == c.Right
	return c
}

// singleChoice gives, for each question that takes one answer of each, the answers and those who answered.
func singleChoice(t Table) (given, base []Term) {
	for _, r := range t.Engagement {
		if r.Form != engagement.Single {
			continue
		}
		n := r.Typed
		for _, a := range r.Answers {
			n += a.N
		}
		given = append(given, Term{"engagement/" + r.ID, n})
		base = append(base, Term{"engagement/" + r.ID + "/respondents", r.Respondents}, Term{"engagement/" + r.ID + "/anonymous", r.Anonymous})
	}
	return given, base
}

// comparedTerms gives, for each question put before and after, how the answers of those who answered both times moved, and
// those persons.
func comparedTerms(t Table) (moved, both []Term) {
	for _, c := range t.Compared {
		id := "compared/" + c.ID + "/"
		moved = append(moved, Term{id + "raised", c.Raised}, Term{id + "same", c.Same}, Term{id + "lowered", c.Lowered}, Term{id + "other", c.Other})
		both = append(both, Term{id + "both/after", c.Both.After})
	}
	return moved, both
}

func sum(terms []Term) int {
	n := 0
	for _, t := range terms {
		n += t.N
	}
	return n
}

// terms are those of a list and more, in a list of their own.
func terms(list []Term, more ...Term) []Term {
	return append(append([]Term{}, list...), more...)
}

func attendedOf(r Row) int { return r.Attended }

// sumBy adds up the cells of the table under the figure that each belongs to. All in the order of the figures are named,
// and none of the table's cells is left out.
func (t Table) sumBy(figure func(Row) string, order []string, value func(Row) int) []Term {
	at := map[string]int{}
	out := []Term{}
	for _, name := range order {
		at[name] = len(out)
		out = append(out, Term{Figure: name})
	}
	for _, r := range t.Rows {
		name := figure(r)
		i, known := at[name]
		if !known {
			i = len(out)
			at[name] = i
			out = append(out, Term{Figure: name})
		}
		out[i].N += value(r)
	}
	return out
}

func sectorFigures(kind string) []string {
	var out []string
	for _, g := range sector.Groups() {
		out = append(out, kind+"/"+string(g)+"//")
	}
	return out
}

func placeFigures() []string {
	var out []string
	for _, c := range beneficiary.Rows() {
		out = append(out, "cell//"+string(c)+"/")
	}
	return out
}

func sexFigures() []string {
	var out []string
	for _, s := range Sexes() {
		out = append(out, "cell///"+string(s))
	}
	return out
}

func (t Table) classTerms() []Term {
	out := []Term{}
	for _, c := range t.Classes {
		out = append(out, Term{"class/" + c.Class, c.Attended})
	}
	return out
}

// PresentFigure names those present at the instant a minute starts.
func PresentFigure(at time.Time) string { return "present/" + at.UTC().Format(time.RFC3339) }

// Reconciled tells whether every check holds.
func (t Table) Reconciled() bool {
	for _, c := range t.Checks {
		if !c.OK {
			return false
		}
	}
	return true
}
