package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// noticesName is the file in every package that holds the licences of what the program is made of.
const noticesName = "THIRD-PARTY-LICENCES.txt"

// notice is the licence of one part of the program: its name with version, the licence's short name where the part
// states one, and the texts that its makers ask to hand on.
type notice struct{ name, licence, text string }

// notices writes the licences of every module, package and typeface inside the programs, or fails for one that is not
// free to hand on with them.
func notices(to string) error {
	all := []notice{}
	for _, gather := range []func() ([]notice, error){languageNotice, moduleNotices, packageNotices, typefaceNotice} {
		found, err := gather()
		if err != nil {
			return err
		}
		all = append(all, found...)
	}
	var out strings.Builder
	out.WriteString("Rapporteur contains the following works, each under its own licence.\n")
	for _, n := range all {
		if n.text == "" && n.licence == "" {
			return fmt.Errorf("%s: no licence found", n.name)
		}
		if forbidden.MatchString(n.licence + "\n" + n.text) {
			return fmt.Errorf("%s: its licence asks for more than a notice", n.name)
		}
		fmt.Fprintf(&out, "\n%s\n%s\n\n", strings.Repeat("=", 78), strings.TrimSpace(n.name+"  "+n.licence))
		out.WriteString(strings.ReplaceAll(strings.TrimSpace(n.text), "\r\n", "\n") + "\n")
	}
	return os.WriteFile(to, []byte(out.String()), 0o644)
}

// forbidden knows licences that would bind the whole program, by the titles at the head of their texts.
var forbidden = regexp.MustCompile(`(?m)^\s*(GNU (AFFERO |LESSER )?GENERAL PUBLIC LICENSE|Server Side Public License|(A|L)?GPL-\d)`)

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)([.-].*)?$`)

// texts reads the licence and notice files at the top of a folder, by name.
func texts(folder string) (string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", err
	}
	var found []string
	for _, e := range entries {
		if e.IsDir() || !licenceFile.MatchString(e.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return "", err
		}
		found = append(found, strings.TrimSpace(string(data)))
	}
	return strings.Join(found, "\n\n"), nil
}

func languageNotice() ([]notice, error) {
	where, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	text, err := texts(strings.TrimSpace(string(where)))
	return []notice{{name: "The Go language and its standard library", text: text}}, err
}

// moduleNotices are those of the Go modules in any of the programs.
func moduleNotices() ([]notice, error) {
	folders := map[string]string{}
	for _, v := range []variant{linuxWindow, {tags: windowsTags, env: windowsCross}} {
		list := exec.Command("go", "list", "-deps", "-tags", v.tags, "-f", "{{with .Module}}{{if .Version}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./app")
		list.Env = append(os.Environ(), v.env...)
		out, err := list.Output()
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(out)) {
			if name, folder, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				folders[name] = folder
			}
		}
	}
	return fromFolders(folders, nil)
}

// packageNotices are those of the packages that the screens are built from.
func packageNotices() ([]notice, error) {
	var lock struct {
		Packages map[string]struct {
			Version, License string
			Dev, Optional    bool
		}
	}
	data, err := os.ReadFile(filepath.Join("frontend", "package-lock.json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return nil, err
	}
	folders, stated := map[string]string{}, map[string]string{}
	for path, p := range lock.Packages {
		if path == "" || p.Dev || p.Optional {
			continue
		}
		name := path[strings.LastIndex(path, "node_modules/")+len("node_modules/"):] + " " + p.Version
		folders[name], stated[name] = filepath.Join("frontend", filepath.FromSlash(path)), p.License
	}
	return fromFolders(folders, stated)
}

// fromFolders makes the notices of parts that lie in folders, in the order of their names.
func fromFolders(folders, stated map[string]string) ([]notice, error) {
	var out []notice
	for name, folder := range folders {
		text, err := texts(folder)
		if err != nil {
			return nil, err
		}
		out = append(out, notice{name, stated[name], text})
	}
	slices.SortFunc(out, func(a, b notice) int { return strings.Compare(a.name, b.name) })
	return out, nil
}

func typefaceNotice() ([]notice, error) {
	text, err := os.ReadFile(filepath.Join("internal", "render", "pdf", "fonts", "OFL.txt"))
	return []notice{{name: "Noto Sans", text: string(text)}}, err
}
