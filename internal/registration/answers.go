package registration

import (
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

var (
	websiteWords = wordSet("website|web site|webpage|web page|web|site|internet|online|on line|online form|web form|webform|eusurvey|survey|portal|platform|landing page|" +
		"internet stranica|veb sajt|sajt|web stranica|stranica|internet stranice|faqja|faqja e internetit|uebfaqja|uebsajti|веб сајт|веб страна|веб страница|сајт|интернет|интернет страница|web sitesi|internet sitesi|çevrimiçi|site web|site internet|pagina web|formular online|formulaire en ligne|en ligne|webseite|online formular")
	emailWords = wordSet("e mail|email|mail|by mail|e mails|emails|e pošta|e posta|eposta|posta elektronike|e poşta|е пошта|електронска пошта|имејл|courriel|mejl|mejlom")
	phoneWords = wordSet("phone|telephone|by phone|call|phone call|telefon|telefonom|telefoni|me telefon|телефон|téléphone|tel|mobile|telefonla|prin telefon|telefonisch")
	// smallWords may stand around a channel's word without changing it.
	smallWords = wordSet("by|via|through|from|on|at|the|our|coe|using|with|submitted|registered|registration|received|sent|form|preko|putem|përmes|nga|ile|üzerinden|преку|преко|par|sur|le|la|prin|über|die|it|was")

	yesWords = wordSet("yes|y|x|1|true|on|checked|ok|agree|agreed|accept|accepted|i agree|i accept|i do|po|pranoj|pajtohem|da|slažem se|prihvatam|prihvaćam|да|прифаќам|се согласувам|прихватам|слажем се|evet|kabul ediyorum|onaylıyorum|kabul|" +
		"oui|j'accepte|accepte|d'accord|ja|ich stimme zu|de acord|sunt de acord|accept termenii|si|sí|так|✓|✔")
	noWords = wordSet("no|n|0|false|not|don't|disagree|decline|declined|refuse|refused|jo|nuk|ne|не|hayır|non|nein|nu|nije|unchecked|никак")
)

// ParseChannel reads the answer to "how did you submit this registration": website, email and phone by their words in
// the languages of the region, anything else ("forwarded by …") other, blank unknown. Only a plain word for the website
// is the website: "website and e-mail" is other.
func ParseChannel(text string) Channel {
	text = tabular.Clean(text)
	switch Channel(strings.ToLower(text)) {
	case "":
		return ""
	case Website, Email, Phone:
		return Channel(strings.ToLower(text))
	}
	words := participant.Tokens(text)
	for _, c := range []struct {
		channel Channel
		words   map[string]bool
	}{{Website, websiteWords}, {Email, emailWords}, {Phone, phoneWords}} {
		if onlyWords(words, c.words) {
			return c.channel
		}
	}
	switch tabular.HeaderKey(text) {
	case "-", "--", "n/a", "?", "unknown":
		return ""
	}
	return Other
}

// onlyWords tells whether the words are one phrase of the set, with small words around it at most.
func onlyWords(words []string, set map[string]bool) bool {
	for from := range words {
		for to := len(words); to > from; to-- {
			if set[strings.Join(words[from:to], " ")] && allSmall(words[:from]) && allSmall(words[to:]) {
				return true
			}
		}
	}
	return false
}

func allSmall(words []string) bool {
	for _, w := range words {
		if !smallWords[w] {
			return false
		}
	}
	return true
}

// ParseConsent reads the answer to the form's question on the rules of engagement: a yes in the languages of the region,
// or a sentence that begins with one, accepts; a no, a blank and everything else refuses.
func ParseConsent(text string) Consent {
	if strings.ContainsAny(text, "✓✔☑") {
		return Accepted
	}
	words := participant.Tokens(text)
	for _, w := range words {
		if noWords[w] {
			return Refused
		}
	}
	for to := min(len(words), 3); to > 0; to-- {
		if yesWords[strings.Join(words[:to], " ")] {
			return Accepted
		}
	}
	return Refused
}

// splitName parts a full name into given name and surname: at a comma (surname first), at words in capitals (the
// surname), else before the last word. The key of a registration does not depend on the cut.
func splitName(full string) (first, last string) {
	if before, after, ok := strings.Cut(full, ","); ok {
		return tabular.Clean(after), tabular.Clean(before)
	}
	words := strings.Fields(full)
	if len(words) < 2 {
		return full, ""
	}
	var given, capitals []string
	for _, w := range words {
		if strings.ToUpper(w) == w && strings.ToLower(w) != w && len([]rune(w)) > 2 {
			capitals = append(capitals, w)
		} else {
			given = append(given, w)
		}
	}
	if len(given) > 0 && len(capitals) > 0 {
		return strings.Join(given, " "), strings.Join(capitals, " ")
	}
	return strings.Join(words[:len(words)-1], " "), words[len(words)-1]
}
