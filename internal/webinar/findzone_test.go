package webinar

import "testing"

func TestFindZone(t *testing.T) {
	for text, want := range map[string]string{
		"Europe/Skopje": "Europe/Skopje", "Skopje": "Europe/Skopje", " skopje ": "Europe/Skopje", "Türkiye": "Europe/Istanbul",
		"Bosnia and Herzegovina": "Europe/Sarajevo", "Central European Time": "Europe/Paris", "Warsaw": "Europe/Warsaw",
		"new york": "America/New_York", "UTC+2": "Etc/GMT-2", "GMT -5": "Etc/GMT+5", "UTC": "UTC", "UTC+5:30": "Asia/Kolkata",
		"UTC+3:10": "", "UTC+22": "", "Local": "", "": "", "nowhere at all": "", "../../etc/passwd": "", "Skopje or Ankara": "", "é": "",
	} {
		got, ok := FindZone(text)
		if want == "" && ok || want != "" && (got != want || !ok) {
			t.Errorf("%q is taken for %q, %t; want %q", text, got, ok, want)
		}
	}
}
