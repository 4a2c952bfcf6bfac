package chart_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/chart"
	"rapporteur/internal/document"
	"rapporteur/internal/sector"
)

var update = flag.Bool("update", false, "write the expected files anew")

func bucharest(t testing.TB) chart.Options {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Bucharest")
	if err != nil {
		t.Fatal(err)
	}
	return chart.Options{Zone: zone, At: start}
}

func tables() map[string]breakdown.Table {
	return map[string]breakdown.Table{"full": full(), "single": single(), "empty": {}}
}

// charts by id.
func charts(t breakdown.Table, o chart.Options) map[string]chart.Chart {
	out := map[string]chart.Chart{}
	for _, c := range chart.All(t, o) {
		out[c.ID] = c
	}
	return out
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at it and run with -update\n%s", file, got)
	}
}

func TestCharts(t *testing.T) {
	for name, table := range tables() {
		var words strings.Builder
		for _, c := range chart.All(table, bucharest(t)) {
			fmt.Fprintf(&words, "%s (%d × %d): %s\n%s\n", c.ID, c.Width, c.Height, c.Title, c.Alt)
			for _, row := range c.Table.Rows {
				fmt.Fprintf(&words, "  %s\n", strings.Join(row, " | "))
			}
			for _, note := range c.Table.Notes {
				fmt.Fprintf(&words, "  %s\n", note)
			}
			words.WriteByte('\n')
			var readable bytes.Buffer
			if err := json.Indent(&readable, c.Option, "", " "); err != nil {
				t.Fatal(err)
			}
			readable.WriteByte('\n')
			golden(t, fmt.Sprintf("testdata/%s-%s.json", name, c.ID), readable.Bytes())
		}
		golden(t, "testdata/"+name+".txt", []byte(words.String()))
	}
}

func TestPrintedOrder(t *testing.T) {
	var ids []string
	for _, c := range chart.All(breakdown.Table{}, chart.Options{}) {
		ids = append(ids, c.ID)
	}
	if want := []string{chart.Funnel, chart.Concurrent, chart.Sectors, chart.Beneficiaries}; !slices.Equal(ids, want) {
		t.Errorf("%v, want %v", ids, want)
	}
}

// series reads the values out of an option as ECharts would.
func series(t testing.TB, option []byte) map[string][]int {
	t.Helper()
	var o struct {
		Series []struct {
			Name string
			Data []any
		}
	}
	if err := json.Unmarshal(option, &o); err != nil {
		t.Fatal(err)
	}
	out := map[string][]int{}
	for _, s := range o.Series {
		for _, d := range s.Data {
			if m, ok := d.(map[string]any); ok {
				d = m["value"]
			}
			if d != nil { // the end of the time axis bears no value
				out[s.Name] = append(out[s.Name], int(d.(float64)))
			}
		}
	}
	return out
}

// column reads the numbers behind a column of a data table, without its last rows.
func column(t testing.TB, table document.Table, title string, without int) []int {
	t.Helper()
	c := slices.IndexFunc(table.Columns, func(c document.Column) bool { return c.Title == title })
	if c < 0 {
		t.Fatalf("table %s has no column %s", table.ID, title)
	}
	var out []int
	for r := range table.Rows[:len(table.Rows)-without] {
		n := table.Numbers[r][c]
		if n == nil || strconv.Itoa(int(*n)) != table.Rows[r][c] {
			t.Fatalf("table %s, row %d: %q is printed over %v", table.ID, r, table.Rows[r][c], n)
		}
		out = append(out, int(*n))
	}
	return out
}

// Whatever the figures: option, words and table say the same, and what the breakdown says.
func TestNumbersAgree(t *testing.T) {
	options := bucharest(t)
	rapid.Check(t, func(r *rapid.T) {
		table := drawn(r)
		made := charts(table, options)
		n := table.Totals

		funnel := []int{n.Persons, n.Confirmed, n.JoinedConfirmed, n.AttendedConfirmed}
		agree(t, made[chart.Funnel], "Persons", funnel, column(t, made[chart.Funnel].Table, "Persons", 4))
		for _, v := range append(funnel, n.Submissions, n.Attended) {
			says(t, made[chart.Funnel], strconv.Itoa(v))
		}

		var groups []int
		for _, g := range sector.Groups() {
			v := sumOf(table, func(row breakdown.Row) bool { return row.Sector == string(g) })
			groups = append(groups, v)
			says(t, made[chart.Sectors], fmt.Sprintf("%s %d", g.Title(), v))
		}
		agree(t, made[chart.Sectors], "Attended", groups, column(t, made[chart.Sectors].Table, "Attended", 1))

		c := made[chart.Beneficiaries]
		for _, s := range breakdown.Sexes() {
			name := map[string]string{"women": "Women", "men": "Men", "other": "Other", "not_stated": "Not stated"}[string(s)]
			var parts []int
			for _, b := range beneficiary.Rows() {
				parts = append(parts, sumOf(table, func(row breakdown.Row) bool { return row.Beneficiary == string(b) && row.Sex == string(s) }))
			}
			if _, shown := series(t, c.Option)[name]; !shown && s == "other" && slices.Max(parts) == 0 {
				continue
			}
			agree(t, c, name, parts, column(t, c.Table, name, 1))
		}
		for _, b := range beneficiary.Rows() {
			v := sumOf(table, func(row breakdown.Row) bool { return row.Beneficiary == string(b) })
			says(t, c, fmt.Sprintf("%s %d", beneficiary.Name(b, start), v))
		}
		for _, id := range []string{chart.Sectors, chart.Beneficiaries} {
			last := made[id].Table.Numbers[len(made[id].Table.Numbers)-1]
			if !made[id].Table.Total || int(*last[1]) != n.Attended {
				t.Errorf("%s: the table's sum is not the attended", id)
			}
		}

		var present []int
		for _, m := range table.Minutes {
			present = append(present, m.Present)
		}
		agree(t, made[chart.Concurrent], "Present", present, column(t, made[chart.Concurrent].Table, "Present", 0))
		if len(present) > 0 && slices.Max(present) > 0 {
			says(t, made[chart.Concurrent], fmt.Sprintf("Most at once: %d,", slices.Max(present)))
		}
	})
}

func agree(t testing.TB, c chart.Chart, name string, want, table []int) {
	t.Helper()
	if got := series(t, c.Option)[name]; !slices.Equal(got, want) {
		t.Errorf("%s: the chart shows %v for %s, not %v", c.ID, got, name, want)
	}
	if !slices.Equal(table, want) {
		t.Errorf("%s: the table shows %v for %s, not %v", c.ID, table, name, want)
	}
}

func says(t testing.TB, c chart.Chart, words string) {
	t.Helper()
	if !strings.Contains(c.Alt, words) {
		t.Errorf("%s: %q is not said in: %s", c.ID, words, c.Alt)
	}
}

func sumOf(t breakdown.Table, of func(breakdown.Row) bool) int {
	n := 0
	for _, r := range t.Rows {
		if of(r) {
			n += r.Attended
		}
	}
	return n
}

// drawn is any table whose totals fit its rows.
func drawn(r *rapid.T) breakdown.Table {
	var t breakdown.Table
	for range rapid.IntRange(0, 60).Draw(r, "attended") {
		add(&t, string(rapid.SampledFrom(sector.Groups()).Draw(r, "sector")),
			string(rapid.SampledFrom(beneficiary.Rows()).Draw(r, "beneficiary")), rapid.SampledFrom(breakdown.Sexes()).Draw(r, "sex"))
	}
	n := &t.Totals
	n.AttendedConfirmed = rapid.IntRange(0, n.Attended).Draw(r, "attended confirmed")
	n.WalkIns = n.Attended - n.AttendedConfirmed
	n.JoinedConfirmed = n.AttendedConfirmed + rapid.IntRange(0, 40).Draw(r, "short")
	n.Confirmed = n.JoinedConfirmed + rapid.IntRange(0, 40).Draw(r, "no-shows")
	n.Persons = n.Confirmed + rapid.IntRange(0, 40).Draw(r, "others")
	n.Submissions = n.Persons + rapid.IntRange(0, 9).Draw(r, "duplicates")
	for m, present := range rapid.SliceOfN(rapid.IntRange(0, 300), 0, 200).Draw(r, "present") {
		t.Minutes = append(t.Minutes, breakdown.Minute{Start: start.Add(time.Duration(m) * time.Minute), Present: present})
	}
	return t
}

var percentage = regexp.MustCompile("[0-9][ \u00a0]%")

func TestShares(t *testing.T) {
	made := charts(full(), bucharest(t))
	sum := 0.0
	for _, row := range made[chart.Sectors].Table.Rows[:6] {
		share, err := strconv.ParseFloat(strings.TrimRight(row[2], "\u00a0 %"), 64)
		if err != nil {
			t.Fatal(err)
		}
		sum += share
		says(t, made[chart.Sectors], row[1]+" ("+row[2]+")")
	}
	if fmt.Sprintf("%.1f", sum) != "100.0" {
		t.Errorf("the shares add up to %v", sum)
	}
	for name, table := range map[string]breakdown.Table{"single": single(), "empty": {}} {
		for _, c := range chart.All(table, bucharest(t)) {
			if percentage.Match(c.Option) || strings.Contains(c.Alt, "%") {
				t.Errorf("%s, %s: a percentage on a base under 20", name, c.ID)
			}
		}
	}
}

// The option is data for JSON.parse: sorted, without code, and the same every time.
func TestOptionIsData(t *testing.T) {
	for name, table := range tables() {
		first, second := chart.All(table, bucharest(t)), chart.All(table, bucharest(t))
		for i, c := range first {
			if !bytes.Equal(c.Option, second[i].Option) || c.Alt != second[i].Alt {
				t.Errorf("%s, %s: made twice, differs", name, c.ID)
			}
			for _, mark := range []string{"__f__", "function", "=>", "<", "rgba", "toolbox", "http"} {
				if bytes.Contains(c.Option, []byte(mark)) {
					t.Errorf("%s, %s: the option holds %q", name, c.ID, mark)
				}
			}
			var any map[string]any
			if err := json.Unmarshal(c.Option, &any); err != nil {
				t.Fatal(err)
			}
			if again, err := json.Marshal(any); err != nil || !bytes.Equal(again, c.Option) {
				t.Errorf("%s, %s: the keys are not sorted (%v)", name, c.ID, err)
			}
			if any["animation"] != false {
				t.Errorf("%s, %s: moves", name, c.ID)
			}
		}
	}
}

func TestKosovoBearsItsAsterisk(t *testing.T) {
	c := charts(full(), bucharest(t))[chart.Beneficiaries]
	for where, text := range map[string]string{"option": string(c.Option), "words": c.Alt, "table": fmt.Sprint(c.Table.Rows)} {
		if n := strings.Count(text, "Kosovo"); n == 0 || n != strings.Count(text, "Kosovo*") {
			t.Errorf("%s: Kosovo* stands there %d times, not always with its asterisk", where, n)
		}
	}
}

func TestClockTimes(t *testing.T) {
	for _, c := range []struct {
		zone, first, named string
		at                 time.Time
	}{
		{"Europe/Bucharest", "11:00", "Europe/Bucharest (UTC+03:00)", start},
		{"Europe/Bucharest", "11:00", "Europe/Bucharest (UTC+02:00)", time.Date(2020, 12, 3, 9, 0, 0, 0, time.UTC)},
		{"UTC", "08:00", "UTC.", start},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		table := breakdown.Table{Minutes: []breakdown.Minute{{Start: c.at, Present: 1}}}
		made := charts(table, chart.Options{Zone: zone})[chart.Concurrent]
		if made.Table.Rows[0][0] != c.first || !strings.Contains(made.Alt, c.named) || !strings.Contains(string(made.Option), c.named) {
			t.Errorf("%s: %v, %s", c.zone, made.Table.Rows[0], made.Alt)
		}
	}
	if made := charts(single(), chart.Options{})[chart.Concurrent]; made.Table.Rows[0][0] != "08:00" {
		t.Errorf("without a zone: %v, not UTC", made.Table.Rows[0])
	}
}
