package cli_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// kills is how often the import is killed; the moments are spread over a little more than its whole run.
const kills = 10

// program runs commands on one register.
type program struct {
	t    *testing.T
	path string
	data string
}

func (p program) command(args ...string) *exec.Cmd {
	c := exec.Command(p.path, args...)
	c.Env = append(os.Environ(), "RAPPORTEUR_DATA="+p.data)
	return c
}

// must runs a command that has to succeed and gives its standard output.
func (p program) must(args ...string) string {
	p.t.Helper()
	var out, errOut bytes.Buffer
	c := p.command(args...)
	c.Stdout, c.Stderr = &out, &errOut
	if err := c.Run(); err != nil {
		p.t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, errOut.String())
	}
	return out.String()
}

// figures are what the register says of attendance: the figures and the number of changes and of kept files.
func (p program) figures(webinar string) string {
	p.t.Helper()
	var table struct {
		Totals json.RawMessage `json:"totals"`
		Rows   json.RawMessage `json:"rows"`
	}
	if err := json.Unmarshal([]byte(p.must("breakdown", webinar, "--json")), &table); err != nil {
		p.t.Fatal(err)
	}
	return string(table.Totals) + string(table.Rows) + p.must("check", "--json")
}

// A program killed in the middle of an import leaves a sound register that has the whole import or nothing of it.
func TestKilledImport(t *testing.T) {
	path, err := exec.LookPath("rapporteur")
	if err != nil {
		t.Fatal(err)
	}
	sample := filepath.Join("..", "sample", "files")
	attendance := filepath.Join(sample, "zoom_webinar_attendee_2020.csv")
	start := program{t, path, filepath.Join(t.TempDir(), "data")}
	webinar := strings.TrimSpace(start.must("webinar", "new", filepath.Join(sample, "outline-sample.txt")))
	start.must("registrations", "import", webinar, filepath.Join(sample, "registrations_website.csv"), "--yes")
	before := start.figures(webinar)

	whole := start.copy(t)
	began := time.Now()
	whole.must("attendance", "import", webinar, attendance, "--yes")
	took := time.Since(began)
	after := whole.figures(webinar)
	if before == after {
		t.Fatal("the import changed nothing")
	}

	outcomes := map[string]int{}
	for i := range kills {
		p := start.copy(t)
		c := p.command("attendance", "import", webinar, attendance, "--yes")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		// The moment is chance within its own tenth of the run, so that every part of the import is struck.
		moment := (time.Duration(i)*took + rand.N(took)) / (kills - 1)
		killed := time.AfterFunc(moment, func() { _ = c.Process.Kill() }) // it may have ended just before
		_ = c.Wait()                                                      // killed or done, both are fine
		killed.Stop()
		switch got := p.figures(webinar); got {
		case before:
			outcomes["before"]++
		case after:
			outcomes["after"]++
		default:
			t.Fatalf("killed after %v of %v the register says neither what it said before nor what it says after the import:\n%s", moment, took, got)
		}
		p.must("attendance", "import", webinar, attendance, "--yes")
		if p.figures(webinar) != after {
			t.Fatal("the import does not come through after the one that was killed")
		}
	}
	t.Logf("%d kills: %v", kills, outcomes)
}

// copy gives a register of its own that begins where p is.
func (p program) copy(t *testing.T) program {
	t.Helper()
	to := filepath.Join(t.TempDir(), "data")
	if err := os.CopyFS(to, os.DirFS(p.data)); err != nil {
		t.Fatal(err)
	}
	p.data = to
	return p
}
