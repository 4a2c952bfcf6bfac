package workflow

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/store"
)

// longestName is the longest name, in letters, that one of several people at a connection is given.
const longestName = 200

// Split records which people sat at the connection of an attendee: each of them is matched as anybody else, and the
// presence of the connection counts for each. Without names an earlier answer is taken back. Fault invalid for fewer than
// two names, for two names that are read alike, and for names without a letter.
func (d *Desk) Split(ctx context.Context, webinarID string, attendees, names []string, why string) error {
	names, err := sharerNames(names)
	if err != nil {
		return err
	}
	dossier, err := d.Dossier(ctx, webinarID, "")
	if err != nil {
		return err
	}
	found, err := dossier.attendees(attendees)
	if err != nil {
		return err
	}
	var records []string
	shared := false
	for _, a := range found {
		own, of := a.connection()
		shared = shared || of
		records = append(records, own...)
	}
	if len(names) == 0 && !shared {
		return fault.New(fault.Invalid, "Nobody shared this connection.", "Name at least two people to say who sat there.")
	}
	slices.Sort(records)
	decision := match.SplitDecision{Records: slices.Compact(records), Names: names}
	return d.write(ctx, dossier, change.MatchSplit, why, func(tx *store.Tx) error { return tx.AddSplit(dossier.Webinar.ID, decision) })
}

// connection gives the keys of the records as the files hold them, and whether an officer said that they are shared.
func (f found) connection() (keys []string, shared bool) {
	of := f.participant.Connection()
	if len(of) == 0 {
		return f.records, false
	}
	return of, true
}

func sharerNames(names []string) ([]string, error) {
	out := []string{}
	keys := map[string]bool{}
	for _, name := range names {
		name = strings.Join(strings.Fields(name), " ")
		if name == "" {
			continue
		}
		key := participant.FoldKey(name)
		switch {
		case key == "" || len([]rune(name)) > longestName:
			return nil, fault.New(fault.Invalid, "A name has no letter, or too many.", fmt.Sprintf("Write each person's name in letters, at most %d.", longestName))
		case keys[key]:
			return nil, fault.New(fault.Invalid, "Two of the names are the same.", "Write the names so that each person has another one.")
		}
		keys[key] = true
		out = append(out, name)
	}
	if len(out) == 1 || len(out) > match.Sharers {
		return nil, fault.New(fault.Invalid, "A shared connection has two people or more.", fmt.Sprintf("Name each person who sat there, from 2 to %d.", match.Sharers))
	}
	return out, nil
}
