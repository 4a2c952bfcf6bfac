package attendance

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/internal/fault"
	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// Variants are files of other webinars, versions, languages, encodings and spreadsheet programs, made here of people whose
// stays are known. What a reader says of them is compared with what was put in, by counting seconds one by one.

// guest is an invented person of a variant. Stays are clock times of the meeting's day, "13:44:10-15:00:00"; a leave before
// its join is on the next day, a missing leave is open.
type guest struct {
	name, email string
	role        Role
	stays       []string
}

// meetingDay is the day of the variants unless one says otherwise; day and month cannot be told apart.
var meetingDay = time.Date(2026, 6, 5, 0, 0, 0, 0, time.UTC)

// wall gives the stays as local times in the order of the joins, which the zone of a test turns into instants; an open one has no leave.
func (g guest) wall(day time.Time) (out [][2]time.Time) {
	for _, s := range g.stays {
		from, to, _ := strings.Cut(s, "-")
		join := onDay(day, from)
		var leave time.Time
		if to != "" {
			if leave = onDay(day, to); leave.Before(join) {
				leave = leave.AddDate(0, 0, 1)
			}
		}
		out = append(out, [2]time.Time{join, leave})
	}
	slices.SortFunc(out, func(a, b [2]time.Time) int { return a[0].Compare(b[0]) })
	return out
}

func onDay(day time.Time, clock string) time.Time {
	next := strings.HasPrefix(clock, "+")
	t, err := time.Parse(time.TimeOnly, strings.TrimPrefix(clock, "+"))
	if err != nil {
		panic(err)
	}
	if next {
		day = day.AddDate(0, 0, 1)
	}
	return day.Add(t.Sub(t.Truncate(24 * time.Hour)))
}

// seconds counts a person's presence second by second: once however many devices, and all devices together. Open stays
// end at the given time.
func (g guest) seconds(day, end time.Time) (union, summed int) {
	present := map[int64]bool{}
	for _, s := range g.wall(day) {
		leave := s[1]
		if leave.IsZero() {
			leave = end
		}
		for at := s[0].Unix(); at < leave.Unix(); at++ {
			present[at] = true
			summed++
		}
	}
	return len(present), summed
}

// variant is one file with what it holds.
type variant struct {
	name    string
	file    string
	data    []byte
	zone    string // "" for UTC
	utc     bool   // the file's times are UTC, whatever the zone
	date    time.Time
	end     time.Time
	guests  []guest
	day     time.Time // of the guests; zero: meetingDay
	summed  bool      // the file gives the sum over devices
	exact   float64   // minutes by which the platform's figures may differ
	noShows int
	title   string
	fault   fault.Code // the file is refused
	remark  string     // a remark must say this
	clean   bool       // no remark at all
}

// check reads the variants and compares them with what was put in.
func check(t *testing.T, format string, variants []variant) {
	t.Helper()
	for _, v := range variants {
		t.Run(v.name, func(t *testing.T) { v.check(t, format) })
	}
}

func (v variant) check(t *testing.T, format string) {
	name := v.file
	if name == "" {
		name = "table.csv"
	}
	f, err := tabular.Read(name, v.data, tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	var reader Format
	for _, candidate := range Formats() {
		if c, why := candidate.Detect(*f); c > 0 {
			if reader.ID != "" {
				t.Errorf("%s and %s claim the file", reader.ID, candidate.ID)
			}
			if why == "" {
				t.Error("no reason is given")
			}
			reader = candidate
		}
	}
	if reader.ID != format {
		t.Fatalf("%q claims the file, want %s", reader.ID, format)
	}
	zone := time.UTC
	if v.zone != "" {
		if zone, err = time.LoadLocation(v.zone); err != nil {
			t.Fatal(err)
		}
	}
	r, err := reader.Read(*f, Options{Zone: zone, Date: v.date, End: v.end})
	if v.fault != "" {
		if !fault.Is(err, v.fault) {
			t.Errorf("want a refusal %s, have %v", v.fault, err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	v.compare(t, r)
}

func (v variant) compare(t *testing.T, r Reading) {
	day := v.day
	if day.IsZero() {
		day = meetingDay
	}
	if r.Title != v.title {
		t.Errorf("title %q, want %q", r.Title, v.title)
	}
	said := ""
	for _, p := range r.Problems {
		said += fmt.Sprintf("%d: %s\n", p.Line, p.Message)
	}
	if !strings.Contains(said, v.remark) || v.clean && said != "" {
		t.Errorf("remarks are %q", said)
	}
	persons := Group(r.Records)
	if len(persons) != len(v.guests) {
		t.Errorf("%d persons, want %d", len(persons), len(v.guests))
		for _, p := range persons {
			t.Logf("%s %s %v", p.Name, p.Email, p.Stays)
		}
		t.Log(said)
	}
	if n := NoShows(r.Records); n != v.noShows {
		t.Errorf("%d no-shows, want %d", n, v.noShows)
	}
	for _, g := range v.guests {
		i := slices.IndexFunc(persons, func(p Person) bool {
			if g.email != "" || p.Email != "" {
				return participant.NormaliseEmail(g.email) == p.Email
			}
			return slices.ContainsFunc(p.Names, func(n string) bool { return participant.FoldKey(n) == participant.FoldKey(g.name) })
		})
		if i < 0 {
			t.Errorf("%s is missing", g.name)
			continue
		}
		p := persons[i]
		want, summed := g.seconds(day, v.end)
		if v.summed {
			want = summed
		}
		exact := v.exact
		if exact == 0 {
			exact = 0.06
		}
		if got, _, _ := Minutes(p); math.Abs(got-float64(want)/60) > exact+0.001 {
			t.Errorf("%s: %.1f minutes, want %.1f", g.name, got, float64(want)/60)
		}
		if seen := append(slices.Clone(p.Stays), p.Spans...); len(seen) > 0 {
			first := slices.MinFunc(seen, compareStays).Join
			if local := first.In(v.clock(t)); math.Abs(local.Sub(inZone(g.wall(day)[0][0], v.clock(t))).Minutes()) > exact {
				t.Errorf("%s: first seen %s, want %s", g.name, local, g.wall(day)[0][0])
			}
		}
		role := g.role
		if role == "" {
			role = Attendee
		}
		if p.Role != role {
			t.Errorf("%s: role %s, want %s", g.name, p.Role, role)
		}
	}
}

// clock is the zone in which the guests' stays are meant.
func (v variant) clock(t *testing.T) *time.Location {
	if v.zone == "" || v.utc {
		return time.UTC
	}
	zone, err := time.LoadLocation(v.zone)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// inZone is the instant at which the clocks of a zone show the time.
func inZone(wall time.Time, zone *time.Location) time.Time {
	return time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), 0, zone)
}

// cellsOf is a table as it is to be written: texts, and times and lengths that a spreadsheet keeps as numbers.
type cellsOf [][]any

// with gives the rows of several tables.
func with(tables ...cellsOf) cellsOf { return slices.Concat(tables...) }

func row(cells ...any) []any { return cells }

// text writes a table with a delimiter; a comma or semicolon table has its cells quoted where needed.
func (c cellsOf) text(delimiter string) string {
	var b strings.Builder
	for _, cells := range c {
		for i, cell := range cells {
			if i > 0 {
				b.WriteString(delimiter)
			}
			s := fmt.Sprint(cell)
			if delimiter != "\t" && strings.ContainsAny(s, "\"\n"+delimiter) {
				s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
			}
			b.WriteString(s)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// encoded writes a text in an encoding; those named utf have a byte order mark where the name says bom.
func encoded(t *testing.T, text, encoding string) []byte {
	t.Helper()
	wide := func(big, bom bool) []byte {
		if bom {
			text = "\ufeff" + text
		}
		var out []byte
		for _, u := range utf16.Encode([]rune(text)) {
			if big {
				out = append(out, byte(u>>8), byte(u))
			} else {
				out = append(out, byte(u), byte(u>>8))
			}
		}
		return out
	}
	pages := map[string]*charmap.Charmap{"1250": charmap.Windows1250, "1251": charmap.Windows1251, "1252": charmap.Windows1252, "1254": charmap.Windows1254}
	switch encoding {
	case "utf-8":
		return []byte(text)
	case "utf-8 bom":
		return []byte("\ufeff" + text)
	case "utf-16le bom":
		return wide(false, true)
	case "utf-16le":
		return wide(false, false)
	case "utf-16be bom":
		return wide(true, true)
	}
	out, err := pages[encoding].NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

// book writes a table as a workbook: times as the day numbers of a spreadsheet, lengths as parts of a day, both with a
// format that says so.
func (c cellsOf) book(t *testing.T) []byte {
	t.Helper()
	var sheet strings.Builder
	sheet.WriteString(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for i, cells := range c {
		fmt.Fprintf(&sheet, `<row r="%d">`, i+1)
		for j, cell := range cells {
			at := fmt.Sprintf("%c%d", 'A'+j, i+1)
			switch v := cell.(type) {
			case time.Time:
				days := v.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
				fmt.Fprintf(&sheet, `<c r="%s" s="1"><v>%.10f</v></c>`, at, days)
			case time.Duration:
				fmt.Fprintf(&sheet, `<c r="%s" s="2"><v>%.10f</v></c>`, at, v.Hours()/24)
			case int:
				fmt.Fprintf(&sheet, `<c r="%s"><v>%d</v></c>`, at, v)
			default:
				s := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(fmt.Sprint(v))
				fmt.Fprintf(&sheet, `<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, s)
			}
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString("</sheetData></worksheet>")
	const head = `<?xml version="1.0"?>`
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`},
		{"_rels/.rels", head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", head + `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + rel + `"><sheets><sheet name="Report" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + rel + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + rel + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/styles.xml", head + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="21" applyNumberFormat="1"/></cellXfs></styleSheet>`},
		{"xl/worksheets/sheet1.xml", sheet.String()},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The ways in which platforms and regional settings write a time.
var (
	usTime     = func(t time.Time) any { return t.Format("1/2/2006, 3:04:05 PM") }
	usNarrow   = func(t time.Time) any { return t.Format("1/2/06, 3:04:05\u202fPM") }
	britTime   = func(t time.Time) any { return t.Format("02/01/2006, 15:04:05") }
	shortYear  = func(t time.Time) any { return t.Format("02/01/06, 15:04:05") }
	germanTime = func(t time.Time) any { return t.Format("02.01.2006, 15:04:05") }
	frenchTime = func(t time.Time) any { return t.Format("02/01/2006 à  15:04:05") }
	turkTime   = func(t time.Time) any { return t.Format("2.01.2006 15:04:05") }
	croatTime  = func(t time.Time) any { return t.Format("2. 1. 2006. 15:04:05") }
	brazilTime = func(t time.Time) any { return t.Format("02/01/2006 15:04:05") }
	isoTime    = func(t time.Time) any { return t.Format(time.DateTime) }
	excelTime  = func(t time.Time) any { return t.Format("2.1.2006 15:04") } // re-saved: no seconds
	serialTime = func(t time.Time) any { return t }
)

type timeStyle func(time.Time) any

// The ways in which they write a length.
func lengthWith(hour, minute, second, gap string) func(time.Duration) any {
	return func(d time.Duration) any {
		d = d.Round(time.Second)
		var out []string
		for _, part := range []struct {
			n    int
			unit string
		}{{int(d.Hours()), hour}, {int(d.Minutes()) % 60, minute}, {int(d.Seconds()) % 60, second}} {
			if part.n > 0 {
				out = append(out, fmt.Sprintf("%d%s%s", part.n, gap, part.unit))
			}
		}
		return strings.Join(out, " ")
	}
}

var (
	shortLength  = lengthWith("h", "m", "s", "")
	frenchLength = lengthWith("h", "m", "s", "\u00a0")
	germanLength = lengthWith("Std.", "Min.", "Sek.", " ")
	turkLength   = lengthWith("sa", "dk", "sn", " ")
	polishLength = lengthWith("godz.", "min", "sek.", " ")
	clockLength  = func(d time.Duration) any {
		return fmt.Sprintf("%02d:%02d:%02d", int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60)
	}
	wordLength = func(d time.Duration) any { // GoToWebinar: whole minutes
		h, m := int(d.Hours()), int(d.Minutes())%60
		plural := func(n int, word string) string {
			if n == 1 {
				return fmt.Sprintf("1 %s", word)
			}
			return fmt.Sprintf("%d %ss", n, word)
		}
		if h > 0 {
			return plural(h, "hour") + " " + plural(m, "minute")
		}
		return plural(m, "minute")
	}
)
