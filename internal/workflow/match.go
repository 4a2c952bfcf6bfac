package workflow

import (
	"context"
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/breakdown"
	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/match"
	"rapporteur/internal/sector"
	"rapporteur/internal/store"
)

// Decide records the officer's answer for one attendee: a registration, or "none" for a walk-in. The candidates shown
// are kept with it.
func (d *Desk) Decide(ctx context.Context, webinarID, attendee, registrationID, why string) error {
	return d.DecideAll(ctx, webinarID, []string{attendee}, registrationID, why)
}

// DecideAll is Decide for several attendees at once, such as those united in one participant: one change.
func (d *Desk) DecideAll(ctx context.Context, webinarID string, attendees []string, registrationID, why string) error {
	dossier, err := d.Dossier(ctx, webinarID, "")
	if err != nil {
		return err
	}
	target, err := dossier.target(registrationID)
	if err != nil {
		return err
	}
	found, err := dossier.attendees(attendees)
	if err != nil {
		return err
	}
	return d.write(ctx, dossier, change.MatchDecide, why, func(tx *store.Tx) error {
		for _, a := range found {
			if err := tx.AddDecision(dossier.Webinar.ID, match.Decision{Records: a.records, Registration: target}, a.participant.Candidates); err != nil {
				return err
			}
		}
		return nil
	})
}

// target is the registration that an answer names, "" for none.
func (d *Dossier) target(registrationID string) (string, error) {
	if registrationID == "none" {
		return "", nil
	}
	ids, err := resolve(d.Standings, []string{registrationID})
	if err != nil {
		return "", err
	}
	return ids[0], nil
}

// SetStaff sets an attendee apart as staff, or back among the participants.
func (d *Desk) SetStaff(ctx context.Context, webinarID, attendee string, staff bool, why string) error {
	return d.SetStaffAll(ctx, webinarID, []string{attendee}, staff, why)
}

// SetStaffAll is SetStaff for several attendees at once.
func (d *Desk) SetStaffAll(ctx context.Context, webinarID string, attendees []string, staff bool, why string) error {
	dossier, err := d.Dossier(ctx, webinarID, "")
	if err != nil {
		return err
	}
	found, err := dossier.attendees(attendees)
	if err != nil {
		return err
	}
	return d.write(ctx, dossier, change.StaffSet, why, func(tx *store.Tx) error {
		for _, a := range found {
			if err := tx.AddStaff(dossier.Webinar.ID, match.StaffDecision{Records: a.records, Staff: staff}); err != nil {
				return err
			}
		}
		return nil
	})
}

// SetSector records the officer's word on a person's sector. The subject is an attendee or a registration. With remember it
// is kept for the person's organisation too, in all webinars: one change, and one undo takes both back.
func (d *Desk) SetSector(ctx context.Context, webinarID, subject, code, why string, remember bool) error {
	if _, ok := sector.ByCode(code); !ok {
		return fault.New(fault.Invalid, "There is no such sector.",
			"Use a group, a class, or class/subtype, such as judiciary, fiu or police/cybercrime_unit.")
	}
	dossier, err := d.Dossier(ctx, webinarID, "")
	if err != nil {
		return err
	}
	decision := store.SectorDecision{Code: code}
	if decision.Registration, decision.Records, err = dossier.subject(subject); err != nil {
		return err
	}
	var entry sector.Own
	if remember {
		if entry, err = dossier.entryOf(subject, code); err != nil {
			return err
		}
	}
	return d.write(ctx, dossier, change.SectorSet, why, func(tx *store.Tx) error {
		if err := tx.AddSector(dossier.Webinar.ID, decision); err != nil || !remember {
			return err
		}
		return tx.AddOwnEntry(entry)
	})
}

// entryOf is what is kept for the organisation of a person: where the country/area is known, for that alone.
func (d *Dossier) entryOf(subject, code string) (sector.Own, error) {
	entry := sector.Own{Kind: sector.OwnOrganisation, Code: code}
	registration, _, err := d.subject(subject)
	if err != nil {
		return entry, err
	}
	for _, s := range d.Standings {
		if registration != "" && s.ID == registration {
			entry.Text, entry.Country = s.Organisation, beneficiary.ISO(s.Country)
		}
	}
	attendee := ""
	if registration == "" {
		p, _, err := d.attendee(subject)
		if err != nil {
			return entry, err
		}
		attendee = p.ID
	}
	for _, m := range d.Members {
		if m.Participant.ID == attendee || registration != "" && m.Participant.Registration == registration {
			entry.Text, entry.Country = breakdown.Known(m).Organisation, m.Profile.Country
		}
	}
	if strings.TrimSpace(entry.Text) == "" {
		return entry, fault.New(fault.Invalid, "Of this person no organisation is known: there is nothing to keep the sector for.",
			"Set the sector of the person alone.")
	}
	return entry.Checked()
}

func (d *Desk) write(ctx context.Context, dossier *Dossier, kind change.Kind, why string, fn func(*store.Tx) error) error {
	_, err := d.do(ctx, d.change(kind, dossier.Webinar.ID, why), dossier.Webinar.Version, fn)
	return err
}

// found is an attendee that an officer names: the participant it belongs to, and the records a decision binds to.
type found struct {
	participant match.Participant
	records     []string
}

func (d *Dossier) attendees(prefixes []string) ([]found, error) {
	var out []found
	for _, prefix := range prefixes {
		p, records, err := d.attendee(prefix)
		if err != nil {
			return nil, err
		}
		out = append(out, found{p, records})
	}
	return out, nil
}

// attendee finds a participant, or one person among the joined persons of a participant, by a prefix of the id, with
// the keys of the records a decision binds to.
func (d *Dossier) attendee(prefix string) (match.Participant, []string, error) {
	var ids []string
	for _, p := range d.Match.Participants {
		for _, a := range p.Persons {
			ids = append(ids, a.ID)
		}
	}
	id, err := byPrefix(ids, prefix, "attendee")
	if err != nil {
		return match.Participant{}, nil, err
	}
	for _, p := range d.Match.Participants {
		for _, a := range p.Persons {
			if a.ID != id {
				continue
			}
			var keys []string
			for _, r := range a.Records {
				keys = append(keys, r.Key)
			}
			return p, keys, nil
		}
	}
	return match.Participant{}, nil, fault.New(fault.NotFound, "There is no attendee with this id.", "Look for it in the list: the ids stand there.")
}
