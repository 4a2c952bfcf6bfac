package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestThePlaceIsKept(t *testing.T) {
	dir := t.TempDir()
	first := place{Width: firstWidth, Height: firstHeight}
	if got := readPlace(dir); got != first {
		t.Errorf("without a file: %+v", got)
	}
	normal := place{X: 30, Y: 40, Width: 1000, Height: 700, Known: true, Zoom: 2}
	if err := normal.keep(dir, first); err != nil {
		t.Fatal(err)
	}
	if got := readPlace(dir); got != normal {
		t.Errorf("kept %+v", got)
	}
	full := place{Width: 1920, Height: 1080, Known: true, Maximised: true, Zoom: 1}
	if err := full.keep(dir, normal); err != nil {
		t.Fatal(err)
	}
	want := normal
	want.Maximised, want.Zoom = true, 1
	if got := readPlace(dir); got != want {
		t.Errorf("a window that filled the screen: %+v", got)
	}
}

func TestAPlaceThatMakesNoSenseIsTheFirst(t *testing.T) {
	for _, text := range []string{"", "{", "null", `{"width":0}`, `{"width":-5,"height":900}`, `{"width":99999,"height":900}`, `{"width":"1000"}`, `[]`} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, placeFile), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := readPlace(dir); got != (place{Width: firstWidth, Height: firstHeight}) {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

func TestThePlaceFitsTheScreen(t *testing.T) {
	kept := place{X: 1500, Y: 100, Width: 1280, Height: 860, Known: true}
	for _, c := range []struct {
		name          string
		width, height int
		want          place
	}{
		{"the same wide screen", 3840, 2160, kept},
		{"the second screen is gone", 1920, 1080, place{X: 1500, Y: 100, Width: 1280, Height: 860}},
		{"a small screen", 1024, 600, place{X: 1500, Y: 100, Width: 1024, Height: 600}},
		{"no screen is known", 0, 0, place{X: 1500, Y: 100, Width: 1280, Height: 860}},
	} {
		if got := kept.on(c.width, c.height); got != c.want {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	left := place{X: -1900, Y: 0, Width: 800, Height: 600, Known: true}
	if got := left.on(1920, 1080); got.Known {
		t.Errorf("left of the screen: %+v", got)
	}
}
