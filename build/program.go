package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

func binary() string {
	name := filepath.Join("bin", "rapporteur")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return name
}

// program builds the plain binary: no window, every command, and the screens inside.
func program() error {
	if err := screens(); err != nil {
		return err
	}
	return sh("go", "build", "-trimpath", "-o", binary(), "./app")
}

// run passes ARGS after "--" to the program; without any it does the whole job on the sample webinar in ./out.
func run(args []string) error {
	if err := steps(setup, program); err != nil {
		return err
	}
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	if len(args) == 0 {
		args = []string{"demo", "-o", "out"}
	}
	c := exec.Command(binary(), args...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	return c.Run()
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
