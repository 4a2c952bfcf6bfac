package attendance

import (
	"math"
	"testing"
	"time"
)

// TestSamplesOfEveryPlatform compares, person by person, what each platform's export of the one sample webinar gives with
// the truth. The figure is the one the export can give: the union of the stays; where it has totals only, their sum over
// devices; in the list that is made while the meeting runs, what lay between the organiser's join and that moment. Roles
// are those the file carries.
func TestSamplesOfEveryPlatform(t *testing.T) {
	persons, rows := truth(t)
	summed, listed := map[string]int{}, map[string]int{}
	for _, r := range readCSV(t, "truth_totals.csv") {
		summed[r[0]], listed[r[0]] = integer(t, r[1]), integer(t, r[2])
	}
	union := map[string]int{}
	for id, p := range persons {
		union[id] = p.union
	}
	noRole := func(Role) Role { return Attendee }
	asGiven := func(r Role) Role { return r }
	onlyModerators := func(r Role) Role { // the dashboard knows no host
		if r == Attendee {
			return r
		}
		return Panelist
	}
	date := sampleStart
	for _, c := range []struct {
		file    string
		seconds map[string]int
		role    func(Role) Role
		minutes float64 // how exact the platform is
		counts  Counts
	}{
		{"teams_attendance_list_2020/sample.csv", listed, noRole, 0.6, Counts{Rows: 380, Persons: 198, Attendees: 198}},
		{"teams_attendance_report_2021/sample.csv", union, asGiven, 0.06, Counts{Rows: 259, Persons: 198, Attendees: 192, Panelists: 5, Hosts: 1}},
		{"webex_attendance/sample_utf16.csv", union, asGiven, 0.06, Counts{Rows: 259, Persons: 198, Attendees: 192, Panelists: 5, Hosts: 1}},
		{"webex_attendance/sample_utf8.csv", union, asGiven, 0.06, Counts{Rows: 259, Persons: 198, Attendees: 192, Panelists: 5, Hosts: 1}},
		{"gotowebinar_attendee/sample.csv", union, asGiven, 2, Counts{Rows: 305, Persons: 183, Attendees: 178, Panelists: 5, NoShows: 122}},
		{"gotowebinar_attendee/sample_book.xlsx", union, asGiven, 2, Counts{Rows: 305, Persons: 183, Attendees: 178, Panelists: 5, NoShows: 122}},
		{"google_meet_attendance/2020-05-28 14_00 OCSEA webinar - Attendance Report.csv", summed, noRole, 1, Counts{Rows: 198, Persons: 198, Attendees: 198}},
		{"bbb_learning_dashboard/sample.csv", summed, onlyModerators, 1, Counts{Rows: 198, Persons: 198, Attendees: 192, Panelists: 6}},
		{"livestorm_registrants/sample.csv", union, asGiven, 0.6, Counts{Rows: 300, Persons: 178, Attendees: 178, NoShows: 122}},
	} {
		t.Run(c.file, func(t *testing.T) {
			r := read(t, c.file, Options{Zone: bucharest(t), Date: date, End: time.Date(2020, 5, 28, 12, 58, 30, 0, time.UTC)})
			seen := map[string]bool{}
			all := Group(r.Records)
			for _, p := range all {
				id := personBehind(t, p, rows)
				if seen[id] {
					t.Errorf("%s stands as two persons", id)
				}
				seen[id] = true
				if got, _, _ := Minutes(p); math.Abs(got-float64(c.seconds[id])/60) > c.minutes {
					t.Errorf("%s: %.1f minutes, want %d s", id, got, c.seconds[id])
				}
				if want := c.role(persons[id].role); p.Role != want {
					t.Errorf("%s: role %s, want %s", id, p.Role, want)
				}
			}
			for place, id := range rows {
				if place.File != c.file || seen[id] {
					continue
				}
				if want, joined := persons[id]; joined && (c.counts.NoShows == 0 || want.role == Panelist) {
					t.Errorf("%s is missing", id)
				}
			}
			if got := Count(r, all); got != c.counts {
				t.Errorf("%+v, want %+v", got, c.counts)
			}
		})
	}
}
