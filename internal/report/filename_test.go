package report

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/webinar"
)

func titled(title string) webinar.Webinar {
	// 22:30 in UTC is the next day in Bucharest.
	return webinar.Webinar{Outline: webinar.Outline{Title: title, Zone: "Europe/Bucharest", Start: time.Date(2020, 5, 27, 22, 30, 0, 0, time.UTC)}}
}

func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{
		"Tracing assets: cooperation of FIUs":    "outline-2020-05-28-tracing-assets-cooperation-of-fius.html",
		"Онлајн истраге и дигитални докази":      "outline-2020-05-28-onlajn-istrage-i-digitalni-dokazi.html",
		"Çocukların İSTİSMARI – Hukuk & Işık":    "outline-2020-05-28-cocuklarin-istismari-hukuk-isik.html",
		"Ђорђе's straße, Œuvre and Ωmega":        "outline-2020-05-28-djordje-s-strasse-oeuvre-and-omega.html",
		"🎣 phishing 🎣":                           "outline-2020-05-28-phishing.html",
		"🎣🎣":                                     "outline-2020-05-28.html",
		"网络犯罪":                                   "outline-2020-05-28.html",
		"":                                       "outline-2020-05-28.html",
		"CON":                                    "outline-2020-05-28-con.html",
		"../../etc/passwd":                       "outline-2020-05-28-etc-passwd.html",
		`C:\nul.`:                                "outline-2020-05-28-c-nul.html",
		"report\u202efdp.exe\x00\r\nX: y\"; a=b": "outline-2020-05-28-report-fdp-exe-x-y-a-b.html",
		strings.Repeat("x", 300):                 "outline-2020-05-28-" + strings.Repeat("x", 50) + ".html",
		strings.Repeat("cybercrime ", 30):        "outline-2020-05-28-cybercrime-cybercrime-cybercrime-cybercrime.html",
		"Результат " + strings.Repeat("щ", 300):     "outline-2020-05-28-rezultat.html",
		"<script>alert('Kosovo*')</script>":         "outline-2020-05-28-script-alert-kosovo-script.html",
		"e\u0301lectronic evide\u0301nce 2 / 3":     "outline-2020-05-28-electronic-evidence-2-3.html",
		"a\u200bb zero\u200dwidth":                  "outline-2020-05-28-a-b-zero-width.html",
		"Bookings through https://x.example/?q=%20": "outline-2020-05-28-bookings-through-https-x-example-q-20.html",
	} {
		if got := FileName(titled(title), OutlinePage, ".html"); got != want {
			t.Errorf("%q: %s, want %s", title, got, want)
		}
	}
	if got := FileName(webinar.Webinar{}, OutlinePage, ".txt"); got != "outline.txt" {
		t.Errorf("without title and date: %s", got)
	}
}

func TestReportNames(t *testing.T) {
	w := titled("Tracing assets")
	w.ActualStart = time.Date(2020, 5, 29, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		copy  Copy
		kind  string
		final bool
		want  string
	}{
		{Internal, "pdf", false, "outcome-report-2020-05-29-tracing-assets-internal-contains-names.pdf"},
		{Internal, "xlsx", false, "outcome-report-annex-2020-05-29-tracing-assets-internal-contains-names.xlsx"},
		{Donor, "pdf", false, "outcome-report-2020-05-29-tracing-assets-donor.pdf"},
		{Donor, "xlsx", true, "outcome-report-annex-2020-05-29-tracing-assets-final-donor.xlsx"},
		{Internal, "pdf", true, "outcome-report-2020-05-29-tracing-assets-final-internal-contains-names.pdf"},
	} {
		if got := ReportName(w, c.copy, c.kind, c.final); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.copy, c.kind, got, c.want)
		}
	}
}

var plainName = regexp.MustCompile(`^outcome-report(-annex)?(-[a-z0-9]+)*\.(pdf|xlsx)$`)

// Whatever the title: plain letters, no folder, no device, no more than 120 characters, and an internal copy says what it
// holds, at the end of its name.
func TestReportNameHoldsForEveryTitle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := titled(rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zщ]{100}`), rapid.StringMatching(`(CON|\.\./|[a-zА-Яşİ ./\\]){0,90}`)).Draw(t, "title"))
		final := rapid.Bool().Draw(t, "final")
		for _, c := range []Copy{Internal, Donor} {
			for _, kind := range []string{"pdf", "xlsx"} {
				name := ReportName(w, c, kind, final)
				if !plainName.MatchString(name) || len(name) > 120 || strings.HasSuffix(name, "contains-names."+kind) != (c == Internal) {
					t.Fatalf("%s", name)
				}
			}
		}
	})
}
