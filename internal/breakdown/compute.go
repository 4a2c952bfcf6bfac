package breakdown

import (
	"sort"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/beneficiary"
	"rapporteur/internal/engagement"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
	"rapporteur/internal/sector"
)

// Input is everything a breakdown needs. Start and End are the window in UTC. AsOf is the time of the register's last
// change, never the clock. Seats is the confirmation limit in force, 0 when none is stated; WithoutSeat counts the
// confirmed who take none of them. Engagement are the results of the webinar's questions and Compared the comparisons of
// before and after, which no rule of attendance changes.
type Input struct {
	Webinar     string
	Start, End  time.Time
	Rule        attendance.Rule
	AsOf        time.Time
	Seats       int
	WithoutSeat int
	Standings   []registration.Standing
	Match       match.Result
	Overrides   Overrides
	Lexicon     *sector.Lexicon // with the officers' own entries; nil without
	Engagement  []engagement.Result
	Compared    []engagement.Comparison
}

// Member is one distinct person in attendance with what was counted of them: the evidence behind every figure of the
// attendance. Counted is false for staff and unidentified persons, which are in none of the totals.
type Member struct {
	Participant match.Participant
	Standing    *registration.Standing // the main registration, nil without
	Profile     Profile
	Seconds     int // presence: united, clipped to the window
	Counted     bool
	Joined      bool
	Attended    bool
	Declared    bool // a list says that the person was there, and no more: attended whatever the rule of presence
}

// sensitivityRules are the rules of the printed sensitivity table.
var sensitivityRules = []string{"10%", "30%", "50%", "75%"}

// Compute makes the table and the list of members behind it, sorted by participant id. It is a pure function: the order
// of the input changes nothing.
func Compute(in Input) (Table, []Member) {
	window := Window{Start: in.Start.UTC(), End: in.End.UTC(), Seconds: int(in.End.Sub(in.Start) / time.Second)}
	members := membersOf(in, window)
	t := Table{
		Webinar: in.Webinar, Window: window, Rule: in.Rule.String(), AsOf: in.AsOf.UTC(),
		Totals:         totals(in.Standings, members),
		Rows:           rows(members),
		Groups:         groups(members),
		Minutes:        minutes(members, window),
		Sensitivity:    sensitivity(members, window),
		Classes:        classes(members),
		Contradictions: contradictions(members),
		Engagement:     append([]engagement.Result{}, in.Engagement...),
		Compared:       append([]engagement.Comparison{}, in.Compared...),
	}
	t.Checks = checks(t, members, in.Seats, in.WithoutSeat)
	return t, members
}

func membersOf(in Input, w Window) []Member {
	byID := make(map[string]*registration.Standing, len(in.Standings))
	for i := range in.Standings {
		byID[in.Standings[i].ID] = &in.Standings[i]
	}
	members := make([]Member, 0, len(in.Match.Participants))
	for _, p := range in.Match.Participants {
		whole := whole(p)
		present := total(whole, w)
		if present == 0 && !whole.Declared {
			continue // not one second in any attendance file
		}
		m := Member{Participant: p, Standing: byID[p.Registration], Declared: whole.Declared}
		m.Counted = p.State != match.Staff && p.State != match.Unidentified
		m.Joined = m.Counted
		m.Seconds = attendance.Presence(whole, w.Start, w.End)
		m.Attended = m.Counted && m.reaches(in.Rule, w)
		m.Profile = profile(m, in.Overrides, in.Lexicon)
		members = append(members, m)
	}
	sort.Slice(members, func(i, j int) bool { return members[i].Participant.ID < members[j].Participant.ID })
	return members
}

// reaches tells whether a person attended under a rule. Who is declared to have been there has no presence to ask.
func (m Member) reaches(rule attendance.Rule, w Window) bool {
	return m.Declared || rule.Met(m.Seconds, w.Seconds)
}

// whole joins the persons of one participant: all timed stays together; a total without times counts only when there is
// no timed source at all, a list's word only when there is no total either.
func whole(p match.Participant) attendance.Person {
	var all attendance.Person
	var longest time.Duration
	bounded := true
	all.Declared = p.Declared()
	for _, a := range p.Persons {
		all.Stays = append(all.Stays, a.Stays...)
		all.Spans = append(all.Spans, a.Spans...)
		longest = max(longest, a.Total)
		bounded = bounded && len(a.Spans) > 0
	}
	if len(all.Stays) == 0 {
		all.TotalOnly, all.Total = true, longest
	}
	if !bounded {
		all.Spans = nil
	}
	return all
}

// total is the number of seconds a person stands in the files at all, before clipping.
func total(p attendance.Person, w Window) int {
	if p.TotalOnly {
		return int(p.Total / time.Second)
	}
	n := 0
	for _, s := range p.Stays {
		leave := s.Leave
		if s.Open && leave.Before(w.End) {
			leave = w.End
		}
		if d := int(leave.Sub(s.Join) / time.Second); d > 0 {
			n += d
		}
	}
	return n
}

func totals(standings []registration.Standing, members []Member) Totals {
	var t Totals
	t.Submissions = len(standings)
	for _, s := range standings {
		barred := s.State == registration.Barred
		switch {
		case s.DuplicateOf == "" && barred:
			t.Persons++
			t.BarredPersons++
		case s.DuplicateOf == "":
			t.Persons++
		case barred:
			t.Further++
			t.FurtherBarred++
		default:
			t.Further++
		}
		switch s.State {
		case registration.Submitted:
			t.Submitted++
		case registration.Confirmed:
			t.Confirmed++
		case registration.Waiting:
			t.Waiting++
		case registration.Declined:
			t.Declined++
		case registration.Withdrawn:
			t.Withdrawn++
		case registration.Duplicate:
			t.Duplicates++
		case registration.Barred:
			t.Barred++
		}
	}
	t.Attendees = len(members)
	for _, m := range members {
		countMember(&t, m)
	}
	t.NoShows = t.Confirmed - t.JoinedConfirmed
	return t
}

func countMember(t *Totals, m Member) {
	switch m.Participant.State {
	case match.Staff:
		t.Staff++
		return
	case match.Unidentified:
		t.Unidentified++
		return
	case match.Automatic:
		t.Automatic++
	case match.Decided:
		t.Decided++
	}
	t.Joined++
	switch {
	case m.Attended && m.Declared:
		t.Attended++
		t.AttendedDeclared++
	case m.Attended:
		t.Attended++
	default:
		t.Short++
	}
	attended := 0
	if m.Attended {
		attended = 1
	}
	switch {
	case m.Participant.State == match.Open:
		t.JoinedOpen++
		t.Open += attended
	case m.Standing == nil:
		t.JoinedWalkIns++
		t.WalkIns += attended
	case m.Standing.State == registration.Confirmed:
		t.JoinedConfirmed++
		t.AttendedConfirmed += attended
		t.ShortConfirmed += 1 - attended
	default:
		t.JoinedRegistered++
		t.AttendedRegistered += attended
	}
}

func rows(members []Member) []Row {
	type key struct {
		group sector.Group
		code  beneficiary.Code
		sex   participant.Sex
	}
	cells := map[key]*Row{}
	for _, m := range members {
		if !m.Joined {
			continue
		}
		k := key{m.Profile.Group, m.Profile.Beneficiary, m.Profile.Sex}
		r := cells[k]
		if r == nil {
			r = &Row{Sector: string(k.group), Beneficiary: string(k.code), Sex: string(k.sex)}
			cells[k] = r
		}
		r.Joined++
		if m.Attended {
			r.Attended++
			if m.Participant.State == match.WalkIn {
				r.WalkIns++
			}
		}
	}
	out := []Row{}
	for _, g := range sector.Groups() {
		for _, c := range beneficiary.Rows() {
			for _, s := range Sexes() {
				if r := cells[key{g, c, s}]; r != nil {
					out = append(out, *r)
				}
			}
		}
	}
	return out
}

func groups(members []Member) []GroupRow {
	out := []GroupRow{}
	for _, g := range sector.ResultGroups() {
		for _, c := range beneficiary.Rows() {
			r := GroupRow{Group: string(g), Beneficiary: string(c)}
			for _, m := range members {
				if m.Joined && m.Profile.ResultGroup == g && m.Profile.Beneficiary == c {
					r.Joined++
					if m.Attended {
						r.Attended++
					}
				}
			}
			out = append(out, r)
		}
	}
	return out
}

func classes(members []Member) []ClassRow {
	out := []ClassRow{}
	for _, c := range sector.Classes() {
		r := ClassRow{Class: string(c)}
		for _, m := range members {
			if m.Joined && m.Profile.Class == c {
				r.Joined++
				if m.Attended {
					r.Attended++
				}
			}
		}
		out = append(out, r)
	}
	return out
}

// minutes counts the participants present at the instant each minute of the window starts: join ≤ instant < leave.
func minutes(members []Member, w Window) []Minute {
	out := []Minute{}
	for at := w.Start; at.Before(w.End); at = at.Add(time.Minute) {
		n := 0
		for _, m := range members {
			if m.PresentAt(at) {
				n++
			}
		}
		out = append(out, Minute{Start: at, Present: n})
	}
	return out
}

// In tells whether a person stands in a file, named by its SHA-256.
func (m Member) In(file string) bool {
	for _, a := range m.Participant.Persons {
		for _, r := range a.Records {
			for _, s := range r.Sources {
				if s.File == file {
					return true
				}
			}
		}
	}
	return false
}

// PresentAt tells whether a participant was present at an instant: join ≤ instant < leave.
func (m Member) PresentAt(at time.Time) bool {
	for _, a := range m.Participant.Persons {
		for _, s := range a.Stays {
			if m.Joined && !s.Join.After(at) && (s.Open || at.Before(s.Leave)) {
				return true
			}
		}
	}
	return false
}

func sensitivity(members []Member, w Window) []Sensitivity {
	out := []Sensitivity{}
	for _, text := range sensitivityRules {
		rule, err := attendance.ParseRule(text)
		if err != nil {
			continue // cannot happen: the four rules are constants, and a test reads each
		}
		n := 0
		for _, m := range members {
			if m.Joined && m.reaches(rule, w) {
				n++
			}
		}
		out = append(out, Sensitivity{Rule: text, Attended: n})
	}
	return out
}
