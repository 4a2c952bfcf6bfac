package registration_test

import (
	"testing"

	"rapporteur/internal/registration"
)

func TestMSForms(t *testing.T) {
	own := []col{{"ID", "#"}, {"Start time", "since"}, {"Completion time", "at"}, {"Email", "=anonymous"}, {"Name", "="}}
	asked := []col{{"First name\u00a0", "first"}, {"Family name\u00a0", "last"}, {"Professional e-mail\u00a0", "email"}, {"Institution", "org"}, {"Position", "job"}, {"Country/area", "country"}, {"Gender", "sex"}, {"Sector", "sector"}}
	with := func(own []col, more ...col) []col { return append(append([]col{}, own...), more...) }
	tryAll(t, "msforms_xlsx", map[string]made{
		"anonymous":               {cols: with(own, asked...), people: latin, xlsx: true, channel: registration.Website},
		"last modified":           {cols: with(with(own, col{"Last modified time", "="}), asked...), people: latin, xlsx: true, channel: registration.Website},
		"newest build":            {cols: with(with(own, col{"Last modified time", "until"}, col{"Language", "=English (United Kingdom)"}), asked...), people: latin, xlsx: true, sheet: "Form1", channel: registration.Website},
		"signed in":               {cols: []col{{"ID", "#"}, {"Start time", "since"}, {"Completion time", "at"}, {"Email", "email"}, {"Name", "full"}, {"Institution", "org"}, {"Country", "country"}}, people: latin, xlsx: true, channel: registration.Website},
		"question before account": {cols: with([]col{{"ID", "#"}, {"Start time", "since"}, {"Completion time", "at"}, {"Email", "=office@account.example"}, {"Name", "=Office Account"}}, asked...), people: latin, xlsx: true, channel: registration.Website},
		"as text, American":       {cols: with(own, asked...), people: latin, time: "1/2/06 15:04:05", channel: registration.Website},
		"semicolons":              {cols: with(own, asked...), people: latin, time: "02.01.2006 15:04:05", comma: ';', code: cp1250, channel: registration.Website},
		"German": {people: latin, xlsx: true, channel: registration.Website, consent: registration.Accepted, cols: []col{{"ID", "#"}, {"Startzeit", "since"}, {"Fertigstellungszeit", "at"}, {"E-Mail", "=anonymous"}, {"Name", "="}, {"Uhrzeit der letzten Änderung", "="}, {"Vorname", "first"}, {"Nachname", "last"}, {"E-Mail-Adresse", "email"}, {"Behörde", "org"}, {"Land", "country"},
			{"Ich akzeptiere die Verhaltensregeln", "=Ja"}}},
		"French":                      {people: latin, xlsx: true, channel: registration.Website, cols: []col{{"ID", "#"}, {"Heure de début", "since"}, {"Heure de fin", "at"}, {"Adresse de messagerie", "=anonymous"}, {"Nom", "="}, {"Prénom", "first"}, {"Nom de famille", "last"}, {"Courriel professionnel", "email"}, {"Organisme", "org"}}},
		"Turkish":                     {people: turkish, xlsx: true, channel: registration.Website, cols: []col{{"Kimlik", "#"}, {"Başlangıç zamanı", "since"}, {"Tamamlanma zamanı", "at"}, {"E-posta", "=anonymous"}, {"Ad", "="}, {"Adınız", "first"}, {"Soyadınız", "last"}, {"Kurumsal e-posta", "email"}, {"Kurumunuz", "org"}, {"Meslek grubunuz", "sector"}}},
		"Macedonian":                  {people: cyrillic, xlsx: true, channel: registration.Website, cols: []col{{"ИД", "#"}, {"Време на почеток", "since"}, {"Време на завршување", "at"}, {"Е-пошта", "=анонимно"}, {"Име", "="}, {"Вашето име", "first"}, {"Презиме", "last"}, {"Службена е-пошта", "email"}, {"Институција", "org"}, {"Пол", "sex"}}},
		"a language nobody listed":    {people: latin, xlsx: true, channel: registration.Website, cols: []col{{"ID", "#"}, {"Ixotile", "since"}, {"Ixoporu", "at"}, {"Zoko", "=anonymous"}, {"Nome", "="}, {"First name", "first"}, {"Last name", "last"}, {"E-mail", "email"}}},
		"channel and several choices": {people: latin, xlsx: true, channel: registration.Email, cols: with(own, col{"Full name", "full"}, col{"Contact e-mail", "email"}, col{"How did this registration reach us?", "=By e-mail;"}, col{"Which topics,\nif any?", "=Cybercrime;Crypto, \"coins\";"})},
		"nobody":                      {cols: with(own, asked...), xlsx: true},
		"one person":                  {cols: with(own, asked...), people: latin[1:2], xlsx: true, channel: registration.Website},
	})
}

// The account stands in where the person left the question blank.
func TestMSFormsAccount(t *testing.T) {
	r := readBytes(t, "msforms_xlsx", "form.csv", []byte("ID,Start time,Completion time,Email,Name,Work e-mail,First name,Last name\n1,2021-03-09 08:00:00,2021-03-09 08:15:30,ana@account.example,Ana K,,Ana,Kovač\n2,2021-03-09 08:00:00,2021-03-09 08:16:30,anonymous,,ivo@mup.example,Ivo,Perić\n3.0,2021-03-09 08:00:00,2021-03-09 08:17:30,anonymous,,,Eva,Babić\n")).Registrations
	if len(r) != 3 || r[0].Email != "ana@account.example" || r[0].FirstName != "Ana" || r[1].Email != "ivo@mup.example" || r[2].Email != "" || r[2].Serial != "3" {
		t.Errorf("registrations %+v", r)
	}
}
