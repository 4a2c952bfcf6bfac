//go:build unix

package guard

import (
	"os/exec"
	"syscall"
)

// hideWindow has nothing to hide outside of Windows.
func hideWindow(*exec.Cmd) {}

// limitData lets the system refuse memory far above the watchdog's limit, for what grows faster than it looks. The
// runtime, and the race detector even more, map memory beyond what the program uses, hence the distance. A system that
// refuses the limit leaves the watchdog alone.
func limitData() {
	limit := &syscall.Rlimit{Cur: 8 * memoryLimit, Max: 8 * memoryLimit}
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, limit)
}
