package webinar

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/internal/participant"
)

// languageNames are the languages of the region, of the office and of its neighbours: BCP 47 tag, then the names they
// are printed under; the first one is the English name.
var languageNames = map[string][]string{
	"en":  {"English", "anglais", "engleski", "anglisht", "İngilizce", "engleză"},
	"fr":  {"French", "français"},
	"de":  {"German", "allemand"},
	"sq":  {"Albanian", "albanais", "shqip"},
	"bs":  {"Bosnian", "bosniaque", "bosanski"},
	"hr":  {"Croatian", "croate", "hrvatski"},
	"sr":  {"Serbian", "serbe", "srpski"},
	"cnr": {"Montenegrin", "monténégrin", "crnogorski"},
	"mk":  {"Macedonian", "macédonien", "makedonski"},
	"tr":  {"Turkish", "turc", "Türkçe"},
	"ro":  {"Romanian", "roumain", "română"},
	"bg":  {"Bulgarian", "bulgare"},
	"el":  {"Greek", "grec"},
	"sl":  {"Slovenian", "Slovene", "slovène"},
	"uk":  {"Ukrainian", "ukrainien"},
	"ru":  {"Russian", "russe"},
	"hy":  {"Armenian", "arménien"},
	"az":  {"Azerbaijani", "Azeri"},
	"ka":  {"Georgian", "géorgien"},
	"it":  {"Italian", "italien"},
	"es":  {"Spanish", "espagnol", "castellano"},
	"pt":  {"Portuguese", "portugais"},
	"hu":  {"Hungarian", "hongrois"},
	"pl":  {"Polish", "polonais"},
	"cs":  {"Czech", "tchèque"},
	"sk":  {"Slovak", "slovaque"},
	"ar":  {"Arabic", "arabe"},
	"nl":  {"Dutch", "néerlandais"},
	"sv":  {"Swedish", "suédois"},
	"da":  {"Danish", "danois"},
	"no":  {"Norwegian", "norvégien"},
	"fi":  {"Finnish", "finnois"},
	"et":  {"Estonian", "estonien"},
	"lv":  {"Latvian", "letton"},
	"lt":  {"Lithuanian", "lituanien"},
}

var tagOfLanguage = func() map[string]string {
	tags := map[string]string{}
	for tag, names := range languageNames {
		for _, n := range names {
			tags[participant.Fold(n)] = tag
		}
	}
	return tags
}()

var (
	clausePattern   = regexp.MustCompile(`[.;!?\n]`)
	interpretWord   = regexp.MustCompile(`(?i)\b(?:interpr[eé]t|translat|traduc|prevod|përkthim|prijevod)[\p{L}]*`)
	noInterpretWord = regexp.MustCompile(`(?i)\b(?:no|not|without|none|nor|sans|pas|aucune|neither)\b`)
)

// languageAt is a language named in a clause, with its byte offset.
type languageAt struct {
	tag string
	at  int
}

func languagesIn(clause string) []languageAt {
	var found []languageAt
	for _, m := range wordsPattern.FindAllStringIndex(clause, -1) {
		if tag, ok := tagOfLanguage[participant.Fold(clause[m[0]:m[1]])]; ok {
			found = append(found, languageAt{tag, m[0]})
		}
	}
	return found
}

// readLanguage fills the working language and the interpretation. In a clause that speaks of interpretation, the
// languages behind the word are interpreted into; before it stand the working language ("English with interpretation
// into …") and, where nothing follows, the interpreted ones ("Serbian and Turkish interpretation").
func (r *reader) readLanguage(text, extra string) {
	o := r.outline
	o.Interpretation = []string{}
	if text == "" && extra == "" {
		r.problem(rowLanguage, "The outline has no row “Language”.", "")
		return
	}
	var working, interpreted []string
	mentioned := false
	for _, clause := range clausePattern.Split(text, -1) {
		found := languagesIn(clause)
		word := interpretWord.FindStringIndex(clause)
		if word == nil {
			working = append(working, tags(found)...)
			continue
		}
		mentioned = true
		var before, after []string
		for _, l := range found {
			if l.at < word[0] {
				before = append(before, l.tag)
			} else {
				after = append(after, l.tag)
			}
		}
		switch {
		case noInterpretWord.MatchString(clause):
			working = append(working, before...)
		case len(after) > 0:
			working = append(working, before...)
			interpreted = append(interpreted, after...)
		case len(working) == 0 && len(before) > 0:
			working = append(working, before[0])
			interpreted = append(interpreted, before[1:]...)
		default:
			interpreted = append(interpreted, before...)
		}
	}
	if extra != "" {
		mentioned = true
		if !noInterpretWord.MatchString(extra) {
			interpreted = append(interpreted, tags(languagesIn(extra))...)
		}
	}
	r.source(rowLanguage, text)
	r.source(rowInterpretation, strings.TrimSpace(text+"\n"+extra))
	interpreted = slices.DeleteFunc(unique(interpreted), func(tag string) bool { return slices.Contains(working, tag) })
	o.Interpretation = append(o.Interpretation, interpreted...)
	switch working = unique(working); {
	case len(working) == 0:
		r.problem(rowLanguage, "No working language is recognised: enter it.", text)
	default:
		o.Language = working[0]
		if len(working) > 1 {
			r.problem(rowLanguage, "More than one working language is named: the first one is taken.", text)
		}
	}
	if mentioned && len(interpreted) == 0 && !noInterpretWord.MatchString(text+" "+extra) {
		r.problem(rowInterpretation, "Interpretation is announced, but no language is recognised: enter them.", strings.TrimSpace(text+"\n"+extra))
	}
	if !mentioned {
		r.problem(rowInterpretation, "The outline does not say whether there is interpretation: none is taken.", text)
	}
}

func tags(found []languageAt) []string {
	var list []string
	for _, l := range found {
		list = append(list, l.tag)
	}
	return unique(list)
}

// unique drops repeats and keeps the order; the result is never nil.
func unique[T comparable](list []T) []T {
	kept := []T{}
	for _, v := range list {
		if !slices.Contains(kept, v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// printLanguage writes the language row so that readLanguage reads the same back.
func printLanguage(o Outline) string {
	if o.Language == "" {
		return ""
	}
	if len(o.Interpretation) == 0 {
		return languageName(o.Language) + ". There is no interpretation."
	}
	var names []string
	for _, tag := range o.Interpretation {
		names = append(names, languageName(tag))
	}
	return languageName(o.Language) + " with interpretation into " + joinAnd(names) + "."
}

func languageName(tag string) string {
	if names := languageNames[tag]; len(names) > 0 {
		return names[0]
	}
	return tag
}

// joinAnd writes "a, b and c".
func joinAnd(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}
