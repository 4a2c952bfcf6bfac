package participant

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Sex is what a person declared, never what a name suggests.
type Sex string

// The values, in the order of the donor's table.
const (
	Women     Sex = "women"
	Men       Sex = "men"
	OtherSex  Sex = "other"
	NotStated Sex = "not_stated"
)

// sexWords are the answers of forms in English, Albanian, Bosnian, Croatian, Montenegrin, Serbian, Macedonian, Turkish,
// Romanian, French, German, Italian, Slovenian, Greek, Bulgarian, Ukrainian, Russian and Georgian, forms of address among
// them. Case, marks and script do not matter.
var sexWords = map[Sex]string{
	Women: "f|w|ž|ж|k|female|woman|women|lady|girl|mrs|ms|miss|she|her|hers|" +
		"femër|femra|femërore|grua|vajzë|zonjë|zonja|zonjusha|znj|žena|žensko|ženski|ženska|gospođa|gospođica|gđa|g đa|gđica|женски|женско|женска|жена|госпоѓа|госпоѓица|г ѓа|госпођа|госпођица|г ђа|" +
		"kadın|bayan|hanım|femeie|femeiesc|feminin|feminină|doamna|doamnă|domnișoara|dna|femme|féminin|féminine|madame|mme|mlle|mademoiselle|weiblich|frau|жінка|жіноча|жіночий|жін|ч жінка|госпожа|женский|женщина|жен|fem|femmina|femminile|donna|" +
		"θ|γ|θηλυκό|θήλυ|γυναίκα|κυρία|ქალი|მდედრობითი|cis woman|cis female|cisgender woman",
	Men: "m|м|e|male|man|men|gentleman|boy|mr|mister|he|him|his|" +
		"mashkull|mashkullor|mashkullore|meshkuj|burrë|djalë|zotëri|zoti|muško|muški|muškarac|muška|gospodin|gosp|gdin|g din|машки|машко|машка|маж|мушки|мушко|мушкарац|господин|г дин|" +
		"erkek|bay|bey|bărbat|bărbătesc|masculin|masculină|domnul|domn|dl|homme|masculine|monsieur|männlich|mann|herr|чоловік|чоловіча|чоловічий|ч|чол|мъж|мъжки|мужской|мужчина|муж|masc|maschio|maschile|uomo|muž|moški|moška|" +
		"α|αρσενικό|άρρεν|άνδρας|άντρας|κύριος|კაცი|მამრობითი|cis man|cis male|cisgender man",
	OtherSex: "x|d|other|diverse|divers|non binary|nonbinary|third gender|another|another gender|self described|they|them|mx|" +
		"tjetër|tjetra|drugo|ostalo|друго|остало|diğer|altul|alta|altceva|autre|andere|інше|другое|altro|άλλο|nebinarna|nebinarni|nebinarno|небинарна|небинарно",
}

// sexByKey is made when the first answer is read.
var sexByKey = sync.OnceValue(func() map[string]Sex {
	m := map[string]Sex{}
	for sex, words := range sexWords {
		for _, w := range strings.Split(words, "|") {
			m[sexKey(w)] = sex
		}
	}
	return m
})

// sexKey compares more finely than the key of names, which makes one of x and ž: no digraphs, only case, marks, script,
// and in a letter that stands alone only the case (Ž is žensko, Z. is zoti).
func sexKey(text string) string {
	words := Words(text)
	for i, w := range words {
		if words[i] = strings.ToLower(w); utf8.RuneCountInString(w) > 1 {
			words[i] = lettersOf(w)
		}
	}
	return strings.Join(words, " ")
}

// ParseSex reads a declared sex. An answer in two languages or with its letter ("Female / Žena", "Male (M)") counts where
// its parts agree. Blank, "prefer not to say" and anything it does not know are NotStated.
func ParseSex(raw string) Sex {
	if sex, ok := sexByKey()[sexKey(raw)]; ok {
		return sex
	}
	found := NotStated
	for _, part := range strings.FieldsFunc(raw, func(r rune) bool { return strings.ContainsRune("/()[],;|–—=:", r) }) {
		key := sexKey(part)
		if key == "" {
			continue
		}
		sex, ok := sexByKey()[key]
		if !ok || found != NotStated && sex != found {
			return NotStated
		}
		found = sex
	}
	return found
}
