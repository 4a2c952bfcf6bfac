package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"
)

// outFolder takes what package makes; it is not kept in the repository.
const outFolder = "dist"

// product is what wails.json says of the program.
type product struct {
	Company   string `json:"companyName"`
	Product   string `json:"productName"`
	Version   string `json:"productVersion"`
	Copyright string `json:"copyright"`
	Comments  string `json:"comments"`
}

// Numbers is the version as Windows keeps it: four numbers.
func (p product) Numbers() string { return strings.ReplaceAll(p.Version, ".", ",") + ",0" }

// release is the version that the program prints, with the commit where there is one.
func (p product) release() string {
	commit, err := exec.Command("git", "rev-parse", "--short=12", "HEAD").Output()
	if err != nil {
		return p.Version
	}
	return p.Version + "-" + strings.TrimSpace(string(commit))
}

func readProduct() (product, error) {
	var descriptor struct{ Info product }
	data, err := os.ReadFile("wails.json")
	if err == nil {
		err = json.Unmarshal(data, &descriptor)
	}
	if err == nil && !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(descriptor.Info.Version) {
		err = fmt.Errorf("wails.json: the version is no three numbers")
	}
	return descriptor.Info, err
}

// packages makes the programs and what officers install, for Linux and for Windows.
func packages() error {
	p, err := readProduct()
	if err != nil {
		return err
	}
	if err := os.RemoveAll(outFolder); err != nil {
		return err
	}
	linux, windows := filepath.Join(outFolder, "linux"), filepath.Join(outFolder, "windows")
	flags := "-s -w -X rapporteur/internal/cli.release=" + p.release()
	return steps(
		screens,
		func() error { return os.Mkdir(outFolder, 0o755) },
		func() error { return notices(filepath.Join(outFolder, noticesName)) },
		func() error {
			return compile(variant{tags: linuxTags, flags: flags}, filepath.Join(linux, "rapporteur"))
		},
		func() error { return compile(variant{flags: flags}, filepath.Join(linux, "rapporteur-headless")) },
		func() error { return packLinux(p, linux) },
		func() error { return windowsPrograms(p, windows, flags) },
		func() error { return packWindows(p, windows) },
		sums,
	)
}

// packLinux makes the archives that unpack into /usr/local or ~/.local.
func packLinux(p product, folder string) error {
	name := "rapporteur-" + p.Version + "-linux-amd64"
	program := packed{filepath.Join(folder, "rapporteur"), "bin/rapporteur", 0o755}
	licence := packed{"LICENSE", "share/doc/rapporteur/LICENSE", 0o644}
	parts := packed{filepath.Join(outFolder, noticesName), "share/doc/rapporteur/" + noticesName, 0o644}
	err := tarball(filepath.Join(outFolder, name+".tar.gz"), []packed{
		program, licence, parts,
		{filepath.Join("build", "linux", "rapporteur.desktop"), "share/applications/rapporteur.desktop", 0o644},
		{filepath.Join("build", "icon", "rapporteur.svg"), "share/icons/hicolor/scalable/apps/rapporteur.svg", 0o644},
		{filepath.Join("app", "icon.png"), "share/icons/hicolor/256x256/apps/rapporteur.png", 0o644},
	})
	if err != nil {
		return err
	}
	program.from += "-headless"
	return tarball(filepath.Join(outFolder, name+"-headless.tar.gz"), []packed{program, licence, parts})
}

// windowsPrograms builds the window and, from the same code, the program for the command line: cmd.exe waits for the one
// and shows what it prints, and finds it first under the bare name.
func windowsPrograms(p product, folder, flags string) error {
	resources := filepath.Join("app", "rsrc_windows_amd64.syso")
	defer os.Remove(resources) // the compiler takes every such file; another build must not find an old one
	return steps(
		func() error { return compileResources(p, resources) },
		func() error {
			return compile(variant{windowsTags, "-H windowsgui " + flags, windowsCross}, filepath.Join(folder, "rapporteur.exe"))
		},
		func() error {
			return compile(variant{windowsTags, flags, windowsCross}, filepath.Join(folder, "rapporteur.com"))
		},
	)
}

// compileResources makes what Windows shows of the program: icon, version, manifest.
func compileResources(p product, to string) error {
	const source = "rapporteur.rc"
	script, err := template.ParseFiles(filepath.Join("build", "windows", source))
	if err != nil {
		return err
	}
	filled, err := os.CreateTemp(filepath.Join("build", "windows"), "filled-*.rc") // beside what it names
	if err != nil {
		return err
	}
	defer os.Remove(filled.Name())
	if err := script.ExecuteTemplate(filled, source, p); err != nil {
		return err
	}
	if err := filled.Close(); err != nil {
		return err
	}
	object, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	return shIn(filepath.Join("build", "windows"), "x86_64-w64-mingw32-windres", "--codepage=65001", filepath.Base(filled.Name()), "-O", "coff", "-o", object)
}

// packWindows makes the portable archive and the installer.
func packWindows(p product, folder string) error {
	for from, name := range map[string]string{"LICENSE": "LICENSE.txt", filepath.Join(outFolder, noticesName): noticesName} {
		text, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		// Editors of old want both characters at the end of a line.
		text = bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o644); err != nil {
			return err
		}
	}
	var files []packed
	for _, name := range []string{"rapporteur.exe", "rapporteur.com", "LICENSE.txt", noticesName} {
		files = append(files, packed{filepath.Join(folder, name), "Rapporteur/" + name, 0o755})
	}
	name := "rapporteur-" + p.Version + "-windows-amd64"
	if err := zipped(filepath.Join(outFolder, name+"-portable.zip"), files); err != nil {
		return err
	}
	from, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	to, err := filepath.Abs(filepath.Join(outFolder, name+"-setup.exe"))
	if err != nil {
		return err
	}
	picture, err := filepath.Abs(filepath.Join("build", "icon", "rapporteur.ico"))
	if err != nil {
		return err
	}
	return sh("makensis", "-V2", "-WX", "-DVERSION="+p.Version, "-DNUMBERS="+strings.ReplaceAll(p.Numbers(), ",", "."), "-DCOPYRIGHT="+p.Copyright,
		"-DFILES="+from, "-DICON="+picture, "-DOUT="+to, filepath.Join("build", "windows", "installer.nsi"))
}
