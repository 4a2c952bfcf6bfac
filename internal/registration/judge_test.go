package registration_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/registration"
)

var opening = time.Date(2020, 5, 11, 8, 0, 0, 0, time.UTC)

// submission makes a registration through the website; minutes count from the opening, the line is also the serial.
func submission(line, minutes int, first, last, email, organisation string) registration.Registration {
	return registration.Registration{ID: fmt.Sprintf("R%03d", line), Serial: fmt.Sprint(line), Line: line, File: "form.csv", Submitted: opening.Add(time.Duration(minutes) * time.Minute),
		FirstName: first, LastName: last, Email: email, Organisation: organisation, Channel: registration.Website}
}

func with(r registration.Registration, change func(*registration.Registration)) registration.Registration {
	change(&r)
	return r
}

// show writes standings as "state" or "state=main" in order.
func show(standings []registration.Standing) string {
	var list []string
	for _, s := range standings {
		text := string(s.State)
		if s.DuplicateOf != "" {
			text += "=" + s.DuplicateOf
		}
		list = append(list, text)
	}
	return strings.Join(list, " ")
}

func judge(regs []registration.Registration, events ...registration.Event) []registration.Standing {
	return registration.Judge(registration.JudgeInput{Registrations: regs, Events: events})
}

func TestOnePerson(t *testing.T) {
	const same, two = "submitted duplicate=R001", "submitted submitted"
	for name, c := range map[string]struct {
		a, b registration.Registration
		want string
	}{
		"same address, same name":           {submission(1, 0, "Ana", "Kovač", "ana@mail.example", "A"), submission(2, 1, "Ana", "Kovač", "ana@mail.example", "B"), same},
		"case and tag":                      {submission(1, 0, "Ana", "Kovač", "ana@mail.example", "A"), submission(2, 1, "Ana", "Kovač", " ANA+web@MAIL.example ", ""), same},
		"same address, swapped":             {submission(1, 0, "Ana", "Kovač", "ana@mail.example", "A"), submission(2, 1, "Kovač", "Ana", "ana@mail.example", ""), same},
		"same address, other script":        {submission(1, 0, "Ђорђе", "Јовић", "djordje@mail.example", "A"), submission(2, 1, "Đorđe", "Jović", "djordje@mail.example", ""), same},
		"same address, given name only":     {submission(1, 0, "Ana", "Kovač", "ana@mail.example", "A"), submission(2, 1, "Ana", "", "ana@mail.example", ""), same},
		"same address, two people":          {submission(1, 0, "Ana", "Kovač", "office@mail.example", "A"), submission(2, 1, "Ivo", "Perić", "office@mail.example", "A"), two},
		"same address, siblings":            {submission(1, 0, "Ana", "Kovač", "office@mail.example", "A"), submission(2, 1, "Ivo", "Kovač", "office@mail.example", "A"), two},
		"same name and organisation":        {submission(1, 0, "Ana", "Kovač", "a@mail.example", "Basic Court"), submission(2, 1, "KOVAC", "ana", "b@mail.example", "basic  court"), same},
		"same name, two scripts, same body": {submission(1, 0, "Љупчо", "Вељановски", "a@mail.example", "МВР"), submission(2, 1, "Ljupčo", "Veljanovski", "b@mail.example", "MVR"), same},
		"a title before the name":           {submission(1, 0, "Dr. Ana", "Kovač", "a@mail.example", "MUP"), submission(2, 1, "Ana", "Kovač", "b@mail.example", "MUP"), same},
		"a title behind the name":           {submission(1, 0, "Ana", "Kovač, PhD", "a@mail.example", "MUP"), submission(2, 1, "Ana", "Kovač", "b@mail.example", "MUP"), same},
		"a middle initial":                  {submission(1, 0, "Ana M.", "Kovač", "a@mail.example", "MUP"), submission(2, 1, "Ana", "Kovač", "b@mail.example", "MUP"), two},
		"same name alone":                   {submission(1, 0, "Ana", "Kovač", "a@mail.example", "Basic Court"), submission(2, 1, "Ana", "Kovač", "b@mail.example", "State Police"), two},
		"same name, no organisation":        {submission(1, 0, "Ana", "Kovač", "a@mail.example", ""), submission(2, 1, "Ana", "Kovač", "b@mail.example", ""), two},
		"single names, same organisation":   {submission(1, 0, "Ana", "", "a@mail.example", "Basic Court"), submission(2, 1, "Ana", "", "b@mail.example", "Basic Court"), two},
		"no address is no equal address":    {submission(1, 0, "Ana", "Kovač", "", "A"), submission(2, 1, "Ivo", "Perić", "", "A"), two},
	} {
		for _, order := range [][]registration.Registration{{c.a, c.b}, {c.b, c.a}} {
			got := judge(order)
			slices.SortFunc(got, func(a, b registration.Standing) int { return a.Line - b.Line })
			if show(got) != c.want {
				t.Errorf("%s: %s, want %s", name, show(got), c.want)
			}
			asks := strings.HasPrefix(name, "same name alone") || name == "same name, no organisation"
			if (len(got[0].Questions) > 0) != asks || (len(got[1].Questions) > 0) != asks {
				t.Errorf("%s: questions %q and %q, asked: %v", name, got[0].Questions, got[1].Questions, asks)
			}
		}
	}
}

// A given name that fits two colleagues with one mailbox decides nothing.
func TestSharedMailboxIsAsked(t *testing.T) {
	got := judge([]registration.Registration{
		submission(1, 0, "Ana", "", "office@mail.example", "A"), submission(2, 1, "Ana", "Kovač", "office@mail.example", "A"), submission(3, 2, "Ana", "Perić", "office@mail.example", "A"),
		submission(4, 3, "Ana", "Kovač", "office@mail.example", "A"),
	})
	if show(got) != "submitted submitted submitted duplicate=R002" {
		t.Errorf("got %s", show(got))
	}
	if len(got[0].Questions) == 0 {
		t.Error("nothing is asked about the single name")
	}
}

func TestBar(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*registration.Registration)
		want   registration.State
	}{
		"website":  {func(*registration.Registration) {}, registration.Submitted},
		"e-mail":   {func(r *registration.Registration) { r.Channel = registration.Email }, registration.Barred},
		"phone":    {func(r *registration.Registration) { r.Channel = registration.Phone }, registration.Barred},
		"other":    {func(r *registration.Registration) { r.Channel = registration.Other }, registration.Barred},
		"ended":    {func(r *registration.Registration) { r.Channel = registration.Ended }, registration.Barred},
		"unknown":  {func(r *registration.Registration) { r.Channel = "" }, registration.Barred},
		"refused":  {func(r *registration.Registration) { r.Consent = registration.Refused }, registration.Barred},
		"accepted": {func(r *registration.Registration) { r.Consent = registration.Accepted }, registration.Submitted},
	} {
		r := with(submission(1, 0, "Ana", "Kovač", "ana@mail.example", "A"), c.change)
		for _, state := range []registration.State{"", registration.Confirmed, registration.Waiting, registration.Declined, registration.Withdrawn} {
			got := judge([]registration.Registration{r}, registration.Event{Registration: r.ID, State: state})[0]
			want := c.want
			if want != registration.Barred && state != "" {
				want = state
			}
			if got.State != want || (want == registration.Barred) != (got.Reason != "") {
				t.Errorf("%s, event %q: %s (%s), want %s", name, state, got.State, got.Reason, want)
			}
		}
	}
}

func TestMainRecord(t *testing.T) {
	mailed := with(submission(1, 0, "Ana", "Kovač", "ana@mail.example", "A"), func(r *registration.Registration) { r.Channel = registration.Email })
	second := submission(2, 10, "Ana", "Kovač", "ana@mail.example", "A")
	third := submission(3, 20, "Ana", "Kovač", "ana@mail.example", "A")
	late := submission(4, 600, "Ana", "Kovač", "ana@mail.example", "A")
	ev := func(r registration.Registration, s registration.State, minutes int) registration.Event {
		return registration.Event{Registration: r.ID, State: s, At: opening.Add(time.Duration(minutes) * time.Minute)}
	}
	all := []registration.Registration{third, mailed, second}
	for name, c := range map[string]struct {
		regs   []registration.Registration
		events []registration.Event
		want   string
	}{
		"earliest through the website":      {all, nil, "duplicate=R002 barred=R002 submitted"},
		"one with a seat stays":             {all, []registration.Event{ev(third, registration.Confirmed, 30)}, "confirmed barred=R003 duplicate=R003"},
		"one on the waiting list stays":     {all, []registration.Event{ev(third, registration.Waiting, 30)}, "waiting barred=R003 duplicate=R003"},
		"a seat goes before the queue":      {all, []registration.Event{ev(second, registration.Waiting, 30), ev(third, registration.Confirmed, 31)}, "confirmed barred=R003 duplicate=R003"},
		"the mailed one never is":           {all, []registration.Event{ev(mailed, registration.Confirmed, 30)}, "duplicate=R002 barred=R002 submitted"},
		"declined is declined":              {all, []registration.Event{ev(second, registration.Declined, 30)}, "duplicate=R002 barred=R002 declined"},
		"withdrawn: the twin stays out":     {all, []registration.Event{ev(second, registration.Confirmed, 25), ev(second, registration.Withdrawn, 30)}, "duplicate=R002 barred=R002 withdrawn"},
		"withdrawn, then registered again":  {append(slices.Clone(all), late), []registration.Event{ev(second, registration.Withdrawn, 30)}, "duplicate=R004 barred=R004 duplicate=R004 submitted"},
		"mailed only, twice":                {[]registration.Registration{mailed, with(mailed, func(r *registration.Registration) { r.ID, r.Line = "R009", 9 })}, nil, "barred barred=R001"},
		"events of unknown ones and states": {all, []registration.Event{{Registration: "R777", State: registration.Confirmed}, {Registration: "R002", State: "duplicate"}}, "duplicate=R002 barred=R002 submitted"},
	} {
		if got := show(judge(c.regs, c.events...)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestMergeByAnOfficer(t *testing.T) {
	regs := []registration.Registration{submission(1, 0, "Ana", "Kovač", "a@mail.example", "A"), submission(2, 1, "Ana", "Perić", "b@mail.example", "B")}
	got := registration.Judge(registration.JudgeInput{Registrations: regs, Merges: []registration.Merge{{Duplicate: "R002", Main: "R001"}, {Duplicate: "R001", Main: "R404"}}})
	if show(got) != "submitted duplicate=R001" || !strings.Contains(got[1].Reason, "officer") {
		t.Errorf("%s, reason %q", show(got), got[1].Reason)
	}
}

// people draws registrations of a few persons with few names, addresses and bodies, so that they meet.
func people(t *rapid.T) []registration.Registration {
	pick := func(label string, values ...string) string { return rapid.SampledFrom(values).Draw(t, label) }
	n := rapid.IntRange(1, 12).Draw(t, "n")
	var regs []registration.Registration
	for i := 1; i <= n; i++ {
		r := submission(i, rapid.IntRange(0, 60).Draw(t, "minute"), pick("first", "Ana", "Ivo", "Ђорђе", "Djordje", ""), pick("last", "Kovač", "Kovac", "Perić", ""),
			pick("email", "a@x.example", "A@X.example", "b@x.example", "c@x.example", "", "bad"), pick("body", "Court", "court", "Police", ""))
		r.Channel = registration.Channel(pick("channel", "website", "website", "website", "email", "other", "ended", ""))
		r.Consent = registration.Consent(pick("consent", "", "accepted", "refused"))
		regs = append(regs, r)
	}
	return regs
}

// Whatever the events, a barred one is never confirmed, a duplicate neither; main records are of another state than
// duplicate; the order of the input changes nothing.
func TestJudgeHoldsItsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		regs := people(t)
		var events []registration.Event
		for range rapid.IntRange(0, 30).Draw(t, "events") {
			events = append(events, registration.Event{
				Registration: regs[rapid.IntRange(0, len(regs)-1).Draw(t, "who")].ID,
				State:        rapid.SampledFrom([]registration.State{registration.Confirmed, registration.Waiting, registration.Declined, registration.Withdrawn, registration.Submitted}).Draw(t, "state"),
				At:           opening.Add(time.Duration(len(events)) * time.Minute),
			})
		}
		standings := judge(regs, events...)
		byID := map[string]registration.Standing{}
		for _, s := range standings {
			byID[s.ID] = s
		}
		for i, s := range standings {
			r := regs[i]
			if s.ID != r.ID {
				t.Fatalf("the order changed")
			}
			if barred := r.Channel != registration.Website || r.Consent == registration.Refused; barred != (s.State == registration.Barred) {
				t.Fatalf("%s: %s, barred by rule: %v", s.ID, s.State, barred)
			}
			if (s.State == registration.Duplicate) != (s.DuplicateOf != "" && s.State != registration.Barred) {
				t.Fatalf("%s: %s of %q", s.ID, s.State, s.DuplicateOf)
			}
			if s.DuplicateOf != "" {
				main := byID[s.DuplicateOf]
				if main.DuplicateOf != "" || main.State == registration.Duplicate {
					t.Fatalf("%s names %s, which is no main record", s.ID, main.ID)
				}
				if main.State == registration.Barred && s.State != registration.Barred {
					t.Fatalf("%s is a duplicate of a barred one", s.ID)
				}
			}
		}
		shuffled := rapid.Permutation(regs).Draw(t, "order")
		for _, s := range judge(shuffled, events...) {
			if was := byID[s.ID]; was.State != s.State || was.DuplicateOf != s.DuplicateOf {
				t.Fatalf("%s: %s of %q, in another order %s of %q", s.ID, was.State, was.DuplicateOf, s.State, s.DuplicateOf)
			}
		}
	})
}
