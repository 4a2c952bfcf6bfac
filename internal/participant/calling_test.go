package participant

import "testing"

func TestPhoneStart(t *testing.T) {
	for number, want := range map[string]string{
		"+381 11 555 01 00": "+38111", " 00387-33-555": "+38733", "+90 (212) 555": "+90212", "+1": "+1",
		"(+381) 64 555": "+38164", "+381 (0)38 555": "+38138",
		"+381******12": "+381", "+***-**-355": "", "00 387 XX XXX 33": "+387", "** 383 555": "",
		"011 555 01 00": "", "": "", "+": "", "call me": "", "381115550100": "",
	} {
		if got := PhoneStart(number); got != want {
			t.Errorf("%q begins with %q, want %q", number, got, want)
		}
	}
}
