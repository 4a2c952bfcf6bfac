package attendance

import (
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/participant"
)

// Words of hand-made lists for who was there and who was not, beside yes and no, in the languages of the region.
var (
	thereWords = foldedWords("present|was present|attended|was there|there|here|participated|took part|joined|prisutan|prisutna|prisutni|prisustvovao|prisustvovala|" +
		"učestvovao|učestvovala|sudjelovao|sudjelovala|nazočan|nazočna|bio|bila|i pranishëm|e pranishme|pranishëm|mori pjesë|ka marrë pjesë|присутен|присутна|" +
		"присуствувал|присуствувала|учествувал|учествувала|присутан|присуствовао|присуствовала|учествовао|учествовала|katıldı|katılmış|mevcut|hazır|var|vardı|" +
		"prezent|prezentă|a participat|participat|présent|présente|a participé|a assisté|anwesend|teilgenommen|war anwesend|war da|presente|ha partecipato|partecipato|" +
		"asistió|participó|esteve presente|compareceu|participou")
	absentWords = foldedWords("absent|not present|did not attend|not attended|did not join|not there|was not there|no show|noshow|missing|odsutan|odsutna|odsutni|nije prisutan|" +
		"nije prisutna|nije prisustvovao|nije prisustvovala|nije učestvovao|nije učestvovala|nije sudjelovao|nije sudjelovala|nije bio|nije bila|izostao|izostala|" +
		"mungoi|mungon|i munguar|e munguar|nuk mori pjesë|nuk ishte|отсутен|отсутна|не присуствувал|не присуствувала|не учествувал|не учествувала|одсутан|одсутна|" +
		"није присутан|није присутна|није присуствовао|није присуствовала|није учествовао|није учествовала|није био|није била|katılmadı|katılmamış|gelmedi|yok|yoktu|" +
		"absentă|nu a participat|a lipsit|lipsă|lipsește|absente|n'a pas participé|pas présent|non présent|pas présente|abwesend|nicht anwesend|nicht teilgenommen|" +
		"fehlt|fehlte|gefehlt|war nicht da|assente|non ha partecipato|ausente|no asistió|no participó|faltou|não compareceu|não participou")
)

// foldedWords folds a list of wordings when it is first asked for.
func foldedWords(list string) func() []string {
	return sync.OnceValue(func() []string {
		var out []string
		for _, wording := range split(list) {
			out = append(out, strings.Join(participant.Tokens(wording), " "))
		}
		return out
	})
}

// wasThere and wasAbsent read a list's answer to whether a person was there. Neither holds for a text that says something
// else, such as "partly".
func wasThere(answer string) bool {
	return isYes(answer) || strings.Trim(answer, "✓✔☑+✅ ") == "" && answer != "" || says(thereWords(), answer)
}

func wasAbsent(answer string) bool {
	return isNo(answer) || strings.Trim(answer, "✗✘☒❌ ") == "" && answer != "" || says(absentWords(), answer)
}

func says(words []string, answer string) bool {
	return slices.Contains(words, strings.Join(participant.Tokens(answer), " "))
}
