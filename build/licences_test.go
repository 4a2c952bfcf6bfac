package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The file of licences names every direct part of the program, in the version that is built in, with a text for each. The
// texts of modules lie where Go keeps the modules of go.mod: a version's text never changes there.
func TestNotices(t *testing.T) {
	t.Chdir("..")
	modules, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), noticesName)
	if err := notices(to); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	parts := []string{"echarts 6", "pdfjs-dist ", "svelte 5", "Noto Sans", "SIL OPEN FONT LICENSE", "The Go language"}
	for _, module := range []string{"github.com/wailsapp/wails/v2", "github.com/wailsapp/go-webview2", "github.com/mattn/go-sqlite3", "github.com/jung-kurt/gofpdf",
		"github.com/go-echarts/go-echarts/v2"} {
		version := regexp.MustCompile(`(?m)^\s+` + regexp.QuoteMeta(module) + ` (v\S+)`).FindSubmatch(modules)
		if version == nil {
			t.Fatalf("go.mod lacks %s", module)
		}
		parts = append(parts, module+" "+string(version[1]))
	}
	for _, part := range parts {
		if !strings.Contains(string(data), part) {
			t.Errorf("%q is not named", part)
		}
	}
}

// A licence that would bind the program is known by its title, not by being mentioned.
func TestForbidden(t *testing.T) {
	for text, want := range map[string]bool{
		"                    GNU GENERAL PUBLIC LICENSE\n                       Version 3": true,
		"GNU AFFERO GENERAL PUBLIC LICENSE":                                                true,
		"LGPL-3.0":                                                                         true,
		"MIT License\n\nPermission is hereby granted, unlike the GNU General Public License": false,
		"Apache License": false,
	} {
		if forbidden.MatchString(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
