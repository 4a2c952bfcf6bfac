package match

import (
	"slices"
	"strings"

	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// shown is one attendee as the matcher sees it: the human names shown, the address, and what stood beside the names.
type shown struct {
	names   []identity.Name   // distinct, the most telling first; empty for a device or a number
	records [][]identity.Name // of a person with several records: the names of each that shows any
	parts   []sharer          // several people behind one connection; empty otherwise
	emails  []string
	locals  []identity.LocalPart // of the emails
	orgs    []string             // folded
	country string               // folded, of the connection
	phone   string               // as shown, when the name is a number
	device  bool
	lost    bool // the letters of the name are lost: "???? ?????"
	torn    bool // some letters of a word are lost
}

// sharer is one of several people at a connection: the name, and the organisations that stand beside it (folded).
type sharer struct {
	name identity.Name
	orgs []string
}

// newShown takes names, best first, and addresses apart.
func newShown(displays, emails []string, country string) shown {
	var s shown
	s.country = fold(country)
	for _, e := range emails {
		if e = participant.NormaliseEmail(e); e != "" && !slices.Contains(s.emails, e) {
			s.emails = append(s.emails, e)
			s.locals = append(s.locals, identity.NewLocal(participant.EmailLocal(e)))
		}
	}
	seen := map[string]bool{}
	for _, d := range displays {
		if participant.IsPhoneName(d) {
			s.phone = d
			continue
		}
		t := participant.Strip(d)
		s.device = s.device || len(t.Devices) > 0
		s.lost = s.lost || strings.Count(d, "?")+strings.Count(d, "\ufffd") > 1
		s.torn = s.torn || torn(d)
		for _, o := range t.Organisations {
			if o = fold(o); o != "" {
				s.orgs = append(s.orgs, o)
			}
		}
		n := identity.NewName(t.Name)
		if t.Name == "" && len(t.Devices) == 0 {
			n = initialsOf(d)
		}
		if !n.Empty() && !seen[n.Key()] {
			seen[n.Key()] = true
			s.names = append(s.names, n)
		}
		if len(s.parts) == 0 {
			s.parts = sharers(d)
		}
	}
	slices.SortStableFunc(s.names, func(a, b identity.Name) int {
		return weight(b) - weight(a)
	})
	return s
}

func weight(n identity.Name) int { return 2*len(n.Tokens) + len(n.Initials) }

// initialsOf reads "AK" or "A.K." as initials.
func initialsOf(display string) identity.Name {
	words := participant.Words(display)
	if len(words) == 1 && len([]rune(words[0])) == 2 && strings.ToUpper(words[0]) == words[0] {
		var n identity.Name
		for _, r := range words[0] {
			if f := participant.Fold(string(r)); f != "" {
				n.Initials = append(n.Initials, f[:1])
			}
		}
		return n
	}
	return identity.Name{}
}

// sharers gives the several people in one display name. What stands behind the last of them is said of all who have nothing
// beside their own name.
func sharers(display string) []sharer {
	for _, by := range partings {
		var parts []sharer
		pieces := by.split(display)
		if len(pieces) < 2 {
			continue
		}
		full := true
		for _, piece := range pieces {
			t := participant.Strip(piece)
			n := identity.NewName(t.Name)
			if len(n.Tokens) == 0 {
				continue
			}
			full = full && weight(n) >= 3
			var orgs []string
			for _, o := range t.Organisations {
				if o = fold(o); o != "" {
					orgs = append(orgs, o)
				}
			}
			parts = append(parts, sharer{n, orgs})
		}
		if len(parts) >= 2 && (full || by.sure) {
			last := parts[len(parts)-1].orgs
			for i := range parts {
				if len(parts[i].orgs) == 0 {
					parts[i].orgs = last
				}
			}
			return parts
		}
	}
	return nil
}

// beside says how an organisation stands beside a name.
type beside int

const (
	notBeside  beside = iota
	bodyBeside        // a body it is a part of, by one word: FMUP
	partBeside        // a body it is a part of
	allBeside         // whole, or parted by its commas
)

// organisation tells how a registrant's organisation stands beside the name.
func (s *shown) organisation(org string) beside {
	if org == "" || len(s.orgs) == 0 {
		return notBeside
	}
	if slices.Contains(s.orgs, org) || strings.Join(s.orgs, " ") == org {
		return allBeside
	}
	best := notBeside
	for _, o := range s.orgs {
		switch {
		case !strings.HasPrefix(org, o+" "):
		case strings.Contains(o, " "):
			best = partBeside
		default:
			best = max(best, bodyBeside)
		}
	}
	return best
}

// fold is the key of a phrase in written order.
func fold(s string) string { return strings.Join(participant.Tokens(s), " ") }
