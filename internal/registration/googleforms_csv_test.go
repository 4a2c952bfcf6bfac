package registration_test

import (
	"testing"

	"rapporteur/internal/registration"
)

func TestGoogleForms(t *testing.T) {
	const clock = "2006/01/02 3:04:05 PM"
	asked := []col{{"First name", "first"}, {"Last name", "last"}, {"E-mail address", "email"}, {"Institution, in full", "org"}, {"Position / rank", "job"}, {"Country or area", "country"}, {"Sex", "sex"}, {"Professional category", "sector"}}
	with := func(own []col, more ...col) []col { return append(append([]col{}, own...), more...) }
	stamp := []col{{"Timestamp", "at"}}
	tryAll(t, "googleforms_csv", map[string]made{
		"as downloaded":  {cols: with(stamp, asked...), people: latin, time: clock, suffix: " GMT+2", channel: registration.Website},
		"from elsewhere": {cols: with(stamp, asked...), people: latin, time: clock, suffix: " GMT+3", zone: "Europe/Istanbul", channel: registration.Website},
		"from India":     {cols: with(stamp, asked...), people: latin, time: clock, suffix: " GMT+5:30", zone: "Asia/Kolkata", channel: registration.Website},
		"zone letters":   {cols: with(stamp, asked...), people: latin, time: clock + " MST", channel: registration.Website},
		"addresses collected": {people: latin, time: clock, suffix: " GMT+2", channel: registration.Website, consent: registration.Accepted, cols: []col{{"Timestamp", "at"}, {"Email Address", "email"}, {"Score", "="}, {"Name and surname", "full"}, {"Agency", "org"},
			{"I agree to the rules of engagement", "=I agree"}, {"Topics", "=Crypto, Evidence"}, {"Anything else?", "=No,\nthank \"you\""}}},
		"sheet, day first":      {cols: with(stamp, asked...), people: latin, time: "02/01/2006 15:04:05", channel: registration.Website},
		"sheet, month first":    {cols: with(stamp, asked...), people: latin, time: "1/2/2006 15:04:05", channel: registration.Website},
		"sheet, dots":           {cols: with(stamp, asked...), people: latin, time: "02.01.2006 15:04:05", comma: ';', code: cp1250, channel: registration.Website},
		"workbook":              {cols: with(stamp, asked...), people: latin, xlsx: true, sheet: "Form Responses 1", channel: registration.Website},
		"German":                {people: latin, time: "02.01.2006 15:04:05", channel: registration.Website, cols: []col{{"Zeitstempel", "at"}, {"Vorname", "first"}, {"Nachname", "last"}, {"E-Mail", "email"}, {"Behörde", "org"}, {"Geschlecht", "sex"}}},
		"Turkish":               {people: turkish, time: "2.01.2006 15:04:05", comma: ';', code: cp1254, channel: registration.Website, cols: []col{{"Zaman damgası", "at"}, {"Adı Soyadı", "full"}, {"E-posta", "email"}, {"Kurum", "org"}, {"Cinsiyet", "sex"}, {"Sektör", "sector"}}},
		"Serbian":               {people: cyrillic, time: "2.1.2006. 15.04.05", channel: registration.Website, cols: []col{{"Временска ознака", "at"}, {"Име", "first"}, {"Презиме", "last"}, {"Е-пошта", "email"}, {"Установа", "org"}, {"Пол", "sex"}}},
		"Romanian":              {people: latin, time: "02.01.2006 15:04:05", channel: registration.Website, cols: []col{{"Marcaj de timp", "at"}, {"Prenume", "first"}, {"Nume", "last"}, {"Adresa de e-mail", "email"}, {"Instituția", "org"}}},
		"a title nobody listed": {people: latin, time: clock, suffix: " GMT+2", channel: registration.Website, cols: []col{{"Nzaman", "at"}, {"First name", "first"}, {"Last name", "last"}, {"E-mail", "email"}}},
		"channel":               {people: latin, time: clock, suffix: " GMT+2", channel: registration.Phone, cols: with(stamp, with(asked, col{"Source", "=phone call"})...)},
		"tabs":                  {cols: with(stamp, asked...), people: latin, comma: '\t', channel: registration.Website},
		"nobody":                {cols: with(stamp, asked...)},
		"one person":            {cols: with(stamp, asked...), people: latin[4:], time: clock, suffix: " GMT+2", channel: registration.Website},
	})
}
