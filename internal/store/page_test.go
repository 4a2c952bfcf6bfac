package store

import (
	"bytes"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapporteur/internal/attendance"
	"rapporteur/internal/fault"
)

func drawRecord(t *rapid.T) attendance.Record {
	text := rapid.OneOf(rapid.SampledFrom([]string{"", "Ana", "Đorđe", "stay"}), rapid.String())
	moment := rapid.Custom(func(t *rapid.T) time.Time {
		if rapid.Bool().Draw(t, "known") {
			return time.Unix(rapid.Int64Range(-1<<33, 1<<33).Draw(t, "s"), rapid.Int64Range(0, 999_999_999).Draw(t, "ns")).UTC()
		}
		return time.Time{}
	})
	r := attendance.Record{
		Key:  rapid.OneOf(rapid.StringMatching(`a[0-9a-f]{32}`), rapid.StringMatching(`a[0-9A-F]{32}`), text).Draw(t, "key"),
		Line: rapid.IntRange(0, 200_000).Draw(t, "line"), Kind: attendance.Kind(text.Draw(t, "kind")), Name: text.Draw(t, "name"),
		Registrant: text.Draw(t, "registrant"), Original: text.Draw(t, "original"), Email: text.Draw(t, "email"), PlatformID: text.Draw(t, "id"),
		Mark: attendance.Role(text.Draw(t, "mark")), Join: moment.Draw(t, "join"), Leave: moment.Draw(t, "leave"), Open: rapid.Bool().Draw(t, "open"),
		Total: time.Duration(rapid.Int64().Draw(t, "total")), HasTotal: rapid.Bool().Draw(t, "has"), Organisation: text.Draw(t, "organisation"),
		JobTitle: text.Draw(t, "job"), Country: text.Draw(t, "country"), Stripped: rapid.SliceOfN(text, 0, 3).Draw(t, "stripped"),
		Raw: rapid.MapOfN(text, text, 0, 3).Draw(t, "raw"),
	}
	if len(r.Stripped) == 0 {
		r.Stripped = nil
	}
	if len(r.Raw) == 0 {
		r.Raw = nil
	}
	return r
}

// What is written to a page is read back, and the same records make the same page.
func TestPagesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(rapid.Custom(drawRecord), 0, 8).Draw(t, "records")
		known := rapid.SliceOfN(rapid.Bool(), len(records), len(records)).Draw(t, "known")
		var entries []pageEntry
		for i := range records {
			entries = append(entries, pageEntry{&records[i], known[i]})
		}
		body := writePage(entries)
		if !bytes.Equal(body, writePage(entries)) {
			t.Fatal("two pages of one list differ")
		}
		var got []attendance.Record
		err := readPage(string(body), func(r attendance.Record, isKnown bool) {
			want := records[len(got)]
			if isKnown {
				want = attendance.Record{Key: want.Key, Line: want.Line}
			}
			if isKnown != known[len(got)] {
				t.Fatalf("entry %d: known %t", len(got), isKnown)
			}
			if !reflect.DeepEqual(r, want) {
				t.Fatalf("got %+v, want %+v", r, want)
			}
			got = append(got, r)
		})
		if err != nil || len(got) != len(records) {
			t.Fatalf("%d of %d, %v", len(got), len(records), err)
		}
	})
}

// A page that is cut off or changed is a fault, or other records, never a panic.
func TestDamagedPages(t *testing.T) {
	ignore := func(attendance.Record, bool) {}
	rapid.Check(t, func(t *rapid.T) {
		r := drawRecord(t)
		body := writePage([]pageEntry{{&r, false}})
		if err := readPage(string(body[:rapid.IntRange(0, len(body)-1).Draw(t, "cut")]), ignore); err != nil && !fault.Is(err, fault.Damaged) {
			t.Fatal(err)
		}
		body[rapid.IntRange(0, len(body)-1).Draw(t, "at")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		if err := readPage(string(body), ignore); err != nil && !fault.Is(err, fault.Damaged) {
			t.Fatal(err)
		}
	})
	for _, body := range []string{"", "\x02", "\x01\x80", "\x01\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"} {
		if err := readPage(body, ignore); !fault.Is(err, fault.Damaged) {
			t.Errorf("%q: %v", body, err)
		}
	}
}
