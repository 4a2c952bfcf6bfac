package registration

import (
	"rapporteur/internal/participant"
	"rapporteur/internal/webinar"
)

// WithoutSeat names the registrations, by id, of the outline's speakers and of people at the organiser's own domains:
// the published capacity is for participants, and these take none of it.
func WithoutSeat(list []Standing, speakers []webinar.Speaker, organiserDomains []string) map[string]bool {
	names := map[string]bool{}
	for _, s := range speakers {
		names[participant.FoldKey(s.Name)] = true
	}
	out := map[string]bool{}
	for _, s := range list {
		if names[participant.FoldKey(s.FirstName+" "+s.LastName)] || participant.AtDomain(s.Email, organiserDomains) {
			out[s.ID] = true
		}
	}
	return out
}
