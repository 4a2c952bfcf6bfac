package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// setsVariable names the folder of the sets that link is tried on: 300, 3000 and 10000, each with registrations.csv,
// attendance.csv and truth.csv, and beside them score.py and baseline.py. The sets are no part of this repository.
const setsVariable = "MATCHING_SETS"

// linkBars are the sizes of the sets, and within how many milliseconds link must have answered.
var linkBars = []struct {
	set string
	ms  float64
}{{"300", 20}, {"3000", 150}, {"10000", 1000}}

// linkMemory is the bar of the largest set, in MB.
const linkMemory = 150

// linkRows runs link on each set in turn with the Python baseline that compares by likeness, prints the scorer's figures
// and gives the rows of time and memory. Without the sets it says so and gives none.
func linkRows(dir string) ([]row, error) {
	sets := os.Getenv(setsVariable)
	if sets == "" {
		fmt.Printf("link is not measured: name the folder of its sets in %s\n", setsVariable)
		return nil, nil
	}
	var rows []row
	for _, bar := range linkBars {
		set, out := filepath.Join(sets, bar.set), filepath.Join(dir, "link.csv")
		const rounds = 3
		ours, err := timed(dir, 2*rounds, "link", filepath.Join(set, "registrations.csv"), filepath.Join(set, "attendance.csv"), "-o", out, "--force")
		if err != nil {
			return nil, err
		}
		score, err := pythonFile(sets, "score.py", set, out)
		if err != nil {
			return nil, err
		}
		fmt.Printf("\nlink on %s:\n%s\n", bar.set, score.text)
		rows = append(rows, row{"link " + bar.set, ours.wall.Seconds() * 1000, bar.ms, ours.cpu.Seconds() * 1000, "ms"})
		if bar.set == "10000" {
			rows = append(rows, row{"link " + bar.set + ", memory", float64(ours.memory) / 1024, linkMemory, 0, "MB"})
		}
		// The baseline needs jellyfish (apt-get install python3-jellyfish); without it there is nothing to compare with.
		theirs := time.Duration(0)
		for range rounds {
			run, err := pythonFile(sets, "baseline.py", set, filepath.Join(dir, "baseline.csv"))
			if err != nil {
				fmt.Printf("no comparison with Python: %v\n", err)
				break
			}
			if theirs == 0 || run.cpu < theirs {
				theirs = run.cpu
			}
		}
		if theirs > 0 {
			fmt.Printf("processor time of the Python baseline: %.2f s, %.1f times ours\n", theirs.Seconds(), theirs.Seconds()/ours.cpu.Seconds())
		}
	}
	return rows, nil
}

// answered is what a Python program printed and the processor time that it took.
type answered struct {
	text string
	cpu  time.Duration
}

// pythonFile runs one of the programs beside the sets.
func pythonFile(sets, name string, args ...string) (answered, error) {
	c := exec.Command("/usr/bin/python3", append([]string{filepath.Join(sets, name)}, args...)...)
	text, err := c.CombinedOutput()
	if err != nil {
		lines := strings.Split(strings.TrimSpace(string(text)), "\n")
		return answered{}, fmt.Errorf("%s: %w: %s", name, err, lines[len(lines)-1])
	}
	return answered{strings.TrimSpace(string(text)), c.ProcessState.UserTime() + c.ProcessState.SystemTime()}, nil
}
