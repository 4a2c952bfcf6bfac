package pdf

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/internal/document"
)

// hostile are texts that have broken PDF writers.
var hostile = map[string]string{
	"emoji": "Ana 👩🏽‍💻 Primjer 🇷🇸", "NUL": "a\x00b", "controls": "a\x07\x1b[31mb\rc\td", "invalid UTF-8": "a\xff\xfe b",
	"right to left": "שלום عليكم", "bidi override": "abc\u202Egpj.exe", "zero width": "a\u200Bb\uFEFFc\u00ADd",
	"NFD": "S\u030cibenik e\u0301", "300 letters": strings.Repeat("Ж", 300), "one long word": strings.Repeat("x", 5000),
	"operators": `) Tj ET Q EMC endstream endobj (\`, "backslash": `\\\)`, "CJK": "山田太郎", "astral": "𝔄𝔫𝔞 \U0010FFFF",
	"private": "\uE000\uF8FF", "surrogate half": "\xed\xa0\x80", "stacked marks": "a" + strings.Repeat("\u0301", 60),
	"separators": "a\u2028b\u2029c\u0085d", "noncharacter": "\uFFFE\uFFFF", "blank": " \n\t ", "newlines": strings.Repeat("a\n", 200),
	"alias": "{nb} of {nb}", "Turkish": "İıĞğŞş", "soft": "co\u00ADoperate",
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain text", "plain text"}, {"S\u030cibenik", "Šibenik"}, {"a\x00b\u202Ec\u200Bd\u00ADe", "abcde"},
		{"👩🏽‍💻", "▯▯"}, {"עב", "▯▯"}, {"a\tb", "a b"}, {"a\r\nb", "a\nb"}, {"a\u202Fb", "a\u00a0b"}, {"a\u2011b", "a-b"},
		{"a\xffb", "a▯b"}, {"a\u2028b", "a\nb"}, {"Скопје Αθήνα İı ≥ − → ✓", "Скопје Αθήνα İı ≥ − → ✓"}, {"❤\uFE0F", "▯"},
	} {
		if got := clean(c.in); got != c.want {
			t.Errorf("clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// everywhere puts a text into every place of a document.
func everywhere(text string) document.Document {
	facts := []document.Fact{{Label: text, Value: text}, {Label: text, Value: text}}
	svg := `<svg viewBox="0 0 100 50"><text x="5" y="20">` + escapeXML(text) + `</text></svg>`
	return document.Document{
		Title: text, Author: text, Subject: text, Language: text, Date: "2020-06-05T09:30:00Z", HeaderLeft: text, HeaderRight: text, FooterLeft: text,
		Cover:     document.Cover{Kicker: text, Title: text, Subtitle: text, Lines: facts, Status: text, Text: []string{text}, Disclaimer: text},
		Footnotes: []document.Footnote{{Trigger: "x" + regexp.QuoteMeta(cleanLine(text)), Mark: text, Text: text}},
		Blocks: []document.Block{
			document.Heading{Level: 2, Text: text}, document.Paragraph{Text: text}, document.List{Items: []string{text, "x" + text}},
			document.KeyFacts{Title: text, Facts: facts},
			document.Table{Caption: text, Columns: []document.Column{{Title: text}, {Title: "n", Align: document.Right}, {Title: text}},
				Rows: [][]string{{text, "1", text}, {text, text}}, Notes: []string{text}, Total: true},
			document.Figure{Caption: text, Alt: "Chart. " + text, SVG: svg, Width: 100, Height: 50},
		},
	}
}

// escapeXML writes a text into an SVG; what XML cannot hold is replaced.
func escapeXML(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || (r < 0x20 && r != '\n') || r == 0xFFFE || r == 0xFFFF {
			return '?'
		}
		return r
	}, text)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

func TestHostileTexts(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			f := inspect(t, write(t, everywhere(text)))
			checkTags(t, f)
			for n := 1; n <= f.ctx.PageCount; n++ {
				for _, printed := range f.texts(n) {
					for _, r := range printed {
						if !printable(r) {
							t.Fatalf("page %d prints %U, which the fonts lack", n, r)
						}
					}
				}
			}
		})
	}
}

func TestFooterKeepsItsPageNumbers(t *testing.T) {
	f := inspect(t, write(t, everywhere("{nb} of {nb}")))
	if !strings.Contains(f.page(2), "{nb} of {nb}") || !strings.Contains(f.page(2), "Page 2 of") {
		t.Errorf("page 2 prints %q", f.page(2))
	}
}

// FuzzWrite begins with few texts, for each is a whole file; TestHostileTexts tries all that are known.
func FuzzWrite(f *testing.F) {
	for _, text := range []string{"Ana", "(\\)\u202eЖ<b>\u00ad\x00", "{nb} _ * \n\n 1.5"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := everywhere(text)
		write(t, d)
	})
}
