//go:build !linux

package guard_test

import "testing"

// useFile names no file: what a process needed is asked of Linux only.
const useFile = "RAPPORTEUR_TEST_USE"

func leaveUse() {}

func wantLittleUse(*testing.T, string, error) {}
