package pdf

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"testing"

	"rapporteur/internal/document"
)

// lookAt writes the sample report to a file, to be looked at: go test -run TestSample -pdf /tmp/sample.pdf
var lookAt = flag.String("pdf", "", "write the sample report to this file")

// kosovo is the footnote of the sample report; the asterisk is part of the trigger.
var kosovo = document.Footnote{Trigger: `Kosovo\*`, Mark: "*", Text: "This designation is without prejudice to positions on " +
	"status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence."}

// figure reads a chart of testdata.
func figure(t testing.TB, name, caption string, width, height float64) document.Figure {
	t.Helper()
	svg, err := os.ReadFile("testdata/" + name + ".svg")
	if err != nil {
		t.Fatal(err)
	}
	return document.Figure{ID: name, Caption: caption, Alt: "A chart: " + caption, SVG: string(svg), Width: width, Height: height}
}

// sample is a report of an invented webinar with every kind of block.
func sample(t testing.TB) document.Document {
	countries := []string{"Albania", "Bosnia and Herzegovina", "Kosovo*", "Montenegro", "North Macedonia", "Serbia", "Turkey", "Other countries", "Unknown"}
	d := document.Document{
		Title: "Outcome report: Parallel financial investigations", Author: "Project office", Subject: "Outcome report",
		Language: "en", Date: "2020-06-05T09:30:00Z",
		HeaderLeft: "Project on online crime proceeds", HeaderRight: "Parallel financial investigations", FooterLeft: "Internal copy: holds personal data",
		Cover: document.Cover{
			Kicker: "PROJECT ON ONLINE CRIME PROCEEDS IN SOUTH-EAST EUROPE AND TURKEY", Title: "Parallel financial investigations and public-private cooperation",
			Subtitle: "Outcome report of the webinar", Status: "Draft",
			Lines: []document.Fact{{Label: "Date", Value: "Thursday 28 May 2020, 14:00–16:00 (EEST)"}, {Label: "Result", Value: "Result 7: Law enforcement and private sector cooperate"},
				{Label: "Place", Value: "Online"}, {Label: "Language", Value: "English, with interpretation into Turkish and Bosnian/Serbian/Montenegrin"}},
			Text:       []string{"Prepared for the donor by the project office. The figures are drawn from the registration and attendance files listed in the annex."},
			Disclaimer: "This report was produced with the financial support of the donor. Its contents are the sole responsibility of its authors and do not necessarily reflect the views of the donor or of any Party.",
		},
		Footnotes: []document.Footnote{kosovo},
	}
	add := func(blocks ...document.Block) { d.Blocks = append(d.Blocks, blocks...) }
	add(document.Heading{Level: 1, Text: "Summary"},
		document.KeyFacts{Title: "Key figures", Facts: []document.Fact{{Label: "Registered persons", Value: "314"}, {Label: "Confirmed", Value: "250"},
			{Label: "Joined", Value: "201"}, {Label: "Attended at least half of the time", Value: "173 (69 % of confirmed)"}, {Label: "Women", Value: "88 (51 %)"}}},
		document.Paragraph{Text: "The webinar brought together police officers, prosecutors, judges and financial intelligence analysts of the region. It was the fourth of a series and the first with interpretation. Participants discussed how a parallel financial investigation is opened on the first day of a case, and which requests a service provider answers within hours."},
		document.List{Items: []string{"The expected outcomes were reached for all four target groups.", "Cooperation channels with three providers were presented and documented, with contact points that answer within a day.", "A follow-up survey will be sent in September."}},
		document.List{Numbered: true, Items: []string{"Share the slides.", "Send the certificates."}},
		document.Heading{Level: 2, Text: "From registration to attendance"},
		document.Paragraph{Text: "Each step is counted in persons, not in submissions."},
		figure(t, "funnel", "Figure 1. From registration to attendance", 720, 260),
		document.Heading{Level: 1, Text: "Participation"},
		document.Heading{Level: 2, Text: "By country/area"})
	rows := [][]string{}
	for i, c := range countries {
		rows = append(rows, []string{c, fmt.Sprint(12 + i), fmt.Sprint(3 * i), fmt.Sprint(i), fmt.Sprint(20 - i), fmt.Sprint(7 + i), fmt.Sprint(42 + 3*i)})
	}
	rows = append(rows, []string{"All", "144", "108", "36", "144", "99", "486"})
	cols := []document.Column{{Title: "Country/area"}, {Title: "Police", Align: document.Right}, {Title: "Prosecutors", Align: document.Right}, {Title: "Judges", Align: document.Right},
		{Title: "Financial intelligence", Align: document.Right}, {Title: "Private sector", Align: document.Right}, {Title: "All", Align: document.Right}}
	add(document.Table{Caption: "Table 1. Participants by country/area and sector", Columns: cols, Rows: rows, Total: true, RowHeader: true,
		Notes: []string{"Participants are persons present for half of the webinar or longer."}},
		figure(t, "bars", "Figure 2. Participants by country/area", 720, 360),
		document.Heading{Level: 2, Text: "By sector"}, figure(t, "stacked", "Figure 3. Participants by country/area and sector", 720, 380),
		document.Heading{Level: 2, Text: "Presence over time"}, figure(t, "minutes", "Figure 4. Present at the start of each minute", 720, 300),
		document.Paragraph{Small: true, Text: "Presence is the union of a person's stays."},
		document.Heading{Level: 1, Text: "Method"}, document.Heading{Level: 2, Text: "Matching"}, document.Heading{Level: 3, Text: "Certain matches"},
		document.Paragraph{Text: "Attendance was matched with registrations by address, name and institution. İğdır, Çankaya, Šibenik, Đakovica, Скопје, Αθήνα. n ≥ 5 − 3 → 2 ✓"},
		document.Heading{Level: 1, Number: "Annex A", Text: "Participants"})
	long := document.Table{Caption: "Table 2. Participants", RowHeader: true, Columns: []document.Column{{Title: "No.", Align: document.Right}, {Title: "Name"}, {Title: "Institution"}, {Title: "Country/area"}, {Title: "Minutes", Align: document.Right}}}
	for i := range 120 {
		long.Rows = append(long.Rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("Ana Primjer %d", i+1), "Ministry of Internal Affairs, Directorate for Organised Crime", countries[i/20], fmt.Sprintf("%d.%d", 60+i%60, i%10)})
	}
	add(long)
	return d
}

// write draws a document.
func write(t testing.TB, d document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatalf("Write: %v (%v)", err, unwrap(err))
	}
	return b.Bytes()
}

// unwrap shows the cause of a fault, which its sentence hides.
func unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

func TestSample(t *testing.T) {
	data := write(t, sample(t))
	if *lookAt != "" {
		if err := os.WriteFile(*lookAt, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(data) < 20_000 {
		t.Errorf("the sample report has only %d bytes", len(data))
	}
}
