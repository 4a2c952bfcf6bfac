package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// row is one line of the benchmark: what was measured, against the bar it must stay under.
type row struct {
	name      string
	ours, bar float64
	unit      string
}

// bench measures the commands and the report and prints each figure with its share of the bar.
func bench() error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	register := filepath.Join(dir, "register")
	start, _, err := timed(register, 40, "version")
	if err != nil {
		return err
	}
	if _, _, err := timed(register, 1, "webinar", "new", filepath.Join("internal", "sample", "files", "outline-sample.txt")); err != nil {
		return err
	}
	listed, _, err := timed(register, 40, "webinar", "list")
	if err != nil {
		return err
	}
	wall, memory, err := timed(register, 7, "demo", "-o", dir)
	if err != nil {
		return err
	}
	pages, err := benchmark("./internal/render/pdf", "BenchmarkWrite30Pages")
	if err != nil {
		return err
	}
	rows := []row{
		{"start of a command: version", start.Seconds() * 1000, 20, "ms"},
		{"start of a command: webinar list", listed.Seconds() * 1000, 20, "ms"},
		{"demo, wall", wall.Seconds(), 2, "s"},
		{"demo, memory", float64(memory) / 1024, 250, "MB"},
		{"report of 30 pages, charts cached", pages.Seconds() * 1000, 100, "ms"},
	}
	fmt.Printf("\n%-36s %10s %10s %8s\n", "median", "ours", "bar", "ratio")
	for _, r := range rows {
		fmt.Printf("%-36s %7.1f %-2s %7.0f %-2s %8.2f\n", r.name, r.ours, r.unit, r.bar, r.unit, r.ours/r.bar)
	}
	return nil
}

// timed runs the program n times on a register after one warm run and gives the median wall time and the largest resident
// size in KB.
func timed(register string, n int, args ...string) (time.Duration, int64, error) {
	var walls []time.Duration
	var largest int64
	for i := range n + 1 {
		c := exec.Command(binary(), args...)
		c.Env = append(os.Environ(), "RAPPORTEUR_DATA="+register)
		from := time.Now()
		if out, err := c.CombinedOutput(); err != nil {
			return 0, 0, fmt.Errorf("%s: %w: %s", strings.Join(args, " "), err, out)
		}
		if i == 0 {
			continue
		}
		walls = append(walls, time.Since(from))
		if u, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
			largest = max(largest, u.Maxrss)
		}
	}
	slices.Sort(walls)
	return walls[len(walls)/2], largest, nil
}

var perOp = regexp.MustCompile(`(?m)^Benchmark\S+\s+\d+\s+([0-9.]+) ns/op`)

// benchmark runs one Go benchmark and gives its median time.
func benchmark(pkg, name string) (time.Duration, error) {
	out, err := exec.Command("go", "test", "-trimpath", "-run", "^$", "-bench", "^"+name+"$", "-count", "5", pkg).CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("%s: %w: %s", name, err, out)
	}
	var times []float64
	for _, m := range perOp.FindAllStringSubmatch(string(out), -1) {
		ns, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			return 0, err
		}
		times = append(times, ns)
	}
	if len(times) == 0 {
		return 0, fmt.Errorf("%s printed no time", name)
	}
	slices.Sort(times)
	return time.Duration(times[len(times)/2]), nil
}
