package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// screenSources are what the screens are built from, below the root.
var screenSources = []string{
	"frontend/index.html", "frontend/package-lock.json", "frontend/public", "frontend/src", "frontend/svelte.config.js", "frontend/vite.config.ts",
	"internal/render/pdf/fonts",
}

// screens builds the screens when one of their sources is newer than what was built.
func screens() error {
	built, err := os.Stat(filepath.Join("frontend", "dist", "index.html"))
	if err == nil {
		changed, err := newest(screenSources)
		if err != nil || built.ModTime().After(changed) {
			return err
		}
	}
	return shIn("frontend", "npm", "run", "build")
}

// newest is the time of the last change among files and all that lies in folders. Folders count too: their time tells that
// a file was taken away.
func newest(paths []string) (time.Time, error) {
	var last time.Time
	for _, path := range paths {
		err := filepath.WalkDir(filepath.FromSlash(path), func(_ string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := e.Info()
			if err == nil && info.ModTime().After(last) {
				last = info.ModTime()
			}
			return err
		})
		if err != nil {
			return last, err
		}
	}
	return last, nil
}

// types makes the screens' types from the program's own description of its API.
func types() error { return shIn("frontend", "npm", "run", "types") }

// typesFresh compares the committed types with those the program's description makes.
func typesFresh() error {
	dir, err := os.MkdirTemp("", "types")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	description, err := exec.Command(binary(), "openapi").Output()
	if err != nil {
		return fmt.Errorf("openapi: %w", err)
	}
	from, to := filepath.Join(dir, "openapi.json"), filepath.Join(dir, "schema.ts")
	if err := os.WriteFile(from, description, 0o600); err != nil {
		return err
	}
	if err := shIn("frontend", "npx", "openapi-typescript", from, "-o", to); err != nil {
		return err
	}
	made, err := os.ReadFile(to)
	if err != nil {
		return err
	}
	committed, err := os.ReadFile(filepath.Join("frontend", "src", "api", "schema.ts"))
	if err != nil {
		return err
	}
	if !bytes.Equal(made, committed) {
		return fmt.Errorf("the screens' types are not what the API is: run go run ./build types")
	}
	return nil
}

// screensHold checks the types and runs the tests of the screens.
func screensHold() error {
	return steps(
		typesFresh,
		func() error { return shIn("frontend", "npm", "run", "check") },
		func() error { return shIn("frontend", "npm", "test") },
	)
}
