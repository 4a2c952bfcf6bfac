package attendance

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"time"

	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// Group makes the persons of all the files of one webinar out of their records; rows of the waiting room and no-shows
// are no attendance and take no part. Records are one person when
//
//   - they carry the same id of the platform (registrant id, user principal name);
//   - or the same address, and their names share a surname (also at one letter's difference) or one of them is a given
//     name only;
//   - or neither carries an address and the folded names are equal;
//   - or they stand in two exports of one meeting with the very same stays (see joinTwins).
//
// Equal given names, rows beside each other and equal devices prove nothing here. Records of equal content are one with
// several sources. The result depends on neither the order of the records nor that of the files.
func Group(records []Record) []Person {
	stays, members := personsOf(records)
	own := make([]Record, 0, len(stays)) // all persons' records, each person's together
	ends := make([]int, len(members))
	for n, one := range members {
		for _, i := range one {
			own = append(own, stays[i])
		}
		ends[n] = len(own)
	}
	var persons []Person
	if len(members) > 0 {
		persons = make([]Person, len(members))
	}
	inBlocks(len(members), func(_, from, to int) {
		for n := from; n < to; n++ {
			persons[n] = personOf(own[ends[n]-len(members[n]) : ends[n] : ends[n]])
		}
	}, nil)
	slices.SortFunc(persons, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	return persons
}

// personsOf gives the rows of attendance, each content once, and which of them are one person's.
func personsOf(records []Record) (stays []Record, members [][]int) {
	stays = distinct(records, func(r Record) bool { return r.Kind == StayRow || r.Kind == TotalRow || r.Kind == DeclaredRow })
	g := sameFile(stays)
	joinTwins(stays, g)
	return stays, g.lists()
}

// FirstJoins gives when each who has an address, and of the others each name, came first, sorted: it tells when people came,
// not who they are, and needs no grouping.
func FirstJoins(records []Record) []time.Time {
	first := make(map[string]int, len(records)) // by address or name: its place in out
	var out []time.Time
	for i := range records {
		r := &records[i]
		if r.Kind != StayRow && r.Kind != TotalRow || r.Join.IsZero() {
			continue
		}
		who := participant.NormaliseEmail(r.Email)
		if who == "" {
			who = NameKey(*r)
		}
		at, known := first[who]
		switch {
		case !known:
			first[who] = len(out)
			out = append(out, r.Join.UTC())
		case r.Join.Before(out[at]):
			out[at] = r.Join.UTC()
		}
	}
	slices.SortFunc(out, time.Time.Compare)
	return out
}

// NoShows counts the people whom the files name as absent: they have a row that says so and no stay.
func NoShows(records []Record) int {
	rows := distinct(records, func(r Record) bool { return r.Kind != WaitingRoom })
	count := 0
	for _, members := range sameFile(rows).lists() {
		absent := true
		for _, i := range members {
			absent = absent && rows[i].Kind == NoShow
		}
		if absent {
			count++
		}
	}
	return count
}

// distinct gives the wanted records in the order of their keys, those of equal content as one with all their sources.
func distinct(records []Record, want func(Record) bool) []Record {
	type keyed struct {
		first uint64 // the key's first letters, which tell nearly all keys apart
		key   string
		i     int
	}
	order := make([]keyed, 0, len(records))
	for i := range records {
		if r := &records[i]; want(*r) {
			at := keyed{key: r.Key, i: i}
			if at.key == "" {
				at.key = Key(*r)
			}
			var first [8]byte
			copy(first[:], at.key)
			at.first = binary.BigEndian.Uint64(first[:])
			order = append(order, at)
		}
	}
	slices.SortFunc(order, func(a, b keyed) int {
		if a.first != b.first {
			return cmp.Compare(a.first, b.first)
		}
		return cmp.Or(cmp.Compare(a.key, b.key), a.i-b.i)
	})
	out := make([]Record, 0, len(order))
	for _, at := range order {
		r := records[at.i]
		r.Key = at.key
		if n := len(out); n > 0 && out[n-1].Key == r.Key {
			out[n-1] = merge(out[n-1], r)
		} else {
			out = append(out, r)
		}
	}
	return out
}

// merge makes one record of two of equal content: what the one leaves blank the other fills, of two texts the one that
// sorts first stands, the higher mark wins, all sources stay.
func merge(a, b Record) Record {
	out := a
	text := func(x, y string) string {
		if x == "" || y != "" && y < x {
			return y
		}
		return x
	}
	out.Name, out.Registrant, out.Original = text(a.Name, b.Name), text(a.Registrant, b.Registrant), text(a.Original, b.Original)
	out.Email, out.PlatformID = text(a.Email, b.Email), text(a.PlatformID, b.PlatformID)
	out.Organisation, out.JobTitle, out.Country = text(a.Organisation, b.Organisation), text(a.JobTitle, b.JobTitle), text(a.Country, b.Country)
	if out.Raw == nil {
		out.Raw = b.Raw
	}
	out.Stripped = union(a.Stripped, b.Stripped)
	if rank(b.Mark) > rank(a.Mark) {
		out.Mark = b.Mark
	}
	if b.Open && b.Leave.After(a.Leave) {
		out.Leave = b.Leave
	}
	out.Total, out.HasTotal = max(a.Total, b.Total), a.HasTotal || b.HasTotal
	out.Sources = slices.Concat(a.Sources, b.Sources)
	slices.SortFunc(out.Sources, compareSources)
	out.Sources = slices.Compact(out.Sources)
	out.Line = min(a.Line, b.Line)
	return out
}

func compareSources(a, b Source) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Name, b.Name))
}

// union gives the texts of both lists, sorted, none twice.
func union(a, b []string) []string {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// rank orders the marks: host, panelist, attendee, none.
func rank(mark Role) int {
	switch mark {
	case Host:
		return 3
	case Panelist:
		return 2
	case Attendee:
		return 1
	}
	return 0
}

// sameFile joins the records that are one person by id, address or name.
func sameFile(records []Record) groups {
	g := newGroups(len(records))
	emails := make([]string, len(records))
	for i := range records {
		emails[i] = participant.NormaliseEmail(records[i].Email)
	}
	for _, members := range alike(len(records), func(i int) string { return strings.ToLower(records[i].PlatformID) }) {
		g.joinAll(members)
	}
	for _, members := range alike(len(records), func(i int) string { return emails[i] }) {
		joinSameAddress(records, members, g)
	}
	names := alike(len(records), func(i int) string {
		if emails[i] != "" {
			return ""
		}
		return participant.FoldKey(fullName(records[i]))
	})
	for _, members := range names {
		joinSameName(records, members, g)
	}
	return g
}

// joinSameName joins records without an address and with equal folded names, unless the platform's ids tell them apart,
// or the name is that of a device and two of them were there at once: two telephones may both be called "iPhone".
func joinSameName(records []Record, members []int, g groups) {
	ids := map[string]bool{}
	var free []int
	for _, i := range members {
		if id := records[i].PlatformID; id != "" {
			ids[strings.ToLower(id)] = true
		} else {
			free = append(free, i)
		}
	}
	if len(ids) == 1 {
		free = members
	}
	if namesNobody(records[members[0]]) && overlap(records, free) {
		return
	}
	g.joinAll(free)
}

// namesNobody tells whether a record shows a bare device or a caller without a number.
func namesNobody(r Record) bool {
	name := fullName(r)
	if participant.IsDevice(name) {
		return true
	}
	return participant.IsPhoneName(name) && !strings.ContainsAny(name, "0123456789")
}

// overlap tells whether two stays of one file overlap.
func overlap(records []Record, members []int) bool {
	byFile := map[string][]Stay{}
	for _, i := range members {
		for _, file := range files(records[i]) {
			byFile[file] = append(byFile[file], Stay{Join: records[i].Join, Leave: records[i].Leave})
		}
	}
	for _, stays := range byFile {
		slices.SortFunc(stays, compareStays)
		var last time.Time
		for _, s := range stays {
			if s.Join.Before(last) {
				return true
			}
			if s.Leave.After(last) {
				last = s.Leave
			}
		}
	}
	return false
}

// files are the files a record stands in, one nameless file when it was given without a source.
func files(r Record) []string {
	if len(r.Sources) == 0 {
		return []string{""}
	}
	var out []string
	for _, s := range r.Sources {
		if !slices.Contains(out, s.File) {
			out = append(out, s.File)
		}
	}
	return out
}

// manyNames is the number of different full names from which on an address is a shared mailbox: only equal names are
// then joined, since comparing each with each would take long and prove nothing.
const manyNames = 50

// joinSameAddress joins the records of one address. Full names that share a surname are one person; a given name alone,
// or a device, goes with the only person of the address, or with the only one it fits. Two persons behind one address
// are never joined by a third row that fits both.
func joinSameAddress(records []Record, members []int, g groups) {
	if oneName(records, members) {
		g.joinAll(members)
		return
	}
	full := map[string][]int{} // folded full name → records
	var short []int
	display := map[string]string{}
	for _, i := range members {
		human := participant.Strip(fullName(records[i])).Name
		if tokens := participant.Tokens(human); len(tokens) > 1 {
			key := participant.FoldKey(human)
			full[key] = append(full[key], i)
			display[key] = human
		} else {
			short = append(short, i)
		}
	}
	keys := slices.Sorted(maps.Keys(full))
	people := newGroups(len(keys))
	for i := range keys {
		for j := i + 1; j < len(keys) && len(keys) <= manyNames; j++ {
			if identity.ShareSurnameOrGivenOnly(display[keys[i]], display[keys[j]]) {
				people.join(i, j)
			}
		}
	}
	persons := people.lists()
	for _, person := range persons {
		var own []int
		for _, k := range person {
			own = append(own, full[keys[k]]...)
		}
		g.joinAll(own)
	}
	switch len(persons) {
	case 0:
		g.joinAll(short)
	case 1:
		g.joinAll(append(short, full[keys[0]][0]))
	default:
		joinFitting(records, short, persons, keys, full, g)
	}
}

// oneName tells whether the records show one name only, as most addresses do.
func oneName(records []Record, members []int) bool {
	name := fullName(records[members[0]])
	for _, i := range members[1:] {
		if other := fullName(records[i]); other != name && participant.FoldKey(other) != participant.FoldKey(name) {
			return false
		}
	}
	return true
}

// joinFitting joins each short name of an address with the only person of several whom it fits.
func joinFitting(records []Record, short []int, persons [][]int, keys []string, full map[string][]int, g groups) {
	alone := map[string][]int{}
	for _, i := range short {
		token := participant.FoldKey(participant.Strip(fullName(records[i])).Name)
		alone[token] = append(alone[token], i)
	}
	for token, rows := range alone {
		g.joinAll(rows)
		var fits []int
		for n, person := range persons {
			if token != "" && slices.ContainsFunc(person, func(k int) bool {
				return slices.ContainsFunc(strings.Fields(keys[k]), func(t string) bool { return sameToken(t, token) })
			}) {
				fits = append(fits, n)
			}
		}
		if len(fits) == 1 {
			g.join(rows[0], full[keys[persons[fits[0]][0]]][0])
		}
	}
}
