package pdf

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	width := regular.width("parallel financial wi", 10)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", []string{""}},
		{"parallel financial", []string{"parallel financial"}},
		{"parallel financial investigations", []string{"parallel financial ", "investigations"}},
		{"a\nb", []string{"a", "b"}},
		{"a\n", []string{"a", ""}},
		{"parallel public-private sector", []string{"parallel public-", "private sector"}},
		{"parallel 14:00–16:00 today", []string{"parallel ", "14:00–16:00 today"}},
		{"parallel law\u00a0enforcement", []string{"parallel ", "law\u00a0enforcement"}},
	} {
		var got []string
		for _, l := range wrap(c.text, regular, 10, width) {
			got = append(got, l.text)
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("wrap(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// No letter and no blank is lost or doubled, and no line is too wide, whatever the text and the width.
func TestWrapKeepsEverything(t *testing.T) {
	letters := rapid.SampledFrom([]rune("abcWЖ,-–/ \n123.*"))
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(letters, 0, 200).Draw(t, "text"))
		width := rapid.Float64Range(3, 150).Draw(t, "width")
		lines := wrap(text, regular, 10, width)
		var all strings.Builder
		for _, l := range lines {
			all.WriteString(l.text)
			if text[l.start:l.end] != l.text {
				t.Fatalf("line %q stands at %q", l.text, text[l.start:l.end])
			}
			if l.width > width+0.02 && len([]rune(strings.TrimRight(l.text, " "))) > 1 {
				t.Fatalf("%q is %.1f wide, the line %.1f", l.text, l.width, width)
			}
		}
		if want := strings.ReplaceAll(text, "\n", ""); all.String() != want {
			t.Fatalf("lines hold %q, the text %q", all.String(), want)
		}
	})
}

func TestWrapUpTo(t *testing.T) {
	lines := wrapUpTo(2, strings.Repeat("webinar ", 50), bodyText, 100)
	if len(lines) != 2 || !strings.HasSuffix(lines[1].text, "…") || lines[1].width > 100 {
		t.Errorf("lines %v", lines)
	}
	if got := wrapUpTo(2, "short", bodyText, 100); len(got) != 1 || got[0].text != "short" {
		t.Errorf("a short text became %v", got)
	}
}
