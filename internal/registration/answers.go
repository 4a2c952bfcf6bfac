package registration

import (
	"strings"

	"rapporteur/internal/tabular"
)

var (
	websiteWords = phrasesOf("web|www|website*|web site*|webpage|web page|webform*|webseite|websajt*|webstranic*|site web|site internet|sitesi|site|internet*|online*|on line|onlajn|eusurvey|eu survey|survey|portal*|platform|landing page|" +
		"veb|vebsajt*|sajt*|stranic*|faqja|faqe|faqes|faqen|uebfaq*|uebsajt*|ueb|веб|вебсајт*|вебстраниц*|сајт*|интернет*|страна|страниц*|çevrimiçi|pagina|paginii|en ligne|sito|sito web|sayfa*")
	emailWords = phrasesOf("e mail*|email*|mail|mails|e pošt*|e post*|epost*|posta elektronike|postës elektronike|postë elektronike|е пошта|електронск* пошт*|elektronsk* pošt*|имејл*|имеил*|imejl*|courriel*|mejl*")
	phoneWords = phrasesOf("phone|phone call|telephone|telephone call|call|telefon*|телефон*|téléphone*|tel|anruf*|повик*|poziv|pozivom|appel|appel téléphonique|thirrje*|arama|apel telefonic|mobile|mobile phone|cell phone")
	// smallWords may stand around a channel's word without changing it.
	smallWords = phrasesOf("by|via|through|from|on|at|in|the|our|of|coe|council of europe|using|with|submitted|registered|registration|received|sent|official|project*|projekt*|проект*|proiect*|cybercrime|c proc|iproceeds*|an|a|my|i|it|was|is|form|page|formular*|formulaire|obrazac|obrazc*|образец|" +
		"preko|putem|na|prijava|përmes|me|nga|i|e|ile|üzerinden|aracılığıyla|kayıt|formu|преку|преко|путем|пријава|на|par|sur|le|la|l|de|du|ul|prin|pe|über|die|das|per|mit|link*|en|bcms|mk|sq|tr|ro|fr")
	// notSite is what a word for a place says in English, not the website.
	notSite = phrasesOf("on site|onsite")

	// yesWords begin an answer that accepts; acceptWords accept wherever they stand.
	yesWords    = phrasesOf("yes|y|x|1|true|on|checked|ok|okay|po|da|да|evet|oui|ja|si|sí|так")
	acceptWords = phrasesOf("accept*|agree*|consent*|confirm*|prihvat*|prihvać*|saglas*|suglas*|slažem|pristajem|pranoj*|pranuar|pajtoh*|dakord*|прифаќ*|прифат*|согласув*|согласен|согласна|прихват*|слажем|сагласан|сагласна|" +
		"kabul|onayl*|onay|j'accepte|accord|d'accord|de acord|akzeptier*|einverstanden|stimme zu|zustimm*")
	noWords = phrasesOf("no|n|0|false|not|don't|do not|didn't|cannot|disagree*|decline*|refus*|reject*|unchecked|jo|nuk|s'pranoj|refuzoj|ne|не|neću|nije|nisam|odbij*|одбив*|одбиј*|никак|" +
		"hayır|değil|etmiyorum|etmem|edilmedi|onaylamıyorum|reddediyorum|non|pas|n'accepte|nein|nicht|kein*|ablehn*|lehne|nu|refuz*|unless|but|except|without|some|partly|partially|djelimično|delimično|djelomično|делумно|делимично|pjesërisht|kısmen|parțial|partiellement|en partie|teilweise")
)

// ParseChannel reads the answer to "how did you submit this registration": website, email and phone by their words in
// the languages of the region, anything else ("forwarded by …") other, blank unknown. Only words for the website are the
// website: "website and e-mail" is other.
func ParseChannel(text string) Channel {
	text = tabular.Clean(text)
	words := fold(text)
	for _, c := range []struct {
		channel Channel
		words   phrases
	}{{Website, websiteWords}, {Email, emailWords}, {Phone, phoneWords}} {
		if onlyWords(words, c.words) {
			return c.channel
		}
	}
	switch tabular.HeaderKey(text) {
	case "", "-", "--", "---", "–", "—", "n/a", "na", "?", "unknown", "not known", "null", "none":
		return ""
	}
	return Other
}

// onlyWords tells whether the words are phrases of the set, with small words around them at most.
func onlyWords(words []string, set phrases) bool {
	if notSite.are(words) {
		return false
	}
	found := false
	for i := 0; i < len(words); {
		n := set.begin(words[i:])
		small := smallWords.begin(words[i:])
		switch {
		case n > 0 && n >= small:
			found = true
			i += n
		case small > 0:
			i += small
		default:
			return false
		}
	}
	return found
}

// ParseConsent reads the answer to the form's question on the rules of engagement: an answer that begins with a yes, or
// that holds a word of acceptance, in the languages of the region, accepts; a no, a negation, a blank and everything else
// refuses.
func ParseConsent(text string) Consent {
	if strings.ContainsAny(text, "✓✔☑") {
		return Accepted
	}
	words := fold(text)
	if !noWords.within(words) && (yesWords.begin(words) > 0 || acceptWords.within(words)) {
		return Accepted
	}
	return Refused
}

// splitName parts a full name into given name and surname: at a comma (surname first), at words in capitals (the
// surname), else before the last word, or behind the first where the column says that the surname stands in front. The
// key of a registration does not depend on the cut.
func splitName(full string, surnameFirst bool) (first, last string) {
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
	if surnameFirst {
		return strings.Join(words[1:], " "), words[0]
	}
	return strings.Join(words[:len(words)-1], " "), words[len(words)-1]
}
