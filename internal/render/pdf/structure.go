package pdf

import (
	"bytes"
	"fmt"
)

// addStructure writes the structure tree (ISO 32000-1, 14.7) and gives the number of its root: one object for each
// element, and for each page the list of elements its marks belong to.
func (o *objects) addStructure(root *element, pages []int) int {
	tree := o.reserve()
	prune(root)
	o.number(root)
	parents := make([][]*element, len(pages))
	o.addElement(root, tree, pages, parents)

	var nums bytes.Buffer
	for i, page := range pages {
		o.bodies[page] = append(bytes.TrimSuffix(o.bodies[page], []byte(">>")),
			fmt.Appendf(nil, " /StructParents %d /Tabs /S>>", i)...)
		fmt.Fprintf(&nums, "%d [", i)
		for _, e := range parents[i] {
			fmt.Fprintf(&nums, "%d 0 R ", e.number)
		}
		nums.WriteString("] ")
	}
	parentTree := o.reserve()
	o.set(parentTree, fmt.Appendf(nil, "<</Nums [%s]>>", nums.Bytes()))
	o.bodies[tree] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		root.number, parentTree, len(pages))
	return tree
}

// prune drops elements that were never drawn, except the cells that keep a table regular.
func prune(e *element) {
	kept := e.kids[:0]
	for _, k := range e.kids {
		prune(k)
		if len(k.kids) > 0 || len(k.marks) > 0 || k.kind == "TD" || k.kind == "TH" {
			kept = append(kept, k)
		}
	}
	e.kids = kept
}

// number reserves the objects of an element and all below it, in reading order.
func (o *objects) number(e *element) {
	e.number = o.reserve()
	for _, k := range e.kids {
		o.number(k)
	}
}

// addElement writes an element and all below it, and notes its marks under their pages.
func (o *objects) addElement(e *element, parent int, pages []int, parents [][]*element) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<</Type /StructElem /S /%s /P %d 0 R", e.kind, parent)
	if e.alt != "" {
		fmt.Fprintf(&b, " /Alt %s", textString(e.alt))
	}
	if e.scope != "" {
		fmt.Fprintf(&b, " /A <</O /Table /Scope /%s>>", e.scope)
	}
	if e.kind == "Note" {
		fmt.Fprintf(&b, " /ID (note%d)", e.number)
	}
	if e.kind == "L" {
		b.WriteString(" /A <</O /List /ListNumbering /None>>")
	}
	if len(e.marks) > 0 {
		fmt.Fprintf(&b, " /Pg %d 0 R", pages[e.marks[0].page-1])
	}
	b.WriteString(" /K [")
	for _, k := range e.kids {
		fmt.Fprintf(&b, "%d 0 R ", k.number)
		o.addElement(k, e.number, pages, parents)
	}
	for _, m := range e.marks {
		list := &parents[m.page-1]
		for len(*list) <= m.id {
			*list = append(*list, nil)
		}
		(*list)[m.id] = e
		if m.page == e.marks[0].page {
			fmt.Fprintf(&b, "%d ", m.id)
		} else {
			fmt.Fprintf(&b, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", pages[m.page-1], m.id)
		}
	}
	b.WriteString("]>>")
	o.set(e.number, b.Bytes())
}

// outlineNode is an entry of the PDF outline.
type outlineNode struct {
	title  *title
	kids   []*outlineNode
	number int
}

// addOutline writes the bookmarks (ISO 32000-1, 12.3.3) and gives the number of their root, 0 when there are no
// headings. A heading that skips a level hangs on the nearest one above it.
func (o *objects) addOutline(titles []*title, pages []int) int {
	root := &outlineNode{}
	path := []*outlineNode{root}
	for _, t := range titles {
		for len(path) > 1 && path[len(path)-1].title.level >= t.level {
			path = path[:len(path)-1]
		}
		n := &outlineNode{title: t}
		parent := path[len(path)-1]
		parent.kids = append(parent.kids, n)
		path = append(path, n)
	}
	if len(root.kids) == 0 {
		return 0
	}
	o.numberOutline(root)
	o.bodies[root.number] = fmt.Appendf(nil, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>",
		root.kids[0].number, root.kids[len(root.kids)-1].number, len(root.kids))
	o.addOutlineKids(root, pages)
	return root.number
}

func (o *objects) numberOutline(n *outlineNode) {
	n.number = o.reserve()
	for _, k := range n.kids {
		o.numberOutline(k)
	}
}

// addOutlineKids writes the entries under n; those with entries of their own are closed at first.
func (o *objects) addOutlineKids(n *outlineNode, pages []int) {
	for i, k := range n.kids {
		var b bytes.Buffer
		fmt.Fprintf(&b, "<</Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ 0 %.2f null]", textString(k.title.whole()), n.number,
			pages[k.title.page-1], pageHeight-k.title.top+10)
		if i > 0 {
			fmt.Fprintf(&b, " /Prev %d 0 R", n.kids[i-1].number)
		}
		if i < len(n.kids)-1 {
			fmt.Fprintf(&b, " /Next %d 0 R", n.kids[i+1].number)
		}
		if len(k.kids) > 0 {
			fmt.Fprintf(&b, " /First %d 0 R /Last %d 0 R /Count -%d", k.kids[0].number, k.kids[len(k.kids)-1].number, len(k.kids))
		}
		b.WriteString(">>")
		o.bodies[k.number] = b.Bytes()
		o.addOutlineKids(k, pages)
	}
}
