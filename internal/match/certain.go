package match

import (
	"slices"
	"strings"

	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// certain finds the one person the evidence leaves no doubt about. An equal address is not enough where the name
// contradicts it or several people registered with it; an equal name is not enough where two people bear it, or where
// the address is somebody else's or of another country. No record of the attendee may show somebody else.
func (r *register) certain(s shown, claims []claim) (claim, certainty) {
	c, how := r.likeliest(s, claims)
	if how != doubtful && s.showsAnother(r.all[c.known].name) {
		return claim{}, doubtful
	}
	return c, how
}

// certainty says how far the evidence of one attendee goes.
type certainty int

const (
	doubtful    certainty = iota
	unlessThere           // it is the person unless that one is there otherwise
	sure
)

// ifSure gives the certainty of a claim that is either sure or doubtful.
func ifSure(c claim, ok bool) (claim, certainty) {
	if ok {
		return c, sure
	}
	return claim{}, doubtful
}

// showsAnother tells whether some record of the attendee shows a name that contradicts the known one: people who use one
// address come as one attendee, and only the officer can tell whether they are.
func (s shown) showsAnother(known identity.Name) bool {
	return slices.ContainsFunc(s.records, func(names []identity.Name) bool {
		return !slices.ContainsFunc(names, func(n identity.Name) bool {
			switch identity.Compare(n, known).Kind {
			case identity.NoFit:
				return len(n.Tokens) == 1 && identity.Local(n.Tokens[0], known).Kind >= identity.LocalInitial
			case identity.Other, identity.Flipped:
				return false
			}
			return true
		})
	})
}

func (r *register) likeliest(s shown, claims []claim) (claim, certainty) {
	switch owner, several := r.ownerOf(s.emails); {
	case several:
		return claim{}, doubtful
	case owner >= 0:
		return ifSure(r.certainByAddress(s, claims))
	}
	if s.torn {
		return claim{}, doubtful
	}
	byName, how := r.certainByName(s, claims)
	if how == sure {
		return byName, how
	}
	if c, ok := r.certainTogether(s, claims); ok {
		return c, sure
	}
	if how == unlessThere {
		return byName, how
	}
	return r.certainByLikeness(s, claims)
}

// ownerOf gives the group that registered with an attendee's addresses, -1 where none did, and tells whether several did.
func (r *register) ownerOf(emails []string) (owner int, several bool) {
	owner = -1
	for _, e := range emails {
		for _, g := range r.owners(e) {
			if owner >= 0 && g != owner {
				return owner, true
			}
			owner = g
		}
	}
	return owner, false
}

// certainByAddress: one person registered with the address, and the name fits and names nobody else.
func (r *register) certainByAddress(s shown, claims []claim) (claim, bool) {
	var own *claim
	for i := range claims {
		if claims[i].owned {
			own = &claims[i]
			break
		}
	}
	if own == nil {
		return claim{}, false
	}
	for _, c := range claims {
		if c.owned || c.fit.Kind < identity.Variant {
			continue
		}
		// Somebody else's name under this address: an assistant's or an office's mailbox, or one of two people who share it.
		if own.fit.Kind < identity.Part || c.fit.Kind == identity.Exact && len(s.names) > 1 && fineKey(r.all[c.known].name) != fineKey(r.all[own.known].name) {
			return claim{}, false
		}
	}
	switch own.fit.Kind {
	case identity.NoFit:
		if len(s.names) == 0 && len(s.parts) == 0 {
			return *own, !s.lost
		}
		if len(s.names) == 0 {
			return claim{}, false // several people behind the address, and none of them named like its owner
		}
		one := s.names[0]
		if len(one.Tokens) == 1 && identity.Local(one.Tokens[0], r.all[own.known].name).Kind >= identity.LocalInitial {
			return *own, true
		}
		return *own, own.direct && len(one.Tokens) == 1 && len(one.Initials) == 0 && r.slipOfOne(one.Tokens[0], r.all[own.known].name)
	case identity.Other:
		known := r.all[own.known].name
		if own.direct && len(s.names) == 1 && len(s.parts) < 2 && len(s.names[0].Tokens) == 1 && r.all[own.known].givenHas(s.names[0].Tokens[0]) {
			return *own, true // a given name, and the initial of a middle or former one; a family's name is its others' too
		}
		// A slip in a short name is told from another name only by an address that spells the registered one.
		slipped := slices.ContainsFunc(s.names, func(n identity.Name) bool { return identity.Resembles(n, known) })
		return *own, slipped && own.direct && own.local.Kind >= identity.LocalInitial && len(s.parts) < 2
	case identity.Flipped:
		return claim{}, false
	case identity.Part:
		// Names of two people behind one connection read as one long name.
		return *own, len(s.parts) < 2
	case identity.OneName, identity.OnlyLetters:
		return *own, len(s.parts) < 2
	}
	return *own, len(s.parts) < 2 || own.fit.Kind == identity.Exact
}

// slipOfOne tells whether a name shown alone is one of a known one's but for a letter that went astray, and nobody's own.
func (r *register) slipOfOne(token string, known identity.Name) bool {
	return !identity.UsualGiven(token) && len(r.names.of(token)) == 0 && slices.ContainsFunc(known.Tokens, func(t string) bool {
		return identity.Near(token, t) && identity.LetterAstray(token, t) && !identity.EndsOtherwise(token, t)
	})
}

// certainByName: exactly one person bears the name, and nothing beside the name speaks of another. Where others may be called
// so too, it is the one who registered with this very name, unless that one is there otherwise.
func (r *register) certainByName(s shown, claims []claim) (claim, certainty) {
	var found *claim
	exact, near, namesakes, confirmed := 0, 0, 0, 0
	for i := range claims {
		c := &claims[i]
		confirms := backed(c)
		switch {
		case c.fit.Kind == identity.Part && len(c.fit.Missing) > 0 && len(c.fit.Extra) == 0 && c.fit.Slip[0] == "":
			near++ // somebody whose longer name holds this one
		case c.fit.Kind == identity.Nickname && !c.foreign:
			near++ // somebody who may be called so
		case c.fit.Kind == identity.Slip && identity.MayBeSameSound(c.fit.Slip[0], c.fit.Slip[1]):
			namesakes++
		case c.fit.Kind == identity.Exact && (c.foreign || r.elsewhere(s, c)):
			exact++
		case c.fit.Kind == identity.Exact:
			exact++
			if confirms {
				confirmed++
			}
			if found == nil || confirms && !backed(found) {
				found = c
			}
		}
	}
	if found == nil || r.otherAddress(s, found) {
		return claim{}, doubtful
	}
	how := sure
	if exact+near+namesakes > 1 && (confirmed != 1 || !backed(found) || r.asLikelyThere(s, claims, found)) {
		if how = unlessThere; exact+namesakes > 1 || len(s.emails) > 0 || len(s.orgs) > 0 {
			return claim{}, doubtful
		}
	}
	for i := range claims {
		if c := &claims[i]; c != found && c.local.Whole && !found.local.Whole {
			return claim{}, doubtful // the address spells another registrant's whole name
		}
	}
	return *found, how
}

// asLikelyThere tells whether the organisation shown may as well be that of another one who bears the whole name.
func (r *register) asLikelyThere(s shown, claims []claim, found *claim) bool {
	least := max(bodyBeside, s.organisation(r.all[found.known].org))
	return slices.ContainsFunc(claims, func(c claim) bool {
		return c.known != found.known && c.fit.Kind >= identity.Nickname && !c.foreign && s.organisation(r.all[c.known].org) >= least
	})
}

// elsewhere tells whether what stands beside the name is an authority that is not the registrant's, and neither it nor the
// connection speaks of the registrant's country: then it may be a namesake of another country's authority. Where everybody
// registered from one country, or the registrant named no organisation, only a connection from another country tells.
func (r *register) elsewhere(s shown, c *claim) bool {
	k := &r.all[c.known]
	if k.country == "" || s.country == k.country || s.country == "" && (!r.abroad || k.org == "") || c.sameOrg || c.typed {
		return false
	}
	other := false
	for _, o := range s.orgs {
		if o == k.country || k.org != "" && strings.HasPrefix(o, k.org+" ") || strings.HasPrefix(k.org, o+" ") {
			return false
		}
		other = other || !within(strings.Fields(o), k.title) // a bracket may hold the name once more
	}
	return other
}

// otherAddress tells whether the address spells a part of the shown name beside a word that is no part of it: then it is
// of somebody with a longer or another name.
func (r *register) otherAddress(s shown, c *claim) bool {
	if c.local.Whole || c.typed {
		return false
	}
	joined := strings.Join(r.all[c.known].name.Tokens, "") // double surnames stand in one word there
	for _, e := range s.emails {
		var known, strange bool
		for _, w := range participant.Tokens(lettersOnly(participant.EmailLocal(e))) {
			if len(w) < 4 {
				continue
			}
			if slices.Contains(c.fit.Shared, w) {
				known = true
			} else if !strings.Contains(joined, w) {
				strange = true
			}
		}
		if known && strange {
			return true
		}
	}
	return false
}

// backed tells whether something beside the name speaks for the claim.
func backed(c *claim) bool { return c.sameOrg || c.typed || c.local.Kind >= identity.LocalInitial }

// certainTogether: the name fits in part, and the address, unknown so far, spells the rest of one person's name.
func (r *register) certainTogether(s shown, claims []claim) (claim, bool) {
	var found *claim
	for i := range claims {
		c := &claims[i]
		if c.foreign || c.fit.Kind == identity.Exact || r.elsewhere(s, c) && c.fit.Kind > identity.Other {
			return claim{}, false
		}
		if c.fit.Kind < identity.OneName || c.fit.Kind == identity.Flipped || c.fit.Kind == identity.Distant {
			if c.local.Kind == identity.LocalFull {
				return claim{}, false // the address spells another registrant's name
			}
			continue
		}
		// A further name shown may be another person's: the address says nothing against it.
		if !c.local.Whole && !c.whole || c.fit.Kind == identity.Part && len(c.fit.Extra) > 0 {
			continue
		}
		// Where the folding alone makes the names equal, the address must spell the registered one (Anja is not Ana).
		if c.fit.Kind == identity.Variant && !c.local.Fine {
			continue
		}
		if found != nil {
			return claim{}, false
		}
		found = c
	}
	if found == nil || len(s.parts) > 1 {
		return claim{}, false
	}
	return *found, true
}
