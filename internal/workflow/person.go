package workflow

import (
	"strings"
	"unicode"

	"rapporteur/internal/attendance"
	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/fault"
	"rapporteur/internal/report"
)

// ProfileView is what a participant counts as, and why. Codes as in the breakdown.
type ProfileView struct {
	Sector        string `json:"sector"`
	Class         string `json:"class"`
	Subtype       string `json:"subtype"`
	ResultGroup   string `json:"result_group"`
	Beneficiary   string `json:"beneficiary"`
	Sex           string `json:"sex"`
	Rule          string `json:"rule"` // what decided, "" where nothing did
	Reason        string `json:"reason"`
	Contradiction string `json:"contradiction"`
}

// MemberView is a person in attendance in a list: the match, the profile, the presence in seconds. Organisation and job
// title are those of the registration, without one those that the platform gives.
type MemberView struct {
	Participant  ParticipantView `json:"participant"`
	Registered   string          `json:"registered"` // the name in the registration, "" without one
	Organisation string          `json:"organisation"`
	JobTitle     string          `json:"job_title"`
	Country      string          `json:"country"`
	Elsewhere    string          `json:"elsewhere"` // the name of the country, of a participant from outside of the project
	Declared     string          `json:"declared"`  // the sector as declared
	Shown        string          `json:"shown"`     // the participant's name for lists: as its file writes it where signs are hidden in it
	Profile      ProfileView     `json:"profile"`
	Place        *CountryView    `json:"place,omitempty"` // in one person, and in the list of sectors and countries/areas
	Joined       bool            `json:"joined"`
	Attended     bool            `json:"attended"`
	DeclaredOnly bool            `json:"attended_declared"` // a list says that the person was there, and no file how long
}

// RecordView is one row of an attendance file. Times are UTC, "" where the file has none; SHA256 is the file's.
type RecordView struct {
	File         string   `json:"file"`
	SHA256       string   `json:"sha256"`
	Line         int      `json:"line"`
	Kind         string   `json:"kind"`
	Name         string   `json:"name"`
	Written      string   `json:"written"`   // the name as the file writes it
	SetAside     []string `json:"set_aside"` // brackets of it that are no part of the name
	Registrant   string   `json:"registrant"`
	Email        string   `json:"email"`
	Phone        string   `json:"phone"` // the beginning of the registrant's telephone number: no more is kept
	Organisation string   `json:"organisation"`
	JobTitle     string   `json:"job_title"`
	Country      string   `json:"country"` // of the connection or the registrant's form
	Join         string   `json:"join"`
	Leave        string   `json:"leave"`
	Open         bool     `json:"open"`
	TotalSeconds int      `json:"total_seconds"`
}

// StayView is one stretch of presence, united over all records and clipped to the window. Times are UTC.
type StayView struct {
	Join  string `json:"join"`
	Leave string `json:"leave"`
	Open  bool   `json:"open"`
}

// PersonView is everything the register holds of one person in attendance at one webinar.
type PersonView struct {
	Member        MemberView         `json:"member"`
	Registrations []RegistrationView `json:"registrations"` // the main record first, then its duplicates
	Records       []RecordView       `json:"records"`
	Stays         []StayView         `json:"stays"`
	Window        breakdown.Window   `json:"window"`
	Rule          string             `json:"rule"`
}

// ViewMember is the outward form of a person in attendance.
func ViewMember(m breakdown.Member) MemberView {
	p := m.Profile
	v := MemberView{Participant: ViewParticipant(m.Participant, m.Seconds), Joined: m.Joined, Attended: m.Attended, DeclaredOnly: m.Declared,
		Profile: ProfileView{Sector: string(p.Group), Class: string(p.Class), Subtype: string(p.Subtype), ResultGroup: string(p.ResultGroup),
			Beneficiary: string(p.Beneficiary), Sex: string(p.Sex), Rule: p.Rule, Reason: p.Reason, Contradiction: p.Contradiction}}
	if s := m.Standing; s != nil {
		v.Registered = writtenFullName(s.Registration)
		v.Organisation, v.JobTitle = written(s.Raw, "organisation", s.Organisation), written(s.Raw, "job_title", s.JobTitle)
		v.Country, v.Declared = s.Country, s.Sector
	} else {
		v.Organisation, v.JobTitle = m.Participant.Work()
	}
	if p.Beneficiary == beneficiary.Other {
		v.Elsewhere = beneficiary.English(p.Country)
	}
	v.Shown = listedName(m.Participant.Name, m.Participant.Persons...)
	return v
}

// ViewPlaced is the outward form of a person in attendance with what is known of the country/area.
func (d *Dossier) ViewPlaced(m breakdown.Member) MemberView {
	v, place := ViewMember(m), d.CountryOf(m)
	v.Place = &place
	return v
}

// listedName is a name of persons in attendance as lists show it: as a file writes it where signs that show nothing are
// hidden in it, so that the screen can show them; else without what was set aside.
func listedName(name string, persons ...attendance.Person) string {
	for _, a := range persons {
		for _, r := range a.Records {
			for _, as := range []struct{ text, written string }{{r.Registrant, r.Raw["registrant"]}, {r.Name, r.Raw["name"]}} {
				if as.text == name && strings.ContainsFunc(as.written, hidden) {
					return as.written
				}
			}
		}
	}
	return name
}

func hidden(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Cc) }

// Person gives one person in attendance by the participant's id or a unique prefix of it.
func (d *Dossier) Person(prefix string) (PersonView, error) {
	p, _, err := d.attendee(prefix)
	if err != nil {
		return PersonView{}, err
	}
	m := breakdown.Member{Participant: p}
	for _, x := range d.Members {
		if x.Participant.ID == p.ID {
			m = x
		}
	}
	v := PersonView{Member: d.ViewPlaced(m), Registrations: d.group(p.Registration), Records: []RecordView{}, Stays: []StayView{},
		Window: d.Table.Window, Rule: d.Table.Rule}
	var stays []attendance.Stay
	for _, a := range p.Persons {
		stays = append(stays, a.Stays...)
		for _, r := range a.Records {
			v.Records = append(v.Records, viewRecord(r)...)
		}
	}
	start, end := d.Webinar.Window()
	for _, s := range attendance.Clip(attendance.Union(stays), start, end) {
		v.Stays = append(v.Stays, StayView{Join: utc(s.Join), Leave: utc(s.Leave), Open: s.Open})
	}
	return v, nil
}

// written is a text as its file writes it, where that is known to be more than the text.
func written(raw map[string]string, field, text string) string {
	if as := raw[field]; as != "" {
		return as
	}
	return text
}

// viewRecord is one view per file the record stands in.
func viewRecord(r attendance.Record) []RecordView {
	var out []RecordView
	for _, s := range r.Sources {
		out = append(out, RecordView{File: s.Name, SHA256: s.File, Line: s.Line, Kind: string(r.Kind), Name: r.Name,
			Written: written(r.Raw, "name", r.Name), SetAside: list(r.Stripped), Registrant: written(r.Raw, "registrant", r.Registrant), Email: r.Email, Phone: r.Raw["phone"],
			Organisation: written(r.Raw, "organisation", r.Organisation), JobTitle: written(r.Raw, "job_title", r.JobTitle), Country: r.Country,
			Join: utc(r.Join), Leave: utc(r.Leave), Open: r.Open, TotalSeconds: int(r.Total.Seconds())})
	}
	return out
}

// group is a registration with the duplicates that belong to it.
func (d *Dossier) group(id string) []RegistrationView {
	out := []RegistrationView{}
	if id == "" {
		return out
	}
	for _, main := range []bool{true, false} {
		for _, s := range d.Standings {
			if main && s.ID == id || !main && s.DuplicateOf == id {
				out = append(out, ViewRegistration(s))
			}
		}
	}
	return out
}

// FigureView is what stands behind a figure: persons in attendance, registrations or answers, N of them; or, of a sum or a
// quotient, the figures it is made of, with the sign between them and what they come to.
type FigureView struct {
	Figure        string             `json:"figure"`
	N             int                `json:"n"`
	Terms         []breakdown.Term   `json:"terms"`
	Sign          string             `json:"sign"`
	Value         string             `json:"value"`
	Identity      string             `json:"identity"` // the check that the sum is a side of
	Members       []MemberView       `json:"members"`
	Registrations []RegistrationView `json:"registrations"`
	Answers       []AnswerView       `json:"answers"`
}

// Figure gives the people behind a figure, named as report.Behind takes it. Fault not-found when there is no such figure.
func (d *Dossier) Figure(name string) (FigureView, error) {
	e, ok := report.Behind(d.facts(ReportOptions{}), name)
	if !ok {
		return FigureView{}, fault.New(fault.NotFound, "There is no such figure.", "Go back and choose one on the screen.")
	}
	v := FigureView{Figure: name, N: len(e.Members) + len(e.Standings) + len(e.Answers), Terms: list(e.Terms), Sign: e.Sign, Value: e.Value, Identity: e.Identity, Members: []MemberView{}, Registrations: []RegistrationView{}, Answers: []AnswerView{}}
	for _, m := range e.Members {
		v.Members = append(v.Members, ViewMember(m))
	}
	for _, s := range e.Standings {
		v.Registrations = append(v.Registrations, ViewRegistration(s))
	}
	for _, t := range e.Answers {
		v.Answers = append(v.Answers, ViewAnswer(t))
	}
	return v, nil
}

// Grids are the tables of those who attended, each number with the name that Figure takes.
func (d *Dossier) Grids() []report.Grid { return report.Grids(d.facts(ReportOptions{})) }

// Registration gives one registration by its id or a unique prefix, with the others of the same person.
func (d *Dossier) Registration(prefix string) ([]RegistrationView, error) {
	ids, err := resolve(d.Standings, []string{prefix})
	if err != nil {
		return nil, err
	}
	for _, s := range d.Standings {
		if s.ID == ids[0] && s.DuplicateOf != "" {
			return d.group(s.DuplicateOf), nil
		}
	}
	return d.group(ids[0]), nil
}
