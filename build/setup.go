package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// tool is a program the build or its tests call, with the Debian package that brings it.
type tool struct{ program, pkg, why string }

var (
	buildTools = []tool{
		{"gcc", "gcc", "SQLite is compiled with it"},
		{"node", "nodejs", "the screens are built with it"},
		{"npm", "npm", "the screens are built with it"},
	}
	testTools = []tool{
		{"pdftotext", "poppler-utils", "the tests read the report's text with it"},
	}
)

// setup installs what building needs.
func setup() error { return steps(func() error { return install(buildTools) }, npm) }

// testSetup installs what the tests need beside that.
func testSetup() error { return steps(setup, func() error { return install(testTools) }) }

// install brings Debian packages, as root, and only when a program is missing.
func install(tools []tool) error {
	var missing []string
	for _, t := range tools {
		if _, err := exec.LookPath(t.program); err != nil {
			fmt.Printf("%s is missing (%s): installing Debian's %s\n", t.program, t.why, t.pkg)
			missing = append(missing, t.pkg)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	if err := apt(missing); err != nil {
		return fmt.Errorf("%w; install what is missing as root and try again: apt-get install %s", err, strings.Join(missing, " "))
	}
	return nil
}

func apt(packages []string) error {
	prefix := []string{}
	if os.Geteuid() != 0 {
		prefix = []string{"sudo", "-n"}
	}
	run := func(args ...string) error {
		line := append(append([]string{}, prefix...), args...)
		return sh(line[0], line[1:]...)
	}
	if err := run("apt-get", "update", "-qq"); err != nil {
		return err
	}
	return run(append([]string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends"}, packages...)...)
}

// npm installs the front end's packages when its lock file is newer than what is installed.
func npm() error {
	lock := filepath.Join("frontend", "package-lock.json")
	stamp := filepath.Join("frontend", "node_modules", ".stamp")
	want, err := os.ReadFile(lock)
	if err != nil {
		return err
	}
	if have, err := os.ReadFile(stamp); err == nil && string(have) == string(want) {
		return nil
	}
	fmt.Println("installing the front end's packages")
	// "npm ci" would refuse a lock file without the builds for other platforms, which a registry may not offer.
	if err := shIn("frontend", "npm", "install", "--no-save", "--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts"); err != nil {
		return err
	}
	return os.WriteFile(stamp, want, 0o644)
}
