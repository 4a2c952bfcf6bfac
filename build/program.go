package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// variant is one way to build the program.
type variant struct {
	tags  string   // of the window; "" has none and needs no GTK
	flags string   // of the linker
	env   []string // beside the environment
}

// Tags of the window.
const (
	linuxTags   = "desktop,production,webkit2_41"
	windowsTags = "desktop,production"
)

var (
	headless     = variant{}
	linuxWindow  = variant{tags: linuxTags}
	windowsCross = []string{"GOOS=windows", "GOARCH=amd64", "CC=x86_64-w64-mingw32-gcc"}
)

func binary() string       { return built("rapporteur") }
func windowBinary() string { return built("rapporteur-window") }

func built(name string) string { return filepath.Join("bin", executable(name)) }

// executable is the name of a program's file on this system.
func executable(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return name
}

// compile builds one variant of the program.
func compile(v variant, to string) error {
	args := []string{"build", "-trimpath", "-o", to}
	if v.tags != "" {
		args = append(args, "-tags", v.tags)
	}
	if v.flags != "" {
		args = append(args, "-ldflags", v.flags)
	}
	return shWith(v.env, ".", "go", append(args, "./app")...)
}

// program builds the plain binary: no window, every command, and the screens inside.
func program() error {
	if err := screens(); err != nil {
		return err
	}
	return compile(headless, binary())
}

// window builds the binary with the window.
func window() error {
	if err := screens(); err != nil {
		return err
	}
	v := linuxWindow
	if runtime.GOOS == "windows" {
		v.tags = windowsTags
	}
	return compile(v, windowBinary())
}

// display tells whether a window can be shown here.
func display() bool {
	return runtime.GOOS == "windows" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// run passes ARGS after "--" to the program. Without any it opens the window on the sample webinar; where no window can be
// shown it serves the screens and prints the address.
func run(args []string) error {
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	if err := steps(setup(basic), program); err != nil {
		return err
	}
	if len(args) > 0 {
		return start(binary(), args...)
	}
	folder, err := sampleRegister()
	if err != nil {
		return err
	}
	if !display() {
		return start(binary(), "--data", folder, "serve", "--no-browser")
	}
	if err := steps(setup(windowed), window); err != nil {
		return err
	}
	return start(windowBinary(), "--data", folder)
}

func start(program string, args ...string) error {
	c := exec.Command(program, args...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	return c.Run()
}

// sampleRegister is a register of its own in the account's data folder, with the sample webinar in it when it is empty.
func sampleRegister() (string, error) {
	base := os.Getenv("XDG_DATA_HOME")
	if runtime.GOOS == "windows" {
		base = os.Getenv("LOCALAPPDATA")
	}
	if base == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		base = filepath.Join(home, ".local", "share")
	}
	folder := filepath.Join(base, "rapporteur-sample")
	list := exec.Command(binary(), "--data", folder, "webinar", "list", "--json")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil || strings.TrimSpace(string(out)) != "[]" {
		return folder, err
	}
	fmt.Println("making the sample webinar in", folder)
	return folder, sh(binary(), "--data", folder, "webinar", "new", "--sample")
}

// charts makes the bundle that draws the charts.
func charts() error { return shIn("frontend", "npm", "run", "charts") }

// chartsFresh builds the bundle into a folder of its own and compares it with the committed one.
func chartsFresh() error {
	dir, err := os.MkdirTemp("", "charts")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := shIn("frontend", "npm", "run", "charts", "--", "--outDir", dir); err != nil {
		return err
	}
	built, err := os.ReadFile(filepath.Join(dir, "echarts.js"))
	if err != nil {
		return err
	}
	committed, err := os.ReadFile(filepath.Join("internal", "chart", "ssr", "echarts.js"))
	if err != nil {
		return err
	}
	if !bytes.Equal(built, committed) {
		return fmt.Errorf("the chart bundle is not what its sources make: run go run ./build charts")
	}
	return nil
}
