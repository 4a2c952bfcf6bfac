package match

import (
	"fmt"
	"math"

	"rapporteur/internal/identity"
)

// base is how far a fit of the names goes alone; the address, the organisation and the rarity of the name add to it.
var base = map[identity.Kind]float64{
	identity.Exact: .9, identity.Variant: .8, identity.Slip: .72, identity.Part: .65, identity.Initialed: .55, identity.Nickname: .7,
	identity.Flipped: .5, identity.Distant: .45, identity.OnlyLetters: .2, identity.OneName: .3, identity.Other: .12,
}

// fromLocal is how much of the doubt remains when the address spells the name.
var fromLocal = map[identity.LocalKind]float64{
	identity.LocalNone: 1, identity.LocalOne: .8, identity.LocalLetters: .6, identity.LocalInitial: .45, identity.LocalFull: .25,
}

// score brings the evidence to one figure between 0 and 1, in steps of a thousandth.
func (r *register) score(s *shown, c *claim) float64 {
	k := &r.all[c.known]
	doubt := 1 - base[c.fit.Kind]
	if c.owned {
		doubt *= .15
		if len(s.names) > 0 && (c.fit.Kind == identity.NoFit || c.fit.Kind == identity.Other) {
			doubt = .5 // somebody else's address, or another name of the same person
		}
	} else {
		doubt *= fromLocal[c.local.Kind]
		if c.whole {
			doubt *= .25
		}
	}
	if doubt == 1 {
		return 0
	}
	if c.typed {
		doubt *= .3
	}
	doubt *= 1 - .25*r.rarity(c.fit.Shared)
	if c.sameOrg {
		doubt *= .6
	}
	if k.country != "" && s.country == k.country {
		doubt *= .85
	}
	if c.foreign {
		doubt = 1 - (1-doubt)*.75
	}
	return math.Round((1-doubt)*1000) / 1000
}

// evidence names what speaks for a claim and against it, without a name in it.
func (c *claim) evidence() string {
	return fmt.Sprintf("name %d, address %t, local part %d, organisation %t, foreign %t", c.fit.Kind, c.owned, c.local.Kind, c.sameOrg, c.foreign)
}

// words are the reasons of a claim in an officer's words.
func (c *claim) words() []string {
	var out []string
	switch {
	case c.owned && c.fit.Kind == identity.NoFit:
		out = append(out, "same e-mail address")
	case c.owned && c.fit.Kind > identity.Other:
		out = append(out, "same e-mail address; the name does not contradict it")
	case c.owned:
		out = append(out, "same e-mail address, but another name")
	}
	if c.fit.Reason != "" {
		out = append(out, c.fit.Reason)
	}
	if c.typed {
		out = append(out, "the registered e-mail address but for one letter")
	}
	if !c.owned && c.local.Reason != "" {
		out = append(out, c.local.Reason)
	}
	if c.sameOrg {
		out = append(out, "same organisation beside the name")
	}
	if c.foreign {
		out = append(out, "the address or organisation shown is of another country")
	}
	return out
}
