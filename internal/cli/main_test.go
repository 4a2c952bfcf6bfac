package cli_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"rapporteur/internal/cli"
)

// TestMain makes the test binary serve as the program, also as the child that reads tables.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"rapporteur": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestStories runs the stories: what an officer types, and what must come of it. Each has a folder and a register of its
// own, with the sample's files and those of testdata/files beside it.
func TestStories(t *testing.T) {
	t.Parallel() // beside the kills of a large import, which wait for the drive
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("RAPPORTEUR_DATA", filepath.Join(e.WorkDir, "data"))
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("GORACE", "atexit_sleep_ms=0") // under the race detector each command would wait a second before it ends
			if runtime.GOOS == "windows" {
				e.Setenv("USERPROFILE", e.WorkDir)
			}
			for _, folder := range []string{filepath.Join("..", "sample", "files"), filepath.Join("testdata", "files")} {
				if err := copyFolder(folder, e.WorkDir); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"id":       takeID,
			"json":     lookIntoJSON,
			"same":     compareJSON,
			"take":     takeFromJSON,
			"first":    takeFirst,
			"refused":  mustRefuse,
			"status":   mustEndWith,
			"misused":  mustMisuse,
			"register": writeRegister,
			"make":     makeFile,
			"replace":  replaceInFile,
			"held":     whileHeld,
		},
	})
}

func copyFolder(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(from, e.Name()))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, e.Name()), data, 0o600); err != nil {
			return err
		}
	}
	return nil
}
