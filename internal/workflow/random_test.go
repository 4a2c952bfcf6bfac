package workflow

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapporteur/internal/fault"
	"rapporteur/internal/sample"
)

// someone is an invented person who may register and may come.
type someone struct{ first, last, email, organisation, title, country string }

var crowd = []someone{
	{"Ana", "Babić", "ana.babic@sud.example", "Osnovni sud", "Sudija", "Montenegro"},
	{"Анa", "Бабић", "", "Основни суд", "Судија", "Serbia"},
	{"Burim", "Krasniqi", "burim.k@police.example", "Police, Cybercrime Unit", "Investigator", "Kosovo*"},
	{"Çağla", "Işık", "cagla@savcilik.example", "Cumhuriyet Başsavcılığı", "Savcı", "Turkey"},
	{"Đorđe", "Đukić", "office@mup.example", "MUP", "Inspektor", "Serbia"},
	{"Djordje", "Djukic", "djordje@mup.example", "MUP", "", "Serbia"},
	{"Elena", "Stojanovska", "office@mup.example", "Ministry of Interior", "Police officer", "North Macedonia"},
	{"Fatma", "Öz", "fatma.oz@example.org", "", "", ""},
	{"=1+1", "Name", "formula@example.org", "University", "Professor", "Albania"},
	{"Ana", "Babic", "ana.b@home.example", "Osnovni sud", "Sudija", "Montenegro"},
}

// theForm writes the website's export with the chosen of the crowd.
func theForm(chosen []int, channel string) []byte {
	var b strings.Builder
	b.WriteString("Serial number,Submission ID,Created,Completed,Changed,First name,Last name,E-mail,Organisation,Job title,Country,Sex,How did you submit this registration?\n")
	for n, i := range chosen {
		p := crowd[i]
		at := fmt.Sprintf("2020-05-1%d 10:%02d:00", i%9, i)
		fmt.Fprintf(&b, "%d,%d,%s,%s,%s,%s,%s,%s,%q,%q,%s,,%s\n", n+1, 500+i, at, at, at, p.first, p.last, p.email, p.organisation, p.title, p.country, channel)
	}
	return []byte(b.String())
}

// came is one row of an attendance file: who, and from which to which minute after 14:00.
type came struct{ who, from, to int }

// theMeeting writes a meeting report, theConference another platform's table of the same kind of rows.
func theMeeting(rows []came) []byte {
	var b strings.Builder
	b.WriteString("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room\n")
	for _, r := range rows {
		p := crowd[r.who]
		fmt.Fprintf(&b, "%s %s,%s,%s,%s,%d,Yes,Y,No\n", p.first, p.last, p.email, minute(r.from), minute(r.to), r.to-r.from)
	}
	return []byte(b.String())
}

func theConference(rows []came) []byte {
	var b strings.Builder
	b.WriteString("Meeting Name,Meeting Start Time,Meeting End Time,Display Name,First Name,Last Name,Role,Attendee Email,Join Time,Leave Time,Attendance Duration,Connection Type,Session Name\n")
	for _, r := range rows {
		p := crowd[r.who]
		fmt.Fprintf(&b, "Webinar,%s,%s,%s,%s,%s,Attendee,%s,%s,%s,%d mins,Desktop app,Webinar\n", minute(0), minute(150), strings.ToUpper(p.last)+" "+p.first, p.first, p.last, p.email, minute(r.from), minute(r.to), r.to-r.from)
	}
	return []byte(b.String())
}

func minute(n int) string { return fmt.Sprintf("2020-05-28 %02d:%02d:00", 14+n/60, n%60) }

// deed is one thing an officer does to a webinar; who and how are numbers, so that it can be done again elsewhere.
type deed struct {
	n        int // its place among all
	name     string
	webinar  int
	chosen   []int
	rows     []came
	one, two int
}

// randomDesk has some webinars and does acts to them.
type randomDesk struct {
	t        *rapid.T
	desk     *Desk
	webinars []string
}

func newRandomDesk(t *rapid.T, folder string, webinars int) *randomDesk {
	desk, err := Open(t.Context(), folder, Options{Tables: direct{}, Now: DemoClock(), NewID: DemoIDs(), Who: "test", Charts: pictures})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := desk.Close(); err != nil {
			t.Error(err)
		}
	})
	r := &randomDesk{t: t, desk: desk}
	for range webinars {
		w, err := desk.NewWebinar(t.Context(), Upload{Name: "o.txt", Data: sample.Outline()})
		if err != nil {
			t.Fatal(err)
		}
		r.webinars = append(r.webinars, w.ID)
	}
	return r
}

// pick is the nth of a list that may be empty.
func pick[T any](list []T, n int) (v T, ok bool) {
	if len(list) == 0 {
		return v, false
	}
	return list[n%len(list)], true
}

func (r *randomDesk) files(id string, name string, data []byte) error {
	plan, err := r.desk.PlanImport(r.t.Context(), id, []Upload{{Name: name, Data: data}}, ImportOptions{})
	if err != nil {
		return err
	}
	return r.desk.CommitImport(r.t.Context(), plan)
}

// do does one act; what it names is found by its place, so that the same acts do the same in another register.
func (r *randomDesk) do(a deed) error {
	ctx, id := r.t.Context(), r.webinars[a.webinar]
	d, err := r.desk.Dossier(ctx, id, "")
	if err != nil {
		return err
	}
	person, somebody := pick(d.Match.Participants, a.one)
	registered, registration := pick(d.Standings, a.two)
	switch a.name {
	case "registrations":
		return r.files(id, "website.csv", theForm(a.chosen, "website"))
	case "mailed":
		return r.files(id, "mailed.csv", theForm(a.chosen, "email"))
	case "meeting":
		return r.files(id, "participants.csv", theMeeting(a.rows))
	case "conference":
		return r.files(id, "conference.csv", theConference(a.rows))
	case "confirm":
		_, err = r.desk.Confirm(ctx, id, nil, "")
	case "withdraw":
		if registration {
			_, err = r.desk.Withdraw(ctx, id, registered.ID, "by mail")
		}
	case "decide":
		if somebody && registration {
			err = r.desk.Decide(ctx, id, person.ID, registered.ID, "")
		}
	case "walk-in":
		if somebody {
			err = r.desk.Decide(ctx, id, person.ID, "none", "")
		}
	case "staff":
		if somebody {
			err = r.desk.SetStaff(ctx, id, person.ID, a.two%2 == 0, "")
		}
	case "sector":
		if registration {
			err = r.desk.SetSector(ctx, id, registered.ID, []string{"judiciary", "police", "unknown"}[a.one%3], "", a.two%2 == 0)
		}
	case "rule":
		_, err = r.desk.EditWebinar(ctx, id, []Setting{{"rule", []string{"10%", "50%", "60min"}[a.one%3]}}, "")
	case "text":
		err = r.desk.SetText(ctx, id, "conclusions", fmt.Sprint("Text ", a.one))
	}
	return err
}

// content is what an officer can see of all webinars, and nothing that names an act: no id, version or moment.
func (r *randomDesk) content() (out []string) {
	for _, id := range r.webinars {
		r.desk.memo = &memo{} // what was kept is compared by another test
		d, err := r.desk.Dossier(r.t.Context(), id, "")
		if err != nil {
			r.t.Fatal(err)
		}
		if !d.Table.Reconciled() {
			r.t.Fatalf("the figures contradict each other: %+v", d.Table.Checks)
		}
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s %q\n%+v\n%+v\n%+v\n", d.Webinar.State, d.Rule, d.Texts, d.Table.Totals, d.Table.Rows, d.Table.Checks)
		byID := map[string]string{}
		var registrations, people []string
		for _, s := range d.Standings {
			byID[s.ID] = s.FirstName + " " + s.LastName + " " + s.Email
		}
		for _, s := range d.Standings {
			registrations = append(registrations, fmt.Sprintf("%s %s %q of %q %s", byID[s.ID], s.State, s.Reason, byID[s.DuplicateOf], s.SHA256))
		}
		for _, p := range d.Match.Participants {
			line := fmt.Sprintf("%s %s %s as %q %v %v:", p.Name, p.Email, p.State, byID[p.Registration], p.Conflict, p.Reasons)
			for _, a := range p.Persons {
				for _, rec := range a.Records {
					line += fmt.Sprint(" ", rec.Join.Unix(), rec.Leave.Unix())
				}
			}
			people = append(people, line)
		}
		for _, s := range d.Sources {
			fmt.Fprintf(&b, "%s %s\n", s.Name, s.SHA256)
		}
		slices.Sort(registrations)
		slices.Sort(people)
		b.WriteString(strings.Join(registrations, "\n") + "\n" + strings.Join(people, "\n"))
		out = append(out, b.String())
	}
	return out
}

// refusal tells whether the program said no in an officer's words; anything else ends the test.
func (r *randomDesk) refusal(a deed, err error) bool {
	if err == nil {
		return false
	}
	var f *fault.Error
	if !errors.As(err, &f) || f.Code == fault.Internal {
		r.t.Fatalf("%s: %v", a.name, err)
	}
	return true
}

// changes counts the live changes of a webinar.
func (r *randomDesk) changes(webinar int) int {
	list, err := r.desk.Changes(r.t.Context(), r.webinars[webinar])
	if err != nil {
		r.t.Fatal(err)
	}
	n := 0
	for _, c := range list {
		if !c.Undone {
			n++
		}
	}
	return n
}

func sameContent(t *rapid.T, after string, got, want []string) {
	t.Helper()
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("after %s webinar %d is\n%s\nwant\n%s", after, i, got[i], want[i])
		}
	}
}

// TestRandomWork does imports, decisions, settings and undos in any order to several webinars. What is refused changes
// nothing; what is taken back at once leaves every webinar as before; a plan that was overtaken is refused; the figures
// always add up; and whatever was taken back in between, the register is that of the acts that stand.
func TestRandomWork(t *testing.T) {
	if f := flag.Lookup("rapid.checks"); f != nil && f.Value.String() == f.DefValue {
		if err := flag.Set("rapid.checks", "6"); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Value.Set(f.DefValue) })
	}
	const webinars = 2
	names := []string{"registrations", "registrations", "mailed", "meeting", "meeting", "conference", "confirm", "withdraw", "decide", "decide", "walk-in", "staff", "sector", "rule", "text", "undo", "undo", "undo", "overtaken"}
	number := rapid.IntRange(0, 20)
	rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) came {
		from := rapid.IntRange(0, 100).Draw(t, "from")
		return came{rapid.IntRange(0, len(crowd)-1).Draw(t, "who"), from, from + rapid.IntRange(1, 60).Draw(t, "minutes")}
	}), 1, 6)
	chosen := rapid.SliceOfNDistinct(rapid.IntRange(0, len(crowd)-1), 1, 6, rapid.ID[int])
	rapid.Check(t, func(rt *rapid.T) {
		r := newRandomDesk(rt, t.TempDir(), webinars)
		start := make([]int, webinars)
		stand := make([][]deed, webinars) // what stands in each webinar, in its order
		var order []deed                  // what stands, in the order of all
		for i := range start {
			start[i] = r.changes(i)
		}
		last := r.content()
		initial := last
		for n := range rapid.IntRange(4, 22).Draw(rt, "acts") {
			a := deed{n: n, name: rapid.SampledFrom(names).Draw(rt, "act"), webinar: rapid.IntRange(0, webinars-1).Draw(rt, "webinar"), chosen: chosen.Draw(rt, "chosen"), rows: rows.Draw(rt, "rows"), one: number.Draw(rt, "one"), two: number.Draw(rt, "two")}
			switch a.name {
			case "undo":
				if len(stand[a.webinar]) == 0 {
					continue
				}
				if _, err := r.desk.Undo(rt.Context(), r.webinars[a.webinar], ""); err != nil {
					rt.Fatal(err)
				}
				list := stand[a.webinar]
				gone := list[len(list)-1]
				stand[a.webinar] = list[:len(list)-1]
				order = slices.DeleteFunc(order, func(o deed) bool { return o.n == gone.n })
				last = r.content()
			case "overtaken":
				plan, err := r.desk.PlanImport(rt.Context(), r.webinars[a.webinar], []Upload{{Name: "participants.csv", Data: theMeeting(a.rows)}}, ImportOptions{})
				if r.refusal(a, err) {
					continue
				}
				if err := r.desk.SetText(rt.Context(), r.webinars[a.webinar], "summary", "overtaking"); err != nil {
					rt.Fatal(err)
				}
				between := r.content()
				if err := r.desk.CommitImport(rt.Context(), plan); plan.Plan().Writes > 0 && !fault.Is(err, fault.Conflict) {
					rt.Fatalf("a plan that was overtaken: %v", err)
				}
				sameContent(rt, "a plan that was overtaken", r.content(), between)
				if _, err := r.desk.Undo(rt.Context(), r.webinars[a.webinar], ""); err != nil {
					rt.Fatal(err)
				}
				sameContent(rt, "undo", r.content(), last)
			default:
				before := r.changes(a.webinar)
				refused := r.refusal(a, r.do(a))
				now := r.content()
				if r.changes(a.webinar) == before {
					sameContent(rt, a.name+" that wrote nothing", now, last)
					continue
				}
				if refused || r.changes(a.webinar) != before+1 {
					rt.Fatalf("%s: refused %v, and %d changes", a.name, refused, r.changes(a.webinar)-before)
				}
				if _, err := r.desk.Undo(rt.Context(), r.webinars[a.webinar], ""); err != nil {
					rt.Fatal(err)
				}
				sameContent(rt, "undo of "+a.name, r.content(), last)
				if err := r.do(a); err != nil {
					rt.Fatalf("%s done again: %v", a.name, err)
				}
				sameContent(rt, a.name+" done again", r.content(), now)
				order, stand[a.webinar], last = append(order, a), append(stand[a.webinar], a), now
			}
		}
		for i := range stand {
			if n := r.changes(i) - start[i]; n != len(stand[i]) {
				rt.Fatalf("webinar %d has %d changes, %d acts stand", i, n, len(stand[i]))
			}
			for range stand[i] {
				if _, err := r.desk.Undo(rt.Context(), r.webinars[i], ""); err != nil {
					rt.Fatal(err)
				}
			}
		}
		sameContent(rt, "undo of everything", r.content(), initial)
		if report, err := r.desk.Check(rt.Context()); err != nil || len(report.Findings) > 0 {
			rt.Fatalf("%+v, %v", report, err)
		}
		again := newRandomDesk(rt, t.TempDir(), webinars)
		for _, a := range order {
			if err := again.do(a); err != nil {
				rt.Fatalf("%s of the acts that stand: %v", a.name, err)
			}
		}
		sameContent(rt, "the acts that stand alone", again.content(), last)
	})
}
