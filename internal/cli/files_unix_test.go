//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestWriteLeavesADeviceADevice: whoever throws an answer away must not lose the device it is thrown into.
func TestWriteLeavesADeviceADevice(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	read := make(chan string, 1)
	go func() {
		data, err := os.ReadFile(pipe)
		if err != nil {
			data = []byte(err.Error())
		}
		read <- string(data)
	}()
	if err := WriteFile(pipe, []byte("figures"), true); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(pipe)
	if err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Fatalf("the pipe is now %v, %v", info.Mode(), err)
	}
	if got := <-read; got != "figures" {
		t.Errorf("the pipe gave %q", got)
	}
}
