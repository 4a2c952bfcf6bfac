package attendance

import "testing"

func TestIsTotals(t *testing.T) {
	for _, name := range []string{"Total", "TOTAL: 53 participants", "Ukupno: 8", "Укупно 51 учесника", "Toplam (51 katılımcı)", "Grand total", "Razem", "Gjithsej: 12 pjesëmarrës", "Всього"} {
		if !isTotals(name) {
			t.Errorf("%q is no totals", name)
		}
	}
	for _, name := range []string{"Ana Total", "Sumaya Razem-Kaya", "53", "", "Participants", "Suma Perin", "Total Recall"} {
		if isTotals(name) {
			t.Errorf("%q is totals", name)
		}
	}
}
