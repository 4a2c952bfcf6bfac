package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"rapporteur/internal/workflow"
)

// takeID keeps the one line of standard output, an id, in a variable: id NAME.
func takeID(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: id NAME")
	}
	id := strings.TrimSpace(ts.ReadFile("stdout"))
	if id == "" || strings.ContainsAny(id, " \n") {
		ts.Fatalf("standard output is no id")
	}
	ts.Setenv(args[0], id)
}

// lookIntoJSON compares a place in a JSON document: json FILE PATH VALUE. FILE may be stdout or stderr. A path is made of
// names, numbers (-1 is the last), filters of lists [name=value], and len for a length, joined by dots.
func lookIntoJSON(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: json FILE PATH VALUE")
	}
	got := at(ts, args[0], args[1])
	if (got == args[2]) == neg {
		ts.Fatalf("%s is %s, not as it should be: %s", args[1], got, args[2])
	}
}

// takeFromJSON keeps a place in a JSON document in a variable: take NAME FILE PATH.
func takeFromJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: take NAME FILE PATH")
	}
	ts.Setenv(args[0], at(ts, args[1], args[2]))
}

// takeFirst keeps the first letters of a text in a variable: first N NAME TEXT.
func takeFirst(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: first N NAME TEXT")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Setenv(args[1], args[2][:n])
}

// compareJSON compares places in two JSON documents: same FILE FILE PATH….
func compareJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: same FILE FILE PATH...")
	}
	for _, path := range args[2:] {
		if one, other := at(ts, args[0], path), at(ts, args[1], path); one != other {
			ts.Fatalf("%s differs: %s and %s", path, one, other)
		}
	}
}

func at(ts *testscript.TestScript, file, path string) string {
	var doc any
	d := json.NewDecoder(strings.NewReader(ts.ReadFile(file)))
	d.UseNumber()
	ts.Check(d.Decode(&doc))
	if d.More() {
		ts.Fatalf("%s holds more than one JSON document", file)
	}
	for _, step := range strings.Split(path, ".") {
		var err error
		if doc, err = walk(doc, step); err != nil {
			ts.Fatalf("%s: %v", path, err)
		}
	}
	if text, ok := doc.(string); ok {
		return text
	}
	text, err := json.Marshal(doc)
	ts.Check(err)
	return string(text)
}

func walk(doc any, step string) (any, error) {
	switch v := doc.(type) {
	case map[string]any:
		if step == "len" {
			return len(v), nil
		}
		if found, ok := v[step]; ok {
			return found, nil
		}
		return nil, fmt.Errorf("no %q", step)
	case []any:
		if step == "len" {
			return len(v), nil
		}
		if filter, ok := strings.CutPrefix(step, "["); ok {
			return filtered(v, strings.TrimSuffix(filter, "]"))
		}
		n, err := strconv.Atoi(step)
		if n < 0 {
			n += len(v)
		}
		if err != nil || n < 0 || n >= len(v) {
			return nil, fmt.Errorf("no %q in a list of %d", step, len(v))
		}
		return v[n], nil
	}
	return nil, fmt.Errorf("nothing is in it at %q", step)
}

func filtered(list []any, filter string) (any, error) {
	name, value, _ := strings.Cut(filter, "=")
	kept := []any{}
	for _, entry := range list {
		object, ok := entry.(map[string]any)
		if !ok {
			return nil, errors.New("a list of no objects")
		}
		if fmt.Sprint(object[name]) == value {
			kept = append(kept, entry)
		}
	}
	return kept, nil
}

// run gives the exit status of a command.
func run(ts *testscript.TestScript, args ...string) int {
	err := ts.Exec(args[0], args[1:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	ts.Check(err)
	return 0
}

// mustRefuse gives a command that has to be refused, once for people and once with --json: refused CODE COMMAND…. The
// status is 1; people get a sentence and a hint, programs one object with the same.
func mustRefuse(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: refused CODE COMMAND...")
	}
	if status := run(ts, args[1:]...); status != 1 {
		ts.Fatalf("the exit status is %d, not 1", status)
	}
	people := ts.ReadFile("stderr")
	if status := run(ts, append(args[1:], "--json")...); status != 1 {
		ts.Fatalf("the exit status with --json is %d, not 1", status)
	}
	var refusal struct {
		Code, Message, Hint string
		Where               *struct{}
	}
	d := json.NewDecoder(strings.NewReader(ts.ReadFile("stderr")))
	ts.Check(d.Decode(&refusal))
	switch {
	case d.More():
		ts.Fatalf("standard error holds more than one object")
	case refusal.Code != args[0]:
		ts.Fatalf("the code is %s, not %s", refusal.Code, args[0])
	case refusal.Where == nil:
		ts.Fatalf("the refusal has no place")
	case !strings.HasSuffix(refusal.Message, ".") || !strings.HasPrefix(people, refusal.Message+"\n"):
		ts.Fatalf("people do not get the sentence %q", refusal.Message)
	case refusal.Hint == "" || !strings.Contains(people, "What to do: "+refusal.Hint+"\n"):
		ts.Fatalf("people do not get the hint %q", refusal.Hint)
	}
}

// mustEndWith gives a command and compares its exit status: status N COMMAND….
func mustEndWith(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND...")
	}
	if status := run(ts, args[1:]...); strconv.Itoa(status) != args[0] {
		ts.Fatalf("the exit status is %d, not %s", status, args[0])
	}
}

// mustMisuse gives a command whose words are wrong: misused COMMAND….
func mustMisuse(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: misused COMMAND...")
	}
	if status := run(ts, args...); status != 2 {
		ts.Fatalf("the exit status is %d, not 2", status)
	}
	if !strings.Contains(ts.ReadFile("stderr"), "rapporteur --help") {
		ts.Fatalf("no word on where help is")
	}
}

// writeRegister writes all that the register says of a webinar: register FILE ID. Two such files are equal when nothing
// changed in between, not even the number of changes.
func writeRegister(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: register FILE ID")
	}
	var all bytes.Buffer
	for _, command := range [][]string{{"webinar", "show"}, {"registrations", "list"}, {"match"}, {"breakdown"}, {"check"}} {
		words := append([]string{"rapporteur", "--json"}, command...)
		if command[0] != "check" {
			words = append(words, args[1])
		}
		if status := run(ts, words...); status != 0 {
			ts.Fatalf("%s: exit status %d", command[0], status)
		}
		all.WriteString(ts.ReadFile("stdout"))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), all.Bytes(), 0o600))
}

// replaceInFile writes a file with some text of it replaced: replace FROM TO OLD NEW [OLD NEW]….
func replaceInFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 4 || len(args)%2 != 0 {
		ts.Fatalf("usage: replace FROM TO OLD NEW...")
	}
	text := ts.ReadFile(args[0])
	for i := 2; i < len(args); i += 2 {
		if !strings.Contains(text, args[i]) {
			ts.Fatalf("%s does not hold %q", args[0], args[i])
		}
		text = strings.ReplaceAll(text, args[i], args[i+1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o600))
}

// whileHeld runs a command while this process has the register open: held COMMAND….
func whileHeld(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: held COMMAND...")
	}
	desk, err := workflow.Open(context.Background(), ts.Getenv("RAPPORTEUR_DATA"), workflow.Options{
		Now: time.Now, NewID: func() string { return "" }, Who: "another window"})
	ts.Check(err)
	defer func() { ts.Check(desk.Close()) }()
	if args[0] == "refused" {
		mustRefuse(ts, false, args[1:])
		return
	}
	ts.Check(ts.Exec(args[0], args[1:]...))
}
