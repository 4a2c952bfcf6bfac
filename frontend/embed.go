// Package frontend holds the screens: what Vite builds into dist goes into the program.
package frontend

import (
	"embed"
	"io/fs"
)

// The folder is empty in a fresh clone but for .gitkeep, so that every package builds before the screens do.
//
//go:embed all:dist
var dist embed.FS

// Dist are the files of the screens: index.html and what it loads.
func Dist() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the folder is embedded under this very name
	}
	return sub
}
