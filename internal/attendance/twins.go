package attendance

import (
	"maps"
	"slices"

	"rapporteur/internal/participant"
)

// span is one closed stay to the second, for comparing exports.
type span struct{ join, leave int64 }

// nobody owns a span that two persons of a file share.
const nobody = -1

// presenceIn is a person's closed stays in one file.
type presenceIn struct {
	person int
	spans  map[span]bool
}

// joinTwins joins persons of different exports of one meeting: every closed stay of the one in its file is, to the
// second, a stay of the other in another file, nobody else of either file has those stays, the names are compatible and
// the addresses do not differ. Where people of different addresses would be joined, be it over a third, none of them is.
func joinTwins(records []Record, g groups) {
	if len(records) == 0 || !severalFiles(records) {
		return
	}
	persons := g.lists()
	byFile := map[string][]presenceIn{}
	for n, members := range persons {
		for file, spans := range spansOf(records, members) {
			byFile[file] = append(byFile[file], presenceIn{n, spans})
		}
	}
	if len(byFile) < 2 {
		return
	}
	owners := map[string]map[span]int{}
	for file, present := range byFile {
		owners[file] = ownersOf(present)
	}
	twins := newGroups(len(persons))
	faces := make([]face, len(persons))
	for n, members := range persons {
		faces[n] = faceOf(records, members)
	}
	names := slices.Sorted(maps.Keys(byFile))
	for _, file := range names {
		for _, other := range names {
			if file == other {
				continue
			}
			for _, p := range byFile[file] {
				if twin := twinOf(p, owners[file], owners[other]); twin != nobody && faces[p.person].fits(faces[twin]) {
					twins.join(p.person, twin)
				}
			}
		}
	}
	for _, members := range twins.lists() {
		if len(members) > 1 && oneAddress(faces, members) {
			for _, n := range members[1:] {
				g.join(persons[members[0]][0], persons[n][0])
			}
		}
	}
}

// severalFiles tells whether the records stand in more than one file.
func severalFiles(records []Record) bool {
	of := func(r Record) string {
		if len(r.Sources) == 0 {
			return ""
		}
		return r.Sources[0].File
	}
	return slices.ContainsFunc(records, func(r Record) bool {
		return of(r) != of(records[0]) || slices.ContainsFunc(r.Sources, func(s Source) bool { return s.File != r.Sources[0].File })
	})
}

// spansOf gives a person's closed stays by file; an open one has no end to compare, and a total says no stay.
func spansOf(records []Record, members []int) map[string]map[span]bool {
	out := map[string]map[span]bool{}
	for _, i := range members {
		r := records[i]
		if r.Open || r.Kind == TotalRow || !r.Leave.After(r.Join) {
			continue
		}
		for _, file := range files(r) {
			if out[file] == nil {
				out[file] = map[span]bool{}
			}
			out[file][span{r.Join.Unix(), r.Leave.Unix()}] = true
		}
	}
	return out
}

// ownersOf tells whose each stay of a file is.
func ownersOf(present []presenceIn) map[span]int {
	owners := map[span]int{}
	for _, p := range present {
		for s := range p.spans {
			if _, taken := owners[s]; taken {
				owners[s] = nobody
			} else {
				owners[s] = p.person
			}
		}
	}
	return owners
}

// twinOf is the one person of the other file who has every stay of p, where each of them is p's alone in p's file and
// the twin's alone in the other; nobody without.
func twinOf(p presenceIn, here, there map[span]int) int {
	twin := nobody
	for s := range p.spans {
		owner, ok := there[s]
		if !ok || owner == nobody || here[s] == nobody || twin != nobody && owner != twin {
			return nobody
		}
		twin = owner
	}
	if twin == p.person {
		return nobody
	}
	return twin
}

// face is what a person shows in the records: addresses, names of humans and, without any, what is displayed.
type face struct {
	emails map[string]bool
	human  [][]string // folded tokens of each name that holds one
	shown  map[string]bool
}

func faceOf(records []Record, members []int) face {
	f := face{emails: map[string]bool{}, shown: map[string]bool{}}
	for _, i := range members {
		if email := participant.NormaliseEmail(records[i].Email); email != "" {
			f.emails[email] = true
		}
		for _, name := range append(names(records[i]), fullName(records[i])) {
			if tokens := participant.Tokens(participant.Strip(name).Name); len(tokens) > 0 {
				f.human = append(f.human, tokens)
			}
			f.shown[participant.FoldKey(name)] = true
		}
	}
	return f
}

// fits tells whether the names of two persons may be one's: they share a word (also at one letter's difference), or
// neither names a human and both show the same.
func (f face) fits(o face) bool {
	if len(f.human) == 0 || len(o.human) == 0 {
		return len(f.human) == len(o.human) && intersect(f.shown, o.shown)
	}
	for _, a := range f.human {
		for _, b := range o.human {
			if shareToken(a, b) {
				return true
			}
		}
	}
	return false
}

// oneAddress tells whether no two of the persons show different addresses.
func oneAddress(faces []face, members []int) bool {
	for i, a := range members {
		for _, b := range members[i+1:] {
			if len(faces[a].emails) > 0 && len(faces[b].emails) > 0 && !intersect(faces[a].emails, faces[b].emails) {
				return false
			}
		}
	}
	return true
}

func intersect(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// shareToken tells whether two names have a word in common; initials are no words.
func shareToken(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if len(x) > 1 && sameToken(x, y) {
				return true
			}
		}
	}
	return false
}

// sameToken tells whether two folded words are equal or, from five letters on, one letter apart: one changed, left out,
// added, or two neighbours swapped.
func sameToken(a, b string) bool {
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 4 || len(y) < 5 || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return string(x[i:]) == string(y[i+1:])
	}
	if string(x[i+1:]) == string(y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:])
}
