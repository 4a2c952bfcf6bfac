package match

import (
	"slices"

	"rapporteur/internal/attendance"
	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// SplitDecision says which people sat at one connection; without names it takes an earlier one back. It is bound to the
// content keys of the connection's records, as a Decision is.
type SplitDecision struct {
	Records []string
	Names   []string
}

// Sharers are the most people that a connection is split into.
const Sharers = 30

// split makes several persons of each connection that an officer said to be shared. Each is matched as anybody else.
func split(persons []attendance.Person, splits []SplitDecision, reg *register) []attendance.Person {
	if len(splits) == 0 {
		return persons
	}
	out := make([]attendance.Person, 0, len(persons))
	for _, p := range persons {
		if names := namesAt(p, splits); len(names) > 1 {
			out = append(out, attendance.Share(p, sharersOf(p, names, reg))...)
			continue
		}
		out = append(out, p)
	}
	return out
}

// namesAt gives the newest word on who sat at a person's connection.
func namesAt(p attendance.Person, splits []SplitDecision) []string {
	keys := recordKeys(p)
	for _, d := range slices.Backward(splits) {
		if slices.ContainsFunc(d.Records, func(key string) bool { return keys[key] }) {
			return d.Names
		}
	}
	return nil
}

// sharersOf says whose the addresses of a connection are: the one whose name the registered owner bears or, of an address
// that nobody registered, the one whose name it spells. An address that may be of two is nobody's.
func sharersOf(p attendance.Person, names []string, reg *register) []attendance.Sharer {
	out := make([]attendance.Sharer, len(names))
	parsed := make([]identity.Name, len(names))
	for i, name := range names {
		out[i].Name, parsed[i] = name, identity.StrippedName(name)
	}
	emails := slices.Concat([]string{p.Email}, p.Emails)
	for i := range emails {
		emails[i] = participant.NormaliseEmail(emails[i])
	}
	slices.Sort(emails)
	for _, e := range slices.Compact(emails) {
		if e == "" {
			continue
		}
		var fits []int
		for i, n := range parsed {
			if reg.bears(n, e) {
				fits = append(fits, i)
			}
		}
		if len(fits) == 1 {
			out[fits[0]].Emails = append(out[fits[0]].Emails, e)
		}
	}
	return out
}

// bears tells whether an address is that of a person of this name, as far as the registrations or its letters say.
func (r *register) bears(n identity.Name, email string) bool {
	if known := r.byEmail[email]; len(known) > 0 {
		return slices.ContainsFunc(known, func(i int) bool {
			kind := identity.Compare(n, r.all[i].name).Kind
			return kind >= identity.OneName && kind != identity.Flipped
		})
	}
	return identity.Local(participant.EmailLocal(email), n).Kind >= identity.LocalInitial
}

// SharedNames are the names that a display name seems to be made of, when several people seem to sit at the connection:
// a proposal for the officer.
func SharedNames(display string) []string {
	if len(sharers(display)) < 2 {
		return nil
	}
	var names []string
	for _, by := range partings {
		names = nil
		for _, piece := range by.split(display) {
			name := participant.Strip(piece).Name
			if n := identity.NewName(name); !n.Empty() {
				names = append(names, name)
			}
		}
		if len(names) > 1 {
			break
		}
	}
	return names
}

// Connection gives the keys of the records of a connection that this participant shared with others; nothing for who sat
// alone.
func (p Participant) Connection() (records []string) {
	for _, a := range p.Persons {
		for _, r := range a.Records {
			if r.SharedOf != "" && !slices.Contains(records, r.SharedOf) {
				records = append(records, r.SharedOf)
			}
		}
	}
	return records
}

// sharing says, of one of several people at a connection, that the presence is the connection's.
const sharing = "sat at a shared connection, as an officer said: its presence counts for each person there"

// Shared tells whether the participant sat at a connection with others, whose presence counts for each.
func (p Participant) Shared() bool { return len(p.Connection()) > 0 }
