package match

import (
	"slices"

	"rapporteur/internal/attendance"
	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// setStaff sets apart who runs or speaks at the webinar: by the file's own mark, by the outline's speaker list (and
// every address seen with a speaker's name), by the organiser's domains, and interpreters and technical accounts by the word
// beside or in the place of their names, unless they registered. The officer's word comes last, both ways.
func setStaff(attendees []*attendee, in Input, reg *register) {
	speakers := make([]identity.Name, len(in.Speakers))
	for i, s := range in.Speakers {
		speakers[i] = identity.StrippedName(s.Name)
	}
	addresses := map[string]bool{}
	for _, a := range attendees {
		for i, s := range speakers {
			if a.speaker < 0 && isSpeaker(a.shown, s) {
				a.speaker = i
				for _, e := range a.shown.emails {
					addresses[e] = true
				}
			}
		}
	}
	marked := map[string]bool{}
	for _, a := range attendees {
		if reason := staffReason(a, addresses, in.OrganiserDomains); reason != "" {
			a.state, a.reasons = Staff, []string{reason}
			for _, n := range a.shown.names {
				if n.Full() {
					marked[n.Key()] = true
				}
			}
		}
	}
	for _, a := range attendees {
		if a.state == "" && bearsOne(a.shown, marked) && !registeredName(a.shown, reg) {
			a.state, a.reasons = Staff, []string{"the name of a host, panelist or speaker of this webinar"}
		}
		if reason := taskReason(a.person); a.state == "" && reason != "" && !registeredName(a.shown, reg) {
			a.state, a.reasons = Staff, []string{reason}
		}
	}
	for _, a := range attendees {
		staff, ok := staffDecision(a.person, in.Staff)
		switch {
		case ok && staff:
			a.state, a.reasons = Staff, []string{"the officer said: staff"}
		case ok:
			a.state, a.reasons, a.speaker = "", []string{"the officer said: not staff"}, -1
		}
	}
}

// taskReason says that the names shown are those of an interpreter or of technical staff.
func taskReason(p attendance.Person) string {
	for _, r := range p.Records {
		for _, shown := range append([]string{r.Name, r.Raw["name"]}, r.Stripped...) {
			switch participant.TaskOf(shown) {
			case participant.Interpreter:
				return "interpreter, by the word beside the name or in its place"
			case participant.Technical:
				return "technical account, by its name"
			}
		}
	}
	return ""
}

func staffReason(a *attendee, addresses map[string]bool, domains []string) string {
	switch a.person.Role {
	case attendance.Host:
		return "host by the file's own mark"
	case attendance.Panelist:
		return "panelist by the file's own mark"
	}
	if a.speaker >= 0 {
		return "speaker of the outline"
	}
	for _, e := range a.shown.emails {
		if addresses[e] {
			return "address of a speaker of the outline"
		}
		if participant.AtDomain(e, domains) {
			return "address at the organiser's domain"
		}
	}
	return ""
}

// isSpeaker tells whether a full name shown is the speaker's: equal, or equal but for further names on one side.
func isSpeaker(s shown, speaker identity.Name) bool {
	for _, n := range s.names {
		if !n.Full() || !speaker.Full() {
			continue
		}
		f := identity.Compare(n, speaker)
		if f.Kind == identity.Exact || f.Kind == identity.Part && len(f.Shared) >= 2 && exactly(n, f.Shared) && (len(f.Extra) == 0 || len(f.Missing) == 0) {
			return true
		}
	}
	return false
}

func exactly(n identity.Name, shared []string) bool {
	for _, t := range shared {
		if !slices.Contains(n.Tokens, t) {
			return false
		}
	}
	return true
}

// bearsOne tells whether a full name shown is among the keys.
func bearsOne(s shown, keys map[string]bool) bool {
	for _, n := range s.names {
		if n.Full() && keys[n.Key()] {
			return true
		}
	}
	return false
}

// registeredName tells whether somebody registered under a name or address shown.
func registeredName(s shown, reg *register) bool {
	claims, _ := reg.claims(s)
	for _, c := range claims {
		if c.owned || c.fit.Kind == identity.Exact {
			return true
		}
	}
	return false
}

// staffDecision is the newest answer on any of the person's records.
func staffDecision(p attendance.Person, decisions []StaffDecision) (staff, ok bool) {
	keys := recordKeys(p)
	for _, d := range decisions {
		for _, k := range d.Records {
			if keys[k] {
				staff, ok = d.Staff, true
			}
		}
	}
	return staff, ok
}

func recordKeys(p attendance.Person) map[string]bool {
	keys := map[string]bool{}
	for _, r := range p.Records {
		keys[r.Key] = true
	}
	return keys
}
