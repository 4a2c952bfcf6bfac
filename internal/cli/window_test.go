package cli_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/adrg/xdg"

	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
)

// TestWithoutACommandTheWindowOpens on the data folder asked for, and its fault is the program's.
func TestWithoutACommandTheWindowOpens(t *testing.T) {
	screens := cli.Screens
	t.Cleanup(func() { cli.Window, cli.Screens = nil, screens })
	cli.Screens = fstest.MapFS{"index.html": {}}
	dir := t.TempDir()
	var folder string
	cli.Window = func(ctx context.Context, s cli.Start) error {
		folder = s.Folder
		office, err := s.Office(ctx)
		if err != nil {
			return err
		}
		return office.Close()
	}
	run := func(args ...string) (int, string) {
		var out, errOut bytes.Buffer
		status := cli.Main(args, strings.NewReader(""), &out, &errOut)
		return status, out.String() + errOut.String()
	}
	if status, said := run("--data", dir); status != 0 || said != "" || folder != dir {
		t.Errorf("%d %q in %q", status, said, folder)
	}
	t.Setenv("RAPPORTEUR_DATA", filepath.Join(dir, "other"))
	if status, said := run(); status != 0 || said != "" || folder != filepath.Join(dir, "other") {
		t.Errorf("%d %q in %q", status, said, folder)
	}
	// A variable that is empty names no folder; least of all the one the program was started in.
	t.Cleanup(xdg.Reload) // after the variable is what it was
	t.Setenv("XDG_DATA_HOME", filepath.Join(dir, "home"))
	xdg.Reload()
	t.Setenv("RAPPORTEUR_DATA", "")
	if status, said := run(); status != 0 || said != "" || folder != filepath.Join(dir, "home", "rapporteur") {
		t.Errorf("%d %q in %q", status, said, folder)
	}
	cli.Window = func(context.Context, cli.Start) error { return fault.New("no-window", "No display.", "Use serve.") }
	if status, said := run(); status != 1 || !strings.Contains(said, "No display.") || !strings.Contains(said, "Use serve.") {
		t.Errorf("%d %q", status, said)
	}
	if status, said := run("windo"); status != 2 {
		t.Errorf("a wrong word: %d %q", status, said)
	}
	cli.Window = nil
	if status, said := run(); status != 2 || !strings.Contains(said, "Say what to do.") {
		t.Errorf("without a window: %d %q", status, said)
	}
}
