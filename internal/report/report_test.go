package report

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
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
			out = append(out, strings.TrimSpace(b.Number+" "+b.Text))
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
	want := []string{"key_facts", "summary", "context", "programme", "registration", "attendance", "profile", "engagement", "contribution",
		"conclusions", "dissemination", "method", "annex_sources", "annex_outline", "annex_resources", "annex_acronyms", "annex_participants"}
	if got := SectionIDs(); !slices.Equal(got, want) {
		t.Errorf("sections %v, want %v", got, want)
	}
}

func TestSectionsWithoutDataAreLeftOut(t *testing.T) {
	var headings []string
	for _, b := range Build(facts(t, 21, 0)).Blocks {
		if h, ok := b.(document.Heading); ok && h.Level == 1 {
			headings = append(headings, h.Number+" "+h.Text)
		}
	}
	want := []string{"1 Key facts", "2 Executive summary", "3 Context and Result", "4 Registration", "5 Attendance", "6 Participants' profile",
		"7 Contribution to the Result", "8 Method and data quality", "Annex A Acronyms", "Annex B Participants"}
	if !slices.Equal(headings, want) {
		t.Errorf("headings %q, want %q", headings, want)
	}
}

func TestTheOfficersTextStandsInItsSection(t *testing.T) {
	f := facts(t, 21, 0)
	f.Texts["conclusions"] = "The police of Kosovo\nasked for more.\n\nA second paragraph."
	printed := text(Build(f))
	if !strings.Contains(printed, "8 Conclusions and follow-up\nThe police of Kosovo* asked for more.\nA second paragraph.") {
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

// A speaker's surname carries none either, in the outline's running text and in an officer's; the place beside it does.
func TestSpeakersNamesCarryNoAsterisk(t *testing.T) {
	f := facts(t, 21, 0)
	f.Webinar.Outline.Speakers = []webinar.Speaker{{Name: "Valon KOSOVA", Organisation: "Police of Kosova"}}
	f.Webinar.Outline.Rows = []webinar.Row{{Label: "Speakers", Text: "Valon KOSOVA, Director, Police of Kosova."}}
	f.Texts["conclusions"] = "Valon Kosova thanked the Police of Kosova."
	printed := text(Build(f))
	for _, want := range []string{"Valon KOSOVA, Director, Police of Kosova*.", "Valon Kosova thanked the Police of Kosova*."} {
		if !strings.Contains(printed, want) {
			t.Errorf("%q is not printed", want)
		}
	}
}

// Every form of the designation that can be printed calls the footnote, and one page prints it once.
func TestEveryFormCallsTheFootnote(t *testing.T) {
	notes := Build(facts(t, 1, 0)).Footnotes
	if len(notes) != 1 {
		t.Fatalf("%d footnotes of one text", len(notes))
	}
	trigger := regexp.MustCompile(notes[0].Trigger)
	for _, form := range []string{"Kosovo", "KOSOVO", "Kosova", "Kosovë", "KOSOVËS", "na Kosovu", "Косово", "КОСОВА", "Kosovo *", "Kosovo (*)"} {
		if printed := (&writer{}).print(form); !trigger.MatchString(printed) {
			t.Errorf("%q calls no footnote", printed)
		}
	}
	for _, plain := range []string{"Kosovac*", "Serbia*", "Kosovo declaration", "2 * 3", ""} {
		if trigger.MatchString(plain) {
			t.Errorf("%q calls the footnote", plain)
		}
	}
}

func TestResultComesFromTheOutline(t *testing.T) {
	printed := text(Build(facts(t, 21, 0)))
	if !strings.Contains(printed, "Result 3 of the project: Policies and strategies.") || strings.Contains(printed, "Result 7") {
		t.Error("the Result is not the outline's")
	}
}

// The coverage table stands in a report on a Result that is about the four groups: the outline or the project says so.
func TestCoverageTable(t *testing.T) {
	all := "Cooperation between cybercrime units, financial investigation units, financial intelligence units and authorities for judicial cooperation"
	for name, c := range map[string]struct {
		groups []string
		text   string
		want   bool
	}{"the outline names them": {[]string{"fiu"}, "Policies", true}, "the project's text does": {nil, all, true}, "neither does": {nil, "Policies of financial intelligence units", false}} {
		f := facts(t, 21, 0)
		f.Webinar.Outline.ResultGroups, f.Project.Results[0].Text = c.groups, c.text
		found := false
		for _, b := range Build(f).Blocks {
			if table, ok := b.(document.Table); ok && table.ID == "result_groups" {
				found = true
				if len(table.Rows) != 10 || len(table.Columns) != 6 {
					t.Errorf("%s: %d rows of %d columns", name, len(table.Rows), len(table.Columns))
				}
			}
		}
		if found != c.want {
			t.Errorf("%s: the table is there: %v", name, found)
		}
	}
}

func TestNoPercentagesOnASmallBase(t *testing.T) {
	small, large := text(Build(facts(t, 19, 0))), text(Build(facts(t, 20, 0)))
	if strings.Contains(regexp.MustCompile(`[1357][05]\x{a0}%`).ReplaceAllString(small, "the rule"), "\u00a0%") {
		t.Error("a percentage on a base of 19")
	}
	if !strings.Contains(large, "100.0\u00a0%") {
		t.Error("no percentage on a base of 20")
	}
}

func TestNobodyAttended(t *testing.T) {
	f := facts(t, 3, 0)
	rule, err := attendance.ParseRule("60min")
	if err != nil {
		t.Fatal(err)
	}
	f.Table, f.Members = breakdown.Compute(breakdown.Input{Webinar: "w", Start: start, End: start.Add(time.Hour), Rule: rule, Standings: f.Standings, Match: resultOf(f)})
	if printed := text(Build(f)); !strings.Contains(printed, "Nobody attended under the rule.") || !strings.Contains(printed, "60 minutes") || strings.Contains(printed, "60min") {
		t.Errorf("a webinar of short stays does not say so:\n%s", printed)
	}
}

// resultOf gives the match behind the members.
func resultOf(f Facts) (r match.Result) {
	for _, m := range f.Members {
		r.Participants = append(r.Participants, m.Participant)
	}
	return r
}

// Before an attendance file is imported nothing is said of who was there: no figure, no chart, no table of nought.
func TestAttendanceNotKnownYet(t *testing.T) {
	f := facts(t, 30, 0)
	f.Table, f.Members = breakdown.Compute(breakdown.Input{Webinar: "w", Start: start, End: start.Add(time.Hour), Standings: f.Standings})
	d := Build(f)
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Figure:
			t.Errorf("there is a figure: %s", b.Caption)
		case document.Table:
			if len(b.Rows) == 0 {
				t.Errorf("there is a table without rows: %s", b.Caption)
			}
		}
	}
	for _, sheet := range Annex(f) {
		for _, table := range sheet.Tables {
			for _, row := range table.Rows {
				if strings.HasPrefix(row[0], "Joined") || strings.HasPrefix(row[0], "Attended") || len(table.Rows) == 0 {
					t.Errorf("the annex has a row %q", row)
				}
			}
		}
	}
	printed := text(d)
	for _, word := range []string{"joined, and", "no-shows", "Attendance rate", "women"} {
		if strings.Contains(strings.ReplaceAll(printed, "no-shows among them", ""), word) {
			t.Errorf("the report says %q", word)
		}
	}
	if !strings.Contains(printed, "No attendance file has been imported yet.") || !strings.Contains(printed, "30 persons registered and 30 were confirmed.") {
		t.Errorf("the report does not say what is known:\n%s", printed)
	}
}

func TestDonorCopyListsInstitutionsOnly(t *testing.T) {
	f := facts(t, 21, 0)
	f.Copy = Donor
	printed := text(Build(f))
	if strings.Contains(printed, "Invented") || !strings.Contains(printed, "Annex B Institutions\nThose who attended came from 1 institution.\nPolice of Kosovo*") {
		t.Error("the donor copy is not as it should be")
	}
}

// The donor's annex holds the two-way tables and no cell of three.
func TestDonorAnnexHoldsTwoWayTables(t *testing.T) {
	f := facts(t, 21, 0)
	sheets := func() (names []string) {
		for _, s := range Annex(f) {
			names = append(names, s.Name)
		}
		return names
	}
	if names := sheets(); !slices.Contains(names, "Breakdown") || !slices.Contains(names, "Participants") {
		t.Errorf("internal sheets %v", names)
	}
	f.Copy = Donor
	names := sheets()
	for _, want := range []string{"Sector by country-area", "Sector by sex", "Country-area by sex", "Institutions"} {
		if !slices.Contains(names, want) {
			t.Errorf("the donor's annex lacks the sheet %s", want)
		}
	}
	if slices.Contains(names, "Breakdown") || slices.Contains(names, "Participants") {
		t.Errorf("donor sheets %v", names)
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
	f.Members[0].Participant.Late = true
	if n := errors(f); n != 0 || !slices.ContainsFunc(Lint(f), func(x Finding) bool { return x.Figure == "late" && strings.HasPrefix(x.Message, "1 walk-in may") }) {
		t.Errorf("a walk-in with a later registration: %d errors, findings %v", n, Lint(f))
	}
	unheld := func(state webinar.State) bool {
		f.Webinar.State = state
		return slices.ContainsFunc(Lint(f), func(x Finding) bool {
			return x.Step == "outline" && strings.Contains(x.Message, "not marked as held") && !x.Error
		})
	}
	for state, want := range map[webinar.State]bool{webinar.Planned: true, webinar.Postponed: true, webinar.Held: false, webinar.Closed: false} {
		if unheld(state) != want {
			t.Errorf("attendance of a %s webinar: remark %t, want %t", state, !want, want)
		}
	}
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
		"submissions": f.Table.Totals.Submissions, "confirmed": f.Table.Totals.Confirmed, "no_shows": f.Table.Totals.NoShows, "waiting": 0,
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

// Every table of the report stands in the annex, row by row.
func TestAnnexHoldsEveryTable(t *testing.T) {
	f := facts(t, 21, 1)
	annexed := map[string]document.Table{}
	for _, sheet := range Annex(f) {
		for _, table := range sheet.Tables {
			annexed[table.ID] = table
		}
		if last := sheet.Tables[len(sheet.Tables)-1]; !slices.Contains(last.Notes, "Internal – contains names") {
			t.Errorf("the sheet %s does not say that it is internal", sheet.Name)
		}
	}
	tables := 0
	for _, b := range Build(f).Blocks {
		if table, ok := b.(document.Table); ok {
			tables++
			if other := annexed[table.ID]; !reflect.DeepEqual(table.Rows, other.Rows) || !reflect.DeepEqual(table.Columns, other.Columns) {
				t.Errorf("the table %s of the report and of the annex differ", table.ID)
			}
		}
	}
	if tables < 8 {
		t.Errorf("%d tables are too few to prove anything", tables)
	}
}

// Every term of a check and every number in the table of a chart opens as many people or registrations as it counts; a
// side of a check, and the rate, open the figures they are made of.
func TestEveryTermOpens(t *testing.T) {
	f := mixed(t)
	opens := func(figure string, n int) {
		t.Helper()
		if e, ok := Behind(f, figure); !ok || len(e.Members)+len(e.Standings) != n {
			t.Errorf("%s: %d behind it, want %d (known: %v)", figure, len(e.Members)+len(e.Standings), n, ok)
		}
	}
	for i, c := range f.Table.Checks {
		for side, terms := range map[string][]breakdown.Term{"left": c.LeftTerms, "right": c.RightTerms} {
			name := fmt.Sprintf("check/%d/%s", i+1, side)
			sum := 0
			for _, term := range terms {
				opens(term.Figure, term.N)
				sum += term.N
			}
			if e, ok := Behind(f, name); !ok || e.Value != strconv.Itoa(sum) || !reflect.DeepEqual(e.Terms, terms) {
				t.Errorf("%s: %+v, want %d", name, e, sum)
			}
			if table, ok := Explain(f, name); !ok || len(terms) > 0 && len(table.Rows) != len(terms)+1 {
				t.Errorf("%s is explained by %d rows", name, len(table.Rows))
			}
		}
	}
	numbers := 0
	for _, c := range chart.All(f.Table, chart.Options{}) {
		for r, row := range c.Table.Figures {
			for i, figure := range row {
				if figure != "" {
					numbers++
					opens(figure, int(*c.Table.Numbers[r][i]))
				}
			}
		}
	}
	at := slices.IndexFunc(f.Members, func(m breakdown.Member) bool { return m.Joined && m.Standing != nil && m.Profile.Contradiction == "" })
	f.Members[at].Profile.Contradiction, f.Members[at].Participant.Conflict = "police", true
	opens("contradictions", len(f.Table.Contradictions)+1)
	opens("conflicts", 1)
	f.Webinar.Outline.Capacity = 5
	if e, _ := Behind(f, "over_limit"); len(e.Standings) != f.Table.Totals.Confirmed-5 {
		t.Errorf("%d are over a limit of 5", len(e.Standings))
	}
	if numbers < 100 {
		t.Errorf("%d numbers are too few to prove anything", numbers)
	}
	n := f.Table.Totals
	if e, ok := Behind(f, "rate"); !ok || e.Sign != "÷" || e.Terms[0].N != n.AttendedConfirmed || e.Terms[1].N != n.Confirmed {
		t.Errorf("the rate is %+v", e)
	}
	for _, none := range []string{"check/0/left", "check/99/left", "check/1/middle", "check/x/left", "present/noon"} {
		if _, ok := Behind(f, none); ok {
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
// not confirmed, staff and a device; and of the registrations duplicates, barred ones with and without another, a declined one.
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
	for i, s := range []registration.Standing{
		{State: registration.Duplicate, DuplicateOf: f.Standings[9].ID}, {State: registration.Duplicate, DuplicateOf: f.Standings[10].ID},
		{State: registration.Barred, DuplicateOf: f.Standings[10].ID}, {State: registration.Barred}, {State: registration.Declined},
	} {
		s.ID, s.FirstName, s.LastName = fmt.Sprintf("s%02d", i), "Besa", fmt.Sprintf("Fictional%02d", i)
		f.Standings = append(f.Standings, s)
	}
	rule, err := attendance.ParseRule("50%")
	if err != nil {
		t.Fatal(err)
	}
	f.Table, f.Members = breakdown.Compute(breakdown.Input{Webinar: "w", Start: start, End: start.Add(time.Hour), Rule: rule, Standings: f.Standings, Match: result})
	if !f.Table.Reconciled() {
		t.Fatalf("%+v", f.Table.Checks)
	}
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

// TestDeclaredIsSaid: who counts by a list's word is counted apart, said in the attendance, in the method and in the annex,
// and stands in no figure of time; where there is nobody of the kind, nothing is said.
func TestDeclaredIsSaid(t *testing.T) {
	f := facts(t, 3, 0)
	if strings.Contains(text(Build(f)), "declared by a list") {
		t.Error("nobody is declared, and it is said")
	}
	result := match.Result{}
	for i, m := range f.Members {
		if i == 0 {
			m.Participant.Persons = []attendance.Person{{ID: "d", Declared: true}}
		}
		result.Participants = append(result.Participants, m.Participant)
	}
	f.Table, f.Members = breakdown.Compute(breakdown.Input{Webinar: "w", Start: start, End: start.Add(time.Hour), Rule: attendance.Rule{Percent: 50},
		AsOf: start, Standings: f.Standings, Match: result})
	said := text(Build(f))
	for _, part := range []string{"is declared by a list that says who was there and not how long", "attendance is declared by a hand-made list, without times",
		"or declared by a list", "count under every rule: 1 participant"} {
		if !strings.Contains(said, part) {
			t.Errorf("the report does not say %q", part)
		}
	}
	for figure, want := range map[string]int{"attended_declared": 1, "attended_by_presence": 2, "attended": 3} {
		if e, ok := Behind(f, figure); !ok || len(e.Members) != want {
			t.Errorf("%s: %d people, want %d", figure, len(e.Members), want)
		}
	}
	found := false
	for _, sheet := range Annex(f) {
		for _, table := range sheet.Tables {
			for _, row := range table.Rows {
				found = found || row[0] == "Attended, declared by a list without times" && row[1] == "1"
			}
		}
	}
	if !found {
		t.Error("the annex does not count them")
	}
}

// Each reason for which registrations were barred is named with its own number, and what was cancelled on the platform is
// not said to have come otherwise than through the website.
func TestBarredByReason(t *testing.T) {
	f := facts(t, 12, 0)
	for i, channel := range []registration.Channel{registration.Email, registration.Other, registration.Ended, registration.Website} {
		f.Standings = append(f.Standings, registration.Standing{State: registration.Barred, Registration: registration.Registration{
			ID: fmt.Sprintf("barred%d", i), FirstName: "Besa", LastName: fmt.Sprintf("Fictional%02d", i), Channel: channel}})
	}
	f.Table, f.Members = breakdown.Compute(breakdown.Input{Webinar: "w", Start: start, End: start.Add(time.Hour), Standings: f.Standings})
	printed := text(Build(f))
	for _, want := range []string{"2 submissions that did not come through the website", "1 submission that the platform lists as cancelled or refused", "1 without acceptance"} {
		if !strings.Contains(printed, want) {
			t.Errorf("the report does not say %q:\n%s", want, printed)
		}
	}
}
