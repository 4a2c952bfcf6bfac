package registration_test

import (
	"testing"

	"rapporteur/internal/registration"
)

func TestLimeSurvey(t *testing.T) {
	codes := []col{{"id", "#"}, {"submitdate", "at"}, {"lastpage", "=2"}, {"startlanguage", "=en"}, {"seed", "=1804289383"}, {"startdate", "since"}, {"datestamp", "at"}, {"ipaddr", "=192.0.2.7"}, {"refurl", "="}}
	texts := []col{{"Response ID", "#"}, {"Date submitted", "at"}, {"Last page", "=2"}, {"Start language", "=en"}, {"Seed", "=1804289383"}, {"Date started", "since"}, {"Date last action", "at"}, {"IP address", "=192.0.2.7"}}
	both := []col{{"id. Response ID", "#"}, {"submitdate. Date submitted", "at"}, {"lastpage. Last page", "=2"}, {"startlanguage. Start language", "=en"}}
	asked := []col{{"firstname", "first"}, {"lastname", "last"}, {"email", "email"}, {"organisation", "org"}, {"jobtitle", "job"}, {"country", "country"}, {"sex", "sex"}, {"sector", "sector"}}
	with := func(own []col, more ...col) []col { return append(append([]col{}, own...), more...) }
	tryAll(t, "limesurvey_csv", map[string]made{
		"codes":      {cols: with(codes, asked...), people: latin, bom: true, channel: registration.Website},
		"semicolons": {cols: with(codes, asked...), people: latin, comma: ';', crlf: true, channel: registration.Website},
		"texts": {people: latin, channel: registration.Website, consent: registration.Accepted, cols: with(texts, col{"What is your first name?", "first"}, col{"What is your family name?", "last"}, col{"Your professional e-mail address, please", "email"},
			col{"Institution\n(in English, if possible)", "org"}, col{"Position", "job"}, col{"Country/area of work", "country"}, col{"Your gender", "sex"}, col{"Which professional group do you belong to?", "sector"}, col{"I have read and accept the rules of engagement", "=Yes"})},
		"codes and texts":              {people: latin, channel: registration.Website, cols: with(both, col{"G01Q01. First name", "first"}, col{"G01Q02. Last name", "last"}, col{"G01Q03. E-mail", "email"}, col{"G02Q01. Organisation", "org"}, col{"G02Q05[other]. Anything else? [Other]", "=none"})},
		"parts of a question":          {people: latin, channel: registration.Website, cols: with(texts, col{"Contact [First name]", "first"}, col{"Contact [Last name]", "last"}, col{"Contact [E-mail]", "email"}, col{"Work [Organisation]", "org"}, col{"Work [Job title]", "job"})},
		"workbook":                     {cols: with(codes, asked...), people: latin, xlsx: true, channel: registration.Website},
		"saved again, code page":       {cols: with(codes, asked...), people: latin, time: "02.01.2006 15:04", comma: ';', code: cp1250, seconds: "m", channel: registration.Website},
		"German":                       {people: latin, channel: registration.Website, comma: ';', cols: []col{{"Antwort ID", "#"}, {"Datum Abgeschickt", "at"}, {"Letzte Seite", "=1"}, {"Start-Sprache", "=de"}, {"Zufallsstartwert", "=7"}, {"Vorname", "first"}, {"Nachname", "last"}, {"E-Mail-Adresse", "email"}, {"Dienststelle", "org"}, {"Geschlecht", "sex"}}},
		"French":                       {people: latin, channel: registration.Website, cols: []col{{"ID de la réponse", "#"}, {"Date de soumission", "at"}, {"Dernière page", "=1"}, {"Langue de départ", "=fr"}, {"Prénom", "first"}, {"Nom de famille", "last"}, {"Courriel", "email"}, {"Pays", "country"}}},
		"Turkish":                      {people: turkish, channel: registration.Website, code: cp1254, comma: ';', cols: []col{{"Yanıt No", "#"}, {"Gönderim tarihi", "at"}, {"Son sayfa", "=1"}, {"Başlangıç dili", "=tr"}, {"Adınız", "first"}, {"Soyadınız", "last"}, {"E-posta", "email"}, {"Kurumunuz", "org"}, {"Cinsiyetiniz", "sex"}}},
		"Cyrillic":                     {people: cyrillic, channel: registration.Website, code: cp1251, comma: ';', cols: []col{{"id", "#"}, {"submitdate", "at"}, {"lastpage", "=1"}, {"startlanguage", "=sr"}, {"Име", "first"}, {"Презиме", "last"}, {"Е-пошта", "email"}, {"Установа", "org"}, {"Пол", "sex"}}},
		"questions in front":           {people: latin, channel: registration.Email, cols: with(asked, with(codes, col{"How did this registration reach us?", "=e-mail"})...)},
		"nobody":                       {cols: with(codes, asked...)},
		"one person":                   {cols: with(codes, asked...), people: latin[2:3], channel: registration.Website},
		"never completed":              {people: latin, left: []int{2, 5}, incomplete: 2, problems: 2, channel: registration.Website, cols: with([]col{{"id", "#"}, {"submitdate", "at, but rows 2 and 5"}, {"lastpage", "=1"}, {"startlanguage", "=en"}}, asked...)},
		"a survey that keeps no dates": {cols: with([]col{{"id", "#"}, {"submitdate", "=1980-01-01 00:00:00"}, {"lastpage", "=1"}, {"startlanguage", "=en"}}, asked...), people: latin, seconds: "-", problems: 1, channel: registration.Website},
	})
}

// Options in columns of their own, codes for answers, and a text under "Other".
func TestLimeSurveyOptions(t *testing.T) {
	const own = "id,submitdate,lastpage,startlanguage,firstname,lastname,email,"
	read := func(t *testing.T, titles string, rows ...string) []registration.Registration {
		t.Helper()
		text := own + titles + "\n"
		for i, row := range rows {
			text += []string{"1", "2", "3"}[i] + ",2021-03-09 08:15:3" + []string{"1", "2", "3"}[i] + ",1,en,Ana,Kovač,ana" + []string{"1", "2", "3"}[i] + "@sud.example," + row + "\n"
		}
		return readBytes(t, "limesurvey_csv", "results.csv", []byte(text)).Registrations
	}
	for name, c := range map[string]struct {
		titles string
		rows   []string
		want   []string
	}{
		"several choices, texts":   {"Which sector? [Judiciary],Which sector? [Police],Which sector? [Other]", []string{"Yes,No,", "Yes,Yes,", "No,No,Customs"}, []string{"Judiciary", "Judiciary; Police", "Customs"}},
		"several choices, letters": {"sector[Judiciary],sector[Police],sector[other]", []string{"Y,,", ",Y,", ",,Customs"}, []string{"Judiciary", "Police", "Customs"}},
		"one choice, code":         {"sector,sector[other]", []string{"FIU,", "-oth-,Customs", "Police,"}, []string{"FIU", "Customs", "Police"}},
		"one choice, text":         {"Which sector?,Which sector? [Other]", []string{"FIU,", "Other,Customs", "Police,"}, []string{"FIU", "Customs", "Police"}},
		"codes nobody explains":    {"sector,q9", []string{"A1,", "A2,", "A1,"}, []string{"A1", "A2", "A1"}},
	} {
		t.Run(name, func(t *testing.T) {
			for i, r := range read(t, c.titles, c.rows...) {
				if r.Sector != c.want[i] || r.Sex != "" {
					t.Errorf("row %d: sector %q, want %q", i+1, r.Sector, c.want[i])
				}
			}
		})
	}
}
