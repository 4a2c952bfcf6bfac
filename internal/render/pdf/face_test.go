package pdf

import (
	"math"
	"sync"
	"testing"
)

func TestMeasure(t *testing.T) {
	if got := Measure("Police / law enforcement", 12, false); math.Abs(got-139.1) > 0.1 {
		t.Errorf("the label is %.2f wide, want 139.1", got)
	}
	if Measure("Police", 12, true) <= Measure("Police", 12, false) || Measure("", 12, false) != 0 {
		t.Error("bold is not wider, or nothing has a width")
	}
	if Measure("😀", 10, false) != Measure("▯", 10, false) {
		t.Error("a substituted sign is not measured as its substitute")
	}
}

func TestMeasureInParallel(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if Measure("Скопје", 10, false) <= 0 {
				t.Error("no width")
			}
		})
	}
	wg.Wait()
}

// Every sign the program itself prints must be in all three fonts.
func TestFontsHaveWhatReportsPrint(t *testing.T) {
	for _, r := range "ÇĞİıÖŞÜçğöşüËëÇçČčĆćĐđŠšŽžĂăÂâÎîȘșȚțЂЈЉЊЋЏѓѕѝѐαβγΆΏ€–—‘’“”„…•·×±−≥≤≠≈→←✓✗□☐▯§°№‰½" {
		if !printable(r) {
			t.Errorf("%c (%U) is missing", r, r)
		}
	}
}
