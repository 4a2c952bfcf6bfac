package report

import (
	"reflect"
	"testing"
)

func TestFreeText(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []passage
	}{
		"paragraphs": {"One line\r\nand the next.\r\n\r\n  Second. ", []passage{{kind: prose, items: []string{"One line and the next."}}, {kind: prose, items: []string{"Second."}}}},
		"bullets": {"Points:\n- one,\n  two\n• three\n\n* four\nEnd of four.\n\nAfter.", []passage{{kind: prose, items: []string{"Points:"}},
			{kind: bulleted, items: []string{"one, two", "three", "four End of four."}}, {kind: prose, items: []string{"After."}}}},
		"numbers": {"1. a\n2) b\n\n3. c\n\nText.\n\n4. d", []passage{{kind: numbered, first: 1, items: []string{"a", "b", "c"}},
			{kind: prose, items: []string{"Text."}}, {kind: numbered, first: 4, items: []string{"d"}}}},
		"a date at the start of a line": {"They meet on\n12. May in Skopje.", []passage{{kind: prose, items: []string{"They meet on 12. May in Skopje."}}}},
		"a list behind its colon":       {"Actions:\n2. b", []passage{{kind: prose, items: []string{"Actions:"}}, {kind: numbered, first: 2, items: []string{"b"}}}},
		"hyphens in words":              {"-5 degrees\n2020 was warm.", []passage{{kind: prose, items: []string{"-5 degrees 2020 was warm."}}}},
		"nothing":                       {" \n\n\t", nil},
	} {
		if got := passagesOf(c.text); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
