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
}

// NewName prepares a name that is already free of titles, organisations and devices. Tokens with a digit are dropped.
func NewName(full string) Name {
	var n Name
	for _, w := range participant.Words(participant.Repair(full)) {
		key := participant.Fold(w)
		switch {
		case key == "" || strings.ContainsAny(key, "0123456789"):
		case len([]rune(w)) == 1 || len(key) == 1:
			n.Initials = append(n.Initials, key[:1])
		default:
			n.Tokens = append(n.Tokens, key)
			n.Fine = append(n.Fine, participant.Fine(w))
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
