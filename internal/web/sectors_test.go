package web

import (
	"fmt"
	"testing"

	"rapporteur/internal/workflow"
)

// Every code that is offered is taken, and counts in the group it stands under.
func TestSectorChoices(t *testing.T) {
	s, id := attended(t)
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
