package participant

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The official Latin spellings, letter by letter.
var (
	serbian = strings.NewReplacer("Љ", "Lj", "Њ", "Nj", "Џ", "Dž", "Ђ", "Đ", "Ћ", "Ć", "Ч", "Č", "Ш", "Š", "Ж", "Ž",
		"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "ђ", "đ", "е", "e", "ж", "ž", "з", "z", "и", "i", "ј", "j", "к", "k",
		"л", "l", "љ", "lj", "м", "m", "н", "n", "њ", "nj", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "ћ", "ć", "у", "u",
		"ф", "f", "х", "h", "ц", "c", "ч", "č", "џ", "dž", "ш", "š")
	macedonian = strings.NewReplacer("а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "ѓ", "gj", "е", "e", "ж", "zh", "з", "z",
		"ѕ", "dz", "и", "i", "ј", "j", "к", "k", "л", "l", "љ", "lj", "м", "m", "н", "n", "њ", "nj", "о", "o", "п", "p", "р", "r",
		"с", "s", "т", "t", "ќ", "kj", "у", "u", "ф", "f", "х", "h", "ц", "c", "ч", "ch", "џ", "dj", "ш", "sh")
	bare = strings.NewReplacer("đ", "dj", "ž", "z", "ć", "c", "č", "c", "š", "s")
)

func word(alphabet string) *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune(alphabet)), 1, 12, -1)
}

func TestSerbianScriptsAreOneKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cyrillic := word("абвгдђежзијклљмнњопрстћуфхцчџш").Draw(t, "word")
		latin := serbian.Replace(cyrillic)
		for _, other := range []string{latin, bare.Replace(latin), strings.ToUpper(cyrillic), strings.ToUpper(latin)} {
			if Fold(other) != Fold(cyrillic) {
				t.Fatalf("Fold(%q) = %q, Fold(%q) = %q", other, Fold(other), cyrillic, Fold(cyrillic))
			}
		}
	})
}

func TestMacedonianScriptsAreOneKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// џ has two Latin spellings; the second is in the table of examples.
		cyrillic := word("абвгдѓежзѕијклљмнњопрстќуфхцчш").Draw(t, "word")
		if latin := macedonian.Replace(cyrillic); Fold(latin) != Fold(cyrillic) {
			t.Fatalf("Fold(%q) = %q, Fold(%q) = %q", latin, Fold(latin), cyrillic, Fold(cyrillic))
		}
	})
}

func TestFoldKeyIsStableAndOrderFree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "name")
		key := FoldKey(s)
		if again := FoldKey(key); again != key {
			t.Fatalf("FoldKey(%q) = %q, and of that %q", s, key, again)
		}
		if f := Fold(s); Fold(f) != f {
			t.Fatalf("Fold(%q) = %q, and of that %q", s, f, Fold(f))
		}
		words := Words(s)
		slices.Reverse(words)
		if turned := FoldKey(strings.Join(words, " ")); turned != key {
			t.Fatalf("FoldKey(%q) = %q, turned round %q", s, key, turned)
		}
		if len(FineTokens(s)) != len(Tokens(s)) {
			t.Fatalf("fine and folded tokens of %q differ in number", s)
		}
	})
}

func TestNothingPanicsOnAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		Strip(s)
		IsDevice(s)
		IsPhoneName(s)
		PhoneDigits(s)
		ParseSex(s)
		Repair(s)
		if e := NormaliseEmail(s); NormaliseEmail(e) != e {
			t.Fatalf("NormaliseEmail(%q) = %q is not stable", s, e)
		}
	})
}
