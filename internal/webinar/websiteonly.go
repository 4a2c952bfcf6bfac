package webinar

import (
	"regexp"
	"strings"
)

var (
	webWords   = `(?:web-?\s?site|web-?\s?page|web-?\s?form|web|site|online(?: form)?|on-line|registration form|form|portal|platform|link|eusurvey|internet)`
	onlyWeb    = regexp.MustCompile(`(?i)\b(?:only|solely|exclusively|uniquement|exclusivement|seules?)\b.{0,120}?\b` + webWords + `\b`)
	webOnly    = regexp.MustCompile(`(?i)\b` + webWords + `\b(?:\s+\S+){0,3}?\s+(?:only|solely|exclusively|uniquement)\b`)
	notOnlyWeb = regexp.MustCompile(`(?i)\b(?:not only|only (?:the )?(?:first|once|one)|pas seulement)\b`)
	otherWay   = regexp.MustCompile(`(?i)\b(?:(?:any |in |by |through |via )?(?:an)?other (?:way|means|manner|channel|route|method|form)s?|otherwise|e-?mails?|mail|phone|telephone|fax|letter|outside|autre)\b`)
	negation   = regexp.MustCompile(`(?i)\b(?:not|cannot|can't|won't|no|never|neither|nor|nul|ne|pas)\b`)
	acceptance = regexp.MustCompile(`(?i)confirm|accept|consider|process|account|valid|recognis|recogniz|eligible|possible|taken|registered`)
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
	o.WebsiteOnly = statesWebsiteOnly(text)
	if o.WebsiteOnly {
		r.source("website_only", text)
		return
	}
	r.problem("website_only", "The rule that only registrations through the website are confirmed is not recognised in the registration row. It holds in any case.", text)
}

func statesWebsiteOnly(text string) bool {
	for _, sentence := range sentenceEnd.Split(strings.ReplaceAll(text, "\n", " "), -1) {
		if notOnlyWeb.MatchString(sentence) {
			continue
		}
		if onlyWeb.MatchString(sentence) || webOnly.MatchString(sentence) {
			return true
		}
		if otherWay.MatchString(sentence) && negation.MatchString(sentence) && acceptance.MatchString(sentence) {
			return true
		}
	}
	return false
}
