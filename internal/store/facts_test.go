package store

import (
	"context"
	"fmt"
	"reflect"
	"testing"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/change"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
	"rapporteur/internal/sector"
	"rapporteur/internal/webinar"
)

// fill gives every field of a struct a value of its own, so that a field that is not stored is noticed.
func fill(v reflect.Value, n *int) {
	*n++
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
		v.Set(reflect.ValueOf(start.Add(time.Duration(*n)*time.Hour + time.Nanosecond)))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case v.Kind() == reflect.Map:
		v.Set(reflect.ValueOf(map[string]string{"title": "source"}))
	case v.Kind() == reflect.String:
		v.SetString(fmt.Sprintf("Љ \"'%%_;--\x00 %d", *n))
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Float64:
		v.SetFloat(float64(*n) / 3)
	default:
		v.SetInt(int64(*n) * 1_000_003)
	}
}

func filled[T any](n int) (v T) {
	fill(reflect.ValueOf(&v).Elem(), &n)
	return v
}

func TestEveryFieldComesBack(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)

	t.Run("webinar", func(t *testing.T) {
		want := filled[webinar.Webinar](1)
		want.ID, want.Project, want.ActivityType = id, "P1", "training"
		do(t, s, change.WebinarEdit, id, func(tx *Tx) (err error) { want, err = tx.SaveWebinar(want); return err })
		equal(t, must[webinar.Webinar](t)(s.Webinar(ctx, id)), want)
	})
	t.Run("project", func(t *testing.T) {
		want := filled[webinar.Project](2)
		do(t, s, change.ProjectEdit, "", func(tx *Tx) error { return tx.SaveProject(want) })
		equal(t, must[webinar.Project](t)(s.Project(ctx, want.Code)), want)
	})
	t.Run("registration", func(t *testing.T) {
		want := []registration.Registration{filled[registration.Registration](3), filled[registration.Registration](40)}
		importRegistrations(t, s, id, "r.csv", want)
		for i := range want {
			want[i].SHA256 = sumText("bytes of r.csv")
		}
		equal(t, must[[]registration.Registration](t)(s.Registrations(ctx, id)), want)
	})
	t.Run("event", func(t *testing.T) {
		want := []registration.Event{filled[registration.Event](4), filled[registration.Event](50)}
		do(t, s, change.RegistrationState, id, func(tx *Tx) error { return tx.AddRegistrationEvents(id, want) })
		equal(t, must[[]registration.Event](t)(s.RegistrationEvents(ctx, id)), want)
	})
	t.Run("merge", func(t *testing.T) {
		want := []registration.Merge{filled[registration.Merge](13), filled[registration.Merge](70)}
		do(t, s, change.RegistrationMerge, id, func(tx *Tx) error {
			if err := tx.AddMerge(id, want[0]); err != nil {
				return err
			}
			return tx.AddMerge(id, want[1])
		})
		equal(t, must[[]registration.Merge](t)(s.Merges(ctx, id)), want)
	})
	t.Run("record", func(t *testing.T) {
		want := []attendance.Record{filled[attendance.Record](5), filled[attendance.Record](60)}
		for i := range want {
			want[i].SharedOf = "" // computed, not stored
		}
		importRecords(t, s, id, "a.csv", want)
		sum := sumText("bytes of a.csv")
		for i := range want {
			want[i].Sources = []attendance.Source{{File: sum, Name: "a.csv", Line: want[i].Line}}
		}
		equal(t, must[[]attendance.Record](t)(s.Records(ctx, id)), want)
	})
	t.Run("answer", func(t *testing.T) {
		want := []engagement.Answer{filled[engagement.Answer](14), filled[engagement.Answer](80)}
		importAnswers(t, s, id, "p.csv", want)
		sum := sumText("bytes of p.csv")
		for i := range want {
			want[i].Sources = []engagement.Source{{File: sum, Name: "p.csv", Line: want[i].Line}}
		}
		equal(t, must[[]engagement.Answer](t)(s.Answers(ctx, id)), want)
	})
	t.Run("link", func(t *testing.T) {
		want := []engagement.Link{filled[engagement.Link](15), {Question: "q"}}
		do(t, s, change.EngagementLink, id, func(tx *Tx) error {
			if err := tx.AddLink(id, want[0]); err != nil {
				return err
			}
			return tx.AddLink(id, want[1])
		})
		equal(t, must[[]engagement.Link](t)(s.Links(ctx, id)), want)
	})
	t.Run("phase", func(t *testing.T) {
		file := sumText("bytes of p.csv")
		want := []engagement.PhaseWord{{File: file, Phase: engagement.Before}, {File: file}}
		do(t, s, change.EngagementPhase, id, func(tx *Tx) error {
			if err := tx.AddPhaseWord(id, want[0]); err != nil {
				return err
			}
			return tx.AddPhaseWord(id, want[1])
		})
		equal(t, must[[]engagement.PhaseWord](t)(s.PhaseWords(ctx, id)), want)
	})
	t.Run("decision", func(t *testing.T) {
		want := []match.Decision{filled[match.Decision](6), {Records: []string{"x"}}}
		do(t, s, change.MatchDecide, id, func(tx *Tx) error {
			if err := tx.AddDecision(id, want[0], []match.Candidate{filled[match.Candidate](7)}); err != nil {
				return err
			}
			return tx.AddDecision(id, want[1], nil)
		})
		for i := range want { // as many registrations as there were before
			want[i].Known = len(must[[]registration.Registration](t)(s.Registrations(ctx, id)))
		}
		equal(t, must[[]match.Decision](t)(s.Decisions(ctx, id)), want)
	})
	t.Run("staff", func(t *testing.T) {
		want := []match.StaffDecision{filled[match.StaffDecision](8), {Records: []string{"x"}}}
		do(t, s, change.StaffSet, id, func(tx *Tx) error {
			if err := tx.AddStaff(id, want[0]); err != nil {
				return err
			}
			return tx.AddStaff(id, want[1])
		})
		equal(t, must[[]match.StaffDecision](t)(s.StaffDecisions(ctx, id)), want)
	})
	t.Run("split", func(t *testing.T) {
		want := []match.SplitDecision{filled[match.SplitDecision](16), {Records: []string{"x"}}}
		do(t, s, change.MatchSplit, id, func(tx *Tx) error {
			if err := tx.AddSplit(id, want[0]); err != nil {
				return err
			}
			return tx.AddSplit(id, want[1])
		})
		equal(t, must[[]match.SplitDecision](t)(s.SplitDecisions(ctx, id)), want)
	})
	t.Run("sector", func(t *testing.T) {
		want := []SectorDecision{filled[SectorDecision](9), {Registration: "R1", Code: "police"}}
		do(t, s, change.SectorSet, id, func(tx *Tx) error {
			if err := tx.AddSector(id, want[0]); err != nil {
				return err
			}
			return tx.AddSector(id, want[1])
		})
		equal(t, must[[]SectorDecision](t)(s.SectorDecisions(ctx, id)), want)
	})
	t.Run("columns", func(t *testing.T) {
		a := ColumnMapping{Kind: "attendance", Fingerprint: "one", Columns: map[string]int{"email": 2, "join": 0}}
		b := ColumnMapping{Kind: "registrations", Fingerprint: "one", Columns: map[string]int{"email": 1}}
		remember := func(m ColumnMapping) func(*Tx) error {
			return func(tx *Tx) error { return tx.RememberColumns(id, m) }
		}
		kept := func() []ColumnMapping {
			all := must[[]ColumnMapping](t)(s.RememberedColumns(ctx))
			for i := range all {
				if all[i].ChosenAt.IsZero() {
					t.Error("nobody knows when the columns were chosen")
				}
				all[i].ChosenAt = time.Time{}
			}
			return all
		}
		do(t, s, change.AttendanceImport, id, remember(a))
		do(t, s, change.RegistrationsImport, id, remember(b))
		equal(t, kept(), []ColumnMapping{a, b})
		later := ColumnMapping{Kind: "attendance", Fingerprint: "one", Columns: map[string]int{"full_name": 0}}
		do(t, s, change.AttendanceImport, id, remember(later))
		equal(t, kept(), []ColumnMapping{later, b})
		do(t, s, change.ColumnsForget, id, remember(ColumnMapping{Kind: "registrations", Fingerprint: "one"}))
		equal(t, kept(), []ColumnMapping{later})
		must[change.Change](t)(s.Undo(ctx, id, "officer", ""))
		must[change.Change](t)(s.Undo(ctx, id, "officer", ""))
		equal(t, kept(), []ColumnMapping{a, b})
	})
	t.Run("country", func(t *testing.T) {
		want := CountryDecision{Registration: "R0001", Country: "ME", Reason: "a prefix"}
		do(t, s, change.CountrySet, id, func(tx *Tx) error { return tx.AddCountry(id, want) })
		equal(t, must[[]CountryDecision](t)(s.CountryDecisions(ctx, id)), []CountryDecision{want})
		must[change.Change](t)(s.Undo(ctx, id, "officer", ""))
		equal(t, len(must[[]CountryDecision](t)(s.CountryDecisions(ctx, id))), 0)
	})
	t.Run("entries of the office", func(t *testing.T) {
		first := sector.Own{Kind: sector.OwnTerm, Text: "Kvarkon", Code: "police", Source: "a list"}
		second := sector.Own{Kind: sector.OwnTerm, Text: "KVARKON", Code: "fiu"} // the same key
		add := func(webinar string, kind change.Kind, o sector.Own) {
			do(t, s, kind, webinar, func(tx *Tx) error { return tx.AddOwnEntry(o) })
		}
		codes := func() (out string) {
			for _, o := range must[[]OwnEntry](t)(s.OwnEntries(ctx)) {
				if o.ID == "" || o.Who == "" || o.At.IsZero() {
					t.Errorf("%+v", o)
				}
				out += o.Code + " "
			}
			return out
		}
		before := must[int](t)(s.OwnEntryChanges(ctx))
		add("", change.SectorEntries, first)
		add(id, change.SectorSet, second)
		equal(t, codes(), "fiu ")
		do(t, s, change.SectorEntries, "", func(tx *Tx) error { return tx.RemoveOwnEntry(first) })
		equal(t, codes(), "")
		must[change.Change](t)(s.UndoOwnEntries(ctx, "officer", ""))
		equal(t, codes(), "fiu ")
		must[change.Change](t)(s.Undo(ctx, id, "officer", ""))
		equal(t, codes(), "police ")
		must[change.Change](t)(s.UndoOwnEntries(ctx, "officer", ""))
		equal(t, codes(), "")
		if after := must[int](t)(s.OwnEntryChanges(ctx)); after-before != 6 {
			t.Errorf("%d changes counted", after-before)
		}
		if _, err := s.UndoOwnEntries(ctx, "officer", ""); !fault.Is(err, fault.NotFound) {
			t.Errorf("nothing is left: %v", err)
		}
	})
	t.Run("source", func(t *testing.T) {
		want := filled[Source](10)
		data := []byte{0, 1, 2, 0xff}
		var got Source
		do(t, s, change.AttendanceImport, id, func(tx *Tx) (err error) { got, err = tx.AddSource(want, data); return err })
		want.SHA256, want.Size, want.ImportedAt = got.SHA256, 4, got.ImportedAt
		sources := must[[]Source](t)(s.Sources(ctx, id))
		equal(t, sources[len(sources)-1], want)
		equal(t, must[[]byte](t)(s.SourceBytes(ctx, got.SHA256)), data)
	})
	t.Run("issued report", func(t *testing.T) {
		want := filled[Issued](11)
		var got Issued
		do(t, s, change.ReportIssue, id, func(tx *Tx) (err error) { got, err = tx.Issue(id, want, []byte("%PDF")); return err })
		want.ID, want.SHA256, want.Size, want.IssuedAt = got.ID, sumText("%PDF"), 4, got.IssuedAt
		equal(t, must[[]Issued](t)(s.IssuedReports(ctx, id)), []Issued{want})
		equal(t, string(must[[]byte](t)(s.IssuedBytes(ctx, got.ID))), "%PDF")
	})
	t.Run("frozen figures", func(t *testing.T) {
		want := filled[Frozen](12)
		c := do(t, s, change.WebinarClose, id, func(tx *Tx) error { return tx.Freeze(id, want) })
		want.FrozenAt = c.At
		got, ok, err := s.Frozen(ctx, id)
		if err != nil || !ok {
			t.Fatalf("frozen: %v %v", ok, err)
		}
		equal(t, got, want)
		if reflect.DeepEqual(got.Table, breakdown.Table{}) {
			t.Error("the frozen table is empty")
		}
	})
}

func TestTexts(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	for _, step := range []struct{ section, text string }{{"summary", "one"}, {"lessons", "two"}, {"summary", "three"}, {"lessons", ""}} {
		do(t, s, change.ReportText, id, func(tx *Tx) error { return tx.SetText(id, step.section, step.text) })
	}
	equal(t, must[map[string]string](t)(s.Texts(ctx, id)), map[string]string{"summary": "three"})
	must[change.Change](t)(s.Undo(ctx, id, "officer", ""))
	equal(t, must[map[string]string](t)(s.Texts(ctx, id)), map[string]string{"summary": "three", "lessons": "two"})
}

func TestEqualContentIsOneFactWithSeveralSources(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	id := newWebinar(t, s)

	if added, known := importRegistrations(t, s, id, "one.csv", people(0, 3)); added != 3 || known != 0 {
		t.Errorf("first import: %d added, %d known", added, known)
	}
	if added, known := importRegistrations(t, s, id, "two.csv", people(1, 3)); added != 1 || known != 2 {
		t.Errorf("second import: %d added, %d known", added, known)
	}
	registrations := must[[]registration.Registration](t)(s.Registrations(ctx, id))
	if len(registrations) != 4 || registrations[1].Line != 3 {
		t.Errorf("%d registrations, the second on line %d", len(registrations), registrations[1].Line)
	}

	importRecords(t, s, id, "one.csv", stays(0, 2))
	if added, known := importRecords(t, s, id, "two.csv", append(stays(1, 2), stays(1, 1)...)); added != 1 || known != 2 {
		t.Errorf("second attendance file: %d added, %d known", added, known)
	}
	records := must[[]attendance.Record](t)(s.Records(ctx, id))
	var sources []int
	for _, r := range records {
		sources = append(sources, len(r.Sources))
	}
	equal(t, sources, []int{1, 2, 1})

	importAnswers(t, s, id, "p1.csv", answers(0, 2))
	if added, known := importAnswers(t, s, id, "p2.csv", append(answers(1, 2), answers(1, 1)...)); added != 1 || known != 2 {
		t.Errorf("second file of answers: %d added, %d known", added, known)
	}
	sources = nil
	for _, a := range must[[]engagement.Answer](t)(s.Answers(ctx, id)) {
		sources = append(sources, len(a.Sources))
	}
	equal(t, sources, []int{1, 2, 1})

	importRecords(t, s, id, "one.csv", stays(0, 2))
	if n := len(must[[]Source](t)(s.Sources(ctx, id))); n != 4 {
		t.Errorf("the same bytes imported again are %d sources, not 4", n)
	}
	equal(t, must[[]attendance.Record](t)(s.Records(ctx, id)), records)
}

func TestChartPictures(t *testing.T) {
	ctx, s := context.Background(), mustOpen(t, t.TempDir())
	if _, ok, err := s.ChartSVG(ctx, "h"); ok || err != nil {
		t.Errorf("a picture never drawn: %v %v", ok, err)
	}
	for _, svg := range []string{"<svg/>", "<svg>2</svg>"} {
		if err := s.PutChartSVG(ctx, "h", svg); err != nil {
			t.Fatal(err)
		}
		if got, ok, err := s.ChartSVG(ctx, "h"); got != svg || !ok || err != nil {
			t.Errorf("%q %v %v", got, ok, err)
		}
	}
	if _, err := s.writer.Exec(`UPDATE chart_svg SET svg = '<svg>3</svg>'`); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := s.ChartSVG(ctx, "h"); ok || err != nil {
		t.Errorf("a picture that changed is served: %v", err)
	}
}

func equal[T any](t testing.TB, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
