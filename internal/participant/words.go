package participant

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// wordSet holds folded words and phrases, folded when first asked for: the start of a command does not pay for it.
type wordSet func() *wordList

// wordList are the entries of a set, and the first words of those that have several.
type wordList struct{ entries, begins map[string]bool }

// newWordSet folds the words of a "|"-separated list written as people write them.
func newWordSet(list string) wordSet {
	return sync.OnceValue(func() *wordList {
		count := strings.Count(list, "|") + 1
		set := &wordList{make(map[string]bool, count), map[string]bool{}}
		for w := range strings.SplitSeq(list, "|") {
			tokens := Tokens(w)
			if len(tokens) > 0 {
				set.entries[strings.Join(tokens, " ")] = true
			}
			if len(tokens) > 1 {
				set.begins[tokens[0]] = true
			}
		}
		return set
	})
}

// newPlainSet holds the words of a "|"-separated list without their marks only: folding would make names of them, as of
// skype and Shqipe, or sala and Shala.
func newPlainSet(list string) func(word string) bool {
	set := sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, w := range strings.Split(list, "|") {
			set[plain(w)] = true
		}
		return set
	})
	return func(word string) bool {
		var room [32]byte
		if len(word) > len(room) || !isPlain(word) {
			return set()[plain(word)]
		}
		for i := range len(word) {
			room[i] = word[i]
			if word[i] >= 'A' && word[i] <= 'Z' {
				room[i] |= 0x20
			}
		}
		return set()[string(room[:len(word)])]
	}
}

// plain is a word in small letters without marks, in its own script.
func plain(word string) string {
	if isPlain(word) {
		return strings.ToLower(word)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		if r == 'ı' {
			return 'i'
		}
		return r
	}, norm.NFD.String(strings.ToLower(word)))
}

// titles are ranks and forms of address in the languages of the region. None is a given name or surname.
var titles = newWordSet("dr|drsc|sc|prof|professor|professeur|profesor|profesorica|docent|doc|mr|mrs|ms|miss|mag|msc|phd|llm|ma|ba|mba|dipl|dipl iur|iur|ing|esq|sir|hon|" +
	"judge|justice|magistrate|prosecutor|attorney|lawyer|inspector|detective|sergeant|sgt|officer|lieutenant|lt|captain|capt|cpt|cpl|corporal|colonel|col|lt col|brig|general|gen|atty|kpt|ppk|vodnik|zastavnik|samostalni inspektor|glavni inspektor|istražitelj|istražiteljka|commissioner|superintendent|supt|chief inspector|insp|" +
	"sudija|sutkinja|sudac|sutkinje|sudinica|tužilac|tužiteljica|tužitelj|tužiteljka|advokat|adv|advokatica|odvjetnik|odvjetnica|inspektor|inspektorica|inspektorka|komesar|komesarka|načelnik|načelnica|pukovnik|potpukovnik|kapetan|poručnik|narednik|gospodin|gospođa|gđa|gosp|gdin|" +
	"судија|судијка|обвинител|обвинителка|јавен обвинител|адвокат|инспектор|тужилац|тужитељ|началник|командир|полковник|капетан|господин|госпоѓа|прокурор|суддя|слідчий|следовател|съдия|д р|д-р|проф|м р|м-р|" +
	"gjyqtar|gjyqtare|gjyqtari|prokuror|prokurore|prokurori|avokat|avokate|inspektore|komisar|kryeinspektor|zoti|zonja|zotëri|z|znj|oficer|kapiten|kolonel|" +
	"av|avukat|savcı|cumhuriyet savcısı|savcısı|hâkimi|yargıç|komiser|başkomiser|amir|emniyet müdürü|müfettiş|bay|bayan|sayın|sn|doç|" +
	"jud|judecător|judecătoare|judecator|proc|procuror|procurori|comisar|subcomisar|inspector principal|cms|dl|dna|dra|avocat|avocată|" +
	"me|maître|mme|m|juge|procureur|substitut|commissaire|commandant|lieutenant|capitaine|madame|monsieur|mlle|herr|frau|richter|richterin|staatsanwalt|staatsanwältin")

// nameTitles are titles that live also as names: they go only while two words of a name remain.
var nameTitles = newWordSet("hakim|hâkim|me|m|z|major|maj|amir|justice|chief|bay|sin|doc|ma|ba|mag|col|av|jud|proc")

// roleTags mark a person's part in the meeting or in a platform's books, in the languages of the platforms.
var roleTags = newWordSet("guest|unverified|external|host|co host|cohost|me|moderator|panelist|panellist|speaker|presenter|organizer|organiser|attendee|participant|interpreter|interpretation|translator|observer|admin|" +
	"phone|mobile|mobil|cell|tel|telephone|phone only|audio|audio only|call in|dial in|web|app|guest user|invited|internal|federated|bot|" +
	"gost|gošća|vanjski|eksterni|neprovjereno|neprovereno|neverifikovano|domaćin|govornik|predavač|organizator|učesnik|učesnica|prevodilac|prevoditelj|tumač|telefon|mobitel|nepotvrđeno|" +
	"гост|гостин|гостинка|надворешен|непроверено|непотврден|домаќин|говорник|организатор|учесник|преведувач|телефон|гість|гост непроверен|зовнішній|непідтверджений|външен|непотвърден|гость|внешний|непроверенный|" +
	"mysafir|i ftuar|e ftuar|i jashtëm|i paverifikuar|e paverifikuar|pritës|moderatore|organizatore|pjesëmarrës|përkthyes|" +
	"konuk|misafir|harici|dış|doğrulanmamış|doğrulanmadı|sunucu|toplantı sahibi|düzenleyici|katılımcı|tercüman|konuşmacı|" +
	"invitat|oaspete|extern|externă|neverificat|neverificată|gazdă|vorbitor|organizator|participant|interpret|" +
	"invité|invitée|externe|non vérifié|non vérifiée|hôte|animateur|organisateur|organisatrice|présentateur|intervenant|interprète|téléphone|" +
	"gast|externer|nicht überprüft|nicht verifiziert|organisator|referent|telefon|" +
	"invitado|invitada|externo|sin comprobar|no verificado|organizador|ospite|esterno|non verificato|organizzatore|" +
	"convidado|convidada|visitante|não verificado|não verificada|no comprobado|sin verificar|extérieur|nicht bestätigt|niet geverifieerd|" +
	"zewnętrzny|zewnętrzna|gość|niezweryfikowany|niezweryfikowana|niezweryfikowane|neověřeno|vendég|külső|nem ellenőrzött|zunanji|nepreverjeno|" +
	"ext|neverifikovan|neverifikovana|neverificirano|nepoznat|spoljni|spoljašnji|спољни|непроверен|непроверена|неверификован|неперевірений|neconfirmat|" +
	"επισκέπτης|εξωτερικός|μη επαληθευμένος|" +
	"she her|he him|they them|she her hers|he him his|she|he|they|ona|on|elle|lui|ea|el")

// organisationWords are the words that make a phrase an organisation, in the languages of the region.
var organisationWords = newWordSet("dept|div|ministry|ministere|ministarstvo|ministria|ministrisë|министерство|ministerul|bakanlık|bakanlığı|moi|moj|moia|mvr|mup|мвр|муп|" +
	"court|courts|sud|suda|sudovi|sudu|суд|судови|апелационен|gjykata|gjykatë|gjykates|mahkeme|mahkemesi|adliye|adliyesi|tribunal|tribunalul|judecătoria|curtea|cour|" +
	"prosecution|prosecutors|prosecutor s|office|tužilaštvo|tužiteljstvo|tužilaštva|odvjetništvo|тужилаштво|обвинителство|обвинителството|prokuroria|prokurorisë|savcılık|savcılığı|başsavcılığı|parchet|parchetul|parquet|прокуратура|" +
	"police|policija|policije|policia|policisë|policie|poliția|poliţia|politia|полиција|поліція|полиция|emniyet|polis|jandarma|gendarmerie|jandarmeria|gandarmeria|" +
	"directorate|department|division|section|unit|bureau|agency|authority|administration|service|services|council|commission|committee|institute|academy|centre|center|association|chamber|bank|university|faculty|school|company|ltd|llc|gmbh|foundation|ngo|organisation|organization|union|mission|delegation|embassy|secretariat|government|parliament|assembly|cabinet|" +
	"uprava|uprave|direkcija|direktorat|odjel|odjeljenje|odeljenje|odsjek|služba|sektor|agencija|zavod|vijeće|savet|savjet|institut|akademija|centar|udruženje|komora|banka|univerzitet|sveučilište|fakultet|škola|skupština|kancelarija|ured|jedinica|" +
	"управа|дирекција|одделение|сектор|служба|агенција|завод|совет|институт|академија|центар|здружение|комора|банка|универзитет|факултет|школа|собрание|канцеларија|единица|бюро|биро|" +
	"drejtoria|drejtori|departamenti|sektori|agjencia|njësia|zyra|këshilli|instituti|akademia|qendra|shoqata|dhoma|universiteti|fakulteti|shkolla|kuvendi|qeveria|" +
	"müdürlüğü|müdürlük|başkanlığı|başkanlık|kurulu|kurumu|dairesi|daire|şube|şubesi|birimi|merkezi|enstitüsü|akademisi|derneği|barosu|bankası|üniversitesi|fakültesi|" +
	"direcția|direcţia|directia|serviciul|biroul|agenția|oficiul|consiliul|institutul|academia|centrul|asociația|banca|universitatea|facultatea|inspectoratul|parlamentul|guvernul|" +
	"europol|interpol|eurojust|fiu|unicef|undp|osce|eu|coe|unodc|ministarstva|inspectorate|inspektorat|gov|team|project|projekat|projekti|proiect")

// placeWords are names of countries and areas as people put them beside their name, and their usual short forms.
var placeWords = newWordSet("albania|shqipëri|shqipëria|al|bosnia|bosnia and herzegovina|bosna i hercegovina|bosna|bih|b i h|ba|босна и херцеговина|kosovo|kosova|kosovë|косово|ks|xk|rks|" +
	"montenegro|crna gora|црна гора|me|mne|cg|north macedonia|macedonia|severna makedonija|makedonija|северна македонија|македонија|mk|mkd|rsm|serbia|srbija|србија|rs|srb|" +
	"turkey|türkiye|turkiye|turquie|tr|tur|romania|românia|ro|croatia|hrvatska|slovenia|slovenija|bulgaria|българия|ukraine|україна|ukrajina|moldova|georgia|armenia|azerbaijan|greece|" +
	"tirana|tiranë|durrës|shkodër|elbasan|korçë|fier|sarajevo|banja luka|mostar|tuzla|zenica|bihać|prishtina|prishtinë|pristina|prizren|mitrovica|mitrovicë|gjilan|ferizaj|podgorica|nikšić|budva|skopje|shkup|bitola|kumanovo|tetovo|ohrid|strumica|belgrade|beograd|novi sad|kragujevac|subotica|ankara|istanbul|izmir|antalya|bucharest|bucurești|timișoara|craiova|constanța|chișinău|zagreb|ljubljana|kyiv|kiev|tbilisi|yerevan|baku|" +
	"austria|germany|france|italy|spain|netherlands|belgium|luxembourg|united kingdom|uk|gb|ireland|hungary|poland|czechia|czech republic|slovakia|switzerland|sweden|norway|denmark|finland|estonia|latvia|lithuania|portugal|malta|cyprus|usa|united states|us|canada")

// has tells whether all the tokens together are one entry.
func (s wordSet) has(tokens ...string) bool {
	list := s()
	switch {
	case len(tokens) == 1:
		return list.entries[tokens[0]]
	case len(tokens) == 0 || !list.begins[tokens[0]]:
		return false
	}
	return list.entries[strings.Join(tokens, " ")]
}
