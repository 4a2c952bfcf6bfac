package participant

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phoneShape is a number as platforms show a caller: digits, signs and masking characters, nothing else.
var phoneShape = regexp.MustCompile(`^[+(]?[0-9Xx*•.#·\-–()/ +]+$`)

// callerNames are the names platforms give to callers and to people who show no name.
var callerNames, callerInitials = func() (map[string]bool, map[rune]bool) {
	names, initials := map[string]bool{}, map[rune]bool{}
	for name := range strings.SplitSeq("call-in user|call in user|callin user|phone user|telephone user|dial-in user|dial in user|dialin user|caller|call user|"+
		"pstn user|pstn|phone caller|telephone|external caller|unknown caller|anonymous|anonymous user|anonymous attendee|anonymous participant|unknown user|"+
		"anonim|anonimni|anonimni korisnik|anonim kullanıcı|anonyme|utilisateur anonyme|anonymer benutzer|анонимен|анонимни|анонім|utilizator anonim", "|") {
		names[name] = true
		initial, _ := utf8.DecodeRuneInString(name)
		initials[initial] = true
	}
	return names, initials
}()

// IsPhoneName tells whether a display name is only a number, a masked number, "Call-in User 3" or "Anonymous": it names
// nobody. A name with letters beside the number is no phone name.
func IsPhoneName(name string) bool {
	s := clean(name)
	if isCaller(s) {
		return true
	}
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r) && r != 'x' && r != 'X':
			return false
		}
	}
	return digits >= 3 && phoneShape.MatchString(s)
}

// isCaller tells the name of a caller, with or without a number behind it.
func isCaller(s string) bool {
	if initial, _ := utf8.DecodeRuneInString(s); !callerInitials[unicode.ToLower(initial)] {
		return false
	}
	s = strings.TrimRight(s, "0123456789*xX+()_:#- ")
	var room [64]byte
	lower := room[:0]
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || len(lower) == len(room) {
			return callerNames[strings.ToLower(s)]
		} else if c >= 'A' && c <= 'Z' {
			lower = append(lower, c|0x20)
		} else {
			lower = append(lower, c)
		}
	}
	return callerNames[string(lower)]
}

// fullPhone is how many digits a whole number has at least.
const fullPhone = 8

// phoneMasks stand for digits that a platform does not show.
const phoneMasks = "*•Xx·"

// PhoneDigits gives the digits of a phone number without the international prefix 00 and without leading zeros, and
// whether a part of it is masked. For a masked number it gives the digits after the last mask only. Noughts in front of a
// few digits stay: they are the end of a number ("Call-in user 0039").
func PhoneDigits(s string) (digits string, masked bool) {
	s = clean(s)
	if i := strings.LastIndexAny(s, phoneMasks); i >= 0 {
		masked = true
		s = s[i:]
	}
	s = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	if !masked && len(s) >= fullPhone {
		s = strings.TrimLeft(s, "0")
	}
	return s, masked
}

// SamePhone tells whether two full numbers are one: their last eight digits are equal and, where both carry more, the
// longer one ends with the shorter. Masked or shorter numbers are never the same.
func SamePhone(a, b string) bool {
	x, mx := PhoneDigits(a)
	y, my := PhoneDigits(b)
	if mx || my || len(x) < fullPhone || len(y) < fullPhone {
		return false
	}
	return strings.HasSuffix(x, y) || strings.HasSuffix(y, x)
}
