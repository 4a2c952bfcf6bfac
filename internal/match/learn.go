package match

import (
	"slices"
	"strings"

	"rapporteur/internal/identity"
	"rapporteur/internal/progress"
)

// judgeAll judges every attendee, then lets what became certain speak for the rest: an address nobody registered, seen
// with one surely matched person, is that person's; a name surely matched once is the same person's when it comes again.
// there are the groups that are matched already.
func (r *register) judgeAll(people []shown, there []int, seen progress.Seen) []verdict {
	verdicts := make([]verdict, len(people))
	memory := newMemory()
	each(len(people), seen, func(i int) { verdicts[i] = r.judge(people[i]) })
	for i, s := range people {
		if len(verdicts[i].certain) == 1 {
			memory.learn(r, s, verdicts[i].certain[0])
		}
	}
	for i, s := range people {
		if len(verdicts[i].certain) == 0 {
			if c, ok := memory.recall(r, s, verdicts[i].open); ok {
				verdicts[i] = verdict{certain: []claim{c}}
			}
		}
	}
	r.settle(verdicts, there)
	return verdicts
}

// memory maps addresses and names to the group they were surely matched to; -1 when they were matched to two.
type memory struct{ email, name map[string]int }

func newMemory() memory { return memory{map[string]int{}, map[string]int{}} }

func (m memory) learn(r *register, s shown, c claim) {
	if c.fit.Kind < identity.Initialed {
		return
	}
	group := r.all[c.known].group
	for _, e := range s.emails {
		set(m.email, e, group)
	}
	if c.owned || c.local.Kind == identity.LocalFull {
		for _, n := range s.names {
			if n.Full() {
				set(m.name, fineKey(n), group)
			}
		}
	}
}

// fineKey is the order-free key of the finer forms.
func fineKey(n identity.Name) string {
	all := slices.Concat(n.Fine, n.Initials)
	slices.Sort(all)
	return strings.Join(all, " ")
}

func set(m map[string]int, key string, group int) {
	if old, ok := m[key]; ok && old != group {
		group = -1
	}
	m[key] = group
}

// recall finds the person a learned address or name speaks of, when nothing in the name contradicts it.
func (m memory) recall(r *register, s shown, open []claim) (claim, bool) {
	group, reason := -1, ""
	for _, e := range s.emails {
		if g, ok := m.email[e]; ok && len(r.owners(e)) == 0 {
			group, reason = g, "same address as in another row of this person"
		}
	}
	if group < 0 && len(s.emails) == 0 && !s.torn {
		for _, n := range s.names {
			if g, ok := m.name[fineKey(n)]; ok && n.Full() {
				group, reason = g, "same name as in another row of this person"
			}
		}
	}
	if group < 0 || len(s.parts) > 1 {
		return claim{}, false
	}
	at := slices.IndexFunc(open, func(c claim) bool { return r.all[c.known].group == group })
	if at < 0 {
		return r.recallNameless(s, group, reason)
	}
	own := open[at]
	if len(s.emails) == 0 && own.fit.Kind == identity.Part {
		return claim{}, false // somebody may bear the shorter name alone
	}
	for i, c := range open {
		if i != at && (c.fit.Kind == identity.Exact || len(c.fit.Missing) > 0 && c.fit.Kind == identity.Part || len(s.emails) == 0 && c.fit.Kind >= own.fit.Kind) {
			return claim{}, false // a namesake
		}
	}
	if own.foreign || r.elsewhere(s, &own) || own.fit.Kind == identity.Flipped || own.fit.Kind == identity.Other || s.showsAnother(r.all[own.known].name) {
		return claim{}, false
	}
	own.reasons = append(slices.Clone(own.reasons), reason)
	return own, true
}

// recallNameless: a device with a learned address.
func (r *register) recallNameless(s shown, group int, reason string) (claim, bool) {
	if len(s.names) > 0 {
		return claim{}, false
	}
	for i, k := range r.all {
		if k.group == group {
			return claim{known: i, score: .9, reasons: []string{reason}}, true
		}
	}
	return claim{}, false
}
