package sector

import "testing"

func TestHints(t *testing.T) {
	for _, c := range []struct{ organisation, title, phone, domain, want string }{
		{"Osnovni sud u Kotoru", "sutkinja", "", "", "ME"},
		{"Судија Основног суда у Шапцу", "", "", "", "RS"},
		{"Kantonalni sud Bihać", "", "", "", "BA"},
		{"Gjykata Themelore Pejë", "", "", "", "XK"},
		{"Prokuroria pranë Gjykatës së Shkallës së Parë Vlorë", "", "", "", "AL"},
		{"ОЈО Струмица", "обвинител", "", "", "MK"},
		{"Konya Cumhuriyet Başsavcılığı", "", "", "", "TR"},
		{"Ministarstvo pravde Crne Gore", "", "", "", "ME"},
		{"Ministarstvo pravde", "", "", "", ""},
		{"Osnovni sud", "sudija", "", "", ""},
		{"Policija, Sremska Mitrovica", "", "", "", "RS"},
		{"KPK", "", "", "", ""}, // a council of prosecutors here, a commission there
		{"EULEX Kosovo", "", "", "", ""},
		{"Embassy of Turkey in Tirana", "", "", "", ""},
		{"NCB Interpol Tirana", "", "", "", "AL"},
		{"Osnovni sud Kotor and Osnovni sud Šabac", "", "", "", ""},
		{"", "", "+383 44 123 456", "", "XK"},
		{"", "", "00381 64 123", "", "RS"},
		{"", "", "+381 (0)38 123", "", "XK"}, // before +383; the nought is dialled at home alone
		{"", "", "+381****38", "", "RS"},
		{"", "", "+381 38 500 600", "", "XK"},
		{"", "", "064 123 456", "", ""},
		{"", "", "+90 392 22", "", ""},
		{"", "", "+3876***12", "", "BA"},
		{"", "", "", "mup.gov.rs", "RS"},
		{"", "", "", "proton.me", ""},
		{"", "", "", "mpravde.gov.me", "ME"},
		{"", "", "", "rks-gov.net", "XK"},
		{"", "", "", "gmail.com", ""},
		{"Osnovni sud u Kotoru", "", "+381 11 222", "", ""},
		{"Osnovni sud u Kotoru", "", "+382 67 222", "gov.me", "ME"},
	} {
		in := Input{Organisation: c.organisation, JobTitle: c.title, EmailDomain: c.domain}
		if hints := Hints(in, c.phone); Proposed(hints) != c.want {
			t.Errorf("%+v: proposed %q (%v)", c, Proposed(hints), hints)
		}
	}
}

func TestCountryConflict(t *testing.T) {
	hints := Hints(Input{Organisation: "Osnovni sud u Kotoru", EmailDomain: "sud.rs"}, "+381 11 222")
	if got := CountryConflict("RS", hints); len(got) != 1 || got[0].Country != "ME" {
		t.Errorf("declared Serbia: %v", got)
	}
	if got := CountryConflict("", hints); len(got) != 0 {
		t.Errorf("nothing declared: %v", got)
	}
	if got := CountryConflict("ME", Hints(Input{EmailDomain: "sud.rs"}, "")); len(got) != 0 {
		t.Errorf("a mail domain contradicts: %v", got)
	}
}
