package guard

import (
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/tabular"
)

func warm(t testing.TB) *Reader {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := &Reader{Command: Command{Path: self, Env: []string{"RAPPORTEUR_TEST_CHILD=serve", "GORACE=atexit_sleep_ms=0"}}}
	r.Warm()
	t.Cleanup(r.Close)
	return r
}

// waiting is the spare of a reader; the one after a reading starts at once, but beside it.
func waiting(r *Reader) *child {
	for {
		r.mu.Lock()
		c := r.spare
		r.mu.Unlock()
		if c != nil {
			return c
		}
		runtime.Gosched()
	}
}

func read(t *testing.T, r *Reader) {
	t.Helper()
	file, err := r.Read(t.Context(), "list.csv", []byte("a,b\nč,d\n"), tabular.Said{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := file.Sheets[0].Rows[1].Cells[0]; got != "č" {
		t.Fatalf("cell %q", got)
	}
}

// Each reading takes the child that waits and leaves another one behind; none is used twice.
func TestSpareIsTakenAndReplaced(t *testing.T) {
	r := warm(t)
	first := waiting(r)
	read(t, r)
	if !first.gone() {
		t.Error("the file was not read by the child that waited")
	}
	second := waiting(r)
	if second.gone() {
		t.Error("the new spare does not wait")
	}
}

// A spare may end while nobody looks: the reading starts its own.
func TestDeadSpare(t *testing.T) {
	r := warm(t)
	c := waiting(r)
	c.kill()
	<-c.ended
	read(t, r)
}

// A spare ends with the program: when its standard input ends, and at Close. None starts after that.
func TestSpareEnds(t *testing.T) {
	r := warm(t)
	c := waiting(r)
	if err := c.in.Close(); err != nil {
		t.Fatal(err)
	}
	<-c.ended
	if c.err == nil || !strings.Contains(c.err.Error(), "exit status 1") {
		t.Errorf("a child whose program is gone ended with %v", c.err)
	}

	r = warm(t)
	c = waiting(r)
	r.Close()
	if !c.gone() {
		t.Error("a child is left behind")
	}
	r.Warm()
	if r.spare != nil {
		t.Error("a spare was started after the end")
	}
	read(t, r)
}

func BenchmarkReadWarm300(b *testing.B) {
	r := warm(b)
	data := []byte(strings.Repeat("Ana,Anić,ana.anic@mail.example,2020-05-28 14:00:00,2020-05-28 16:00:00,120\n", 300))
	for b.Loop() {
		b.StopTimer()
		waiting(r)
		time.Sleep(20 * time.Millisecond) // until it is up
		b.StartTimer()
		if _, err := r.Read(b.Context(), "list.csv", data, tabular.Said{}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
