package tabular_test

import (
	"testing"
	"time"

	"rapporteur/internal/tabular"
)

func TestParseDuration(t *testing.T) {
	hms := func(h, m, s int) time.Duration {
		return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(s)*time.Second
	}
	for text, want := range map[string]time.Duration{
		"2h 22m": hms(2, 22, 0), "1h 47m 57s": hms(1, 47, 57), "2\u00a0h 44\u202fm": hms(2, 44, 0), "10s": hms(0, 0, 10),
		"142": hms(0, 142, 0), "142.0": hms(0, 142, 0), "1:02:03": hms(1, 2, 3), "26:00:00": hms(26, 0, 0),
		"1:02": hms(1, 2, 0), "PT1H2M": hms(1, 2, 0), "PT90S": hms(0, 0, 90), "93 mins": hms(0, 93, 0),
		"1 hr 12 min": hms(1, 12, 0), "1 hour 32 minutes": hms(1, 32, 0), "2 Std. 5 Min. 7 Sek.": hms(2, 5, 7),
		"1 godz. 42 min 3 sek.": hms(1, 42, 3), "2 sa 5 dk 7 sn": hms(2, 5, 7), "1 ч 5 мин": hms(1, 5, 0),
		"1 hour and 5 minutes": hms(1, 5, 0), "1,5 h": hms(1, 30, 0), "0": 0, "2 heures, 3 minutes": hms(2, 3, 0),
		"1 orë 2 minuta": hms(1, 2, 0), "1 ó 15 p 3 mp": hms(1, 15, 3), "2 год 5 хв": hms(2, 5, 0), "1 ώ 5 λ": hms(1, 5, 0), "1 ώρ. 5 λ. 3 δ.": hms(1, 5, 3), "1 č 5 min": hms(1, 5, 0), "1 სთ 5 წთ 3 წმ": hms(1, 5, 3), "1 ժ 5 ր": hms(1, 5, 0), "1 h 12": hms(1, 12, 0), "1h05": hms(1, 5, 0), "2 min 5": hms(0, 2, 5), "1 sat i 2 minute": hms(1, 2, 0),
	} {
		if got, ok := tabular.ParseDuration(text, time.Minute); !ok || got != want {
			t.Errorf("%q: got %v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "-", "--", "n/a", "h", "5 minutes 2 hours", "1h 1h", "1:60:00", "1:2:3:4", "3 apples", "1 h 72", "5 s 3", "2 3", "-5", "PT"} {
		if got, ok := tabular.ParseDuration(text, time.Minute); ok {
			t.Errorf("%q: read as %v, want a refusal", text, got)
		}
	}
	if got, ok := tabular.ParseDuration("142", 0); ok {
		t.Errorf("a bare number without unit: read as %v, want a refusal", got)
	}
}
