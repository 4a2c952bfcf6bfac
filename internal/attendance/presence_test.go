package attendance

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func at(minute int) time.Time { return sampleStart.Add(time.Duration(minute) * time.Minute) }

func stay(join, leave int) Stay { return Stay{Join: at(join), Leave: at(leave)} }

func open(join, leave int) Stay { return Stay{Join: at(join), Leave: at(leave), Open: true} }

func TestPresence(t *testing.T) {
	for name, c := range map[string]struct {
		stays []Stay
		want  int // minutes
	}{
		"nothing":                             {nil, 0},
		"before and after the window count 0": {[]Stay{stay(-30, 0), stay(120, 150)}, 0},
		"clipped on both sides":               {[]Stay{stay(-30, 150)}, 120},
		"two devices count once":              {[]Stay{stay(0, 60), stay(30, 90)}, 90},
		"a rejoin leaves its gap":             {[]Stay{stay(0, 30), stay(40, 60)}, 50},
		"a stay inside another":               {[]Stay{stay(0, 100), stay(20, 30)}, 100},
		"open ends with the window":           {[]Stay{open(60, 70)}, 60},
		"open past the window":                {[]Stay{open(100, 200)}, 20},
		"open after the window":               {[]Stay{open(130, 140)}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := Presence(Person{Stays: c.stays}, at(0), at(120))
			if got != c.want*60 {
				t.Errorf("presence %d s, want %d", got, c.want*60)
			}
		})
	}
	if got := Presence(Person{Stays: []Stay{stay(0, 60)}}, at(60), at(60)); got != 0 {
		t.Errorf("an empty window holds %d s", got)
	}
	if got := Presence(Person{TotalOnly: true, Total: 3 * time.Hour}, at(0), at(120)); got != 7200 {
		t.Errorf("a total counts %d s of a window of 7200", got)
	}
}

// TestPresenceWithinSpans: a total counts no more than what lies within the window between the first and the last time.
func TestPresenceWithinSpans(t *testing.T) {
	for name, c := range map[string]struct {
		total int // minutes
		spans []Stay
		want  int
	}{
		"nothing known":                   {100, nil, 100},
		"two devices of one hour":         {120, []Stay{stay(0, 60)}, 60},
		"gaps within a longer span":       {50, []Stay{stay(0, 90)}, 50},
		"most of it before the window":    {80, []Stay{stay(-70, 20)}, 20},
		"before the window altogether":    {30, []Stay{stay(-40, -5)}, 0},
		"two rows of one person":          {90, []Stay{stay(0, 40), stay(60, 110)}, 90},
		"longer than the window":          {300, []Stay{stay(-60, 300)}, 120},
		"an open end lasts as long as it": {100, []Stay{open(60, 70)}, 60},
	} {
		p := Person{TotalOnly: true, Total: time.Duration(c.total) * time.Minute, Spans: c.spans}
		if got := Presence(p, at(0), at(120)); got != c.want*60 {
			t.Errorf("%s: %d s, want %d minutes", name, got, c.want)
		}
	}
}

func TestMinutes(t *testing.T) {
	union, summed, joins := Minutes(Person{Stays: []Stay{stay(0, 60), stay(30, 90), stay(100, 101)}})
	if union != 91 || summed != 121 || joins != 3 {
		t.Errorf("got %.1f, %.1f, %d", union, summed, joins)
	}
}

func anyStays() *rapid.Generator[[]Stay] {
	return rapid.Custom(func(t *rapid.T) []Stay {
		var out []Stay
		for range rapid.IntRange(0, 12).Draw(t, "stays") {
			join := rapid.IntRange(-4000, 9000).Draw(t, "join")
			length := rapid.IntRange(1, 9000).Draw(t, "length")
			out = append(out, Stay{
				Join:  sampleStart.Add(time.Duration(join) * time.Second),
				Leave: sampleStart.Add(time.Duration(join+length) * time.Second),
				Open:  rapid.IntRange(0, 5).Draw(t, "open") == 0,
			})
		}
		return out
	})
}

// TestPresenceProperties: never more than the window, never less than the longest closed stay in it, the same in any
// order, and the seconds counted one by one.
func TestPresenceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stays := anyStays().Draw(t, "stays")
		got := Presence(Person{Stays: stays}, sampleStart, sampleEnd)
		if got < 0 || got > 7200 {
			t.Fatalf("presence %d s in a window of 7200", got)
		}
		counted := 0
		for s := range 7200 {
			now := sampleStart.Add(time.Duration(s) * time.Second)
			for _, y := range stays {
				if !now.Before(y.Join) && (now.Before(y.Leave) || y.Open) {
					counted++
					break
				}
			}
		}
		if got != counted {
			t.Fatalf("presence %d s, counted second by second %d", got, counted)
		}
		if shuffled := rapid.Permutation(stays).Draw(t, "order"); Presence(Person{Stays: shuffled}, sampleStart, sampleEnd) != got {
			t.Fatal("the order of the stays changes the presence")
		}
	})
}

func TestUnion(t *testing.T) {
	got := Union([]Stay{stay(40, 50), stay(0, 10), open(60, 70), stay(10, 20), stay(42, 44), stay(65, 70), stay(80, 80)})
	want := []Stay{stay(0, 20), stay(40, 50), open(60, 70)}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestUnionProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stays := anyStays().Draw(t, "stays")
		once := Union(stays)
		if !reflect.DeepEqual(once, Union(once)) {
			t.Fatal("a second union changes the first")
		}
		for i := 1; i < len(once); i++ {
			if !once[i].Join.After(once[i-1].Leave) {
				t.Fatal("stays of a union touch")
			}
		}
	})
}
