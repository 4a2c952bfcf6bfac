//go:build race

package guard_test

// smallOnly: the race detector takes many times the memory and time, so that only small files can be tried under it.
const smallOnly = true
