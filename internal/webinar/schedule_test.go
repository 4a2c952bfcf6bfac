package webinar

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// scheduleOf reads a date row and a duration row alone.
func scheduleOf(date, length string) Outline {
	o := Outline{Sources: map[string]string{}}
	r := &reader{outline: &o}
	r.readSchedule(date, length)
	return o
}

// Two hours with a sign between them are a start and an end, whatever the sign and whether or not blanks stand around it;
// a length may stand behind the hours. Sessions of one day run from the first start to the last end.
func TestHoursOfADateRow(t *testing.T) {
	for text, want := range map[string]string{
		"28 May 2020, 14:00-16:00 (CEST)": "12:00 120", "28 May 2020, 14:00–16:00 (CEST)": "12:00 120", "28 May 2020, 13h00–15h00 (CEST)": "11:00 120",
		"28 May 2020, 09:30 — 12:00 (CEST)": "07:30 150", "28 May 2020, 2pm–4pm CEST": "12:00 120", "28 May 2020, 14-16 h (CEST)": "12:00 120",
		"Thursday 28.05.2020 | 11.00 - 13.00 CEST": "09:00 120", "2020-05-28T14:00-04:00": "18:00 0", "2020-05-28 14:00:00-04:00": "18:00 0", "2020-05-28 14:00+03:00": "11:00 0",
		"28. maj 2020. godine, 10.00–12.00 časova (CEST)": "08:00 120", "28 мај 2020 година, од 10:00 до 12:00 часот (CEST)": "08:00 120",
		"28 mai 2020, ora 10:00–12:00 (ora României)": "07:00 120", "28 Mayıs 2020 Perşembe, 14:00-16:00 (TSİ)": "11:00 120",
		"28 May 2020 at 10.30 a.m. (CEST), 90 minutes": "08:30 90", "28 May 2020, 14h (Brussels time), 2 hours": "12:00 120",
		"28 May 2020 at 14h00 CEST (15h00 EEST), duration: 1h30": "12:00 90", "28 May 2020 (CEST), 14 h": "12:00 0",
		"28 May 2020, 10:00–11:30; 12:00–13:00 (CEST)": "08:00 180", "28 May 2020, 10:00-11:00 CEST and 11:30-12:30 CEST": "08:00 150",
		"28 May 2020, 10:00–12:00 CEST (registration 09:30–10:00)": "08:00 120", "28 May 2020, 10:00–11:00 CEST / 11:00–12:00 EEST": "08:00 60",
		"28 May 2020, 11:00–12:00 Bucharest time (12:00–13:00 in Ankara)": "08:00 60", "28 May 2020, 10:00–11:00 CEST / 11:00–12:00": "08:00 60",
		"28 May 2020, 10:00–11:00 (session 1), 11:30–12:30 (session 2) CEST": "08:00 150",
	} {
		o := scheduleOf(text, "")
		if got := fmt.Sprintf("%s %d", o.Start.Format("15:04"), o.DurationMinutes); got != want || o.Start.Day() != 28 {
			t.Errorf("%q: %s %s, want %s", text, o.Start.Format(time.DateOnly), got, want)
		}
	}
	for text, says := range map[string]string{
		"28 May 2020, 10:00–11:30; 12:00–13:00 (CEST)": "several sessions", "28 May 2020, 10:00–12:00 CEST (registration 09:30–10:00)": "more than one hour",
	} {
		if o := scheduleOf(text, ""); len(o.Problems) == 0 || !strings.Contains(o.Problems[0].Message, says) {
			t.Errorf("%q: %v, want %q", text, o.Problems, says)
		}
	}
	if minutes, ok := parseDuration("2-3 h"); ok {
		t.Errorf("a length between two and three hours is %d minutes", minutes)
	}
}

func TestDateRow(t *testing.T) {
	const bucharest = "Europe/Bucharest"
	for _, c := range []struct {
		text, start, zone string
		problems          string // fields, joined by one space
	}{
		{"28 May 2020 14h00 (Eastern European Summer Time: GMT +3 hours)", "2020-05-28T11:00Z", bucharest, ""},
		{"Thursday, 28 May 2020, 14:00 (EEST)", "2020-05-28T11:00Z", bucharest, ""},
		{"28 May 2020 17h30 Eastern European Summer Time", "2020-05-28T14:30Z", bucharest, ""},
		{"28 May 2020, 2 pm (Bucharest time)", "2020-05-28T11:00Z", bucharest, ""},
		{"May 28, 2020 at 2:00 p.m. EEST", "2020-05-28T11:00Z", bucharest, ""},
		{"28th of May 2020 at 14.00 (CEST)", "2020-05-28T12:00Z", "Europe/Paris", ""},
		{"28.05.2020, 14.00 h (CEST, UTC+2)", "2020-05-28T12:00Z", "Europe/Paris", ""},
		{"28/05/2020 14:00 (Turkey time, GMT+3)", "2020-05-28T11:00Z", "Europe/Istanbul", ""},
		{"2020-05-28 14:00 (Europe/Skopje)", "2020-05-28T12:00Z", "Europe/Skopje", ""},
		{"2020-05-28T14:00+03:00 (Eastern European Summer Time)", "2020-05-28T11:00Z", bucharest, ""},
		{"12 November 2020 10h00 (Central European Time: GMT +1 hour)", "2020-11-12T09:00Z", "Europe/Paris", ""},
		{"12 November 2020 10h00 (Eastern European Time: GMT +2 hours)", "2020-11-12T08:00Z", bucharest, ""},
		{"12 novembre 2020 à 10h00 (heure de Strasbourg)", "2020-11-12T09:00Z", "Europe/Paris", ""},
		{"28. maja 2020. u 14:00 (Sarajevo)", "2020-05-28T12:00Z", "Europe/Sarajevo", ""},
		{"28 Mayıs 2020 14.00 (Türkiye time)", "2020-05-28T11:00Z", "Europe/Istanbul", ""},
		{"28 May 2020 noon UTC", "2020-05-28T12:00Z", "Etc/UTC", ""},
		{"28 May 2020\u00a014h00 (Eastern European Summer Time: GMT\u00a0+3\u00a0hours)", "2020-05-28T11:00Z", bucharest, ""},
		{"28-May-2020 1400 hrs EEST", "2020-05-28T11:00Z", bucharest, ""},
		{"2020/05/28 14:00 +03:00", "2020-05-28T11:00Z", bucharest, "zone"},
		{"28 May 2020 | 2.00 pm – 3.30 pm | CEST", "2020-05-28T12:00Z", "Europe/Paris", "duration_minutes"},
		{"Thursday, 28th May 2020; 10:00hrs EAT", "2020-05-28T07:00Z", "Africa/Nairobi", ""},
		{"28 mai 2020 à 14 h 30 (heure de Bucarest)", "2020-05-28T11:30Z", bucharest, ""},
		{"28 mai 2020, 14h00 (heure d’été d’Europe centrale : GMT +2 heures)", "2020-05-28T12:00Z", "Europe/Paris", ""},
		{"28 Mayıs 2020 Perşembe, 14.00 (TSİ)", "2020-05-28T11:00Z", "Europe/Istanbul", ""},
		{"četvrtak, 28. maj 2020. u 14:00 (CEST)", "2020-05-28T12:00Z", "Europe/Paris", ""},
		{"28 May 2020 10 am Eastern Daylight Time", "2020-05-28T14:00Z", "America/New_York", ""},
		{"15 December 2021, 14h00 TRT", "2021-12-15T11:00Z", "Europe/Istanbul", ""},
		{"28 May 2020 14h00 (UTC/GMT +3 hours)", "2020-05-28T11:00Z", bucharest, "zone"},
		{"28 May 2020 14h00 (Kyiv time, EEST)", "2020-05-28T11:00Z", "Europe/Kyiv", ""},
		{"28 May 2020 14h00 EET/EEST", "2020-05-28T11:00Z", bucharest, ""},
		// A weekday tells day and month apart.
		{"Friday 05/06/2020, 14h00 (EEST)", "2020-06-05T11:00Z", bucharest, ""},
		{"Wednesday 05/06/2020, 14h00 (EEST)", "2020-05-06T11:00Z", bucharest, ""},
		// The same moment on several clocks.
		{"28 May 2020, 10h00 CEST / 11h00 EEST / 12h00 Tbilisi time", "2020-05-28T08:00Z", "Europe/Paris", ""},
		{"28 May 2020 11:00 GMT / 14:00 EEST / 13:00 CEST", "2020-05-28T11:00Z", "Etc/UTC", ""},
		{"28 May 2020, 14h00/13h00 (EEST/CEST)", "2020-05-28T11:00Z", bucharest, ""},
		{"28 May 2020, Bucharest time: 14h00 (GMT+3), Strasbourg time: 13h00 (GMT+2)", "2020-05-28T11:00Z", bucharest, ""},
		{"28 May 2020, 10h00 CEST / 12h00 EEST", "2020-05-28T08:00Z", "Europe/Paris", "start"},
		// Name, offset and date are held against each other; the printed offset decides.
		{"15 December 2020 14h00 (EEST, GMT+2)", "2020-12-15T12:00Z", bucharest, "zone"},
		{"28 May 2020 14h00 CET (GMT+2)", "2020-05-28T12:00Z", "Europe/Paris", "zone"},
		{"28 May 2020 14h00 (Bucharest time, EET)", "2020-05-28T11:00Z", bucharest, "zone"},
		{"28 May 2020 14h00 (GMT+3 / UTC+2)", "2020-05-28T11:00Z", bucharest, "zone zone"},
		{"28 May 2020 14h00 (GMT +5:30)", "2020-05-28T08:30Z", "Etc/UTC", "zone"},
		{"28 May 2020 14h00 (EET / GMT+2)", "2020-05-28T12:00Z", bucharest, "zone"},
		{"28 May 2020 14h00 (Eastern European Summer Time: GMT +2 hours)", "2020-05-28T12:00Z", bucharest, "zone"},
		{"12 November 2020 14h00 (Eastern European Summer Time: GMT +3 hours)", "2020-11-12T11:00Z", bucharest, "zone"},
		{"12 January 2021 14h00 (Turkey time: GMT +2 hours)", "2021-01-12T12:00Z", "Europe/Istanbul", "zone"},
		// Without an offset the clock of the date decides.
		{"28 May 2020 14h00 (CET)", "2020-05-28T12:00Z", "Europe/Paris", "zone"},
		// An offset alone, and no zone at all.
		{"28 May 2020 14h00 (GMT +3)", "2020-05-28T11:00Z", bucharest, "zone"},
		{"12 January 2021 14h00 (UTC+3)", "2021-01-12T11:00Z", "Europe/Istanbul", "zone"},
		{"12 January 2021 14h00 (UTC+4)", "2021-01-12T10:00Z", "Etc/GMT-4", "zone"},
		{"28 May 2020 14h00", "2020-05-28T11:00Z", bucharest, "zone"},
		// What cannot be read stays open.
		{"05/06/2020 14:00 EEST", "", bucharest, "start"},
		{"28 May, 14h00 EEST", "", bucharest, "start"},
		{"to be confirmed", "", bucharest, "start"},
		{"28 May 2020 (EEST)", "", bucharest, "start"},
		{"31 June 2020 14h00 EEST", "", bucharest, "start"},
		{"28/05/20 14h00 EEST", "", bucharest, "start"},
		{"28 May 2020 14h60 EEST", "", bucharest, "start"},
		{"28 May 2020 14h00 (PST)", "", bucharest, "start"},
		{"28 May 2020 14h00, Elbonian Time", "", bucharest, "start"},
		{"29 March 2020 03h30 (Bucharest time)", "", bucharest, "start"}, // the clocks go forward
		// More than one day or hour, and a weekday that is not the date's.
		{"28-29 May 2020 14h00 (EEST)", "2020-05-28T11:00Z", bucharest, "start"},
		{"28 May to 2 June 2020, 14h00 (EEST)", "2020-05-28T11:00Z", bucharest, "start"},
		{"28 and 29 May 2020, 14h00 (EEST)", "2020-05-28T11:00Z", bucharest, "start"},
		{"28, 29 and 30 May 2020, 14h00 (EEST)", "2020-05-28T11:00Z", bucharest, "start"},
		{"Thursday 28 - Friday 29 May 2020, 14h00 (EEST)", "2020-05-28T11:00Z", bucharest, "start"},
		{"May 28 – June 2, 2020, 14:00 (EEST)", "2020-05-28T11:00Z", bucharest, "start"},
		{"30 December to 2 January 2021, 10h00 (CET)", "2020-12-30T09:00Z", "Europe/Paris", "start"},
		{"14:00, 28 May 2020 (EEST)", "2020-05-28T11:00Z", bucharest, ""},
		{"Friday 28 May 2020 14h00 (EEST)", "2020-05-28T11:00Z", bucharest, "start"},
		{"28 May 2020 14h00 (EEST), test call 13h30", "2020-05-28T11:00Z", bucharest, "start"},
	} {
		o := scheduleOf(c.text, "2 hours")
		got := ""
		if !o.Start.IsZero() {
			got = o.Start.Format("2006-01-02T15:04Z07:00")
		}
		if got != c.start || o.Zone != c.zone {
			t.Errorf("%q: start %q zone %q, want %q %q", c.text, got, o.Zone, c.start, c.zone)
		}
		if fields := problemFields(o); fields != c.problems {
			t.Errorf("%q: problems %q, want %q: %v", c.text, fields, c.problems, o.Problems)
		}
	}
}

func problemFields(o Outline) string {
	var fields []string
	for _, p := range o.Problems {
		fields = append(fields, p.Field)
	}
	return strings.Join(fields, " ")
}

func TestZoneContradictionNamesAllThree(t *testing.T) {
	o := scheduleOf("28 May 2020 14h00 (EET: GMT +2 hours)", "2 hours")
	if len(o.Problems) != 1 {
		t.Fatalf("problems = %v, want one", o.Problems)
	}
	for _, want := range []string{"EET", "GMT +2 hours", "28 May 2020", "GMT +3 hours"} {
		if !strings.Contains(o.Problems[0].Message, want) {
			t.Errorf("%q does not name %q", o.Problems[0].Message, want)
		}
	}
}

func TestHoursOfTheDateRowGiveTheEnd(t *testing.T) {
	for _, c := range []struct {
		date, length string
		minutes      int
		problems     string
	}{
		{"28 May 2020 14h00-16h00 (EEST)", "", 120, ""},
		{"28 May 2020, from 14:00 to 15:30 (EEST)", "", 90, ""},
		{"28 May 2020, 2-4 pm (EEST)", "", 120, ""},
		{"28 May 2020, 11 am – 1 pm (EEST)", "", 120, ""},
		{"28 May 2020, 11-1 pm (EEST)", "", 120, ""},
		{"28 May 2020 23h00-01h00 (EEST)", "", 120, ""},
		{"28 May 2020 14h00-16h00 (EEST)", "2 hours", 120, ""},
		{"28 May 2020 14h00-16h00 (EEST)", "90 minutes", 90, "duration_minutes"},
		{"28 May 2020 14h00 (EEST)", "", 0, "duration_minutes"},
		{"28 May 2020 14h00 (EEST)", "half a day", 0, "duration_minutes"},
		{"28 May 2020, 14.00-16.00 TRT (13.00-15.00 CEST)", "", 120, ""},
		{"28 May 2020, 14.00-16.00 TRT (13.00-14.00 CEST)", "", 120, "start"},
		{"28 May 2020, at 10h00 and 14h00 (EEST)", "", 0, "start duration_minutes"},
		{"28 May 2020, between 10h00 and 14h00 (EEST)", "", 240, ""},
		{"25-26 November 2020, 9h30-12h30 (CET)", "3 hours per day", 180, "start duration_minutes"},
	} {
		o := scheduleOf(c.date, c.length)
		if o.DurationMinutes != c.minutes || problemFields(o) != c.problems {
			t.Errorf("%q, %q: %d minutes, problems %v, want %d and %q", c.date, c.length, o.DurationMinutes, o.Problems, c.minutes, c.problems)
		}
		if end := o.Start.Add(time.Duration(c.minutes) * time.Minute); c.minutes > 0 && !o.End.Equal(end) {
			t.Errorf("%q: end %v, want %v", c.date, o.End, end)
		}
	}
}

func TestDurations(t *testing.T) {
	for text, want := range map[string]int{
		"2 hours": 120, "two hours": 120, "2h": 120, "1h30": 90, "1 h 30": 90, "90 minutes": 90, "90 min.": 90, "1.5 hours": 90, "1,5 hours": 90,
		"1½ hours": 90, "2 ½ hours": 150, "1 hour 30 minutes": 90, "1 hour and 30 minutes": 90, "one hour and a half": 90, "one and a half hours": 90,
		"two and a half hours": 150, "an hour": 60, "an hour and a half": 90, "half an hour": 30, "ninety minutes": 90, "approximately 2 hours": 120, "2 hours (14h00-16h00)": 120,
		"14h00-16h00 (2 hours)": 120, "02:00": 120, "1:30:00": 90, "2 heures": 120, "120'": 120, "2 hours.": 120, "45 minutes": 45, "2-hour webinar": 120,
		"2 hours, including 30 minutes of questions": 120, "2 hours (including 30 minutes for questions)": 120, "two hours with a break of 15 minutes": 120,
		"two (2) hours": 120, "1 (one) hour 30 (thirty) minutes": 90, "1:30 hours": 90, "1 1/2 hours": 90, "2.50 hours": 150, "1 hour and a quarter": 75,
		"from 14h00 to 16h00": 120, "14:00 – 15:30 (EEST)": 90, "2-4 pm": 120, "maximum 2 hours": 120, "two hours thirty": 150, "1/2 hour": 30, "2 hrs 30": 150,
		"120 minutes (2 hours)": 120, "2 academic hours (90 minutes)": 90, "2 hours / 120 minutes": 120,
		// What leaves the length open.
		"2 hours (90 minutes)": 0, "1.30 hours": 0, "2 hours + 30 minutes of questions": 0, "2 x 90 minutes": 0, "3 hours per day": 0, "2 days": 0, "half a day": 0,
		"at least 90 minutes": 0, "2 sessions of 90 minutes": 0, "three quarters of an hour": 0, "between 1 and 2 hours": 0, "120": 0,
		"60-90 minutes": 0, "1 to 2 hours": 0, "": 0, "to be announced": 0, "300 participants": 0,
	} {
		got, ok := parseDuration(text)
		if got != want || ok != (want > 0) {
			t.Errorf("%q: %d, %v, want %d", text, got, ok, want)
		}
	}
}

func TestPrintedDurationIsReadBack(t *testing.T) {
	for minutes := 1; minutes < 600; minutes++ {
		if got, _ := parseDuration(printDuration(minutes)); got != minutes {
			t.Fatalf("%q is read as %d, want %d", printDuration(minutes), got, minutes)
		}
	}
}

func TestNumerals(t *testing.T) {
	for text, want := range map[string]string{
		"three hundred participants": "300 participants", "one hundred and twenty": "120", "two thousand five hundred": "2500", "a hundred places": "100 places",
		"twenty-five": "25", "1,000 people": "1000 people", "one or two": "1 or 2", "someone": "someone", "fifty": "50", "two and three": "2 and 3",
		"a thousand and one": "1001", "28.05.2020": "28.05.2020", "hundred": "hundred",
	} {
		if got := numerals(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
