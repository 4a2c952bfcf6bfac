package participant

import "strings"

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
// Romanian, French, German and Ukrainian. They are compared folded, so that script and case do not matter.
var sexWords = map[Sex]string{
	Women: "f|w|ž|k|female|woman|women|lady|girl|mrs|ms|miss|she|she her|" +
		"femër|grua|femra|zonjë|žena|žensko|ženski|ženska|gospođa|женски|жена|госпоѓа|kadın|bayan|femeie|feminin|doamna|" +
		"femme|féminin|madame|mme|weiblich|frau|жінка|жіноча|жіночий|ч жінка",
	Men: "m|e|male|man|men|gentleman|boy|mr|he|he him|" +
		"mashkull|burrë|meshkuj|zotëri|muško|muški|muškarac|muška|gospodin|машки|маж|мушки|мушкарац|erkek|bay|bărbat|masculin|domnul|" +
		"homme|masculin|monsieur|männlich|mann|herr|чоловік|чоловіча|чоловічий",
	OtherSex: "x|d|other|diverse|divers|non binary|nonbinary|third gender|another|self described|" +
		"tjetër|drugo|ostalo|друго|diğer|altul|alta|altceva|autre|andere|інше",
}

var sexByKey = func() map[string]Sex {
	m := map[string]Sex{}
	for sex, words := range sexWords {
		for _, w := range strings.Split(words, "|") {
			m[strings.Join(Tokens(w), " ")] = sex
		}
	}
	return m
}()

// ParseSex reads a declared sex. Blank, "prefer not to say" and anything it does not know are NotStated.
func ParseSex(raw string) Sex {
	if sex, ok := sexByKey[strings.Join(Tokens(raw), " ")]; ok {
		return sex
	}
	return NotStated
}
