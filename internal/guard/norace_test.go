//go:build !race

package guard_test

const smallOnly = false
