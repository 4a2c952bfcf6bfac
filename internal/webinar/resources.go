package webinar

import (
	"strings"
	"unicode"
)

// readResources fills the readings: "Owner, Title", "Owner: Title" or a title alone.
func (r *reader) readResources(lines []string) {
	r.outline.Resources = []Resource{}
	if len(lines) == 0 {
		r.problem(rowResources, "The outline has no row with resources.", "")
		return
	}
	r.source(rowResources, strings.Join(lines, "\n"))
	for _, item := range items(lines) {
		r.outline.Resources = append(r.outline.Resources, parseResource(item))
	}
}

// parseResource parts owner and title at the first colon or comma outside brackets. A comma parts them only before a
// word with a capital or a number: "Manual on search, seizure and confiscation" is one title.
func parseResource(item string) Resource {
	res := Resource{Title: item, Source: item}
	depth := 0
	for i, c := range item {
		switch c {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ',', ':':
			owner := strings.TrimSpace(item[:i])
			title := strings.TrimSpace(item[i+1:])
			if depth > 0 || owner == "" || title == "" || !strings.HasPrefix(item[i+1:], " ") {
				continue
			}
			if c == ',' && !startsTitle(title) {
				return res
			}
			res.Owner, res.Title = owner, title
			return res
		}
	}
	return res
}

func startsTitle(s string) bool {
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.IsUpper(c) || unicode.IsDigit(c)
		}
	}
	return false
}

// printResource writes an entry so that parseResource reads the same back: with a colon, whose title may begin as it
// likes.
func printResource(r Resource) string {
	if r.Owner == "" {
		return r.Title
	}
	return r.Owner + ": " + r.Title
}
