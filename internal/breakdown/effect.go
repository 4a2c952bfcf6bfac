package breakdown

import (
	"rapporteur/internal/beneficiary"
	"rapporteur/internal/match"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
	"rapporteur/internal/sector"
)

// Effect says how much the answer who an open participant is may change the figures: whether the participant attended, and
// in how many places the figures would be others were it the registered person: sector, country/area, sex, and the
// attendance of the confirmed.
type Effect struct {
	Attended bool
	Cells    int
}

// EffectOf is the effect of matching a member to a registration; nil for none. lexicon is that of the register.
func EffectOf(m Member, to *registration.Standing, o Overrides, lexicon *sector.Lexicon) Effect {
	e := Effect{Attended: m.Attended}
	if to == nil {
		return e
	}
	m.Standing = to
	m.Participant.State, m.Participant.Registration = match.Decided, to.ID
	p := profile(m, o, lexicon)
	for _, changes := range []bool{p.Group != sector.Unknown, p.Beneficiary != beneficiary.Unknown, p.Sex != participant.NotStated, to.State == registration.Confirmed} {
		if changes {
			e.Cells++
		}
	}
	return e
}
