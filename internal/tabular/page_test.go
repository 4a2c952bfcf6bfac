package tabular

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/internal/fault"
)

// A page of rows and cells says the same, however it is written.
func TestPagesAreRead(t *testing.T) {
	const want = "Name|E-mail|Role\nČedo Žižić & co|cedo@one.example|\n|eva@two.example|Judge"
	cp1250, err := charmap.Windows1250.NewEncoder().String(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250"></head><body><table><tr><th>Name</th><th>E-mail</th><th>Role</th></tr><tr><td>Čedo Žižić &amp; co</td><td>cedo@one.example</td></tr><tr><td></td><td>eva@two.example</td><td>Judge</td></tr></table>`)
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range map[string]string{
		"one line":       `<table><tr><th>Name</th><th>E-mail</th><th>Role</th></tr><tr><td>Čedo Žižić &amp; co</td><td>cedo@one.example</td><td></td></tr><tr><td/><td>eva@two.example</td><td>Judge</td></tr></table>`,
		"no end tags":    "<html><body><table border=1>\n<tr><td>Name<td>E-mail<td>Role\n<tr><td>Čedo\n   Žižić &amp; co<td>cedo@one.example<tr>\n<td>&nbsp;<td>eva@two.example<td>Judge",
		"styles, spans":  `<!-- saved --><html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color: red}</style><title>x</title></head><body><script>var a = "<td>";</script><TABLE><THEAD><TR><TD CLASS=a>Name</TD><TD><b>E-mail</b></TD><TD>Role</TD></TR></THEAD><TBODY><TR><TD><p>Čedo</p><p>Žižić &#38; co</p></TD><TD><a href="x">cedo@one.example</a></TD></TR><tr></tr><TR><TD></TD><TD>eva@two.example</TD><TD>Judge</TD></TR></TBODY></TABLE></body></html>`,
		"within a table": `<html><table><tr><td>menu</td><td><table><tr><th>Name</th><th>E-mail</th><th>Role</th></tr><tr><td>Čedo Žižić &amp; co</td><td>cedo@one.example</td></tr><tr><td></td><td>eva@two.example</td><td>Judge</td></tr></table></td></tr></table></html>`,
		"code page":      cp1250,
	} {
		f, err := Read("export.xls", []byte(page), Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var lines []string
		for _, row := range f.Sheets[0].Rows {
			var cells []string
			for i := range 3 {
				cells = append(cells, Clean(row.Cell(i)))
			}
			lines = append(lines, strings.Join(cells, "|"))
		}
		if got := strings.Join(lines, "\n"); got != want || len(f.Sheets) != 1 || f.Delimiter != "" || f.Name != "export.xls" {
			t.Errorf("%s: %q", name, got)
		}
	}
	f, err := Read("x", []byte("<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table><table><tr><td>x</td><td>y</td><td>z</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"), Limits{})
	if err != nil || len(f.Sheets) != 2 || strings.Join(f.Sheets[0].Rows[0].Cells, "|") != "a||b" || f.Sheets[1].Name != "Table 2" {
		t.Errorf("%+v, %v", f, err)
	}
}

// A page without a table of data is refused as a page, and one that unfolds as too large.
func TestPagesAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		code fault.Code
	}{
		"no table":                     {"<html><body><p>Hello</p></body></html>", fault.Unknown},
		"an outline":                   {"<table><tr><td>Date</td><td>28 May</td></tr><tr><td>Speakers</td><td>Ana</td></tr></table>", fault.Unknown},
		"columns":                      {"<table><tr>" + strings.Repeat("<td>x", 1000), fault.TooLarge},
		"spans":                        {"<table><tr>" + strings.Repeat("<td colspan=999999999>x", 10), fault.TooLarge},
		"blank columns":                {"<table><tr>" + strings.Repeat("<td>", 1_000_000), fault.TooLarge},
		"tables":                       {strings.Repeat("<table><tr><td>", 100_000), fault.TooLarge},
		"rows":                         {"<table>" + strings.Repeat("<tr><td>1<td>2<td>3", 200_001), fault.TooLarge},
		"XML of a spreadsheet program": {`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`, fault.Unreadable},
		"one file of pages":            {"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<table><tr><td>1<td>2<td>3<tr><td>1<td>2<td>3</table>", fault.Unreadable},
		"stray end tags":               {"<table></table></table></td></tr><td>x</td>", fault.Unknown},
		"nothing but tag":              {"<table", fault.Unknown},
	} {
		_, err := Read("x.xls", []byte(c.page), Limits{})
		if f := fault.From(err); !fault.Is(err, c.code) || f.Where.File != "x.xls" || c.code == fault.Unreadable && !strings.Contains(f.Hint, ".xlsx") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
