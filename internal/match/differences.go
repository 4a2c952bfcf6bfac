package match

import (
	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
)

// Differences say how a person is written otherwise than a registration, and that their addresses have the domain in
// common: for the eye of an officer alone.
func Differences(p Participant, s registration.Standing) []string {
	out := identity.Differences(p.Name, s.FirstName+" "+s.LastName)
	mine, theirs := participant.NormaliseEmail(p.Email), participant.NormaliseEmail(s.Email)
	if domain := participant.EmailDomain(mine); mine != theirs && domain != "" && domain == participant.EmailDomain(theirs) {
		out = append(out, "same e-mail domain")
	}
	return out
}
