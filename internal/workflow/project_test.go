package workflow

import (
	"bytes"
	"testing"

	"rapporteur/internal/fault"
	"rapporteur/internal/sample"
)

// An outline that does not name its project is one of the register's only project; of several none is chosen.
func TestOutlineWithoutItsProject(t *testing.T) {
	desk := openUntilEnd(t, t.TempDir(), newCounted())
	unnamed := Upload{Name: "unnamed.txt", Data: []byte("Evidence\n\nDate and hour\t28 May 2020 14h00 (EEST)\nLanguage\tEnglish\nExpected duration\t2 hours\n")}
	if _, err := desk.NewWebinar(t.Context(), unnamed); !fault.Is(err, fault.Invalid) {
		t.Fatalf("in an empty register: %v", err)
	}
	first, err := desk.NewWebinar(t.Context(), Upload{Name: "o.txt", Data: sample.Outline()})
	if err != nil {
		t.Fatal(err)
	}
	second, err := desk.NewWebinar(t.Context(), unnamed)
	if err != nil || second.Project != first.Project {
		t.Fatalf("project %q, want %q: %v", second.Project, first.Project, err)
	}
	said := false
	for _, p := range second.Outline.Problems {
		said = said || p.Field == "project"
	}
	if !said {
		t.Error("nothing says that the outline does not name its project")
	}
	other := bytes.Replace(sample.Outline(), []byte(first.Project), []byte("CyberOther"), 1)
	if _, err := desk.NewWebinar(t.Context(), Upload{Name: "other.txt", Data: other}); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.NewWebinar(t.Context(), unnamed); !fault.Is(err, fault.Invalid) {
		t.Errorf("in a register of two projects: %v", err)
	}
}
