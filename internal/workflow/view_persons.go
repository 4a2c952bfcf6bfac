package workflow

import (
	"context"
	"slices"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/fault"
	"rapporteur/internal/indicator"
	"rapporteur/internal/match"
	"rapporteur/internal/sector"
	"rapporteur/internal/store"
)

// OnePersonView is a person over all webinars in a list. Name, e-mail, organisation and codes are those known last.
// Registered, Joined and Attended count webinars; Open those of the joined at which the match is open.
type OnePersonView struct {
	ID           string `json:"id"`
	Name         string `json:"name"`
	Email        string `json:"email"`
	Organisation string `json:"organisation"`
	Sector       string `json:"sector"`
	Beneficiary  string `json:"beneficiary"`
	Registered   int    `json:"registered"`
	Joined       int    `json:"joined"`
	Attended     int    `json:"attended"`
	WalkIns      int    `json:"walk_ins"`
	Open         int    `json:"open"`
	Decided      bool   `json:"decided"`
	Conflict     bool   `json:"conflict"`
}

// SamePersonView asks whether two persons are one. Attended: the answer changes the number of unique persons.
type SamePersonView struct {
	One      OnePersonView `json:"one"`
	Other    OnePersonView `json:"other"`
	Score    float64       `json:"score"`
	Strength string        `json:"strength" enum:"strong,fair,weak"`
	Reasons  []string      `json:"reasons"`
	Attended bool          `json:"attended"`
}

// SaidView is who said something, when (UTC) and why. Change is what takes it back.
type SaidView struct {
	Change string `json:"change"`
	Who    string `json:"who"`
	At     string `json:"at"`
	Why    string `json:"why"`
}

// ActView is what an officer said of a person at a webinar, as store.Act.
type ActView struct {
	SaidView
	Kind         string            `json:"kind" enum:"match,staff,sector,state"`
	Value        string            `json:"value"`
	Registration string            `json:"registration"`
	Shown        []match.Candidate `json:"shown"`
}

// AnswerOnPersonView is an answer on who is one person. Ignored: a newer one says otherwise, or its people changed.
type AnswerOnPersonView struct {
	SaidView
	Same    bool     `json:"same"`
	Names   []string `json:"names"` // the other persons it is about, as they are now
	Shown   []string `json:"shown"`
	Ignored bool     `json:"ignored"`
}

// AtWebinarView is all that is held of a person at one webinar. Seconds is the presence, of Window seconds.
type AtWebinarView struct {
	Webinar       string             `json:"webinar"`
	Title         string             `json:"title"`
	Start         string             `json:"start"`
	Zone          string             `json:"zone"`
	State         string             `json:"state"`
	Participant   string             `json:"participant"` // id of the person in attendance, "" without
	Match         string             `json:"match"`
	Joined        bool               `json:"joined"`
	Attended      bool               `json:"attended"`
	Seconds       int                `json:"seconds"`
	Window        int                `json:"window"`
	Rule          string             `json:"rule"`
	Declared      bool               `json:"attended_declared"`
	Profile       ProfileView        `json:"profile"`
	Reasons       []string           `json:"reasons"`
	Registrations []RegistrationView `json:"registrations"`
	Records       []RecordView       `json:"records"`
	Stays         []StayView         `json:"stays"`
	Answers       []AnswerView       `json:"answers"`
	Acts          []ActView          `json:"decisions"`
}

// PersonRecord is everything that the register holds of one person.
type PersonRecord struct {
	Person    OnePersonView        `json:"person"`
	Reasons   []string             `json:"reasons"`
	Webinars  []AtWebinarView      `json:"webinars"`
	Answers   []AnswerOnPersonView `json:"same_person"`
	Questions []SamePersonView     `json:"questions"`
	Version   int                  `json:"version"`
}

// ViewOnePerson is the outward form of a person in a list.
func ViewOnePerson(p *indicator.Person) OnePersonView {
	v := OnePersonView{ID: p.ID, Decided: p.Decided, Conflict: p.Conflict, Sector: string(sector.Unknown), Beneficiary: string(p.Latest().Beneficiary)}
	for _, a := range slices.Backward(p.Appearances) {
		first := func(into *string, text string) {
			if *into == "" {
				*into = text
			}
		}
		first(&v.Name, a.Name)
		first(&v.Email, a.Email)
		first(&v.Organisation, a.Organisation)
		if v.Beneficiary == "unknown" {
			v.Beneficiary = string(a.Beneficiary)
		}
		if len(a.Registrations) > 0 {
			v.Registered++
		}
		m := a.Member
		if m == nil {
			continue
		}
		v.Joined++
		if v.Sector == string(sector.Unknown) {
			v.Sector = string(m.Profile.Group)
		}
		if m.Attended {
			v.Attended++
		}
		switch m.Participant.State {
		case match.WalkIn:
			v.WalkIns++
		case match.Open:
			v.Open++
		}
	}
	return v
}

// ViewQuestion is the outward form of a question on two persons.
func ViewQuestion(q indicator.Question) SamePersonView {
	return SamePersonView{One: ViewOnePerson(q.One), Other: ViewOnePerson(q.Other), Score: q.Score, Strength: match.Candidate{Score: q.Score}.Strength(),
		Reasons: list(q.Reasons), Attended: q.Attended}
}

// PersonRecord gives everything held of a person, by the id or a unique prefix. Fault not-found.
func (d *Desk) PersonRecord(ctx context.Context, prefix string) (PersonRecord, error) {
	all, err := d.Everybody(ctx)
	if err != nil {
		return PersonRecord{}, err
	}
	p, err := all.person(prefix)
	if err != nil {
		return PersonRecord{}, err
	}
	v := PersonRecord{Person: ViewOnePerson(p), Reasons: p.Reasons, Webinars: []AtWebinarView{}, Questions: []SamePersonView{}, Version: all.Version,
		Answers: all.answersOn(p)}
	for _, q := range all.Questions {
		if q.One == p || q.Other == p {
			v.Questions = append(v.Questions, ViewQuestion(q))
		}
	}
	for _, a := range slices.Backward(p.Appearances) {
		at, err := d.atWebinar(ctx, all.dossier(a.Webinar), a)
		if err != nil {
			return PersonRecord{}, err
		}
		v.Webinars = append(v.Webinars, at)
	}
	return v, nil
}

func (d *Desk) atWebinar(ctx context.Context, dossier *Dossier, a *indicator.Appearance) (AtWebinarView, error) {
	w := dossier.Webinar
	v := AtWebinarView{Webinar: w.ID, Title: w.Outline.Title, Start: utc(w.Outline.Start), Zone: w.Outline.Zone, State: string(w.State), Rule: dossier.Table.Rule,
		Window: dossier.Table.Window.Seconds, Reasons: []string{}, Registrations: []RegistrationView{}, Records: []RecordView{}, Stays: []StayView{},
		Answers: []AnswerView{}, Acts: []ActView{}, Profile: ViewMember(breakdown.Member{}).Profile}
	for _, r := range a.Registrations {
		v.Registrations = append(v.Registrations, ViewRegistration(r))
	}
	if m := a.Member; m != nil {
		person, err := dossier.Person(m.Participant.ID)
		if err != nil {
			return v, err
		}
		v.Participant, v.Match, v.Joined, v.Attended, v.Seconds = m.Participant.ID, string(m.Participant.State), m.Joined, m.Attended, m.Seconds
		v.Declared, v.Profile, v.Reasons, v.Records, v.Stays = m.Declared, person.Member.Profile, list(m.Participant.Reasons), person.Records, person.Stays
	}
	for _, t := range dossier.Answers {
		if t.Participant != "" && t.Participant == v.Participant || t.Registration != "" && slices.Contains(a.Keys, t.Registration) {
			v.Answers = append(v.Answers, ViewAnswer(t))
		}
	}
	acts, err := d.store.Acts(ctx, w.ID)
	for _, act := range acts {
		about := slices.ContainsFunc(act.Records, func(k string) bool { return slices.Contains(a.Keys, k) }) ||
			act.Registration != "" && slices.Contains(a.Keys, act.Registration)
		if about {
			v.Acts = append(v.Acts, ActView{SaidView: viewSaid(act.Said), Kind: act.Kind, Value: act.Value, Registration: act.Registration, Shown: shownCandidates(act.Shown)})
		}
	}
	return v, err
}

func shownCandidates(all []match.Candidate) []match.Candidate {
	out := []match.Candidate{}
	for _, c := range all {
		c.Reasons = list(c.Reasons)
		out = append(out, c)
	}
	return out
}

func viewSaid(s store.Said) SaidView {
	return SaidView{Change: s.Change, Who: s.Who, At: utc(s.At), Why: s.Why}
}

// answersOn lists the answers about a person, newest first.
func (e *Everybody) answersOn(p *indicator.Person) []AnswerOnPersonView {
	out := []AnswerOnPersonView{}
	for _, a := range slices.Backward(e.Answers) {
		about := append(e.persons(a.One), e.persons(a.Other)...)
		if slices.Contains(about, p) {
			out = append(out, e.viewAnswer(a, p))
		}
	}
	return out
}

// viewAnswer names the persons an answer is about but for one.
func (e *Everybody) viewAnswer(a store.PersonDecision, but *indicator.Person) AnswerOnPersonView {
	v := AnswerOnPersonView{SaidView: viewSaid(a.Said), Same: a.Same, Names: []string{}, Shown: list(a.Shown), Ignored: slices.Contains(e.Conflicts, a.ID)}
	for _, p := range append(e.persons(a.One), e.persons(a.Other)...) {
		if name := p.Latest().Name; p != but && !slices.Contains(v.Names, name) {
			v.Names = append(v.Names, name)
		}
	}
	return v
}

// persons are those who hold an appearance of a side now.
func (e *Everybody) persons(side []indicator.Subject) []*indicator.Person {
	var out []*indicator.Person
	for _, p := range e.All {
		if slices.ContainsFunc(p.Appearances, func(a *indicator.Appearance) bool {
			return slices.ContainsFunc(side, func(s indicator.Subject) bool {
				return s.Webinar == a.Webinar && slices.ContainsFunc(s.Keys, func(k string) bool { return slices.Contains(a.Keys, k) })
			})
		}) {
			out = append(out, p)
		}
	}
	return out
}

// ErrPersonFile is the fault of a file of another kind.
func ErrPersonFile() error {
	return fault.New(fault.Invalid, "What is held of a person is written as .json or .xlsx.", "Name the file with one of these endings.")
}
