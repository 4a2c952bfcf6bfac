package webinar

import (
	"sync"

	"rapporteur/internal/participant"
)

// languageNames are the languages of the region, of the office and of its neighbours: BCP 47 tag, then the names they
// are printed under; the first one is the English name.
var languageNames = map[string][]string{
	"en":  {"English", "anglais", "engleski", "anglisht", "İngilizce", "engleză", "angleski", "англиски", "inglese", "engleza", "Englisch", "inglés"},
	"fr":  {"French", "français", "francuski", "француски", "frëngjisht", "Fransızca", "franceză", "Französisch", "francese"},
	"de":  {"German", "allemand", "njemački", "nemački", "немачки", "германски", "gjermanisht", "Almanca", "germană", "Deutsch"},
	"sq":  {"Albanian", "albanais", "shqip", "albanski", "албански", "Arnavutça", "albaneză"},
	"bs":  {"Bosnian", "bosniaque", "bosanski", "босански", "boshnjakisht", "Boşnakça", "bosniacă"},
	"hr":  {"Croatian", "croate", "hrvatski", "хрватски", "kroatisht", "Hırvatça", "croată"},
	"sr":  {"Serbian", "serbe", "srpski", "српски", "serbisht", "Sırpça", "sârbă"},
	"cnr": {"Montenegrin", "monténégrin", "crnogorski", "црногорски", "malazezisht", "Karadağca", "muntenegreană"},
	"mk":  {"Macedonian", "macédonien", "makedonski", "македонски", "maqedonisht", "Makedonca", "macedoneană"},
	"tr":  {"Turkish", "turc", "Türkçe", "turski", "турски", "turqisht", "turcă", "Türkisch", "turco"},
	"ro":  {"Romanian", "roumain", "română", "rumunski", "румунски", "rumanisht", "Rumence", "româna", "Rumänisch"},
	"bg":  {"Bulgarian", "bulgare", "bugarski", "бугарски", "Bulgarca", "bulgară"},
	"el":  {"Greek", "grec", "grčki", "грчки", "greqisht", "Yunanca", "greacă"},
	"sl":  {"Slovenian", "Slovene", "slovène"},
	"uk":  {"Ukrainian", "ukrainien", "ukrajinski", "українська", "Ukraynaca", "ucraineană"},
	"ru":  {"Russian", "russe", "ruski", "руски", "rusisht", "Rusça", "rusă"},
	"hy":  {"Armenian", "arménien"},
	"az":  {"Azerbaijani", "Azeri"},
	"ka":  {"Georgian", "géorgien"},
	"it":  {"Italian", "italien", "talijanski", "italijanski", "италијански", "italisht", "İtalyanca", "italiană", "italiano"},
	"es":  {"Spanish", "espagnol", "castellano", "španski", "шпански", "spanjisht", "İspanyolca", "spaniolă"},
	"pt":  {"Portuguese", "portugais"},
	"hu":  {"Hungarian", "hongrois", "mađarski", "Macarca", "maghiară"},
	"pl":  {"Polish", "polonais"},
	"cs":  {"Czech", "tchèque"},
	"sk":  {"Slovak", "slovaque"},
	"ar":  {"Arabic", "arabe"},
	"nl":  {"Dutch", "néerlandais"},
	"sv":  {"Swedish", "suédois"},
	"da":  {"Danish", "danois"},
	"no":  {"Norwegian", "norvégien"},
	"fi":  {"Finnish", "finnois"},
	"et":  {"Estonian", "estonien"},
	"lv":  {"Latvian", "letton"},
	"lt":  {"Lithuanian", "lituanien"},
	"be":  {"Belarusian"},
	"mt":  {"Maltese"},
	"ga":  {"Irish"},
	"is":  {"Icelandic"},
	"he":  {"Hebrew"},
	"fa":  {"Persian", "Farsi"},
	"ur":  {"Urdu"},
	"hi":  {"Hindi"},
	"zh":  {"Chinese", "Mandarin", "chinois"},
	"ja":  {"Japanese"},
	"ko":  {"Korean"},
	"id":  {"Indonesian"},
	"ms":  {"Malay"},
	"th":  {"Thai"},
	"vi":  {"Vietnamese"},
	"fil": {"Filipino"},
	"si":  {"Sinhala"},
	"ta":  {"Tamil"},
	"sw":  {"Swahili", "Kiswahili"},
	"kk":  {"Kazakh"},
	"ky":  {"Kyrgyz"},
	"uz":  {"Uzbek"},
	"tg":  {"Tajik"},
	"tk":  {"Turkmen"},
	"mn":  {"Mongolian"},
	"rom": {"Romani"},
}

// languageGroups are the words for several languages of the region that share one interpretation.
var languageGroups = map[string][]string{
	"BCMS": {"bs", "hr", "cnr", "sr"},
	"BCS":  {"bs", "hr", "sr"},
	"BHS":  {"bs", "hr", "sr"},
}

var tagOfLanguage = sync.OnceValue(func() map[string]string {
	tags := map[string]string{}
	for tag, names := range languageNames {
		for _, n := range names {
			tags[participant.Fold(n)] = tag
		}
	}
	return tags
})
