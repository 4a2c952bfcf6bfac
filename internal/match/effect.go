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
}

// mostForeseen is how many stays are matched before an import is confirmed: those of ten webinars of the usual size.
const mostForeseen = 20_000

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
			e.Stays++
		}
	}
	if e.Unmatched = e.Stays+len(known) > mostForeseen; e.Stays == 0 || e.Unmatched {
		return e
	}
	in.Persons = attendance.Group(slices.AppendSeq(slices.Clone(known), incoming))
	for _, p := range Run(in).Participants {
		here, before := false, false
		for _, a := range p.Persons {
			for _, r := range a.Records {
				here, before = here || fresh[r.Key], before || had[r.Key]
			}
		}
		if !here {
			continue
		}
		e.Persons++
		if !before {
			e.New++
		}
		switch p.State {
		case Automatic, Decided:
			e.Certain++
		case Open:
			e.Asked++
		case WalkIn:
			e.WalkIns++
		case Unidentified:
			e.Unidentified++
		case Staff:
			e.Staff++
		}
	}
	return e
}
