package workflow

import (
	"strings"
	"testing"

	"rapporteur/internal/registration"
)

const zoomReport = "Registration Report\nTopic,Webinar ID,Scheduled Time\nX,1,\"May 28, 2020 2:00 PM\"\nFirst Name,Last Name,Email,Registration Time,Approval Status\n" +
	"Ana,Alfa,ana@one.example,\"May 26, 2020 11:18:36\",approved\nBerat,Beta,berat@two.example,\"May 26, 2020 12:18:36\",cancelled\n"

// A platform's page is not the website: its registrations are barred, unless the officer says that people came to it
// through the website; then the word stands in the history, with the reason given. What was cancelled there stays barred.
func TestRegistrationsOfAPlatform(t *testing.T) {
	for _, c := range []struct {
		options ImportOptions
		barred  int
		why     string
	}{
		{ImportOptions{}, 2, ""},
		{ImportOptions{Channel: "website"}, 1, "the officer said that the registrations made on Zoom came through the website"},
		{ImportOptions{Channel: "website", Reason: "the page linked there"}, 1, "the officer said that the registrations made on Zoom came through the website (the page linked there)"},
		{ImportOptions{Channel: "email"}, 2, "the officer said that rows without a channel came by: email"},
	} {
		desk, id := job(t)
		before, err := desk.Registrations(t.Context(), id, registration.Barred)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := desk.PlanRegistrations(t.Context(), id, []Upload{{Name: "registration_1.csv", Data: []byte(zoomReport)}}, c.options)
		if err != nil {
			t.Fatal(err)
		}
		if len(plan.Files) != 1 || plan.New != 2 || len(plan.Files[0].Problems) != 2 || !strings.Contains(plan.Files[0].Problems[0].Message, "Zoom") {
			t.Errorf("%+v: plan %+v", c.options, plan.Plan)
		}
		if err := desk.CommitRegistrations(t.Context(), plan); err != nil {
			t.Fatal(err)
		}
		after, err := desk.Registrations(t.Context(), id, registration.Barred)
		if err != nil {
			t.Fatal(err)
		}
		if len(after)-len(before) != c.barred {
			t.Errorf("%+v: %d barred, want %d", c.options, len(after)-len(before), c.barred)
		}
		history, err := desk.Changes(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, h := range history {
			found = found || h.Why == c.why && h.Kind == "registrations.import"
		}
		if !found {
			t.Errorf("%+v: the history does not say %q: %+v", c.options, c.why, history)
		}
	}
}
