//go:build unix

package store

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/fault"
)

func init() {
	children["update"] = childUpdates
	children["torn update"] = childTearsUpdate
}

// grown is first with enough rows that an update takes its time; regrown rebuilds both its tables.
const (
	grown = first + `
INSERT INTO child WITH RECURSIVE n (id) AS (SELECT 100 UNION ALL SELECT id + 1 FROM n WHERE id < 30099) SELECT id, 1 FROM n;`
	regrown = rebuild + `
CREATE TABLE new_child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id), note TEXT NOT NULL) STRICT;
INSERT INTO new_child SELECT id, parent_id, 'new' FROM child;
DROP TABLE child;
ALTER TABLE new_child RENAME TO child;
PRAGMA user_version = 2;`
)

const grownChildren = 30003

func childUpdates(dir string) error {
	fmt.Println("updating")
	s, err := open(context.Background(), dir, testOptions(), steps(grown, regrown))
	if err != nil {
		return err
	}
	return s.Close()
}

// childTearsUpdate does the update statement by statement without a transaction and stops in the middle: what the test
// must be able to notice.
func childTearsUpdate(dir string) error {
	db := sql.OpenDB(newConnector(filepath.Join(dir, registerFile), migrating, 0))
	db.SetMaxOpenConns(1)
	for _, statement := range strings.Split(regrown, ";")[:7] {
		if _, err := db.Exec(statement); err != nil {
			return err
		}
	}
	fmt.Println("updating")
	_, err := io.Copy(io.Discard, os.Stdin) // wait for the end
	return err
}

// killUpdate starts a child on the folder and kills it some time after it has said that it begins.
func killUpdate(t *testing.T, role, dir string, after time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childRole+"="+role, childFolder+"="+dir)
	stdin, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Error(err)
	}
	killed := time.AfterFunc(after, func() { _ = child.Process.Kill() }) // it may have ended just before
	_ = child.Wait()                                                     // killed or done, both are fine
	killed.Stop()
}

// beforeOrAfter says which of the two registers stands in the folder, "" for neither.
func beforeOrAfter(t *testing.T, dir string) string {
	t.Helper()
	n, err := openWith(t, dir, steps(grown))
	state := "before"
	if fault.Is(err, fault.Newer) {
		state = "after"
		n, err = openWith(t, dir, steps(grown, regrown))
	}
	if err != nil || n != grownChildren {
		return ""
	}
	return state
}

func TestAKilledUpdateIsWholeOrAbsent(t *testing.T) {
	base := t.TempDir()
	if n, err := openWith(t, base, steps(grown)); n != grownChildren || err != nil {
		t.Fatalf("%d children, %v", n, err)
	}
	copied := func() string {
		dir := filepath.Join(t.TempDir(), "data")
		if err := os.CopyFS(dir, os.DirFS(base)); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	began := time.Now()
	if _, err := openWith(t, copied(), steps(grown, regrown)); err != nil {
		t.Fatal(err)
	}
	took := time.Since(began)

	states := map[string]int{}
	for range kills {
		dir := copied()
		killUpdate(t, "update", dir, rand.N(took*5/4))
		states[beforeOrAfter(t, dir)]++
		if n, err := openWith(t, dir, steps(grown, regrown)); n != grownChildren || err != nil {
			t.Errorf("the update does not come through after a kill: %d children, %v", n, err)
		}
	}
	if states[""] > 0 {
		t.Errorf("neither as before nor as after the update: %v", states)
	}
	t.Logf("%d kills: %v", kills, states)

	torn := copied()
	killUpdate(t, "torn update", torn, 0)
	if state := beforeOrAfter(t, torn); state != "" {
		t.Errorf("an update without a transaction was cut and passes as %q: the test proves nothing", state)
	}
}
