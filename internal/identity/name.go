package identity

import (
	"slices"
	"strings"

	"rapporteur/internal/participant"
)

// Name is a human name prepared for comparison: the folded tokens of two letters or more and the initials, both in
// written order. Fine holds each token's finer key.
type Name struct {
	Tokens   []string
	Fine     []string
	Initials []string
	words    []string  // the tokens as written
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
func (n Name) runTogether() [2]string {
	if n.joined[0] == "" {
		return runTogether(n.Tokens)
	}
	return n.joined
}

func runTogether(tokens []string) [2]string {
	turned := slices.Clone(tokens)
	slices.Reverse(turned)
	return [2]string{squeeze(strings.Join(tokens, "")), squeeze(strings.Join(turned, ""))}
}

func read(full string) Name {
	var n Name
	for _, w := range participant.Words(participant.Repair(full)) {
		key := participant.Fold(w)
		switch {
		case key == "" || strings.ContainsAny(key, "0123456789") || len(n.Tokens)+len(n.Initials) == mostTokens:
		case len([]rune(w)) == 1 || len(key) == 1:
			n.Initials = append(n.Initials, key[:1])
		default:
			n.Tokens = append(n.Tokens, key)
			n.Fine = append(n.Fine, participant.Fine(w))
			n.words = append(n.words, w)
		}
	}
	return n
}

// StrippedName prepares a display name: it is taken apart first.
func StrippedName(display string) Name { return NewName(participant.Strip(display).Name) }

// Empty tells whether no name is left: a device, a number, an organisation.
func (n Name) Empty() bool { return len(n.Tokens) == 0 && len(n.Initials) == 0 }

// Full tells whether the name has two tokens or more.
func (n Name) Full() bool { return len(n.Tokens) >= 2 }

// Key is the order-free key of tokens and initials.
func (n Name) Key() string {
	all := slices.Concat(n.Tokens, n.Initials)
	slices.Sort(all)
	return strings.Join(all, " ")
}
