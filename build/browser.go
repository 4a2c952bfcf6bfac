package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
)

// browserRows are the figures of the screens in a browser: what its own script measured.
func browserRows() ([]row, error) {
	c := exec.Command("npx", "vite-node", "e2e/bench.ts")
	c.Dir, c.Stderr = "frontend", os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("the screens cannot be measured: %w", err)
	}
	var measured []struct {
		Name, Unit string
		Ours, Bar  float64
	}
	if err := json.Unmarshal(out, &measured); err != nil {
		return nil, fmt.Errorf("the screens cannot be measured: %w: %s", err, out)
	}
	var rows []row
	for _, m := range measured {
		rows = append(rows, row{name: m.Name, ours: m.Ours, bar: m.Bar, unit: m.Unit})
	}
	return rows, nil
}
