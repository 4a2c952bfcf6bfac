// Command rapporteur turns the papers of a webinar into figures a donor can check.
package main

import (
	"os"

	"rapporteur/frontend"
	"rapporteur/internal/cli"
)

func main() {
	cli.Screens = frontend.Dist()
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
