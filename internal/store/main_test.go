package store

import (
	"flag"
	"fmt"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// children are what the test binary does when a test starts it again as a process of its own.
var children = map[string]func(dir string) error{}

// childRole and childFolder name the role and the data folder to a child.
const (
	childRole   = "RAPPORTEUR_STORE_CHILD"
	childFolder = "RAPPORTEUR_STORE_CHILD_FOLDER"
)

func TestMain(m *testing.M) {
	if role := os.Getenv(childRole); role != "" {
		if err := children[role](os.Getenv(childFolder)); err != nil {
			fmt.Fprintf(os.Stderr, "%v (cause %v)\n", err, cause(err))
			os.Exit(1)
		}
		os.Exit(0)
	}
	// Long sequences add little here; -rapid.steps on the command line still counts.
	if err := flag.Set("rapid.steps", "12"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}
