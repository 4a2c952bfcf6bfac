package match

import (
	"strings"

	"rapporteur/internal/participant"
)

// byPhone judges a caller without a name: a full number that one person registered is certain, a masked one that fits
// few is asked about.
func (r *register) byPhone(s shown) verdict {
	digits, masked := participant.PhoneDigits(s.phone)
	if len(digits) < 2 {
		return verdict{}
	}
	last := digits[len(digits)-2:]
	var claims []claim
	for i, k := range r.all {
		if !strings.HasSuffix(k.phone, last) {
			continue
		}
		if !masked && len(digits) >= 8 && participant.SamePhone(k.phone, s.phone) {
			claims = append(claims, claim{known: i, score: .97, reasons: []string{"same telephone number as registered"}})
		} else if strings.HasSuffix(k.phone, digits) && beginsAlike(s.phone, k.phone) {
			claims = append(claims, claim{known: i, score: .5, reasons: []string{"the visible digits of the telephone number fit"}})
		}
	}
	claims = r.onePerPerson(claims)
	if len(claims) == 1 && !masked && claims[0].score > .9 {
		return verdict{certain: claims}
	}
	if len(claims) > most {
		return verdict{} // the visible digits say nothing
	}
	return verdict{open: claims}
}

// beginsAlike tells whether the digits before the first mask, if any, begin the number.
func beginsAlike(shown, digits string) bool {
	i := strings.IndexAny(shown, "*•Xx·")
	if i < 0 {
		return true
	}
	begin, _ := participant.PhoneDigits(shown[:i])
	return strings.HasPrefix(digits, begin)
}
