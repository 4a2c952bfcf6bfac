//go:build unix

package workflow

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"rapporteur/internal/attendance"
	"rapporteur/internal/guard"
	"rapporteur/internal/intake"
	"rapporteur/internal/sample"
	"rapporteur/internal/tabular"
)

// speed gives the file of these benchmarks, which go run ./build bench makes, and a reader with its child waiting. The work
// is done once before it is measured; work gives the part of it that counts.
func speed(b *testing.B, work func(tables *guard.Reader, data []byte, from func())) {
	b.Helper()
	path := os.Getenv("RAPPORTEUR_BENCH_FILE")
	if path == "" {
		b.Skip("go run ./build bench runs this one")
	}
	if _, err := os.Stat(path); strings.HasSuffix(path, ".xlsx") && os.IsNotExist(err) {
		makeWorkbook(b, path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	tables := &guard.Reader{Command: guard.Command{Path: self, Env: []string{benchChild + "=1"}}}
	tables.Warm()
	b.Cleanup(tables.Close)
	work(tables, data, func() {})
	var cpu time.Duration
	for b.Loop() {
		b.StopTimer()
		var before time.Duration
		work(tables, data, func() { before = processor(b); b.StartTimer() })
		cpu += processor(b) - before
	}
	b.ReportMetric(cpu.Seconds()*1000/float64(b.N), "cpu-ms/op")
}

// processor is the processor time of this process and of the children that ended.
func processor(b *testing.B) time.Duration {
	sum := time.Duration(0)
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var u syscall.Rusage
		if err := syscall.Getrusage(who, &u); err != nil {
			b.Fatal(err)
		}
		sum += time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	return sum
}

// BenchmarkRecords is a file's bytes to validated records.
func BenchmarkRecords(b *testing.B) {
	speed(b, func(tables *guard.Reader, data []byte, from func()) {
		from()
		file, err := tables.Read(b.Context(), "attendee.csv", data, tabular.Said{}, nil)
		if err != nil {
			b.Fatal(err)
		}
		claim, err := intake.DetectAs(*file, intake.Attendance)
		if err != nil {
			b.Fatal(err)
		}
		reading, err := intake.ReadAttendance(*file, claim, attendance.Options{})
		if err != nil || reading.Rows < 300 || reading.Rows != len(reading.Records) {
			b.Fatal(reading.Rows, err)
		}
	})
}

// BenchmarkCommit is a file's bytes to records of the register, planned, compared and saved for good.
func BenchmarkCommit(b *testing.B) {
	speed(b, func(tables *guard.Reader, data []byte, from func()) {
		desk, err := Open(b.Context(), b.TempDir(), Options{Tables: tables, Now: DemoClock(), NewID: DemoIDs(), Who: "bench", Charts: pictures})
		if err != nil {
			b.Fatal(err)
		}
		w, err := desk.NewWebinar(b.Context(), Upload{Name: "o.txt", Data: sample.Outline()})
		if err != nil {
			b.Fatal(err)
		}
		from()
		plan, err := desk.PlanAttendance(b.Context(), w.ID, []Upload{{Name: "attendee.csv", Data: data}}, ImportOptions{})
		if err != nil {
			b.Fatal(err)
		}
		if err := desk.CommitAttendance(b.Context(), plan); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := desk.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	})
}

// BenchmarkWorkbook is a workbook's bytes to rows of text.
func BenchmarkWorkbook(b *testing.B) {
	speed(b, func(tables *guard.Reader, data []byte, from func()) {
		from()
		file, err := tables.Read(b.Context(), "attendee.xlsx", data, tabular.Said{}, nil)
		if err != nil || len(file.Sheets) != 1 || len(file.Sheets[0].Rows) < 300 {
			b.Fatal(err)
		}
	})
}

// makeWorkbook writes the first 20,000 rows of the text file beside it.
func makeWorkbook(b *testing.B, path string) {
	b.Helper()
	data, err := os.ReadFile(strings.TrimSuffix(path, ".xlsx") + ".csv")
	if err != nil {
		b.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	book := excelize.NewFile()
	w, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for line := 1; line <= 20_000; line++ {
		cells, err := r.Read()
		if err != nil {
			b.Fatal(err)
		}
		row := make([]any, len(cells))
		for i, c := range cells {
			row[i] = c
		}
		at, err := excelize.CoordinatesToCellName(1, line)
		if err != nil {
			b.Fatal(err)
		}
		if err := w.SetRow(at, row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := book.SaveAs(path); err != nil {
		b.Fatal(err)
	}
}
