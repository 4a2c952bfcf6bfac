package match

import (
	"slices"

	"rapporteur/internal/identity"
)

// certainByLikeness: the name is not quite one person's, but for a slip of the keys, a short form or an initial, and nobody
// else's name comes near it.
func (r *register) certainByLikeness(s shown, claims []claim) (claim, certainty) {
	if len(s.parts) > 1 {
		return claim{}, doubtful
	}
	var found *claim
	how := doubtful
	for i := range claims {
		c := &claims[i]
		if found == nil {
			if how = r.likely(s, c); how != doubtful {
				found = c
				continue
			}
		}
		if c.fit.Kind > identity.OneName || c.local.Kind >= identity.LocalFull || len(s.names) == 0 && c.local.Kind > identity.LocalOne {
			return claim{}, doubtful
		}
	}
	if found == nil || found.strange && !found.typed || r.otherAddress(s, found) {
		return claim{}, doubtful
	}
	return *found, how
}

// likely tells how sure it is that a name that is not quite the registered one is it, when nobody else's comes near.
func (r *register) likely(s shown, c *claim) certainty {
	if c.foreign || r.elsewhere(s, c) {
		return doubtful
	}
	if how := r.alike(s, c); how != sure || backed(c) {
		return how
	}
	return unlessThere
}

// alike is likely for somebody who is not of another country.
func (r *register) alike(s shown, c *claim) certainty {
	switch c.fit.Kind {
	case identity.NoFit:
		switch {
		case len(s.names) > 0 || !s.device:
			return doubtful
		case c.local.Whole && c.local.Fine:
			return sure
		case c.local.Kind == identity.LocalInitial && r.all[c.known].familyHeld(c.local.Held):
			return unlessThere
		}
	case identity.Slip:
		shown, known := c.fit.Slip[0], c.fit.Slip[1]
		if shown != "" && len(r.names.of(shown)) == 0 && r.spelt(s, c) &&
			(identity.SameSound(shown, known) || r.names.spelling.Mistyped(shown, known) || r.givenSlip(c)) {
			if r.fewerConsonants(c) {
				return doubtful
			}
			return sure
		}
	case identity.Variant:
		if len(s.emails) == 0 && slices.ContainsFunc(s.names, func(n identity.Name) bool { return identity.Doubled(n, r.all[c.known].name) }) {
			return unlessThere
		}
	case identity.Initialed:
		// Many of one office bear a given name, whatever initial stands beside it; an address that does not say it is hers or his
		// may be another's.
		if len(c.fit.Missing) == 0 && len(c.fit.Extra) == 0 && r.all[c.known].familyAmong(c.fit.Shared) {
			if c.sameOrg {
				return sure
			}
			if len(s.emails) == 0 || c.local.Kind >= identity.LocalInitial {
				return unlessThere
			}
		}
	case identity.Nickname:
		// The other way round, and where the short form is itself a name of the list, it may be somebody else.
		if identity.ShortOf(c.fit.Extra[0], c.fit.Missing[0]) && len(r.names.of(c.fit.Extra[0])) == 0 {
			return sure
		}
	}
	return doubtful
}

// fewerConsonants tells whether a slip left a consonant out of a family name: what remains is often another family's name
// (Krasniqi, Krasiqi).
func (r *register) fewerConsonants(c *claim) bool {
	k := &r.all[c.known]
	shown, known := c.fit.Slip[0], c.fit.Slip[1]
	return len(shown) < len(known) && slices.Index(k.name.Tokens, known) >= k.given && identity.ConsonantMore(known, shown)
}

// givenSlip tells whether a slip made of a usual given name what no name of the list is, nor is like another one's. Given names
// come of a stock that a list of some length shows, as family names do not.
func (r *register) givenSlip(c *claim) bool {
	k := &r.all[c.known]
	shown, known := c.fit.Slip[0], c.fit.Slip[1]
	if at := slices.Index(k.name.Tokens, known); at < 0 || at >= k.given || len(r.names.of(known)) <= few {
		return false
	}
	if identity.EndsOtherwise(shown, known) {
		return false // a man's name beside a woman's, and the slip in it
	}
	return (r.names.spelling.Plenty() || r.names.spelling.Odd(shown, 0)) && r.names.onlyLike(shown, known)
}

// spelt tells whether the address, which nobody registered, holds the name in its registered spelling. People slip in a name
// they type, not in their address: one that holds neither, or the spelling shown, may well be another person's.
func (r *register) spelt(s shown, c *claim) bool {
	if len(s.emails) == 0 || c.typed || c.local.Kind >= identity.LocalInitial {
		return true
	}
	at := slices.Index(r.all[c.known].name.Tokens, c.fit.Slip[1])
	return at >= 0 && c.local.Held>>at&1 == 1
}

// few is how many persons may bear a given name before it is a usual one.
const few = 4
