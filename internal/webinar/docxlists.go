package webinar

import (
	"strconv"
	"strings"
)

// docxLists knows which paragraphs are items of a list, by themselves or by their style, and counts the items.
type docxLists struct {
	styles  map[string]docxStyle
	numbers map[string]numbering // by the id that paragraphs name
	counts  map[string][]int     // by the id of the definition: the last number of each level
	begun   map[string]bool      // numberings that were met
}

type docxStyle struct {
	name, basedOn string
	number, level string
}

// numbering is a use of a definition; starts are the levels that begin anew.
type numbering struct {
	definition string
	levels     map[string]listLevel
	starts     map[string]int
}

type listLevel struct {
	format, text string
	start        int
}

func listsOf(numberingPart, stylesPart *node) docxLists {
	l := docxLists{styles: map[string]docxStyle{}, numbers: map[string]numbering{}, counts: map[string][]int{}, begun: map[string]bool{}}
	for _, s := range children(stylesPart.at("styles"), "style") {
		number := s.at("pPr", "numPr")
		l.styles[s.attr("styleId")] = docxStyle{
			name: strings.ToLower(s.at("name").attr("val")), basedOn: s.at("basedOn").attr("val"),
			number: number.at("numId").attr("val"), level: number.at("ilvl").attr("val"),
		}
	}
	definitions := map[string]map[string]listLevel{}
	for _, a := range children(numberingPart.at("numbering"), "abstractNum") {
		levels := map[string]listLevel{}
		for _, v := range children(a, "lvl") {
			start, err := strconv.Atoi(v.at("start").attr("val"))
			if err != nil {
				start = 1
			}
			levels[v.attr("ilvl")] = listLevel{v.at("numFmt").attr("val"), v.at("lvlText").attr("val"), start}
		}
		definitions[a.attr("abstractNumId")] = levels
	}
	for _, n := range children(numberingPart.at("numbering"), "num") {
		use := numbering{definition: n.at("abstractNumId").attr("val"), starts: map[string]int{}}
		use.levels = definitions[use.definition]
		for _, o := range children(n, "lvlOverride") {
			if start, err := strconv.Atoi(o.at("startOverride").attr("val")); err == nil {
				use.starts[o.attr("ilvl")] = start
			}
		}
		l.numbers[n.attr("numId")] = use
	}
	return l
}

func children(n *node, name string) []*node {
	var found []*node
	if n != nil {
		for _, c := range n.nodes {
			if c.name == name {
				found = append(found, c)
			}
		}
	}
	return found
}

// isTitle tells the style of a document's title; its name is English in every language of the program.
func (l docxLists) isTitle(style string) bool { return l.styles[style].name == "title" }

// isContents tells the styles of a table of contents.
func (l docxLists) isContents(style string) bool {
	return contentsStyle().MatchString(l.styles[style].name) || contentsStyle().MatchString(style)
}

var contentsStyle = pattern(`(?i)^toc ?(?:[1-9]|heading)$`)

// maxLevels is how many levels a list may have.
const maxLevels = 9

// sign is what stands before an item, "" for a paragraph that is none. Asking counts the item.
func (l docxLists) sign(own *node, style string) string {
	id, level := own.at("numId").attr("val"), own.at("ilvl").attr("val")
	for steps := 0; id == "" && style != "" && steps < maxLevels; steps++ { // styles may be based on each other in a ring
		s := l.styles[style]
		id, style = s.number, s.basedOn
		if level == "" {
			level = s.level
		}
	}
	if id == "" || id == "0" {
		return ""
	}
	depth, err := strconv.Atoi(level)
	if err != nil || depth < 0 || depth >= maxLevels {
		depth = 0
	}
	use := l.numbers[id]
	at, known := use.levels[strconv.Itoa(depth)]
	switch {
	case !known || at.format == "bullet":
		return bullet
	case at.format == "none" || at.text == "":
		return ""
	}
	counts := l.counts[use.definition]
	for len(counts) <= depth {
		counts = append(counts, use.levels[strconv.Itoa(len(counts))].start-1)
	}
	if !l.begun[id] {
		l.begun[id] = true
		for name, start := range use.starts {
			if i, err := strconv.Atoi(name); err == nil && i >= 0 && i < len(counts) {
				counts[i] = start - 1
			}
		}
	}
	counts[depth]++
	l.counts[use.definition] = counts[:depth+1]
	return levelMark().ReplaceAllStringFunc(at.text, func(mark string) string {
		i := int(mark[1] - '1')
		if i >= len(counts) || i > depth {
			return ""
		}
		return numberAs(use.levels[strconv.Itoa(i)].format, counts[i])
	}) + " "
}

var levelMark = pattern(`%[1-9]`)

// numberAs writes a number as a level of a list shows it.
func numberAs(format string, n int) string {
	letter := func(first rune) string {
		if n < 1 {
			return strconv.Itoa(n)
		}
		return strings.Repeat(string(first+rune((n-1)%26)), min((n-1)/26+1, 5))
	}
	switch {
	case format == "lowerLetter":
		return letter('a')
	case format == "upperLetter":
		return letter('A')
	case format == "lowerRoman" && n >= 1 && n <= len(romanNumbers):
		return strings.ToLower(romanNumbers[n-1])
	case format == "upperRoman" && n >= 1 && n <= len(romanNumbers):
		return romanNumbers[n-1]
	}
	return strconv.Itoa(n)
}
