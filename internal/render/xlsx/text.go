package xlsx

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
)

// maxCell is how many UTF-16 units a cell holds.
const maxCell = 32_767

// clean drops what has no place in a cell: invalid UTF-8, control characters but the line feed, directional and other
// invisible characters, noncharacters that XML forbids; and cuts what is longer than a cell.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == 0x2028 || r == 0x2029:
			return ' '
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return cut(text, maxCell)
}

// cut shortens a text to n UTF-16 units and ends it in "…".
func cut(text string, n int) string {
	if len(text) <= n {
		return text
	}
	units := 0
	end := 0
	for i, r := range text {
		units += utf16.RuneLen(r)
		if units <= n-1 {
			end = i + len(string(r))
		}
	}
	if units <= n {
		return text
	}
	return text[:end] + "…"
}

// maxName is how many UTF-16 units the name of a sheet holds.
const maxName = 31

// sheetName makes a name spreadsheet programs accept and that no other sheet has: none of []:*?/\, no apostrophe at
// either end, not "History", which Excel keeps for itself, at most 31 characters.
func sheetName(name string, number int, taken map[string]bool) string {
	name = strings.Map(func(r rune) rune {
		switch r {
		case '[', ']', ':', '*', '?', '/', '\\', '\n':
			return ' '
		}
		return r
	}, clean(name))
	name = strings.Trim(strings.Join(strings.Fields(name), " "), "' ")
	if name == "" || strings.EqualFold(name, "History") {
		name = fmt.Sprintf("Sheet %d", number)
	}
	unique := strings.TrimRight(cut(name, maxName), "' ")
	for n := 2; taken[strings.ToLower(unique)]; n++ {
		suffix := fmt.Sprintf(" (%d)", n)
		unique = cut(name, maxName-len(suffix)) + suffix
	}
	taken[strings.ToLower(unique)] = true
	return unique
}
