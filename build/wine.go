package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
)

// wineHolds tries the Windows program under wine: its installer, the stories of the command line, and the screens it
// serves. The window itself needs WebView2, which wine has not: build/windows/MANUAL-TEST.md is for a person.
func wineHolds() error {
	p, err := readProduct()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "rapporteur-wine-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	w := wine{dir: dir, programs: filepath.Join(outFolder, "windows")}
	defer w.stop()
	return steps(
		w.prepare,
		func() error { return w.install(p) },
		w.stories,
		w.served,
	)
}

// wine is a Windows of its own in a folder.
type wine struct{ dir, programs string }

func (w wine) env() []string {
	return []string{"WINEPREFIX=" + filepath.Join(w.dir, "prefix"), "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=",
		"WINEPATH=Z:" + strings.ReplaceAll(w.dir, "/", `\`), "RAPPORTEUR_DATA="}
}

// home is the account's folder in it.
func (w wine) home() (string, error) {
	account, err := user.Current()
	if err != nil {
		return "", err
	}
	return filepath.Join(w.dir, "prefix", "drive_c", "users", account.Username), nil
}

// prepare makes the Windows and what it lacks.
func (w wine) prepare() error {
	system := filepath.Join(w.dir, "prefix", "drive_c", "windows", "system32")
	source := func(name string) string { return filepath.Join("build", "windows", "wine", name) }
	return steps(
		func() error { return shWith(w.env(), ".", "wineboot", "-i") },
		func() error { return shWith(w.env(), ".", "winecfg", "-v", "win10") },
		func() error {
			return sh("x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s", "-o", filepath.Join(system, "bcryptprimitives.dll"), source("bcryptprimitives.c"), "-ladvapi32")
		},
		func() error {
			return sh("x86_64-w64-mingw32-gcc", "-O2", "-s", "-o", filepath.Join(w.dir, "pdftotext.exe"), source("pdftotext.c"))
		},
	)
}

// install installs without a word, runs what was installed, removes it again, and looks that the register stays.
func (w wine) install(p product) error {
	home, err := w.home()
	if err != nil {
		return err
	}
	folder := filepath.Join(home, "AppData", "Local", "Programs", "Rapporteur")
	register := filepath.Join(home, "AppData", "Local", "rapporteur", "register.db")
	setup := filepath.Join(outFolder, "rapporteur-"+p.Version+"-windows-amd64-setup.exe")
	if err := shWith(w.env(), ".", "wine", setup, "/S"); err != nil {
		return err
	}
	run := func(args ...string) (string, error) {
		c := exec.Command("wine", append([]string{filepath.Join(folder, "rapporteur.com")}, args...)...)
		c.Env, c.Stderr = append(os.Environ(), w.env()...), os.Stderr
		out, err := c.Output()
		return strings.TrimSpace(string(out)), err
	}
	if out, err := run("version"); err != nil || !strings.HasPrefix(out, "rapporteur "+p.Version) {
		return errors.Join(fmt.Errorf("the installed program says %q", out), err)
	}
	if out, err := run("webinar", "list", "--json"); err != nil || out != "[]" {
		return errors.Join(fmt.Errorf("the installed program lists %q", out), err)
	}
	// The uninstaller works on in a copy of itself: _?= has it stay.
	if err := shWith(w.env(), folder, "wine", "uninstall.exe", "/S", "_?="+windowsPath(folder)); err != nil {
		return err
	}
	if exists(filepath.Join(folder, "rapporteur.exe")) {
		return fmt.Errorf("uninstalling left the program")
	}
	if !exists(register) {
		return fmt.Errorf("there is no register at %s after uninstalling", register)
	}
	return nil
}

// stories runs the stories of the command line's tests, built for Windows. (The other tests fail at clearing up: wine 8
// does not know Go's way of removing folders.)
func (w wine) stories() error {
	test := filepath.Join(w.dir, "cli.test.exe")
	if err := shWith(windowsCross, ".", "go", "test", "-c", "-trimpath", "-o", test, "./internal/cli"); err != nil {
		return err
	}
	var said bytes.Buffer
	c := exec.Command("wine", test, "-test.timeout=20m", "-test.parallel=2", "-test.run=TestStories")
	c.Dir, c.Env = filepath.Join("internal", "cli"), append(os.Environ(), w.env()...)
	c.Stdout, c.Stderr = io.MultiWriter(os.Stdout, &said), os.Stderr
	// The status is that of clearing up. What the tests came to is the last word on standard output.
	if err := c.Run(); err != nil && !strings.HasSuffix(strings.TrimSpace(said.String()), "PASS") {
		return fmt.Errorf("the stories under wine: %w", err)
	}
	return nil
}

// served asks a serving program for its first screen and its webinars, as a browser does.
func (w wine) served() error {
	c := exec.Command("wine", filepath.Join(w.programs, "rapporteur.com"), "--data", windowsPath(filepath.Join(w.dir, "served")), "--json", "serve", "--no-browser")
	c.Env, c.Stderr = append(os.Environ(), w.env()...), os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	defer func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	}()
	var said struct{ Address string }
	if err := json.NewDecoder(out).Decode(&said); err != nil {
		return fmt.Errorf("the program printed no address: %w", err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	browser := &http.Client{Jar: jar}
	origin, _, _ := strings.Cut(said.Address, "/enter")
	for _, one := range [][2]string{{said.Address, "Rapporteur</title>"}, {origin + "/api/home", `"webinars":[]`}} {
		res, err := browser.Get(one[0])
		if err != nil {
			return err
		}
		body, err := io.ReadAll(res.Body)
		if err != nil {
			return err
		}
		_ = res.Body.Close()
		if res.StatusCode != http.StatusOK || !strings.Contains(string(body), one[1]) {
			return fmt.Errorf("served under wine: status %d: %.200s", res.StatusCode, body)
		}
	}
	fmt.Println("the Windows program serves its screens under wine")
	return nil
}

// stop ends what wine left running in this Windows of ours.
func (w wine) stop() {
	c := exec.Command("wineserver", "-k")
	c.Env = append(os.Environ(), w.env()...)
	_ = c.Run() // it fails where nothing runs any more
}

func windowsPath(path string) string { return "Z:" + strings.ReplaceAll(path, "/", `\`) }
