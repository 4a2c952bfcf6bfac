package main

import (
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// lintVersion pins the linter; it is built from source once.
const lintVersion = "v2.15.0"

// test runs everything that must hold before a change lands.
func test() error {
	return steps(
		chartsFresh,
		screensHold,
		func() error { return sh("go", "vet", "-trimpath", "./...") }, // another way to build would compile SQLite once more
		raced,
		plain,
		fuzz("2s"),
		windowHolds,
	)
}

// commands is the package of the stories: each command of theirs is a process of its own, which takes many times as
// long under the race detector and has hardly anything to race. Only check runs them so.
const commands = "./internal/cli"

// plain runs what is about processes as they ship: the stories, and the hostile files, whose time and memory count.
func plain() error { return sh("go", "test", "-trimpath", commands, "./internal/guard") }

// raced runs all tests but the stories under the race detector.
func raced() error {
	out, err := exec.Command("go", "list", "./...").Output()
	if err != nil {
		return err
	}
	packages := slices.DeleteFunc(strings.Fields(string(out)), func(p string) bool { return strings.HasSuffix(p, strings.TrimPrefix(commands, ".")) })
	return sh("go", raceTest(packages...)...)
}

// screensWork does the officer's job in a browser against the program as it ships: by mouse, by keyboard alone, at 200 %
// and on a narrow screen, with hostile names and an eye on accessibility.
func screensWork() error { return shIn("frontend", "npm", "run", "e2e") }

// windowHolds opens the window as it is handed out and does the job in it. It belongs to the test and not to check: what
// officers start is tried at every change, for the price of one more link.
func windowHolds() error {
	if runtime.GOOS != "linux" {
		return nil
	}
	return steps(
		func() error { return sh("go", "vet", "-trimpath", "-tags", linuxTags, "./app") },
		func() error { return sh("go", "test", "-trimpath", "-tags", linuxTags, "./app") },
	)
}

// raceTest is the one way in which tests are run. The script engine is left out of the race detector: it belongs to one
// goroutine at a time, and drawing takes ten times as long under it.
func raceTest(more ...string) []string {
	return append([]string{"test", "-trimpath", "-race", "-gcflags=github.com/dop251/goja/...=-race=false", "-timeout", "25m"}, more...)
}

// check adds what takes longer: lint with the import rule, shuffled repeats, longer fuzzing, and what is
// handed out for Windows, tried under wine.
func check() error {
	return steps(
		func() error {
			return sh("go", "run", "github.com/golangci/golangci-lint/v2/cmd/golangci-lint@"+lintVersion, "run", "./...")
		},
		func() error { return sh("go", raceTest("-shuffle=on", "-count=2", "./...")...) },
		screensWork,
		fuzz("30s"),
		packages,
		wineHolds,
	)
}
