package report

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/document"
	"rapporteur/internal/webinar"
)

// The donor copy names no participant, whatever field the name stands in.
func TestPersonalDataInFreeFields(t *testing.T) {
	f := facts(t, 21, 0)
	f.Copy = Donor
	s := &f.Standings[3]
	s.FirstName, s.LastName, s.Email = "Ana Marija", "Đorđević", "ana@law.example"
	*f.Members[3].Standing = *s
	f.Members[5].Participant.Persons[0].Names = []string{"Besnik Called - Police Directorate"}
	f.Webinar.Outline.Speakers = []webinar.Speaker{{Name: "Zana INVENTED07"}}
	private := newPersonal(f)
	for text, want := range map[string]bool{
		"Law office Ana Djordjevic": true, "Адвокат Ђорђевић Ана": true, "the office of ANA MARIJA ĐORĐEVIĆ, Skopje": true,
		"write to ana@law.example.": true, "call +355 42 123 456": true, "list_of_Besnik_Called.csv": true,
		"Zana Invented07": false, "Police Directorate": false, "from 2019 to 2021, 28/05/2020 14:00": false,
		"Ana spoke. Marija listened.": false, "office@project.example": false, // given names alone are no full name
		"registrations.csv": false, "": false,
	} {
		if private.in(text) != want {
			t.Errorf("%q: personal %v, want %v", text, !want, want)
		}
	}

	f.Members[3].Standing.Organisation = "Law office Ana Đorđević"
	f.Sources = []Source{{Name: "list_of_Besnik_Called.csv", Kind: attendanceKind, Format: "zoom_webinar_attendee"}}
	printed := text(Build(f))
	for _, sheet := range Annex(f) {
		for _, table := range sheet.Tables {
			printed += text(document.Document{Blocks: []document.Block{table}})
		}
	}
	for _, secret := range []string{"Đorđević", "Besnik"} {
		if strings.Contains(printed, secret) {
			t.Error("the donor copy names a participant")
		}
	}
	for _, want := range []string{"2 institutions", "1 of them is counted but not named", "(name withheld)"} {
		if !strings.Contains(printed, want) {
			t.Errorf("the donor copy does not say %q", want)
		}
	}
	f.Copy = Internal
	if printed := text(Build(f)); !strings.Contains(printed, "Law office Ana") || !strings.Contains(printed, "list_of_Besnik") {
		t.Error("the internal copy leaves something out")
	}
}

// An officer's own words that name a participant are found, and keep the donor copy from being final.
func TestLeaks(t *testing.T) {
	f := facts(t, 21, 0)
	f.Copy = Donor
	f.Texts["conclusions"] = "Thanks to all."
	if got := Leaks(f); len(got) != 0 {
		t.Fatalf("leaks in %v", got)
	}
	f.Texts["conclusions"] = "Thanks to Zana Invented04."
	f.Webinar.StateReason = "Invented02 Zana was ill"
	if got := Leaks(f); !slices.Equal(got, []string{"context", "conclusions"}) {
		t.Errorf("leaks in %v", got)
	}
	if found := Lint(f); !slices.ContainsFunc(found, func(x Finding) bool { return x.Error && x.Section == "conclusions" }) {
		t.Errorf("findings %v", found)
	}
}
