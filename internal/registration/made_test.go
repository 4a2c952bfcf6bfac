package registration_test

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
	"rapporteur/internal/tabular/xlstest"
)

// Exports made up of invented people, so that what must be read is known by construction.

// who is an invented person with what they answered.
type who struct {
	first, last, email, org, job, country, sex, sector string
	at                                                 string // on the clocks of Bucharest
}

var latin = []who{
	{"Ana", "Kovač", "ana.kovac@sud.example", "Basic Court, Zenica", "Judge", "Bosnia and Herzegovina", "Female", "Judiciary", "2021-03-09 08:15:30"},
	{"Ivo", "Perić", "ivo@mup.example", "Police Directorate", "Inspector \"cyber\"", "Montenegro", "Male", "Law enforcement", "2021-03-09 10:02:00"},
	{"Željka", "Đurić-Šimić", "z.djuric@tuzilastvo.example", "Prosecution; Office 2", "Prosecutor", "Serbia", "Prefer not to say", "Prosecution", "2021-03-12 17:40:59"},
	{"Mia", "Čolak", "mia@fiu.example", "FIU", "Analyst", "North Macedonia", "", "FIU", "2021-03-21 23:59:01"},
	{"Petar", "Žižić", "petar@drzava.example", "Ministry of Justice", "Adviser", "Albania", "Male", "Other", "2021-03-24 06:30:10"},
}

var turkish = []who{
	{"Şükrü", "Akgül", "sukru@egm.example", "Emniyet Müdürlüğü", "Başkomiser", "Türkiye", "Erkek", "Kolluk", "2021-03-09 08:15:30"},
	{"İlknur", "Yıldız", "ilknur@adalet.example", "Ağır Ceza Mahkemesi", "Hâkim", "Türkiye", "Kadın", "Yargı", "2021-03-20 12:00:00"},
}

var cyrillic = []who{
	{"Марија", "Љубојевић", "marija@mup.example", "Дирекција полиције", "Инспектор", "Србија", "Женски", "Полиција", "2021-03-09 08:15:30"},
	{"Ѓорѓи", "Ќосев", "gjorgji@obvinitelstvo.example", "Јавно обвинителство", "Обвинител", "Северна Македонија", "Машки", "Обвинителство", "2021-03-20 12:00:00"},
}

// col is a column: its title, and what stands in it: a field, "at" or "until" (two minutes later), "=text" for all rows,
// "a/b/c" in turn, or "#" for the running number.
type col struct{ title, what string }

// made is an export: its rows on top, columns, people, and how it is written.
type made struct {
	above   [][]string
	cols    []col
	people  []who
	time    string // Go layout of times; "" is 2006-01-02 15:04:05
	suffix  string // behind each time: a zone that Go's layouts cannot write
	zone    string // of times; "" is Bucharest
	comma   rune
	code    encoding.Encoding
	bom     bool
	crlf    bool
	xlsx    bool // with true dates
	xls     bool // the same in the old format
	sheet   string
	options registration.Options
	apart   []string // fields whose options have a column each

	incomplete int
	left       []int // rows, from 1, that become no registration
	problems   int   // beyond the remark on a platform's page; -1: not looked at
	channel    registration.Channel
	consent    registration.Consent
	zoneRead   string // the zone the reading must name
	seconds    string // how finely the times are kept: "" is to the second, "m" to the minute, "-" not at all
	check      func(t *testing.T, r registration.Reading)
}

func (m made) moment(t *testing.T, w who) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04:05", w.at, bucharest(t))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func (m made) layout() string {
	if m.time == "" {
		return "2006-01-02 15:04:05"
	}
	return m.time
}

func (m made) cell(t *testing.T, c col, i int, w who) string {
	t.Helper()
	if text, ok := strings.CutPrefix(c.what, "="); ok {
		return text
	}
	zone := bucharest(t)
	if m.zone != "" {
		var err error
		if zone, err = time.LoadLocation(m.zone); err != nil {
			t.Fatal(err)
		}
	}
	switch c.what {
	case "first":
		return w.first
	case "last":
		return w.last
	case "full":
		return w.first + " " + w.last
	case "email":
		return w.email
	case "org":
		return w.org
	case "job":
		return w.job
	case "country":
		return w.country
	case "sex":
		return w.sex
	case "sector":
		return w.sector
	case "#":
		return fmt.Sprint(i + 1)
	case "":
		return ""
	case "at":
		return m.moment(t, w).In(zone).Format(m.layout()) + m.suffix
	case "at, but rows 2 and 5":
		if i == 1 || i == 4 {
			return ""
		}
		return m.cell(t, col{"", "at"}, i, w)
	case "until":
		return m.moment(t, w).Add(2*time.Minute).In(zone).Format(m.layout()) + m.suffix
	case "since":
		return m.moment(t, w).Add(-2*time.Minute).In(zone).Format(m.layout()) + m.suffix
	}
	if list := strings.Split(c.what, "/"); len(list) > 1 {
		return list[i%len(list)]
	}
	t.Fatalf("no such column: %q", c.what)
	return ""
}

func (m made) rows(t *testing.T) [][]string {
	t.Helper()
	var titles []string
	for _, c := range m.cols {
		titles = append(titles, c.title)
	}
	rows := append(append([][]string{}, m.above...), titles)
	for i, w := range m.people {
		var cells []string
		for _, c := range m.cols {
			cells = append(cells, m.cell(t, c, i, w))
		}
		rows = append(rows, cells)
	}
	return rows
}

func (m made) bytes(t *testing.T) (name string, data []byte) {
	t.Helper()
	switch {
	case m.xlsx:
		return "export.xlsx", m.workbook(t)
	case m.xls:
		return "export.xls", xlstest.Book(xlstest.Sheet{Name: cmp.Or(m.sheet, "Sheet1"), Rows: m.rows(t)})
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if w.UseCRLF = m.crlf; m.comma != 0 {
		w.Comma = m.comma
	}
	if err := w.WriteAll(m.rows(t)); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if m.bom {
		text = "\ufeff" + text
	}
	if m.code != nil {
		coded, err := m.code.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		text = coded
	}
	return "export.csv", []byte(text)
}

func (m made) workbook(t *testing.T) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	sheet := m.sheet
	if sheet == "" {
		sheet = "Sheet1"
	}
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	dated, err := book.NewStyle(&excelize.Style{NumFmt: 22})
	if err != nil {
		t.Fatal(err)
	}
	for r, cells := range m.rows(t) {
		for c, text := range cells {
			at, _ := excelize.CoordinatesToCellName(c+1, r+1)
			var value any = text
			if moment, err := time.Parse("2006-01-02 15:04:05", text); err == nil {
				value = moment
			}
			if err := book.SetCellValue(sheet, at, value); err != nil {
				t.Fatal(err)
			}
			if _, isTime := value.(time.Time); isTime {
				if err := book.SetCellStyle(sheet, at, at, dated); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wanted is what must be read of a person: every field that has a column.
func (m made) wanted(t *testing.T, i int, w who) string {
	t.Helper()
	has := map[string]bool{}
	for _, c := range m.cols {
		has[c.what] = true
	}
	for _, what := range m.apart {
		has[what] = true
	}
	keep := func(what, text string) string {
		if !has[what] {
			return ""
		}
		return text
	}
	first, last := keep("first", w.first), keep("last", w.last)
	if has["full"] && !has["first"] && !has["last"] {
		first, last = w.first, w.last
	}
	at := ""
	switch at = m.moment(t, w).UTC().Format(time.RFC3339); {
	case m.seconds == "m":
		at = m.moment(t, w).UTC().Truncate(time.Minute).Format(time.RFC3339)
	case m.seconds == "-":
		at = ""
	}
	return strings.Join([]string{first, last, keep("email", w.email), tabular.Clean(keep("org", w.org)), keep("job", w.job), keep("country", w.country), keep("sex", w.sex), keep("sector", w.sector), at}, "|")
}

func readOf(r registration.Registration) string {
	at := ""
	if !r.Submitted.IsZero() {
		at = r.Submitted.UTC().Format(time.RFC3339)
	}
	return strings.Join([]string{r.FirstName, r.LastName, r.Email, r.Organisation, r.JobTitle, r.Country, r.Sex, r.Sector, at}, "|")
}

// try reads an export with the one format that claims it and compares row by row.
func (m made) try(t *testing.T, format string) {
	t.Helper()
	name, data := m.bytes(t)
	if m.options.Zone == nil {
		m.options.Zone = bucharest(t)
	}
	if m.options.Date.IsZero() {
		m.options.Date = time.Date(2021, 3, 25, 11, 0, 0, 0, time.UTC)
	}
	reading := readWith(t, format, name, data, m.options)
	var want []string
	skip := map[int]bool{}
	for _, row := range m.left {
		skip[row] = true
	}
	for i, w := range m.people {
		if !skip[i+1] {
			want = append(want, m.wanted(t, i, w))
		}
	}
	if len(reading.Registrations) != len(want) {
		t.Fatalf("%d registrations, want %d: %v", len(reading.Registrations), len(want), reading.Problems)
	}
	for i, r := range reading.Registrations {
		if got := readOf(r); got != want[i] {
			t.Errorf("row %d:\n got %s\nwant %s", i+1, got, want[i])
		}
		if m.channel != "" && r.Channel != m.channel {
			t.Errorf("row %d: channel %q, want %q", i+1, r.Channel, m.channel)
		}
		if r.Consent != m.consent {
			t.Errorf("row %d: consent %q, want %q", i+1, r.Consent, m.consent)
		}
		if r.File != name || r.Line < 2 {
			t.Errorf("row %d: stands in %q line %d", i+1, r.File, r.Line)
		}
	}
	problems := len(reading.Problems)
	if reading.Platform != "" {
		problems--
	}
	if m.problems >= 0 && problems != m.problems {
		t.Errorf("%d problems, want %d: %v", problems, m.problems, reading.Problems)
	}
	if reading.Incomplete != m.incomplete || reading.Zone != m.zoneRead || reading.Format != format || reading.Why == "" {
		t.Errorf("incomplete %d, zone %q, format %q, why %q", reading.Incomplete, reading.Zone, reading.Format, reading.Why)
	}
	if m.check != nil {
		m.check(t, reading)
	}
}

func tryAll(t *testing.T, format string, variants map[string]made) {
	t.Helper()
	if len(variants) < 8 {
		t.Errorf("%d variants", len(variants))
	}
	for name, m := range variants {
		t.Run(name, func(t *testing.T) { m.try(t, format) })
	}
}

var (
	utf16le = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	cp1250  = charmap.Windows1250
	cp1251  = charmap.Windows1251
	cp1254  = charmap.Windows1254
)
