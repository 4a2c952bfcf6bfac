package attendance

import (
	"slices"
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// Titles of columns and words of answers in the languages of the platforms and of the region, lower case. A language that
// is not here is read by what the columns hold.
var (
	givenTitles = split("first name|firstname|given name|forename|vorname|prénom|prenom|nombre|nome|adı|ad|ime|prenume|emri|emër|" +
		"име|ім'я|имя|imię|keresztnév|utónév|jméno|meno|όνομα|voornaam|fornavn|förnamn")
	familyTitles = split("last name|lastname|surname|family name|nachname|familienname|nom|nom de famille|apellido|apellidos|cognome|" +
		"sobrenome|apelido|soyadı|soyad|prezime|nume|nume de familie|mbiemri|mbiemër|презиме|прізвище|фамилия|nazwisko|" +
		"vezetéknév|családnév|příjmení|priezvisko|επώνυμο|achternaam|etternavn|efternamn")
	organisationTitles = split("organization|organisation|company|institution|unternehmen|firma|organizacija|organizația|organizație|" +
		"entreprise|société|empresa|organización|organização|azienda|organizzazione|kurum|kuruluş|şirket|institucija|" +
		"institucioni|instituția|organizata|организација|институција|установа")
	jobTitles = split("job title|title|position|function|fonction|poste|position dans l'entreprise|berufsbezeichnung|funktion|cargo|puesto|" +
		"ruolo aziendale|qualifica|unvan|görev|funkcija|radno mjesto|radno mesto|pozicija|funcția|funcție|funksioni|pozita|функција|позиција|посада")
	countryTitles = split("country|country/region|country/region name|pays|land|país|pais|paese|ülke|država|zemlja|țara|țară|shteti|vendi|" +
		"држава|земја|земља|країна")
	phoneTitles = split(participant.PhoneTitles)

	yesWords = split("yes|y|true|1|x|ja|oui|sí|si|sì|sim|da|po|evet|да|так|tak|ano|áno|igen|ναι|wahr|vrai|verdadero|verdadeiro|vero|doğru|" +
		"prawda|točno|tačno|istina|adevărat|точно|вистина|истина|тачно|e vërtetë|igaz|pravda|αληθές|waar")
	noWords = split("no|n|false|0|nein|non|não|nao|nu|jo|hayır|ne|не|ні|nie|nem|όχι|nee|falsch|faux|falso|yanlış|fałsz|netočno|netačno|" +
		"neistina|fals|неточно|невистина|нетачно|неистина|e gabuar|e pavërtetë|hamis|nepravda|ψευδές|onwaar")
)

// attendanceStems are in the titles of columns that say whether, how long or to which part somebody attended.
var attendanceStems = split("attend|présen|presen|particip|partecip|assist|asist|teilgenommen|teilnahm|teilgenomm|anwesen|prisut|prisust|prisot|" +
	"katıl|pjesëmarr|присуств|учест|участ|присутн|obecn|udział|účast|παρουσ|συμμετ|aanwezig|jelenl")

func split(words string) []string { return strings.Split(words, "|") }

func isYes(s string) bool { return slices.Contains(yesWords, lowered(s)) }
func isNo(s string) bool  { return slices.Contains(noWords, lowered(s)) }

// isAnswer tells whether a text answers yes or no.
func isAnswer(s string) bool { return isYes(s) || isNo(s) }

// lowered is a text in lower case, also of the Turkish capital İ.
func lowered(s string) string {
	return strings.ReplaceAll(tabular.HeaderKey(s), "i\u0307", "i")
}
