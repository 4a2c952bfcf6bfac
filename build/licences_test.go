package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The file of licences names every direct part of the program, with a text for each.
func TestNotices(t *testing.T) {
	t.Chdir("..")
	to := filepath.Join(t.TempDir(), noticesName)
	if err := notices(to); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		"github.com/wailsapp/wails/v2 v", "github.com/wailsapp/go-webview2 v", "github.com/mattn/go-sqlite3 v", "github.com/jung-kurt/gofpdf v",
		"github.com/go-echarts/go-echarts/v2 v", "echarts 6", "pdfjs-dist ", "svelte 5", "Noto Sans", "SIL OPEN FONT LICENSE", "The Go language",
	} {
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
