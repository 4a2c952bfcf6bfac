package pdf

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var markOperator = regexp.MustCompile(`(?m)^(?:/(\w+) <</MCID (\d+)>> BDC|/Artifact BMC|EMC)$`)

// checkTags proves of a file: marks are balanced and never nested on each page; nothing is printed outside of them; each
// mark belongs to one element of the same kind, which lists it; every element hangs on its parent; every figure has an
// alternative text.
func checkTags(t *testing.T, f inspected) (kinds map[string]int) {
	t.Helper()
	catalog, err := f.ctx.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	root := f.dict(catalog["StructTreeRoot"])
	nums := f.array(f.dict(root["ParentTree"])["Nums"])
	kinds = map[string]int{}
	for page := 1; page <= f.ctx.PageCount; page++ {
		owners := f.array(nums[2*page-1])
		checkMarks(t, f, page, owners)
	}
	listed := 0
	var walk func(o types.Object, parent types.Object)
	walk = func(o types.Object, parent types.Object) {
		e := f.dict(o)
		kind := *e.NameEntry("S")
		kinds[kind]++
		if fmt.Sprint(e["P"]) != fmt.Sprint(parent) {
			t.Errorf("a %s names another parent", kind)
		}
		if alt, err := e.StringEntryBytes("Alt"); kind == "Figure" && (err != nil || len(alt) == 0) {
			t.Errorf("a figure has no alternative text")
		}
		for _, k := range f.array(e["K"]) {
			switch k := k.(type) {
			case types.IndirectRef:
				walk(k, o)
			case types.Integer, types.Dict:
				listed++
			}
		}
	}
	walk(root["K"], *catalog.IndirectRefEntry("StructTreeRoot"))
	owned := 0
	for i := 1; i < len(nums); i += 2 {
		owned += len(f.array(nums[i]))
	}
	if listed != owned {
		t.Errorf("elements list %d marks, pages %d", listed, owned)
	}
	return kinds
}

// checkMarks reads the operators of one page against the elements its parent tree names.
func checkMarks(t *testing.T, f inspected, page int, owners types.Array) {
	t.Helper()
	content := f.content(page)
	open, next, last := false, 0, 0
	for _, m := range markOperator.FindAllStringSubmatchIndex(content, -1) {
		between := content[last:m[0]]
		last = m[1]
		if !open && strings.Contains(between, "Tj") {
			t.Errorf("page %d prints text outside of a mark: %.60q", page, between)
		}
		operator := content[m[0]:m[1]]
		if operator == "EMC" {
			if !open {
				t.Errorf("page %d: EMC without a mark", page)
			}
			open = false
			continue
		}
		if open {
			t.Errorf("page %d: a mark inside a mark: %s", page, operator)
		}
		open = true
		if m[2] < 0 {
			continue
		}
		if id := content[m[4]:m[5]]; id != fmt.Sprint(next) {
			t.Errorf("page %d: mark %s, want %d", page, id, next)
		}
		if next < len(owners) {
			if kind := *f.dict(owners[next]).NameEntry("S"); kind != content[m[2]:m[3]] {
				t.Errorf("page %d: mark %d is a %s, its element a %s", page, next, content[m[2]:m[3]], kind)
			}
		}
		next++
	}
	if open {
		t.Errorf("page %d ends inside a mark", page)
	}
	if next != len(owners) {
		t.Errorf("page %d has %d marks, its parent tree %d", page, next, len(owners))
	}
}

func TestTags(t *testing.T) {
	kinds := checkTags(t, inspect(t, write(t, sample(t))))
	for kind, want := range map[string]int{
		"Document": 1, "Figure": 4, "Table": 2, "Caption": 2, "TOC": 1, "TOCI": 4, "TR": 1 + 10 + 1 + 120,
		"TH": 7 + 10 + 5 + 120, "TD": 10*6 + 120*4, "L": 4, "H1": 5, "H2": 5, "H3": 1,
	} {
		if kinds[kind] != want {
			t.Errorf("%d elements %s, want %d", kinds[kind], kind, want)
		}
	}
	if kinds["Note"] == 0 {
		t.Error("no footnote in the structure")
	}
}

func TestOutlineFollowsHeadings(t *testing.T) {
	f := inspect(t, write(t, sample(t)))
	catalog, err := f.ctx.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	var walk func(o types.Object, depth int)
	walk = func(o types.Object, depth int) {
		for o != nil {
			d := f.dict(o)
			title, err := types.HexLiteralToString(d["Title"].(types.HexLiteral))
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, strings.Repeat("-", depth)+title)
			if first, ok := d.Find("First"); ok {
				walk(first, depth+1)
			}
			o, _ = d.Find("Next")
		}
	}
	first, _ := f.dict(catalog["Outlines"]).Find("First")
	walk(first, 0)
	want := "Summary\n-From registration to attendance\nParticipation\n-By country/area\n-By sector\n-Presence over time\n" +
		"Method\n-Matching\n--Certain matches\nAnnex A Participants"
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("outline:\n%s\nwant:\n%s", got, want)
	}
}

func TestContentsNameTheRightPages(t *testing.T) {
	f := inspect(t, write(t, sample(t)))
	contents := f.page(2)
	for _, heading := range []string{"Summary", "Participation", "Method", "Annex A Participants"} {
		m := regexp.MustCompile(regexp.QuoteMeta(heading) + ` (\d+)`).FindStringSubmatch(contents)
		if m == nil {
			t.Errorf("%q is not in the contents: %s", heading, contents)
			continue
		}
		var page int
		if _, err := fmt.Sscan(m[1], &page); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(f.page(page), heading) {
			t.Errorf("%q is not on page %d", heading, page)
		}
	}
}

func TestRepeatedHeaderRowIsNoContent(t *testing.T) {
	c, err := compose(cleanDocument(sample(t)))
	if err != nil {
		t.Fatal(err)
	}
	pages := paginate(c)
	if err := paint(io.Discard, c, pages); err != nil {
		t.Fatal(err)
	}
	repeated := 0
	for _, pg := range pages {
		for _, p := range pg.placed {
			if p.again {
				repeated++
			}
		}
	}
	if repeated < 3 {
		t.Fatalf("header rows are repeated %d times: too few to prove anything", repeated)
	}
	var walk func(e *element)
	walk = func(e *element) {
		if e.scope == "Column" && len(e.marks) != 1 {
			t.Errorf("a header cell is marked %d times", len(e.marks))
		}
		for _, k := range e.kids {
			walk(k)
		}
	}
	walk(c.root)
}
