package cli

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/registration"
	"rapporteur/internal/workflow"
)

// printEffects says what follows from an import.
func printEffects(w io.Writer, e workflow.Effects) {
	if r := e.Registrations; r != nil {
		fmt.Fprintf(w, "The %s come from %s: %d not on the list yet, %d known.\n", counted(r.Submissions, "new submission"), counted(r.NewPersons+r.KnownPersons, "person"), r.NewPersons, r.KnownPersons)
		for _, b := range r.Barred {
			said := ""
			if len(b.Words) > 0 {
				said = " (" + strings.Join(b.Words, ", ") + ")"
			}
			fmt.Fprintf(w, "  barred: %d%s. %s\n", b.N, said, b.Reason)
		}
		if r.Duplicates > 0 {
			fmt.Fprintf(w, "  %d count with another submission of the same person\n", r.Duplicates)
		}
		if r.Staff > 0 {
			fmt.Fprintf(w, "  %d of speakers or of the organiser's own people, who take no seat\n", r.Staff)
		}
		fmt.Fprintf(w, "  %d can be confirmed%s\n", r.Eligible, waiting(r))
		if r.Moved > 0 {
			fmt.Fprintf(w, "  %s known already will stand otherwise\n", counted(r.Moved, "submission"))
		}
	}
	if a := e.Attendance; a != nil && a.Unmatched {
		fmt.Fprintf(w, "There are %s: too many people to match before you confirm.\n", counted(a.Stays, "new stay"))
	} else if a != nil {
		fmt.Fprintf(w, "The %s are of %s, %d of them new.\n", counted(a.Stays, "new stay"), counted(a.Persons, "person"), a.New)
		fmt.Fprintf(w, "  matched for certain %d, to be asked %d, walk-ins %d, without a name %d, staff %d\n", a.Certain, a.Asked, a.WalkIns, a.Unidentified, a.Staff)
	}
}

func waiting(r *registration.Effect) string {
	switch {
	case r.Eligible == 0:
		return ""
	case r.Seats == 0:
		return "; no limit is stated"
	case r.Wait == 0:
		return fmt.Sprintf(", within the limit of %d", r.Seats)
	}
	return fmt.Sprintf("; over the limit of %d, %d of them will wait", r.Seats, r.Wait)
}

// counted writes a number with its noun: "1 person", "12 persons".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
