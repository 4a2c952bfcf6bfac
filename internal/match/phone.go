package match

import (
	"math"
	"strings"

	"rapporteur/internal/participant"
)

// chance is how many numbers may end in the visible digits by chance before they say nothing.
const chance = .25

// byPhone judges a caller without a name: a full number that one person registered is certain, a masked one that fits
// few is asked about.
func (r *register) byPhone(s shown) verdict {
	digits, masked := participant.PhoneDigits(s.phone)
	if len(digits) < 2 {
		return verdict{}
	}
	last, begin := digits[len(digits)-2:], visibleBegin(s.phone)
	var claims []claim
	alike := 0
	for i := range r.all {
		phone := r.all[i].phone
		fits := phone != "" && strings.HasPrefix(phone, begin)
		if fits {
			alike++
		}
		if !strings.HasSuffix(phone, last) {
			continue
		}
		if !masked && len(digits) >= 8 && participant.SamePhone(phone, s.phone) {
			claims = append(claims, claim{known: i, score: .97, reasons: []string{"same telephone number as registered"}})
		} else if fits && strings.HasSuffix(phone, digits) {
			claims = append(claims, claim{known: i, score: .5, reasons: []string{"the visible digits of the telephone number fit"}})
		}
	}
	claims = r.onePerPerson(claims)
	if len(claims) == 1 && !masked && claims[0].score > .9 {
		return verdict{certain: claims}
	}
	if float64(alike)*math.Pow10(-len(digits)) > chance {
		return verdict{} // so few visible digits fit somebody's number anyway
	}
	return verdict{open: claims}
}

// visibleBegin gives the digits before the first mask, "" when nothing is masked.
func visibleBegin(shown string) string {
	i := strings.IndexAny(shown, "*•Xx·")
	if i < 0 {
		return ""
	}
	begin, _ := participant.PhoneDigits(shown[:i])
	return begin
}
