package workflow

import (
	"testing"

	"rapporteur/internal/engagement"
)

// What a screen marks in a view is not marked in the dossier, which stays in memory.
func TestViewsOfAnswersAreCopies(t *testing.T) {
	tied := engagement.Tied{Answer: engagement.Answer{Given: []string{"Kosovo"}}}
	ViewAnswer(tied).Given[0] = "changed"
	d := &Dossier{}
	d.Webinar.Outline.ExpectedOutcomes = []string{"First"}
	ViewEngagement(d).Outcomes[0] = "changed"
	if tied.Given[0] != "Kosovo" || d.Webinar.Outline.ExpectedOutcomes[0] != "First" {
		t.Error("a view shares its texts with the dossier")
	}
}
