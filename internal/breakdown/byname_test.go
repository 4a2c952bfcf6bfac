package breakdown

import (
	"slices"
	"testing"

	"rapporteur/internal/match"
)

func TestByName(t *testing.T) {
	var list []Member
	for _, name := range []string{"Žarko", "Zana", "Čedomir", "anna", "Đorđe", "Dina"} {
		list = append(list, Member{Participant: match.Participant{Name: name}})
	}
	ByName(list)
	var names []string
	for _, m := range list {
		names = append(names, m.Participant.Name)
	}
	if want := []string{"anna", "Čedomir", "Dina", "Đorđe", "Zana", "Žarko"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}
