package workflow

import (
	"os"
	"testing"

	"rapporteur/internal/attendance"
	"rapporteur/internal/guard"
	"rapporteur/internal/intake"
	"rapporteur/internal/sample"
	"rapporteur/internal/tabular"
)

// benchFile names the attendance file of these benchmarks, which go run ./build bench makes.
const benchFile = "RAPPORTEUR_BENCH_FILE"

// benchChild makes the test binary the guarded child that reads tables.
const benchChild = "RAPPORTEUR_BENCH_CHILD"

func large(b *testing.B) (*guard.Reader, []byte) {
	b.Helper()
	path := os.Getenv(benchFile)
	if path == "" {
		b.Skip("run by go run ./build bench")
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
	return tables, data
}

// BenchmarkRecords is a file's bytes to validated records.
func BenchmarkRecords(b *testing.B) {
	tables, data := large(b)
	for b.Loop() {
		file, err := tables.Read(b.Context(), "attendee.csv", data, tabular.Said{})
		if err != nil {
			b.Fatal(err)
		}
		claim, err := intake.DetectAs(*file, intake.Attendance)
		if err != nil {
			b.Fatal(err)
		}
		reading, err := intake.ReadAttendance(*file, claim, attendance.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if len(reading.Records) < 300 {
			b.Fatal("records are missing")
		}
	}
}

// BenchmarkCommit is a file's bytes to records of the register, planned and saved for good.
func BenchmarkCommit(b *testing.B) {
	tables, data := large(b)
	for b.Loop() {
		b.StopTimer()
		desk, err := Open(b.Context(), b.TempDir(), Options{Tables: tables, Now: DemoClock(), NewID: DemoIDs(), Who: "bench", Charts: pictures})
		if err != nil {
			b.Fatal(err)
		}
		w, err := desk.NewWebinar(b.Context(), Upload{Name: "o.txt", Data: sample.Outline()})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
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
	}
}
