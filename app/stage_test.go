package main

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/web"
)

type shelf []string

func (s *shelf) Stage(name string, data []byte) (web.Upload, error) {
	*s = append(*s, name+":"+string(data))
	return web.Upload{ID: name, Name: name, Size: len(data)}, nil
}

func TestStageTakesWhatCanBeReadAndSaysWhatNot(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.csv": "1", "ü.xlsx": "2"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := &shelf{}
	staged, err := stage(s, []string{filepath.Join(dir, "a.csv"), dir, filepath.Join(dir, "gone.csv"), filepath.Join(dir, "ü.xlsx")})
	if len(staged) != 2 || staged[0].Name != "a.csv" || staged[1].Name != "ü.xlsx" || len(*s) != 2 || (*s)[1] != "ü.xlsx:2" {
		t.Errorf("staged %v", staged)
	}
	if f := fault.From(err); f.Code != fault.WrongKind || f.Where.File != filepath.Base(dir) {
		t.Errorf("the reason is %+v", f)
	}
	if staged, err := stage(s, nil); staged == nil || len(staged) != 0 || err != nil {
		t.Errorf("of none: %v, %v", staged, err)
	}
}

func TestStageLeavesDevicesAndHeapsAlone(t *testing.T) {
	s := &shelf{}
	if _, err := os.Stat(os.DevNull); err == nil {
		if _, err := stage(s, []string{os.DevNull}); !fault.Is(err, fault.WrongKind) {
			t.Errorf("a device: %v", err)
		}
	}
	if _, err := stage(s, make([]string, mostFiles+1)); !fault.Is(err, fault.TooLarge) {
		t.Errorf("a heap: %v", err)
	}
	if len(*s) != 0 {
		t.Errorf("staged %v", *s)
	}
}

func TestOnlyPapersAreDropped(t *testing.T) {
	dir := t.TempDir()
	var paths []string
	for _, name := range []string{"a.CSV", "id_rsa", "photo.jpeg", ".bashrc", "Outline.DOCX"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	s := &shelf{}
	staged, err := stageDropped(s, paths)
	if len(staged) != 2 || staged[0].Name != "a.CSV" || staged[1].Name != "Outline.DOCX" || len(*s) != 2 {
		t.Errorf("staged %v", staged)
	}
	if !fault.Is(err, fault.WrongKind) {
		t.Errorf("the reason is %v", err)
	}
	if staged, err := stageDropped(s, paths[:1]); len(staged) != 1 || err != nil {
		t.Errorf("a paper alone: %v, %v", staged, err)
	}
}
