package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/chart"
	"rapporteur/internal/document"
)

// annexPrefix marks the title of an annex, which is lettered instead of numbered.
const annexPrefix = "Annex: "

// content says what stands in a table.
type content int

const people content = 1

// writer collects the blocks of a report and numbers headings, tables and figures.
type writer struct {
	Facts
	zone           *time.Location
	blocks         []document.Block
	tables         []document.Table
	section, annex int
	nTable, nChart int
	pending        *document.Heading
	private        *personal // made at its first use
	namesakes      []string  // names of speakers in which Kosovo is no place
}

// open announces a section; its heading is printed with the first block, so that an empty section leaves none.
func (w *writer) open(s section) {
	w.pending = &document.Heading{Level: 1, Text: s.title, ID: s.id}
}

// close adds the officer's own text of the section.
func (w *writer) close(s section) {
	w.text(w.Texts[s.id])
	w.pending = nil
}

func (w *writer) add(b document.Block) {
	if w.pending != nil {
		h := *w.pending
		if title, annex := strings.CutPrefix(h.Text, annexPrefix); annex {
			h.Number, h.Text = fmt.Sprintf("Annex %c", 'A'+rune(w.annex)), title
			w.annex++
		} else {
			w.section++
			h.Number = strconv.Itoa(w.section)
		}
		w.blocks = append(w.blocks, h)
		w.pending = nil
	}
	w.blocks = append(w.blocks, b)
}

// print prepares text for paper: Kosovo gets its asterisk, but in the name of a speaker.
func (w *writer) print(s string) string { return beneficiary.MarkKosovoExcept(s, w.namesakes) }

// namesakesOf are the names of published speakers that hold the word. Names that people wrote into forms are not asked:
// they may hold anything.
func namesakesOf(f Facts) []string {
	var names []string
	for _, s := range f.Webinar.Outline.Speakers {
		if beneficiary.MarkKosovo(s.Name) != s.Name {
			names = append(names, s.Name)
		}
	}
	return names
}

// newWriter starts a report.
func newWriter(f Facts) *writer {
	return &writer{Facts: f, zone: zoneOf(f.Webinar), namesakes: namesakesOf(f)}
}

// say writes one paragraph; the parts are joined by blanks.
func (w *writer) say(parts ...string) {
	if text := strings.Join(nonEmpty(parts), " "); text != "" {
		w.add(document.Paragraph{Text: w.print(text)})
	}
}

func (w *writer) sub(title string) { w.add(document.Heading{Level: 2, Text: w.print(title)}) }

func (w *writer) list(items []string) { w.listed(document.List{Items: items}) }

// listed writes a list; an empty one leaves nothing.
func (w *writer) listed(l document.List) {
	if len(l.Items) == 0 {
		return
	}
	printed := make([]string, len(l.Items))
	for i, s := range l.Items {
		printed[i] = w.print(s)
	}
	l.Items = printed
	w.add(l)
}

// table prints a table. A table of people has their names in the first column, which is printed as it is: the word is a
// surname too.
func (w *writer) table(t document.Table, of ...content) {
	w.nTable++
	t.Caption = w.print(fmt.Sprintf("Table %d. %s", w.nTable, t.Caption))
	first := 0
	if slices.Contains(of, people) {
		first = 1
	}
	for _, row := range t.Rows {
		for i := first; i < len(row); i++ {
			row[i] = w.print(row[i])
		}
	}
	w.tables = append(w.tables, t)
	w.add(t)
}

// chart draws a chart by id.
func (w *writer) chart(id string) {
	for _, c := range w.Charts {
		if c.ID == id {
			w.figure(c)
		}
	}
}

func (w *writer) figure(c chart.Chart) {
	w.nChart++
	w.add(document.Figure{
		ID: c.ID, Caption: w.print(fmt.Sprintf("Figure %d. %s", w.nChart, c.Title)), Alt: w.print(c.Alt),
		Option: c.Option, Width: float64(c.Width), Height: float64(c.Height),
	})
}

// grid builds a table of numbers: one row per label, the first column its heading.
type grid struct{ table document.Table }

func newGrid(id, caption, first string, columns ...string) *grid {
	g := &grid{table: document.Table{ID: id, Caption: caption, RowHeader: true, Columns: []document.Column{{Title: first}}}}
	for _, c := range columns {
		g.table.Columns = append(g.table.Columns, document.Column{Title: c, Align: document.Right})
	}
	return g
}

// row adds a row; an int is a number for spreadsheets too, a string is text.
func (g *grid) row(label string, cells ...any) {
	texts, numbers := []string{label}, []*float64{nil}
	for _, c := range cells {
		switch v := c.(type) {
		case int:
			f := float64(v)
			texts, numbers = append(texts, strconv.Itoa(v)), append(numbers, &f)
		case string:
			texts, numbers = append(texts, v), append(numbers, nil)
		}
	}
	g.table.Rows, g.table.Numbers = append(g.table.Rows, texts), append(g.table.Numbers, numbers)
}

func (g *grid) total(label string, cells ...any) {
	g.row(label, cells...)
	g.table.Total = true
}

func (g *grid) note(s string) { g.table.Notes = append(g.table.Notes, s) }
