package match

import (
	"slices"

	"rapporteur/internal/identity"
)

// certainByLikeness: the name is not quite one person's, but for a slip of the keys, a short form, or an initial beside the
// organisation, and nobody else's name comes near it.
func (r *register) certainByLikeness(s shown, claims []claim) (claim, bool) {
	if len(s.parts) > 1 {
		return claim{}, false
	}
	var found *claim
	for i := range claims {
		c := &claims[i]
		if found == nil && r.likely(s, c) {
			found = c
		} else if c.fit.Kind > identity.OneName || c.local.Kind >= identity.LocalFull || len(s.names) == 0 && c.local.Kind > identity.LocalOne {
			return claim{}, false
		}
	}
	if found == nil || found.strange && !found.typed || otherAddress(s, found) {
		return claim{}, false
	}
	return *found, true
}

// likely tells whether a name that is not quite the registered one is sure to be it, when nobody else's comes near.
func (r *register) likely(s shown, c *claim) bool {
	if c.foreign || r.elsewhere(s, c) {
		return false
	}
	switch c.fit.Kind {
	case identity.NoFit:
		return len(s.names) == 0 && s.device && c.local.Whole && c.local.Fine
	case identity.Slip:
		shown, known := c.fit.Slip[0], c.fit.Slip[1]
		return shown != "" && len(r.names.of(shown)) == 0 && r.spelt(s, c) &&
			(identity.SameSound(shown, known) || r.names.spelling.Mistyped(shown, known) || r.givenSlip(c))
	case identity.Initialed:
		// Whose initial it is nobody knows, but for the organisation beside it; many of one office bear a given name.
		return c.sameOrg && len(c.fit.Missing) == 0 && len(c.fit.Extra) == 0 && r.all[c.known].familyAmong(c.fit.Shared)
	case identity.Nickname:
		// The other way round, and where the short form is itself a name of the list, it may be somebody else.
		return identity.ShortOf(c.fit.Extra[0], c.fit.Missing[0]) && len(r.names.of(c.fit.Extra[0])) == 0
	}
	return false
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
