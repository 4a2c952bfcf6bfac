package breakdown

import (
	"bytes"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// ByName sorts people by the name they showed, as English sorts.
func ByName(list []Member) {
	order, buffer := collate.New(language.English), &collate.Buffer{}
	type keyed struct {
		key    []byte
		member Member
	}
	all := make([]keyed, len(list))
	for i, m := range list {
		all[i] = keyed{order.KeyFromString(buffer, m.Participant.Name), m}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	for i, k := range all {
		list[i] = k.member
	}
}
