// Command rapporteur turns the papers of a webinar into figures a donor can check.
//
// With arguments it is a command line (internal/cli); without, it opens the window. The window shows the same handler
// that `rapporteur serve` gives to a browser; what a browser cannot do stands in Desktop. Built without the tag desktop it
// has no window and needs no GTK.
package main

import (
	"os"

	"rapporteur/frontend"
	"rapporteur/internal/cli"
)

func main() {
	cli.Screens = frontend.Dist()
	cli.Window = openWindow
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
