package workflow

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/sample"
)

// counted gives ids and times as the demo does, and knows how many.
type counted struct {
	id         func() string
	now        func() time.Time
	ids, times int
}

func newCounted() *counted { return &counted{id: DemoIDs(), now: DemoClock()} }

func (c *counted) nextID() string {
	c.ids++
	return c.id()
}

func (c *counted) time() time.Time {
	c.times++
	return c.now()
}

// after goes on where another left off.
func after(o counted) *counted {
	c := newCounted()
	for c.ids < o.ids {
		c.nextID()
	}
	for c.times < o.times {
		c.time()
	}
	return c
}

// openAt opens the register of a data folder.
func openAt(t *testing.T, dir string, c *counted) *Desk {
	t.Helper()
	desk, err := Open(t.Context(), dir, Options{Tables: direct{}, Now: c.time, NewID: c.nextID, Who: "test", Charts: pictures})
	if err != nil {
		t.Fatal(err)
	}
	return desk
}

// openUntilEnd opens the register of a data folder until the test ends.
func openUntilEnd(t *testing.T, dir string, c *counted) *Desk {
	t.Helper()
	desk := openAt(t, dir, c)
	t.Cleanup(func() {
		if err := desk.Close(); err != nil {
			t.Error(err)
		}
	})
	return desk
}

// filled is a register that is filled once, however many tests begin with it: reading the sample's files takes longer than
// what most of them look at.
type filled struct {
	fill func(t *testing.T, desk *Desk) (webinar string)

	once sync.Once
	dir  string
	id   string
	made counted
}

// copy opens a copy of the register, which the test may change.
func (k *filled) copy(t *testing.T) (*Desk, string) {
	t.Helper()
	k.once.Do(func() {
		dir, err := os.MkdirTemp(folder, "kept")
		if err != nil {
			t.Fatal(err)
		}
		k.dir = filepath.Join(dir, "data")
		c := newCounted()
		desk := openAt(t, k.dir, c)
		id := k.fill(t, desk)
		if err := desk.Close(); err != nil {
			t.Fatal(err)
		}
		k.id, k.made = id, *c
	})
	if k.id == "" {
		t.Fatal("the register to begin with could not be filled")
	}
	dir := filepath.Join(t.TempDir(), "data")
	if err := os.CopyFS(dir, os.DirFS(k.dir)); err != nil {
		t.Fatal(err)
	}
	return openUntilEnd(t, dir, after(k.made)), k.id
}

var (
	withSeats = filled{fill: func(t *testing.T, desk *Desk) string {
		w, err := desk.NewWebinar(t.Context(), Upload{Name: "o.txt", Data: sample.Outline()})
		if err != nil {
			t.Fatal(err)
		}
		plan, err := desk.PlanRegistrations(t.Context(), w.ID, uploads(sample.Registrations())[:1], ImportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if err := desk.CommitRegistrations(t.Context(), plan); err != nil {
			t.Fatal(err)
		}
		if _, err := desk.Confirm(t.Context(), w.ID, nil, ""); err != nil {
			t.Fatal(err)
		}
		return w.ID
	}}
	withSample = filled{fill: func(t *testing.T, desk *Desk) string {
		w, err := desk.NewSample(t.Context(), func(string) {})
		if err != nil {
			t.Fatal(err)
		}
		return w.ID
	}}
)

// job brings a webinar to the point where its files are imported, and imports some.
func job(t *testing.T, attendance ...int) (*Desk, string) {
	t.Helper()
	desk, id := withSeats.copy(t)
	for _, i := range attendance {
		imported(t, desk, id, i)
	}
	return desk, id
}

// sampleOfItsOwn is the sample webinar, for a test that changes it.
func sampleOfItsOwn(t *testing.T) (*Desk, string) {
	t.Helper()
	return withSample.copy(t)
}
