//go:build !race

package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// childOf is the child of a process, 0 without.
func childOf(pid int) int {
	lists, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	if err != nil {
		return 0
	}
	for _, list := range lists {
		data, _ := os.ReadFile(list) // a thread may have ended
		if child, err := strconv.Atoi(strings.TrimSpace(string(data))); err == nil {
			return child
		}
	}
	return 0
}

// statOf are the fields of a process in the system's list from its state on, nil when it is gone.
func statOf(pid int) []string {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)) // gone
	_, fields, _ := strings.Cut(string(data), ") ")
	return strings.Fields(fields)
}

// alive tells whether a process runs; one that nobody has asked for its end does not.
func alive(pid int) bool {
	fields := statOf(pid)
	return len(fields) > 0 && fields[0] != "Z" && fields[0] != "X"
}

// ticksOf is a process's processor time, 0 when it is gone.
func ticksOf(pid int) int64 {
	fields := statOf(pid)
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseInt(fields[11], 10, 64) // numbers, as the system writes them
	system, _ := strconv.ParseInt(fields[12], 10, 64)
	return user + system
}

// counted is what the system counts of a process's reading (rchar) or writing (wchar), 0 when it is gone.
func counted(pid int, what string) int64 {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/io", pid)) // gone
	_, rest, _ := strings.Cut(string(data), what+": ")
	n, _, _ := strings.Cut(rest, "\n")
	value, _ := strconv.ParseInt(n, 10, 64) // "" when it is gone
	return value
}

func sizeOf(folder, name string) int64 {
	info, err := os.Stat(filepath.Join(folder, name))
	if err != nil {
		return 0
	}
	return info.Size()
}
