// Command build sets up, runs, tests, measures and packs Rapporteur: go run ./build <command>.
//
// It uses the standard library alone, installs only what the command needs and is missing, says what it does, and never
// asks.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

const usage = `go run ./build setup           install what is missing and build
go run ./build run [-- ARGS]   build and run; without ARGS: the window on the sample webinar
go run ./build dev             the screens from their sources, for working on them
go run ./build test            every test
go run ./build check           the tests, vet, lint, longer fuzzing, and the Windows program under wine
go run ./build bench           the benchmarks, each beside its bar
go run ./build package         programs and installers for Linux and Windows, into dist
go run ./build wine            pack, and try the Windows program under wine
go run ./build charts          make the chart bundle anew
go run ./build types           make the screens' types of the API anew
go run ./build icon            make the icon's pictures anew`

func main() {
	if err := command(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func command(args []string) error {
	if err := os.Chdir(root()); err != nil {
		return err
	}
	name := ""
	if len(args) > 0 {
		name, args = args[0], args[1:]
	}
	switch name {
	case "setup":
		return steps(setup(basic, testTools), program)
	case "run":
		return run(args)
	case "dev":
		return steps(setup(basic), program, dev)
	case "test":
		return steps(setup(basic, testTools, windowed, smoke), program, window, test)
	case "check":
		return steps(setup(basic, testTools, windowed, smoke, packaging, windows), program, window, test, check)
	case "bench":
		return steps(setup(basic, testTools), program, bench)
	case "package":
		return steps(setup(basic, windowed, packaging), packages)
	case "wine":
		return steps(setup(basic, testTools, windowed, packaging, windows), packages, wineHolds)
	case "charts":
		return steps(setup(basic), charts)
	case "types":
		return steps(setup(basic), program, types)
	case "icon":
		return steps(setup(drawing), icon)
	}
	fmt.Println(usage)
	return fmt.Errorf("say what to do")
}

// root is the folder of the repository, wherever the command was started in it.
func root() string {
	_, file, _, ok := runtime.Caller(0)
	if ok {
		if dir := filepath.Dir(filepath.Dir(file)); exists(filepath.Join(dir, "go.mod")) {
			return dir
		}
	}
	dir, err := os.Getwd()
	if err != nil {
		return "."
	}
	return dir
}

func steps(list ...func() error) error {
	for _, step := range list {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// sh runs a program in the open, its output shown.
func sh(name string, args ...string) error { return shIn(".", name, args...) }

func shIn(dir, name string, args ...string) error { return shWith(nil, dir, name, args...) }

// shWith runs a program in a folder with more in its environment.
func shWith(env []string, dir, name string, args ...string) error {
	fmt.Println("+", env, name, args)
	c := exec.Command(name, args...)
	c.Dir, c.Stdout, c.Stderr, c.Stdin = dir, os.Stdout, os.Stderr, os.Stdin
	c.Env = append(append(os.Environ(), "CGO_ENABLED=1"), env...)
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s failed: %w", name, err)
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
