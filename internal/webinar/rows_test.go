package webinar

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func newReader() *reader { return &reader{outline: &Outline{Sources: map[string]string{}}} }

func TestLanguageRow(t *testing.T) {
	for _, c := range []struct{ text, language, interpretation, problems string }{
		{"The webinar is in English . There is no interpretation.", "en", "", ""},
		{"English . No interpretation is foreseen.", "en", "", ""},
		{"English without interpretation", "en", "", ""},
		{"English with interpretation into Serbian and Turkish", "en", "sr tr", ""},
		{"English with simultaneous interpretation into Turkish, Albanian and Serbian.", "en", "tr sq sr", ""},
		{"Working language: English. Interpretation into Albanian will be available.", "en", "sq", ""},
		{"The working language is English; Serbian and Turkish interpretation is provided.", "en", "sr tr", ""},
		{"French, with interpretation from French into English", "fr", "en", ""},
		{"English/French (interpretation not provided)", "en", "", "language"},
		{"Anglais, sans interprétation", "en", "", ""},
		{"English", "en", "", "interpretation"},
		{"English, interpretation on request", "en", "", "interpretation"},
		{"To be announced", "", "", "language interpretation"},
		{"English only", "en", "", ""},
		{"English, with simultaneous interpretation into Albanian, Bosnian/Croatian/Montenegrin/Serbian, Macedonian and Turkish", "en", "sq bs hr cnr sr mk tr", ""},
		{"English with interpretation into BCMS and Albanian", "en", "bs hr cnr sr sq", ""},
		{"English and Russian (simultaneous interpretation will be available)", "en", "ru", ""},
		{"English. Interpretation will not be provided.", "en", "", ""},
		{"English. The webinar will not be interpreted.", "en", "", ""},
		{"English with interpretation into Elbonian and Turkish", "en", "tr", "interpretation"},
		{"English. Interpretation will be provided, but not into Turkish.", "en", "", "interpretation"},
		{"English with interpretation into the languages of the region", "en", "", "interpretation"},
		{"English, with slides in Turkish", "en", "", "language interpretation"},
	} {
		r := newReader()
		r.readLanguage(c.text, "")
		if r.outline.Language != c.language || strings.Join(r.outline.Interpretation, " ") != c.interpretation {
			t.Errorf("%q: %q %q, want %q %q", c.text, r.outline.Language, r.outline.Interpretation, c.language, c.interpretation)
		}
		if got := problemFields(*r.outline); got != c.problems {
			t.Errorf("%q: problems %q, want %q", c.text, got, c.problems)
		}
	}
}

func TestSpeakerEntry(t *testing.T) {
	for _, c := range []struct {
		text string
		want Speaker
	}{
		{"Radu ALBESCU, Head of Unit, Example Programme Office-moderator", Speaker{Name: "Radu ALBESCU", Role: "Head of Unit", Organisation: "Example Programme Office", Moderator: true}},
		{"Radu ALBESCU, Head of Unit, Example Programme Office (EX-PO) – moderator", Speaker{Name: "Radu ALBESCU", Role: "Head of Unit", Organisation: "Example Programme Office (EX-PO)", Moderator: true}},
		{"Radu ALBESCU (moderator), Head of Unit, Example Programme Office", Speaker{Name: "Radu ALBESCU", Role: "Head of Unit", Organisation: "Example Programme Office", Moderator: true}},
		{"Moderator: Radu ALBESCU, Head of Unit, Example Programme Office", Speaker{Name: "Radu ALBESCU", Role: "Head of Unit", Organisation: "Example Programme Office", Moderator: true}},
		{"Radu ALBESCU, Head of Unit, Example Programme Office (moderator).", Speaker{Name: "Radu ALBESCU", Role: "Head of Unit", Organisation: "Example Programme Office", Moderator: true}},
		{"Mr Conor DELAHUNTY, team leader (analysis of offences, victims and offenders), Partner Agency", Speaker{Name: "Conor DELAHUNTY", Role: "team leader", Organisation: "Partner Agency", Note: "analysis of offences, victims and offenders"}},
		{"Conor DELAHUNTY, Europol, team leader of a project (for all kinds of it)", Speaker{Name: "Conor DELAHUNTY", Role: "team leader of a project", Organisation: "Europol", Note: "for all kinds of it"}},
		{"İsmail ÖZBAY, Inspector, Cybercrime Department, Ankara Police", Speaker{Name: "İsmail ÖZBAY", Role: "Inspector", Organisation: "Cybercrime Department, Ankara Police"}},
		{"Ana KOVAČ, Judge at the Basic Court of Zenica", Speaker{Name: "Ana KOVAČ", Role: "Judge", Organisation: "Basic Court of Zenica"}},
		{"Ana KOVAČ – Judge, Deputy President, Basic Court of Zenica", Speaker{Name: "Ana KOVAČ", Role: "Judge, Deputy President", Organisation: "Basic Court of Zenica"}},
		{"Ana KOVAČ, Basic Court of Zenica", Speaker{Name: "Ana KOVAČ", Organisation: "Basic Court of Zenica"}},
		{"14h00 Ana KOVAČ, Director General, Ministry of Justice", Speaker{Name: "Ana KOVAČ", Role: "Director General", Organisation: "Ministry of Justice"}},
		{"Ana KOVAČ, Prosecutor, Prosecutor's Office/Cybercrime Section", Speaker{Name: "Ana KOVAČ", Role: "Prosecutor", Organisation: "Prosecutor's Office/Cybercrime Section"}},
		// Open: two organisations run together, nothing behind the name, a word that is neither, two people, no name.
		{"Ana KOVAČ, Director, National Institute for Training & Technology International Centre of Research", Speaker{Name: "Ana KOVAČ", Role: "Director", Organisation: "National Institute for Training & Technology International Centre of Research", Review: true}},
		{"Ana KOVAČ", Speaker{Name: "Ana KOVAČ", Review: true}},
		{"Ana KOVAČ, Zenica", Speaker{Name: "Ana KOVAČ", Review: true}},
		{"Ana KOVAČ and Ivo PERIĆ, Judges, Basic Court", Speaker{Name: "Ana KOVAČ and Ivo PERIĆ", Role: "Judges", Organisation: "Basic Court", Review: true}},
		{"Ministry of Justice, Head of Unit", Speaker{Name: "Ministry of Justice", Role: "Head of Unit", Review: true}},
	} {
		c.want.Source = c.text
		if got := parseSpeaker(c.text); got != c.want {
			t.Errorf("%q:\n got %+v\nwant %+v", c.text, got, c.want)
		}
	}
}

func TestSpeakersArePartedAtSemicolonsOrLines(t *testing.T) {
	for name, lines := range map[string][]string{
		"one text":         {"Ana KOVAČ, Judge, Basic Court (civil; criminal); Ivo PERIĆ, Prosecutor, State Prosecution."},
		"wrapped":          {"Ana KOVAČ, Judge,", "Basic Court (civil; criminal); Ivo PERIĆ,", "Prosecutor, State Prosecution."},
		"one to a line":    {"Speakers:", "Ana KOVAČ, Judge, Basic Court (civil; criminal);", "Ivo PERIĆ, Prosecutor, State Prosecution"},
		"list":             {"• Ana KOVAČ, Judge, Basic Court (civil; criminal);", "• Ivo PERIĆ, Prosecutor, State Prosecution."},
		"list, numbered":   {"• 1. Ana KOVAČ, Judge, Basic Court (civil; criminal)", "• 2. Ivo PERIĆ, Prosecutor, State Prosecution"},
		"lines, no commas": {"1) Ana KOVAČ, Judge, Basic Court (civil, criminal)", "2) Ivo PERIĆ, Prosecutor, State Prosecution"},
	} {
		r := newReader()
		r.readSpeakers(lines, nil)
		var names []string
		for _, s := range r.outline.Speakers {
			names = append(names, s.Name+"|"+s.Role)
		}
		if want := []string{"Ana KOVAČ|Judge", "Ivo PERIĆ|Prosecutor"}; !reflect.DeepEqual(names, want) {
			t.Errorf("%s: %q, want %q", name, names, want)
		}
	}
}

func TestParticipantsRow(t *testing.T) {
	for _, c := range []struct {
		text     string
		capacity int
		audience string
		days     int
	}{
		{"Up to 300 participants can take part.", 300, "", 0},
		{"There is room for up to three hundred participants.", 300, "", 0},
		{"A maximum of 1,000 participants.", 1000, "", 0},
		{"The number of participants is limited to 80.", 80, "", 0},
		{"120 places are available.", 120, "", 0},
		{"The first 250 persons registered can take part.", 250, "", 0},
		{"The platform can accommodate 500 persons", 500, "", 0},
		{"No more than one hundred and twenty participants", 120, "", 0},
		{"Maximum number of participants: 60", 60, "", 0},
		{"300", 300, "", 0},
		{"Up to 300 participants, up to 40 of each country/area.", 300, "", 0},
		{"For judges, prosecutors and police officers.", 0, "judiciary prosecution police", 0},
		{"Officials of the criminal justice sector (judiciary, prosecutors, law enforcement agencies, and other relevant officials).", 0, "judiciary prosecution police officials", 0},
		{"Investigators and staff of ministries and FIUs", 0, "police officials", 0},
		{"Everyone gets a confirmation email one day prior to the event.", 0, "", 1},
		{"Confirmations with the link go out two days before the webinar.", 0, "", 2},
		{"On the eve of the webinar the connection details are sent.", 0, "", 1},
		{"24 hours before the event participants receive instructions on how to connect.", 0, "", 1},
		{"A confirmation follows one week in advance.", 0, "", 7},
		{"Registration closes two days before the webinar.", 0, "", 0},
		{"A confirmation is sent two (2) days before the webinar.", 0, "", 2},
		{"The link is sent 48h prior to the event.", 0, "", 2},
		{"D-1: confirmation emails", 0, "", 1},
		{"Confirmations go out on the day of the webinar.", 0, "", 0},
		{"Confirmation follows the day preceding the webinar", 0, "", 1},
	} {
		r := newReader()
		r.readParticipants([]string{c.text}, nil, nil, "")
		o := r.outline
		if o.Capacity != c.capacity || strings.Join(o.Audience, " ") != c.audience || o.ConfirmationDays != c.days {
			t.Errorf("%q: capacity %d, audience %q, days %d, want %d, %q, %d", c.text, o.Capacity, o.Audience, o.ConfirmationDays, c.capacity, c.audience, c.days)
		}
		for field, open := range map[string]bool{"capacity": c.capacity == 0, "audience": c.audience == "", "confirmation_days": c.days == 0} {
			if strings.Contains(problemFields(*o), field) != open {
				t.Errorf("%q: problems %q, %s open is %v", c.text, problemFields(*o), field, open)
			}
		}
	}
}

func TestWebsiteOnly(t *testing.T) {
	for text, want := range map[string]bool{
		"Only registrations sent through the website are confirmed.":                                        true,
		"Please register on the website: registrations that reach us in any other way cannot be confirmed.": true,
		"Registration is possible only via the online form.":                                                true,
		"Registrations are accepted exclusively through our website.":                                       true,
		"Registrations by e-mail or phone will not be considered.":                                          true,
		"Register through the web page only.":                                                               true,
		"Kindly use the form. Requests sent by other means will not be confirmed.":                          true,
		"Seules les inscriptions sur le site seront confirmées.":                                            true,
		"Only registrations sent by this link will be confirmed.":                                           true,
		"Kindly note that registration is only possible online.":                                            true,
		"Register on the website; registrations by e-mail will be disregarded.":                             true,
		"Only registered participants will receive the link.":                                               false,
		"Please register on the website.":                                                                   false,
		"You can register on the website or by e-mail.":                                                     false,
		"Registration is open not only on the website.":                                                     false,
		"Only the first 300 registrations on the website can be taken.":                                     false,
		"Please register until 26 May. For questions write us an e-mail.":                                   false,
	} {
		r := newReader()
		r.readRegistration(text)
		if r.outline.WebsiteOnly != want {
			t.Errorf("%q: %v, want %v", text, r.outline.WebsiteOnly, want)
		}
		if got := strings.Contains(problemFields(*r.outline), "website_only"); got == want {
			t.Errorf("%q: problem %v beside %v", text, got, want)
		}
	}
}

func TestResourceEntry(t *testing.T) {
	for text, want := range map[string]string{
		"Example Programme Office, Guide to electronic evidence": "Example Programme Office|Guide to electronic evidence",
		"Partner Agency: Trends 2019":                            "Partner Agency|Trends 2019",
		"Network (NET) : Model law. A global review":             "Network (NET)|Model law. A global review",
		"Manual on search, seizure and confiscation":             "|Manual on search, seizure and confiscation",
		"Convention of 2001":                                     "|Convention of 2001",
		"Centre (law, policy): Review: second part":              "Centre (law, policy)|Review: second part",
		"https://www.example.org/a:b":                            "|https://www.example.org/a:b",
		"Office, Convention (https://www.example.org/c?x=(2)).":  "Office|Convention",
		"[Report](https://www.example.org/r)":                    "|Report",
		"Forum page: www.example.org/forum":                      "|Forum page",
		"Office: Guide – https://www.example.org/g":              "Office|Guide",
	} {
		got := parseResource(text)
		if got.Owner+"|"+got.Title != want || got.Source != text {
			t.Errorf("%q: %+v, want %q", text, got, want)
		}
		if again := parseResource(printResource(got)); again.Owner != got.Owner || again.Title != got.Title || again.URL != got.URL {
			t.Errorf("%q printed as %q: %+v", text, printResource(got), again)
		}
	}
	for text, want := range map[string]string{
		"Office, Convention (https://www.example.org/c?x=(2)).": "https://www.example.org/c?x=(2)",
		"Guide: www.example.org/g, second edition":              "www.example.org/g",
		"Guide of 2019": "",
	} {
		if got := parseResource(text).URL; got != want {
			t.Errorf("%q: address %q, want %q", text, got, want)
		}
	}
}

func TestResultAndItsGroups(t *testing.T) {
	for _, c := range []struct {
		text     string
		result   int
		groups   string
		problems string
	}{
		{"as part of Result/Immediate outcome 7", 7, "", ""},
		{"It contributes to Immediate Outcome 3 of the project.", 3, "", ""},
		{"Under Result no. 12", 12, "", ""},
		{"under result seven", 7, "", ""},
		{"Results 6 and 7", 6, "", "result"},
		{"The results are good.", 0, "", "result"},
		{"Result 7: between cybercrime units, financial investigation units, FIUs and authorities for mutual legal assistance", 7,
			"cybercrime_unit financial_investigation_unit fiu judicial_cooperation_authority", ""},
		{"Result 7: judicial co-operation", 7, "judicial_cooperation_authority", ""},
		{"Result/Immediate Outcome VII", 7, "", ""},
		{"It falls under Result IV.", 4, "", ""},
		{"Immediate outcome: 4", 4, "", ""},
		{"under Result no. 3.2 of the workplan", 3, "", ""},
		{"As a result 5 countries adopted laws. Immediate outcome 2 is concerned.", 2, "", ""},
		{"Results 1, 2 and 7", 1, "", "result"},
		{"As a result 12 countries joined.", 0, "", "result"},
		{"Result X", 0, "", "result"},
		{"Activity 7.3 of the workplan", 0, "", "result"},
		{"results of 12 cases", 0, "", "result"},
	} {
		r := newReader()
		r.readActivities([]string{c.text}, nil)
		o := r.outline
		if o.Result != c.result || strings.Join(o.ResultGroups, " ") != c.groups || problemFields(*o) != c.problems {
			t.Errorf("%q: %d %q %q, want %+v", c.text, o.Result, o.ResultGroups, problemFields(*o), c)
		}
	}
}

func TestItems(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{`<ul style="list-style-type: none"> • One. Still one • Two • Three`, "One. Still one|Two|Three"},
		{"<ul><li>One;</li><li><p>Two; and</p></li><li>Three.</ul>", "One|Two|Three."},
		{"Participants will:\n- know one\n- know\u00a0two\n  and more\n– three", "know one|know two and more|three"},
		{"1) One 2) Two 3) Three", "One|Two|Three"},
		{"1. One\n2. Two", "One|Two"},
		{"In 2019 (2) something happened", "In 2019 (2) something happened"},
		{"a) One b) Two c) Three", "One|Two|Three"},
		{"Participants will: (i) know one; (ii) know two; and (iii) know three.", "know one|know two|know three."},
		{"Know one; know two", "Know one|know two"},
		{"✓ One ✓ Two", "One|Two"},
		{"By the end participants can: <ul><li>one</li><li>two</ul>", "one|two"},
		{"One &amp; &lt;b&gt;two&lt;/b&gt;", "One & two"},
	} {
		if got := strings.Join(items(blocks(c.cell)), "|"); got != c.want {
			t.Errorf("%q: %q, want %q", c.cell, got, c.want)
		}
	}
}

func TestAcronyms(t *testing.T) {
	text := "Online child sexual exploitation and abuse (OCSEA) concerns FIUs. Financial intelligence units (FIUs) and the T-CY met on OCSEA during COVID-19, says Anna (NY) in Zagreb."
	got := fmt.Sprint(Acronyms(text))
	want := "[{COVID-19 } {FIU Financial intelligence units} {NY } {OCSEA Online child sexual exploitation and abuse} {T-CY }]"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
