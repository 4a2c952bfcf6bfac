package guard_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// useFile is the variable that names the file in which a child leaves what it needed.
const useFile = "RAPPORTEUR_TEST_USE"

// ownLimit is the status of a child that ended itself for needing too much memory.
const ownLimit = 75

// leaveUse writes this process's most memory, in kB, and its processor time. The peak of resource usage will not do: a
// process inherits it from the one that starts it.
func leaveUse() {
	path := os.Getenv(useFile)
	if path == "" {
		return
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		panic(err)
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	var peak int64
	if _, err := fmt.Sscan(string(rest), &peak); err != nil {
		panic(err)
	}
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	took := time.Duration(used.Utime.Nano() + used.Stime.Nano())
	if err := os.WriteFile(path, fmt.Appendln(nil, peak, int64(took)), 0o600); err != nil {
		panic(err)
	}
}

// wantLittleUse checks that the child stayed within 512 MB and 5 s, or was ended by its own limit of memory. A child that
// had to be killed leaves nothing.
func wantLittleUse(t *testing.T, path string, err error) {
	t.Helper()
	said, missing := os.ReadFile(path)
	if missing != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != ownLimit {
			t.Fatalf("the child was killed: %v", err)
		}
		return
	}
	var peak, took int64
	if _, err := fmt.Sscan(string(said), &peak, &took); err != nil {
		t.Fatal(err)
	}
	if peak > 512<<10 || time.Duration(took) > 5*time.Second {
		t.Errorf("the child took %d MB and %v", peak>>10, time.Duration(took))
	}
}
