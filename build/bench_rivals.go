package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// rival is another program that does the same work, on the same file, in the same run. The files it needs are found or
// made in dir; install says how to get it where it is not there.
type rival struct {
	name, install string
	ready         func(dir string) error
	run           func(dir, file string) (spent, error)
}

// The rivals by what they do. Nothing but this benchmark needs them.
var (
	pandas = rival{"pandas read_csv, dates read", "apt-get install python3-pandas", python("import pandas"), script(`
import sys, time
import pandas as pd
def work():
    table = pd.read_csv(sys.argv[1], skiprows=5, encoding="utf-8-sig")
    for column in ("Registration Time", "Join Time", "Leave Time"):
        table[column] = pd.to_datetime(table[column], format="%b %d, %Y %H:%M:%S")
    assert len(table) > 100
`)}
	openpyxl = rival{"openpyxl, read-only", "apt-get install python3-openpyxl", python("import openpyxl"), script(`
import sys, time
import openpyxl
def work():
    book = openpyxl.load_workbook(sys.argv[1], read_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    assert sum(1 for row in sheet.iter_rows(values_only=True)) > 100
`)}
	sqliteImport = rival{"sqlite3 .import, synchronous=FULL", "apt-get install sqlite3", func(string) error {
		_, err := exec.LookPath("sqlite3")
		return err
	}, func(dir, file string) (spent, error) {
		at := filepath.Join(dir, "rival.db")
		for _, name := range []string{at, at + "-wal", at + "-shm"} {
			_ = os.Remove(name)
		}
		return once(exec.Command("sqlite3", "-bail", at, "PRAGMA journal_mode=WAL;", "PRAGMA synchronous=FULL;", ".import --csv --skip 5 "+file+" attendance"))
	}}
	duckdb = rival{"DuckDB read_csv, dates read", "npm install @duckdb/node-api, where the registry has it", func(dir string) error {
		if exists(filepath.Join(dir, "node_modules", "@duckdb", "node-api")) {
			return nil
		}
		c := exec.Command("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", dir, "@duckdb/node-api@1.5.6-r.1")
		return c.Run()
	}, func(dir, file string) (spent, error) {
		at := filepath.Join(dir, "duckdb.mjs")
		if err := os.WriteFile(at, []byte(duckdbScript), 0o644); err != nil {
			return spent{}, err
		}
		return told(exec.Command("node", at, file))
	}}
)

const duckdbScript = `import { DuckDBInstance } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const work = async (name) => {
  await connection.run("CREATE TABLE " + name + " AS SELECT * FROM read_csv('" + process.argv[2] +
    "', skip=5, header=true, delim=',', quote='\"', timestampformat='%b %d, %Y %H:%M:%S')");
};
await work("warm");
const types = await connection.runAndReadAll("SELECT count(*) FROM duckdb_columns() WHERE table_name = 'warm' AND data_type = 'TIMESTAMP'");
if (Number(types.getRows()[0][0]) !== 3) throw new Error("the dates were not read");
const [wall, cpu] = [performance.now(), process.cpuUsage()];
await work("timed");
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({ wall: (performance.now() - wall) / 1000, cpu: (used.user + used.system) / 1e6 }));
`

func python(statement string) func(string) error {
	return func(string) error { return exec.Command("/usr/bin/python3", "-c", statement).Run() }
}

// script times the function work of a Python program, without the start of Python and after one warm run.
func script(text string) func(dir, file string) (spent, error) {
	text += `
work()
wall, cpu = time.perf_counter(), time.process_time()
work()
print('{"wall": %f, "cpu": %f}' % (time.perf_counter() - wall, time.process_time() - cpu))
`
	return func(_, file string) (spent, error) { return told(exec.Command("/usr/bin/python3", "-c", text, file)) }
}

// told runs a program that prints the wall and processor time it took, in seconds.
func told(c *exec.Cmd) (spent, error) {
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return spent{}, fmt.Errorf("%s: %w: %s", c.Path, err, out)
	}
	var took struct{ Wall, CPU float64 }
	if err := json.Unmarshal([]byte(strings.TrimSpace(string(out))), &took); err != nil {
		return spent{}, fmt.Errorf("%s: %w: %s", c.Path, err, out)
	}
	return spent{wall: seconds(took.Wall), cpu: seconds(took.CPU), memory: peak(c.ProcessState)}, nil
}

func seconds(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }

// once runs a program and takes its whole time.
func once(c *exec.Cmd) (spent, error) {
	from := time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		return spent{}, fmt.Errorf("%s: %w: %s", c.Path, err, out)
	}
	return spent{wall: time.Since(from), cpu: c.ProcessState.UserTime() + c.ProcessState.SystemTime()}, nil
}
