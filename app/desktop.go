//go:build desktop

package main

import (
	"context"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
	"rapporteur/internal/web"
)

// Desktop is what the page can ask of the window that a browser cannot do. None of its methods takes a path: paths come
// from the system's dialogs alone.
type Desktop struct {
	ctx    context.Context
	door   *door
	dialog sync.Mutex // one dialog at a time
	mu     sync.Mutex
	saved  string // the file saved last
}

// Saved tells what became of a file. Name is the file's, without its folder.
type Saved struct {
	Saved bool   `json:"saved"`
	Name  string `json:"name"`
}

// Open lets the officer pick files and hands them to the screens: one outline, or tables. None when the officer picked
// nothing.
func (d *Desktop) Open(kind string) ([]web.Upload, error) {
	if !d.dialog.TryLock() {
		return []web.Upload{}, nil
	}
	defer d.dialog.Unlock()
	var paths []string
	var err error
	switch kind {
	case "outline":
		var one string
		one, err = runtime.OpenFileDialog(d.ctx, runtime.OpenDialogOptions{Title: "New webinar from its outline", Filters: filters("Outlines", outlineEndings)})
		if one != "" {
			paths = []string{one}
		}
	case "table":
		paths, err = runtime.OpenMultipleFilesDialog(d.ctx, runtime.OpenDialogOptions{Title: "Import files", Filters: filters("Tables", tableEndings)})
	default:
		return nil, fault.New(fault.Invalid, "The program knows no such kind of file.", "Choose the file on its screen again.")
	}
	if err != nil {
		return nil, d.refuse(err)
	}
	office := d.door.opened()
	if office == nil {
		return []web.Upload{}, nil
	}
	staged, err := stage(office, paths)
	return staged, d.refuse(err)
}

// Save asks the handler for an address of the API and writes what it answers where the officer says.
func (d *Desktop) Save(address, name string) (Saved, error) {
	if !d.dialog.TryLock() {
		return Saved{}, nil
	}
	defer d.dialog.Unlock()
	data, err := fetch(d.door, address)
	if err != nil {
		return Saved{}, d.refuse(err)
	}
	name = safeName(name)
	ext := path.Ext(name)
	o := runtime.SaveDialogOptions{Title: "Save", DefaultFilename: name, CanCreateDirectories: true}
	if ext != "" {
		o.Filters = filters(strings.ToUpper(ext[1:]), []string{ext[1:]})
	}
	to, err := runtime.SaveFileDialog(d.ctx, o)
	if err != nil || to == "" {
		return Saved{}, d.refuse(err)
	}
	// The dialog has asked before it gave a file that is there; of a name completed here it knows nothing.
	completed := complete(to, ext)
	if err := cli.WriteFile(completed, data, completed == to); err != nil {
		return Saved{}, d.refuse(err)
	}
	d.mu.Lock()
	d.saved = completed
	d.mu.Unlock()
	return Saved{Saved: true, Name: filepath.Base(completed)}, nil
}

// Reveal shows the file saved last in its folder.
func (d *Desktop) Reveal() error {
	d.mu.Lock()
	saved := d.saved
	d.mu.Unlock()
	if saved == "" {
		return fault.New(fault.NotFound, "Nothing was saved yet.", "Save a file first.")
	}
	return d.refuse(reveal(saved))
}

// Quit ends the program.
func (d *Desktop) Quit() { runtime.Quit(d.ctx) }

// dropped takes in files that were dropped on the window and tells the page: those it took, and why it left one out.
func (d *Desktop) dropped(paths []string) {
	office := d.door.opened()
	if office == nil || len(paths) == 0 {
		return
	}
	staged, err := stageDropped(office, paths)
	runtime.EventsEmit(d.ctx, "files", staged, d.refuse(err))
}

// refuse makes a fault of an error, logged where it is the program's own.
func (d *Desktop) refuse(err error) error {
	if err == nil {
		return nil
	}
	if office := d.door.opened(); office != nil {
		return office.Refuse(err)
	}
	return fault.From(err)
}

// filters are the choices of a dialog: files of these extensions, or all.
func filters(name string, extensions []string) []runtime.FileFilter {
	var patterns []string
	for _, ext := range extensions {
		patterns = append(patterns, "*."+ext)
		if caseMatters {
			patterns = append(patterns, "*."+strings.ToUpper(ext))
		}
	}
	return []runtime.FileFilter{{DisplayName: name, Pattern: strings.Join(patterns, ";")}, {DisplayName: "All files", Pattern: allFiles}}
}
