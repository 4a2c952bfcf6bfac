package chart

import (
	"strconv"
	"strings"
)

// count writes a number with its word, singular or plural.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// join writes a list in a sentence.
func join(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}

// bracket puts a share behind a number, when there is one to print.
func bracket(number, share string) string {
	if share == "" {
		return number
	}
	return number + " (" + share + ")"
}
