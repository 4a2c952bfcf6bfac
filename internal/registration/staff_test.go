package registration

import (
	"maps"
	"slices"
	"testing"

	"rapporteur/internal/webinar"
)

func TestSpeakersAndOwnPeopleTakeNoSeat(t *testing.T) {
	list := []Standing{
		{Registration: Registration{ID: "speaker", FirstName: "Ana", LastName: "Đorđević", Email: "ana@court.example"}},
		{Registration: Registration{ID: "own", FirstName: "Ilir", LastName: "Hoxhaj", Email: "ilir@office.example"}},
		{Registration: Registration{ID: "own part", FirstName: "Mila", LastName: "Perić", Email: "Mila@SEE.Office.example"}},
		{Registration: Registration{ID: "likewise named domain", FirstName: "Eda", LastName: "Kaya", Email: "eda@notoffice.example"}},
		{Registration: Registration{ID: "participant", FirstName: "Ana", LastName: "Marić", Email: "ana.maric@court.example"}},
	}
	got := WithoutSeat(list, []webinar.Speaker{{Name: "DJORDJEVIC Ana"}}, []string{"@office.example", ""})
	if want := []string{"own", "own part", "speaker"}; !slices.Equal(slices.Sorted(maps.Keys(got)), want) {
		t.Errorf("without a seat: %v, want %v", got, want)
	}
}
