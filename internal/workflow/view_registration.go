package workflow

import (
	"maps"
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/registration"
)

// RegistrationView is a registration with its standing as printed with --json and sent to screens. Submitted is UTC; Acts
// are what its state lets an officer do: confirm, decline, withdraw.
type RegistrationView struct {
	ID           string            `json:"id"`
	Written      string            `json:"written"` // the full name as the file writes it
	FirstName    string            `json:"first_name"`
	LastName     string            `json:"last_name"`
	Email        string            `json:"email"`
	Phone        string            `json:"phone"` // the beginning of the telephone number: no more is kept
	Organisation string            `json:"organisation"`
	JobTitle     string            `json:"job_title"`
	Country      string            `json:"country"`
	Sex          string            `json:"sex"`
	Sector       string            `json:"sector"`
	Source       string            `json:"source"`
	Submitted    string            `json:"submitted"`
	State        string            `json:"state"`
	Acts         []string          `json:"acts"`
	DuplicateOf  string            `json:"duplicate_of"`
	Reason       string            `json:"reason"`
	Questions    []string          `json:"questions"`
	File         string            `json:"file"`
	SHA256       string            `json:"sha256"`
	Line         int               `json:"line"`
	Beneficiary  string            `json:"beneficiary"` // the code of the country/area that the country is read as
	Elsewhere    string            `json:"elsewhere"`   // the name of a country outside of the project
	Raw          map[string]string `json:"-"`           // by field, what the file writes where it is more
}

// ViewRegistration is the outward form of a registration.
func ViewRegistration(r registration.Standing) RegistrationView {
	raw := maps.Clone(r.Raw)
	if raw == nil {
		raw = map[string]string{}
	}
	elsewhere, _ := beneficiary.ParseOther(r.Country)
	return RegistrationView{Written: writtenFullName(r.Registration), Beneficiary: string(beneficiary.Parse(r.Country)), Elsewhere: elsewhere, Raw: raw, ID: r.ID, FirstName: r.FirstName, LastName: r.LastName, Email: r.Email, Phone: r.Raw["phone"], Organisation: r.Organisation,
		JobTitle: r.JobTitle, Country: r.Country, Sex: r.Sex, Sector: r.Sector, Source: r.Channel.Source(), Submitted: utc(r.Submitted),
		State: string(r.State), Acts: list(r.State.Acts()), DuplicateOf: r.DuplicateOf, Reason: r.Reason, Questions: list(r.Questions), File: r.File, SHA256: r.SHA256, Line: r.Line}
}

// writtenFullName is the name of a registration as its file writes it.
func writtenFullName(r registration.Registration) string {
	if whole := r.Raw["name"]; whole != "" {
		return whole
	}
	return strings.TrimSpace(written(r.Raw, "first_name", r.FirstName) + " " + written(r.Raw, "last_name", r.LastName))
}
