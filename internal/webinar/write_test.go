package webinar_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/webinar"
)

var writers = map[string]func(webinar.Outline) []byte{"text": webinar.WriteText, "page": webinar.WriteHTML}

// What was written is read back as the same outline, and written again as the same bytes.
func TestWrittenOutlineIsReadBack(t *testing.T) {
	for _, name := range []string{"outline-sample.txt", "outline-sample.html", "outline-pasted.txt", "outline-rows.html"} {
		want := readOutline(t, name, testdata(t, name))
		for kind, write := range writers {
			data := write(want)
			got := readOutline(t, name, data)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s as %s: %s", name, kind, difference(asJSON(t, want), asJSON(t, got)))
			}
			if again := write(got); string(again) != string(data) {
				t.Errorf("%s as %s: the second writing differs: %s", name, kind, difference(string(data), string(again)))
			}
		}
	}
}

// What an officer sets is in the text too, so that the page says the same when it is read back.
func TestSetNumbersAreInTheText(t *testing.T) {
	for _, c := range []struct {
		participants, activities []string
	}{
		{[]string{"Up to three hundred (300) participants."}, []string{"Under Result/Immediate outcome 7 of the project."}},
		{[]string{"50-80 participants, or up to 90 participants. Judges."}, []string{"Results 5 and 7 are concerned."}},
		{[]string{"For judges."}, []string{"No number."}},
	} {
		w := webinar.Webinar{Outline: readOutline(t, "sample", testdata(t, "outline-sample.txt"))}
		for field, values := range map[string][]string{"participants": c.participants, "activities": c.activities} {
			if err := webinar.Set(&w, field, values); err != nil {
				t.Fatal(err)
			}
		}
		for field, value := range map[string]string{"capacity": "150", "result": "3"} {
			if err := webinar.Set(&w, field, []string{value}); err != nil {
				t.Fatal(err)
			}
		}
		for kind, write := range writers {
			if o := readOutline(t, kind, write(w.Outline)); o.Capacity != 150 || o.Result != 3 {
				t.Errorf("%s of %q, %q: capacity %d, Result %d\n%q\n%q", kind, c.participants, c.activities, o.Capacity, o.Result, o.Participants, o.Activities)
			}
		}
	}
}

// The sample, which is in the published layout, keeps its lines but for blanks and tags.
func TestPublishedLayoutIsKept(t *testing.T) {
	got := string(webinar.WriteText(readOutline(t, "sample", testdata(t, "outline-sample.txt"))))
	for _, want := range []string{
		"iPROCEEDS-2\n\n", "\nDate and hour\t28 May 2020 14h00 (Eastern European Summer Time: GMT +3 hours)\n", "\nExpected duration\t2 hours\n",
		"\nExpected outcomes\t• Participants know", "\n\tIt also shows", "\n--\t---\n\nwww.example.org/cybercrime\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the text lacks %q:\n%s", want, got)
		}
	}
}

func TestPageIsCompleteAndEscaped(t *testing.T) {
	o := readOutline(t, "sample", testdata(t, "outline-sample.txt"))
	o.Title = `Online <script>alert("x")</script> & more`
	o.Background = []string{`5 < 6 "quoted" <img src=x onerror=alert(1)>`}
	o.WebReference = `javascript:alert(1)`
	page := string(webinar.WriteHTML(o))
	for _, want := range []string{"<!DOCTYPE html>", `<html lang="en">`, "<title>Online &lt;script&gt;", "<h1>Online &lt;script&gt;", `<th scope="row">Background</th>`, "<li>"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, never := range []string{"<script", "<img", `href="javascript:`} {
		if strings.Contains(page, never) {
			t.Errorf("the page holds %q", never)
		}
	}
}

// Fields that no longer fit their rows are written anew.
func TestChangedFieldsAreWritten(t *testing.T) {
	o := readOutline(t, "sample", testdata(t, "outline-sample.txt"))
	w := webinar.Webinar{Outline: o}
	for _, c := range []struct {
		field  string
		values []string
	}{
		{"title", []string{"Another title"}},
		{"start", []string{"2020-11-12 09:30"}},
		{"duration_minutes", []string{"95"}},
		{"language", []string{"French"}},
		{"interpretation", []string{"Serbian", "tr"}},
		{"speakers", []string{"Ana KOVAČ, Judge, Basic Court-moderator", "Ivo PERIĆ, Head of Section, State Prosecution"}},
		{"background", []string{"One.", "Two."}},
		{"expected_outcomes", []string{"First", "Second"}},
		{"capacity", []string{"250"}},
		{"resources", []string{"Partner Agency: Trends", "Convention"}},
		{"registration", []string{"Only registrations on the website are confirmed."}},
		{"activities", []string{"Under Result 5, with FIUs."}},
		{"web_reference", []string{"www.example.net/x"}},
	} {
		if err := webinar.Set(&w, c.field, c.values); err != nil {
			t.Fatalf("%s: %v", c.field, err)
		}
	}
	for kind, write := range writers {
		got := readOutline(t, kind, write(w.Outline))
		got.Rows, got.Sources, got.Problems = nil, nil, nil
		want := w.Outline
		want.Rows, want.Sources, want.Problems = nil, nil, nil
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %s", kind, difference(asJSON(t, want), asJSON(t, got)))
		}
	}
}

// Outlines of any content come back from both forms.
func TestAnyOutlineComesBack(t *testing.T) {
	zones := []string{"Europe/Bucharest", "Europe/Paris", "Europe/Istanbul", "Europe/Skopje", "Europe/London", "Asia/Tbilisi", "Etc/UTC"}
	word := rapid.StringMatching(`[A-ZŠĆÖİ][a-zšćöı]{2,8}`)
	sentence := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 3, 8).Draw(t, "words"), " ") + rapid.SampledFrom([]string{".", "", " & <x>", ` "q"`, " 5 < 6"}).Draw(t, "end")
	})
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(zones).Draw(t, "zone")
		w := webinar.Webinar{}
		set := func(field string, values ...string) {
			if err := webinar.Set(&w, field, values); err != nil {
				t.Fatalf("%s %q: %v", field, values, err)
			}
		}
		set("project", word.Draw(t, "code"))
		set("project_title", sentence.Draw(t, "project title"))
		set("title", sentence.Draw(t, "title"))
		set("zone", zone)
		start := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 5*365*24*4).Draw(t, "quarters")) * 15 * time.Minute)
		set("start", start.Format(time.RFC3339))
		set("duration_minutes", rapid.SampledFrom([]string{"30", "60", "95", "120", "245"}).Draw(t, "minutes"))
		set("language", rapid.SampledFrom([]string{"en", "fr", "sr"}).Draw(t, "language"))
		set("interpretation", rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"tr", "mk", "sq", "hr"}), 0, 3, rapid.ID[string]).Draw(t, "interpretation")...)
		set("background", rapid.SliceOfN(sentence, 1, 3).Draw(t, "background")...)
		set("objectives", rapid.SliceOfN(sentence, 1, 3).Draw(t, "objectives")...)
		set("expected_outcomes", rapid.SliceOfN(sentence, 1, 4).Draw(t, "outcomes")...)
		set("participants", rapid.SliceOfN(sentence, 1, 3).Draw(t, "participants")...)
		set("registration", sentence.Draw(t, "registration"))
		set("resources", rapid.SliceOfN(sentence, 1, 3).Draw(t, "resources")...)
		set("activities", rapid.SliceOfN(sentence, 1, 2).Draw(t, "activities")...)
		set("web_reference", "www.example.org/"+rapid.StringMatching(`[a-z]{1,6}`).Draw(t, "path"))
		want := w.Outline
		want.Speakers, want.Rows, want.Sources, want.Problems = nil, nil, nil, nil
		for kind, write := range writers {
			got, err := webinar.ReadOutline(kind, write(w.Outline))
			if err != nil {
				t.Fatalf("%s: %v\n%s", kind, err, write(w.Outline))
			}
			got.Speakers, got.Rows, got.Sources, got.Problems = nil, nil, nil, nil
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%s:\n got %+v\nwant %+v\n%s", kind, got, want, write(w.Outline))
			}
		}
	})
}
