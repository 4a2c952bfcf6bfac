package workflow

import (
	"strings"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/store"
)

// TestInOrder: what was done and taken back stands in the order in which that was possible, whatever the clocks say.
func TestInOrder(t *testing.T) {
	for _, c := range []struct{ changes, undos, want string }{
		{"", "", ""},
		{"abc", "", "a b c"},
		{"abc", "c", "a b c -c"},
		{"abc", "ba", "a b -b -a c"},
		{"abc", "bca", "a b -b c -c -a"},
		{"abcd", "dcb", "a b c d -d -c -b"},
	} {
		var changes []change.Change
		for _, id := range c.changes {
			changes = append(changes, change.Change{ID: string(id)})
		}
		var undos []store.Undone
		for _, id := range c.undos {
			undos = append(undos, store.Undone{Change: string(id)})
		}
		var got []string
		for _, a := range inOrder(changes, undos) {
			sign := ""
			if a.undo != nil {
				sign = "-"
			}
			got = append(got, sign+a.change.ID)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s undone %s: %q, want %q", c.changes, c.undos, text, c.want)
		}
	}
}
