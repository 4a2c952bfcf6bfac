package tabular

import "strings"

// dateKind says what a number format makes of a number.
type dateKind int

const (
	noDate      dateKind = iota
	dateAndTime          // a day, with or without a time of day
	timeOfDay            // hours and minutes without a day
	elapsed              // a duration: [h]:mm, mm:ss
)

// builtInDates are the number formats every workbook knows without defining them (ECMA-376 part 1, 18.8.30), with
// those of the East Asian languages.
var builtInDates = map[int]dateKind{
	14: dateAndTime, 15: dateAndTime, 16: dateAndTime, 17: dateAndTime, 22: dateAndTime,
	18: timeOfDay, 19: timeOfDay, 20: timeOfDay, 21: timeOfDay, 45: elapsed, 46: elapsed, 47: elapsed,
	27: dateAndTime, 28: dateAndTime, 29: dateAndTime, 30: dateAndTime, 31: dateAndTime, 36: dateAndTime,
	32: timeOfDay, 33: timeOfDay, 34: timeOfDay, 35: timeOfDay, 55: timeOfDay, 56: timeOfDay,
	50: dateAndTime, 51: dateAndTime, 52: dateAndTime, 53: dateAndTime, 54: dateAndTime, 57: dateAndTime, 58: dateAndTime,
}

// kindOfFormat reads a format code: only its first section counts, without texts in quotes, escaped characters and
// brackets; brackets with nothing but h, m or s count time beyond a day.
func kindOfFormat(code string) dateKind {
	var day, hour, second, other bool
	code = strings.ToLower(code)
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return noDate
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return noDate
			}
			if inside := code[i+1 : i+end]; inside != "" && strings.Trim(inside, "hms") == "" {
				return elapsed
			}
			i += end
		case ';':
			i = len(code)
		case 'y', 'd':
			day = true
		case 'h':
			hour = true
		case 's':
			second = true
		case 'm':
			other = true
		}
	}
	switch {
	case strings.HasPrefix(code, "general"):
		return noDate
	case day:
		return dateAndTime
	case hour:
		return timeOfDay
	case second:
		return elapsed
	case other: // months alone: mmm, mmmm
		return dateAndTime
	}
	return noDate
}
