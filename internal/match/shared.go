package match

import (
	"slices"
	"strings"

	"rapporteur/internal/identity"
)

// shared judges a connection that several people sit at: one verdict for each, and together certain only when every name
// is surely one registered person.
func (r *register) shared(s shown) (verdict, bool) {
	if len(s.parts) < 2 {
		return verdict{}, false
	}
	parts := make([]verdict, len(s.parts))
	var found []claim
	asked := 0
	for i, part := range s.parts {
		orgs := slices.DeleteFunc(slices.Clone(part.orgs), s.isPart)
		one := shown{names: []identity.Name{part.name}, country: s.country, orgs: orgs}
		claims, all := r.claims(one)
		c, how := r.certainByName(one, claims)
		ok := how == sure && all && !s.torn
		if !ok && len(s.emails) > 0 {
			c, ok = r.ownerAmong(s, one, i)
		}
		if ok {
			c.reasons = append(c.reasons, "several people at one connection")
			parts[i].certain = []claim{c}
			found = append(found, c)
			continue
		}
		if parts[i] = r.ask(claims); len(parts[i].open) > 0 {
			asked++
		}
	}
	if len(found) == len(parts) && distinct(r, found) {
		return verdict{certain: found}, true
	}
	var v verdict
	v.open = append(v.open, found...)
	for i := range parts {
		parts[i].open = parts[i].open[:min((most-len(found))/max(1, asked), len(parts[i].open))]
		v.open = append(v.open, parts[i].open...)
	}
	v.open = r.onePerPerson(v.open)
	if len(found) > 0 && len(found)+asked == len(parts) && distinct(r, found) {
		v.parts = parts
	}
	return v, len(v.open) > 0
}

// ownerAmong finds the registered owner of the connection's address among the people there: the one person of them whose
// name, or only name shown, is the owner's.
func (r *register) ownerAmong(s, one shown, part int) (claim, bool) {
	with := one
	with.emails, with.locals = s.emails, s.locals
	claims, _ := r.claims(with)
	c, how := r.certain(with, claims)
	if how != sure || !c.owned || c.fit.Kind < identity.OneName {
		return claim{}, false
	}
	for i, other := range s.parts {
		if i != part && identity.Compare(other.name, r.all[c.known].name).Kind >= identity.OneName {
			return claim{}, false
		}
	}
	return c, true
}

// isPart tells whether what was taken for an organisation beside a name is another name of the connection.
func (s shown) isPart(org string) bool {
	return slices.ContainsFunc(s.parts, func(part sharer) bool { return strings.Join(part.name.Tokens, " ") == org })
}

func distinct(r *register, claims []claim) bool {
	seen := map[int]bool{}
	for _, c := range claims {
		if seen[r.all[c.known].group] {
			return false
		}
		seen[r.all[c.known].group] = true
	}
	return true
}
