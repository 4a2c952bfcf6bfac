package participant

import (
	"reflect"
	"testing"
)

func TestStrip(t *testing.T) {
	cases := []struct {
		display string
		want    Stripped
	}{
		{"Ana Kovač", Stripped{Name: "Ana Kovač"}},
		{"Kovač, Ana", Stripped{Name: "Ana Kovač"}},
		{"KOVAČ, Ana", Stripped{Name: "Ana KOVAČ"}},
		{"Ana, SIPA", Stripped{Name: "Ana", Organisations: []string{"SIPA"}}},
		{"Ana Kovač (SIPA)", Stripped{Name: "Ana Kovač", Organisations: []string{"SIPA"}}},
		{"Ana Kovač, sala 2", Stripped{Name: "Ana Kovač", Devices: []string{"sala 2"}}},
		{"Webex Room 2 (Ana Kovač)", Stripped{Name: "Ana Kovač", Devices: []string{"Webex Room 2"}}},
		{"Shqipe", Stripped{Name: "Shqipe"}},
		{"Shala, Shqipe", Stripped{Name: "Shqipe Shala"}},
		{"Shali Ana (Skype)", Stripped{Name: "Shali Ana", Devices: []string{"Skype"}}},
		{"Vlada Kovač", Stripped{Name: "Vlada Kovač"}},
		{"Mehmet Ün", Stripped{Name: "Mehmet Ün"}},
		{"KULLANICI 2", Stripped{Devices: []string{"KULLANICI 2"}}},
		{"Корисник", Stripped{Devices: []string{"Корисник"}}},
		{"SIP-4012", Stripped{Devices: []string{"SIP-4012"}}},
		{"Ana Kovač - Basic Court in Bar", Stripped{Name: "Ana Kovač", Organisations: []string{"Basic Court in Bar"}}},
		{"MUP KS | Ana Kovač", Stripped{Name: "Ana Kovač", Organisations: []string{"MUP KS"}}},
		{"Montenegro_Ana Kovač", Stripped{Name: "Ana Kovač", Organisations: []string{"Montenegro"}}},
		{"Ana Kovač (Ministry of Justice)", Stripped{Name: "Ana Kovač", Organisations: []string{"Ministry of Justice"}}},
		{"Ana Kovač (Guest)", Stripped{Name: "Ana Kovač", Tags: []string{"Guest"}}},
		{"Ana Kovač (Unverified)", Stripped{Name: "Ana Kovač", Tags: []string{"Unverified"}}},
		{"Ana Kovač (Misafir)", Stripped{Name: "Ana Kovač", Tags: []string{"Misafir"}}},
		{"Ана Ковач (гостин)", Stripped{Name: "Ана Ковач", Tags: []string{"гостин"}}},
		{"Ana Kovač (phone)", Stripped{Name: "Ana Kovač", Tags: []string{"phone"}}},
		{"Ana Kovač (she/her)", Stripped{Name: "Ana Kovač", Tags: []string{"she/her"}}},
		{"Dr. Ana Kovač, PhD", Stripped{Name: "Ana Kovač", Tags: []string{"PhD", "Dr."}}},
		{"sudija Ana Kovač", Stripped{Name: "Ana Kovač", Tags: []string{"sudija"}}},
		{"Prokuror Kovač, Ana", Stripped{Name: "Ana Kovač", Tags: []string{"Prokuror"}}},
		{"обвинител Ана Ковач", Stripped{Name: "Ана Ковач", Tags: []string{"обвинител"}}},
		{"Av. Ayla Uzun", Stripped{Name: "Ayla Uzun", Tags: []string{"Av."}}},
		{"Hakim Demir", Stripped{Name: "Hakim Demir"}},
		{"07. Ana Kovač", Stripped{Name: "Ana Kovač", Tags: []string{"07."}}},
		{"🎓 Ana Kovač ⚖️", Stripped{Name: "Ana Kovač"}},
		{"iPhone (Ylli)", Stripped{Name: "Ylli", Devices: []string{"iPhone"}}},
		{"Ana's iPad Pro", Stripped{Name: "Ana", Devices: []string{"iPad Pro"}}},
		{"LAPTOP-9QX41", Stripped{Devices: []string{"LAPTOP-9QX41"}}},
		{"+389***1207", Stripped{Devices: []string{"+389***1207"}}},
		{"ana_kovač", Stripped{Name: "ana kovač"}},
		{"KovaÄ\u008d Ana", Stripped{Name: "Kovač Ana"}},
		{"KOVAČ, ANA", Stripped{Name: "ANA KOVAČ"}},
		{"Kovač, ANA", Stripped{Name: "ANA Kovač"}},
		{"ANA", Stripped{Name: "ANA"}},
		{"Ana Kovač, FIU", Stripped{Name: "Ana Kovač", Organisations: []string{"FIU"}}},
		{"", Stripped{}},
	}
	for _, c := range cases {
		if got := Strip(c.display); !reflect.DeepEqual(got, c.want) {
			t.Errorf("Strip(%q)\n got %+q\nwant %+q", c.display, got, c.want)
		}
	}
}

func TestIsDevice(t *testing.T) {
	for _, s := range []string{"iPhone", "iPhone 11 Pro", "iPad", "Galaxy A50", "DESKTOP-8K2", "Redmi Note 9", "HUAWEI Y6", "SM-G960F", "Conference Room 2", "Admin", "PC", "Сала 3", "Zoom user"} {
		if !IsDevice(s) {
			t.Errorf("IsDevice(%q) = false", s)
		}
	}
	for _, s := range []string{"Ana Kovač", "iPhone (Ylli)", "Ana's iPhone", "Ana", "", "+38970123456", "Nokia Prifti", "Sala Hodža Petrova"} {
		if IsDevice(s) {
			t.Errorf("IsDevice(%q) = true", s)
		}
	}
}

func TestIsPhoneName(t *testing.T) {
	for _, s := range []string{"+381641234567", "38344****10", "+387***3018", "Call-in User 3", "Call-in user 6940", "Anonymous", "(389) 70-123-456", "Anonim"} {
		if !IsPhoneName(s) {
			t.Errorf("IsPhoneName(%q) = false", s)
		}
	}
	for _, s := range []string{"Ana Kovač", "Ana +38164123", "iPhone", "12", "", "Anonymous Kovač", "x"} {
		if IsPhoneName(s) {
			t.Errorf("IsPhoneName(%q) = true", s)
		}
	}
}

func TestSamePhone(t *testing.T) {
	if !SamePhone("+389 70 123 456", "00389-70123456") || !SamePhone("070123456", "+38970123456") {
		t.Error("one number in two spellings must be one")
	}
	if SamePhone("+38970123456", "+38970123457") || SamePhone("***3456", "+38970123456") || SamePhone("", "") {
		t.Error("other, masked and empty numbers are never the same")
	}
}

func TestNormaliseEmail(t *testing.T) {
	for in, want := range map[string]string{
		" Ana.KOVAC+zoom@Mail.Example ": "ana.kovac@mail.example", "mailto:a@b.example": "a@b.example", "<a@b.example>;": "a@b.example",
		"İPEK@MAIL.EXAMPLE": "ipek@mail.example", "\u200ba@b.example": "a@b.example",
		"a@b": "", "a@@b.example": "", "a b@c.example": "", "@b.example": "", "a@b.": "", "": "", "n/a": "",
	} {
		if got := NormaliseEmail(in); got != want {
			t.Errorf("NormaliseEmail(%q) = %q, want %q", in, got, want)
		}
	}
	if EmailDomain("A@B.Example") != "b.example" || EmailLocal("A+x@B.Example") != "a" || EmailDomain("none") != "" {
		t.Error("domain or local part")
	}
}

func TestParseSex(t *testing.T) {
	for sex, words := range map[Sex][]string{
		Women:     {"F", "Female", "Woman", "ženski", "Женски", "жена", "Kadın", "KADIN", "Femër", "feminin", "Ms", "Ž", "ž", "Ж", "K", "Žena", "Female / Žena", "Female (F)", "Mrs/Ms", "W", "female ", "Femeie", "Г-ѓа", "Жен.", "женский", "fem.", "θηλυκό", "Θήλυ", "Γυναίκα", "Θ", "ქალი", "მდედრობითი", "ženska", "femmina", "жін.", "Woman (she/her)", "cis woman"},
		Men:       {"M", "male", "muški", "Машки", "маж", "Erkek", "Mashkull", "bărbat", "Mr.", "Машко", "Мушко", "М", "E", "M / Erkek", "Male (he/him)", "Bay", "Homme", "муж.", "мужской", "чол.", "masc.", "αρσενικό", "Άρρεν", "Άνδρας", "Α", "კაცი", "მამრობითი", "moški", "muž", "maschio"},
		OtherSex:  {"other", "Non-binary", "diğer", "друго", "X", "x", "divers", "άλλο", "nebinarna"},
		NotStated: {"", " ", "Prefer not to say", "n/a", "Ana", "-", "Male/Female", "Male or Female", "Belirtmek istemiyorum", "Ne želim se izjasniti", "1", "Z.", "Z", "A", "Άνδρας / Γυναίκα", "не бажаю вказувати"},
	} {
		for _, w := range words {
			if got := ParseSex(w); got != sex {
				t.Errorf("ParseSex(%q) = %s, want %s", w, got, sex)
			}
		}
	}
}
