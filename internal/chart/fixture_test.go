package chart_test

import (
	"time"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/participant"
	"rapporteur/internal/sector"
)

var start = time.Date(2020, 5, 28, 8, 0, 0, 0, time.UTC)

// full is a webinar of the usual size: every sector, beneficiary and sex occurs, invented by a fixed rule.
func full() breakdown.Table {
	t := breakdown.Table{Window: breakdown.Window{Start: start, End: start.Add(90 * time.Minute), Seconds: 5400}, Rule: "50%"}
	sizes := []int{31, 22, 17, 12, 19, 26, 24, 9, 6}
	weights := []int{22, 27, 30, 12, 7, 2}
	for b, code := range beneficiary.Rows() {
		for n := 0; n < sizes[b]; n++ {
			g := sector.Groups()[at(weights, (n*37+b*11)%100)]
			s := breakdown.Sexes()[at([]int{47, 44, 0, 9}, (n*53+b*29)%100)]
			add(&t, string(g), string(code), s)
		}
	}
	n := t.Totals.Attended
	t.Totals.WalkIns, t.Totals.AttendedRegistered, t.Totals.Open = 8, 6, 3
	t.Totals.AttendedConfirmed = n - 17
	t.Totals.JoinedConfirmed = n - 17 + 19
	t.Totals.Confirmed, t.Totals.Persons, t.Totals.Submissions = 298, 314, 330
	for m := range 90 {
		present := min(m*m/2+40, 150+m%9)
		if m > 70 {
			present -= (m - 70) * 4
		}
		t.Minutes = append(t.Minutes, breakdown.Minute{Start: start.Add(time.Duration(m) * time.Minute), Present: present})
	}
	return t
}

// single is a webinar with one participant.
func single() breakdown.Table {
	t := breakdown.Table{Window: breakdown.Window{Start: start, End: start.Add(3 * time.Minute), Seconds: 180}}
	add(&t, string(sector.Judiciary), "XK", participant.Women)
	t.Totals.Submissions, t.Totals.Persons, t.Totals.Confirmed, t.Totals.JoinedConfirmed, t.Totals.AttendedConfirmed = 1, 1, 1, 1, 1
	for m := range 3 {
		t.Minutes = append(t.Minutes, breakdown.Minute{Start: start.Add(time.Duration(m) * time.Minute), Present: 1})
	}
	return t
}

// add counts one more participant who attended.
func add(t *breakdown.Table, group, code string, sex participant.Sex) {
	t.Totals.Attended++
	for i := range t.Rows {
		if r := &t.Rows[i]; r.Sector == group && r.Beneficiary == code && r.Sex == string(sex) {
			r.Attended++
			r.Joined++
			return
		}
	}
	t.Rows = append(t.Rows, breakdown.Row{Sector: group, Beneficiary: code, Sex: string(sex), Joined: 1, Attended: 1})
}

// at finds the weight that a number below the sum of all weights falls on.
func at(weights []int, n int) int {
	for i, w := range weights {
		if n < w {
			return i
		}
		n -= w
	}
	return len(weights) - 1
}
