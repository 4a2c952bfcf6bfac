package identity

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
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
	Nickname                // one token or more equal, a short or pet form for the other
	Part                    // two tokens or more are equal, one side has more
	Variant                 // equal after folding, but the folding merges two living names (Anja, Ana)
	Exact                   // every token is equal after folding
)

// Fit is the comparison of a shown name with a known one. Shared are the known tokens found, where the names do not
// contradict each other; Reason is for the officer.
type Fit struct {
	Kind   Kind
	Shared []string
	Reason string
	// Slip are the shown and the known token that differ by a letter, where one pair does and no initial is shown.
	Slip [2]string
	// Extra are the shown tokens, Missing the known ones, that found no partner.
	Extra, Missing []string
}

// Compare fits a shown name to a known one, in any order and script.
func Compare(shown, known Name) Fit { return shown.Fit(&known) }

// Fit is Compare for who compares very many.
func (n *Name) Fit(known *Name) Fit {
	shown := n
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

// pairing is one-to-one, the strongest pairs first. The bits of shown and of known tell which of their tokens found a
// partner; fine: every equal pair is equal in its finer forms too.
type pairing struct {
	exact, near, flips, initials int
	shown, known                 uint64
	order                        [mostTokens]uint8 // known tokens paired with shown ones, in the order of the pairs
	fine                         bool
	slip                         [2]int // the shown and the known token of the last pair a letter apart
}

func pair(shown, known *Name) pairing {
	p := pairing{fine: true}
	spelt := false // some tokens are equal in their fold only
	for s, a := range shown.Tokens {
		for k, b := range known.Tokens {
			if shown.mark(s) == known.mark(k) && a == b && p.free(s, k) {
				if shown.Fine[s] == known.Fine[k] {
					p.take(s, k, &p.exact)
				} else {
					spelt = true
				}
			}
		}
	}
	if spelt {
		before := p.exact
		for s, a := range shown.Tokens {
			for k, b := range known.Tokens {
				if a == b && p.free(s, k) {
					p.take(s, k, &p.exact)
				}
			}
		}
		p.fine = p.exact == before
	}
	for s, a := range shown.Tokens {
		for k, b := range known.Tokens {
			if shown.mark(s).far(known.mark(k)) || !p.free(s, k) || !mayBeNear(a, b) {
				if p.free(s, k) && spelledNear(shown, known, s, k) {
					p.slip = [2]int{s, k}
					p.take(s, k, &p.near)
				}
				continue
			}
			forms := SurnameForms(a, b)
			switch flip := !forms && Flip(a, b); {
			case flip && min(len(a), len(b)) >= 3:
				p.take(s, k, &p.flips)
			case forms || !flip && (Near(a, b) || spelledNear(shown, known, s, k)):
				p.slip = [2]int{s, k}
				p.take(s, k, &p.near)
			}
		}
	}
	p.known, p.initials = pairInitials(shown.Initials, known, p.known, p.initials)
	p.shown, p.initials = pairInitials(known.Initials, shown, p.shown, p.initials)
	return p
}

// spelledNear tells whether two tokens are a letter apart as they are spelt where their folded forms are further apart:
// folding makes one letter of two, and a slip between them makes two again.
func spelledNear(shown, known *Name, s, k int) bool {
	if (shown.spelt>>s|known.spelt>>k)&1 == 0 || shown.mark(s).apart(known.mark(k)) > 4 {
		return false
	}
	x, y := shown.latin[s], known.latin[k]
	if x[0] != y[0] || max(len(x)-len(y), len(y)-len(x)) > 1 {
		return false
	}
	return Near(x, y) && !Flip(x, y)
}

// free tells whether neither token has a partner yet.
func (p *pairing) free(s, k int) bool { return p.shown>>s&1 == 0 && p.known>>k&1 == 0 }

// take makes two tokens partners and counts them.
func (p *pairing) take(s, k int, count *int) {
	p.shown |= 1 << s
	p.known |= 1 << k
	p.order[p.exact+p.near+p.flips] = uint8(k)
	*count++
}

// mayBeNear sorts out most pairs of tokens: such as differ by a letter or by an ending begin or end alike.
func mayBeNear(a, b string) bool {
	return (a[0] == b[0] || a[len(a)-1] == b[len(b)-1]) && max(len(a)-len(b), len(b)-len(a)) <= utf8.UTFMax
}

// pairInitials lets each initial stand for one token that has no partner yet.
// What a digraph folds to may begin with another letter than the name (Džafić): either counts.
func pairInitials(initials []string, of *Name, used uint64, count int) (uint64, int) {
	var spent uint64
	for t, token := range of.Tokens {
		for i, initial := range initials {
			if used>>t&1 == 0 && spent>>i&1 == 0 && (initial == token[:1] || initial == of.latin[t][:1]) {
				used |= 1 << t
				spent |= 1 << i
				count++
			}
		}
	}
	return used, count
}

// fit writes down which tokens found a partner and, where it matters, which did not.
func (p *pairing) fit(shown, known *Name, kind Kind, reason string) Fit {
	f := Fit{Kind: kind, Reason: reason}
	if kind <= Other {
		return f // most comparisons end here
	}
	paired := p.exact + p.near + p.flips
	f.Shared = make([]string, 0, paired)
	for _, k := range p.order[:paired] {
		f.Shared = append(f.Shared, known.Tokens[k])
	}
	if p.near == 1 && p.initials == 0 {
		f.Slip = [2]string{shown.Tokens[p.slip[0]], known.Tokens[p.slip[1]]}
	}
	f.Extra, f.Missing = rest(shown.Tokens, p.shown), rest(known.Tokens, p.known)
	return f
}

// rest gives the tokens without a partner.
func rest(tokens []string, used uint64) []string {
	var out []string
	for t, token := range tokens {
		if used>>t&1 == 0 {
			out = append(out, token)
		}
	}
	return out
}

// align pairs the names and says how they fit.
func align(shown, known *Name) Fit {
	p := pair(shown, known)
	if p.exact+p.near+p.flips == 0 {
		return Fit{}
	}
	extra := len(shown.Tokens) - bits.OnesCount64(p.shown)
	missing := len(known.Tokens) - bits.OnesCount64(p.known)
	whole, oneSided := extra+missing == 0, extra == 0 || missing == 0
	left := p.exact >= 1 && extra == 1 && missing == 1 // one token on each side has no partner: these two
	s, k := bits.TrailingZeros64(^p.shown), bits.TrailingZeros64(^p.known)
	kind, reason := NoFit, ""
	switch {
	case whole && p.exact >= 2 && p.near+p.flips+p.initials == 0 && p.fine:
		kind, reason = Exact, "same name"
	case whole && p.exact >= 2 && p.near+p.flips+p.initials == 0:
		kind, reason = Variant, "same name in another spelling"
	case whole && p.flips > 0 && p.exact+p.near > 0:
		kind, reason = Flipped, "names differ as a man's and a woman's name do"
	case whole && p.near > 0 && p.exact == 0 && p.initials > 0:
		kind, reason = Distant, "an initial fits, and a name but for a letter"
	case whole && p.near > 0 && p.exact > 0 && p.flips == 0, whole && p.near > 1:
		kind, reason = Slip, "names differ by one letter"
	case whole && p.exact > 0 && p.initials > 0:
		kind, reason = Initialed, "an initial and a name fit"
	case left && p.near+p.flips == 0 && Familiar(shown.Tokens[s], known.Tokens[k]):
		kind, reason = Nickname, "a short form of the name fits"
	case p.exact >= 2 || p.exact == 1 && p.near >= 1 && oneSided:
		kind, reason = Part, "a part of the name is the same"
	case left && mayBeAlike(shown.mark(s), known.mark(k)) && alike(shown.Tokens[s], known.Tokens[k]):
		kind, reason = Distant, "names differ by a few letters"
	case p.exact+p.near >= 1 && p.initials > 0 && oneSided:
		kind, reason = Initialed, "an initial and a part of the name fit"
	case p.exact > 0:
		kind, reason = Other, "only one of the names is the same"
	}
	return p.fit(shown, known, kind, reason)
}

// mayBeAlike sorts out most pairs of tokens that are not alike: two letters changed, or a letter and more at the end.
func mayBeAlike(a, b mark) bool { return a.apart(b) <= 4 || a.within(b) || b.within(a) }

// alike is about two letters apart, or one run into the other.
func alike(a, b string) bool {
	if n := min(len(a), len(b)); n >= 4 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
		return true
	} else if n < 5 {
		return false
	}
	return Distance(a, b, 2) <= 2
}

func singleToken(one, full *Name) Fit {
	t := one.Tokens[0]
	if len(full.Tokens) >= 2 {
		for _, joined := range full.runTogether() {
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

// squeeze writes doubled letters once, as the fold key does inside one token.
func squeeze(s string) string { return string(slices.Compact([]byte(s))) }

func onlyInitials(shown, known *Name) Fit {
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
