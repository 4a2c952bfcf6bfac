package sector

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

// readRows reads a CSV of testdata as one map a row.
func readRows(t testing.TB, name string) []map[string]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range all[1:] {
		row := map[string]string{}
		for i, header := range all[0] {
			row[header] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func undeclared(row map[string]string) Input {
	return Input{Organisation: row["organisation"], JobTitle: row["job_title"], Country: row["country"], EmailDomain: row["email_domain"]}
}

// TestLabelledRows holds the figures that a change of rules or terms must not lower, over rows of the whole region: most
// of them wording that the terms were not made for.
func TestLabelledRows(t *testing.T) {
	rows := readRows(t, "labelled.csv")
	right, acceptable, unknown, subtypes, subtypesRight := 0, 0, 0, 0, 0
	for _, row := range rows {
		got, want := Classify(undeclared(row)), Class(row["class"])
		switch got.Class {
		case want:
			right++
			acceptable++
		case Class(row["also_acceptable"]):
			acceptable++
		default:
			t.Logf("%q, %q, %s: %s, want %s (%s)", row["organisation"], row["job_title"], row["country"], got.Class, want, got.Reason)
		}
		if got.Class == ClassUnknown {
			unknown++
		}
		if row["subtype"] != "" {
			subtypes++
			if string(got.Subtype) == row["subtype"] {
				subtypesRight++
			}
		}
	}
	n := len(rows)
	t.Logf("%d rows: right %d, acceptable %d, unknown %d, subtypes %d of %d", n, right, acceptable, unknown, subtypesRight, subtypes)
	if right < n-1 || acceptable < n || unknown > 9 || subtypesRight < subtypes {
		t.Error("fewer than before: see the rows above")
	}
}

// TestDeclaredRows reads all combinations of declared sector, organisation and title of a webinar's registrations.
func TestDeclaredRows(t *testing.T) {
	for _, row := range readRows(t, "registrations.csv") {
		got := Classify(Input{Declared: row["declared"], Organisation: row["organisation"], JobTitle: row["job_title"], Country: row["country"]})
		want, _ := ByCode(row["code"])
		right := got.Group == want.Group
		if want.Class != "" {
			right = got.Class == want.Class && got.Subtype == want.Subtype
		}
		if !right || got.Contradiction != "" {
			t.Errorf("%q: %s/%s, want %s (%s)", row, got.Class, got.Subtype, row["code"], got.Reason)
		}
	}
}

// TestRegionRows holds the figures over the bodies and titles of the region in many wordings. The first label is meant;
// further ones, behind "|", can be argued. What is answered as judiciary, prosecution, police or FIU must be right.
func TestRegionRows(t *testing.T) {
	s := scoreRows(readRows(t, "region.csv"))
	t.Log(s)
	if s.share(s.right) < .94 || s.share(s.fits) < .98 || 100*s.namedRight < 99*s.named || 100*s.refinedRight < 97*s.refined {
		t.Error("fewer than before:\n" + strings.Join(s.wrong, "\n"))
	}
}

func classOf(label string) Class {
	class, _, _ := strings.Cut(label, "/")
	return Class(class)
}
