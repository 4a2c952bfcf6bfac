//go:build unix

package guard

import (
	"os/exec"
	"syscall"
)

// hideWindow has nothing to hide outside of Windows.
func hideWindow(*exec.Cmd) {}

// limitData lets the system refuse memory far above the watchdog's limit, for what grows faster than it looks. The
// runtime reserves address space beyond what it uses, hence the distance. A system that refuses the limit leaves the
// watchdog alone.
func limitData() {
	limit := &syscall.Rlimit{Cur: 4 * memoryLimit, Max: 4 * memoryLimit}
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, limit)
}
