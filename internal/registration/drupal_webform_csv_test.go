package registration_test

import (
	"testing"

	"rapporteur/internal/registration"
)

func TestDrupalWebforms(t *testing.T) {
	eight := []col{{"Serial number", "#"}, {"Submission ID", "#"}, {"Submission UUID", "=56d30a71-d241-3958-c65f-1ffa27813c59"}, {"Created", "since"}, {"Completed", "at"}, {"Changed", "at"}, {"In draft", "=No"}, {"Current page", "="}, {"Remote IP address", "=192.0.2.7"}, {"Submitted by: Name", "="}, {"Language", "=en"}}
	seven := []col{{"Serial", "#"}, {"SID", "#"}, {"Time", "since"}, {"Completed Time", "at"}, {"Modified Time", "at"}, {"Draft", "="}, {"IP Address", "=192.0.2.7"}, {"UID", "=0"}, {"Username", "="}}
	asked := []col{{"First name", "first"}, {"Last name", "last"}, {"E-mail", "email"}, {"Organisation", "org"}, {"Job title", "job"}, {"Country", "country"}, {"Sex", "sex"}, {"Sector (please specify)", "sector"}}
	with := func(own []col, more ...col) []col { return append(append([]col{}, own...), more...) }
	const sevenTime = "01/02/2006 - 15:04"
	groups := [][]string{{"Registration for the webinar"}, {"Submission Details", "", "", "", "", "", "", "", "", "About you", "", "", "Your work", "", "", "", ""}}
	tryAll(t, "drupal_webform_csv", map[string]made{
		"8":              {cols: with(eight, asked...), people: latin, bom: true, channel: registration.Website},
		"8, semicolons":  {cols: with(eight, asked...), people: latin, comma: ';', channel: registration.Website},
		"8, tabs":        {cols: with(eight, asked...), people: cyrillic, comma: '\t', channel: registration.Website},
		"8, bars":        {cols: with(eight, asked...), people: latin, comma: '|', channel: registration.Website},
		"8, saved again": {cols: with(eight, asked...), people: latin, time: "2.1.2006. 15:04", comma: ';', code: cp1250, seconds: "m", channel: registration.Website},
		"8, workbook":    {cols: with(eight, asked...), people: latin, xlsx: true, channel: registration.Website},
		"8, options apart": {people: latin[:2], channel: registration.Email, consent: registration.Accepted, cols: with(eight, col{"First name", "first"}, col{"Last name", "last"}, col{"E-mail", "email"}, col{"Sex: Female", "X/"}, col{"Sex: Male", "/X"},
			col{"Sector: Judiciary", "X/"}, col{"Sector: Law enforcement", "/X"}, col{"Sector: Other", "="}, col{"Channel: Website", "="}, col{"Channel: E-mail", "=X"}, col{"I accept: the rules of engagement", "=X"}),
			apart: []string{"sex", "sector"}},
		"8, Turkish":                         {people: turkish, comma: ';', code: cp1254, channel: registration.Website, cols: []col{{"Seri numarası", "#"}, {"Gönderim kimliği", "#"}, {"Oluşturuldu", "since"}, {"Tamamlandı", "at"}, {"Taslak", "=Hayır"}, {"Adınız", "first"}, {"Soyadınız", "last"}, {"E-posta adresiniz", "email"}, {"Kurumunuz", "org"}, {"Unvanınız", "job"}, {"Cinsiyetiniz", "sex"}}},
		"8, questions with commas and lines": {people: latin, channel: registration.Phone, cols: with([]col{{"What, if anything,\ndo you expect?", "=To \"learn\",\nand more"}}, with(eight, with(asked, col{"How did you submit this registration?", "=by phone"})...)...)},
		"7":                                  {cols: with(seven, asked...), people: latin, time: sevenTime, seconds: "m", channel: registration.Website},
		"7, three headers":                   {above: groups, cols: with(seven, asked...), people: latin, time: sevenTime, seconds: "m", channel: registration.Website},
		"7, three headers, tabs":             {above: groups, cols: with(seven, asked...), people: turkish, time: sevenTime, seconds: "m", comma: '\t', channel: registration.Website},
		"7, three headers, semicolons":       {above: groups, cols: with(seven, asked...), people: latin, time: sevenTime, seconds: "m", comma: ';', code: cp1250, channel: registration.Website},
		"7, older":                           {cols: with([]col{{"Serial", "#"}, {"SID", "#"}, {"Time", "at"}, {"Draft", "="}, {"IP Address", "="}, {"UID", "=0"}, {"Username", "="}}, asked...), people: latin, time: sevenTime, seconds: "m", channel: registration.Website},
		"7, drafts":                          {cols: with([]col{{"Serial", "#"}, {"SID", "#"}, {"Time", "at"}, {"Draft", "/1//1/"}, {"IP Address", "="}, {"UID", "=0"}, {"Username", "="}}, asked...), people: latin, time: sevenTime, seconds: "m", left: []int{2, 4}, incomplete: 2, problems: 2, channel: registration.Website},
		"nobody":                             {cols: with(eight, asked...)},
		"one person":                         {cols: with(eight, asked...), people: latin[:1], channel: registration.Website},
	})
}
