package registration_test

import (
	"testing"

	"rapporteur/internal/registration"
)

func TestEUSurveyWorkbooks(t *testing.T) {
	tail := []col{{"Invitation Number", "="}, {"Contribution Id", "56d30a71-d241-3958-c65f-1ffa27813c51/56d30a71-d241-3958-c65f-1ffa27813c52/56d30a71-d241-3958-c65f-1ffa27813c53/56d30a71-d241-3958-c65f-1ffa27813c54/56d30a71-d241-3958-c65f-1ffa27813c55"}, {"User Name", "="}, {"Creation Date", "at"}, {"Last Update", "until"}, {"Languages", "=EN"}}
	asked := []col{{"First name", "first"}, {"Family name", "last"}, {"E-mail address", "email"}, {"Organisation", "org"}, {"Function", "job"}, {"Country / area", "country"}, {"Gender", "sex"}, {"Which sector do you represent?", "sector"}}
	with := func(own []col, more ...col) []col { return append(append([]col{}, own...), more...) }
	above := [][]string{{"Alias", "Webinar"}, {"Export Date", "2021-03-24 10:00:00"}, {}}
	short := make([]col, len(asked))
	for i, c := range asked {
		short[i] = col{c.title + " (q" + string(rune('1'+i)) + ")", c.what}
	}
	variants := map[string]made{
		"workbook":                           {above: above, cols: with(asked, tail...), people: latin, xlsx: true, sheet: "Content", channel: registration.Website},
		"without blank row":                  {above: above[:2], cols: with(asked, tail...), people: latin, xlsx: true, sheet: "Content", channel: registration.Website},
		"another sheet name, no rows on top": {cols: with(asked, tail...), people: latin, xlsx: true, channel: registration.Website},
		"saved as text":                      {above: above, cols: with(asked, tail...), people: latin, comma: ';', code: cp1250, time: "02.01.2006 15:04:05", channel: registration.Website},
		"tabs":                               {above: above, cols: with(asked, tail...), people: cyrillic, comma: '\t', code: utf16le, channel: registration.Website},
		"short names":                        {above: above, cols: with(short, tail...), people: latin, xlsx: true, sheet: "Content", channel: registration.Website},
		"few of its columns":                 {above: above, cols: with(asked, col{"Creation Date", "at"}), people: latin, xlsx: true, sheet: "Content", channel: registration.Website},
		"questions with commas and lines":    {above: above, cols: with([]col{{"What, if anything,\ndo you expect?", "=More, \"and\"\nsooner"}, {"Source of registration", "=e-mail"}, {"I have read and accept the rules of engagement", "=No"}}, with(asked, tail...)...), people: latin, xlsx: true, sheet: "Content", channel: registration.Email, consent: registration.Refused},
		"German": {above: above, people: latin, xlsx: true, sheet: "Content", channel: registration.Website, cols: []col{{"Vorname", "first"}, {"Nachname", "last"}, {"E-Mail", "email"}, {"Behörde", "org"}, {"Beitrags-ID", "=56d30a71-d241-3958-c65f-1ffa27813c51"}, {"Erstellungsdatum", "at"}, {"Letzte Aktualisierung", "at"}, {"Sprachen", "=DE"}},
			left: []int{1, 2, 3, 4}, problems: 4},
		"nobody":     {above: above, cols: with(asked, tail...), xlsx: true, sheet: "Content"},
		"one person": {above: above, cols: with(asked, tail...), people: latin[:1], xlsx: true, sheet: "Content", channel: registration.Website},
		"Cyrillic":   {above: above, cols: with(asked, tail...), people: cyrillic, xlsx: true, sheet: "Content", channel: registration.Website},
		"Turkish":    {above: above, cols: with(asked, tail...), people: turkish, xlsx: true, sheet: "Content", channel: registration.Website},
	}
	tryAll(t, "eusurvey_xlsx", variants)
	old := map[string]made{}
	for name, m := range variants {
		if m.xlsx {
			m.xlsx, m.xls = false, true
			old[name] = m
		}
	}
	tryAll(t, "eusurvey_xls", old)
}
