package workflow

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/indicator"
)

// tester is what a test and a drawn one have in common.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

// everyFigureOpens checks that what stands behind each figure of a period is as many as it says.
func everyFigureOpens(t tester, ctx context.Context, desk *Desk, period string) (opened int) {
	t.Helper()
	f, err := desk.Figures(ctx, "", period)
	if err != nil {
		t.Fatal(err)
	}
	opens := func(figure string, n int) {
		t.Helper()
		v, err := desk.Who(ctx, "", period, figure)
		if err != nil || v.N != n {
			t.Errorf("%s says %d, and %d stand behind it: %v", figure, n, v.N, err)
		}
		if n > 0 {
			opened++
		}
	}
	for figure, n := range map[string]int{"unique_persons": f.UniquePersons, "institutions": f.UniqueInstitutions, "open_persons": f.OpenPersons, "walk_ins": f.WalkIns,
		"new": f.New, "returning": f.Returning, "planned": f.Planned, "held": f.Held, "postponed": f.Postponed, "cancelled": f.Cancelled, "differing": len(f.Differing)} {
		opens(figure, n)
	}
	if len(f.Differing) == 0 { // else those of now stand behind it
		opens("participations", f.Participations)
	}
	for _, a := range f.Activities {
		opens("webinars/"+a.Type, a.Webinars)
		opens("unique_persons/"+a.Type, a.UniquePersons)
		if len(f.Differing) == 0 {
			opens("participations/"+a.Type, a.Participations)
		}
	}
	for _, r := range f.Repeats {
		opens(fmt.Sprint("repeats/", r.Webinars), r.Persons)
	}
	for _, r := range f.Rows {
		cell := r.Sector + "/" + r.Beneficiary + "/" + r.Sex
		opens("participations/"+cell, r.Participations)
		opens("unique_persons/"+cell, r.Persons)
	}
	institutions, err := desk.Who(ctx, "", period, "institutions")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range institutions.Institutions {
		opens("institution/"+x.Key, x.Persons)
	}
	return opened
}

func TestFiguresOfAPeriodOpen(t *testing.T) {
	desk, _ := readOnlyDemo(t)
	if n := everyFigureOpens(t, t.Context(), desk, ""); n < 50 {
		t.Errorf("%d figures opened", n)
	}
	everyFigureOpens(t, t.Context(), desk, "2021")
	held, err := desk.Who(t.Context(), "", "2020-H1", "held")
	if err != nil || len(held.Webinars) != 1 || held.Webinars[0].Title == "" || held.Webinars[0].Attended == 0 {
		t.Errorf("%+v %v", held, err)
	}
	institutions, err := desk.Who(t.Context(), "", "", "institutions")
	if err != nil || slices.ContainsFunc(institutions.Institutions, func(x indicator.Institution) bool { return x.Name == "" || x.Persons == 0 }) {
		t.Errorf("%+v %v", institutions.Institutions, err)
	}
	for _, figure := range []string{"", "period", "changes", "checks/1"} {
		if _, err := desk.Who(t.Context(), "", "", figure); !fault.Is(err, fault.NotFound) {
			t.Errorf("%q: %v", figure, err)
		}
	}
}
