package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestWailsHasTwoDoors keeps the window's library in window.go and desktop.go.
func TestWailsHasTwoDoors(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var importers []string
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return strings.HasPrefix(i.Path.Value, `"github.com/wailsapp/wails/`) }) {
			importers = append(importers, file)
		}
	}
	if want := []string{"desktop.go", "window.go"}; !slices.Equal(importers, want) {
		t.Errorf("%v import Wails, not %v", importers, want)
	}
	main, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(main), "\n"); lines > 40 {
		t.Errorf("main.go has %d lines", lines)
	}
}
