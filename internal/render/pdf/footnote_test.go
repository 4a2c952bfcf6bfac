package pdf

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapporteur/internal/document"
)

// noteStart is how the footnote's line on the page begins.
const noteStart = "This designation is without prejudice"

func TestFootnoteOnExactlyThePagesThatCallIt(t *testing.T) {
	with, without := 0, 0
	for i, text := range popplerText(t, write(t, sample(t))) {
		calls, has := strings.Contains(text, "Kosovo*"), strings.Contains(text, noteStart)
		if calls != has {
			t.Errorf("page %d: trigger %v, footnote %v", i+1, calls, has)
		}
		if has {
			with++
		} else {
			without++
		}
	}
	if with < 3 || without < 3 {
		t.Errorf("the sample has %d pages with and %d without the footnote: too few to prove anything", with, without)
	}
}

func TestFootnoteFromHeaderAndCover(t *testing.T) {
	d := document.Document{Title: "T", Date: "2020-06-05T09:30:00Z", HeaderLeft: "Office in Kosovo*", Footnotes: []document.Footnote{kosovo},
		Cover:  document.Cover{Title: "T", Disclaimer: "Not about Kosovo*."},
		Blocks: []document.Block{document.Paragraph{Text: "One."}, document.PageBreak{}, document.Paragraph{Text: "Two."}}}
	for i, text := range popplerText(t, write(t, d)) {
		if !strings.Contains(text, noteStart) {
			t.Errorf("page %d lacks the footnote that its header or disclaimer calls", i+1)
		}
	}
}

// randomBlocks makes a report of blocks of any length, some of which call the footnote.
func randomBlocks() *rapid.Generator[[]document.Block] {
	word := rapid.SampledFrom([]string{"Serbia", "webinar", "Kosovo*", "officials", "of", "the", "Prosecutor's Office", "investigation"})
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 400).Draw(t, "words"), " ")
	})
	cell := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 0, 9).Draw(t, "words"), " ")
	})
	block := rapid.Custom(func(t *rapid.T) document.Block {
		switch rapid.IntRange(0, 7).Draw(t, "kind") {
		case 0:
			return document.Heading{Level: rapid.IntRange(0, 4).Draw(t, "level"), Text: cell.Draw(t, "heading")}
		case 1:
			return document.List{Items: rapid.SliceOfN(text, 0, 5).Draw(t, "items"), Numbered: rapid.Bool().Draw(t, "numbered"), Paired: rapid.Bool().Draw(t, "paired")}
		case 2:
			return document.KeyFacts{Title: cell.Draw(t, "title"), Facts: []document.Fact{{Label: cell.Draw(t, "l"), Value: cell.Draw(t, "v")}}}
		case 3:
			return document.PageBreak{}
		case 4, 5:
			n := rapid.IntRange(1, 6).Draw(t, "columns")
			return document.Table{Caption: cell.Draw(t, "caption"), Columns: make([]document.Column, n),
				Rows: rapid.SliceOfN(rapid.SliceOfN(cell, 0, n), 0, 40).Draw(t, "rows"), Notes: rapid.SliceOfN(text, 0, 2).Draw(t, "notes")}
		default:
			return document.Paragraph{Text: text.Draw(t, "text"), Small: rapid.Bool().Draw(t, "small")}
		}
	})
	return rapid.SliceOfN(block, 6, 25)
}

// Whatever the report: a page shows the footnote if and only if it shows the trigger; chunks are placed once, in order,
// and nothing overlaps the footnotes; a heading never ends a page.
func TestPagesOfAnyReport(t *testing.T) {
	pages, called := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		d := document.Document{Title: "T", Date: "2020-06-05T09:30:00Z", Footnotes: []document.Footnote{kosovo}, Blocks: randomBlocks().Draw(t, "blocks")}
		c, err := compose(cleanDocument(d))
		if err != nil {
			t.Fatal(err)
		}
		next := 0
		for n, pg := range paginate(c) {
			pages++
			if pg.calls != 0 {
				called++
			}
			bottom := pg.bottom - c.notesHeight(pg.calls) + 0.02
			var calls noteSet
			for i, p := range pg.placed {
				calls |= p.chunk.calls
				if !p.again {
					if p.chunk != &c.chunks[next] {
						t.Fatalf("page %d: chunk %d is not in its place", n+1, next)
					}
					next++
				}
				if end := p.top + p.chunk.height; end > bottom && i > 0 {
					t.Fatalf("page %d: a chunk ends at %.1f, the page at %.1f", n+1, end, bottom)
				}
				if i == len(pg.placed)-1 && next < len(c.chunks) && !c.chunks[next].turn && c.chunks[next].title == nil && i > 0 && underHead(pg.placed) < leastUnderHeading {
					t.Fatalf("page %d ends with a heading, or a line under it", n+1)
				}
			}
			if n > 0 && calls != pg.calls {
				t.Fatalf("page %d: its texts call %b, it prints %b", n+1, calls, pg.calls)
			}
		}
		if next != len(c.chunks) {
			t.Fatalf("%d of %d chunks are placed", next, len(c.chunks))
		}
	})
	if pages < 300 || called < 50 || pages-called < 50 {
		t.Errorf("%d pages, %d with footnotes: too few to prove anything", pages, called)
	}
}

// underHead is what stands under the last heading of a page that starts with something else; much where there is none.
func underHead(list []placed) float64 {
	height := 0.0
	for i := len(list) - 1; i > 0; i-- {
		if list[i].chunk.title != nil {
			return height
		}
		height += list[i].chunk.height
	}
	return bodyHeight
}

func TestPrintedPagesOfAnyReport(t *testing.T) {
	var last document.Document
	rapid.Check(t, func(rt *rapid.T) {
		last = document.Document{Title: "T", Date: "2020-06-05T09:30:00Z", Footnotes: []document.Footnote{kosovo}, Blocks: randomBlocks().Draw(rt, "blocks")}
	})
	f := inspect(t, write(t, last))
	checkTags(t, f)
	for n := 1; n <= f.ctx.PageCount; n++ {
		text := f.page(n)
		if calls, has := strings.Contains(text, "Kosovo*"), strings.Contains(text, noteStart); calls != has {
			t.Errorf("page %d: trigger %v, footnote %v", n, calls, has)
		}
	}
}

func TestTriggerBrokenOverTwoLines(t *testing.T) {
	c := &composition{notes: []footnote{{trigger: regexp.MustCompile("North Macedonia")}}}
	text := "abc North Macedonia def"
	lines := []line{{start: 0, end: 10}, {start: 10, end: 20}, {start: 20, end: len(text)}}
	if got := c.lineCalls(text, lines); got[0] != 1 || got[1] != 1 || got[2] != 0 {
		t.Errorf("lines call %v, want the first two", got)
	}
	if got := c.lineCalls("abc North\u00a0Macedonia", lines); got[0] != 1 {
		t.Errorf("a trigger with a no-break space is not seen: %v", got)
	}
}
