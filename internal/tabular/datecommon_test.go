package tabular

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What the quick way reads, the reader of all shapes reads alike.
func TestCommonDatesAreReadAlike(t *testing.T) {
	part := rapid.SampledFrom(strings.Split("0|1|2|9|05|12|13|28|31|32|60|99|020|2020|1999|0000|20201|jan|Feb|MAR|may|maj|Okt|sep|dec|juin|/|-|.|,| |  |:|T|t|am|PM|Am|p.m.|Z|\u00a0|\u200b|x|º", "|"))
	shape := rapid.SampledFrom([]string{
		"M d, y h:n:s", "M d, y h:n", "d/d/y h:n:s a", "d/d/y h:n a", "d.d.y h:n", "d-d-y h:n:s", "y-d-d h:n:s", "y-d-d h:n", "d/d/y h:nam",
	})
	read := 0
	one := func(t *rapid.T) {
		text := shape.Draw(t, "shape")
		fill := map[string][]string{
			"M": {"Jan", "feb", "MAR", "Apr", "May", "Jun", "jul", "Aug", "Sep", "Oct", "NOV", "Dec", "Maj", "Okt", "XYZ"},
			"d": {"0", "1", "2", "05", "12", "13", "28", "31", "32", "00", "123"},
			"y": {"2020", "1999", "0000", "20", "20201", "9999"},
			"h": {"0", "1", "01", "11", "12", "13", "23", "24", "00"},
			"n": {"00", "5", "44", "59", "60"}, "s": {"00", "07", "59", "60", "7"}, "a": {"AM", "pm", "Pm", "p.m.", "am", "xm", "PM "},
		}
		var b strings.Builder
		for _, r := range text {
			if choices := fill[string(r)]; choices != nil && !(r == 'a' && strings.HasSuffix(text, "nam")) {
				b.WriteString(rapid.SampledFrom(choices).Draw(t, string(r)))
			} else {
				b.WriteRune(r)
			}
		}
		text = b.String()
		if at := rapid.IntRange(-20, len(text)).Draw(t, "at"); at >= 0 {
			text = text[:at] + part.Draw(t, "part") + text[at:]
		}
		quick, ok := commonDate(text)
		if !ok {
			return
		}
		read++
		slow, ok := anyDate(text)
		if !ok || !reflect.DeepEqual(quick, slow) {
			t.Fatalf("%q: %+v, but %+v, %t", text, quick, slow, ok)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		for range 20 { // about one in twenty goes the quick way
			one(t)
		}
	})
	if read < 50 {
		t.Fatalf("only %d of the texts went the quick way", read)
	}
}

// The usual shapes go the quick way.
func TestCommonDates(t *testing.T) {
	for _, s := range []string{"May 28, 2020 13:44:05", "May 8, 2020 1:44 PM", "05/28/2020 01:44:05 PM", "28.05.2020 13:44", "2020-05-28 13:44:05"} {
		if _, ok := commonDate(s); !ok {
			t.Errorf("%q goes the long way", s)
		}
	}
}
