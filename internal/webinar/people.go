package webinar

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

const moderatorWords = `(?:co-?)?(?:moderators?|moderatrice|mod[ée]rateur|mod[ée]ratrice|facilitators?|chair(?:person|man|woman)?|` +
	`moderator(?:ka|ica|i|e|ja|ë)|moderatoare|moderatör|модератор(?:ка|ица)?|moderatorin|voditelj(?:ica)?)`

// formsOfAddress stand before a name in the languages of the region too.
const formsOfAddress = `(?:Mr|Mrs|Ms|Miss|Mme|Mlle|M|Dr|Prof|Professor|Sir|Dame|Hon|Ing|Mag|Znj|Zonja|Zoti|Z|Gđa|Gđica|Gosp|Gospođa|Gospodin|` +
	`Г-ѓа|Г-ца|Г-дин|Г-ђа|Др|Проф|Sn|Sayın|Doç|Dl|Dna|D-l|D-na|Domnul|Doamna|Herr|Frau|Sig|Sra|Sr)`

var (
	moderatorBehind   = pattern(`(?i)\s*(?:[-–—]\s*|[(\[]\s*|,\s*)` + moderatorWords + `\s*[)\]]?\s*$`)
	moderatorInside   = pattern(`(?i)\s*[(\[]\s*` + moderatorWords + `\s*[)\]]`)
	moderatorBefore   = pattern(`(?i)^(?:` + moderatorWords + `|moderated by|chaired by)\s*[:–—-]\s*|^(?:moderated by|chaired by)\s+`)
	partBefore        = pattern(`(?i)^(?:(?:guest |keynote |invited )?speakers?|panell?ists?|presenters?|lecturers?|trainers?|experts?|intervenants?|keynotes?)\s*[:–—-]\s*`)
	partInside        = pattern(`(?i)[.;]\s+((?:speakers?|panell?ists?|presenters?|lecturers?|trainers?|` + moderatorWords + `)\s*:)`)
	severalModerators = pattern(`(?i)^(?:co-?)?(?:moderators|facilitators|chairpersons)\s*:`)
	hourBefore        = pattern(`(?i)^\d{1,2}\s?[h:.]\s?\d{2}(?:\s*[-–—]\s*\d{1,2}\s?[h:.]\s?\d{2})?(?:\s*(?:am|pm|hrs?|h)\b\.?)?\s*[:–—|-]?\s*`)
	formOfAddress     = pattern(`^(?:` + formsOfAddress + `(?:\.\s*|\s+))+`)
	degreeBehind      = pattern(`\s+(?:QC|KC|Ph\.?D\.?|LL\.?M\.?|MBA|M\.?Sc\.?|Esq\.?)$`)
	degreeOnly        = pattern(`^(?:QC|KC|Ph\.?D|LL\.?M|LL\.?B|M\.?B\.?A|M\.?Sc|B\.?Sc|M\.?A|J\.?D|Esq|Jr|Sr|[Dd]r\.? ?(?:iur|jur)|Dipl\.[\p{L}.-]+)\.?$`)
	twoNames          = pattern(`(?i)\s(?:and|&|et|i|dhe|ve)\s`)
	spacedDash        = pattern(`\s+[–—-]\s+`)
	nameEnd           = pattern(`\s+[–—-]\s+|\s*:\s+`)

	// person is "Given SURNAME": what is certainly the name of a person among other text.
	person = pattern(`(?:\p{Lu}[\p{Ll}\p{M}'’]+(?:-\p{Lu}?[\p{Ll}\p{M}'’]+)*\s+)+(?:(?:van|von|der|den|de|da|dos|di|del|la|le|el|al|bin|ibn)\s+)*\p{Lu}(?:['’]?[\p{Lu}\p{M}])+(?:[ -]\p{Lu}(?:['’]?[\p{Lu}\p{M}])+)*`)
	// personAhead and personBehind are the signs between people and the text around them.
	personAhead  = pattern(`(?:^|[,;:–—|)-]|\b(?:and|et|with)|&)\s*(?:` + formsOfAddress + `\.?\s+)*$`)
	personBehind = pattern(`^\s*(?:$|[,;:(–—|.-]|\band\b|&)`)

	placeholder = pattern(`(?i)\b(?:tb[acdn]|n\.?n\.?|to be (?:confirmed|announced|determined|defined|nominated)|à confirmer)\b`)
	noPerson    = pattern(`(?i)\b(?:questions?|answers?|q\s?&\s?a|discussions?|break|welcome|opening|closing|conclusions?|introduction|registration|debate|session)\b`)
)

// particles are the words of a name that are written small.
var particles = wordsOf(`van von der den de da dos das di del della la le les el al bin ibn ben y e i zu af ter ten`)

// ranks may stand in front of a position in front of a name: "Chief Inspector Ana KOVAČ".
var ranks = wordsOf(`chief senior deputy first general assistant detective public state`)

// withoutMarks takes hour, number, part and moderator's mark off an entry.
func withoutMarks(entry string) (text string, moderator bool) {
	text = strings.TrimSpace(strings.TrimSuffix(itemNumber().ReplaceAllString(hourBefore().ReplaceAllString(entry, ""), ""), "."))
	for _, mark := range []*regexp.Regexp{moderatorBehind(), moderatorInside(), moderatorBefore()} {
		if mark.MatchString(text) {
			moderator = true
			text = strings.TrimRight(mark.ReplaceAllString(text, ""), ", ")
		}
	}
	return partBefore().ReplaceAllString(text, ""), moderator
}

// peopleIn finds where the people of an entry stand that are certainly people: "Given SURNAME" between commas, brackets
// and the like, outside brackets.
func peopleIn(text string) [][]int {
	var found [][]int
	for _, at := range person().FindAllStringIndex(text, -1) {
		ahead, name := text[:at[0]], text[at[0]:at[1]]
		surname := name[strings.LastIndexByte(name, ' ')+1:]
		switch {
		case !personAhead().MatchString(tail(ahead)) || !personBehind().MatchString(head(text[at[1]:])) || openBracket(ahead):
		case utf8.RuneCountInString(surname) < 4 && at[0] > 0: // "Agency XYZ"
		case nameLike(bareName(name)):
			found = append(found, at)
		}
	}
	return found
}

// splitPeople parts an entry that names several people behind each other.
func splitPeople(entry string) []string {
	people := peopleIn(entry)
	if len(people) < 2 {
		return []string{entry}
	}
	var list []string
	from := 0
	for _, at := range append(people[1:], []int{len(entry)}) {
		piece := strings.TrimRight(entry[from:at[0]], " ,;&")
		for _, word := range []string{" and", " et", " Mr", " Ms", " Mrs", " Dr", " Mr.", " Ms.", " Mrs.", " Dr."} {
			piece = strings.TrimRight(strings.TrimSuffix(piece, word), " ,;&")
		}
		list = append(list, piece)
		from = at[0]
	}
	return list
}

// namesNobody tells an entry of the programme that holds no person: "Questions and answers", "Speaker (tbc)".
func namesNobody(entry string) bool {
	text, _ := withoutMarks(entry)
	name := speakerParts(bracketPattern().ReplaceAllString(text, " "))[0]
	if len(peopleIn(text)) > 0 || nameLike(name) {
		return false
	}
	return !hasWord(text) || hourBefore().MatchString(entry) || placeholder().MatchString(text) || noPerson().MatchString(text) ||
		isRole(name) || isOrganisation(name) || severalModerators().MatchString(entry)
}

// personInBracket gives the bracket that holds the person of an entry: "The Budapest Convention (Ivo PERIĆ, Judge)".
func personInBracket(entry string) string {
	if text, _ := withoutMarks(entry); len(peopleIn(text)) > 0 || nameLike(speakerParts(bracketPattern().ReplaceAllString(text, " "))[0]) {
		return entry
	}
	for _, inside := range bracketPattern().FindAllString(entry, -1) {
		inside = strings.Trim(inside, "()[]")
		if people := peopleIn(inside); len(people) > 0 && people[0][0] == 0 {
			return inside
		}
	}
	return entry
}

// bareName is a name without form of address and degree.
func bareName(s string) string {
	return degreeBehind().ReplaceAllString(formOfAddress().ReplaceAllString(tabular.Clean(s), ""), "")
}

// rankBefore takes a position off the front of a name: "Judge Ana KOVAČ".
func rankBefore(name string) (rank, rest string) {
	words := strings.Fields(name)
	n := 0
	for n < len(words)-2 {
		w := participant.Fold(words[n])
		if !roleWords()[w] && !ranks()[w] {
			break
		}
		n++
	}
	if n == 0 || !roleWords()[participant.Fold(words[n-1])] || roleLinks()[participant.Fold(words[n])] {
		return "", name
	}
	return strings.Join(words[:n], " "), strings.Join(words[n:], " ")
}

// isAbbreviation tells "C-PROC", "EUROPOL", "T-CY": one word, two capitals or more.
func isAbbreviation(s string) bool {
	capitals := 0
	for _, c := range s {
		if unicode.IsSpace(c) {
			return false
		}
		if unicode.IsUpper(c) {
			capitals++
		}
	}
	return capitals >= 2
}

// nameLike tells a person's name (two to six words with capitals, no position and no institution in it, not two people)
// from other text in its place.
func nameLike(s string) bool {
	words := participant.Words(s)
	if len(words) < 2 || len(words) > 6 || twoNames().MatchString(s) || strings.ContainsAny(s, "0123456789:@") || noPerson().MatchString(s) || placeholder().MatchString(s) {
		return false
	}
	for _, w := range words {
		if w == strings.ToLower(w) && w != strings.ToUpper(w) && !particles()[participant.Fold(w)] || openers()[participant.Fold(w)] {
			return false
		}
	}
	return !isRole(s) && !isOrganisation(s)
}
