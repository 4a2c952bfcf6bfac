package webinar

import (
	"strconv"
	"strings"
)

var unitWords = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90,
}

var scaleWords = map[string]int{"hundred": 100, "thousand": 1000}

var (
	wordPattern     = pattern(`[A-Za-z]+`)
	thousandPattern = pattern(`\b(\d{1,3})[,.' \x{00a0}\x{202f}](\d{3})\b`)
)

// numerals writes English number words as digits ("three hundred and twenty" → "320") and takes the thousands sign out
// of numbers ("1,000" → "1000"), so that one pattern finds both spellings.
func numerals(s string) string {
	s = thousandPattern().ReplaceAllString(s, "$1$2")
	var out strings.Builder
	last := 0
	words := wordPattern().FindAllStringIndex(s, -1)
	for i := 0; i < len(words); {
		n, used := spelledNumber(s, words[i:])
		if used == 0 {
			i++
			continue
		}
		out.WriteString(s[last:words[i][0]])
		out.WriteString(strconv.Itoa(n))
		last = words[i+used-1][1]
		i += used
	}
	out.WriteString(s[last:])
	return out.String()
}

// spelledNumber reads a number from the words at the front and tells how many of them it took (0: none). Only blanks
// and hyphens may part its words.
func spelledNumber(s string, words [][]int) (n, used int) {
	total, group := 0, 0
	for i := 0; i < len(words); i++ {
		if i > 0 && strings.Trim(s[words[i-1][1]:words[i][0]], " -") != "" {
			break
		}
		word := strings.ToLower(s[words[i][0]:words[i][1]])
		unit, isUnit := unitWords[word]
		scale, isScale := scaleWords[word]
		switch {
		case isUnit && (group%10 == 0 && unit < 10 || group%100 == 0):
			group += unit
		case isScale && scale == 100 && used > 0 && group > 0 && group < 100:
			group *= 100
		case isScale && scale == 1000 && used > 0 && group > 0 && total == 0:
			total, group = group*1000, 0
		case word == "a" && i == 0 && i+1 < len(words) && scaleWords[strings.ToLower(s[words[1][0]:words[1][1]])] > 0:
			group = 1
		case word == "and" && used > 0 && (group >= 100 || total > 0) && group%100 == 0:
			continue
		default:
			return total + group, used
		}
		used = i + 1
	}
	return total + group, used
}
