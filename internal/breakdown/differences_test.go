package breakdown

import (
	"slices"
	"testing"
	"time"
)

func TestDifferences(t *testing.T) {
	at := time.Date(2020, 5, 28, 11, 0, 0, 0, time.UTC)
	table := func() Table {
		return Table{
			Totals:      Totals{Joined: 3, Attended: 2},
			Rows:        []Row{{Sector: "police", Beneficiary: "AL", Sex: "men", Joined: 3, Attended: 2}},
			Groups:      []GroupRow{{Group: "fiu", Beneficiary: "AL"}},
			Minutes:     []Minute{{Start: at, Present: 3}},
			Sensitivity: []Sensitivity{{Rule: "50%", Attended: 2}},
			Classes:     []ClassRow{{Class: "police", Joined: 3, Attended: 2}},
		}
	}
	if d := Differences(table(), table()); len(d) != 0 {
		t.Errorf("the same table differs from itself: %v", d)
	}
	for figure, change := range map[string]func(*Table){
		"totals.attended":             func(n *Table) { n.Totals.Attended = 7 },
		"totals.short_confirmed":      func(n *Table) { n.Totals.ShortConfirmed = 7 },
		"rows.police/AL/men.attended": func(n *Table) { n.Rows[0].Attended = 7 },
		"rows.judiciary/XK/women.joined": func(n *Table) {
			n.Rows = append(n.Rows, Row{Sector: "judiciary", Beneficiary: "XK", Sex: "women", Joined: 7})
		},
		"groups.fiu/AL.attended":               func(n *Table) { n.Groups[0].Attended = 7 },
		"minutes.2020-05-28T11:00:00Z.present": func(n *Table) { n.Minutes[0].Present = 7 },
		"sensitivity.50%.attended":             func(n *Table) { n.Sensitivity[0].Attended = 7 },
		"classes.police.joined":                func(n *Table) { n.Classes[0].Joined = 7 },
	} {
		now := table()
		change(&now)
		d := Differences(table(), now)
		if len(d) != 1 || d[0].Figure != figure || d[0].Now != 7 {
			t.Errorf("%s: %v", figure, d)
		}
		back := Differences(now, table())
		if len(back) != 1 || back[0] != (Difference{figure, d[0].Now, d[0].Frozen}) {
			t.Errorf("%s, the other way: %v", figure, back)
		}
	}
	gone := table()
	gone.Rows = nil
	if d := Differences(table(), gone); !slices.Equal(d, []Difference{{"rows.police/AL/men.attended", 2, 0}, {"rows.police/AL/men.joined", 3, 0}}) {
		t.Errorf("a row that is gone: %v", d)
	}
}
