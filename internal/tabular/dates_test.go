package tabular_test

import (
	"testing"
	"time"
	_ "time/tzdata"

	"pgregory.net/rapid"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestParse(t *testing.T) {
	bucharest := zone(t, "Europe/Bucharest")
	for _, c := range []struct{ order, text, want string }{
		{"ymd", "2020-05-28 14:00:00", "2020-05-28T11:00:00Z"},
		{"ymd", "2020-05-28", "2020-05-27T21:00:00Z"},
		{"ymd", "2020/5/8 4:05", "2020-05-08T01:05:00Z"},
		{"ymd", "2020-05-28T14:00:00Z", "2020-05-28T14:00:00Z"},
		{"ymd", "2020-05-28T14:00:00.250+02:00", "2020-05-28T12:00:00.25Z"},
		{"ymd", "2020-05-11 19:29:40 UTC", "2020-05-11T19:29:40Z"},
		{"ymd", "2020/05/27 2:01:33 PM GMT+3", "2020-05-27T11:01:33Z"},
		{"ymd", "2020-05-28 14:00:00 +0530", "2020-05-28T08:30:00Z"},
		{"mdy", "05/28/2020 01:44:00 PM", "2020-05-28T10:44:00Z"},
		{"mdy", "5/28/20, 1:44:00\u202fPM", "2020-05-28T10:44:00Z"},
		{"mdy", "5/28/2020, 12:04:00\u00a0a.m.", "2020-05-27T21:04:00Z"},
		{"mdy", "5/28/2020 12:30 p. m.", "2020-05-28T09:30:00Z"},
		{"mdy", "05/27/2020 - 14:03", "2020-05-27T11:03:00Z"},
		{"mdy", "11/04/2020, 9:50:12 AM", "2020-11-04T07:50:12Z"},
		{"dmy", "28/05/2020, 13:44:00", "2020-05-28T10:44:00Z"},
		{"dmy", "28.05.2020 13:44", "2020-05-28T10:44:00Z"},
		{"dmy", "28. 5. 2020. 13:44", "2020-05-28T10:44:00Z"},
		{"dmy", "28.05.2020 13.44.05", "2020-05-28T10:44:05Z"},
		{"dmy", "14/11/22, 09:29:07", "2022-11-14T07:29:07Z"},
		{"dmy", "28/05/2020 à  09:01:31", "2020-05-28T06:01:31Z"},
		{"dmy", "28.05.2020 um 09:01 Uhr", "2020-05-28T06:01:00Z"},
		{"dmy", "28.05.2020 ÖS 2:05", "2020-05-28T11:05:00Z"},
		{"dmy", "28.5.2020 02:05 попл.", "2020-05-28T11:05:00Z"},
		{"dmy", "\u200e28\u200e/\u200e05\u200e/\u200e2020 13:44", "2020-05-28T10:44:00Z"},
		{"ymd", "May 28, 2020 13:44:00", "2020-05-28T10:44:00Z"},
		{"ymd", "Mar 22, 2025 7:13 PM", "2025-03-22T17:13:00Z"},
		{"ymd", "May 11, 2020 01:44 PM EEST", "2020-05-11T10:44:00Z"},
		{"ymd", "28 May 2020 14:00", "2020-05-28T11:00:00Z"},
		{"ymd", "Thursday, 28 May 2020 at 14:00", "2020-05-28T11:00:00Z"},
		{"ymd", "Thu, May 28th, 2020, 2:00 PM (UTC+02:00)", "2020-05-28T12:00:00Z"},
		{"ymd", "2020. 05. 28. 9:45:00", "2020-05-28T06:45:00Z"},
		{"ymd", "mardi 26 mai 2020 14h05", "2020-05-26T11:05:00Z"},
		{"ymd", "28. maja 2020. u 14:00", "2020-05-28T11:00:00Z"},
		{"ymd", "28 мај 2020 14:00", "2020-05-28T11:00:00Z"},
		{"ymd", "28. maj 2020. godine, 14:00", "2020-05-28T11:00:00Z"},
		{"dmy", "28.05.2020 г., 14:00:05 ч.", "2020-05-28T11:00:05Z"},
		{"dmy", "28.5.2020. god. 14:00", "2020-05-28T11:00:00Z"},
		{"ymd", "28 Mayıs 2020 14:00", "2020-05-28T11:00:00Z"},
		{"ymd", "28 lipca 2020 14:00", "2020-07-28T11:00:00Z"},
		{"ymd", "28 de mayo de 2020 14:00", "2020-05-28T11:00:00Z"},
		{"ymd", "28-May-20 14:00", "2020-05-28T11:00:00Z"},
		{"dmy", "30/02/2020", ""},
		{"dmy", "28/05/2020 25:00", ""},
		{"dmy", "28/05/2020 14:00 tomorrow", ""},
		{"mdy", "28/05/2020", ""},
		{"ymd", "28/05/2020", ""},
		{"ymd", "--", ""},
		{"ymd", "", ""},
		{"ymd", "43979.58", ""},
		{"ymd", "91234567890", ""},
	} {
		t.Run(c.order+" "+c.text, func(t *testing.T) {
			got, err := tabular.DateLayout{Order: c.order}.Parse(c.text, bucharest)
			switch {
			case c.want == "" && err == nil:
				t.Fatalf("read as %s, want a refusal", got)
			case c.want == "" && !fault.Is(err, fault.Invalid):
				t.Fatalf("error %v, want an invalid value", err)
			case c.want != "" && err != nil:
				t.Fatal(err)
			case c.want != "" && got.Format(time.RFC3339Nano) != c.want:
				t.Fatalf("got %s, want %s", got.Format(time.RFC3339Nano), c.want)
			}
		})
	}
}

func TestParseSerialOnlyWhenAsked(t *testing.T) {
	for text, want := range map[string]string{
		"43979.58": "2020-05-28T13:55:12Z", "43979": "2020-05-28T00:00:00Z", "43962,47125": "2020-05-11T11:18:36Z",
	} {
		got, err := tabular.DateLayout{Order: "ymd", Serial: true}.Parse(text, time.UTC)
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%s: got %s, %v; want %s", text, got.Format(time.RFC3339), err, want)
		}
	}
}

func TestInferDates(t *testing.T) {
	may := time.Date(2020, 5, 28, 11, 0, 0, 0, time.UTC)
	december := time.Date(2020, 12, 11, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		values []string
		near   time.Time
		want   string
	}{
		{"year first", []string{"2020-05-28 14:00", "--", ""}, time.Time{}, "ymd"},
		{"words", []string{"May 28, 2020 13:44:00", "Jun 1, 2020 13:44:00"}, time.Time{}, "ymd"},
		{"a first number above 12", []string{"05/06/2020", "28/05/2020"}, time.Time{}, "dmy"},
		{"a second number above 12", []string{"05/06/2020", "05/28/2020"}, time.Time{}, "mdy"},
		{"a number above 12 beats AM/PM", []string{"28/05/2020 1:00 PM"}, time.Time{}, "dmy"},
		{"dots", []string{"05.06.2020 14:00"}, time.Time{}, "dmy"},
		{"same numbers", []string{"5/5/2020", "6/6/2020"}, time.Time{}, "dmy"},
		{"rows in order", []string{"02/03/2020", "08/05/2020", "01/08/2020", "03/09/2020"}, time.Time{}, "dmy"},
		{"rows in order backwards", []string{"09/03/2020", "08/01/2020", "05/08/2020", "03/02/2020"}, time.Time{}, "mdy"},
		{"near, day first", []string{"11/12/2020, 12:27:24"}, december, "dmy"},
		{"near, month first", []string{"12/11/2020, 12:27:24"}, december, "mdy"},
		{"near beats AM/PM", []string{"11/12/2020, 12:27:24 PM"}, december, "dmy"},
		{"close together", []string{"03/05/2020", "09/05/2020", "05/05/2020", "12/05/2020"}, time.Time{}, "dmy"},
		{"registrations before the webinar", []string{"04/05/2020", "11/05/2020", "11/05/2020"}, may, "dmy"},
		{"AM/PM", []string{"5/6/2020, 1:49:00 PM"}, time.Time{}, "mdy"},
		{"nothing decides", []string{"05/06/2020 14:00"}, time.Time{}, "ambiguous"},
		{"they contradict", []string{"28/05/2020", "05/28/2020"}, may, "ambiguous"},
		{"no dates at all", []string{"yes", ""}, may, "ymd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := tabular.InferDates(c.values, c.near)
			if c.want == "ambiguous" {
				if !fault.Is(err, fault.Ambiguous) {
					t.Fatalf("got %v, %v; want an ambiguity", got, err)
				}
				return
			}
			if err != nil || got.Order != c.want || got.Why == "" {
				t.Fatalf("got %+v, %v; want %s", got, err, c.want)
			}
		})
	}
}

// Whatever the order, a column with every day of a month is understood, and each text gives its own instant back.
func TestInferDatesRoundTrip(t *testing.T) {
	layouts := map[string]string{"dmy": "02/01/2006, 15:04:05", "mdy": "1/2/06, 3:04:05 PM", "ymd": "2006-01-02T15:04:05"}
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.SampledFrom([]string{"dmy", "mdy", "ymd"}).Draw(t, "order")
		start := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
		instants := []time.Time{time.Date(2021, 7, 29, 10, 0, 0, 0, time.UTC)}
		for _, s := range rapid.SliceOf(rapid.IntRange(0, 3*366*86400)).Draw(t, "seconds") {
			instants = append(instants, start.Add(time.Duration(s)*time.Second))
		}
		var texts []string
		for _, i := range instants {
			texts = append(texts, i.Format(layouts[order]))
		}
		layout, err := tabular.InferDates(texts, time.Time{})
		if err != nil || layout.Order != order {
			t.Fatalf("inferred %+v, %v; want %s", layout, err, order)
		}
		for i, text := range texts {
			if got, err := layout.Parse(text, time.UTC); err != nil || !got.Equal(instants[i]) {
				t.Fatalf("%q: got %v, %v", text, got, err)
			}
		}
	})
}

func TestParseClock(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"1:51 PM": 13*time.Hour + 51*time.Minute, "13:44:05": 13*time.Hour + 44*time.Minute + 5*time.Second,
		"12:00\u202fAM": 0, "12:10 pm": 12*time.Hour + 10*time.Minute,
	} {
		if got, ok := tabular.ParseClock(text); !ok || got != want {
			t.Errorf("%q: got %v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "13", "24:00", "12:61", "1:51 PM later", "13:00 PM AM"} {
		if got, ok := tabular.ParseClock(text); ok {
			t.Errorf("%q: read as %v, want a refusal", text, got)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"2020-05-28T14:00:00Z", "5/28/20, 1:44:00 PM", "mardi 26 mai 2020 14h05", "28.05.2020.", "İ\u0307 1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := tabular.DateLayout{Order: "dmy", Serial: true}.Parse(s, time.UTC)
		if err == nil && (got.Year() < 1899 || got.Year() > 2200) {
			t.Fatalf("year %d", got.Year())
		}
		tabular.ParseClock(s)
		tabular.ParseDuration(s, time.Minute)
	})
}
