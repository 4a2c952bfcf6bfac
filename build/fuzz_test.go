package main

import (
	"path/filepath"
	"slices"
	"testing"
)

// The packages that read foreign bytes are fuzzed, without a list that could be forgotten.
func TestFuzzed(t *testing.T) {
	found, err := fuzzed(filepath.Join("..", "internal"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tabular", "registration", "attendance", "engagement", "webinar", "beneficiary", "sector", "identity", filepath.Join("render", "pdf")} {
		if !slices.Contains(found, filepath.Join("..", "internal", name)) {
			t.Errorf("%s is not fuzzed", name)
		}
	}
}

// A fuzzer that came to the end of its time has found nothing; everything else that it calls a failure is one.
func TestRanOut(t *testing.T) {
	const begin = "fuzz: elapsed: 2s, execs: 10629 (5139/sec), new interesting: 54 (total: 72)\n--- FAIL: FuzzSheet (2.07s)\n"
	for _, c := range []struct {
		out  string
		want bool
	}{
		{begin + "    context deadline exceeded\nFAIL\n", true},
		{begin + "    --- FAIL: FuzzSheet (0.00s)\n        testing.go:1: panic: context deadline exceeded\n    \n    Failing input written to testdata/fuzz/FuzzSheet/1\nFAIL\n", false},
		{begin + "    fuzzing process hung or terminated unexpectedly: exit status 2\nFAIL\n", false},
		{begin + "    context deadline exceeded\n    Failing input written to testdata/fuzz/FuzzSheet/1\nFAIL\n", false},
	} {
		if got := ranOut([]byte(c.out)); got != c.want {
			t.Errorf("%q: %t", c.out, got)
		}
	}
}
