package store

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// asks names the calls that take SQL, and which argument it is.
var asks = map[string]int{
	"Exec": 0, "Query": 0, "QueryRow": 0, "Prepare": 0, "exec": 0,
	"ExecContext": 1, "QueryContext": 1, "QueryRowContext": 1, "PrepareContext": 1,
	"scanAll": 3, "scanOne": 3, "scanSet": 3, "known": 0,
}

// passOn are the functions that hand on the SQL that they were given.
var passOn = map[string]bool{"scanAll": true, "scanOne": true, "scanSet": true, "exec": true, "rows": true, "pragma": true, "known": true, "apply": true, "soundSchema": true}

func sources(t *testing.T) (*token.FileSet, map[string]*ast.File) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set, files := token.NewFileSet(), map[string]*ast.File{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		if files[name], err = parser.ParseFile(set, name, nil, 0); err != nil {
			t.Fatal(err)
		}
	}
	return set, files
}

// TestSQLIsFixedText: a statement is a literal, a constant of the package, or two of them joined; never put together
// from values.
func TestSQLIsFixedText(t *testing.T) {
	set, files := sources(t)
	constants := map[string]bool{}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if d, ok := n.(*ast.GenDecl); ok && d.Tok == token.CONST {
				for _, spec := range d.Specs {
					for _, name := range spec.(*ast.ValueSpec).Names {
						constants[name.Name] = true
					}
				}
			}
			return true
		})
	}
	var fixed func(ast.Expr) bool
	fixed = func(e ast.Expr) bool {
		switch e := e.(type) {
		case *ast.BasicLit:
			return e.Kind == token.STRING
		case *ast.Ident:
			return constants[e.Name]
		case *ast.BinaryExpr:
			return fixed(e.X) && fixed(e.Y)
		}
		return false
	}
	seen := 0
	for _, file := range files {
		for _, d := range file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(fn, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				at, ok := asks[called(call)]
				if !ok || len(call.Args) <= at {
					return true
				}
				seen++
				if !fixed(call.Args[at]) && !passOn[fn.Name.Name] {
					t.Errorf("%s: the SQL is not fixed text", set.Position(call.Pos()))
				}
				return true
			})
		}
	}
	if seen < 50 {
		t.Errorf("only %d statements were looked at", seen)
	}
}

func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.IndexExpr:
		return called(&ast.CallExpr{Fun: f.X})
	}
	return ""
}

// engineWords are words of SQLite that other engines do not know. Opening, updating, copying and checking a file is
// SQLite's own business; everything else must run elsewhere too.
var engineWords = regexp.MustCompile(`(?i)\b(PRAGMA|VACUUM|INSERT OR|REPLACE INTO|rowid|AUTOINCREMENT|sqlite_\w+|GLOB|ifnull|strftime|datetime|json_\w+|group_concat)\b`)

var engineFiles = map[string]bool{
	"settings.go": true, "migrate.go": true, "snapshot.go": true, "check.go": true, "schema.go": true, "header.go": true,
}

func TestSQLIsPortable(t *testing.T) {
	set, files := sources(t)
	for name, file := range files {
		if engineFiles[name] {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && engineWords.MatchString(lit.Value) {
				t.Errorf("%s: %q is SQLite's alone", set.Position(lit.Pos()), engineWords.FindString(lit.Value))
			}
			return true
		})
	}
}

func TestFilesAreShort(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(text), "\n"); n > 400 {
			t.Errorf("%s has %d lines", name, n)
		}
	}
}
