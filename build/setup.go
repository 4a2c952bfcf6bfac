package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// tool is something the build or its tests call, with the Debian package that brings it. program is what to look for on
// the path; a name that ends in ".pc" is a library that pkg-config knows.
type tool struct{ program, pkg, why string }

// The tools by what they are for; a command installs those of its own work alone.
var (
	basic = []tool{
		{"gcc", "gcc", "SQLite is compiled with it"},
		{"node", "nodejs", "the screens are built with it"},
		{"npm", "npm", "the screens are built with it"},
	}
	testTools = []tool{
		{"pdftotext", "poppler-utils", "the tests read the report's text with it"},
		{"chromium", "chromium", "the tests do the job on the screens with it"},
	}
	windowed = []tool{
		{"pkg-config", "pkg-config", "the window is built with it"},
		{"gtk+-3.0.pc", "libgtk-3-dev", "the window is made of it"},
		{"webkit2gtk-4.1.pc", "libwebkit2gtk-4.1-dev", "the window shows the screens with it"},
	}
	smoke = []tool{
		{"Xvfb", "xvfb", "the tests open the window on it"},
		{"xdotool", "xdotool", "the tests answer the window's dialogs with it"},
	}
	packaging = []tool{
		{"x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64", "the Windows program is compiled with it"},
		{"makensis", "nsis", "the Windows installer is made with it"},
	}
	windows = []tool{{"wine", "wine", "the Windows program is tried with it"}} // the package brings the 64-bit one
	drawing = []tool{{"rsvg-convert", "librsvg2-bin", "the icon's pictures are made with it"}}
)

// setup gives the step that installs what is missing: Debian packages as root only when one is missing, npm packages only
// when the lock file changed.
func setup(groups ...[]tool) func() error {
	return func() error {
		var missing []string
		for _, t := range slices.Concat(groups...) {
			if !found(t.program) {
				fmt.Printf("%s is missing (%s): installing Debian's %s\n", t.program, t.why, t.pkg)
				missing = append(missing, t.pkg)
			}
		}
		if len(missing) > 0 {
			if err := apt(missing); err != nil {
				return fmt.Errorf("%w; install what is missing as root and try again: apt-get install %s", err, strings.Join(missing, " "))
			}
		}
		return npm()
	}
}

func found(program string) bool {
	if library, ok := strings.CutSuffix(program, ".pc"); ok {
		return exec.Command("pkg-config", "--exists", library).Run() == nil
	}
	_, err := exec.LookPath(program)
	return err == nil
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
	if err := run("apt-get", "-o", "DPkg::Lock::Timeout=300", "update", "-qq"); err != nil {
		return err
	}
	return run(append([]string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300",
		"install", "-y", "-qq", "--no-install-recommends"}, packages...)...)
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
