package report

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/internal/document"
)

var (
	bulletLine = regexp.MustCompile(`^\s*(?:[-–—*]\s+|o\t\s*|[•·▪◦‣]\s*)(\S.*)$`)
	numberLine = regexp.MustCompile(`^\s*\(?([0-9]{1,2})[.)]\s+(\S.*)$`)
)

// passage is a part of a free text: a paragraph of one item, or a list. first is the number of a numbered list's first item.
type passage struct {
	kind  passageKind
	first int
	items []string
}

type passageKind int

const (
	prose passageKind = iota
	bulleted
	numbered
)

// passagesOf reads the text an officer wrote as it would be understood in a letter: a blank line starts a paragraph,
// lines that start with a dash, a bullet or a number are the items of a list, and a line behind an item belongs to it. A
// number in the middle of a paragraph starts no list: it may be a date that fell to the start of a line.
func passagesOf(text string) []passage {
	var list []passage
	fresh := true
	for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n") {
		next := passageOf(line)
		if next.items[0] == "" {
			fresh = true
			continue
		}
		var last *passage
		if len(list) > 0 {
			last = &list[len(list)-1]
		}
		if next.kind == numbered && !fresh && last != nil && last.kind == prose && next.first != 1 && !strings.HasSuffix(last.items[0], ":") {
			next = passage{kind: prose, items: []string{strings.Join(strings.Fields(line), " ")}}
		}
		switch {
		case last != nil && next.kind == prose && !fresh:
			last.items[len(last.items)-1] += " " + next.items[0]
		case last != nil && next.kind != prose && last.kind == next.kind && (next.kind == bulleted || next.first == last.first+len(last.items)):
			last.items = append(last.items, next.items[0])
		default:
			list = append(list, next)
		}
		fresh = false
	}
	return list
}

// passageOf reads one line; that of a blank one is an empty paragraph.
func passageOf(line string) passage {
	one := passage{items: []string{line}}
	if m := numberLine.FindStringSubmatch(line); m != nil {
		one.kind, one.items[0] = numbered, m[2]
		one.first, _ = strconv.Atoi(m[1]) // two digits at most
	} else if m := bulletLine.FindStringSubmatch(line); m != nil {
		one.kind, one.items[0] = bulleted, m[1]
	}
	one.items[0] = strings.Join(strings.Fields(one.items[0]), " ")
	return one
}

// text writes free text.
func (w *writer) text(s string) {
	for _, p := range passagesOf(s) {
		if p.kind == prose {
			w.say(p.items[0])
			continue
		}
		w.listed(document.List{Items: p.items, Numbered: p.kind == numbered, First: p.first})
	}
}
