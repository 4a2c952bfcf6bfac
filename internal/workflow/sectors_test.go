package workflow

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/sample"
	"rapporteur/internal/sector"
)

// guest is an invented participant of a small webinar.
type guest struct{ first, last, email, organisation, title, country string }

// smallWebinar makes a webinar at which all guests registered and were there.
func smallWebinar(t *testing.T, desk *Desk, guests ...guest) string {
	t.Helper()
	ctx := t.Context()
	w, err := desk.NewWebinar(ctx, Upload{Name: "o.txt", Data: sample.Outline()})
	if err != nil {
		t.Fatal(err)
	}
	var registrations, list strings.Builder
	registrations.WriteString("Serial number,Submission ID,Created,Completed,First name,Last name,E-mail,Organisation,Job title,Country,Sex,How did you submit this registration?,I agree to the rules of engagement\n")
	list.WriteString("Name;Mail;There\n")
	for i, g := range guests {
		fmt.Fprintf(&registrations, "%d,%d,2020-05-11 11:18:36,2020-05-11 11:18:%02d,%s,%s,%s,\"%s\",%s,%s,,website,Yes\n", i+1, 100+i, i, g.first, g.last, g.email, g.organisation, g.title, g.country)
		fmt.Fprintf(&list, "%s %s;%s;yes\n", g.first, g.last, g.email)
	}
	plan, err := desk.PlanRegistrations(ctx, w.ID, []Upload{{Name: "r.csv", Data: []byte(registrations.String())}}, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.CommitRegistrations(ctx, plan); err != nil {
		t.Fatal(err)
	}
	there, err := desk.PlanAttendance(ctx, w.ID, []Upload{{Name: "a.csv", Data: []byte(list.String())}},
		ImportOptions{Columns: ColumnChoice{Text: "full_name=Name,email=Mail,attended=There"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.CommitAttendance(ctx, there); err != nil {
		t.Fatal(err)
	}
	return w.ID
}

// profileOf gives what a guest counts as: sector code and country/area, and the dossier's view of the latter.
func profileOf(t *testing.T, desk *Desk, id, name string) (code string, place CountryView, participant, registration string) {
	t.Helper()
	d, err := desk.Dossier(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range d.Members {
		if strings.Contains(m.Participant.Name, name) {
			code = string(m.Profile.Class)
			if m.Profile.Subtype != "" {
				code += "/" + string(m.Profile.Subtype)
			}
			return code, d.CountryOf(m), m.Participant.ID, m.Participant.Registration
		}
	}
	t.Fatalf("%s is not there", name)
	return "", place, "", ""
}

var (
	unclear = guest{"Ana", "Perin", "ana@mail.example", "Kvarkon Sever", "saradnica", "Srbija"}
	unsaid  = guest{"Bor", "Kolar", "bor@mail.example", "Osnovni sud u Kotoru", "sudija", ""}
	abroad  = guest{"Cyr", "Molnar", "cyr@mail.example", "Kvarkon Sever", "saradnik", "Montenegro"}
	against = guest{"Dana", "Vidak", "dana@mail.example", "Općinski sud u Bihaću", "sutkinja", "Serbia"}
)

// What an officer says of one person can be kept for the organisation: in the country/area of that person, in webinars
// before and after, until it is taken back.
func TestSectorIsKeptForTheOrganisation(t *testing.T) {
	desk, _ := job(t)
	ctx := t.Context()
	earlier := smallWebinar(t, desk, unclear)
	id := smallWebinar(t, desk, unclear, abroad)
	code, _, _, registration := profileOf(t, desk, id, "Perin")
	if code != "unknown" {
		t.Fatalf("%s before", code)
	}
	if err := desk.SetSector(ctx, id, registration, "police/cybercrime_unit", "", true); err != nil {
		t.Fatal(err)
	}
	later := smallWebinar(t, desk, guest{"Ela", "Tomin", "ela@mail.example", "KVARKON „Север“", "", "Serbia"}, guest{"Fil", "Tomin", "fil@mail.example", "Kvarkon Sever", "judge", "Serbia"})
	for _, c := range []struct{ webinar, name, want string }{
		{id, "Perin", "police/cybercrime_unit"}, {id, "Molnar", "unknown"}, {earlier, "Perin", "police/cybercrime_unit"},
		{later, "Ela", "police/cybercrime_unit"}, {later, "Fil", "judiciary"},
	} {
		if code, _, _, _ := profileOf(t, desk, c.webinar, c.name); code != c.want {
			t.Errorf("%s counts as %s, want %s", c.name, code, c.want)
		}
	}
	all, err := desk.OwnEntries(ctx)
	if err != nil || len(all) != 1 || all[0].Webinar != id || all[0].Title == "" || all[0].Kind != "organisation" || all[0].Country != "RS" {
		t.Fatalf("%+v, %v", all, err)
	}
	if err := desk.RemoveOwnEntry(ctx, all[0].ID, ""); err != nil {
		t.Fatal(err)
	}
	if code, _, _, _ := profileOf(t, desk, later, "Ela"); code != "unknown" {
		t.Errorf("taken back: %s", code)
	}
	if code, _, _, _ := profileOf(t, desk, id, "Perin"); code != "police/cybercrime_unit" {
		t.Errorf("the word on the person itself went too: %s", code)
	}
	if _, err := desk.UndoOwnEntries(ctx, ""); err != nil {
		t.Fatal(err)
	}
	if code, _, _, _ := profileOf(t, desk, later, "Ela"); code != "police/cybercrime_unit" {
		t.Errorf("after the undo: %s", code)
	}
	if _, err := desk.Undo(ctx, id, ""); err != nil {
		t.Fatal(err)
	}
	for _, webinar := range []string{id, later} {
		name := map[string]string{id: "Perin", later: "Ela"}[webinar]
		if code, _, _, _ := profileOf(t, desk, webinar, name); code != "unknown" {
			t.Errorf("one undo takes both back, but %s counts as %s", name, code)
		}
	}
	if err := desk.SetSector(ctx, id, registration, "unknown", "", true); !fault.Is(err, fault.Invalid) {
		t.Errorf("unknown is kept: %v", err)
	}
}

// The office's entries are added all or none, with the line of the one that is wrong, and a closed webinar keeps its figures.
func TestOwnEntriesOfATable(t *testing.T) {
	desk, _ := job(t)
	ctx := t.Context()
	id := smallWebinar(t, desk, unclear)
	wrong := Upload{Name: "e.tsv", Data: []byte("text\tcode\nKvarkon\tpolice\nVersa\tpoliceman\n")}
	if _, err := desk.ImportOwnEntries(ctx, wrong); !fault.Is(err, fault.Invalid) || fault.From(err).Where.Line != 3 {
		t.Errorf("%v, %+v", err, fault.From(err).Where)
	}
	if all, err := desk.OwnEntries(ctx); err != nil || len(all) != 0 {
		t.Fatalf("%+v, %v", all, err)
	}
	if _, err := desk.MoveWebinar(ctx, id, "held", ""); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.CloseWebinar(ctx, id, false, ""); err != nil {
		t.Fatal(err)
	}
	before, err := desk.Dossier(ctx, id, "")
	if err != nil {
		t.Fatal(err)
	}
	right := Upload{Name: "e.csv", Data: []byte("kind;text;code;country;source\nterm;kvarkon;fiu;;a list\nrule;saradnica;ngo;Srbija;\n")}
	if n, err := desk.ImportOwnEntries(ctx, right); err != nil || n != 2 {
		t.Fatalf("%d, %v", n, err)
	}
	after, err := desk.Dossier(ctx, id, "")
	if err != nil || len(after.Frozen.Differences) == 0 || fmt.Sprint(after.Table.Rows) != fmt.Sprint(before.Table.Rows) {
		t.Errorf("the frozen figures moved, or the difference is not said: %v", err)
	}
	if code, _, _, _ := profileOf(t, desk, id, "Perin"); code != "ngo" {
		t.Errorf("the rule goes before the term, but it is %s", code)
	}
	rows := Upload{Name: "c.csv", Data: []byte("organisation,country\nKvarkon Jug,Serbia\n")}
	if _, own, err := desk.ClassifyOwn(ctx, rows); err != nil || own[0].Label.Class != sector.ClassFIU {
		t.Errorf("%+v, %v", own, err)
	}
	if _, plain, err := Classify(rows); err != nil || plain[0].Label.Class != sector.ClassUnknown {
		t.Errorf("%+v, %v", plain, err)
	}
	if _, err := desk.UndoOwnEntries(ctx, ""); err != nil {
		t.Fatal(err)
	}
	if all, err := desk.OwnEntries(ctx); err != nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
	if _, err := desk.UndoOwnEntries(ctx, ""); !fault.Is(err, fault.NotFound) {
		t.Errorf("nothing is left to undo: %v", err)
	}
}

// A proposed country/area is in no figure until an officer accepts it; what was declared stands until the officer says
// otherwise; one undo takes a word back.
func TestCountryIsProposedThenAccepted(t *testing.T) {
	desk, _ := job(t)
	ctx := t.Context()
	id := smallWebinar(t, desk, unclear, unsaid, against)
	in := func(row string) int {
		d, err := desk.Dossier(ctx, id, "")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, r := range d.Table.Rows {
			if r.Beneficiary == row {
				n += r.Joined
			}
		}
		return n
	}
	_, place, participant, _ := profileOf(t, desk, id, "Kolar")
	if place.By != "" || place.Proposed != "ME" || in("ME") != 0 || in("unknown") != 1 {
		t.Fatalf("%+v; %d in the row of Montenegro, %d unknown", place, in("ME"), in("unknown"))
	}
	if n, err := desk.AcceptCountries(ctx, id, nil, ""); err != nil || n != 1 {
		t.Fatalf("%d, %v", n, err)
	}
	if _, place, _, _ = profileOf(t, desk, id, "Kolar"); place.By != "decided" || place.Country != "ME" || place.Reason == "" || in("ME") != 1 || in("unknown") != 0 {
		t.Errorf("accepted: %+v", place)
	}
	if _, err := desk.AcceptCountries(ctx, id, []string{participant}, ""); !fault.Is(err, fault.Invalid) {
		t.Errorf("accepted twice: %v", err)
	}
	if _, err := desk.Undo(ctx, id, ""); err != nil {
		t.Fatal(err)
	}
	if in("ME") != 0 || in("unknown") != 1 {
		t.Error("the undo left it in the figures")
	}
	_, place, _, registration := profileOf(t, desk, id, "Vidak")
	if place.By != "declared" || !place.Conflict || in("RS") != 2 || in("BA") != 0 {
		t.Errorf("contradicted: %+v", place)
	}
	if err := desk.SetCountry(ctx, id, registration, "Bosna i Hercegovina", ""); err != nil {
		t.Fatal(err)
	}
	if _, place, _, _ = profileOf(t, desk, id, "Vidak"); place.Conflict || in("BA") != 1 {
		t.Errorf("decided: %+v", place)
	}
	if err := desk.SetCountry(ctx, id, registration, "", ""); err != nil || in("RS") != 2 {
		t.Errorf("as declared again: %v, %d", err, in("RS"))
	}
	if err := desk.SetCountry(ctx, id, registration, "Atlantis", ""); !fault.Is(err, fault.Invalid) {
		t.Errorf("Atlantis: %v", err)
	}
	if err := desk.SetCountry(ctx, id, registration, "Namibia", ""); err != nil || in("other") != 1 {
		t.Errorf("a country whose letters are a word elsewhere: %v, %d", err, in("other"))
	}
}
