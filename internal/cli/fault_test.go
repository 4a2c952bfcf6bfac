package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/internal/fault"
)

// An officer gets a sentence; what stands behind an error of the program itself goes to the log, and with --json nothing
// but the one object is printed.
func TestFail(t *testing.T) {
	cause := errors.New("disk image is malformed")
	placed := fault.New(fault.Unreadable, "A cell is broken.", "Mend it.").At(fault.Where{File: "a.xlsx", Sheet: "List", Line: 7, Column: "Email"})
	for _, c := range []struct {
		name    string
		err     error
		json    bool
		folder  bool
		printed string
		logged  bool
	}{
		{"refusal", placed, false, true, "A cell is broken.\nWhere: a.xlsx, sheet List, line 7, column Email\nWhat to do: Mend it.\n", false},
		{"refusal as JSON", placed, true, true,
			`{"code":"unreadable","message":"A cell is broken.","hint":"Mend it.","where":{"file":"a.xlsx","sheet":"List","line":7,"column":"Email"}}` + "\n", false},
		{"a refusal's cause is not logged", fault.New(fault.NotFound, "There is none.", "").Because(cause), false, true, "There is none.\n", false},
		{"defect", cause, false, true, internalSentence + "\n" + internalHint + "\n", true},
		{"defect as JSON", cause, true, true, `{"code":"internal"`, true},
		{"defect without a data folder", cause, false, false, internalSentence + "\n" + internalHint + "\nCause: disk image is malformed\n", false},
		{"defect without a data folder as JSON", cause, true, false, `{"code":"internal"`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			if !c.folder {
				folder = filepath.Join(folder, "none")
			}
			words := commands{Data: folder, JSON: c.json}
			var out bytes.Buffer
			if status := words.fail(&out, c.err); status != failed {
				t.Errorf("status %d", status)
			}
			if !strings.HasPrefix(out.String(), c.printed) || strings.Count(out.String(), "\n") != max(1, strings.Count(c.printed, "\n")) {
				t.Errorf("printed %q, not %q", out.String(), c.printed)
			}
			log, err := os.ReadFile(filepath.Join(folder, logFile))
			if logged := err == nil && strings.Contains(string(log), cause.Error()); logged != c.logged {
				t.Errorf("logged: %t", logged)
			}
		})
	}
}

var (
	internalSentence = fault.From(errors.New("any")).Message
	internalHint     = "What to do: " + fault.From(errors.New("any")).Hint
)
