package indicator

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/participant"
)

// Counted is a person whom a figure counts, and how often: a figure of participations counts once for each.
type Counted struct {
	Person *Person
	Times  int
}

// Institution is an organisation of those who attended. Key names it whatever its spelling, Name is how one of them wrote it,
// Persons are those who attended for it.
type Institution struct {
	Key     string `json:"key"`
	Name    string `json:"name"`
	Persons int    `json:"persons"`
	last    *Person
}

// Behind is what a figure counts: persons, by name, or webinars, in their order, or institutions, by name.
type Behind struct {
	Persons      []Counted
	Webinars     []string
	Institutions []Institution
}

// N is the figure.
func (b Behind) N() int {
	n := len(b.Webinars) + len(b.Institutions)
	for _, p := range b.Persons {
		n += p.Times
	}
	return n
}

// Who gives what a figure of Count counts, of the same persons, webinars and period. A figure is one of Figures by its JSON
// name, but unique_institutions "institutions"; "participations/TYPE", "unique_persons/TYPE" and "webinars/TYPE" of one type
// of activity; "repeats/WEBINARS"; "participations/SECTOR/BENEFICIARY/SEX" and "unique_persons/SECTOR/BENEFICIARY/SEX" of a
// row; "institution/KEY" the persons of one institution. "differing" are the closed webinars with another figure now. Of
// those participations are counted as they are now, not as they were frozen. ok is false where there is no such figure.
func Who(persons Persons, webinars []Webinar, project string, period Period, figure string) (b Behind, ok bool) {
	name, _, _ := strings.Cut(figure, "/")
	if !slices.Contains([]string{"participations", "unique_persons", "institutions", "institution", "open_persons", "walk_ins", "new", "returning", "repeats",
		"webinars", "planned", "held", "postponed", "cancelled", "differing"}, name) {
		return Behind{}, false
	}
	_, b = newCounter(figure).count(persons, webinars, project, period)
	slices.SortFunc(b.Institutions, func(a, o Institution) int {
		return cmp.Or(cmp.Compare(participant.Fold(a.Name), participant.Fold(o.Name)), cmp.Compare(a.Key, o.Key))
	})
	place := func(id string) int { return slices.IndexFunc(webinars, func(w Webinar) bool { return w.ID == id }) }
	slices.SortFunc(b.Webinars, func(a, o string) int { return place(a) - place(o) })
	return b, true
}

// behind gathers what one figure counts while all are counted; of "" it gathers nothing.
type behind struct {
	wanted string
	found  Behind
	place  map[string]int // of the institutions found, by key
}

func (b *behind) is(parts []string) bool {
	return b.wanted != "" && b.wanted == strings.Join(parts, "/")
}

// person counts a person once; all that a person counts for is counted together.
func (b *behind) person(p *Person, figure ...string) {
	if !b.is(figure) {
		return
	}
	if last := len(b.found.Persons) - 1; last >= 0 && b.found.Persons[last].Person == p {
		b.found.Persons[last].Times++
		return
	}
	b.found.Persons = append(b.found.Persons, Counted{p, 1})
}

func (b *behind) webinar(id string, figure ...string) {
	if b.is(figure) {
		b.found.Webinars = append(b.found.Webinars, id)
	}
}

// institution counts an organisation once, and for its own figure the person who attended for it.
func (b *behind) institution(key string, a *Appearance, p *Person) {
	if b.wanted == "institution/"+key && (len(b.found.Persons) == 0 || b.found.Persons[len(b.found.Persons)-1].Person != p) {
		b.found.Persons = append(b.found.Persons, Counted{p, 1})
	}
	if b.wanted != "institutions" {
		return
	}
	i, known := b.place[key]
	if !known {
		i = len(b.found.Institutions)
		b.place[key] = i
		b.found.Institutions = append(b.found.Institutions, Institution{Key: key})
	}
	if one := &b.found.Institutions[i]; one.last != p {
		one.Persons, one.last = one.Persons+1, p
	}
	b.found.Institutions[i].Name = a.written(key)
}

// written is an organisation of the appearance as it is written.
func (a *Appearance) written(key string) string {
	for _, s := range a.Registrations {
		if participant.FoldKey(s.Organisation) == key {
			return s.Organisation
		}
	}
	return a.Organisation
}
