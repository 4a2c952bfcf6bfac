package indicator

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
	"rapporteur/internal/sector"
	"rapporteur/internal/webinar"
)

var start = time.Date(2020, 3, 2, 9, 0, 0, 0, time.UTC)

// guest is what an invented person tells of themselves at one webinar.
type guest struct{ name, email, org, country string }

// at makes the appearances of a webinar, numbered from 0, whose guests all registered and attended.
func at(w int, guests ...guest) []Appearance {
	id := fmt.Sprintf("w%03d", w)
	var standings []registration.Standing
	for i, g := range guests {
		first, last, _ := cutName(g.name)
		standings = append(standings, registration.Standing{State: registration.Confirmed, Registration: registration.Registration{ID: fmt.Sprintf("r%03d-%03d", w, i),
			FirstName: first, LastName: last, Email: g.email, Organisation: g.org, Country: g.country, Submitted: start}})
	}
	var members []breakdown.Member
	for i := range standings {
		s := &standings[i]
		members = append(members, breakdown.Member{Standing: s, Counted: true, Joined: true, Attended: true, Seconds: 3600,
			Participant: match.Participant{ID: "m" + s.ID, Name: guests[i].name, State: match.Automatic, Registration: s.ID},
			Profile:     breakdown.Profile{Group: sector.Judiciary, Beneficiary: beneficiary.Parse(s.Country), Sex: participant.NotStated}})
	}
	return Appear(id, start.AddDate(0, 0, 7*w), standings, members)
}

func cutName(name string) (first, last string, ok bool) {
	for i := range name {
		if name[i] == ' ' {
			return name[:i], name[i+1:], true
		}
	}
	return name, "", false
}

// held are the webinars with their figures.
func held(all [][]Appearance) []Webinar {
	var out []Webinar
	for w, list := range all {
		out = append(out, Webinar{ID: fmt.Sprintf("w%03d", w), Project: "P", Activity: "webinar", State: webinar.Held,
			Start: start.AddDate(0, 0, 7*w), Attended: len(list)})
	}
	return out
}

func TestWhoIsOnePerson(t *testing.T) {
	for name, c := range map[string]struct {
		one, other guest
		persons    int
		questions  int
	}{
		"same address, same name":       {guest{"Mira Lovren", "mira@court.example", "Court", "Albania"}, guest{"Mira Lovren", "Mira+web@court.example", "High Court", "Albania"}, 1, 0},
		"same address, an initial":      {guest{"Mira Lovren", "mira@court.example", "Court", "Albania"}, guest{"M. Lovren", "mira@court.example", "", ""}, 1, 0},
		"same name and organisation":    {guest{"Mira Lovren", "mira@court.example", "Basic Court", "Albania"}, guest{"Lovren Mira", "ml@mail.example", "basic court", "Albania"}, 1, 0},
		"another script":                {guest{"Mira Lovren", "mira@court.example", "Court", "Serbia"}, guest{"Мира Ловрен", "m@mail.example", "Court", "Serbia"}, 1, 0},
		"same name alone":               {guest{"Mira Lovren", "mira@court.example", "Court", "Albania"}, guest{"Mira Lovren", "ml@mail.example", "Police", "Albania"}, 2, 1},
		"same name, another country":    {guest{"Mira Lovren", "mira@court.example", "Court", "Albania"}, guest{"Mira Lovren", "ml@mail.example", "Police", "Serbia"}, 2, 0},
		"ministries of two countries":   {guest{"Mira Lovren", "mira@gov.example", "Ministry of Justice", "Albania"}, guest{"Mira Lovren", "ml@mail.example", "Ministry of Justice", "Serbia"}, 2, 0},
		"moved to another country":      {guest{"Mira Lovren", "mira@mail.example", "Court", "Albania"}, guest{"Mira Lovren", "mira@mail.example", "Police", "Serbia"}, 2, 1},
		"an office's mailbox":           {guest{"Mira Lovren", "office@court.example", "Court", "Albania"}, guest{"Petar Dragas", "office@court.example", "Court", "Albania"}, 2, 0},
		"another surname, same address": {guest{"Mira Lovren", "mira@court.example", "Court", "Albania"}, guest{"Mira Dragas", "mira@court.example", "Court", "Albania"}, 2, 1},
		"a letter's difference":         {guest{"Mira Lovren", "mira@court.example", "Court", "Albania"}, guest{"Mira Lovran", "ml@mail.example", "Court", "Albania"}, 2, 1},
		"strangers":                     {guest{"Mira Lovren", "mira@court.example", "Court", "Albania"}, guest{"Petar Dragas", "petar@mail.example", "Police", "Albania"}, 2, 0},
		"a given name alone":            {guest{"Mira", "", "Court", "Albania"}, guest{"Mira", "", "Court", "Albania"}, 2, 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := Link([][]Appearance{at(0, c.one), at(1, c.other)}, nil)
			if len(got.All) != c.persons || len(got.Questions) != c.questions {
				t.Errorf("%d persons and %d questions, want %d and %d", len(got.All), len(got.Questions), c.persons, c.questions)
			}
		})
	}
}

// Two persons of one webinar stay two, whatever a third appearance says; it is asked about.
func TestWhoWasToldApartStaysApart(t *testing.T) {
	here := at(0, guest{"Mira Lovren", "mira@court.example", "", "Albania"}, guest{"Mira Lovren", "mira@mail.example", "", "Albania"})
	both := at(1, guest{"Mira Lovren", "mira@court.example", "", "Albania"})
	both[0].emails = append(both[0].emails, "mira@mail.example")
	got := Link([][]Appearance{here, both}, nil)
	if len(got.All) != 3 || len(got.Questions) != 2 {
		t.Errorf("%d persons, %d questions", len(got.All), len(got.Questions))
	}
	all := Link([][]Appearance{both}, nil).All[0].Appearances
	got = Link([][]Appearance{here, both}, []Decision{{ID: "d", Same: true, One: subjects(all), Other: []Subject{{Webinar: here[0].Webinar, Keys: here[0].Keys}}}})
	if len(got.All) != 2 || len(got.Questions) != 0 || len(got.Conflicts) != 0 {
		t.Errorf("answered: %d persons, %d questions, %v", len(got.All), len(got.Questions), got.Conflicts)
	}
}

func subjects(list []*Appearance) []Subject {
	var out []Subject
	for _, a := range list {
		out = append(out, Subject{Webinar: a.Webinar, Keys: a.Keys})
	}
	return out
}

// someWebinars draws webinars of a small world, in which people, addresses and offices meet often.
func someWebinars(t *rapid.T) [][]Appearance {
	names := []string{"Mira Lovren", "Mira Lovran", "Petar Dragas", "Мира Ловрен", "M. Lovren", "Petar Dragas Ilic", "Lea", ""}
	emails := []string{"mira@court.example", "petar@mail.example", "office@court.example", "x@mail.example", ""}
	orgs := []string{"Court", "Ministry of Justice", "Police", ""}
	countries := []string{"Albania", "Serbia", "", "Romania"}
	var all [][]Appearance
	for w := range rapid.IntRange(1, 5).Draw(t, "webinars") {
		var guests []guest
		for range rapid.IntRange(0, 4).Draw(t, "guests") {
			guests = append(guests, guest{rapid.SampledFrom(names).Draw(t, "name"), rapid.SampledFrom(emails).Draw(t, "email"),
				rapid.SampledFrom(orgs).Draw(t, "org"), rapid.SampledFrom(countries).Draw(t, "country")})
		}
		all = append(all, at(w, guests...))
	}
	return all
}

// said draws an answer on two of the persons.
func said(t *rapid.T, persons []*Person, id string) (Decision, bool) {
	if len(persons) < 2 {
		return Decision{}, false
	}
	i := rapid.IntRange(0, len(persons)-1).Draw(t, "one")
	j := rapid.IntRange(0, len(persons)-2).Draw(t, "other")
	if j >= i {
		j++
	}
	return Decision{ID: id, Same: rapid.Bool().Draw(t, "same"), One: subjects(persons[i].Appearances), Other: subjects(persons[j].Appearances)}, true
}

// shape is who is with whom, in words that can be compared.
func shape(p Persons) []string {
	out := []string{}
	for _, one := range p.All {
		text := one.ID
		for _, a := range one.Appearances {
			text += " " + a.ID
		}
		out = append(out, fmt.Sprint(text, one.Reasons, one.Conflict, one.Decided))
	}
	for _, q := range p.Questions {
		out = append(out, fmt.Sprint(q.One.ID, q.Other.ID, q.Reasons, q.Score, q.Attended))
	}
	return append(out, p.Conflicts...)
}

func TestOrderChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := someWebinars(t)
		var answers []Decision
		for n := range rapid.IntRange(0, 3).Draw(t, "answers") {
			if d, ok := said(t, Link(all, answers).All, fmt.Sprint("d", n)); ok {
				answers = append(answers, d)
			}
		}
		want := shape(Link(all, answers))
		shuffled := [][]Appearance{}
		for _, w := range rapid.Permutation(all).Draw(t, "webinars in another order") {
			shuffled = append(shuffled, rapid.Permutation(slices.Clone(w)).Draw(t, "people in another order"))
		}
		if got := shape(Link(shuffled, answers)); !reflect.DeepEqual(got, want) {
			t.Fatalf("in another order:\n%q\nbefore:\n%q", got, want)
		}
	})
}

// Without an officer's word nobody is two people of one webinar, or of two countries/areas and organisations.
func TestNobodyIsUnitedWithoutAWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, p := range Link(someWebinars(t), nil).All {
			for i, a := range p.Appearances {
				for _, b := range p.Appearances[i+1:] {
					if a.Webinar == b.Webinar {
						t.Fatalf("two persons of one webinar are one: %s, %s", a.ID, b.ID)
					}
					if a.place != "" && b.place != "" && a.place != b.place && !shares(a.orgs, b.orgs) {
						t.Fatalf("people of %s and %s are one: %s, %s", a.place, b.place, a.ID, b.ID)
					}
				}
			}
		}
	})
}

// The newest answer is followed; taking it back gives the persons and figures from before; telling apart those who were
// united gives the number of persons from before.
func TestAnswersAreFollowedAndTakenBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := someWebinars(t)
		var answers []Decision
		for n := range rapid.IntRange(1, 4).Draw(t, "answers") {
			before := Link(all, answers)
			figures := Count(before, held(all), "", Period{})
			for _, check := range figures.Checks {
				if !check.OK {
					t.Fatalf("%s: %d and %d", check.Name, check.Left, check.Right)
				}
			}
			d, ok := said(t, before.All, fmt.Sprint("d", n))
			if !ok {
				return
			}
			after := Link(all, append(slices.Clone(answers), d))
			one, other := bearer(after, d.One[0]), bearer(after, d.Other[0])
			if (one == other) != d.Same || slices.Contains(after.Conflicts, d.ID) {
				t.Fatalf("answer %v is not followed (conflicts %v)", d, after.Conflicts)
			}
			for _, q := range after.Questions {
				if q.One == one && q.Other == other || q.One == other && q.Other == one {
					t.Fatal("what was answered is asked again")
				}
			}
			if !reflect.DeepEqual(shape(Link(all, answers)), shape(before)) {
				t.Fatal("taking an answer back gives other persons")
			}
			if d.Same {
				back := d
				back.ID, back.Same = "back", false
				restored := Count(Link(all, append(slices.Clone(answers), d, back)), held(all), "", Period{})
				if restored.UniquePersons != figures.UniquePersons {
					t.Fatalf("told apart again: %d unique persons, before %d", restored.UniquePersons, figures.UniquePersons)
				}
			}
			answers = append(answers, d)
		}
	})
}

// bearer is the person that holds an appearance.
func bearer(p Persons, s Subject) *Person {
	for _, one := range p.All {
		for _, a := range one.Appearances {
			if a.Webinar == s.Webinar && slices.ContainsFunc(a.Keys, func(k string) bool { return slices.Contains(s.Keys, k) }) {
				return one
			}
		}
	}
	return nil
}

func TestAnswersThatContradictByWayOfAThirdAreShown(t *testing.T) {
	all := [][]Appearance{at(0, guest{"Mira Lovren", "a@x.example", "", ""}), at(1, guest{"Petar Dragas", "b@x.example", "", ""}), at(2, guest{"Lea Horvat", "c@x.example", "", ""})}
	s := func(w int) []Subject { return []Subject{{Webinar: all[w][0].Webinar, Keys: all[w][0].Keys}} }
	got := Link(all, []Decision{{"old", false, s(0), s(2)}, {"new", true, s(0), s(1)}, {"newest", true, s(1), s(2)}})
	if len(got.All) != 1 || !slices.Equal(got.Conflicts, []string{"old"}) || !got.All[0].Conflict {
		t.Errorf("%d persons, conflicts %v", len(got.All), got.Conflicts)
	}
}
