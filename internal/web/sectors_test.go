package web

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/workflow"
)

// onePerson is a webinar to which one person came, of an organisation that no rule knows.
func onePerson(t *testing.T) (*Server, string) {
	t.Helper()
	s := open(t, nil, io.Discard)
	id := webinarFrom(t, s).Webinar.ID
	commit(t, s, planOf(t, s, id, []string{
		stage(t, s, "list.csv", []byte("Serial number,Submission ID,Completed,First name,Last name,E-mail,Organisation,Job title,Country\r\n"+
			"1,11,2020-05-11 11:18:36,Ana,Perin,ana@mail.example,Kvarkon Sever,saradnica,Serbia\r\n")),
		stage(t, s, "people.csv", []byte("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\r\n"+
			"Ana Perin,ana@mail.example,05/28/2020 01:55:00 PM,05/28/2020 04:00:00 PM,125,Yes\r\n"))}).ID)
	return s, id
}

// Every code that is offered is taken, and counts in the group it stands under.
func TestSectorChoices(t *testing.T) {
	s, id := onePerson(t)
	m := members(t, s, id, "state=automatic&limit=1").Rows[0]
	choices := get[[]SectorChoice](t, s, "GET", "/api/sectors", nil)
	if len(choices) < 15 || choices[0].Group != "judiciary" || choices[0].Name == "" {
		t.Fatalf("choices: %+v", choices)
	}
	for _, c := range choices {
		get[done](t, s, "POST", "/api/webinars/"+id+"/sectors"+version(t, s, id), map[string]any{"subject": m.Participant.ID, "code": c.Code})
		p := get[workflow.PersonView](t, s, "GET", "/api/webinars/"+id+"/people/"+m.Participant.ID, nil).Member.Profile
		if p.Sector != c.Group {
			t.Errorf("%s: counts as %s, want %s", c.Code, p.Sector, c.Group)
		}
	}
}

// The strip counts the unknown as the list does, also those who stayed too short to have attended.
func TestUnknownIsCountedOnce(t *testing.T) {
	s, id := attended(t)
	get[done](t, s, "PATCH", "/api/webinars/"+id+version(t, s, id), map[string]any{"fields": []FieldValues{{"rule", []string{"120min"}}}})
	listed := get[Members](t, s, "GET", "/api/webinars/"+id+"/sectors?show=unknown&limit=1", nil).Total
	if listed == 0 {
		t.Fatal("nobody's sector is unknown")
	}
	for _, stage := range get[Webinar](t, s, "GET", "/api/webinars/"+id, nil).Stages {
		if stage.Step == workflow.StepSectors && (stage.Matter != "unknown" || stage.N != listed) {
			t.Errorf("the strip says %d %s, the list %d unknown", stage.N, stage.Matter, listed)
		}
	}
}

// The files say what they hold.
func TestSourcesSayWhatTheyHold(t *testing.T) {
	s, id := attended(t)
	people := 0
	for _, f := range get[[]Source](t, s, "GET", "/api/webinars/"+id+"/sources", nil) {
		if f.Kind != "attendance" {
			if f.People != 0 || f.First != "" {
				t.Errorf("%s holds attendance: %+v", f.Kind, f.Holding)
			}
			continue
		}
		if f.People == 0 || f.People > f.Kept || f.Kept > f.Rows || f.First == "" || f.First >= f.Last {
			t.Errorf("%s: %+v of %d rows", f.Format, f.Holding, f.Rows)
		}
		people = max(people, f.People)
	}
	if all := members(t, s, id, "limit=1").People; people > all {
		t.Error(fmt.Sprint("a file holds more people than came: ", people, " of ", all))
	}
}

// Those whose sector nobody knows stand first; the rules that classified the others add up to them, and each leads to them.
func TestSectorsWaitFirst(t *testing.T) {
	s, id := attended(t)
	all := get[SectorMembers](t, s, "GET", "/api/webinars/"+id+"/sectors?limit=200", nil)
	known := false
	for _, m := range all.Rows {
		if m.Place == nil {
			t.Fatal("a row says nothing of the country/area")
		}
		if known = known || m.Profile.Sector != "unknown"; known && m.Profile.Sector == "unknown" {
			t.Errorf("%s is unknown and stands after those who are known", m.Participant.ID)
		}
	}
	n := 0
	for _, r := range all.Rules {
		n += r.N
		if got := get[SectorMembers](t, s, "GET", "/api/webinars/"+id+"/sectors?limit=1&rule="+url.QueryEscape(r.Rule), nil); got.Total != r.N {
			t.Errorf("%s: %d listed, %d counted", r.Rule, got.Total, r.N)
		}
	}
	if n == 0 || n+all.Counts["unknown"] < all.Counts["all"] {
		t.Errorf("%d by rules, %d unknown, %d in all", n, all.Counts["unknown"], all.Counts["all"])
	}
	for show, count := range all.Counts {
		if got := get[SectorMembers](t, s, "GET", "/api/webinars/"+id+"/sectors?limit=1&show="+show, nil); got.Total != count {
			t.Errorf("%s: %d listed, %d counted", show, got.Total, count)
		}
	}
}

// What is added to the institutions and terms classifies at once; taken back, it does no more, and each act can be undone.
func TestInstitutionsAndTerms(t *testing.T) {
	s, id := onePerson(t)
	unknown := get[SectorMembers](t, s, "GET", "/api/webinars/"+id+"/sectors?show=unknown", nil).Rows
	if len(unknown) != 1 || unknown[0].Organisation != "Kvarkon Sever" {
		t.Fatalf("whose sector is unknown: %+v", unknown)
	}
	m := unknown[0]
	counts := func() string {
		return get[workflow.PersonView](t, s, "GET", "/api/webinars/"+id+"/people/"+m.Participant.ID, nil).Member.Profile.Sector
	}
	body := map[string]any{"kind": "organisation", "text": m.Organisation, "country": "", "code": "police", "source": "a list"}
	refused(t, s, "POST", "/api/entries", map[string]any{"kind": "organisation", "text": "-", "country": "", "code": "police", "source": ""}, http.StatusUnprocessableEntity, "invalid")
	all := get[[]workflow.OwnEntryView](t, s, "POST", "/api/entries", body)
	if len(all) != 1 || all[0].Source != "a list" || counts() != "police" {
		t.Errorf("%+v; counts as %s", all, counts())
	}
	if left := get[[]workflow.OwnEntryView](t, s, "DELETE", "/api/entries/"+all[0].ID, nil); len(left) != 0 || counts() != "unknown" {
		t.Errorf("taken back: %+v; counts as %s", left, counts())
	}
	get[change.Change](t, s, "POST", "/api/entries/undo", nil)
	if counts() != "police" {
		t.Errorf("after the undo: %s", counts())
	}
	get[change.Change](t, s, "POST", "/api/entries/undo", nil)
	if counts() != "unknown" || len(get[[]workflow.OwnEntryView](t, s, "GET", "/api/entries", nil)) != 0 {
		t.Errorf("after both: %s", counts())
	}
}

// A country/area is set in any spelling and by those that are offered.
func TestCountryChoices(t *testing.T) {
	s, id := onePerson(t)
	m := members(t, s, id, "state=automatic&limit=1").Rows[0]
	choices := get[[]CountryChoice](t, s, "GET", "/api/webinars/"+id+"/countries", nil)
	if len(choices) < 200 || choices[2].Name != "Kosovo*" || choices[6].Name != "Turkey" { // as on the day of the webinar
		t.Fatalf("%d choices: %+v", len(choices), choices[:8])
	}
	for _, c := range []string{"XK", "ME", "RO", "CG", "NA", "TC"} {
		get[done](t, s, "POST", "/api/webinars/"+id+"/countries"+version(t, s, id), map[string]any{"subject": m.Participant.ID, "country": c})
		p := get[workflow.PersonView](t, s, "GET", "/api/webinars/"+id+"/people/"+m.Participant.ID, nil).Member
		if p.Place == nil || p.Place.Country != c || p.Place.By != "decided" {
			t.Errorf("%s: %+v", c, p.Place)
		}
	}
}
