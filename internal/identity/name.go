package identity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/internal/participant"
)

// Name is a human name prepared for comparison: the folded tokens of two letters or more and the initials, both in
// written order. Fine holds each token's finer key.
type Name struct {
	Tokens   []string
	Fine     []string
	Initials []string
	words    []string // the tokens as written
	latin    []string // the tokens in Latin letters, digraphs and doubled letters standing
	marks    [mostMarks]mark
	spelt    uint64    // a bit for each token whose Latin letters are not those of its key
	joined   [2]string // the tokens run together, in written order and turned round; for full names
}

// mostTokens is how many words of a name are looked at; no human's has as many.
const mostTokens = 32

// NewName prepares a name that is already free of titles, organisations and devices. Tokens with a digit are dropped.
func NewName(full string) Name {
	n := read(full)
	if n.Full() {
		n.joined = runTogether(n.Tokens)
	}
	return n
}

// runTogether gives the tokens as people type a name without a blank.
func (n *Name) runTogether() [2]string {
	if n.joined[0] == "" {
		return runTogether(n.Tokens)
	}
	return n.joined
}

func runTogether(tokens []string) [2]string {
	length := 0
	for _, t := range tokens {
		length += len(t)
	}
	both := make([]byte, 0, 2*length)
	for _, t := range tokens {
		both = append(both, t...)
	}
	straight := slices.Compact(both)
	both = straight
	for _, t := range slices.Backward(tokens) {
		both = append(both, t...)
	}
	turned := slices.Compact(both[len(straight):])
	return [2]string{string(straight), string(turned)}
}

func read(full string) Name {
	var n Name
	words := participant.Words(participant.Repair(full))
	each, room := len(words), make([]string, 4*len(words))
	n.Tokens, n.Fine = room[:0:each], room[each:each:2*each]
	n.words, n.latin = room[2*each:2*each:3*each], room[3*each:3*each]
	for _, w := range words {
		key := participant.Fold(w)
		switch {
		case key == "" || strings.ContainsAny(key, "0123456789") || len(n.Tokens)+len(n.Initials) == mostTokens:
		case len(key) == 1 && utf8.RuneCountInString(w) > 2: // what a slip left of a name (Ljl) is no initial
		case len(key) == 1 || utf8.RuneCountInString(w) == 1:
			n.Initials = append(n.Initials, key[:1])
		default:
			if at := len(n.Tokens); at < mostMarks {
				n.marks[at] = markOf(key)
			}
			n.Tokens = append(n.Tokens, key)
			n.Fine = append(n.Fine, participant.Fine(w))
			n.words = append(n.words, w)
			latin := participant.Latin(w)
			if latin != key {
				n.spelt |= 1 << (len(n.Tokens) - 1)
			}
			n.latin = append(n.latin, latin)
		}
	}
	return n
}

// StrippedName prepares a display name: it is taken apart first.
func StrippedName(display string) Name { return NewName(participant.Strip(display).Name) }

// Empty tells whether no name is left: a device, a number, an organisation.
func (n *Name) Empty() bool { return len(n.Tokens) == 0 && len(n.Initials) == 0 }

// Full tells whether the name has two tokens or more.
func (n *Name) Full() bool { return len(n.Tokens) >= 2 }

// Latin gives a token in Latin letters as it is spelt: the fold key makes one of some letters that a slip of the keys parts
// (Grujpić, Grujić).
func (n *Name) Latin(token int) string { return n.latin[token] }

// Key is the order-free key of tokens and initials.
func (n Name) Key() string {
	all := slices.Concat(n.Tokens, n.Initials)
	slices.Sort(all)
	return strings.Join(all, " ")
}
