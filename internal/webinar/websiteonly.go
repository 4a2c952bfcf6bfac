package webinar

import (
	"strings"
)

var (
	webWords   = `(?:web-?\s?site|web-?\s?page|web-?\s?form|web|site|online(?: form)?|on-line|registration form|form|portal|platform|link|eusurvey|internet)`
	onlyWeb    = pattern(`(?i)\b(?:only|solely|exclusively|uniquement|exclusivement|seules?)\b(?:.{0,120}?\b(?:via|through|on|using|by|with|in|at|over|sur|par|avec)\b(?:\s+[^\s.]+){0,4}?\s+` + webWords + `\b|.{0,60}?\b(?:online|on-line|en ligne)\b|\s+(?:the |our |an? )?` + webWords + `\b)`)
	webOnly    = pattern(`(?i)\b` + webWords + `\b(?:\s+\S+){0,3}?\s+(?:only|solely|exclusively|uniquement)\b`)
	notOnlyWeb = pattern(`(?i)\b(?:not only|only (?:the )?(?:first|once|one)|pas seulement|nu (?:numai|doar)|ne samo|jo vetëm|nicht nur|non solo)\b|не само`)
	// regionOnlyWeb is the rule in the languages of the region.
	regionOnlyWeb = pattern(`(?i)(?:^|\P{L})(?:samo|isključivo|jedino|само|исклучиво|искључиво|единствено|numai|doar|exclusiv|vetëm|ekskluzivisht|yalnızca|sadece|nur|ausschließlich|solo|solamente|esclusivamente|únicamente|exclusivamente|somente|apenas)` +
		`\P{L}.{0,160}?(?:web|veb|веб|internet|интернет|sajt|сајт|site|stranic|страниц|obrazac|obrasca|formular|faqe|online|onlajn|онлајн|çevrim ?içi)`)
	otherWay   = pattern(`(?i)\b(?:(?:any |in |by |through |via )?(?:an)?other (?:way|means|manner|channel|route|method|form)s?|otherwise|e-?mails?|mail|phone|telephone|fax|letter|outside|autre)\b`)
	negation   = pattern(`(?i)\b(?:not|cannot|can't|won't|no|never|neither|nor|nul|ne|pas)\b`)
	acceptance = pattern(`(?i)confirm|accept|consider|process|account|valid|recognis|recogniz|eligible|possible|taken|registered`)
	refusal    = pattern(`(?i)\b(?:disregard|ignor|reject|refus|discard|excluded)`)
)

// readRegistration fills the registration row and whether it states the rule that only registrations through the
// website are confirmed. The wording differs from outline to outline; where it is not recognised the officer is told.
func (r *reader) readRegistration(text string) {
	o := r.outline
	o.Registration = text
	if text == "" {
		r.problem(rowRegistration, "The outline has no row “Registration”.", "")
		r.problem("website_only", "The outline does not say that only registrations through the website are confirmed.", "")
		return
	}
	r.source(rowRegistration, text)
	if said := websiteOnlyIn(text); said != "" {
		o.WebsiteOnly = true
		r.source("website_only", said)
		return
	}
	r.problem("website_only", "The rule that only registrations through the website are confirmed is not recognised in the registration row. It holds in any case.", text)
}

// websiteOnlyIn gives the sentence that states the rule, "" where none does.
func websiteOnlyIn(text string) string {
	for _, sentence := range sentences(strings.ReplaceAll(text, "\n", " ")) {
		if notOnlyWeb().MatchString(sentence) {
			continue
		}
		if onlyWeb().MatchString(sentence) || webOnly().MatchString(sentence) || regionOnlyWeb().MatchString(sentence) {
			return sentence
		}
		if otherWay().MatchString(sentence) && (negation().MatchString(sentence) && acceptance().MatchString(sentence) || refusal().MatchString(sentence)) {
			return sentence
		}
	}
	return ""
}
