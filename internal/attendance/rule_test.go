package attendance

import (
	"testing"

	"pgregory.net/rapid"

	"rapporteur/internal/fault"
)

func TestParseRule(t *testing.T) {
	for text, want := range map[string]Rule{
		"50%": {Percent: 50}, " 50 % ": {Percent: 50}, "100%": {Percent: 100}, "1%": {Percent: 1},
		"60min": {Minutes: 60}, "60 minutes": {Minutes: 60}, "1 minute": {Minutes: 1}, "45MIN": {Minutes: 45},
	} {
		if got, err := ParseRule(text); err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "%", "0%", "101%", "-5%", "50.5%", "min", "0min", "1441min", "fifty", "50%min", "60 sec"} {
		if got, err := ParseRule(text); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestRuleMet(t *testing.T) {
	for _, c := range []struct {
		rule             Rule
		presence, window int
		want             bool
	}{
		{Rule{Percent: 50}, 3600, 7200, true},
		{Rule{Percent: 50}, 3599, 7200, false},
		{Rule{Percent: 33}, 2310, 7000, true},
		{Rule{Percent: 33}, 2309, 7000, false},
		{Rule{Percent: 100}, 7200, 7200, true},
		{Rule{Minutes: 60}, 3600, 7200, true},
		{Rule{Minutes: 60}, 3599, 7200, false},
		{Rule{Percent: 1}, 0, 0, false},
		{Rule{}, 7200, 7200, false},
	} {
		if got := c.rule.Met(c.presence, c.window); got != c.want {
			t.Errorf("%s of %d s with %d s: %v", c.rule, c.window, c.presence, got)
		}
	}
}

func TestRuleText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Rule{Percent: rapid.IntRange(1, 100).Draw(t, "percent")}
		if rapid.Bool().Draw(t, "minutes") {
			r = Rule{Minutes: rapid.IntRange(1, 1440).Draw(t, "minutes of the rule")}
		}
		if got, err := ParseRule(r.String()); err != nil || got != r {
			t.Fatalf("%v is read back as %v, %v", r, got, err)
		}
	})
	if (Rule{}).String() != "" {
		t.Error("the zero rule has a text")
	}
}
