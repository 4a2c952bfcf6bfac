package workflow

import (
	"context"
	"slices"
	"sync"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/match"
	"rapporteur/internal/sector"
	"rapporteur/internal/store"
)

// CountryView says which country/area a participant counts in, and what speaks for another. By is "declared", "decided" or
// "" where nobody knows. Proposed is the ISO code that the hints agree on where nobody knows: it counts only once an officer
// has accepted it. Conflict tells that a hint speaks against what was declared.
type CountryView struct {
	Country  string     `json:"country" doc:"ISO code"`
	Name     string     `json:"name" doc:"as printed on the day of the webinar"`
	By       string     `json:"by" enum:",declared,decided"`
	Reason   string     `json:"reason" doc:"of the proposal that was accepted"`
	Declared string     `json:"declared" doc:"as written"`
	Proposed string     `json:"proposed"`
	ForName  string     `json:"proposed_name"`
	Hints    []HintView `json:"hints"`
	Conflict bool       `json:"conflict"`
}

// HintView is a hint with the printed name of its country/area.
type HintView struct {
	sector.Hint
	Name string `json:"name"`
}

// places are the countries/areas of all members, worked out when a screen first asks: no figure needs them.
type places struct {
	once sync.Once
	of   map[string]CountryView // by participant
}

// CountryOf says which country/area a member counts in, and what hints at another.
func (d *Dossier) CountryOf(m breakdown.Member) CountryView {
	d.places.once.Do(func() {
		d.places.of = make(map[string]CountryView, len(d.Members))
		for _, m := range d.Members {
			d.places.of[m.Participant.ID] = d.countryOf(m)
		}
	})
	if v, ok := d.places.of[m.Participant.ID]; ok {
		return v
	}
	return d.countryOf(m)
}

func (d *Dossier) countryOf(m breakdown.Member) CountryView {
	p, known := m.Profile, breakdown.Known(m)
	v := CountryView{Country: p.Country, Name: d.CountryName(p.Country), Declared: known.Country, Hints: []HintView{}}
	if m.Participant.State == match.Open {
		return v
	}
	hints := sector.Hints(known, breakdown.CalledFrom(m))
	for _, h := range hints {
		v.Hints = append(v.Hints, HintView{h, d.CountryName(h.Country)})
	}
	switch {
	case p.CountryDecided:
		v.By, v.Reason = "decided", p.CountryReason
	case p.Beneficiary != beneficiary.Unknown:
		v.By = "declared"
		v.Conflict = len(sector.CountryConflict(p.Country, hints)) > 0
	default:
		v.Proposed = sector.Proposed(hints)
		v.ForName = d.CountryName(v.Proposed)
	}
	return v
}

// countryName prints an ISO code as on the day of the webinar.
func (d *Dossier) CountryName(code string) string {
	if code == "" {
		return ""
	}
	if slices.Contains(beneficiary.All(), beneficiary.Code(code)) {
		start, _ := d.Webinar.Window()
		return beneficiary.Name(beneficiary.Code(code), start)
	}
	return beneficiary.English(code)
}

// SetCountry records the officer's word on a person's country/area: in any spelling, "" for what was declared. The subject
// is an attendee or a registration.
func (d *Desk) SetCountry(ctx context.Context, webinarID, subject, country, why string) error {
	code := beneficiary.ISO(country)
	if code == "" && country != "" {
		return fault.New(fault.Invalid, "There is no such country/area.", "Write its name in English or in a language of the region, or its two letters.")
	}
	dossier, err := d.Dossier(ctx, webinarID, "")
	if err != nil {
		return err
	}
	registration, records, err := dossier.subject(subject)
	if err != nil {
		return err
	}
	return d.write(ctx, dossier, change.CountrySet, why, func(tx *store.Tx) error {
		return tx.AddCountry(dossier.Webinar.ID, store.CountryDecision{Registration: registration, Records: records, Country: code})
	})
}

// AcceptCountries accepts what is proposed as the country/area of participants: of those named, of all with none. It
// returns how many were accepted, as one change. Faults: not-found; invalid where nothing is proposed for one that is named.
func (d *Desk) AcceptCountries(ctx context.Context, webinarID string, participants []string, why string) (int, error) {
	dossier, err := d.Dossier(ctx, webinarID, "")
	if err != nil {
		return 0, err
	}
	wanted := map[string]bool{}
	for _, prefix := range participants {
		p, _, err := dossier.attendee(prefix)
		if err != nil {
			return 0, err
		}
		wanted[p.ID] = true
	}
	var all []store.CountryDecision
	for _, m := range dossier.Members {
		if !m.Joined || len(participants) > 0 && !wanted[m.Participant.ID] {
			continue
		}
		v := dossier.CountryOf(m)
		if v.Proposed == "" {
			if len(participants) > 0 {
				return 0, fault.New(fault.Invalid, "No country/area is proposed for one of these participants.", "Look at the list again, or set it by hand.")
			}
			continue
		}
		reasons := ""
		for i, h := range v.Hints {
			if i > 0 {
				reasons += "; "
			}
			reasons += h.Reason
		}
		word := store.CountryDecision{Country: v.Proposed, Reason: reasons}
		if word.Registration = m.Participant.Registration; word.Registration == "" {
			if _, word.Records, err = dossier.attendee(m.Participant.Persons[0].ID); err != nil {
				return 0, err
			}
		}
		all = append(all, word)
	}
	if len(all) == 0 {
		return 0, fault.New(fault.NotFound, "No country/area is proposed for anybody.", "Say one of a person by hand where you know it.")
	}
	return len(all), d.write(ctx, dossier, change.CountrySet, why, func(tx *store.Tx) error {
		for _, word := range all {
			if err := tx.AddCountry(dossier.Webinar.ID, word); err != nil {
				return err
			}
		}
		return nil
	})
}

// subject finds whom an officer's word is on: a registration by its id, else the records of an attendee.
func (d *Dossier) subject(prefix string) (registration string, records []string, err error) {
	switch ids, err := resolve(d.Standings, []string{prefix}); {
	case err == nil:
		return ids[0], nil, nil
	case !fault.Is(err, fault.NotFound):
		return "", nil, err
	}
	_, records, err = d.attendee(prefix)
	return "", records, err
}
