package identity

import (
	"slices"
	"strings"

	"rapporteur/internal/participant"
)

// Mistyped tells whether of two folded tokens one letter apart the one is likelier a slip of the keys than another name:
// long enough, no man's and woman's form, no other ending, and of the two neither is written as names of the list are.
// In a short list every rare name is written as no other, so that it tells nothing of the known one. Patronymic surnames differ by a letter or two (-ević, -etić; -oski, -eski), so a letter's difference alone says nothing.
func (s *Spelling) Mistyped(shown, known string) bool {
	const fewest = 4
	if min(len(shown), len(known)) < fewest || Flip(shown, known) || SurnameForms(shown, known) || !oneApart(shown, known) {
		return false
	}
	if (shown[0] != known[0] || shown[len(shown)-1] != known[len(known)-1]) && !swapped(shown, known) {
		return false
	}
	if besideVowel(shown, known) || besideVowel(known, shown) {
		return false
	}
	// One consonant or one vowel for another makes a name as well as a slip, and so does a vowel more in the ending (-ovski,
	// -ovoski): only a long list knows which.
	if !s.Plenty() && !swapped(shown, known) && (sameClass(shown, known) || vowelInEnding(shown, known) || vowelInEnding(known, shown)) {
		return false
	}
	return s.Odd(shown, 0) || s.Plenty() && s.Odd(known, 1)
}

// besideVowel tells whether the longer of two tokens has a vowel more beside another: Radoević is no slip of Radević.
func besideVowel(longer, shorter string) bool {
	if len(longer) != len(shorter)+1 {
		return false
	}
	i := commonPrefix(longer, shorter)
	return isVowel(longer[i]) && (i > 0 && isVowel(longer[i-1]) || i+1 < len(longer) && isVowel(longer[i+1]))
}

// vowelInEnding tells whether the longer of two tokens has a vowel more behind a stem, among its last letters, where family names vary.
func vowelInEnding(longer, shorter string) bool {
	const stem, ending = 4, 5
	if len(longer) != len(shorter)+1 {
		return false
	}
	i := commonPrefix(longer, shorter)
	return i >= stem && isVowel(longer[i]) && len(longer)-i <= ending
}

// EndsOtherwise tells whether one of two tokens has a vowel more among its last two letters, or ends in a vowel and the other
// does not, as the names of men and of women differ.
func EndsOtherwise(a, b string) bool {
	if isVowel(a[len(a)-1]) != isVowel(b[len(b)-1]) {
		return true
	}
	if len(a) < len(b) {
		a, b = b, a
	}
	i := commonPrefix(a, b)
	return len(a) == len(b)+1 && i >= len(a)-2 && isVowel(a[i])
}

// sameClass tells of two tokens one letter apart whether a vowel stands for a vowel or a consonant for a consonant.
func sameClass(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := commonPrefix(a, b)
	return i < len(a) && isVowel(a[i]) == isVowel(b[i])
}

// swapped tells whether two tokens one letter apart differ by two letters that changed places.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := commonPrefix(a, b)
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i]
}

// SameSound tells whether two different folded tokens are one name that Latin letters write in two ways: Ukrainian г is h
// in one passport and g in another.
func SameSound(a, b string) bool { return differIn(a, b, "hg") }

// MayBeSameSound is SameSound where it warns of a namesake: Greek χ is h in one spelling and ch, which folds to c, in another.
func MayBeSameSound(a, b string) bool { return SameSound(a, b) || differIn(a, b, "hc") }

// differIn tells whether two different tokens are equal but for these letters, which stand for each other.
func differIn(a, b, letters string) bool {
	if a == b || len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i] != b[i] && (strings.IndexByte(letters, a[i]) < 0 || strings.IndexByte(letters, b[i]) < 0) {
			return false
		}
	}
	return true
}

// Resembles tells whether two full names that share a token may be one person's beside an address that is that person's:
// a letter of the words left over went astray (Lka, Luka).
func Resembles(shown, known Name) bool {
	p := pair(&shown, &known)
	x, y := rest(shown.words, p.shown), rest(known.words, p.known)
	if p.exact == 0 || len(x) != 1 || len(y) != 1 {
		return false
	}
	// Letter by letter: the fold key makes one letter of some that a slip parts (Alekasandar, Aleksandar).
	return LetterAstray(participant.Latin(x[0]), participant.Latin(y[0]))
}

// LetterAstray tells whether two tokens begin alike and one has a letter more than the other, or two letters changed places: a
// letter in another's place makes another name (Goran, Zoran).
func LetterAstray(a, b string) bool {
	if a == "" || b == "" || a[0] != b[0] || Flip(a, b) || !oneApart(a, b) {
		return false
	}
	return len(a) != len(b) || swapped(a, b)
}

// ConsonantMore tells whether the longer of two tokens one letter apart has a consonant more.
func ConsonantMore(longer, shorter string) bool {
	i := commonPrefix(longer, shorter)
	return len(longer) == len(shorter)+1 && !isVowel(longer[i])
}

// Doubled tells whether two names are the same but for consonants that one of them writes twice (Kapetanovvic).
func Doubled(a, b Name) bool {
	return len(a.Initials)+len(b.Initials) == 0 && once(a) == once(b)
}

// once is an order-free key of the Latin forms with doubled consonants written once.
func once(n Name) string {
	forms := make([]string, len(n.latin))
	for i, form := range n.latin {
		var out []byte
		for at := range len(form) {
			if at == 0 || form[at] != form[at-1] || isVowel(form[at]) {
				out = append(out, form[at])
			}
		}
		forms[i] = string(out)
	}
	slices.Sort(forms)
	return strings.Join(forms, " ")
}
