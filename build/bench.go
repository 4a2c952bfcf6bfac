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
	"time"
)

// row is one line of the benchmark: what was measured, against the bar it must stay under. cpu is the processor time of a
// row that measures wall time, which says more on a busy machine; 0 for others.
type row struct {
	name           string
	ours, bar, cpu float64
	unit           string
}

// bench measures the commands and the report and prints each figure with its share of the bar.
func bench() error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	register := filepath.Join(dir, "register")
	start, err := timed(register, 40, "version")
	if err != nil {
		return err
	}
	if _, err := timed(register, 1, "webinar", "new", filepath.Join("internal", "sample", "files", "outline-sample.txt")); err != nil {
		return err
	}
	listed, err := timed(register, 40, "webinar", "list")
	if err != nil {
		return err
	}
	demo, err := timed(register, 7, "demo", "-o", dir)
	if err != nil {
		return err
	}
	pages, err := benchmark("./internal/render/pdf", "BenchmarkWrite30Pages")
	if err != nil {
		return err
	}
	screens := map[string]time.Duration{"BenchmarkCall": 0, "BenchmarkWhatIf300": 0, "BenchmarkFilter10000": 0}
	for name := range screens {
		if screens[name], err = benchmark("./internal/web", name); err != nil {
			return err
		}
	}
	imports, err := serveRows(dir)
	if err != nil {
		return err
	}
	browser, err := browserRows()
	if err != nil {
		return err
	}
	ms := func(d time.Duration) float64 { return d.Seconds() * 1000 }
	rows := []row{
		{"start of a command: version", ms(start.wall), 20, ms(start.cpu), "ms"},
		{"start of a command: webinar list", ms(listed.wall), 20, ms(listed.cpu), "ms"},
		{"demo, wall", demo.wall.Seconds(), 2, demo.cpu.Seconds(), "s"},
		{"demo, memory", float64(demo.memory) / 1024, 250, 0, "MB"},
		{"report of 30 pages, charts cached", ms(pages), 100, 0, "ms"},
		{"a screen's call", ms(screens["BenchmarkCall"]), 2, 0, "ms"},
		{"what-if rule for 300 people", ms(screens["BenchmarkWhatIf300"]), 50, 0, "ms"},
		{"filter over 10,000 registrations", ms(screens["BenchmarkFilter10000"]), 50, 0, "ms"},
	}
	links, err := linkRows(dir)
	if err != nil {
		return err
	}
	persons, err := personRows()
	if err != nil {
		return err
	}
	rows = slices.Concat(rows, imports, links, persons, browser)
	fmt.Printf("\n%-36s %10s %10s %8s %10s\n", "median", "ours", "bar", "ratio", "processor")
	for _, r := range rows {
		fmt.Printf("%-36s %7.1f %-2s %7.0f %-2s %8.2f", r.name, r.ours, r.unit, r.bar, r.unit, r.ours/r.bar)
		if r.cpu > 0 {
			fmt.Printf(" %7.1f %-2s", r.cpu, r.unit)
		}
		fmt.Println()
	}
	return importRows(dir)
}

// spent is what a command took: medians of wall and processor time, and the largest resident size in KB.
type spent struct {
	wall, cpu time.Duration
	memory    int64
}

// timed runs the program n times on a register, after one warm run.
func timed(register string, n int, args ...string) (spent, error) {
	var walls, cpus []time.Duration
	var out spent
	for i := range n + 1 {
		c := exec.Command(binary(), args...)
		c.Env = append(os.Environ(), "RAPPORTEUR_DATA="+register)
		from := time.Now()
		if text, err := c.CombinedOutput(); err != nil {
			return spent{}, fmt.Errorf("%s: %w: %s", strings.Join(args, " "), err, text)
		}
		if i == 0 {
			continue
		}
		walls = append(walls, time.Since(from))
		cpus = append(cpus, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
		out.memory = max(out.memory, peak(c.ProcessState))
	}
	slices.Sort(walls)
	slices.Sort(cpus)
	out.wall, out.cpu = walls[len(walls)/2], cpus[len(cpus)/2]
	return out, nil
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
