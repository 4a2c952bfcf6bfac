package guard

import (
	"os/exec"
	"syscall"
)

// createNoWindow is CREATE_NO_WINDOW of the Windows process creation flags.
const createNoWindow = 0x08000000

// hideWindow keeps the child from flashing up a console.
func hideWindow(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: createNoWindow, HideWindow: true}
}

// limitData has no counterpart without a job object; the watchdog stands alone.
func limitData() {}
