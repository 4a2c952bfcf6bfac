package webinar_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rapporteur/internal/webinar"
)

// said is what an outline says, one fact a line: the form of the expectations in testdata/invented.
func said(o webinar.Outline) string {
	var b strings.Builder
	line := func(name string, parts ...any) {
		text := strings.TrimSpace(strings.TrimSuffix(fmt.Sprintln(parts...), "\n"))
		if text != "" && text != "0" && text != "[]" {
			fmt.Fprintf(&b, "%s: %s\n", name, text)
		}
	}
	line("project", o.Project)
	line("project title", o.ProjectTitle)
	line("title", o.Title)
	if !o.Start.IsZero() {
		line("start", o.Start.Format("Mon 2006-01-02 15:04Z"), o.Zone)
	}
	line("zone words", o.ZoneWords)
	line("minutes", o.DurationMinutes)
	line("language", o.Language)
	line("interpretation", strings.Join(o.Interpretation, " "))
	for _, s := range o.Speakers {
		text := s.Name + " | " + s.Role + " | " + s.Organisation
		if s.Note != "" {
			text += " | note " + s.Note
		}
		if s.Moderator {
			text += " | moderator"
		}
		if s.Review {
			text += " | review"
		}
		line("speaker", text)
	}
	for _, list := range []struct {
		name  string
		lines []string
	}{{"background", o.Background}, {"objective", o.Objectives}, {"outcome", o.ExpectedOutcomes}} {
		for _, text := range list.lines {
			line(list.name, text)
		}
	}
	line("capacity", o.Capacity)
	line("audience", strings.Join(o.Audience, " "))
	line("confirmation days", o.ConfirmationDays)
	if o.WebsiteOnly {
		line("website only", "yes")
	}
	for _, r := range o.Resources {
		line("resource", r.Owner+" | "+r.Title+" | "+r.URL)
	}
	line("result", o.Result)
	line("result groups", strings.Join(o.ResultGroups, " "))
	line("web", o.WebReference)
	var missing []string
	for _, p := range o.Problems {
		if p.Source == "" {
			missing = append(missing, p.Field)
		}
	}
	line("missing", strings.Join(missing, " "))
	for _, p := range o.Problems {
		if p.Source != "" {
			line("problem", p.Field+": "+p.Message)
		}
	}
	return b.String()
}

// Every outline of testdata/invented says what stands beside it, and the same again after it was written and read back.
func TestInventedOutlines(t *testing.T) {
	files, err := filepath.Glob("testdata/invented/*.txtar")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("%d parts, %v", len(archive.Files), err)
			}
			o := readOutline(t, archive.Files[0].Name, archive.Files[0].Data)
			got := said(o)
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(archive.Files[1].Data); got != want {
				t.Errorf("it says otherwise: %s", difference(want, got))
			}
			for kind, write := range writers {
				if again := readOutline(t, kind, write(o)); !reflect.DeepEqual(again, o) {
					t.Errorf("as %s it reads otherwise: %s", kind, difference(asJSON(t, o), asJSON(t, again)))
				}
			}
		})
	}
}
