// Package internal holds the test of the import rule: data flows one way, and each third party has one door.
package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "rapporteur/internal/"

// edges lists which packages of ours each package may import directly. fault, change and progress are open to all.
var edges = map[string][]string{
	"fault":           {},
	"change":          {},
	"progress":        {},
	"document":        {},
	"tabular":         {},
	"beneficiary":     {},
	"sample":          {},
	"tabular/xlstest": {}, // writes old workbooks for tests
	"chart/ssr":       {}, // draws an option, knows no chart

	"participant":  {},
	"identity":     {"participant"}, // evidence over plain names and addresses
	"sector":       {"beneficiary", "participant"},
	"webinar":      {"participant", "tabular"},
	"registration": {"identity", "webinar", "sector", "beneficiary", "participant", "tabular"},
	"attendance":   {"identity", "participant", "tabular"},
	"match":        {"registration", "attendance", "identity", "webinar", "participant"},
	"engagement":   {"match", "registration", "identity", "participant", "tabular"}, // whose an answer is, the match knows
	"breakdown":    {"engagement", "match", "registration", "attendance", "sector", "beneficiary", "participant"},
	"indicator":    {"breakdown", "match", "registration", "identity", "sector", "beneficiary", "participant", "webinar"},
	"chart":        {"breakdown", "sector", "beneficiary", "document", "participant"},
	"report":       {"chart", "breakdown", "engagement", "match", "registration", "attendance", "sector", "beneficiary", "participant", "webinar", "document"},
	"intake":       {"engagement", "registration", "attendance", "participant", "tabular"},

	"render/pdf":  {"document"},
	"render/xlsx": {"document"},
	"guard":       {"tabular"},
	// The register knows the stages' types; nobody but workflow knows the register.
	"store": {"webinar", "registration", "attendance", "engagement", "match", "breakdown", "sector", "indicator"},
	"workflow": {"store", "indicator", "report", "chart", "chart/ssr", "intake", "breakdown", "engagement", "match", "registration", "attendance", "sector",
		"participant", "beneficiary", "webinar", "tabular", "document", "render/pdf", "render/xlsx", "sample"},
	"web": {"workflow", "indicator", "report", "chart", "breakdown", "match", "registration", "sector", "beneficiary", "webinar", "document"},
	// The composition root of the command line wires guard, charts, fonts and screens.
	"cli": {"workflow", "web", "indicator", "intake", "guard", "chart/ssr", "render/pdf", "report", "breakdown", "engagement", "match", "registration", "sector", "beneficiary", "webinar"},
}

// doors names the packages that may import a third party (or a part of the standard library).
var doors = map[string][]string{
	"github.com/mattn/go-sqlite3":   {"store"},
	"database/sql":                  {"store"},
	"github.com/go-echarts":         {"chart"},
	"github.com/dop251/goja":        {"chart/ssr"},
	"github.com/jung-kurt/gofpdf":   {"render/pdf"},
	"github.com/xuri/excelize":      {"render/xlsx"},
	"github.com/alecthomas/kong":    {"cli"},
	"net/http":                      {"web", "cli"},
	"github.com/danielgtaylor/huma": {"web"},
	"github.com/wailsapp":           {}, // the window belongs to the program, not to the packages
}

// stages are pure: no files, no environment, no clock.
var stages = []string{"participant", "identity", "beneficiary", "sector", "tabular", "document", "webinar", "registration",
	"attendance", "engagement", "intake", "match", "breakdown", "chart", "report"}

func TestImports(t *testing.T) {
	found := map[string]bool{}
	for name, imports := range packages(t) {
		allowed, known := edges[name]
		if !known {
			t.Errorf("%s is not in the list of packages", name)
			continue
		}
		found[name] = true
		for _, to := range allowed {
			if !slices.Contains(imports, module+to) {
				t.Errorf("%s no longer imports %s: take the edge out", name, to)
			}
		}
		for _, imported := range imports {
			if to, ours := strings.CutPrefix(imported, module); ours && to != "fault" && to != "change" && to != "progress" && !slices.Contains(allowed, to) {
				t.Errorf("%s imports %s: data flows one way", name, to)
			}
			for party, through := range doors {
				if (imported == party || strings.HasPrefix(imported, party+"/")) && !slices.Contains(through, name) {
					t.Errorf("%s imports %s: its door is %v", name, party, through)
				}
			}
			if imported == "os" && slices.Contains(stages, name) {
				t.Errorf("%s imports os: a stage reads no files", name)
			}
		}
	}
	for name := range edges {
		if !found[name] {
			t.Errorf("%s is listed and does not exist", name)
		}
	}
}

// packages gives what each package imports, on every system and tests excepted. It reads the files themselves: what
// another program tells of them would not be asked again where the answer of an earlier test is kept.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	if err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(filepath.Dir(path))
		all[name] = slices.Grow(all[name], len(file.Imports)) // a package that imports nothing is there too
		for _, i := range file.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			all[name] = append(all[name], imported)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}
