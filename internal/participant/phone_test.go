package participant

import "testing"

func TestPhoneDigits(t *testing.T) {
	for shown, want := range map[string]struct {
		digits string
		masked bool
	}{
		"+381 64 123 45 67": {"381641234567", false},
		"00381641234567":    {"381641234567", false},
		"064/123-4567":      {"641234567", false},
		"38164*****67":      {"67", true},
		"Call-in user 0039": {"0039", false},
		"Caller 3":          {"3", false},
		"":                  {"", false},
	} {
		if digits, masked := PhoneDigits(shown); digits != want.digits || masked != want.masked {
			t.Errorf("%q: %q, %t", shown, digits, masked)
		}
	}
}
