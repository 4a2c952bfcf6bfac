package identity

import (
	"fmt"
	"slices"
	"strings"
)

// Kind says how a shown name fits a known one, the strongest first.
type Kind int

// The kinds.
const (
	NoFit       Kind = iota // nothing in common
	Other                   // full names that share one token and contradict each other in another
	OneName                 // one name only is shown, and it is one of the known ones
	OnlyLetters             // initials only, and they fit
	Distant                 // one token equal, the other about two letters apart
	Flipped                 // as Slip, but the difference is that between a man's and a woman's name
	Slip                    // one or more tokens a single letter apart, the rest equal
	Initialed               // one token equal, an initial for the other
	Part                    // two tokens or more are equal, one side has more
	Variant                 // equal after folding, but the folding merges two living names (Anja, Ana)
	Exact                   // every token is equal after folding
)

// Fit is the comparison of a shown name with a known one. Shared are the known tokens found; Reason is for the officer.
type Fit struct {
	Kind   Kind
	Shared []string
	Reason string
	// Extra are the shown tokens, Missing the known ones, that found no partner.
	Extra, Missing []string
}

// Compare fits a shown name to a known one, in any order and script.
func Compare(shown, known Name) Fit {
	if len(known.Tokens) == 0 || shown.Empty() {
		return Fit{}
	}
	if len(shown.Tokens) == 0 {
		return onlyInitials(shown, known)
	}
	if len(shown.Tokens) == 1 && len(shown.Initials) == 0 {
		return singleToken(shown, known)
	}
	if len(known.Tokens) == 1 && len(known.Initials) == 0 {
		return singleToken(known, shown)
	}
	return align(shown, known)
}

// pairing is one-to-one, the strongest pairs first.
type pairing struct {
	exact, near, flips, initials int
	shared                       []string
	restShown, restKnown         []string
	fine                         bool
}

func pair(shown, known Name) pairing {
	p := pairing{fine: true}
	usedS := make([]bool, len(shown.Tokens))
	usedK := make([]bool, len(known.Tokens))
	match := func(ok func(s, k int) bool, found func(s, k int)) {
		for s := range shown.Tokens {
			for k := range known.Tokens {
				if !usedS[s] && !usedK[k] && ok(s, k) {
					usedS[s], usedK[k] = true, true
					p.shared = append(p.shared, known.Tokens[k])
					found(s, k)
				}
			}
		}
	}
	match(func(s, k int) bool { return shown.Tokens[s] == known.Tokens[k] && shown.Fine[s] == known.Fine[k] },
		func(int, int) { p.exact++ })
	match(func(s, k int) bool { return shown.Tokens[s] == known.Tokens[k] },
		func(int, int) { p.exact++; p.fine = false })
	match(func(s, k int) bool {
		a, b := shown.Tokens[s], known.Tokens[k]
		return SurnameForms(a, b) || Flip(a, b) && min(len(a), len(b)) >= 3 || Near(a, b)
	}, func(s, k int) {
		if a, b := shown.Tokens[s], known.Tokens[k]; Flip(a, b) && !SurnameForms(a, b) {
			p.flips++
		} else {
			p.near++
		}
	})
	initials := slices.Clone(shown.Initials)
	for k := range known.Tokens {
		if usedK[k] {
			continue
		}
		if i := slices.Index(initials, known.Tokens[k][:1]); i >= 0 {
			usedK[k] = true
			p.initials++
			initials = slices.Delete(initials, i, i+1)
		}
	}
	knownInitials := slices.Clone(known.Initials)
	for s := range shown.Tokens {
		if usedS[s] {
			continue
		}
		if i := slices.Index(knownInitials, shown.Tokens[s][:1]); i >= 0 {
			usedS[s] = true
			p.initials++
			knownInitials = slices.Delete(knownInitials, i, i+1)
		}
	}
	for s, u := range usedS {
		if !u {
			p.restShown = append(p.restShown, shown.Tokens[s])
		}
	}
	for k, u := range usedK {
		if !u {
			p.restKnown = append(p.restKnown, known.Tokens[k])
		}
	}
	return p
}

func align(shown, known Name) Fit {
	p := pair(shown, known)
	f := Fit{Shared: p.shared, Extra: p.restShown, Missing: p.restKnown}
	whole := len(p.restShown) == 0 && len(p.restKnown) == 0
	switch {
	case whole && p.exact >= 2 && p.near+p.flips+p.initials == 0 && p.fine:
		f.Kind, f.Reason = Exact, "same name"
	case whole && p.exact >= 2 && p.near+p.flips+p.initials == 0:
		f.Kind, f.Reason = Variant, "same name in another spelling"
	case whole && p.flips > 0 && p.exact+p.near > 0:
		f.Kind, f.Reason = Flipped, "names differ as a man's and a woman's name do"
	case whole && p.near > 0 && p.exact+p.initials > 0 && p.flips == 0, whole && p.near > 1:
		f.Kind, f.Reason = Slip, "names differ by one letter"
	case whole && p.exact > 0 && p.initials > 0:
		f.Kind, f.Reason = Initialed, "an initial and a name fit"
	case p.exact >= 2 || p.exact == 1 && p.near >= 1 && (len(p.restShown) == 0 || len(p.restKnown) == 0):
		f.Kind, f.Reason = Part, "a part of the name is the same"
	case p.exact >= 1 && len(p.restShown) == 1 && len(p.restKnown) == 1 && alike(p.restShown[0], p.restKnown[0]):
		f.Kind, f.Reason = Distant, "names differ by a few letters"
	case p.exact+p.near >= 1 && p.initials > 0 && (len(p.restShown) == 0 || len(p.restKnown) == 0):
		f.Kind, f.Reason = Initialed, "an initial and a part of the name fit"
	case p.exact > 0:
		f.Kind, f.Reason = Other, "only one of the names is the same"
	}
	return f
}

// alike is about two letters apart, or one run into the other.
func alike(a, b string) bool {
	if n := min(len(a), len(b)); n >= 4 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
		return true
	} else if n < 5 {
		return false
	}
	return Distance(a, b, 2) <= 2
}

func singleToken(one, full Name) Fit {
	t := one.Tokens[0]
	if len(full.Tokens) >= 2 {
		for _, joined := range joins(full.Tokens) {
			if joined == t {
				return Fit{Kind: Exact, Shared: full.Tokens, Reason: "same name, written in one word"}
			}
			if len(t) >= 8 && Near(t, joined) {
				return Fit{Kind: Slip, Shared: full.Tokens, Reason: "same name in one word, but for one letter"}
			}
		}
	}
	for _, k := range full.Tokens {
		if k == t {
			if len(full.Tokens) == 1 && len(full.Initials) == 0 {
				return Fit{Kind: OneName, Shared: []string{k}, Reason: "same single name"}
			}
			return Fit{Kind: OneName, Shared: []string{k}, Reason: "only one name is shown, and it fits"}
		}
	}
	return Fit{}
}

// joins gives the tokens run together, in written order and turned round.
func joins(tokens []string) []string {
	turned := slices.Clone(tokens)
	slices.Reverse(turned)
	return []string{squeeze(strings.Join(tokens, "")), squeeze(strings.Join(turned, ""))}
}

// squeeze writes doubled letters once, as the fold key does inside one token.
func squeeze(s string) string { return string(slices.Compact([]byte(s))) }

func onlyInitials(shown, known Name) Fit {
	if len(shown.Initials) < 2 {
		return Fit{}
	}
	left := slices.Clone(shown.Initials)
	for _, k := range known.Tokens {
		if i := slices.Index(left, k[:1]); i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
	}
	if len(left) > 0 {
		return Fit{}
	}
	return Fit{Kind: OnlyLetters, Reason: fmt.Sprintf("only initials are shown (%d), and they fit", len(shown.Initials))}
}
