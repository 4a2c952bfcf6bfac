package main

import (
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName is the most letters a file's name has, with its extension.
const longestName = 120

// reserved are names of devices, which Windows gives to no file, whatever the extension.
var reserved = map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true, "CONIN$": true, "CONOUT$": true, "CLOCK$": true}

func init() {
	for _, n := range "123456789¹²³0" {
		reserved["COM"+string(n)], reserved["LPT"+string(n)] = true, true
	}
}

// safeName makes a name that every system takes as the name of one file: no folder, no control or direction mark, no
// device, nothing hidden, no more than longestName letters. The extension stays.
func safeName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r), r == utf8.RuneError, unicode.IsControl(r):
			return -1
		case strings.ContainsRune(`/\<>:"|?*`, r):
			return '-'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, name)
	name = strings.Trim(name, ". -")
	ext := path.Ext(name)
	if len(ext) > 10 || strings.ContainsRune(ext, ' ') {
		ext = ""
	}
	stem := strings.Trim(strings.TrimSuffix(name, ext), ". -")
	// Windows looks at what stands before the first dot.
	if first, _, _ := strings.Cut(stem, "."); stem == "" || reserved[strings.ToUpper(strings.TrimSpace(first))] {
		stem = strings.TrimSuffix("rapporteur-"+stem, "-")
	}
	if letters := []rune(stem); len(letters)+utf8.RuneCountInString(ext) > longestName {
		stem = strings.TrimRight(string(letters[:longestName-utf8.RuneCountInString(ext)]), ". -")
	}
	return stem + ext
}

// complete gives a file that the officer named without extension the one it should have.
func complete(file, ext string) string {
	if filepath.Ext(file) == "" {
		return file + ext
	}
	return file
}
