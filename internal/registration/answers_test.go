package registration

import "testing"

func TestParseChannel(t *testing.T) {
	for text, want := range map[string]Channel{
		"website": Website, "Website ": Website, "web": Website, "Online form": Website, "via the website": Website, "Submitted through the website": Website,
		"web sitesi": Website, "faqja e internetit": Website, "veb sajt": Website, "веб страна": Website, "Site web": Website, "EUSurvey": Website,
		"e-mail": Email, "Email": Email, "by e-mail": Email, "E-pošta": Email, "e-posta ile": Email, "електронска пошта": Email,
		"phone": Phone, "Telephone call": Phone, "by phone": Phone, "telefonom": Phone, "телефон": Phone,
		"forwarded by partner institution": Other, "forwarded by e-mail": Other, "website and e-mail": Other, "not via the website": Other, "fax": Other, "colleague": Other,
		"Website registration form": Website, "Internet stranica projekta": Website, "Преку веб-страница": Website, "Prin site-ul web": Website, "on the site": Website, "webinar": Other, "on-site": Other, "Mail from the ministry": Other,
		"www": Website, "WEB SAYFASI": Website, "sito web": Website, "the link on the website": Website, "project website (EN)": Website, "a link sent by e-mail": Email, "Anruf": Phone, "Телефонски повик": Phone, "pozivom": Phone,
		"Telefonom": Phone, "прекo телефон": Phone, "E-postayla": Email, "Me postë elektronike": Email,
		"": "", "  ": "", "-": "", "n/a": "", "\u00a0": "",
	} {
		if got := ParseChannel(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestParseConsent(t *testing.T) {
	for text, want := range map[string]Consent{
		"Yes": Accepted, "yes": Accepted, "1": Accepted, "X": Accepted, "✓": Accepted, "TRUE": Accepted, "Po": Accepted, "Da": Accepted, "Да": Accepted, "Evet": Accepted,
		"Oui": Accepted, "Ja": Accepted, "Prihvatam": Accepted, "Kabul ediyorum": Accepted, "I agree to the rules of engagement": Accepted, "Yes, I accept": Accepted,
		"I have read and accept the rules": Accepted, "Pajtohem me rregullat": Accepted, "Ги прифаќам правилата": Accepted, "Kuralları kabul ediyorum": Accepted, "Sunt de acord": Accepted, "Ich stimme zu": Accepted, "Accepted": Accepted, "on": Accepted,
		"": Refused, " ": Refused, "No": Refused, "0": Refused, "FALSE": Refused, "Jo": Refused, "Ne": Refused, "Не": Refused, "Hayır": Refused, "Non": Refused,
		"I do not agree": Refused, "perhaps": Refused, "Ne prihvatam": Refused, "Nuk pranoj": Refused, "Yes, but not all": Refused,
		"Не прифаќам": Refused, "Kabul etmiyorum": Refused, "Nu sunt de acord": Refused, "Je n’accepte pas": Refused, "Ich stimme nicht zu": Refused, "I decline": Refused, "Not accepted": Refused, "I agree with some of them": Refused, "Teilweise einverstanden": Refused, "Kako da ne znam": Refused,
	} {
		if got := ParseConsent(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSplitName(t *testing.T) {
	for full, want := range map[string]string{
		"Ana Kovač": "Ana|Kovač", "KOVAČ Ana": "Ana|KOVAČ", "Ana Marija KOVAČ PERIĆ": "Ana Marija|KOVAČ PERIĆ", "Kovač, Ana": "Ana|Kovač",
		"Ana Marija Kovač": "Ana Marija|Kovač", "Ana": "Ana|", "ANA KOVAČ": "ANA|KOVAČ",
	} {
		first, last := splitName(full, false)
		if first+"|"+last != want {
			t.Errorf("%q: %q, want %q", full, first+"|"+last, want)
		}
	}
}
