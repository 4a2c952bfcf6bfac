package pdf

import (
	"strings"
	"testing"

	"rapporteur/internal/document"
)

// The cover is one page, whatever the length of the title, and says what the copy may be used for, as every page does.
func TestCoverIsOnePage(t *testing.T) {
	for _, words := range []int{1, 9, 22, 40} {
		d := sample(t)
		d.Cover.Title = strings.Repeat("Confiscating virtual assets in Kosovo* ", words)
		for i, text := range popplerText(t, write(t, d)) {
			if starts := strings.Contains(text, "Contents"); starts != (i == 1) {
				t.Errorf("title of %d letters: the contents stand on page %d", len(d.Cover.Title), i+1)
			}
			if !strings.Contains(text, d.FooterLeft) {
				t.Errorf("page %d does not say what the copy may be used for", i+1)
			}
			if i == 0 && !strings.Contains(text, noteStart) {
				t.Error("the cover lacks its footnote")
			}
		}
	}
}

// A last line of one word is avoided where a text is set in lines of equal length.
func TestBalancedTakesNoMoreLines(t *testing.T) {
	text := "Co-funded by the European Union and the Council of Europe, implemented by the Council of Europe."
	lines := wrap(text, bodyText.face, bodyText.size, balanced(text, bodyText, contentWidth))
	if len(lines) != 2 || lines[1].width < contentWidth/4 {
		t.Errorf("%d lines, the last one %.0f of %.0f wide", len(lines), lines[len(lines)-1].width, contentWidth)
	}
	if w := balanced("a\nb\n", bodyText, contentWidth); w < contentWidth/3 {
		t.Errorf("short lines are set %.0f wide", w)
	}
}

// Every fact stands in the box once, in order, and in no more room than there is.
func TestFactRows(t *testing.T) {
	facts := []document.Fact{{Label: "Date", Value: "Thursday 28 May 2020, 14:00–16:00 (UTC+03:00)"}, {Label: "Capacity", Value: "300"}, {Label: "Joined", Value: "192"},
		{Label: "Attended", Value: "166"}, {Label: "By sex", Value: "68 women, 83 men, 15 not stated"}, {Label: "Long", Value: strings.Repeat("word ", 60)}, {Label: "Last", Value: ""}}
	next := 0
	for _, row := range factRows(facts) {
		used := 0
		for _, f := range row {
			if f != facts[next] {
				t.Fatalf("%q stands in the place of %q", f.Label, facts[next].Label)
			}
			next++
			used += factSpan(f)
		}
		if used > factsColumns {
			t.Errorf("a row takes %d columns", used)
		}
	}
	if next != len(facts) {
		t.Errorf("%d of %d facts", next, len(facts))
	}
}
