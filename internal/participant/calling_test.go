package participant

import "testing"

func TestPhoneStart(t *testing.T) {
	for number, want := range map[string]string{
		"+381 11 555 01 00": "+38111", " 00387-33-555": "+38733", "+90 (212) 555": "+90212", "+1": "+1",
		"011 555 01 00": "", "": "", "+": "", "call me": "", "381115550100": "",
	} {
		if got := PhoneStart(number); got != want {
			t.Errorf("%q begins with %q, want %q", number, got, want)
		}
	}
}
