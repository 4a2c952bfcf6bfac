package web

import (
	"cmp"
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/registration"
	"rapporteur/internal/workflow"
)

type registrationsInput struct {
	ID     string `path:"id"`
	State  string `query:"state" enum:",submitted,barred,confirmed,waiting,declined,withdrawn,duplicate"`
	Query  string `query:"q" maxLength:"200"`
	Offset int    `query:"offset" minimum:"0"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"200"`
}

// Registrations is a window of the list. Counts are by state over the whole webinar, Total over what the query leaves.
// Seats is the confirmation limit in force, 0 for none; Taken counts the seats given, Undecided what confirming all would
// decide. Persons and Further, the further submissions of the same persons, add up to Submissions.
type Registrations struct {
	Submissions int                         `json:"submissions"`
	Persons     int                         `json:"persons"`
	Further     int                         `json:"further"`
	Total       int                         `json:"total"`
	Counts      map[string]int              `json:"counts"`
	Seats       int                         `json:"seats"`
	Taken       int                         `json:"taken"`
	Undecided   int                         `json:"undecided"`
	Rows        []workflow.RegistrationView `json:"rows"`
}

type registrationInput struct {
	ID           string `path:"id"`
	Registration string `path:"registration"`
}

type addInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		FirstName    string `json:"first_name"`
		LastName     string `json:"last_name"`
		Email        string `json:"email,omitempty"`
		Organisation string `json:"organisation,omitempty"`
		JobTitle     string `json:"job_title,omitempty"`
		Country      string `json:"country,omitempty"`
		Sex          string `json:"sex,omitempty"`
		Sector       string `json:"sector,omitempty"`
		Channel      string `json:"channel" enum:"email,phone,other"`
	}
}

type seatInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Act     string `path:"act" enum:"confirm,decline,withdraw"`
	Body    struct {
		Registrations []string `json:"registrations" doc:"empty with confirm: all that are eligible, in order"`
		Reason        string   `json:"reason,omitempty"`
	}
}

// Seated counts what an act on seats decided.
type Seated struct {
	Confirmed int `json:"confirmed"`
	Waiting   int `json:"waiting"`
	Declined  int `json:"declined"`
	Withdrawn int `json:"withdrawn"`
}

type mergeInput struct {
	ID      string `path:"id"`
	Version int    `query:"version" minimum:"1" required:"true"`
	Body    struct {
		Duplicate string `json:"duplicate"`
		Main      string `json:"main"`
		Reason    string `json:"reason,omitempty"`
	}
}

// registrations declares the list, its states and the first form.
func (s *Server) registrations(api huma.API) {
	handle(s, api, http.MethodGet, "/api/webinars/{id}/registrations", "registrations", "A window of the list.",
		func(ctx context.Context, in *registrationsInput) (Registrations, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return Registrations{}, err
			}
			found := d.Registered(registration.State(in.State), in.Query)
			n := d.Table.Totals
			out := Registrations{Submissions: n.Submissions, Persons: n.Persons, Further: n.Further, Total: len(found), Counts: map[string]int{}, Seats: d.Webinar.Seats(), Taken: d.SeatsTaken(), Undecided: d.Undecided(), Rows: []workflow.RegistrationView{}}
			for _, x := range d.Standings {
				out.Counts[string(x.State)]++
			}
			for _, x := range workflow.Page(found, in.Offset, in.Limit) {
				out.Rows = append(out.Rows, shownRegistration(workflow.ViewRegistration(x)))
			}
			return out, nil
		})
	handle(s, api, http.MethodGet, "/api/webinars/{id}/registrations/{registration}", "registration", "One person's registrations, the main record first.",
		func(ctx context.Context, in *registrationInput) ([]workflow.RegistrationView, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return nil, err
			}
			group, err := d.Registration(in.Registration)
			for i := range group {
				group[i] = shownRegistration(group[i])
			}
			return group, err
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/registrations", "add-registration", "Enter a registration that came by e-mail or phone.",
		func(ctx context.Context, in *addInput) (workflow.RegistrationView, error) {
			b := in.Body
			r, err := s.desk.Seen(in.Version).AddRegistration(ctx, in.ID, registration.Registration{FirstName: b.FirstName, LastName: b.LastName,
				Email: b.Email, Organisation: b.Organisation, JobTitle: b.JobTitle, Country: b.Country, Sex: b.Sex, Sector: b.Sector,
				Channel: registration.Channel(b.Channel), ChannelText: b.Channel})
			return workflow.ViewRegistration(registration.Standing{Registration: r}), err
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/seats/{act}", "seat", "Confirm, decline or withdraw registrations.",
		func(ctx context.Context, in *seatInput) (Seated, error) {
			events, err := s.seat(ctx, in)
			var out Seated
			for _, e := range events {
				switch e.State {
				case registration.Confirmed:
					out.Confirmed++
				case registration.Waiting:
					out.Waiting++
				case registration.Declined:
					out.Declined++
				case registration.Withdrawn:
					out.Withdrawn++
				}
			}
			return out, err
		})
	handle(s, api, http.MethodPost, "/api/webinars/{id}/merges", "merge", "Say that two registrations are one person's.",
		func(ctx context.Context, in *mergeInput) (done, error) {
			return done{true}, s.desk.Seen(in.Version).Merge(ctx, in.ID, in.Body.Duplicate, in.Body.Main, in.Body.Reason)
		})
}

func (s *Server) seat(ctx context.Context, in *seatInput) ([]registration.Event, error) {
	desk := s.desk.Seen(in.Version)
	switch in.Act {
	case "confirm":
		return desk.Confirm(ctx, in.ID, in.Body.Registrations, in.Body.Reason)
	case "decline":
		return desk.Decline(ctx, in.ID, in.Body.Registrations, in.Body.Reason)
	}
	var all []registration.Event
	for _, id := range in.Body.Registrations {
		events, err := desk.Withdraw(ctx, in.ID, id, in.Body.Reason)
		if err != nil {
			return all, err
		}
		all = append(all, events...)
		desk = s.desk // the webinar has moved on by our own act
	}
	return all, nil
}

// shownRegistration is a registration as screens show it: as its file writes it. Names of people stay without the mark of
// Kosovo*: the word is a surname too.
func shownRegistration(v workflow.RegistrationView) workflow.RegistrationView {
	for field, text := range map[string]*string{"email": &v.Email, "organisation": &v.Organisation, "job_title": &v.JobTitle, "country": &v.Country, "sector": &v.Sector} {
		*text = cmp.Or(v.Raw[field], *text)
	}
	v.Organisation, v.JobTitle, v.Country, v.Sector = marked(v.Organisation), marked(v.JobTitle), marked(v.Country), marked(v.Sector)
	v.Reason = marked(v.Reason)
	return v
}
