package identity

import (
	"slices"
	"strings"

	"rapporteur/internal/participant"
)

// LocalKind says how far the local part of an address spells a name, the strongest last.
type LocalKind int

// The kinds.
const (
	LocalNone    LocalKind = iota // nothing of the name is in it
	LocalOne                      // one of the names
	LocalLetters                  // the beginnings of both names run together (anakov)
	LocalInitial                  // an initial and another name
	LocalFull                     // two names or more
)

// LocalFit is what the part of an address before the @ says about a name. Whole: it spells every token of the name and
// nothing else but digits; Fine: in the finer forms too. Held has a bit for each token of the name that it holds in full.
type LocalFit struct {
	Kind   LocalKind
	Held   uint64
	Whole  bool
	Fine   bool
	Reason string
}

// LocalPart is the local part of an address prepared for comparison: its folded words, and all of them run together.
type LocalPart struct {
	words []string
	whole string
	fine  string // the letters of the finer forms, sorted
	mark  mark   // of the words and the whole
}

// NewLocal prepares a local part. Digits and signs part words.
func NewLocal(local string) LocalPart {
	var l LocalPart
	var fine []byte
	for _, p := range strings.FieldsFunc(strings.ToLower(local), func(r rune) bool { return r < 'a' && r != '\'' || r > 'z' && r < 0x80 }) {
		if f := participant.Fold(p); f != "" {
			l.words = append(l.words, f)
			fine = append(fine, participant.Fine(p)...)
		}
	}
	slices.Sort(fine)
	l.fine = string(fine)
	l.whole = participant.Fold(strings.Join(l.words, ""))
	l.mark = markOf(l.whole)
	for _, w := range l.words { // run together they may lose letters: n-j
		l.mark |= markOf(w)
	}
	return l
}

// Local compares the local part of an address with a known name.
func Local(local string, known Name) LocalFit {
	l := NewLocal(local)
	return l.Fit(&known)
}

// Fit compares the local part with a known name.
func (l *LocalPart) Fit(known *Name) LocalFit {
	parts, whole := l.words, l.whole
	if len(known.Tokens) == 0 || whole == "" {
		return LocalFit{}
	}
	best := LocalFit{}
	better := func(k LocalKind, reason string) {
		if k > best.Kind {
			best.Kind, best.Reason = k, reason
		}
	}
	for i, a := range known.Tokens {
		if len(a) >= 3 && known.mark(i).within(l.mark) && (contains(parts, a) || len(a) >= 5 && strings.Contains(whole, a)) {
			best.Held |= 1 << i
			better(LocalOne, "the address holds one of the names")
		}
		for j, b := range known.Tokens {
			if i == j {
				continue
			}
			if head := b[:min(3, len(b))]; !markOf(head).within(l.mark) || !strings.Contains(whole, head) {
				continue
			}
			switch {
			case contains(parts, a) && contains(parts, b), spells(whole, a, b):
				better(LocalFull, "the address spells the name")
			case whole != b && (spells(whole, a[:1], b) || spells(whole, b, a[:1])), contains(parts, b) && contains(parts, a[:1]):
				better(LocalInitial, "the address spells an initial and a name")
			case len(a) >= 3 && len(b) >= 3 && spells(whole, a[:3], b[:3]):
				better(LocalLetters, "the address spells the beginnings of both names")
			}
		}
	}
	if len(known.Tokens) > 2 && best.Kind < LocalFull {
		// Double surnames run together behind the given name: ana.kovacilic.
		for i, a := range known.Tokens {
			if !l.holdsAllBut(known, i) {
				continue
			}
			rest := squeeze(strings.Join(without(known.Tokens, i), ""))
			switch {
			case spells(whole, a, rest), spells(whole, rest, a):
				better(LocalFull, "the address spells the name")
			case whole != rest && (spells(whole, a[:1], rest) || spells(whole, rest, a[:1])):
				better(LocalInitial, "the address spells an initial and a name")
			}
		}
	}
	best.Whole = best.Kind == LocalFull && letters(whole) == letters(strings.Join(known.Tokens, ""))
	if best.Whole {
		fine := []byte(strings.Join(known.Fine, ""))
		slices.Sort(fine)
		best.Fine = l.fine == string(fine)
	}
	return best
}

// holdsAllBut tells whether the letters of all tokens but one stand in the local part.
func (l *LocalPart) holdsAllBut(known *Name, one int) bool {
	for i := range known.Tokens {
		if i != one && !known.mark(i).within(l.mark) {
			return false
		}
	}
	return true
}

// Strange tells whether the local part, which holds tokens of a name (those whose bits are in held), holds letters beside them
// that begin none of the name's tokens: then it is of somebody with a longer or another name (ana.kovacperic is not Ana
// Kovač, nor is a.kovaci).
func (l *LocalPart) Strange(known *Name, held uint64) bool {
	rest := []string{l.whole}
	for i, t := range known.Tokens {
		if held>>i&1 == 0 {
			continue
		}
		for at, piece := range rest {
			if before, after, ok := strings.Cut(piece, t); ok {
				rest[at] = before
				rest = append(rest, after)
				break
			}
		}
	}
	return slices.ContainsFunc(rest, func(piece string) bool {
		return piece != "" && !slices.ContainsFunc(known.Tokens, func(t string) bool { return strings.HasPrefix(t, piece) })
	})
}

// spells tells whether the two parts run together, doubled letters written once, are the whole.
func spells(whole, first, second string) bool {
	at := 0
	for _, part := range [2]string{first, second} {
		for i := range len(part) {
			if at > 0 && whole[at-1] == part[i] {
				continue
			}
			if at == len(whole) || whole[at] != part[i] {
				return false
			}
			at++
		}
	}
	return at == len(whole)
}

// letters sorts the letters, so that two spellings in another order compare.
func letters(s string) string {
	b := []byte(squeeze(s))
	slices.Sort(b)
	return string(b)
}

func contains(parts []string, token string) bool {
	for _, p := range parts {
		if p == token {
			return true
		}
	}
	return false
}

func without(tokens []string, i int) []string {
	return append(append([]string(nil), tokens[:i]...), tokens[i+1:]...)
}
