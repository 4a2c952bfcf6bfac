package guard

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// However the pipe cuts it: what is told is heard, and the answer is what follows.
func TestHearing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var out bytes.Buffer
		for range rapid.IntRange(0, 3).Draw(t, "times") {
			telling(&out)(rapid.IntRange(0, 9).Draw(t, "done"), 9)
		}
		n := out.Len()
		out.WriteString(magic + "Pand more")
		var h hearing
		answer, times := "", 0
		for rest := out.Bytes(); len(rest) > 0; {
			cut := rapid.IntRange(1, len(rest)).Draw(t, "cut")
			last, of, ok := h.cut(rest[:cut])
			if !ok {
				t.Fatal("it says too much")
			}
			if last != nil {
				times++
			}
			answer, rest = answer+string(of), rest[cut:]
		}
		if answer != magic+"Pand more" || times > n/toldSize || n > 0 && times == 0 {
			t.Fatalf("%d times told of %d, and %q", times, n/toldSize, answer)
		}
	})
}

// What no child can be at is passed over, and too much of it is refused.
func TestHearingNonsense(t *testing.T) {
	var h hearing
	if last, _, ok := h.cut([]byte("P\x00\x00\x00\x02\x00\x00\x00\x01P\xff\xff\xff\xfe\xff\xff\xff\xff")); last != nil || !ok {
		t.Errorf("heard %+v", last)
	}
	if _, _, ok := h.cut([]byte(strings.Repeat("P\x00\x00\x00\x01\x00\x00\x00\x02", mostTold))); ok {
		t.Error("it may say whatever it likes")
	}
}
