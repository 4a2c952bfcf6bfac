package match

import (
	"slices"
	"strings"

	"rapporteur/internal/identity"
)

// shared judges a connection that several people sit at: certain only when every name is surely one registered person.
func (r *register) shared(s shown) (verdict, bool) {
	if len(s.parts) < 2 {
		return verdict{}, false
	}
	var v verdict
	all := true
	orgs := slices.DeleteFunc(slices.Clone(s.orgs), func(org string) bool { return s.isPart(org) })
	for _, names := range s.parts {
		one := shown{names: names, country: s.country, orgs: orgs}
		claims := r.claims(one)
		c, ok := r.certainByName(one, claims)
		if !ok && len(s.emails) > 0 {
			with := one
			with.emails, with.locals = s.emails, s.locals
			c, ok = r.certain(with, r.claims(with))
			ok = ok && c.owned && c.fit.Kind > identity.OneName
		}
		if ok {
			c.reasons = append(c.reasons, "several people at one connection")
			v.certain = append(v.certain, c)
			continue
		}
		all = false
		asked := r.ask(claims).open
		v.open = append(v.open, asked[:min(2, len(asked))]...)
	}
	if all && distinct(r, v.certain) {
		return v, true
	}
	v.open = r.onePerPerson(append(slices.Clone(v.certain), v.open...))
	v.certain = nil
	return v, len(v.open) > 0
}

// isPart tells whether what was taken for an organisation beside a name is another name of the connection.
func (s shown) isPart(org string) bool {
	return slices.ContainsFunc(s.parts, func(names []identity.Name) bool {
		return slices.ContainsFunc(names, func(n identity.Name) bool { return strings.Join(n.Tokens, " ") == org })
	})
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
