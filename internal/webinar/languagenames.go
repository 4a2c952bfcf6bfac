package webinar

import (
	"sync"

	"rapporteur/internal/participant"
)

// languageNames are the languages of the region, of the office and of its neighbours: BCP 47 tag, then the names they
// are printed under; the first one is the English name.
var languageNames = map[string][]string{
	"en":  {"English", "anglais", "engleski", "anglisht", "İngilizce", "engleză"},
	"fr":  {"French", "français"},
	"de":  {"German", "allemand"},
	"sq":  {"Albanian", "albanais", "shqip"},
	"bs":  {"Bosnian", "bosniaque", "bosanski"},
	"hr":  {"Croatian", "croate", "hrvatski"},
	"sr":  {"Serbian", "serbe", "srpski"},
	"cnr": {"Montenegrin", "monténégrin", "crnogorski"},
	"mk":  {"Macedonian", "macédonien", "makedonski"},
	"tr":  {"Turkish", "turc", "Türkçe"},
	"ro":  {"Romanian", "roumain", "română"},
	"bg":  {"Bulgarian", "bulgare"},
	"el":  {"Greek", "grec"},
	"sl":  {"Slovenian", "Slovene", "slovène"},
	"uk":  {"Ukrainian", "ukrainien"},
	"ru":  {"Russian", "russe"},
	"hy":  {"Armenian", "arménien"},
	"az":  {"Azerbaijani", "Azeri"},
	"ka":  {"Georgian", "géorgien"},
	"it":  {"Italian", "italien"},
	"es":  {"Spanish", "espagnol", "castellano"},
	"pt":  {"Portuguese", "portugais"},
	"hu":  {"Hungarian", "hongrois"},
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
