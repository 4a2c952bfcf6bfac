package registration_test

import (
	"strings"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

const system = "Serial number,Submission ID,Created,Completed,Changed,In draft,Submitted by: Name,Language,"

func drupal(t *testing.T, lines ...string) registration.Reading {
	t.Helper()
	return readBytes(t, "drupal_webform_csv", "form.csv", []byte(strings.Join(lines, "\n")+"\n"))
}

// The form's questions are found by their titles, in the languages of the region.
func TestQuestionsAreFoundByTheirTitles(t *testing.T) {
	for name, titles := range map[string]string{
		"English":           "First name,Last name,E-mail,Organisation,Job title,Country,Sex,Sector,How did you submit this registration?,I agree to the rules of engagement",
		"short names":       "first_name,last_name,email,organisation,job_title,country,sex,sector,source,rules_of_engagement",
		"survey style":      "Given name (givenname),Family name (family),E-mail address (mail),Institution (inst),Function (f),Country / area (c),Gender (g),Which sector do you represent? (s),Channel of submission (ch),I have read and accept the rules of engagement (r)",
		"questions":         "Please write your first name,Please write your surname,What is your professional e-mail address?,Which institution do you work for?,What is your current position there?,Which country/area do you work in? (Country),Your sex,Your professional group,How did you register?,Do you accept our code of conduct?",
		"Bosnian":           "Ime,Prezime,E-pošta,Institucija,Radno mjesto,Država,Spol,Sektor,Kanal,Prihvatam pravila učešća",
		"Serbian, Cyrillic": "Име,Презиме,Е-пошта,Институција,Радно место,Држава,Пол,Сектор,Канал,Прихватам правила учешћа",
		"Macedonian":        "Име,Презиме,Електронска пошта,Институција,Позиција,Држава,Пол,Сектор,Канал,Ги прифаќам правилата за учество - правила за учество",
		"Albanian":          "Emri,Mbiemri,Posta elektronike,Institucioni,Pozita,Shteti,Gjinia,Sektori,Kanali,Pranoj rregullat e pjesëmarrjes",
		"Turkish":           "Adı,Soyadı,E-posta,Kurum,Unvan,Ülke,Cinsiyet,Sektör,Kanal,Katılım kuralları",
		"Romanian":          "Prenume,Nume,Adresa de email,Instituția,Funcția,Țara,Sexul,Sectorul,Canal,Accept regulile de participare",
		"French":            "Prénom,Nom,Courriel,Organisme,Fonction,Pays,Sexe,Secteur,Canal,J'accepte les règles d'engagement",
		"German":            "Vorname,Nachname,E-Mail,Einrichtung,Funktion,Land,Geschlecht,Sektor,Kanal,Ich nehme die Teilnahmeregeln an",
	} {
		t.Run(name, func(t *testing.T) {
			r := drupal(t, system+titles,
				"7,1007,2020-05-11 11:00:00,2020-05-11 11:18:36,2020-05-11 11:18:36,No,someone,en,Ana,Kovač,ana@mail.example,Basic Court,Judge,Montenegro,Female,Judiciary,website,Yes").Registrations
			if len(r) != 1 {
				t.Fatalf("registrations = %d, want 1", len(r))
			}
			got := strings.Join([]string{r[0].Serial, r[0].FirstName, r[0].LastName, r[0].Email, r[0].Organisation, r[0].JobTitle, r[0].Country, r[0].Sex, r[0].Sector,
				string(r[0].Channel), string(r[0].Consent), r[0].Submitted.Format("2006-01-02T15:04:05Z07:00")}, "|")
			if want := "7|Ana|Kovač|ana@mail.example|Basic Court|Judge|Montenegro|Female|Judiciary|website|accepted|2020-05-11T08:18:36Z"; got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestFormVariants(t *testing.T) {
	one := func(t *testing.T, r registration.Reading) registration.Registration {
		t.Helper()
		if len(r.Registrations) != 1 {
			t.Fatalf("registrations = %d, want 1: %v", len(r.Registrations), r.Problems)
		}
		return r.Registrations[0]
	}
	t.Run("full name in one column", func(t *testing.T) {
		r := one(t, drupal(t, "Serial number,Submission ID,Completed,Name and surname,E-mail", "1,11,2020-05-11 11:18:36,Ana Kovač,ana@mail.example"))
		if r.FirstName != "Ana" || r.LastName != "Kovač" {
			t.Errorf("name %q %q", r.FirstName, r.LastName)
		}
	})
	t.Run("name beside surname", func(t *testing.T) {
		r := one(t, drupal(t, "Serial number,Submission ID,Completed,Name,Surname,E-mail", "1,11,2020-05-11 11:18:36,Ana,Kovač,ana@mail.example"))
		if r.FirstName != "Ana" || r.LastName != "Kovač" {
			t.Errorf("name %q %q", r.FirstName, r.LastName)
		}
	})
	t.Run("one column per choice", func(t *testing.T) {
		r := one(t, drupal(t, "Serial number,Submission ID,Completed,First name,Last name,E-mail,Sex: Female,Sex: Male,Sector: Police,Sector: FIU",
			"1,11,2020-05-11 11:18:36,Ana,Kovač,ana@mail.example,X,,0,1"))
		if r.Sex != "Female" || r.Sector != "FIU" {
			t.Errorf("sex %q, sector %q", r.Sex, r.Sector)
		}
	})
	t.Run("machine names as headers", func(t *testing.T) {
		r := one(t, drupal(t, "serial,sid,uuid,token,uri,created,completed,changed,in_draft,current_page,remote_addr,uid,langcode,first_name,last_name,email",
			"5,11,x,y,/form,2020-05-11 11:00:00,2020-05-11 11:18:36,2020-05-11 11:18:36,0,,192.0.2.1,0,en,Ana,Kovač,ana@mail.example"))
		if r.Serial != "5" || r.FirstName != "Ana" {
			t.Errorf("serial %q, name %q", r.Serial, r.FirstName)
		}
	})
	t.Run("Drupal 7, three header lines", func(t *testing.T) {
		r := one(t, drupal(t, "Submission Details,,,,,,,,Person,,", ",,,,,,,,Name,,Contact", "Serial,SID,Time,Completed Time,Modified Time,Draft,IP Address,UID,First name,Last name,E-mail",
			"3,44,05/13/2020 - 13:58,05/13/2020 - 14:03,05/13/2020 - 14:03,,192.0.2.1,0,Ana,Kovač,ana@mail.example"))
		if got := r.Submitted.Format("2006-01-02 15:04"); got != "2020-05-13 11:03" || r.Line != 4 {
			t.Errorf("submitted %s, line %d", got, r.Line)
		}
	})
	t.Run("Drupal 7, options in columns", func(t *testing.T) {
		r := drupal(t, "Registration,,,,,,,,,,,,,", "Submission Details,,,,,,,,Sex,,Sector,,,", "Serial,SID,Time,Completed Time,Draft,First name,Last name,E-mail,Female,Male,Judge,FIU,Source,Rules of engagement",
			"3,44,05/13/2020 - 13:58,05/13/2020 - 14:03,0,Ana,Kovač,ana@mail.example,X,,,X,website,Yes", "4,45,05/13/2020 - 13:58,05/13/2020 - 14:04,0,Ivo,Perić,ivo@mail.example,,X,X,,e-mail,Yes")
		if len(r.Registrations) != 2 || r.Registrations[0].Sex != "Female" || r.Registrations[0].Sector != "FIU" || r.Registrations[0].Channel != registration.Website ||
			r.Registrations[1].Sex != "Male" || r.Registrations[1].Channel != registration.Email || r.Registrations[1].Consent != registration.Accepted {
			t.Errorf("registrations %+v", r.Registrations)
		}
	})
	t.Run("columns of the module in another language", func(t *testing.T) {
		r := one(t, drupal(t, "Seri numarası;Gönderim Kimliği;Oluşturuldu;Tamamlandı;Adı;Soyadı;E-posta", "1;11;11.05.2020 11:10;11.05.2020 11:18;Ana;Kovač;ana@mail.example", "2;12;11.05.2020 11:10;;Ivo;Perić;ivo@mail.example"))
		if r.Serial != "1" || r.Submitted.Format("15:04") != "08:18" {
			t.Errorf("serial %q, submitted %s", r.Serial, r.Submitted)
		}
	})
	t.Run("semicolons and day first", func(t *testing.T) {
		r := one(t, drupal(t, "Serial number;Submission ID;Completed;First name;Last name;E-mail", "1;11;13.05.2020 14:03;Ana;Kovač;ana@mail.example"))
		if got := r.Submitted.Format("2006-01-02 15:04"); got != "2020-05-13 11:03" {
			t.Errorf("submitted %s", got)
		}
	})
	t.Run("no channel and no consent column", func(t *testing.T) {
		r := one(t, drupal(t, "Serial number,Submission ID,Completed,First name,Last name,E-mail", "1,11,2020-05-11 11:18:36,Ana,Kovač,ana@mail.example"))
		if r.Channel != registration.Website || r.Consent != registration.NotAsked {
			t.Errorf("channel %q, consent %q, want website and not asked", r.Channel, r.Consent)
		}
	})
}

func TestChannelColumnBeatsTheOfficersWord(t *testing.T) {
	read := func(header, row string) registration.Registration {
		file, err := tabular.Read("form.csv", []byte(header+"\n"+row+"\n"), tabular.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		reading, err := registration.Formats()[0].Read(*file, registration.Options{Zone: bucharest(t), Date: start, Channel: registration.Phone})
		if err != nil {
			t.Fatal(err)
		}
		return reading.Registrations[0]
	}
	with := read("Serial number,Submission ID,Completed,First name,Last name,E-mail,Channel", "1,11,2020-05-11 11:18:36,Ana,Kovač,ana@mail.example,e-mail")
	blank := read("Serial number,Submission ID,Completed,First name,Last name,E-mail,Channel", "1,11,2020-05-11 11:18:36,Ana,Kovač,ana@mail.example,")
	without := read("Serial number,Submission ID,Completed,First name,Last name,E-mail", "1,11,2020-05-11 11:18:36,Ana,Kovač,ana@mail.example")
	if with.Channel != registration.Email || blank.Channel != "" || without.Channel != registration.Phone {
		t.Errorf("channels %q, %q, %q, want email, unknown, phone", with.Channel, blank.Channel, without.Channel)
	}
}

// No row vanishes: what is left out stands in the problems with its line.
func TestEveryRowIsAccountedFor(t *testing.T) {
	reading := drupal(t, system+"First name,Last name,E-mail",
		"1,1001,2020-05-11 11:00:00,2020-05-11 11:18:36,2020-05-11 11:18:36,No,,en,Ana,Kovač,ana@mail.example",
		"2,1002,2020-05-11 11:00:00,,2020-05-11 11:20:00,Yes,,en,Ivo,Perić,ivo@mail.example",
		"3,1003,2020-05-11 11:00:00,,2020-05-11 11:20:00,No,,en,Eva,Perić,eva@mail.example",
		"4,1004,2020-05-11 11:00:00,2020-05-11 11:21:00,2020-05-11 11:21:00,No,,en,,,",
		"5,1005,2020-05-11 11:00:00,yesterday,2020-05-11 11:22:00,No,,en,Mia,Babić,mia@mail.example",
		"6,1006,2020-05-11 11:00:00,2020-05-11 11:23:00,2020-05-11 11:23:00,No,,en,Lea,Tomić,lea",
		"1,1001,2020-05-11 11:00:00,2020-05-11 11:18:36,2020-05-12 09:00:00,No,,en,Ana,Kovač Babić,ana@mail.example",
		"7,1007,2020-05-11 11:00:00,2020-05-11 11:24:00,2020-05-11 11:24:00,No,,en,Dea,Lukić,dea@mail.example",
		"8,1008,2020-05-11 11:00:00,2020-05-11 11:24:00,2020-05-11 11:24:00,No,,en,Dea,Lukić,dea@mail.example",
	)
	var lines []int
	for _, r := range reading.Registrations {
		lines = append(lines, r.Line)
	}
	var problems []int
	for _, p := range reading.Problems {
		problems = append(problems, p.Line)
		if strings.Contains(p.Message, "Ana") || strings.Contains(p.Message, "@") || p.Message == "" {
			t.Errorf("line %d: %q", p.Line, p.Message)
		}
	}
	if want := []int{6, 7, 8, 9, 10}; !equal(lines, want) {
		t.Errorf("registrations of lines %v, want %v", lines, want)
	}
	if want := []int{2, 3, 4, 5, 6, 7}; !equal(problems, want) {
		t.Errorf("problems of lines %v, want %v", problems, want)
	}
	if reading.Incomplete != 2 {
		t.Errorf("incomplete = %d, want 2", reading.Incomplete)
	}
	// The button pressed twice: two submissions, two keys, one person.
	standings := registration.Judge(registration.JudgeInput{Registrations: reading.Registrations})
	if a, b := standings[3], standings[4]; a.ID == b.ID || b.DuplicateOf != a.ID {
		t.Error("two submissions of one second are not two registrations of one person")
	}
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestAmbiguousDatesAreAskedOnce(t *testing.T) {
	file, err := tabular.Read("form.csv", []byte("Serial number,Submission ID,Completed,First name,Last name,E-mail\n1,11,04/05/2020 14:03,Ana,Kovač,ana@mail.example\n2,12,05/04/2020 14:03,Ivo,Perić,ivo@mail.example\n"), tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if _, err = registration.Formats()[0].Read(*file, registration.Options{Zone: bucharest(t)}); !fault.Is(err, fault.Ambiguous) || fault.From(err).Where.File != "form.csv" {
		t.Errorf("error %v, want ambiguous with the file's name", err)
	}
}

// EUSurvey tables as text cells: header in line 3 or 4, without tail columns, edited contributions, a second sheet.
func TestEUSurveyVariants(t *testing.T) {
	questions := []string{"First name", "Family name", "E-mail address", "Country / area"}
	tail := []string{"Invitation Number", "Contribution Id", "User Name", "Creation Date", "Last Update", "Languages"}
	row := func(line int, cells ...string) tabular.Row { return tabular.Row{Line: line, Cells: cells} }
	read := func(t *testing.T, sheets ...tabular.Sheet) registration.Reading {
		t.Helper()
		file := tabular.File{Name: "Content_Export.xlsx", Encoding: "xlsx", Sheets: sheets}
		for _, f := range registration.Formats() {
			if c, _ := f.Detect(file); (c > 0) != (f.ID == "eusurvey_xlsx") {
				t.Fatalf("%s: confidence %d", f.ID, c)
			}
		}
		reading, err := registration.Formats()[1].Read(file, registration.Options{Zone: bucharest(t), Date: start})
		if err != nil {
			t.Fatal(err)
		}
		return reading
	}
	alias, exported := row(1, "Alias", "Example"), row(2, "Export Date", "2020-05-27 18:30:00")
	ana := []string{"Ana", "Kovač", "ana@mail.example", "Serbia", "", "c-1", "", "2020-05-11 11:18:36", "2020-05-11 11:18:36", "EN"}
	t.Run("older header line", func(t *testing.T) {
		r := read(t, tabular.Sheet{Name: "Content", Rows: []tabular.Row{alias, exported, row(3, append(questions, tail...)...), row(4, ana...)}})
		if len(r.Registrations) != 1 || r.Registrations[0].Line != 4 || r.Registrations[0].Sheet != "Content" || r.Registrations[0].Channel != registration.Website {
			t.Errorf("registrations %+v", r.Registrations)
		}
	})
	t.Run("tail columns in another language, times of the sheet", func(t *testing.T) {
		kontributi := []string{"Numri i ftesës", "Numri i kontributit", "Emri i përdoruesit", "Krijuar më", "Përditësuar më", "Gjuhët"}
		submission := []string{"Ana", "Kovač", "ana@mail.example", "Serbia", "", "56d30a71-d241-3958-c65f-1ffa27813c59", "", "2020-05-11 11:18:36", "2020-05-12 10:00:00", "SQ"}
		older := append([]string{}, submission...)
		older[3], older[8] = "Albania", "2020-05-11 11:18:36"
		r := read(t, tabular.Sheet{Name: "Content", Rows: []tabular.Row{alias, exported, row(4, append(questions, kontributi...)...), row(5, older...), row(6, submission...)}})
		if len(r.Registrations) != 1 || r.Registrations[0].Country != "Serbia" || r.Registrations[0].Submitted.Format("01-02 15:04") != "05-11 08:18" {
			t.Errorf("registrations %+v", r.Registrations)
		}
	})
	t.Run("without the rows on top, tail in another language", func(t *testing.T) {
		langues := []string{"Numéro de l'invitation", "Identifiant", "Utilisateur", "Créée le", "Modifiée le", "Langues"}
		submission := []string{"Ana", "Kovač", "ana@mail.example", "Serbia", "", "56d30a71-d241-3958-c65f-1ffa27813c59", "", "2020-05-11 11:18:36", "2020-05-12 10:00:00", "FR"}
		r := read(t, tabular.Sheet{Name: "Content", Rows: []tabular.Row{row(1, append(questions, langues...)...), row(2, submission...)}})
		if len(r.Registrations) != 1 || r.Registrations[0].Serial == "" || r.Registrations[0].Submitted.Format("01-02 15:04") != "05-11 08:18" {
			t.Errorf("registrations %+v", r.Registrations)
		}
	})
	t.Run("anonymous", func(t *testing.T) {
		hidden := append([]string{}, ana...)
		hidden[5] = "Anonymous"
		other := append([]string{}, hidden...)
		other[0], other[2] = "Eva", "eva@mail.example"
		r := read(t, tabular.Sheet{Name: "Content", Rows: []tabular.Row{alias, exported, row(4, append(questions, tail...)...), row(5, hidden...), row(6, other...)}})
		if len(r.Registrations) != 2 || r.Registrations[0].Serial != "" || len(r.Problems) != 0 {
			t.Errorf("registrations %+v, problems %v", r.Registrations, r.Problems)
		}
	})
	t.Run("short names behind the answers", func(t *testing.T) {
		short := []string{"First name (q1)", "Family name (q2)", "E-mail address (q3)", "Country / area (q4)", "Sector (q5)"}
		r := read(t, tabular.Sheet{Name: "Content", Rows: []tabular.Row{alias, exported, row(4, append(short, tail...)...),
			row(5, append([]string{"Ana", "Kovač", "ana@mail.example", "Serbia (c7)", "Police (s1);FIU (s3)"}, ana[4:]...)...)}})
		if len(r.Registrations) != 1 || r.Registrations[0].Country != "Serbia" || r.Registrations[0].Sector != "Police; FIU" {
			t.Errorf("registrations %+v", r.Registrations)
		}
	})
	t.Run("without tail columns", func(t *testing.T) {
		r := read(t, tabular.Sheet{Name: "Content", Rows: []tabular.Row{alias, exported, row(4, questions...), row(5, ana[:4]...)}})
		if len(r.Registrations) != 1 || len(r.Problems) != 1 {
			t.Errorf("registrations %d, problems %v", len(r.Registrations), r.Problems)
		}
	})
	t.Run("edited", func(t *testing.T) {
		edited := append([]string{}, ana...)
		edited[3], edited[8] = "Montenegro", "2020-05-12 10:00:00"
		for _, rows := range [][]tabular.Row{{row(5, ana...), row(6, edited...)}, {row(5, edited...), row(6, ana...)}} {
			r := read(t, tabular.Sheet{Name: "Content", Rows: append([]tabular.Row{alias, exported, row(4, append(questions, tail...)...)}, rows...)})
			if len(r.Registrations) != 1 || r.Registrations[0].Country != "Montenegro" || len(r.Problems) != 1 {
				t.Errorf("registrations %+v, problems %v", r.Registrations, r.Problems)
			}
		}
	})
	t.Run("continued on a second sheet", func(t *testing.T) {
		r := read(t,
			tabular.Sheet{Name: "Content", Rows: []tabular.Row{alias, exported, row(4, questions...), row(5, ana[:3]...)}},
			tabular.Sheet{Name: "Content1", Rows: []tabular.Row{row(4, append([]string{"Sex"}, tail...)...), row(5, append([]string{"Female"}, ana[4:]...)...)}})
		if len(r.Registrations) != 1 || r.Registrations[0].Sex != "Female" || r.Registrations[0].Serial != "c-1" || r.Registrations[0].Country != "" {
			t.Errorf("registrations %+v", r.Registrations)
		}
	})
	t.Run("continued, with the rows on top and nothing else answered on the first sheet", func(t *testing.T) {
		questions := []string{"How do you like it?", "What else?"}
		who := append([]string{"First name", "Family name", "E-mail address"}, tail...)
		r := read(t,
			tabular.Sheet{Name: "Content", Rows: []tabular.Row{alias, exported, row(4, questions...), row(6, "well")}},
			tabular.Sheet{Name: "Content1", Rows: []tabular.Row{alias, exported, row(4, who[:4]...), row(5, "Ana", "Kovač", "ana@mail.example"), row(6, "Ivo", "Perić", "ivo@mail.example")}},
			tabular.Sheet{Name: "Content2", Rows: []tabular.Row{alias, exported, row(4, who[4:]...), row(5, ana[5:]...), row(6, append([]string{"c-2"}, ana[6:]...)...)}})
		if len(r.Registrations) != 2 || r.Registrations[0].FirstName != "Ana" || r.Registrations[0].Serial != "c-1" || r.Registrations[0].Line != 5 || r.Registrations[1].Serial != "c-2" || r.Registrations[1].Email != "ivo@mail.example" {
			t.Errorf("registrations %+v", r.Registrations)
		}
	})
	t.Run("options in columns of their own", func(t *testing.T) {
		cells := func(name, id, judge, police, agree string) []string {
			return append([]string{name, "Kovač", strings.ToLower(name) + "@mail.example", "", judge, police, "", "", agree, "", "No", "", id}, ana[6:]...)
		}
		for _, consent := range [][]string{{"I accept the rules of engagement", "I agree"}, {"Consent", "I agree"}, {"I have read and accept the rules of engagement", "Yes"}, {"Consent", "Acceptance"}} {
			header := append([]string{"First name", "Family name", "E-mail address", "Which sector do you represent?", "Judiciary", "Police", "Comments", consent[0], consent[1], "Anything else", "Newsletter"}, tail...)
			r := read(t, tabular.Sheet{Name: "Content", Rows: []tabular.Row{alias, exported, row(4, header...), row(5, cells("Ana", "c-1", "Yes", "No", "Yes")...), row(6, cells("Ivo", "c-2", "No", "Yes", "No")...)}}).Registrations
			if len(r) != 2 || r[0].Sector != "Judiciary" || r[1].Sector != "Police" || r[0].Consent != registration.Accepted || r[1].Consent != registration.Refused {
				t.Errorf("%q: registrations %+v", consent, r)
			}
		}
	})
}

// An old ".xls" may be a web page or text inside: it is read by its bytes.
func TestSurveyInAPage(t *testing.T) {
	row := func(cells ...string) string { return "<tr><td>" + strings.Join(cells, "</td><td>") + "</td></tr>" }
	tail := []string{"Contribution Id", "Creation Date", "Last Update"}
	page := "<html><table>" + row("Alias", "Example", "") + row("Export Date", "2020-05-27", "") + row(append([]string{"First name", "Family name", "E-mail"}, tail...)...) +
		row("Ana", "Kova&#269;", "ana@mail.example", "c-1", "2020-05-11 11:18:36", "2020-05-11 11:18:36") + "</table></html>"
	r := readBytes(t, "eusurvey_xlsx", "Content_Export.xls", []byte(page)).Registrations
	if len(r) != 1 || r[0].LastName != "Kovač" || r[0].Line != 4 || r[0].Submitted.Format("15:04:05") != "08:18:36" {
		t.Errorf("%+v", r)
	}
	tabs := "Alias\tExample\nExport Date\t2020-05-27\n\nFirst name\tFamily name\tE-mail\tContribution Id\tCreation Date\tLast Update\nAna\tKovač\tana@mail.example\tc-1\t2020-05-11 11:18:36\t2020-05-11 11:18:36\n"
	if again := readBytes(t, "eusurvey_xlsx", "Content_Export.xls", []byte(tabs)).Registrations; len(again) != 1 || again[0].ID != r[0].ID {
		t.Errorf("%+v", again)
	}
}

// Tables of other kinds are not claimed.
func TestOtherTablesAreNotClaimed(t *testing.T) {
	for name, text := range map[string]string{
		"attendance":                        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\nAna,ana@mail.example,05/28/2020 02:00:00 PM,05/28/2020 03:00:00 PM,60\n",
		"plain list":                        "First name,Last name,E-mail\nAna,Kovač,ana@mail.example\n",
		"other form":                        "Serial number,Submission ID,Completed,Question,Answer\n1,11,2020-05-11 11:18:36,How was it?,Good\n",
		"attendance of a webinar":           "Attendee Report\nTopic,Webinar ID,# Registered\nX,1,1\nAttendee Details\nAttended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes)\nYes,Ana K,Ana,Kovač,ana@mail.example,2020-05-11 10:00:00,approved,2020-05-28 14:00:00,2020-05-28 15:00:00,60\n",
		"the same, translated beyond words": "Xatu,Ime,Prezime,E-pošta,Vrijeme registracije,Status odobrenja,Ulaz,Izlaz\nDa,Ana,Kovač,ana@mail.example,2020-05-11 10:00:00,odobreno,2020-05-28 14:00:00,2020-05-28 15:00:00\n",
		"a survey of opinions":              "ID,Start time,Completion time,Email,Name,How satisfied are you?,What was best?,Your country\n1,2020-05-28 16:00:00,2020-05-28 16:02:00,ana@mail.example,Ana Kovač,5,All of it,Serbia\n",
		"an anonymous survey":               "Timestamp,How satisfied are you?,Your country\n2020/05/28 4:00:00 PM GMT+3,5,Serbia\n",
		"a list of joins":                   "Timestamp,Full Name,Email,User Action\n2020-05-28 14:00:00,Ana Kovač,ana@mail.example,Joined\n",
	} {
		file, err := tabular.Read("x.csv", []byte(text), tabular.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range registration.Formats() {
			if c, why := f.Detect(*file); c > 0 {
				t.Errorf("%s claims %s: %s", f.ID, name, why)
			}
			if _, err := f.Read(*file, registration.Options{}); !fault.Is(err, fault.WrongKind) {
				t.Errorf("%s reads %s: %v", f.ID, name, err)
			}
		}
	}
}

func TestFormatsAreThese(t *testing.T) {
	var ids []string
	for _, f := range registration.Formats() {
		ids = append(ids, f.ID)
	}
	if got := strings.Join(ids, " "); got != "drupal_webform_csv eusurvey_xlsx eusurvey_xls zoom_webinar_registration teams_webinar_registration limesurvey_csv msforms_xlsx googleforms_csv" {
		t.Errorf("formats = %s", got)
	}
}
