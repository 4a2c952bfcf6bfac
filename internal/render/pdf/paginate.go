package pdf

// page is a laid-out page: its chunks with their places, and the footnotes they call.
type page struct {
	placed []placed
	calls  noteSet
	bottom float64 // where its chunks end if it has no footnotes
}

// placed is a chunk at its place. again marks a header row that is repeated, which is no content of the structure.
type placed struct {
	chunk *chunk
	top   float64
	again bool
}

// paginator fills pages.
type paginator struct {
	c     *composition
	pages []*page
	top   float64 // of the next chunk
}

// paginate puts the chunks on pages. A run of chunks that keep together moves to the next page when it does not fit with
// the footnotes it calls; a run longer than a page is divided where the page ends.
func paginate(c *composition) []*page {
	p := &paginator{c: c}
	p.turn()
	for from := 0; from < len(c.chunks); {
		to := from + 1
		for to < len(c.chunks) && !c.chunks[to].turn && (c.chunks[to-1].keep || (c.chunks[to].title == nil && bare(c.chunks[from:to]))) {
			to++
		}
		p.run(c.chunks[from:to])
		from = to
	}
	return p.pages
}

// leastUnderHeading is the least that stands under a heading at the foot of a page: two lines, unless its section is shorter.
const leastUnderHeading = 25.0

// bare tells whether a run ends with a heading under which too little stands.
func bare(run []chunk) bool {
	height := 0.0
	for i := len(run) - 1; i >= 0; i-- {
		if run[i].title != nil {
			return height < leastUnderHeading
		}
		height += run[i].height
	}
	return false
}

// turn starts a page.
func (p *paginator) turn() {
	pg := &page{bottom: bodyBottom}
	p.top = bodyTop
	if len(p.pages) == 0 {
		pg.bottom, pg.calls = p.c.coverBottom(), p.c.coverCalls()
		p.top = p.c.cover.top
	} else {
		pg.calls = p.c.frameCalls()
	}
	p.pages = append(p.pages, pg)
}

// page is the page being filled.
func (p *paginator) page() *page { return p.pages[len(p.pages)-1] }

// fresh tells whether nothing stands on the page yet.
func (p *paginator) fresh() bool { return len(p.page().placed) == 0 }

// run places chunks that belong together.
func (p *paginator) run(run []chunk) {
	if run[0].turn && (!p.fresh() || len(p.pages) == 1) {
		p.turn()
	}
	if !p.fits(run) && !p.fresh() {
		p.turn()
	}
	whole := p.fits(run)
	for i := range run {
		if !whole && !p.fits(run[i:i+1]) && !p.fresh() {
			p.turn()
		}
		p.place(&run[i])
	}
}

// fits tells whether the chunks have room on the page, with the footnotes they call.
func (p *paginator) fits(run []chunk) bool {
	calls, bottom := p.page().calls, p.top
	if p.fresh() && run[0].head != nil {
		calls |= run[0].head.calls
		bottom += run[0].head.height
	}
	for i := range run {
		calls |= run[i].calls
		if i > 0 || !p.fresh() {
			bottom += run[i].before
		}
		bottom += run[i].height
	}
	return bottom <= p.page().bottom-p.c.notesHeight(calls)+0.01
}

// place puts one chunk on the page, under the header row of its table where it starts the page.
func (p *paginator) place(c *chunk) {
	if p.fresh() {
		if c.head != nil {
			p.put(c.head, true)
		}
	} else {
		p.top += c.before
	}
	p.put(c, false)
}

func (p *paginator) put(c *chunk, again bool) {
	pg := p.page()
	pg.placed = append(pg.placed, placed{c, p.top, again})
	pg.calls |= c.calls
	if c.title != nil {
		c.title.page, c.title.top = len(p.pages), p.top
	}
	p.top += c.height
}
