package tabular

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// ParseDuration reads how long something took, as the platforms write it: "2h 22m", "1 hr 12 min", "2 h 44 m",
// "1 h 12", "1 Std. 5 Min.", "1:02:03" and "1:02" (hours first), "PT1H2M", "93 mins". bare is the unit of a number that stands
// alone ("142"); 0 means that a bare number is no duration. Blanks of any kind may stand inside.
func ParseDuration(s string, bare time.Duration) (time.Duration, bool) {
	s = strings.ToLower(Clean(s))
	if rest, iso := strings.CutPrefix(s, "pt"); iso {
		s = rest
	}
	if strings.Contains(s, ":") {
		return clockDuration(s)
	}
	if n, rest, ok := leadingNumber(s); ok && rest == "" {
		return product(n, bare)
	}
	return sumOfUnits(s)
}

// longest is more than any meeting lasts, and far below what a time.Duration holds.
const longest = 100_000 * time.Hour

// product is n units; none beyond the longest.
func product(n float64, unit time.Duration) (time.Duration, bool) {
	if unit <= 0 || n*float64(unit) > float64(longest) {
		return 0, false
	}
	return time.Duration(n * float64(unit)), true
}

// sumOfUnits adds up pairs of a number and a unit, each smaller than the one before.
func sumOfUnits(s string) (time.Duration, bool) {
	sum, last := time.Duration(0), 100*24*time.Hour
	for s != "" {
		n, rest, ok := leadingNumber(s)
		if !ok {
			return 0, false
		}
		rest = strings.TrimLeft(rest, " ")
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(rest)
		}
		unit := durationUnits[rest[:end]]
		if rest == "" && n < 60 && (last == time.Hour || last == time.Minute) {
			unit = last / 60 // "1 h 12": the unit below goes without saying
		}
		part, ok := product(n, unit)
		if !ok || unit >= last {
			return 0, false
		}
		sum, last = sum+part, unit
		s = skipBetween(rest[end:])
	}
	return sum, last < 100*24*time.Hour && sum <= longest
}

// skipBetween passes what stands between two pairs: dots, commas, blanks, a word for "and".
func skipBetween(s string) string {
	s = strings.TrimLeft(s, "., ")
	for _, and := range []string{"and ", "und ", "et ", "i ", "и ", "ve ", "dhe ", "și ", "e ", "y "} {
		if rest, ok := strings.CutPrefix(s, and); ok {
			return rest
		}
	}
	return s
}

// clockDuration reads h:mm:ss or h:mm, hours without bound.
func clockDuration(s string) (time.Duration, bool) {
	parts := strings.Split(s, ":")
	if len(parts) > 3 {
		return 0, false
	}
	sum := time.Duration(0)
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 32)
		if err != nil || i > 0 && (len(part) != 2 || n > 59) || n > 100_000 {
			return 0, false
		}
		sum += time.Duration(n) * [3]time.Duration{time.Hour, time.Minute, time.Second}[i]
	}
	return sum, true
}

// leadingNumber reads digits with at most one decimal point or comma.
func leadingNumber(s string) (n float64, rest string, ok bool) {
	end, dots := 0, 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' ||
		(s[end] == '.' || s[end] == ',') && dots == 0 && end > 0 && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9') {
		if s[end] < '0' {
			dots++
		}
		end++
	}
	n, err := strconv.ParseFloat(strings.Replace(s[:end], ",", ".", 1), 64)
	return n, s[end:], err == nil
}

// durationUnits are the words for hours, minutes and seconds in the languages the platforms speak to the region.
var durationUnits = unitsOf(map[time.Duration]string{
	24 * time.Hour: "d day days tag tage jour jours gün gun dan dana zi zile ditë dite ден дена dzień dni",
	time.Hour: "h hr hrs hour hours std stunde stunden heure heures ora oră ore orë hora horas sa saat sat sata sati " +
		"godz godzina godziny godzin č ч час часа часова часови сат сата сати " +
		"год година години годин ó óra ώ ώρ ώρα ώρες hod hodina hodiny hodin u uur tim timme timmar სთ საათი ժ ժամ",
	time.Minute: "m min mins minute minutes minuten minuta minute minut minuti minuty minută minuto minutos dk dakika " +
		"м мин минут минута минуте минути " +
		"хв хвилина хвилини хвилин p perc λ λεπ λεπτά λεπτό minuuttia წთ წუთი ր րոպե",
	time.Second: "s sec secs second seconds seconde secondes sek sekunde sekunden sekundi sekundë sekonda sekund " +
		"sekunda sekundy secundă secunde segundo segundos secondi sn saniye mp másodperc δ δευτ δευτερόλεπτα с сек секунда секунде секунди წმ წამი վ վայրկյան",
})

// UnitIn is the unit of time that a column's title names: "Duration (minutes)", "Dauer in Stunden". Units of one or two
// letters count in brackets only.
func UnitIn(title string) (unit time.Duration, ok bool) {
	title = strings.ToLower(Clean(title))
	for i, part := range strings.FieldsFunc(title, func(r rune) bool { return r == '(' || r == '[' }) {
		for word := range strings.FieldsFuncSeq(part, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if unit, ok := durationUnits[word]; ok && unit < 24*time.Hour && (i > 0 || utf8.RuneCountInString(word) > 2) {
				return unit, true
			}
		}
	}
	return 0, false
}

func unitsOf(words map[time.Duration]string) map[string]time.Duration {
	units := map[string]time.Duration{}
	for unit, list := range words {
		for word := range strings.FieldsSeq(list) {
			units[word] = unit
		}
	}
	return units
}
