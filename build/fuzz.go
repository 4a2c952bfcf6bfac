package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
)

var fuzzFunction = regexp.MustCompile(`(?m)^func Fuzz\w*\(`)

// fuzzed finds the packages below a folder that have entries for foreign text to try.
func fuzzed(folder string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") || slices.Contains(found, filepath.Dir(path)) {
			return err
		}
		source, err := os.ReadFile(path)
		if fuzzFunction.Match(source) {
			found = append(found, filepath.Dir(path))
		}
		return err
	})
	return found, err
}

// fuzz tries new texts on each entry of foreign text for a time ("2s"). A package is compiled once for all its entries,
// with what tells the fuzzing which ways a text takes; as many entries are tried side by side as there are processors.
func fuzz(time string) func() error {
	return func() error {
		dir, err := os.MkdirTemp("", "fuzz")
		if err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(dir) }()
		packages, err := fuzzed("internal")
		if err != nil {
			return err
		}
		var all []entry
		for i, folder := range packages {
			program := filepath.Join(dir, executable(fmt.Sprint(i)))
			if err := sh("go", "test", "-c", "-trimpath", "-fuzz=Fuzz", "-o", program, "./"+filepath.ToSlash(folder)); err != nil {
				return err
			}
			names, err := exec.Command(program, "-test.list", "^Fuzz").Output()
			if err != nil {
				return err
			}
			for _, name := range strings.Fields(string(names)) {
				all = append(all, entry{folder, program, name, filepath.Join(dir, fmt.Sprint("corpus", i))})
			}
		}
		return sideBySide(all, func(e entry) error { return e.try(time) })
	}
}

// entry is one function that takes foreign text.
type entry struct{ folder, program, name, corpus string }

// try fuzzes one entry. What is of interest is kept short by few tries only: the standard spends a minute on each. A text
// that it fails on is left in the package's testdata, for the tests to try from then on.
func (e entry) try(time string) error {
	c := exec.Command(e.program, "-test.run", "^$", "-test.fuzz", "^"+e.name+"$", "-test.fuzztime", time, "-test.parallel", "1",
		"-test.fuzzminimizetime", "10x", "-test.fuzzcachedir", e.corpus)
	c.Dir = e.folder
	out, err := c.CombinedOutput()
	if err != nil && !ranOut(out) {
		return fmt.Errorf("%s %s: %w\n%s", e.folder, e.name, err, out)
	}
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	fmt.Printf("%s %s %s\n", e.folder, e.name, lines[max(len(lines)-2, 0)])
	return nil
}

var endOfTime = regexp.MustCompile(`(?m)^--- FAIL: \w+ \([\d.]+s\)\n\s+context deadline exceeded\nFAIL$`)

// ranOut tells whether a run that counts as failed only came to the end of its time: the standard's fuzzer now and then takes
// its own deadline for an error (golang/go#75804). A text that fails is always written down, and said.
func ranOut(out []byte) bool {
	return endOfTime.Match(out) && !bytes.Contains(out, []byte("Failing input"))
}

// sideBySide does something with each entry, as many at a time as there are processors, and gives the first error.
func sideBySide(all []entry, do func(entry) error) error {
	var (
		workers sync.WaitGroup
		waiting = make(chan entry, len(all))
		failed  = make(chan error, len(all))
	)
	for _, e := range all {
		waiting <- e
	}
	close(waiting)
	for range runtime.NumCPU() {
		workers.Go(func() {
			for e := range waiting {
				if err := do(e); err != nil {
					failed <- err
				}
			}
		})
	}
	workers.Wait()
	close(failed)
	return <-failed
}
