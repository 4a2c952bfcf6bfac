package match

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// LinkRegistration is one row of the registrations table.
type LinkRegistration struct {
	ID, FirstName, LastName, Email, Phone, Organisation, JobTitle, Country, Sex, RegisteredAt string
}

// LinkRow is one row of the attendance table.
type LinkRow struct {
	ID, DisplayName, Email, JoinTime, LeaveTime, DurationMin, CountryRegion string
}

// LinkDecision links a row to a registration: Decision is "auto" or "review", Score 0 to 1, Reason for the officer.
type LinkDecision struct {
	RowID    string
	RegID    string
	Score    float64
	Decision string
	Reason   string
}

// Link matches two plain tables without a register. A row has no line when it is nobody's, several when it is asked
// about or when several people sat at one connection. Lines come in the order of row id, then best first. The order of
// the rows of either table changes nothing.
func Link(registrations []LinkRegistration, rows []LinkRow) []LinkDecision {
	go identity.Prepare() // beside the registrations, which are put in order first
	r := newRegister(groupPersons(registrations))
	different, place := differentRows(rows)
	seen := make([]shown, len(different))
	each(len(different), nil, func(i int) {
		seen[i] = newShown([]string{r.mended(different[i].DisplayName)}, []string{different[i].Email}, different[i].CountryRegion)
	})
	judged := r.judgeAll(seen, nil, nil)
	verdicts, addresses := make([]verdict, len(rows)), make([]string, len(rows))
	for i, at := range place {
		verdicts[i] = judged[at]
		if len(seen[at].emails) > 0 {
			addresses[i] = seen[at].emails[0]
		}
	}
	twice := r.atOnce(rows, addresses, verdicts)
	var out []LinkDecision
	for i, v := range verdicts {
		parts := v.each()
		taken := map[string]bool{}
		for _, p := range parts {
			for _, c := range p.certain {
				if twice[i] {
					c.reasons = append(slices.Clone(c.reasons), "at the same time another row with another address was matched to this person")
				}
				taken[r.all[c.known].id] = true
				out = append(out, decision(rows[i].ID, r.all[c.known].id, "auto", c))
			}
		}
		for _, p := range parts {
			if len(p.certain) > 0 || p.many {
				continue
			}
			for _, c := range p.open {
				if id := r.all[c.known].id; !taken[id] {
					taken[id] = true
					out = append(out, decision(rows[i].ID, id, "review", c))
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b LinkDecision) int {
		return cmp.Or(cmp.Compare(a.RowID, b.RowID), cmp.Compare(b.Score, a.Score), cmp.Compare(a.RegID, b.RegID))
	})
	return out
}

// differentRows gives of the rows that show the same the first, and the place of each row in these: who comes again is
// judged once.
func differentRows(rows []LinkRow) (different []LinkRow, place []int) {
	at := make(map[[3]string]int, len(rows))
	place = make([]int, len(rows))
	for i, row := range rows {
		shown := [3]string{row.DisplayName, row.Email, row.CountryRegion}
		n, known := at[shown]
		if !known {
			n = len(different)
			at[shown] = n
			different = append(different, row)
		}
		place[i] = n
	}
	return different, place
}

// atOnce tells which rows were surely matched to a person whom another row with another address was matched to at the
// same time: it may be a second device, and is said.
func (r *register) atOnce(rows []LinkRow, addresses []string, verdicts []verdict) []bool {
	of := map[int][]int{} // person → rows with an address
	for i, v := range verdicts {
		if addresses[i] == "" {
			continue
		}
		for _, p := range v.each() {
			for _, c := range p.certain {
				g := r.all[c.known].group
				of[g] = append(of[g], i)
			}
		}
	}
	twice := make([]bool, len(rows))
	for _, same := range of {
		slices.SortFunc(same, func(a, b int) int { return cmp.Compare(rows[a].JoinTime, rows[b].JoinTime) })
		// Of the first rows by their joins, the one that leaves last, and the one of another address that does.
		last := make([][2]int, len(same)+1)
		last[0] = [2]int{-1, -1}
		for n, i := range same {
			a, b := last[n][0], last[n][1]
			switch {
			case a < 0 || addresses[a] == addresses[i]:
				if a < 0 || rows[i].LeaveTime > rows[a].LeaveTime {
					a = i
				}
			case rows[i].LeaveTime > rows[a].LeaveTime:
				a, b = i, a
			case b < 0 || rows[i].LeaveTime > rows[b].LeaveTime:
				b = i
			}
			last[n+1] = [2]int{a, b}
		}
		for _, j := range same {
			before, _ := slices.BinarySearchFunc(same, rows[j].LeaveTime, func(i int, leave string) int { return cmp.Compare(rows[i].JoinTime, leave) })
			for _, i := range last[before] {
				if i >= 0 && addresses[i] != addresses[j] && rows[j].JoinTime < rows[i].LeaveTime {
					twice[j] = true
				}
			}
		}
	}
	return twice
}

func decision(row, reg, what string, c claim) LinkDecision {
	return LinkDecision{RowID: row, RegID: reg, Score: c.score, Decision: what, Reason: strings.Join(c.reasons, "; ")}
}

// groupPersons prepares the table and numbers the persons: equal addresses whose names do not contradict, or equal names
// with equal organisations and job titles and neither two sexes nor two telephone numbers. Anything less may be two colleagues
// of one name.
func groupPersons(registrations []LinkRegistration) []known {
	const sharing = 50 // of more registrations with one address, the later are told apart from these alone
	sorted := slices.Clone(registrations)
	slices.SortFunc(sorted, func(a, b LinkRegistration) int { return cmp.Compare(a.ID, b.ID) })
	all := make([]known, 0, len(sorted))
	byEmail, byName := map[string][]int{}, map[string]int{}
	members := map[int][]int{}           // group → rows
	stripped := map[int]*identity.Name{} // of rows whose address others have too
	nameOf := func(i int, title string) *identity.Name {
		if stripped[i] == nil {
			n := identity.StrippedName(title)
			stripped[i] = &n
		}
		return stripped[i]
	}
	for i, reg := range sorted {
		phone, _ := participant.PhoneDigits(reg.Phone)
		k := known{id: reg.ID, title: strings.TrimSpace(reg.FirstName + " " + reg.LastName), group: i,
			name: identity.NewName(reg.FirstName + " " + reg.LastName), given: givenTokens(reg.FirstName), email: participant.NormaliseEmail(reg.Email),
			phone: phone, org: fold(reg.Organisation), country: fold(reg.Country), order: reg.RegisteredAt}
		same := -1
		for _, j := range byEmail[k.email][:min(sharing, len(byEmail[k.email]))] {
			if !nameOf(i, k.title).Contradicts(nameOf(j, all[j].title)) {
				same = j
				break
			}
		}
		title := fold(reg.JobTitle)
		nameKey := strings.Join([]string{k.name.Key(), k.org, title}, "\x00")
		if j, ok := byName[nameKey]; ok && k.org != "" && title != "" && !differ(reg, sorted[j]) {
			if same >= 0 && all[same].group != all[j].group {
				merge(all, members, all[same].group, all[j].group)
			}
			same = j
		}
		if same >= 0 {
			k.group = all[same].group
		}
		if k.email != "" {
			byEmail[k.email] = append(byEmail[k.email], i)
		}
		byName[nameKey] = i
		all = append(all, k)
		members[k.group] = append(members[k.group], i)
	}
	return all
}

// differ tells whether two rows state another sex or another telephone number.
func differ(a, b LinkRegistration) bool {
	x, y := participant.ParseSex(a.Sex), participant.ParseSex(b.Sex)
	return x != y && x != participant.NotStated && y != participant.NotStated ||
		a.Phone != "" && b.Phone != "" && !participant.SamePhone(a.Phone, b.Phone)
}

// merge makes one group of two, the larger one's number kept.
func merge(all []known, members map[int][]int, a, b int) {
	if len(members[a]) > len(members[b]) {
		a, b = b, a
	}
	for _, i := range members[a] {
		all[i].group = b
	}
	members[b] = append(members[b], members[a]...)
	delete(members, a)
}
