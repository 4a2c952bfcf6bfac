package match

import (
	"math"
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// known is one registration as the matcher sees it. group numbers the person: several registrations of one person
// share it. The text fields are folded keys.
type known struct {
	id      string
	title   string // the name to show
	group   int
	name    identity.Name
	given   int // how many of the name's tokens are of the given name
	email   string
	nation  string         // the country's ending of the address
	ends    map[string]int // of the country: the national endings of its addresses
	phone   string         // digits only
	org     string
	country string
	order   string // decides which registration of a person is named: the smaller, the earlier
}

// register is every registration with the indexes that find candidates without comparing all with all.
type register struct {
	all       []known
	names     *vocabulary
	byEmail   map[string][]int
	owner     map[string][]int          // address → groups that registered with it
	crowds    map[string]map[int]bool   // the same of addresses that very many registered with
	countries map[string]map[string]int // organisation → countries → registrations
	abroad    bool                      // the registrations are of more than one country
	tallies   sync.Pool                 // of *tally
	written   func() map[string]string  // what writtenWords gave
}

// givenTokens is how many tokens of a name the given name makes.
func givenTokens(first string) int { return len(identity.NewName(first).Tokens) }

// family gives the tokens of the family name. Of a name that stands whole in one of its two fields nobody knows which they are,
// and a usual given name in the field of the family's was put there by mistake.
func (k *known) family() []string {
	if k.given == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(k.name.Tokens[min(k.given, len(k.name.Tokens)):]), identity.UsualGiven)
}

// givenHas tells whether a token is one of the given name. Of a name that stands whole in one field nobody knows.
func (k *known) givenHas(token string) bool {
	return k.given < len(k.name.Tokens) && slices.Contains(k.name.Tokens[:k.given], token)
}

// familyAmong tells whether a token of the family name is among the tokens.
func (k *known) familyAmong(tokens []string) bool {
	return slices.ContainsFunc(k.family(), func(t string) bool { return slices.Contains(tokens, t) })
}

// familyHeld tells whether a token of the family name is among those whose bits are in held.
func (k *known) familyHeld(held uint64) bool {
	return slices.ContainsFunc(k.family(), func(t string) bool { return held>>slices.Index(k.name.Tokens, t)&1 == 1 })
}

// newRegister builds the indexes. The order of all decides nothing but ties, so the caller sorts it by id.
func newRegister(all []known) *register {
	r := &register{all: all, names: newVocabulary(all), byEmail: make(map[string][]int, len(all)), owner: make(map[string][]int, len(all)),
		crowds: map[string]map[int]bool{}, countries: map[string]map[string]int{}}
	r.written = sync.OnceValue(r.writtenWords)
	ends := map[string]map[string]int{}
	for i := range all {
		all[i].nation = national(all[i].email)
		count(ends, all[i].country, all[i].nation)
	}
	home := ""
	for i, k := range all {
		if k.country != "" {
			r.abroad = r.abroad || home != "" && k.country != home
			home = k.country
		}
		if k.email != "" {
			r.byEmail[k.email] = append(r.byEmail[k.email], i)
		}
		if groups := r.owner[k.email]; k.email != "" && !slices.Contains(groups[:min(most, len(groups))], k.group) {
			r.owner[k.email] = append(groups, k.group)
		}
		all[i].ends = ends[k.country]
		count(r.countries, k.org, k.country)
	}
	for email, groups := range r.owner {
		if len(groups) > common {
			r.crowds[email] = make(map[int]bool, len(groups))
			for _, g := range groups {
				r.crowds[email][g] = true
			}
		}
	}
	return r
}

func count(m map[string]map[string]int, key, value string) {
	if key == "" || value == "" {
		return
	}
	if m[key] == nil {
		m[key] = map[string]int{}
	}
	m[key][value]++
}

// joined gives the name run together both ways, as people type it without a blank.
func joined(tokens []string) []string {
	turned := slices.Clone(tokens)
	slices.Reverse(turned)
	return []string{participant.Fold(strings.Join(tokens, "")), participant.Fold(strings.Join(turned, ""))}
}

// place finds a registration by its id; -1 when there is none.
func (r *register) place(id string) int {
	return slices.IndexFunc(r.all, func(k known) bool { return k.id == id })
}

// owners gives the groups that registered with the address; of many, a few may stand twice.
func (r *register) owners(email string) []int { return r.owner[email] }

// rarity is 0 for a token everybody bears and near 1 for one that a single registration bears.
func (r *register) rarity(tokens []string) float64 {
	if len(tokens) == 0 || len(r.all) < 2 {
		return 0
	}
	sum := 0.0
	for _, t := range tokens {
		sum += 1 - math.Log(float64(max(1, len(r.names.of(t)))))/math.Log(float64(len(r.all)))
	}
	return sum / float64(len(tokens))
}

// generic are two-letter endings that are used everywhere.
var generic = map[string]bool{"eu": true, "io": true, "co": true, "tv": true, "ai": true, "cc": true, "ws": true, "fm": true, "to": true, "in": true, "us": true}

// national gives the two-letter ending of an address that names a country, else "".
func national(email string) string {
	i := strings.LastIndexByte(email, '.')
	if i < 0 || len(email)-i != 3 || generic[email[i+1:]] {
		return ""
	}
	return email[i+1:]
}
