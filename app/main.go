// Command rapporteur turns the papers of a webinar into figures a donor can check.
package main

import (
	"os"

	"rapporteur/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
