package guard_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/guard"
	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// behaviour is the variable that makes the test binary a child: "serve" is the real one, the others go wrong.
const behaviour = "RAPPORTEUR_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(behaviour) {
	case "serve":
		status := guard.ServeChild(os.Stdin, os.Stdout)
		leaveUse()
		os.Exit(status)
	case "crash":
		panic("a defect of a library")
	case "tell": // how far it is, and nothing more
		fmt.Print("P\x00\x00\x00\x01\x00\x00\x00\x04")
		hang()
	case "chatter":
		for {
			if _, err := os.Stdout.WriteString("P\x00\x00\x00\x01\x00\x00\x00\x04"); err != nil {
				os.Exit(1)
			}
		}
	case "hang":
		hang()
	case "hoard":
		go guard.ServeChild(io.MultiReader(strings.NewReader("\x04list"), blockedReader{}), os.Stdout)
		var hoard [][]byte
		for {
			hoard = append(hoard, bytes.Repeat([]byte{1}, 16<<20))
			runtime.KeepAlive(hoard)
		}
	case "refused":
		fmt.Fprintln(os.Stderr, "fatal error: runtime: out of memory")
		os.Exit(2)
	case "garbage":
		fmt.Println("PASS")
		os.Exit(0)
	case "stop":
		fmt.Print("table 1\nF\x05utf-8")
		os.Exit(0)
	case "lie":
		fmt.Print("table 1\nF\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\xff\x7f")
		os.Exit(0)
	case "flood":
		for block := bytes.Repeat([]byte("x"), 1<<20); ; {
			if _, err := os.Stdout.Write(block); err != nil {
				os.Exit(1)
			}
		}
	}
	os.Exit(m.Run())
}

// hang waits for what nobody writes; an empty select ends as a deadlock.
func hang() {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	_, _ = r.Read(make([]byte, 1))
	runtime.KeepAlive(w)
}

// blockedReader is a request that never ends, so that only the watchdog runs.
type blockedReader struct{}

func (blockedReader) Read([]byte) (int, error) { select {} }

func reader(t testing.TB, as string) *guard.Reader {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return &guard.Reader{Command: guard.Command{Path: self, Env: []string{behaviour + "=" + as, atOnce}}}
}

// atOnce: under the race detector a process waits a second before it ends.
const atOnce = "GORACE=atexit_sleep_ms=0"

// The child's answer is what tabular.Read gives in the program itself.
func TestReadEqualsTabular(t *testing.T) {
	files, err := filepath.Glob("testdata/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample files: %v", err)
	}
	guarded := reader(t, "serve")
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			want, wantErr := tabular.Read("file", data, tabular.Limits{})
			got, gotErr := guarded.Read(t.Context(), "file", data, tabular.Said{}, nil)
			if (wantErr == nil) != (gotErr == nil) {
				t.Fatalf("error %v, want %v", gotErr, wantErr)
			}
			if wantErr != nil {
				w, g := fault.From(wantErr), fault.From(gotErr)
				if w.Code != g.Code || w.Message != g.Message || w.Hint != g.Hint || w.Where != g.Where {
					t.Fatalf("fault %+v, want %+v", g, w)
				}
				return
			}
			if !reflect.DeepEqual(want, got) {
				t.Fatalf("the answer differs: %d sheets, %d problems", len(got.Sheets), len(got.Problems))
			}
		})
	}
}

func TestChildGoesWrong(t *testing.T) {
	for as, want := range map[string]fault.Code{
		"crash": fault.Unreadable, "hoard": fault.TooLarge, "refused": fault.TooLarge, "garbage": fault.Internal, "stop": fault.Internal,
		"lie": fault.Internal, "flood": fault.TooLarge, "chatter": fault.TooLarge,
	} {
		t.Run(as, func(t *testing.T) {
			_, err := reader(t, as).Read(t.Context(), "list.csv", []byte("a,b\n"), tabular.Said{}, nil)
			wantFault(t, err, want)
			if at := fault.From(err).Where.File; at != "list.csv" {
				t.Errorf("the fault names the file %q", at)
			}
		})
	}
}

func TestDeadline(t *testing.T) {
	r := reader(t, "hang")
	r.Deadline = 50 * time.Millisecond
	_, err := r.Read(t.Context(), "list.csv", bytes.Repeat([]byte("a,b\n"), 1<<20), tabular.Said{}, nil)
	wantFault(t, err, fault.TooLarge)
}

func TestCallerGivesUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := reader(t, "serve").Read(ctx, "list.csv", []byte("a,b\n"), tabular.Said{}, nil); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want the caller's own", err)
	}
}

// Who waits is told how far the child is, and may end it meanwhile, by the watch or by the context: the child is gone when
// the reading comes back.
func TestEndedMeanwhile(t *testing.T) {
	silent := reader(t, "tell")
	silent.Deadline = time.Hour
	var at []int
	_, err := silent.Read(t.Context(), "list.csv", []byte("a,b\n"), tabular.Said{}, func(done, total int) bool {
		at = append(at, done, total)
		return false
	})
	if !errors.Is(err, progress.ErrEnded) || !slices.Equal(at, []int{1, 4}) {
		t.Errorf("told %v, then %v", at, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	if _, err = silent.Read(ctx, "list.csv", []byte("a,b\n"), tabular.Said{}, func(int, int) bool { stop(); return true }); !errors.Is(err, context.Canceled) {
		t.Errorf("ended by the context: %v", err)
	}
	data := []byte(strings.Repeat("Ana,Anić,ana.anic@mail.example\n", 50_000))
	last := 0
	file, err := reader(t, "serve").Read(t.Context(), "list.csv", data, tabular.Said{}, func(done, total int) bool {
		if done < last || total != len(data) {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
		return true
	})
	if err != nil || len(file.Sheets[0].Rows) != 50_000 {
		t.Errorf("while it is watched: %v", err)
	}
}

func TestNoSuchProgram(t *testing.T) {
	r := &guard.Reader{Command: guard.Command{Path: filepath.Join(t.TempDir(), "gone")}}
	_, err := r.Read(t.Context(), "list.csv", []byte("a,b\n"), tabular.Said{}, nil)
	wantFault(t, err, fault.Internal)
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the cause is %v", errors.Unwrap(err))
	}
}

func wantFault(t *testing.T, err error, code fault.Code) {
	t.Helper()
	if !fault.Is(err, code) {
		var exit *exec.ExitError
		errors.As(err, &exit)
		t.Fatalf("error %v (child: %v), want code %s", err, exit, code)
	}
}

func BenchmarkRead300(b *testing.B) {
	r := reader(b, "serve")
	data := []byte(strings.Repeat("Ana,Anić,ana.anic@mail.example,2020-05-28 14:00:00,2020-05-28 16:00:00,120\n", 300))
	for b.Loop() {
		if _, err := r.Read(b.Context(), "list.csv", data, tabular.Said{}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// The largest table there may be stays within the child's memory.
func BenchmarkReadLargest(b *testing.B) {
	r := reader(b, "serve")
	data := bytes.Repeat([]byte(strings.Repeat("Čaušević Čaušević Čau,", 19)+"Č\n"), 120_000)
	for b.Loop() {
		if _, err := r.Read(b.Context(), "list.csv", data, tabular.Said{}, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(data)))
}
