package tabular

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// textScanner reads a cleaned, lower-case text from the front.
type textScanner struct{ rest string }

// peek gives the next byte, 0 at the end.
func (p *textScanner) peek() byte {
	if p.rest == "" {
		return 0
	}
	return p.rest[0]
}

// number reads up to max digits and gives their value and count; 0 digits when more than max stand there.
func (p *textScanner) number(max int) (value, digits int) {
	for digits < len(p.rest) && p.rest[digits] >= '0' && p.rest[digits] <= '9' {
		if digits == max {
			return 0, 0
		}
		value = 10*value + int(p.rest[digits]-'0')
		digits++
	}
	p.rest = p.rest[digits:]
	return value, digits
}

// word gives the letters at the front, without taking them.
func (p *textScanner) word() string {
	for i, r := range p.rest {
		if !unicode.IsLetter(r) && r != '\u0307' { // the dot that lower case leaves of a Turkish capital i
			return p.rest[:i]
		}
	}
	return p.rest
}

func (p *textScanner) skip(chars string)    { p.rest = strings.TrimLeft(p.rest, chars) }
func (p *textScanner) skipWord(word string) { p.rest = strings.TrimPrefix(p.rest, word) }

// skipOrdinal passes the ending of 1st, 2nd, 28th, and the sign º.
func (p *textScanner) skipOrdinal() {
	for _, ending := range []string{"st ", "nd ", "rd ", "th ", "st,", "nd,", "rd,", "th,", "º", "er "} {
		if strings.HasPrefix(p.rest, ending) {
			p.rest = p.rest[len(ending):]
			return
		}
	}
}

// skipYearWord passes the word for "year" behind a date: 28.05.2020 г., 28.5.2020. god.
func (p *textScanner) skipYearWord() {
	rest := strings.TrimLeft(p.rest, " ")
	for _, year := range []string{"године", "година", "godine", "года", "год.", "god.", "р.", "г."} {
		if after, ok := strings.CutPrefix(rest, year); ok {
			p.rest = after
			return
		}
	}
}

// skipWeekday passes the word before a date and what sets it off.
func (p *textScanner) skipWeekday() {
	p.rest = strings.TrimLeft(p.rest[len(p.word()):], "., ")
}

// skipJoint passes what stands between a date and its time: a comma, a dash, ISO's T, "at" in several languages.
func (p *textScanner) skipJoint() {
	p.skip(" ,-–|")
	if len(p.rest) > 1 && p.rest[0] == 't' && p.rest[1] >= '0' && p.rest[1] <= '9' {
		p.rest = p.rest[1:]
	}
	if w := p.word(); slices.Contains([]string{"at", "à", "um", "u", "o", "në", "la", "ore", "ora", "ve", "во", "у", "в", "às", "alle", "godz"}, w) {
		p.rest = strings.TrimLeft(p.rest[len(w):], " .:")
	}
}

// month reads the name of a month at the front.
func (p *textScanner) month() (int, bool) {
	word := p.word()
	month := monthOf(word)
	if month == 0 {
		return 0, false
	}
	p.rest = p.rest[len(word):]
	return month, true
}

// monthStems are the beginnings of the months' names in English, French, German, Italian, Spanish, Romanian,
// Albanian, Turkish, Polish, Bosnian/Serbian/Montenegrin, Croatian and Macedonian, lower case, with the month they
// mean. Polish lipiec (July) begins like Croatian lipanj (June) and stands with a longer stem.
var monthStems = stemsOf(
	"jan ene gen ian oca sty siječ sijec јан",
	"feb fév fev shk şub sub lut velj фев",
	"mar mär maer mrt ožu ozuj мар",
	"apr avr abr pri nis kwi trav апр",
	"may mai maj mag svib мај",
	"jun juin giu iun qer haz cze lip јун",
	"jul juil lug iul korr tem srp lipie lipc јул",
	"aug aoû aou ago gus ağu agu sie kol авг",
	"sep set sht eyl wrz ruj сеп",
	"oct okt ott tet eki paź paz lis окт",
	"nov noi nën nen kas stud ное нов",
	"dec déc dez dic dhj ara gru pros дек",
)

type stem struct {
	letters string
	month   int
}

// stemsOf lists the stems of January to December, the longest first.
func stemsOf(months ...string) []stem {
	var stems []stem
	for i, month := range months {
		for letters := range strings.FieldsSeq(month) {
			stems = append(stems, stem{letters, i + 1})
		}
	}
	slices.SortStableFunc(stems, func(a, b stem) int { return len(b.letters) - len(a.letters) })
	return stems
}

// monthOf gives 1 to 12, or 0 when the word is no month.
func monthOf(word string) int {
	if utf8.RuneCountInString(word) < 3 {
		return 0
	}
	for _, s := range monthStems {
		if strings.HasPrefix(word, s.letters) {
			return s.month
		}
	}
	return 0
}

// halves are the words for before and after noon, as the regional settings of the platforms write them.
var halves = map[string]int{
	"am": 1, "a.m.": 1, "a. m.": 1, "a.m": 1, "öö": 1, "pd": 1, "e paradites": 1, "prijepodne": 1, "prije podne": 1,
	"pre podne": 1, "пре подне": 1, "претпладне": 1, "претпл.": 1, "vorm.": 1, "π.μ.": 1,
	"pm": 2, "p.m.": 2, "p. m.": 2, "p.m": 2, "ös": 2, "md": 2, "e pasdites": 2, "popodne": 2, "poslijepodne": 2,
	"po podne": 2, "по подне": 2, "попладне": 2, "попл.": 2, "nachm.": 2, "μ.μ.": 2,
}

// half reads a word for before (1) or after noon (2); 0 when there is none. The longest that fits is taken.
func (p *textScanner) half() int {
	if p.rest == "" || p.rest[0] >= '0' && p.rest[0] <= '9' {
		return 0
	}
	found, length := 0, 0
	for word, half := range halves {
		if len(word) > length && strings.HasPrefix(p.rest, word) {
			found, length = half, len(word)
		}
	}
	p.rest = p.rest[length:]
	return found
}
