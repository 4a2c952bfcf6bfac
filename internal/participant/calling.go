package participant

import "strings"

// PhoneTitles are the titles of a column with telephone numbers, in the languages of the region and of the platforms, in
// lower case and parted by "|".
const PhoneTitles = "phone|phone number|telephone|telephone number|mobile|mobile phone|mobile number|mobile phone number|cell phone|contact phone|contact number|work phone|business phone|tel|gsm|" +
	"telefon|broj telefona|telefonski broj|mobitel|mobilni telefon|kontakt telefon|телефон|телефонски број|број на телефон|број телефона|мобилен телефон|мобилни телефон|" +
	"telefoni|numri i telefonit|nr i telefonit|telefon numarası|cep telefonu|telefonunuz|număr de telefon|numărul de telefon|téléphone|numéro de téléphone|telefonnummer|handynummer|rufnummer|mobilnummer|" +
	"teléfono|número de teléfono|telefone|telefono|numero di telefono"

// startOfNumber is how many digits of a number tell its country/area at most.
const startOfNumber = 5

// PhoneStart is the beginning of a telephone number with its international prefix ("+381…", "00381…"): what tells the
// country/area, and not whose it is. Of a masked number it is what stands before the mask, and a nought in brackets is dialled
// at home alone. It is "" for a number without such a prefix.
func PhoneStart(number string) string {
	number = strings.TrimLeft(strings.ReplaceAll(clean(number), "(0)", ""), "( ")
	if i := strings.IndexAny(number, phoneMasks); i >= 0 {
		number = number[:i]
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
	switch {
	case strings.HasPrefix(number, "+"):
	case strings.HasPrefix(digits, "00"):
		digits = digits[2:]
	default:
		return ""
	}
	if digits == "" {
		return ""
	}
	return "+" + digits[:min(len(digits), startOfNumber)]
}
