package registration

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/internal/tabular"
)

// answers are what five people wrote, by field; the layout may look at them.
var answers = map[field][]string{
	firstName: {"Ana", "Ивана", "Çağrı", "Drilon", ""}, lastName: {"Kovač", "Петковска", "Yıldız", "Berisha", ""}, fullName: {"Ana Kovač", "Ивана Петковска", "Çağrı Yıldız", "Drilon Berisha", ""},
	email: {"ana@mail.example", "ivana@mail.example", "cagri@mail.example", "drilon@mail.example", ""}, organisation: {"Basic Court", "Основен суд", "Emniyet", "Policia e Kosovës", ""},
	jobTitle: {"Judge", "судија", "Komiser", "hetues", ""}, country: {"Serbia", "Македонија", "Türkiye", "Kosova", ""}, sex: {"Female", "Женски", "Erkek", "Prefer not to say", ""},
	sector: {"Judiciary", "Judiciary", "Police", "Police", ""}, channel: {"website", "e-mail", "website", "website", ""}, consent: {"Yes", "No", "Yes", "", ""},
}

// tableOf makes a form of titles, each with the field whose answers stand below it.
func tableOf(columns [][2]string) (tabular.Row, []tabular.Row) {
	header := tabular.Row{Line: 1}
	rows := make([]tabular.Row, len(answers[email]))
	for _, c := range columns {
		header.Cells = append(header.Cells, c[0])
		for i := range rows {
			cell := ""
			if list := answers[field(c[1])]; list != nil {
				cell = list[i]
			} else if list := strings.Split(c[1], "/"); len(list) > 1 {
				cell = list[i%len(list)]
			}
			rows[i].Cells = append(rows[i].Cells, cell)
		}
	}
	return header, rows
}

// A form's questions are found by their titles, however they are put; what stands beside them is left alone ("-").
func TestColumnsAreFoundByTheirTitles(t *testing.T) {
	for name, columns := range map[string][][2]string{
		"plain":         {{"Name", "first_name"}, {"Surname", "last_name"}, {"E-mail address", "email"}, {"Institution/Organisation", "organisation"}, {"Position/Title", "job_title"}, {"Country/Area", "country"}, {"Gender", "sex"}, {"Professional category", "sector"}, {"Registration via", "source"}, {"Acceptance of the rules of engagement", "consent"}},
		"machine names": {{"given_name", "first_name"}, {"family_name", "last_name"}, {"work_e_mail", "email"}, {"institution_name", "organisation"}, {"position_title", "job_title"}, {"country_area", "country"}, {"sex", "sex"}, {"sector", "sector"}, {"registration_source", "source"}, {"accept_rules", "consent"}},
		"requests": {{"Please enter your first name", "first_name"}, {"Please enter your family name", "last_name"}, {"Please state your institution", "organisation"}, {"Please indicate your job title", "job_title"}, {"Please select your country/area", "country"}, {"Please select your gender", "sex"},
			{"Please indicate the sector of your institution", "sector"}, {"Your professional email", "email"}, {"How was this registration submitted?", "source"}, {"I have read the rules of engagement and I accept them", "consent"}},
		"full name":             {{"Name and family name", "full_name"}, {"Mail", "email"}, {"Agency", "organisation"}, {"Rank", "job_title"}, {"Country or area of work", "country"}, {"Sex", "sex"}, {"Target group", "sector"}, {"Channel", "source"}, {"Rules", "consent"}},
		"participant":           {{"Participant’s first name", "first_name"}, {"Participant’s surname", "last_name"}, {"Participant’s e-mail", "email"}, {"Employer", "organisation"}, {"Current position in your institution", "job_title"}, {"Country of your institution", "country"}, {"Sex (for statistics)", "sex"}, {"Which professional group do you belong to?", "sector"}},
		"Bosnian":               {{"Vaše ime", "first_name"}, {"Vaše prezime", "last_name"}, {"Vaša e-mail adresa", "email"}, {"Naziv institucije", "organisation"}, {"Radno mjesto/funkcija", "job_title"}, {"Država u kojoj radite", "country"}, {"Spol", "sex"}, {"Profesionalna grupa", "sector"}, {"Način registracije", "source"}, {"Prihvatam uslove učešća", "consent"}},
		"Croatian":              {{"Prezime i ime", "full_name"}, {"Elektronička pošta", "email"}, {"Ustanova", "organisation"}, {"Dužnost", "job_title"}, {"Zemlja", "country"}, {"Spol", "sex"}, {"Sektor", "sector"}, {"Kanal prijave", "source"}, {"Kodeks ponašanja", "consent"}},
		"Albanian":              {{"Emri dhe mbiemri", "full_name"}, {"E-maili", "email"}, {"Institucioni ku punoni", "organisation"}, {"Pozita juaj", "job_title"}, {"Shteti", "country"}, {"Gjinia", "sex"}, {"Grupi profesional", "sector"}, {"Si jeni regjistruar?", "source"}, {"Kushtet e pjesëmarrjes", "consent"}},
		"Turkish":               {{"Adı Soyadı", "full_name"}, {"E-posta adresi", "email"}, {"Çalıştığınız kurum", "organisation"}, {"Unvanı/Görevi", "job_title"}, {"Ülke", "country"}, {"Cinsiyet", "sex"}, {"Meslek grubu", "sector"}, {"Başvuru yolu", "source"}, {"Katılım koşullarını okudum ve kabul ediyorum", "consent"}},
		"Macedonian":            {{"Име и презиме", "full_name"}, {"Адреса за е-пошта", "email"}, {"Назив на институцијата", "organisation"}, {"Работно место / функција", "job_title"}, {"Земја", "country"}, {"Пол", "sex"}, {"Професионална категорија", "sector"}, {"Како се пријавивте?", "source"}, {"Ги прифаќам условите за учество", "consent"}},
		"Romanian":              {{"Nume și prenume", "full_name"}, {"Adresa e-mail de serviciu", "email"}, {"Instituția în care lucrați", "organisation"}, {"Funcția deținută", "job_title"}, {"Țara", "country"}, {"Gen", "sex"}, {"Grupul profesional", "sector"}, {"Modalitatea de înscriere", "source"}, {"Sunt de acord cu regulamentul", "consent"}},
		"French":                {{"Nom", "last_name"}, {"Prénom", "first_name"}, {"Adresse électronique", "email"}, {"Organisme", "organisation"}, {"Poste occupé", "job_title"}, {"Pays ou territoire", "country"}, {"Sexe", "sex"}, {"Groupe professionnel", "sector"}, {"Comment vous êtes-vous inscrit ?", "source"}, {"J’accepte les conditions de participation", "consent"}},
		"German":                {{"Familienname", "last_name"}, {"Vorname", "first_name"}, {"E-Mail-Adresse", "email"}, {"Dienststelle", "organisation"}, {"Funktion", "job_title"}, {"Land", "country"}, {"Geschlecht", "sex"}, {"Berufsgruppe", "sector"}, {"Art der Anmeldung", "source"}, {"Ich akzeptiere die Verhaltensregeln", "consent"}},
		"within groups":         {{"Participant: First", "first_name"}, {"Participant: Last", "last_name"}, {"Contact: E-mail", "email"}, {"Work: Organisation", "organisation"}, {"Work: Position", "job_title"}, {"Address: Country", "country"}},
		"told by answers":       {{"Given name", "first_name"}, {"Family name", "last_name"}, {"How can we reach you?", "email"}, {"Where do you work?", "country"}, {"You are", "sex"}, {"Which of these describes you best?", "sector"}, {"Way", "source"}},
		"salutation":            {{"Title", "Ms/Mr/Dr/Mrs/Mr"}, {"First name", "first_name"}, {"Last name", "last_name"}, {"E-mail", "email"}, {"Position", "job_title"}},
		"salutation beside sex": {{"Title", "Ms/Mr/Dr/Mrs/Mr"}, {"Sex", "sex"}, {"First name", "first_name"}, {"Last name", "last_name"}, {"E-mail", "email"}, {"Position", "job_title"}},
		"left alone": {{"First name", "first_name"}, {"Last name", "last_name"}, {"E-mail", "email"}, {"How did you hear about this webinar?", "Website/E-mail/Website/Colleague/E-mail"}, {"I agree to the processing of my personal data", "Yes/Yes/No/Yes/Yes"}, {"Preferred contact channel", "E-mail/Phone/Website/E-mail/Phone"},
			{"Which topics interest you most?", "Cybercrime/FIU/Cybercrime/Cybercrime/FIU"}, {"How will you connect?", "Web/Phone/Web/Web/Phone"}, {"Nationality", "Serbia/Albania/Türkiye/Serbia/Albania"}, {"Working language", "Serbian/Albanian/Turkish/English/Albanian"}, {"City", "Skopje/Tirana/Ankara/Skopje/Tirana"}, {"Anything else?", "No/No, thank you/Ne/Jo/Nu"}, {"Confirm e-mail", "a@b.example/a@b.example/a@b.example/a@b.example/a@b.example"}},
		"empty column first": {{"E-mail", "-"}, {"First name", "first_name"}, {"Last name", "last_name"}, {"Contact e-mail", "email"}},
	} {
		t.Run(name, func(t *testing.T) {
			header, rows := tableOf(columns)
			l := layoutOf(header, rows)
			got := map[int]field{}
			for f, i := range l.column {
				got[i] = f
			}
			for i, c := range columns {
				want := field(c[1])
				switch {
				case strings.HasPrefix(name, "salutation") && i == 0:
					if want = sex; name != "salutation" {
						want = ""
					}
				case answers[want] == nil:
					want = ""
				}
				if got[i] != want {
					t.Errorf("%q is %q, want %q", c[0], got[i], want)
				}
			}
			if !l.isForm() {
				t.Error("no form")
			}
		})
	}
}

// A column that only its answers tell is said; one that its title tells is not.
func TestColumnsToldByAnswersAreListed(t *testing.T) {
	header, rows := tableOf([][2]string{{"First name", "first_name"}, {"E-mail", "email"}, {"Way", "source"}, {"Country", "country"}})
	if l := layoutOf(header, rows); fmt.Sprint(l.byAnswers) != "[2]" || l.fieldOf(2) != channel {
		t.Errorf("by answers: %v", l.byAnswers)
	}
}

func TestSurnameInFront(t *testing.T) {
	for title, want := range map[string]bool{"Surname and name": true, "Prezime i ime": true, "Nume și prenume": true, "Nom et prénom": true, "Soyadı, adı": true, "Презиме, име": true, "Mbiemri dhe emri": true,
		"Name and surname": false, "Ime i prezime": false, "Ad Soyad": false, "Full name": false, "Emri e mbiemri": false} {
		header, rows := tableOf([][2]string{{title, "full_name"}, {"E-mail", "email"}})
		if l := layoutOf(header, rows); l.surnameFirst != want || !l.has(fullName) {
			t.Errorf("%q: surname first %v, want %v", title, l.surnameFirst, want)
		}
	}
	if first, last := splitName("Petković Ana Marija", true); first != "Ana Marija" || last != "Petković" {
		t.Errorf("%q %q", first, last)
	}
}

// The options of one question may have a column each.
func TestOptionsInColumns(t *testing.T) {
	row := func(cells ...string) tabular.Row { return tabular.Row{Cells: cells} }
	for name, header := range map[string]tabular.Row{
		"titles":   row("First name", "E-mail", "Sex: Female", "Sex: Male", "Sector: Judiciary", "Sector: Law enforcement (police)", "Sector: Other"),
		"question": row("First name", "E-mail", "What is your sex: please choose: Female", "What is your sex: please choose: Male", "Which sector?: Judiciary", "Which sector?: Law enforcement (police)", "Which sector?: Other"),
		"machine":  row("first_name", "email", "gender__female", "gender__male", "sector__judiciary", "sector__law_enforcement_police", "sector__other"),
		"bare":     row("First name", "E-mail", "Female", "Male", "Judiciary", "Law enforcement (police)", "Other"),
	} {
		l := layoutOf(header, []tabular.Row{row("Ana", "ana@mail.example", "X", "", "", "X", ""), row("Ivo", "ivo@mail.example", "", "1", "1", "0", ""), row("Eva", "eva@mail.example", "", "", "", "", "✓")})
		var got []string
		for _, r := range []tabular.Row{row("", "", "X", "", "", "X", ""), row("", "", "", "1", "1", "0", ""), row("", "", "no", "", "", "", "✓")} {
			got = append(got, strings.ToLower(l.value(r, sex)+", "+l.value(r, sector)))
		}
		if want := "female, law enforcement police|male, judiciary|, other"; strings.NewReplacer("(", "", ")", "").Replace(strings.Join(got, "|")) != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A group of columns that hold anything but marks is no question with options.
func TestAGroupIsNoChoice(t *testing.T) {
	header, rows := tableOf([][2]string{{"Name: First", "first_name"}, {"Name: Last", "last_name"}, {"Organisation: Name", "organisation"}, {"Organisation: Country", "country"}, {"E-mail", "email"}})
	l := layoutOf(header, rows)
	if len(l.choices) > 0 || l.column[country] != 3 || l.column[firstName] != 0 || l.column[lastName] != 1 {
		t.Errorf("columns %v, choices %v", l.column, l.choices)
	}
}

func TestShortNamesOfAnswers(t *testing.T) {
	for cell, want := range map[string]string{"Female (a2)": "Female", "Police (x1);Judiciary (x2)": "Police; Judiciary", "Law enforcement (police) (a5)": "Law enforcement (police)", "Female": "", "Kosovo (UNSCR 1244)": ""} {
		if got := withoutShortNames(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

// Titles of forms of the region that say it in other words, alone beside name and address.
func TestOtherTitles(t *testing.T) {
	for f, titles := range map[field]string{
		organisation: "Where do you work?|Locul de muncă (instituția)|Your place (institution)|Nom de l'institution|Structure|Görev yeri|Gdje radite?|What institution do you represent?|Which ministry or authority do you represent?",
		jobTitle:     "What do you do there?|Intitulé du poste|Dienstgrad|Amtsbezeichnung|Titulli i punës",
		country:      "Which country/area do you represent?|Where do you work?|Staat|Țara de proveniență",
		sector:       "Tätigkeitsbereich|Domeniul de activitate|Domeniu|Oblast rada|You are a representative of|What type of institution do you represent?|Target audience|Çalışma alanınız",
		firstName:    "Ime učesnika/učesnice|Име / Ime|Emri i pjesëmarrësit/es",
		sex:          "Стать|Sexe de l’intéressé",
	} {
		for title := range strings.SplitSeq(titles, "|") {
			columns := [][2]string{{"E-mail", "email"}, {"Last name", "last_name"}, {"First name", "first_name"}}
			if f == firstName {
				columns = columns[:2]
			}
			header, rows := tableOf(append(columns, [2]string{title, string(f)}))
			if got := layoutOf(header, rows).fieldOf(len(columns)); got != f {
				t.Errorf("%q is %q, want %q", title, got, f)
			}
		}
	}
	header, rows := tableOf([][2]string{{"First name", "first_name"}, {"Last name", "last_name"}, {"Position", "job_title"}, {"Meslek", "sector"}, {"Username", "email"}, {"Name", "M/M/M"}})
	l := layoutOf(header, rows)
	if l.fieldOf(3) != sector || l.fieldOf(4) != email || l.fieldOf(5) != "" {
		t.Errorf("an occupation beside a position is %q, accounts are %q, a second name is %q", l.fieldOf(3), l.fieldOf(4), l.fieldOf(5))
	}
	if header, rows = tableOf([][2]string{{"First name", "first_name"}, {"E-mail", "email"}, {"Username", "email"}}); layoutOf(header, rows).fieldOf(2) != "" {
		t.Error("an account is taken beside an address that was asked for")
	}
}

// Where a form asks how a registration came, a blank answer bars it: such a column is known by its title alone.
func TestChannelIsKnownByItsTitle(t *testing.T) {
	for _, title := range []string{"How did you send your registration?", "Registration method", "Kako ste podneli ovu prijavu?", "Način podnošenja prijave", "Како се регистриравте?", "Начин на регистрација", "Si u regjistruat?",
		"Mënyra e regjistrimit", "Nasıl kaydoldunuz?", "Başvuru yöntemi", "Cum v-ați înregistrat?", "Modul de înregistrare", "Comment avez-vous soumis votre inscription ?", "Voie d'inscription", "Wie haben Sie sich registriert?", "Art der Registrierung"} {
		header, rows := tableOf([][2]string{{"E-mail", "email"}, {"First name", "first_name"}, {title, "-"}})
		if got := layoutOf(header, rows).fieldOf(2); got != channel {
			t.Errorf("%q is %q", title, got)
		}
	}
}
