package match

import (
	"iter"
	"slices"

	"rapporteur/internal/attendance"
)

// Effect is what new attendance records bring: how many Stays (rows with a time, a total or a list's word), of how many
// Persons, and what becomes of these persons when they are matched: Certain are linked without asking or by an earlier
// decision, Asked stay open, WalkIns fit nobody who registered, Unidentified show no name, Staff are set apart. New are the
// persons of whom the webinar has no other record. Persons = Certain + Asked + WalkIns + Unidentified + Staff. Of so many
// people that matching them would keep the officer waiting only Stays is told, and Unmatched is true.
//
// Behind says of each number of persons by its JSON name whom it counts, New by "new"; StayKeys are the keys of the stays.
type Effect struct {
	Stays        int  `json:"stays"`
	Persons      int  `json:"persons"`
	New          int  `json:"new"`
	Certain      int  `json:"certain"`
	Asked        int  `json:"asked"`
	WalkIns      int  `json:"walk_ins"`
	Unidentified int  `json:"unidentified"`
	Staff        int  `json:"staff"`
	Unmatched    bool `json:"unmatched"`

	StayKeys []string              `json:"-"`
	Behind   map[string][]Foreseen `json:"-"`
}

// Foreseen is a person whom new records bring, with the keys of these.
type Foreseen struct {
	Name    string
	Email   string
	Records []string
}

// mostForeseen is how many stays are matched before an import is confirmed: those of ten webinars of the usual size.
const mostForeseen = 20_000

// foreseenAs is the number of an Effect that counts the persons of a state.
var foreseenAs = map[State]string{Automatic: "certain", Decided: "certain", Open: "asked", WalkIn: "walk_ins", Unidentified: "unidentified", Staff: "staff"}

// Foresee tells what incoming records bring beside the known ones, before anything is written: in is what there is to match,
// without its persons. Records that are known already are passed over. incoming may be asked twice.
func Foresee(in Input, known []attendance.Record, incoming iter.Seq[attendance.Record]) Effect {
	had, fresh := make(map[string]bool, len(known)), map[string]bool{}
	for _, r := range known {
		had[r.Key] = true
	}
	var e Effect
	for r := range incoming {
		if had[r.Key] || fresh[r.Key] {
			continue
		}
		switch r.Kind {
		case attendance.StayRow, attendance.TotalRow, attendance.DeclaredRow:
			fresh[r.Key] = true
			e.StayKeys = append(e.StayKeys, r.Key)
		}
	}
	e.Stays = len(e.StayKeys)
	if e.Unmatched = e.Stays+len(known) > mostForeseen; e.Stays == 0 || e.Unmatched {
		return e
	}
	e.Behind = map[string][]Foreseen{}
	in.Persons = attendance.Group(slices.AppendSeq(slices.Clone(known), incoming))
	for _, p := range Run(in).Participants {
		one, before := Foreseen{Name: p.Name, Email: p.Email}, false
		for _, a := range p.Persons {
			for _, r := range a.Records {
				if before = before || had[r.Key]; fresh[r.Key] {
					one.Records = append(one.Records, r.Key)
				}
			}
		}
		if len(one.Records) == 0 {
			continue
		}
		numbers := []string{"persons", foreseenAs[p.State]}
		if !before {
			numbers = append(numbers, "new")
		}
		for _, number := range numbers {
			e.Behind[number] = append(e.Behind[number], one)
		}
	}
	for number, n := range map[string]*int{"persons": &e.Persons, "new": &e.New, "certain": &e.Certain, "asked": &e.Asked, "walk_ins": &e.WalkIns,
		"unidentified": &e.Unidentified, "staff": &e.Staff} {
		behind := e.Behind[number]
		*n, e.Behind[number] = len(behind), behind // a number of none is one all the same
	}
	return e
}
