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
