package webinar

import (
	"strings"
	"sync"
	"time"

	"rapporteur/internal/participant"
)

// monthTable lists the months in English and in the languages of the region and of the office, January first; the
// abbreviations are matched by their beginning.
var monthTable = [12]string{
	"january janvier januar ocak ianuarie janar јануари јануар sijecanj",
	"february février februar subat februarie shkurt фебруари фебруар veljaca",
	"march mars mart martie marzo märz март ozujak",
	"april avril nisan aprilie prill април travanj",
	"may mai maj mayis мај svibanj",
	"june juin jun juni haziran iunie qershor јуни јун lipanj",
	"july juillet jul juli temmuz iulie korrik јули јул srpanj",
	"august août avgust agustos gusht август kolovoz",
	"september septembre septembar septembrie eylul shtator септември септембар rujan",
	"october octobre oktobar oktober octombrie ekim tetor октомври октобар listopad",
	"november novembre novembar noiembrie kasim nentor ноември новембар studeni",
	"december décembre decembar dezember decembrie aralik dhjetor декември децембар prosinac",
}

// monthEndings are the endings of the genitive ("28. maja 2020") that dates take in the region.
var monthEndings = []string{"", "a", "u", "i", "it"}

var monthWords = sync.OnceValue(func() map[string]time.Month {
	words := map[string]time.Month{}
	for i, list := range monthTable {
		for _, w := range strings.Fields(list) {
			words[participant.Fold(w)] = time.Month(i + 1)
		}
	}
	for i, short := range []string{"jan", "feb", "mar", "apr", "", "", "", "aug", "sept", "oct", "nov", "dec"} {
		if short != "" {
			words[participant.Fold(short)] = time.Month(i + 1)
		}
	}
	words[participant.Fold("sep")] = time.September
	return words
})

// monthOf gives the month that a word names.
func monthOf(word string) (time.Month, bool) {
	key := participant.Fold(word)
	for _, ending := range monthEndings {
		if stem, ok := strings.CutSuffix(key, ending); ok {
			if m, known := monthWords()[stem]; known {
				return m, true
			}
		}
	}
	return 0, false
}

var weekdayWords = sync.OnceValue(func() map[string]time.Weekday {
	words := map[string]time.Weekday{}
	for i, list := range []string{
		"sunday dimanche sonntag duminică nedjelja nedelja недеља недела diel pazar", "monday lundi montag luni ponedjeljak ponedeljak понедељак понеделник hënë pazartesi",
		"tuesday mardi dienstag marți utorak уторак вторник martë salı", "wednesday mercredi mittwoch miercuri srijeda sreda среда mërkurë çarşamba",
		"thursday jeudi donnerstag joi četvrtak четвртак четврток enjte perşembe", "friday vendredi freitag vineri petak петак петок premte cuma",
		"saturday samedi samstag sâmbătă subota субота сабота shtunë cumartesi",
	} {
		for _, w := range strings.Fields(list) {
			words[participant.Fold(w)] = time.Weekday(i)
		}
	}
	return words
})
