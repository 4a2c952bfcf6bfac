package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// contest is work that we and rivals do on one file: ours is a benchmark of package workflow. times is how many times as
// fast as a rival we mean to be.
type contest struct {
	name, file, ours string
	against          []rival
	times            []float64
}

// rounds is how often each contestant works; they take turns, so that a busy moment of the machine meets them all.
const rounds = 5

// importRows reads and imports large files beside other programs and prints how many times as fast as each we are, by the
// clock and by processor time, beside what we mean to be.
func importRows(dir string) error {
	csv, program := filepath.Join(dir, "attendance.csv"), filepath.Join(dir, "workflow.test")
	if err := writeFile(csv, 100_000); err != nil {
		return err
	}
	if err := sh("go", "test", "-trimpath", "-c", "-o", program, "./internal/workflow"); err != nil {
		return err
	}
	contests := []contest{
		{"100,000 rows to records", csv, "Records", []rival{pandas, duckdb}, []float64{5, 1}},
		{"100,000 rows to the register", csv, "Commit", []rival{sqliteImport}, []float64{3}},
		{"20,000 rows of a workbook", filepath.Join(dir, "attendance.xlsx"), "Workbook", []rival{openpyxl}, []float64{3}},
	}
	fmt.Printf("\n%-30s %-34s %10s %10s %8s %12s %6s\n", "median", "beside", "ours", "theirs", "times", "by processor", "meant")
	for _, c := range contests {
		if err := c.hold(dir, program); err != nil {
			return err
		}
	}
	return nil
}

func (c contest) hold(dir, program string) error {
	ours := func() (spent, error) { return goBenchmark(program, c.ours, c.file) }
	if _, err := ours(); err != nil { // warm, and makes the workbook
		return err
	}
	var own []spent
	theirs := make([][]spent, len(c.against))
	missing := make([]error, len(c.against))
	for i, r := range c.against {
		missing[i] = r.ready(dir)
	}
	for range rounds {
		took, err := ours()
		if err != nil {
			return err
		}
		own = append(own, took)
		for i, r := range c.against {
			if missing[i] != nil {
				continue
			}
			if took, err = r.run(dir, c.file); err != nil {
				return err
			}
			theirs[i] = append(theirs[i], took)
		}
	}
	we := medians(own)
	for i, r := range c.against {
		if missing[i] != nil {
			fmt.Printf("%-30s %-34s %7.0f ms  not available: %s\n", c.name, r.name, we.wall.Seconds()*1000, r.install)
			continue
		}
		they := medians(theirs[i])
		fmt.Printf("%-30s %-34s %7.0f ms %7.0f ms %8.2f %12.2f %6.0f\n", c.name, r.name, we.wall.Seconds()*1000, they.wall.Seconds()*1000,
			they.wall.Seconds()/we.wall.Seconds(), they.cpu.Seconds()/we.cpu.Seconds(), c.times[i])
	}
	return nil
}

func medians(all []spent) spent {
	of := func(field func(spent) time.Duration) time.Duration {
		var list []time.Duration
		for _, s := range all {
			list = append(list, field(s))
		}
		slices.Sort(list)
		return list[len(list)/2]
	}
	return spent{wall: of(func(s spent) time.Duration { return s.wall }), cpu: of(func(s spent) time.Duration { return s.cpu })}
}

var benchmarkLine = regexp.MustCompile(`(?m)^Benchmark\S+\s+\d+\s+([0-9.]+) ns/op\s+([0-9.]+) cpu-ms/op`)

// goBenchmark runs a benchmark of package workflow once on a file.
func goBenchmark(program, name, file string) (spent, error) {
	c := exec.Command(program, "-test.run", "^$", "-test.bench", "^Benchmark"+name+"$", "-test.benchtime", "1x")
	c.Dir = filepath.Join("internal", "workflow")
	c.Env = append(os.Environ(), "RAPPORTEUR_BENCH_FILE="+file)
	out, err := c.CombinedOutput()
	m := benchmarkLine.FindStringSubmatch(string(out))
	if err != nil || m == nil {
		return spent{}, errors.Join(fmt.Errorf("%s: %s", name, out), err)
	}
	ns, err := strconv.ParseFloat(m[1], 64)
	cpu, err2 := strconv.ParseFloat(m[2], 64)
	return spent{wall: time.Duration(ns), cpu: time.Duration(cpu * 1e6)}, errors.Join(err, err2)
}

func writeFile(path string, rows int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(writeAttendance(f, rows), f.Close())
}
