package registration_test

import (
	"testing"

	"rapporteur/internal/registration"
)

func TestTeamsRegistrations(t *testing.T) {
	cols := []col{{"First Name", "first"}, {"Last Name", "last"}, {"Email", "email"}, {"Registration Time", "at"}, {"Registration Status", "=Registered"},
		{"Organization", "org"}, {"Job Title", "job"}, {"Country", "country"}}
	const american = "1/2/2006, 3:04:05 PM"
	tryAll(t, "teams_webinar_registration", map[string]made{
		"as downloaded":      {cols: cols, people: latin, time: american, zone: "UTC", bom: true, channel: registration.Other, zoneRead: "UTC"},
		"tabs in UTF-16":     {cols: cols, people: cyrillic, time: american, zone: "UTC", comma: '\t', code: utf16le, channel: registration.Other, zoneRead: "UTC"},
		"British":            {cols: cols, people: latin, time: "02/01/2006, 15:04:05", zone: "UTC", channel: registration.Other, zoneRead: "UTC"},
		"newer builds":       {cols: cols, people: latin, time: "1/2/06, 3:04:05\u202fPM", zone: "UTC", channel: registration.Other, zoneRead: "UTC"},
		"semicolons":         {cols: cols, people: latin, time: "02.01.2006 15:04:05", zone: "UTC", comma: ';', code: cp1250, channel: registration.Other, zoneRead: "UTC"},
		"Turkish code page":  {cols: cols, people: turkish, time: "02.01.2006 15:04:05", zone: "UTC", comma: ';', code: cp1254, channel: registration.Other, zoneRead: "UTC"},
		"workbook":           {cols: cols, people: latin, zone: "UTC", xlsx: true, channel: registration.Other, zoneRead: "UTC"},
		"the officer's zone": {cols: cols, people: latin, time: american, channel: registration.Other, options: registration.Options{ZoneSaid: true}},
		"the officer's word": {cols: cols, people: latin, time: american, zone: "UTC", channel: registration.Email, zoneRead: "UTC", options: registration.Options{Channel: registration.Email}},
		"one person":         {cols: cols, people: latin[3:4], time: american, zone: "UTC", channel: registration.Other, zoneRead: "UTC"},
		"nobody":             {cols: cols, zoneRead: "UTC"},
		"columns mixed, questions": {people: latin, time: american, zone: "UTC", channel: registration.Phone, consent: registration.Accepted, zoneRead: "UTC",
			cols: []col{{"Registration status", "=Pending approval"}, {"What, in your opinion, is\nmost urgent?", "=More, \"faster\"\nhelp"}, {"Email", "email"}, {"Gender", "sex"}, {"Professional category", "sector"}, {"Channel", "=phone"},
				{"I accept the code of conduct", "=Yes"}, {"Last name", "last"}, {"Registration time", "at"}, {"First name", "first"}}},
		"French": {people: latin, time: "02/01/2006 15:04:05", zone: "UTC", comma: '\t', code: utf16le, channel: registration.Other, zoneRead: "UTC",
			cols: []col{{"Prénom", "first"}, {"Nom", "last"}, {"Courriel", "email"}, {"Heure d’inscription", "at"}, {"Statut d’inscription", "=Inscrit"}, {"Organisation", "org"}, {"Pays", "country"}}},
		"Turkish": {people: turkish, time: "02.01.2006 15:04:05", zone: "UTC", comma: '\t', code: utf16le, channel: registration.Other, zoneRead: "UTC",
			cols: []col{{"Ad", "first"}, {"Soyadı", "last"}, {"E-posta", "email"}, {"Kayıt zamanı", "at"}, {"Kayıt durumu", "=Kaydedildi"}, {"Kuruluş", "org"}, {"Unvan", "job"}}},
	})
}

func TestTeamsCancellations(t *testing.T) {
	m := made{people: latin, zone: "UTC", problems: 3, zoneRead: "UTC", options: registration.Options{Channel: registration.Website},
		cols: []col{{"First Name", "first"}, {"Last Name", "last"}, {"Email", "email"}, {"Registration Time", "at"}, {"Registration Status", "Registered/Canceled/Waitlisted/Rejected by organizer/Cancelled"}}}
	m.check = func(t *testing.T, r registration.Reading) {
		for i, s := range registration.Judge(registration.JudgeInput{Registrations: r.Registrations}) {
			if live := i == 0 || i == 2; (s.State == registration.Submitted) != live {
				t.Errorf("row %d is %s", i+1, s.State)
			}
		}
	}
	m.try(t, "teams_webinar_registration")
}
