package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestSafeName(t *testing.T) {
	for name, want := range map[string]string{
		"outcome-report-donor.pdf":    "outcome-report-donor.pdf",
		"Bericht Čaušević 2020.xlsx":  "Bericht Čaušević 2020.xlsx",
		"../../etc/passwd":            "etc-passwd",
		`C:\Users\x.pdf`:              "C--Users-x.pdf",
		"a\x00b\nc.pdf":               "abc.pdf",
		"invoice\u202efdp.exe":        "invoicefdp.exe",
		"CON":                         "rapporteur-CON",
		"con.pdf":                     "rapporteur-con.pdf",
		"Com1 .tar.gz":                "rapporteur-Com1 .tar.gz",
		"LPT¹.txt":                    "rapporteur-LPT¹.txt",
		"console.pdf":                 "console.pdf",
		"":                            "rapporteur",
		"...":                         "rapporteur",
		".hidden":                     "hidden",
		"report. ":                    "report",
		".pdf":                        "pdf",
		"a?b*c<d>e|f\"g.pdf":          "a-b-c-d-e-f-g.pdf",
		"On 28 May. Then more words.": "On 28 May. Then more words",
	} {
		if got := safeName(name); got != want {
			t.Errorf("%q: %q, not %q", name, got, want)
		}
	}
}

// Whatever the name, the result is one file of no folder, on every system, and making it safe again changes nothing.
func TestSafeNameHoldsForEveryName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := safeName(rapid.OneOf(rapid.String(), rapid.StringMatching(`(con|nul|com[1-9¹])?[. ]{0,3}[a-zşČ. /\\:\x{202e}-]{0,150}(\.pdf)?`)).Draw(t, "name"))
		if name == "" || !utf8.ValidString(name) || utf8.RuneCountInString(name) > longestName || strings.ContainsAny(name, "/\\<>:\"|?*\x00\n\u202e") ||
			strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || strings.HasPrefix(name, ".") {
			t.Fatalf("%q", name)
		}
		first, _, _ := strings.Cut(name, ".")
		if reserved[strings.ToUpper(strings.TrimSpace(first))] {
			t.Fatalf("%q is a device", name)
		}
		if again := safeName(name); again != name {
			t.Fatalf("%q becomes %q", name, again)
		}
	})
}

func TestComplete(t *testing.T) {
	for _, c := range [][3]string{{"/d/report", ".pdf", "/d/report.pdf"}, {"/d/report.pdf", ".pdf", "/d/report.pdf"}, {"/d/report.txt", ".pdf", "/d/report.txt"}, {"/d.x/report", "", "/d.x/report"}} {
		if got := complete(c[0], c[1]); got != c[2] {
			t.Errorf("%q, %q: %q", c[0], c[1], got)
		}
	}
}
