package webinar

import (
	"strings"
	"unicode"
)

var (
	webAddress = pattern(`(?i)\b(?:https?://|www\.)[^\s<>"“”«»]+`)
	// addressSigns are what parts a printed address from the words before it.
	addressSigns = " \t,;:–—-(<[|→"
)

// linkTag is a link that the publishing system left in the text.
var linkTag = pattern(`(?is)<a\s[^<>]*?href\s*=\s*["']?((?:https?://|www\.)[^"'\s<>]+)["']?[^<>]*>(.*?)</a>`)

// readResources fills the readings: "Owner, Title", "Owner: Title" or a title alone, with a web address or without.
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

// parseResource takes the web address out, then parts owner and title at the first colon or comma outside brackets. A
// comma parts them only before a word with a capital or a number: "Manual on search, seizure and confiscation" is one
// title.
func parseResource(item string) Resource {
	text, address := takeAddress(item)
	res := Resource{Title: text, URL: address, Source: item}
	depth := 0
	for i, c := range text {
		switch c {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ',', ':':
			owner := strings.TrimSpace(text[:i])
			title := strings.TrimSpace(text[i+1:])
			if depth > 0 || owner == "" || title == "" || !strings.HasPrefix(text[i+1:], " ") {
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

// takeAddress takes the first web address out of an entry, with the signs that part it from the words around it. An
// entry that is an address only keeps it as its title too.
func takeAddress(item string) (text, address string) {
	at := webAddress().FindStringIndex(item)
	if at == nil {
		return item, ""
	}
	address = trimAddress(item[at[0]:at[1]])
	before := strings.TrimRight(item[:at[0]], addressSigns)
	behind := strings.TrimLeft(item[at[0]+len(address):], ")>]")
	if strings.Trim(behind, " .") == "" {
		behind = ""
	}
	if before == "" {
		behind = strings.TrimLeft(behind, addressSigns)
	}
	text = strings.TrimSpace(before + behind)
	if inside, linked := strings.CutPrefix(text, "["); linked && strings.HasSuffix(inside, "]") { // "[Title](address)"
		text = strings.TrimSuffix(inside, "]")
	}
	if text == "" {
		text = address
	}
	return text, address
}

// trimAddress takes off the signs of the sentence that a printed address stands in.
func trimAddress(address string) string {
	for {
		cut := strings.TrimRight(address, ".,;:!?'’")
		if strings.HasSuffix(cut, ")") && strings.Count(cut, ")") > strings.Count(cut, "(") || strings.HasSuffix(cut, "]") {
			cut = cut[:len(cut)-1]
		}
		if cut == address {
			return address
		}
		address = cut
	}
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
	text := r.Title
	if r.Owner != "" {
		text = r.Owner + ": " + r.Title
	}
	if r.URL != "" && r.URL != r.Title {
		text += " (" + r.URL + ")"
	}
	return text
}
