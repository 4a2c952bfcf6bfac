package registration

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func submission(id, name, family, email string, channel Channel, hour int) Registration {
	return Registration{ID: id, FirstName: name, LastName: family, Email: email, Channel: channel, ChannelText: string(channel),
		Submitted: time.Date(2026, 3, 1, hour, 0, 0, 0, time.UTC)}
}

func nobody([]Standing) map[string]bool { return nil }

// What is foreseen is what is judged and confirmed afterwards.
func TestForesee(t *testing.T) {
	known := JudgeInput{Registrations: []Registration{
		submission("a", "Ana", "Alfa", "ana@one.example", Website, 5),
		submission("b", "Boro", "Beta", "boro@two.example", Website, 2),
	}, Events: []Event{{Registration: "b", State: Confirmed}}}
	incoming := []Registration{
		submission("a", "Ana", "Alfa", "ana@one.example", Website, 5),     // known
		submission("a0", "Ana", "Alfa", "ana@one.example", Website, 1),    // the same person, earlier: the known one becomes its duplicate
		submission("c", "Cyra", "Gama", "cyra@three.example", Website, 3), // takes the second seat
		submission("c2", "Cyra", "Gama", "cyra@three.example", Email, 4),  // barred, and a twin
		submission("d", "Dino", "Delta", "dino@four.example", Website, 6), // waits
		submission("e", "Eda", "Eta", "eda@office.example", Website, 7),   // takes no seat
		submission("f", "Fadil", "Fi", "fadil@five.example", "", 8),       // nobody knows how it came
		{ID: "g", FirstName: "Gia", Incomplete: true},
	}
	office := func(list []Standing) map[string]bool { return map[string]bool{"e": true} }
	e, after := Foresee(known, incoming, 2, office)
	if e.Submissions != 6 || e.NewPersons != 4 || e.KnownPersons != 1 || e.Duplicates != 1 || e.Staff != 1 || e.Moved != 1 || e.Seats != 2 {
		t.Errorf("%+v", e)
	}
	if e.Eligible != 3 || e.Wait != 2 { // of three the first gets the seat
		t.Errorf("eligible %d, waiting %d", e.Eligible, e.Wait)
	}
	if len(e.Barred) != 2 || e.Barred[0].N != 1 || e.Barred[1].N != 1 || !slices.ContainsFunc(e.Barred, func(r Reason) bool { return slices.Equal(r.Words, []string{"email"}) }) {
		t.Errorf("barred: %+v", e.Barred)
	}
	if got := e.Behind["new_persons"]; !reflect.DeepEqual(got, [][]string{{"c", "c2"}, {"d"}, {"e"}, {"f"}}) || !reflect.DeepEqual(e.Behind["moved"], [][]string{{"a"}}) ||
		len(e.Behind["barred/"+e.Barred[0].Reason]) != 1 {
		t.Errorf("behind them: %v", e.Behind)
	}
	if len(after) != 8 {
		t.Errorf("%d standings", len(after))
	}
	if without, _ := Foresee(known, incoming, 0, nobody); without.Seats != 0 || without.Wait != 0 {
		t.Errorf("without a limit: %+v", without)
	}
}

// The order of the files and rows changes no count, and what is imported is known afterwards.
func TestForeseeInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []Registration
		for i := range rapid.IntRange(0, 12).Draw(t, "rows") {
			who := rapid.IntRange(0, 5).Draw(t, "who")
			channel := rapid.SampledFrom([]Channel{Website, Email, ""}).Draw(t, "channel")
			id := string(rune('a' + i))
			list = append(list, submission(id, []string{"Ana", "Boro", "Cyra", "Dino", "Eda", "Fadil"}[who], "Zeta", id[:1]+"@x.example", channel, i))
		}
		first, _ := Foresee(JudgeInput{}, list, 3, nobody)
		turned := slices.Clone(list)
		slices.Reverse(turned)
		second, _ := Foresee(JudgeInput{}, turned, 3, nobody)
		if first.Submissions != second.Submissions || first.Eligible != second.Eligible || first.Wait != second.Wait || first.NewPersons != second.NewPersons ||
			first.Duplicates != second.Duplicates || len(first.Barred) != len(second.Barred) {
			t.Fatalf("%+v\n%+v", first, second)
		}
		if again, _ := Foresee(JudgeInput{Registrations: list}, list, 3, nobody); again.Submissions != 0 || again.Wait != 0 || again.Moved != 0 {
			t.Fatalf("known already: %+v", again)
		}
	})
}
