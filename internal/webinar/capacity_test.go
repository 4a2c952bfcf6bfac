package webinar

import (
	"strings"
	"testing"
)

func TestCapacity(t *testing.T) {
	for text, want := range map[string]int{
		"Up to 300 participants can be accommodated.": 300, "max. 150 participants": 150, "limited to 80 places": 80, "no more than 1,000": 1000,
		"The number of participants is limited to 1 200.": 1200, "Maximum number of participants: 60 (sixty)": 60, "Sixty (60) participants at most": 60,
		"Up to three hundred participants (max. 5 per institution)": 300, "The webinar is open to 120 participants.": 120, "Number of participants: 45": 45,
		"At least 20 participants are needed; the platform holds a maximum of two hundred and fifty (250) participants.": 250,
		"A minimum of 20 and a maximum of 60 participants":                                                               60, "Up to 300 participants. The 2019 webinar had 500 participants.": 300,
		"The webinar can accommodate 250 participants and 12 speakers": 250, "Participation is capped at 75.": 75, "Not more than five participants per project country/area, 35 in total.": 35,
		"Ten participants per project country/area, that is 70 in total": 70, "Jusqu'à 200 participants": 200, "Places: 90": 90, "120 participants": 120,
		"Up to 100 participants; a waiting list of up to 20 persons is kept": 100,
		strings.Repeat("further, and ", 100) + "up to 130 participants":      130,
		// Numbers that say something else, or that cannot be told.
		"150 participants are expected.": 0, "50-80 participants": 0, "limited to 20-30 participants": 0, "between 50 and 80 participants": 0, "200 participants from 12 countries": 0,
		"up to 40 participants from Albania and 40 from Serbia": 0, "No more than 2 representatives per institution": 0, "Each country/area may nominate 4 participants.": 0,
		"The previous webinar brought together 420 participants.": 0, "There is no limit to the number of participants.": 0, "up to 3 hours and 100 participants": 0,
		"up to 100 participants, later up to 200 participants": 0, "30 judges, 30 prosecutors and 40 police officers": 0, "": 0,
	} {
		r := newReader()
		r.outline.Participants = []string{text}
		r.readCapacity(text, nil)
		if r.outline.Capacity != want {
			t.Errorf("%q: %d, want %d", text, r.outline.Capacity, want)
		}
		if open := problemFields(*r.outline) == "capacity"; open == (want > 0) {
			t.Errorf("%q: problems %q beside %d", text, problemFields(*r.outline), want)
		}
	}
}

func TestSentences(t *testing.T) {
	got := sentences("Max. 150 participants. For Mr. Perić e.g. that is 2.5 hours! Is it? yes\nNext line")
	want := []string{"Max. 150 participants.", "For Mr. Perić e.g. that is 2.5 hours!", "Is it? yes", "Next line"}
	if len(got) != len(want) {
		t.Fatalf("%q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}
