package engagement

import (
	"testing"
	"time"
)

// A row that adds up the others is no response, and says so; one in which somebody answers "Total" is.
func TestTotalsAreNoAnswers(t *testing.T) {
	f := tableIn(t, "No.,Useful?,Again?,Remarks", "1,5,yes,", "2,4,no,Total", "Ukupno,9,50 %,", "Average:,\"4,5\",,", "Total,5,yes,", ",Total,5,")
	r, err := ReadMapped(f, Survey, choice(1, nil, 1, 2, 3), Options{Zone: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	left := map[int]bool{}
	for _, p := range r.Problems {
		if p.LeftOut {
			left[p.Line] = true
		}
	}
	if r.Responses != 4 || len(left) != 2 || !left[4] || !left[5] {
		t.Errorf("%d responses, left out %v", r.Responses, left)
	}
}

// Who is called by a number is not named.
func TestNumberedRespondents(t *testing.T) {
	f := tableIn(t, "Voter,Useful?", "Voter 1,5", "Voter 2,5", "Teilnehmer 12,4", "Ana Alfa 2,4")
	r, err := ReadMapped(f, Survey, choice(1, map[string]int{"full_name": 0}, 1), Options{Zone: time.UTC})
	if c := Count(r); err != nil || c.Anonymous != 3 || c.Respondents != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

// Marks are no running numbers, and titles without an end are the questions' line all the same.
func TestMarksInFront(t *testing.T) {
	for name, lines := range map[string][]string{
		"falling marks":   {"Useful,Again?", "5,yes", "4,no"},
		"rising marks":    {"Useful?,Again?", "4,yes", "5,no"},
		"an open title":   {"Useful,Again?,", "5,yes,x", "4,no,y"},
		"asks for a time": {"Time?,Again?", "5,yes", "4,no"},
	} {
		r, err := surveyTable.Read(tableIn(t, lines...), Options{Zone: time.UTC})
		if err != nil || Count(r).Questions != 2 {
			t.Errorf("%s: %+v, %v", name, Count(r), err)
		}
	}
	r, err := surveyTable.Read(tableIn(t, "Rb.,Useful?", "1,5", "2,4", "7,4"), Options{Zone: time.UTC})
	if err != nil || Count(r).Questions != 1 {
		t.Errorf("running numbers: %+v, %v", Count(r), err)
	}
}
