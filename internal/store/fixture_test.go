package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/internal/webinar"
)

// newestSchema is the number of the last migration.
func newestSchema(t testing.TB) int {
	t.Helper()
	return len(must[[]migration](t)(readMigrations(embedded)))
}

// TestEveryEarlierRegisterOpens opens a register of every schema there ever was, kept in testdata, and compares what can
// be read from it. With -update the register of the newest schema is made anew; those of earlier ones never are.
func TestEveryEarlierRegisterOpens(t *testing.T) {
	newest := newestSchema(t)
	if *update {
		dir := t.TempDir()
		s := must[*Store](t)(Open(context.Background(), dir, testOptions()))
		fullRegister(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		data := must[[]byte](t)(os.ReadFile(filepath.Join(dir, registerFile)))
		if err := os.WriteFile(fmt.Sprintf("testdata/register-%04d.db", newest), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for version := 1; version <= newest; version++ {
		name := fmt.Sprintf("testdata/register-%04d", version)
		t.Run(filepath.Base(name), func(t *testing.T) {
			dir := t.TempDir()
			data := must[[]byte](t)(os.ReadFile(name + ".db"))
			if err := os.WriteFile(filepath.Join(dir, registerFile), data, 0o600); err != nil {
				t.Fatal(err)
			}
			s := mustOpen(t, dir)
			if report := must[Report](t)(s.Check(context.Background())); len(report.Findings) > 0 {
				t.Errorf("%+v", report.Findings)
			}
			var got strings.Builder
			for _, w := range must[[]webinar.Webinar](t)(s.Webinars(context.Background())) {
				got.WriteString(dump(t, s, w.ID))
			}
			if *update {
				if err := os.WriteFile(name+".txt", []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			equal(t, got.String(), string(must[[]byte](t)(os.ReadFile(name+".txt"))))
		})
	}
}
