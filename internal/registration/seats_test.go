package registration_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
)

// row makes n people of different names and addresses, in order of their lines.
func row(n int) []registration.Registration {
	var regs []registration.Registration
	for i := 1; i <= n; i++ {
		regs = append(regs, submission(i, i, fmt.Sprintf("Given%c", 'a'+i), fmt.Sprintf("Family%c", 'a'+i), fmt.Sprintf("p%d@mail.example", i), fmt.Sprintf("Body %d", i)))
	}
	return regs
}

func states(regs []registration.Registration, events []registration.Event) string {
	var list []string
	for _, s := range judge(regs, events...) {
		list = append(list, string(s.State))
	}
	return strings.Join(list, " ")
}

var noon = opening.Add(4 * time.Hour)

func TestConfirmAll(t *testing.T) {
	regs := row(4)
	regs[0].Submitted, regs[3].Submitted = regs[3].Submitted, regs[0].Submitted
	regs[1].Submitted = regs[2].Submitted // the serial decides
	events, err := registration.ConfirmAll(judge(regs), 2, noon, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := states(regs, events); got != "waiting confirmed waiting confirmed" {
		t.Errorf("states %s", got)
	}
	for _, e := range events {
		if !e.At.Equal(noon) || e.State == registration.Waiting && e.Reason == "" {
			t.Errorf("event %+v", e)
		}
	}
	again, err := registration.ConfirmAll(judge(regs, events...), 2, noon, nil)
	if err != nil || len(again) != 0 {
		t.Errorf("a second run decides %v, %v", again, err)
	}
	more, err := registration.ConfirmAll(judge(regs, events...), 3, noon, nil)
	if err != nil || len(more) != 1 || more[0].Registration != "R003" {
		t.Errorf("a raised limit decides %v, %v, want the first waiting", more, err)
	}
}

func TestSpeakersTakeNoSeat(t *testing.T) {
	regs := row(3)
	staff := map[string]bool{"R001": true}
	events, err := registration.ConfirmAll(judge(regs), 2, noon, staff)
	if err != nil {
		t.Fatal(err)
	}
	if got := states(regs, events); got != "submitted confirmed confirmed" {
		t.Errorf("states %s", got)
	}
	extra, err := registration.Confirm(judge(regs, events...), []string{"R001"}, 2, noon, staff)
	if err != nil || len(extra) != 1 {
		t.Fatalf("a speaker cannot be confirmed beside the limit: %v", err)
	}
	// The speaker's withdrawal frees no seat.
	regs = row(4)
	events, _ = registration.ConfirmAll(judge(regs), 2, noon, staff)
	speaker, _ := registration.Confirm(judge(regs, events...), []string{"R001"}, 2, noon, staff)
	events = append(events, speaker...)
	out, err := registration.Withdraw(judge(regs, events...), "R001", 2, noon, start, staff)
	if err != nil || len(out) != 1 {
		t.Errorf("the withdrawal of a speaker promotes: %v, %v", out, err)
	}
}

func TestWithdrawalPromotesTheFirstWaitingUntilTheStart(t *testing.T) {
	regs := row(4)
	events, _ := registration.ConfirmAll(judge(regs), 2, noon, nil)
	out, err := registration.Withdraw(judge(regs, events...), "R001", 2, noon, start, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := states(regs, append(events, out...)); got != "withdrawn confirmed confirmed waiting" {
		t.Errorf("states %s", got)
	}
	for at, want := range map[time.Time]int{start.Add(-time.Second): 2, start: 1, start.Add(time.Hour): 1} {
		if out, err := registration.Withdraw(judge(regs, events...), "R001", 2, at, start, nil); err != nil || len(out) != want {
			t.Errorf("at %v: %d events, %v, want %d", at, len(out), err, want)
		}
	}
	// One who waits gives no seat up; a lowered limit takes no promotion.
	if out, err := registration.Withdraw(judge(regs, events...), "R003", 2, noon, start, nil); err != nil || len(out) != 1 {
		t.Errorf("withdrawal of one who waits: %v, %v", out, err)
	}
	if out, err := registration.Withdraw(judge(regs, events...), "R001", 1, noon, start, nil); err != nil || len(out) != 1 {
		t.Errorf("promotion above the limit: %v, %v", out, err)
	}
}

func TestWhatCannotBeDoneSaysWhy(t *testing.T) {
	regs := row(6)
	regs[4].Channel = registration.Email
	regs[5] = with(regs[0], func(r *registration.Registration) { r.ID, r.Line, r.Submitted = "R006", 6, r.Submitted.Add(time.Hour) })
	events := []registration.Event{{Registration: "R001", State: registration.Confirmed}, {Registration: "R002", State: registration.Withdrawn}, {Registration: "R003", State: registration.Declined}}
	all := judge(regs, events...)
	for name, c := range map[string]struct {
		do   func() ([]registration.Event, error)
		code fault.Code
		says string
	}{
		"no limit":      {func() ([]registration.Event, error) { return registration.ConfirmAll(all, 0, noon, nil) }, fault.Invalid, "No number of participants"},
		"no limit, one": {func() ([]registration.Event, error) { return registration.Confirm(all, []string{"R004"}, 0, noon, nil) }, fault.Invalid, "No number of participants"},
		"unknown":       {func() ([]registration.Event, error) { return registration.Confirm(all, []string{"R404"}, 9, noon, nil) }, fault.NotFound, "no such registration"},
		"barred":        {func() ([]registration.Event, error) { return registration.Confirm(all, []string{"R005"}, 9, noon, nil) }, fault.Barred, "e-mail"},
		"duplicate":     {func() ([]registration.Event, error) { return registration.Confirm(all, []string{"R006"}, 9, noon, nil) }, fault.Barred, "line 1"},
		"confirmed":     {func() ([]registration.Event, error) { return registration.Confirm(all, []string{"R001"}, 9, noon, nil) }, fault.Conflict, "already"},
		"withdrawn":     {func() ([]registration.Event, error) { return registration.Confirm(all, []string{"R002"}, 9, noon, nil) }, fault.Barred, "withdrawn"},
		"full":          {func() ([]registration.Event, error) { return registration.Confirm(all, []string{"R004"}, 1, noon, nil) }, fault.Barred, "limit is 1"},
		"all or none": {func() ([]registration.Event, error) {
			return registration.Confirm(all, []string{"R004", "R005"}, 9, noon, nil)
		}, fault.Barred, "line 5"},
		"decline a barred":     {func() ([]registration.Event, error) { return registration.Decline(all, []string{"R005"}, noon, "x") }, fault.Barred, "barred"},
		"decline a confirmed":  {func() ([]registration.Event, error) { return registration.Decline(all, []string{"R001"}, noon, "x") }, fault.Barred, "confirmed"},
		"decline twice":        {func() ([]registration.Event, error) { return registration.Decline(all, []string{"R003"}, noon, "x") }, fault.Conflict, "already"},
		"decline a withdrawn":  {func() ([]registration.Event, error) { return registration.Decline(all, []string{"R002"}, noon, "x") }, fault.Barred, "withdrawn"},
		"withdraw a barred":    {func() ([]registration.Event, error) { return registration.Withdraw(all, "R005", 9, noon, start, nil) }, fault.Barred, "barred"},
		"withdraw a duplicate": {func() ([]registration.Event, error) { return registration.Withdraw(all, "R006", 9, noon, start, nil) }, fault.Barred, "duplicate"},
		"withdraw twice":       {func() ([]registration.Event, error) { return registration.Withdraw(all, "R002", 9, noon, start, nil) }, fault.Conflict, "already"},
		"withdraw a declined":  {func() ([]registration.Event, error) { return registration.Withdraw(all, "R003", 9, noon, start, nil) }, fault.Barred, "declined"},
		"withdraw an unknown":  {func() ([]registration.Event, error) { return registration.Withdraw(all, "R404", 9, noon, start, nil) }, fault.NotFound, "no such"},
		"too low a limit": {func() ([]registration.Event, error) {
			return nil, registration.CheckLimit(judge(row(3), registration.Event{Registration: "R001", State: registration.Confirmed}, registration.Event{Registration: "R002", State: registration.Confirmed}), 1, nil)
		}, fault.Barred, "by 1: line 2."},
	} {
		events, err := c.do()
		if !fault.Is(err, c.code) || len(events) > 0 {
			t.Errorf("%s: %v, events %v, want %s", name, err, events, c.code)
			continue
		}
		if f := fault.From(err); !strings.Contains(f.Message, c.says) || f.Hint == "" || strings.Contains(f.Message, "mail.example") || strings.Contains(f.Message, "Given") {
			t.Errorf("%s: %q (hint %q), want a sentence with %q", name, f.Message, f.Hint, c.says)
		}
	}
	for _, limit := range []int{0, 2, 5} {
		if err := registration.CheckLimit(judge(row(3)), limit, nil); err != nil {
			t.Errorf("limit %d: %v", limit, err)
		}
	}
}

// Whatever officers do in whatever order, seats given never exceed the limit, nobody barred or double has one, and
// nobody waits while an earlier one of the queue does not.
func TestSeatsNeverExceedTheLimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		regs := people(t)
		seats := rapid.IntRange(1, 8).Draw(t, "seats")
		noSeat := map[string]bool{}
		for _, r := range regs {
			if rapid.IntRange(0, 9).Draw(t, "speaker") == 0 {
				noSeat[r.ID] = true
			}
		}
		var events []registration.Event
		for step := range rapid.IntRange(1, 12).Draw(t, "steps") {
			at := opening.Add(time.Duration(60+step) * time.Minute)
			who := regs[rapid.IntRange(0, len(regs)-1).Draw(t, "who")].ID
			standings := judge(regs, events...)
			var next []registration.Event
			var err error
			switch rapid.IntRange(0, 3).Draw(t, "act") {
			case 0:
				next, err = registration.ConfirmAll(standings, seats, at, noSeat)
			case 1:
				next, err = registration.Confirm(standings, []string{who}, seats, at, noSeat)
			case 2:
				next, err = registration.Withdraw(standings, who, seats, at, start, noSeat)
			case 3:
				next, err = registration.Decline(standings, []string{who}, at, "x")
			}
			if err != nil && len(next) > 0 {
				t.Fatal("events beside an error")
			}
			events = append(events, next...)
			taken := 0
			for i, s := range judge(regs, events...) {
				if s.State != registration.Confirmed {
					continue
				}
				if regs[i].Channel != registration.Website || regs[i].Consent == registration.Refused || s.DuplicateOf != "" {
					t.Fatalf("%s has a seat", s.ID)
				}
				if !noSeat[s.ID] {
					taken++
				}
			}
			if taken > seats {
				t.Fatalf("%d seats given of %d", taken, seats)
			}
		}
	})
}

// What a state offers is done, and what it does not offer is refused.
func TestActs(t *testing.T) {
	regs := row(1)
	for _, state := range []registration.State{registration.Submitted, registration.Confirmed, registration.Waiting, registration.Declined,
		registration.Withdrawn, registration.Barred, registration.Duplicate} {
		standings := judge(regs)
		standings[0].State = state
		id := []string{standings[0].ID}
		_, confirm := registration.Confirm(standings, id, 5, noon, nil)
		_, decline := registration.Decline(standings, id, noon, "")
		_, withdraw := registration.Withdraw(standings, id[0], 5, noon, time.Time{}, nil)
		for act, err := range map[string]error{"confirm": confirm, "decline": decline, "withdraw": withdraw} {
			if offered := slices.Contains(state.Acts(), act); offered != (err == nil) {
				t.Errorf("%s is offered for %s: %v, done: %v", act, state, offered, err)
			}
		}
	}
}
