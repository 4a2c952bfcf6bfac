//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"rapporteur/internal/fault"
)

// TestWriteLeavesADeviceADevice: a rename would put a file in its place, for every program of the machine.
func TestWriteLeavesADeviceADevice(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(pipe, []byte("figures"), true); !fault.Is(err, fault.WrongKind) {
		t.Errorf("writing into a pipe: %v", err)
	}
	info, err := os.Stat(pipe)
	if err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Fatalf("the pipe is now %v, %v", info.Mode(), err)
	}
}
