package report

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/chart"
	"rapporteur/internal/document"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
	"rapporteur/internal/webinar"
)

var start = time.Date(2021, 9, 16, 8, 0, 0, 0, time.UTC)

// facts are those of a small invented webinar: n people from Kosovo* attended, one more is open.
func facts(t *testing.T, n, open int) Facts {
	t.Helper()
	rule, err := attendance.ParseRule("50%")
	if err != nil {
		t.Fatal(err)
	}
	f := Facts{Copy: Internal, Texts: map[string]string{}, Project: webinar.Project{Code: "P-1", KosovoNote: "eu",
		Results: []webinar.Result{{Number: 3, Text: "Policies and strategies"}}}}
	f.Webinar.Rule = "50%"
	f.Webinar.Outline = webinar.Outline{Title: "Seizing evidence", Project: "P-1", Start: start, End: start.Add(time.Hour),
		Zone: "Europe/Belgrade", Language: "en", Capacity: 40, Result: 3, ResultGroups: []string{"fiu"}}
	var result match.Result
	for i := range n + open {
		id := fmt.Sprintf("r%02d", i)
		stay := attendance.Stay{Join: start, Leave: start.Add(50 * time.Minute)}
		p := match.Participant{ID: fmt.Sprintf("a%02d", i), Name: "Shown Name", State: match.Automatic, Registration: id,
			Persons: []attendance.Person{{ID: id, Stays: []attendance.Stay{stay}}}}
		if i >= n {
			p.State, p.Registration = match.Open, ""
		} else {
			f.Standings = append(f.Standings, registration.Standing{State: registration.Confirmed, Registration: registration.Registration{
				ID: id, FirstName: "Zana", LastName: fmt.Sprintf("Invented%02d", i), Organisation: "Police of Kosovo", Country: "Kosovo", Sex: "Female", Sector: "Police", Channel: registration.Website}})
		}
		result.Participants = append(result.Participants, p)
	}
	f.Table, f.Members = breakdown.Compute(breakdown.Input{Webinar: "w", Start: start, End: start.Add(time.Hour), Rule: rule, AsOf: start.Add(48 * time.Hour),
		Standings: f.Standings, Match: result})
	f.Charts = chart.All(f.Table, chart.Options{Zone: time.UTC, At: start})
	return f
}

func text(d document.Document) string {
	var out []string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Heading:
			out = append(out, b.Text)
		case document.Paragraph:
			out = append(out, b.Text)
		case document.List:
			out = append(out, b.Items...)
		case document.Figure:
			out = append(out, b.Caption, b.Alt)
		case document.KeyFacts:
			for _, f := range b.Facts {
				out = append(out, f.Label, f.Value)
			}
		case document.Table:
			out = append(append(out, b.Caption), b.Notes...)
			for _, r := range b.Rows {
				out = append(out, r...)
			}
		}
	}
	return strings.Join(out, "\n")
}

func TestSectionsInOrder(t *testing.T) {
	want := []string{"key_facts", "summary", "context", "programme", "registration", "attendance", "profile", "contribution",
		"conclusions", "dissemination", "method", "annex_sources", "annex_resources", "annex_participants"}
	if got := SectionIDs(); !slices.Equal(got, want) {
		t.Errorf("sections %v, want %v", got, want)
	}
}

func TestSectionsWithoutDataAreLeftOut(t *testing.T) {
	var headings []string
	for _, b := range Build(facts(t, 21, 0)).Blocks {
		if h, ok := b.(document.Heading); ok && h.Level == 1 {
			headings = append(headings, h.Text)
		}
	}
	want := []string{"1  Key facts", "2  Executive summary", "3  Context and Result", "4  Registration", "5  Attendance", "6  Participants' profile",
		"7  Contribution to the Result", "8  Method and data quality", "Annex A  Sources of verification", "Annex B  Participants"}
	if !slices.Equal(headings, want) {
		t.Errorf("headings %q, want %q", headings, want)
	}
}

func TestTheOfficersTextStandsInItsSection(t *testing.T) {
	f := facts(t, 21, 0)
	f.Texts["conclusions"] = "The police of Kosovo\nasked for more.\n\nA second paragraph."
	printed := text(Build(f))
	if !strings.Contains(printed, "Conclusions and follow-up\nThe police of Kosovo* asked for more.\nA second paragraph.") {
		t.Errorf("the text is not where it belongs:\n%s", printed)
	}
}

// Kosovo is never printed without its asterisk, charts included.
func TestKosovoCarriesItsAsterisk(t *testing.T) {
	printed := strings.ReplaceAll(text(Build(facts(t, 21, 1))), "Kosovo*", "")
	if i := strings.Index(printed, "Kosovo"); i >= 0 {
		t.Errorf("without its asterisk: %s", printed[max(0, i-60):i+20])
	}
}

// A surname that is the same word carries none.
func TestSurnamesCarryNoAsterisk(t *testing.T) {
	f := facts(t, 21, 0)
	f.Standings[0].LastName, f.Members[0].Standing.LastName = "Kosova", "Kosova"
	if printed := text(Build(f)); !strings.Contains(printed, "Kosova, Zana") {
		t.Error("a person's name was changed")
	}
}

func TestResultComesFromTheOutline(t *testing.T) {
	printed := text(Build(facts(t, 21, 0)))
	if !strings.Contains(printed, "Result 3 of the project: Policies and strategies.") || strings.Contains(printed, "Result 7") {
		t.Error("the Result is not the outline's")
	}
}

func TestNoPercentagesOnASmallBase(t *testing.T) {
	small, large := text(Build(facts(t, 19, 0))), text(Build(facts(t, 20, 0)))
	if strings.Contains(strings.ReplaceAll(small, "50%", ""), "\u00a0%") {
		t.Error("a percentage on a base of 19")
	}
	if !strings.Contains(large, "100.0\u00a0%") {
		t.Error("no percentage on a base of 20")
	}
}

func TestNobodyAttended(t *testing.T) {
	if printed := text(Build(facts(t, 0, 0))); !strings.Contains(printed, "Nobody attended under the rule.") {
		t.Error("an empty webinar does not say so")
	}
}

func TestDonorCopyListsInstitutionsOnly(t *testing.T) {
	f := facts(t, 21, 0)
	f.Copy = Donor
	printed := text(Build(f))
	if strings.Contains(printed, "Invented") || !strings.Contains(printed, "Annex B  Institutions\nPolice of Kosovo*") {
		t.Error("the donor copy is not as it should be")
	}
}

func TestLint(t *testing.T) {
	errors := func(f Facts) (n int) {
		for _, x := range Lint(f) {
			if x.Error {
				n++
			}
		}
		return n
	}
	if n := errors(facts(t, 21, 0)); n != 0 {
		t.Fatalf("%d errors in a sound report", n)
	}
	for name, spoil := range map[string]func(*Facts){
		"a broken identity":  func(f *Facts) { f.Table.Checks[0].OK = false },
		"an open match":      func(f *Facts) { f.Table.Totals.JoinedOpen = 1 },
		"a conflict":         func(f *Facts) { f.Members[0].Participant.Conflict = true },
		"an undecided state": func(f *Facts) { f.Table.Totals.Submitted = 1 },
		"no attendance":      func(f *Facts) { f.Members = nil },
		"no Result":          func(f *Facts) { f.Webinar.Outline.Result = 0 },
	} {
		f := facts(t, 21, 0)
		spoil(&f)
		if errors(f) != 1 {
			t.Errorf("%s: %d errors, want 1", name, errors(f))
		}
	}
	f := facts(t, 21, 0)
	f.Texts["conclusions"] = "Seven countries took part."
	if found := Lint(f); !slices.ContainsFunc(found, func(x Finding) bool { return x.Message == "Write project countries/area." }) {
		t.Errorf("findings %v", found)
	}
}

// The people behind a figure are as many as the figure says.
func TestExplainGivesTheFigure(t *testing.T) {
	f := facts(t, 21, 2)
	for figure, want := range map[string]int{
		"joined": f.Table.Totals.Joined, "attended": f.Table.Totals.Attended, "attended_confirmed": f.Table.Totals.AttendedConfirmed,
		"attended_registered": f.Table.Totals.AttendedRegistered, "walk_ins": f.Table.Totals.WalkIns, "open": f.Table.Totals.Open,
		"short": f.Table.Totals.Short, "staff": 0, "unidentified": 0, "sector/police": 21, "beneficiary/XK": 21, "sex/women": 21, "sex/not_stated": 2, "group/fiu": 0,
	} {
		table, ok := Explain(f, figure)
		if !ok || len(table.Rows) != want {
			t.Errorf("%s: %d people, want %d", figure, len(table.Rows), want)
		}
	}
	for _, none := range []string{"", "nothing", "colour/red"} {
		if _, ok := Explain(f, none); ok {
			t.Errorf("%q is explained", none)
		}
	}
}

// Every total opens as many people or registrations as it counts.
func TestEveryTotalOpens(t *testing.T) {
	f := mixed(t)
	totals := reflect.ValueOf(f.Table.Totals)
	for i := range totals.NumField() {
		name := totals.Type().Field(i).Tag.Get("json")
		e, ok := Behind(f, name)
		if want := int(totals.Field(i).Int()); !ok || len(e.Members)+len(e.Standings) != want {
			t.Errorf("%s: %d behind it, want %d (known: %v)", name, len(e.Members)+len(e.Standings), want, ok)
		}
	}
}

// mixed are facts in which every class of the attendance has somebody: a short stay, a walk-in, an open one, one who was
// not confirmed, staff and a device.
func mixed(t *testing.T) Facts {
	t.Helper()
	f := facts(t, 21, 2)
	result := match.Result{}
	for _, m := range f.Members {
		result.Participants = append(result.Participants, m.Participant)
	}
	p := result.Participants
	p[0].Persons[0].Stays[0].Leave = start.Add(time.Minute)
	p[1].State, p[1].Registration = match.WalkIn, ""
	p[2].State = match.Decided
	p[3].State, p[3].Registration = match.Staff, ""
	p[4].State, p[4].Registration = match.Unidentified, ""
	f.Standings[5].State, f.Standings[6].Sex, f.Standings[7].Country, f.Standings[8].Sector = registration.Waiting, "Male", "Romania", "FIU"
	rule, err := attendance.ParseRule("50%")
	if err != nil {
		t.Fatal(err)
	}
	f.Table, f.Members = breakdown.Compute(breakdown.Input{Webinar: "w", Start: start, End: start.Add(time.Hour), Rule: rule, Standings: f.Standings, Match: result})
	return f
}

func TestPeopleComeByName(t *testing.T) {
	f := facts(t, 3, 0)
	for i, name := range []string{"Žarko", "Zana", "Čedomir"} {
		f.Members[i].Participant.Name = name
	}
	e, _ := Behind(f, "attended")
	var names []string
	for _, m := range e.Members {
		names = append(names, m.Participant.Name)
	}
	if want := []string{"Čedomir", "Zana", "Žarko"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}

// Each number of the screen's tables opens that many people, and the sums are those of the table.
func TestGridsOpen(t *testing.T) {
	f := mixed(t)
	grids := Grids(f)
	for _, g := range grids {
		for _, r := range g.Rows {
			if len(r.Cells) != len(g.Columns) {
				t.Fatalf("%s, %s: %d cells under %d columns", g.ID, r.Title, len(r.Cells), len(g.Columns))
			}
			for _, c := range r.Cells {
				if e, ok := Behind(f, c.Figure); !ok || len(e.Members) != c.N {
					t.Errorf("%s: %s is %d, behind it are %d", g.ID, c.Figure, c.N, len(e.Members))
				}
			}
		}
	}
	last := func(g Grid) GridCell { cells := g.Rows[len(g.Rows)-1].Cells; return cells[len(cells)-1] }
	if got := last(grids[0]); got.N != f.Table.Totals.Attended || got.Figure != "cell///" {
		t.Errorf("the sum of %s is %+v, attended are %d", grids[0].ID, got, f.Table.Totals.Attended)
	}
	if got := last(grids[len(grids)-1]); got.N != 1 {
		t.Errorf("one from a financial intelligence unit attended, the groups say %d", got.N)
	}
	if !strings.Contains(fmt.Sprint(grids[0].Rows), "Kosovo*") {
		t.Error("Kosovo* lacks its asterisk")
	}
}

func TestFindingsSayWhereTheyAreMended(t *testing.T) {
	f := mixed(t)
	f.Table.Checks[0].OK, f.Webinar.Outline.Result, f.Table.Totals.Submitted = false, 0, 1
	f.Webinar.Outline.Problems = []webinar.Problem{{Field: "capacity", Message: "There is none."}}
	f.Texts["summary"] = "All seven countries came."
	want := map[string]bool{"outline": true, "registrations": true, "match": true, "breakdown": true, "report": true}
	for _, x := range Lint(f) {
		if x.Step == "" {
			t.Errorf("%q leads nowhere", x.Message)
		}
		delete(want, x.Step)
	}
	if len(want) > 0 {
		t.Errorf("nothing leads to %v", want)
	}
}

func TestSameFactsSameDocument(t *testing.T) {
	if !reflect.DeepEqual(Build(facts(t, 21, 1)), Build(facts(t, 21, 1))) || !reflect.DeepEqual(Annex(facts(t, 21, 1)), Annex(facts(t, 21, 1))) {
		t.Error("two documents differ")
	}
}
