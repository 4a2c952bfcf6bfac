package pdf

import (
	"fmt"
	"strings"

	"rapporteur/internal/document"
	"rapporteur/internal/fault"
)

// chunk is a box across the page that is never divided: a line of a paragraph, a row of a table, a figure.
type chunk struct {
	before float64 // space above; dropped at the top of a page
	height float64
	keep   bool    // on the same page as the next chunk
	turn   bool    // starts a new page
	head   *chunk  // drawn again above this chunk when it starts a page: the header row of its table
	calls  noteSet // footnotes its text calls
	title  *title  // the heading that stands here
	draw   func(c *canvas, top float64)
}

// title is a heading as the contents list and the PDF outline need it; page (1 is the cover) and top are known after
// paginate.
type title struct {
	level  int // 1 to 3
	number string
	text   string
	page   int
	top    float64
}

// whole is number and text in one.
func (t *title) whole() string { return strings.TrimSpace(t.number + " " + t.text) }

// composition is the document as chunks, with what the whole file needs beside them.
type composition struct {
	doc    document.Document
	chunks []chunk
	titles []*title
	notes  []footnote
	cover  coverPage
	root   *element
	space  float64 // above the next chunk, besides its own
}

// add appends chunks.
func (c *composition) add(chunks ...chunk) {
	if len(chunks) > 0 {
		chunks[0].before += c.space
		c.space = 0
	}
	c.chunks = append(c.chunks, chunks...)
}

// contentsFrom is the number of sections from which a report gets a list of contents.
const contentsFrom = 4

// compose turns the document into chunks: cover, contents when there are enough sections, then the blocks.
func compose(d document.Document) (*composition, error) {
	c := &composition{doc: d, root: &element{kind: "Document"}}
	if err := c.composeNotes(); err != nil {
		return nil, err
	}
	c.composeCover()
	for _, b := range d.Blocks {
		if h, ok := b.(document.Heading); ok {
			c.titles = append(c.titles, &title{level: min(max(h.Level, 1), 3), number: h.Number, text: h.Text})
		}
	}
	first := !c.composeContents() // what follows the contents stands on their page where there is room
	heading, underHeading := 0, false
	for i, b := range d.Blocks {
		from := len(c.chunks)
		var err error
		switch b := b.(type) {
		case document.Heading:
			c.composeHeading(c.titles[heading], underHeading)
			heading++
		case document.Paragraph:
			c.composeParagraph(b)
		case document.List:
			c.composeList(b)
		case document.KeyFacts:
			c.composeKeyFacts(b)
		case document.Table:
			err = c.composeTable(b)
		case document.Figure:
			err = c.composeFigure(b)
		case document.PageBreak:
			first = true
		default:
			err = fault.New(fault.Internal, "The report holds a block that cannot be printed.",
				"Tell the developers.").Because(fmt.Errorf("block %d is a %T", i, b))
		}
		if err != nil {
			return nil, err
		}
		_, underHeading = b.(document.Heading)
		if first && len(c.chunks) > from {
			c.chunks[from].turn = true
			first = false
		}
	}
	return c, nil
}
