package pdf

// element is a node of the structure tree: what a screen reader is told about the marked text. Kind is a standard
// structure type of ISO 32000-1, 14.8.4. An element holds either elements or marks.
type element struct {
	kind   string
	alt    string // what a Figure shows, in words
	scope  string // of a TH: "Row" or "Column"
	parent *element
	kids   []*element
	marks  []mark
	number int // of its object in the file, set by seal
}

// mark is a piece of marked content on a page (1 is the cover).
type mark struct{ page, id int }

// child appends a new element.
func (e *element) child(kind string) *element {
	k := &element{kind: kind, parent: e}
	e.kids = append(e.kids, k)
	return k
}

// childAfter inserts a new element behind one of e's children, or at the end.
func (e *element) childAfter(sibling *element, kind string) *element {
	for i, k := range e.kids {
		if k == sibling {
			n := &element{kind: kind, parent: e}
			e.kids = append(e.kids[:i+1], append([]*element{n}, e.kids[i+1:]...)...)
			return n
		}
	}
	return e.child(kind)
}

// top is the ancestor of e that hangs on the root.
func (e *element) top() *element {
	for e.parent != nil && e.parent.parent != nil {
		e = e.parent
	}
	return e
}
