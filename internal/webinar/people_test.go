package webinar

import (
	"strings"
	"testing"
)

// speakersOf reads a row of speakers; every entry is "name|position|organisation", with "*" for a moderator and "?" for
// one to be reviewed.
func speakersOf(lines ...string) (entries []string, problems string) {
	r := newReader()
	r.readSpeakers(blocks(strings.Join(lines, "\n")), nil)
	for _, s := range r.outline.Speakers {
		text := s.Name + "|" + s.Role + "|" + s.Organisation
		if s.Moderator {
			text += "*"
		}
		if s.Review {
			text += "?"
		}
		entries = append(entries, text)
	}
	return entries, problemFields(*r.outline)
}

func TestSpeakersRow(t *testing.T) {
	for _, c := range []struct {
		row      string
		want     string // entries, joined by " / "
		problems string
	}{
		// Several people without semicolons.
		{"Ana KOVAČ, Judge, Basic Court of Zenica, Ivo PERIĆ, Prosecutor, State Prosecution and Lea NOVAK, Europol",
			"Ana KOVAČ|Judge|Basic Court of Zenica / Ivo PERIĆ|Prosecutor|State Prosecution / Lea NOVAK||Europol", ""},
		{"Ana Kovač, Judge, Basic Court, Ivo Perić, Prosecutor, State Prosecution",
			"Ana Kovač|Judge|Basic Court, Ivo Perić, Prosecutor, State Prosecution?", "speakers"},
		{"Ana KOVAČ and Ivo PERIĆ, Judges, Basic Court of Zenica", "Ana KOVAČ||? / Ivo PERIĆ|Judges|Basic Court of Zenica", "speakers"},
		// Ranks, degrees and forms of address.
		{"Judge Ana KOVAČ, Basic Court of Zenica; Chief Inspector Ivo PERIĆ, Cybercrime Unit, Ministry of Interior; Prosecutor Lea NOVAK (State Prosecution)",
			"Ana KOVAČ|Judge|Basic Court of Zenica / Ivo PERIĆ|Chief Inspector|Cybercrime Unit, Ministry of Interior / Lea NOVAK|Prosecutor|State Prosecution", ""},
		{"Prof. Dr. Ana KOVAČ, PhD, Associate Professor, Faculty of Law, University of Zenica", "Ana KOVAČ|Associate Professor|Faculty of Law, University of Zenica", ""},
		// Surname first, particles, other scripts.
		{"KOVAČ Ana, Judge, Basic Court; VAN DER MEER Jan, Europol, Specialist; Lea van der BERGH, Europol",
			"KOVAČ Ana|Judge|Basic Court / VAN DER MEER Jan|Specialist|Europol / Lea van der BERGH||Europol", ""},
		{"Гордана ЈАНКОВИЋ, судија, Виши суд у Београду", "Гордана ЈАНКОВИЋ|судија|Виши суд у Београду", ""},
		// Position and organisation in brackets, behind a colon, behind a dash.
		{"Ana KOVAČ (Head of Unit, Example Programme Office), moderator; Ivo PERIĆ (Judge, Basic Court)",
			"Ana KOVAČ|Head of Unit|Example Programme Office* / Ivo PERIĆ|Judge|Basic Court", ""},
		{"Ana Kovač: Judge, Basic Court of Zenica; Ivo Perić (moderator): Project Officer, Example Programme Office",
			"Ana Kovač|Judge|Basic Court of Zenica / Ivo Perić|Project Officer|Example Programme Office*", ""},
		{"Ana KOVAČ, Basic Court of Zenica – Judge", "Ana KOVAČ|Judge|Basic Court of Zenica", ""},
		{"Ivo PERIĆ (Serbia)", "Ivo PERIĆ||?", "speakers"},
		// A programme.
		{"15h00 – 15h10 Opening: Ana KOVAČ, Judge, Basic Court\n15h10 – 15h40 International standards, Ivo PERIĆ, Legal Adviser, Example Programme Office\n15h40 Questions and answers\n16h00 End",
			"Ana KOVAČ|Judge|Basic Court / Ivo PERIĆ|Legal Adviser|Example Programme Office", "speakers speakers"},
		{"14:10 Panel: Lea NOVAKOVSKA (Prosecutor, State Prosecution), Murat AYDOĞMUŞ (Inspector, Ankara Police)",
			"Lea NOVAKOVSKA|Prosecutor|State Prosecution / Murat AYDOĞMUŞ|Inspector|Ankara Police", ""},
		{"Presentation 1: The convention (Ivo PERIĆ, Legal Adviser, Example Programme Office)", "Ivo PERIĆ|Legal Adviser|Example Programme Office", ""},
		// Moderators.
		{"Moderators: Ana KOVAČ, Judge, Basic Court; Ivo PERIĆ, Judge, Basic Court. Speakers: Lea NOVAK, Europol",
			"Ana KOVAČ|Judge|Basic Court* / Ivo PERIĆ|Judge|Basic Court* / Lea NOVAK||Europol", ""},
		{"Ana KOVAČ, Judge, Basic Court; Ivo PERIĆ, Europol; Moderator: Ana KOVAČ", "Ana KOVAČ|Judge|Basic Court* / Ivo PERIĆ||Europol", ""},
		{"Lea NOVAK, Europol; Moderator: to be confirmed", "Lea NOVAK||Europol", "speakers"},
		// Nobody.
		{"Ana KOVAČ, Judge, Basic Court; representative of EUROPOL; Speaker (tbc)", "Ana KOVAČ|Judge|Basic Court", "speakers speakers"},
		{"Experts of the Council of Europe", "", "speakers speakers"},
		// Wrapped lines.
		{"Ana KOVAČ, Judge,\nBasic Court of\nZenica\nIvo PERIĆ, Europol", "Ana KOVAČ|Judge|Basic Court of Zenica / Ivo PERIĆ||Europol", ""},
	} {
		got, problems := speakersOf(c.row)
		if strings.Join(got, " / ") != c.want || problems != c.problems {
			t.Errorf("%q:\n got %s, %s\nwant %s, %s", c.row, strings.Join(got, " / "), problems, c.want, c.problems)
		}
	}
}

// A moderator of a row of their own is a moderator; one named twice is one person.
func TestModeratorsOfARowOfTheirOwn(t *testing.T) {
	r := newReader()
	r.readSpeakers([]string{"Ana KOVAČ, Judge, Basic Court"}, []string{"Ivo PERIĆ, Europol; Ana KOVAČ"})
	if s := r.outline.Speakers; len(s) != 2 || !s[0].Moderator || !s[1].Moderator || s[0].Role != "Judge" {
		t.Errorf("speakers = %+v", s)
	}
}
