package progress

import (
	"slices"
	"testing"
)

// What is told of parts is one count that goes up to the whole.
func TestParts(t *testing.T) {
	var told []int
	seen := Seen(func(done, total int) bool {
		if total != 8 {
			t.Errorf("of %d", total)
		}
		told = append(told, done)
		return done < 7
	})
	for part := range 2 {
		for done := 2; done <= 8; done += 2 {
			if goes := seen.Part(part, 2).Tell(done, 8); goes != (part == 0 || done < 6) {
				t.Errorf("part %d at %d goes on: %t", part, done, goes)
			}
		}
	}
	if want := []int{1, 2, 3, 4, 5, 6, 7, 8}; !slices.Equal(told, want) {
		t.Errorf("told %v", told)
	}
	if seen.Of(8).Tell(3, 3) || told[len(told)-1] != 8 || !seen.Of(8).Tell(1, 3) || told[len(told)-1] != 2 {
		t.Errorf("other things are told as %v", told[8:])
	}
	if nobody := Seen(nil); !nobody.Tell(1, 2) || !nobody.Of(2).Tell(1, 1) || !nobody.Tick(2, 2) || !nobody.Part(0, 2).Tell(1, 2) {
		t.Error("without a watcher the work is ended")
	}
}

// Of very many things the last is told, so that a count ends where it should.
func TestTicks(t *testing.T) {
	var told []int
	seen := Seen(func(done, _ int) bool { told = append(told, done); return true })
	for done := 1; done <= 600; done++ {
		seen.Tick(done, 600)
	}
	if want := []int{256, 512, 600}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}
