package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
	"rapporteur/internal/web"
)

// mostFiles is how many files are taken in at once.
const mostFiles = 50

// stager takes files in: the handler of the screens.
type stager interface {
	Stage(name string, data []byte) (web.Upload, error)
}

// stage reads the files that an officer picked or dropped and hands them to the screens, in order. What cannot be read
// is left out and the first reason returned beside the others.
func stage(to stager, paths []string) ([]web.Upload, error) {
	staged, reason := []web.Upload{}, error(nil)
	if len(paths) > mostFiles {
		return staged, fault.Newf(fault.TooLarge, "Import them in several steps.", "These are more than %d files.", mostFiles)
	}
	for _, path := range paths {
		up, err := stageOne(to, path)
		switch {
		case err == nil:
			staged = append(staged, up)
		case reason == nil:
			reason = err
		}
	}
	return staged, reason
}

// Endings of the files that officers are given: outlines, and tables.
var (
	outlineEndings = []string{"docx", "txt", "html", "htm"}
	tableEndings   = []string{"csv", "tsv", "txt", "xlsx", "xls"}
)

// stageDropped is stage for files that came without a dialog. The web view passes their paths through the page's own
// channel, where a script could name others: only papers are taken.
func stageDropped(to stager, paths []string) ([]web.Upload, error) {
	var papers []string
	for _, path := range paths {
		ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
		if slices.Contains(outlineEndings, ending) || slices.Contains(tableEndings, ending) {
			papers = append(papers, path)
		}
	}
	staged, err := stage(to, papers)
	if err == nil && len(papers) < len(paths) {
		err = fault.New(fault.WrongKind, "Only outlines and tables can be dropped here.", "Drop files that end in .docx, .txt, .html, .csv, .xlsx or .xls, or choose the file.")
	}
	return staged, err
}

func stageOne(to stager, path string) (web.Upload, error) {
	// A pipe or a device has no end; a folder is named by ReadFile.
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return web.Upload{}, fault.New(fault.WrongKind, "This is not a file of papers.", "Choose the file itself.").At(fault.Where{File: filepath.Base(path)})
	}
	file, err := cli.ReadFile(path)
	if err != nil {
		return web.Upload{}, err
	}
	return to.Stage(file.Name, file.Data)
}
