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

	"rapporteur/internal/change"
	"rapporteur/internal/registration"
)

const (
	kills      = 20
	importSize = 100
	chunk      = 10
)

func init() {
	children["import"] = childImports
	children["torn"] = childTornImports
	children["open"] = childOpens
}

// childOpens says that it is about to make a register, makes it, and ends.
func childOpens(dir string) error {
	fmt.Println("opening")
	s, err := Open(context.Background(), dir, testOptions())
	if err != nil {
		return err
	}
	return s.Close()
}

// childOptions give identifiers that no other process gives.
func childOptions() Options {
	o, n := testOptions(), 0
	o.NewID = func() string { n++; return fmt.Sprintf("%d-%d", os.Getpid(), n) }
	return o
}

// childImports imports file after file into the one webinar there, telling each chunk and each finished import.
func childImports(dir string) error {
	s, err := Open(context.Background(), dir, childOptions())
	if err != nil {
		return err
	}
	all, err := s.Webinars(context.Background())
	if err != nil {
		return err
	}
	id := all[0].ID
	for i := 0; ; i++ {
		_, err := s.Do(context.Background(), change.Change{Webinar: id, Kind: change.RegistrationsImport}, -1, func(tx *Tx) error {
			for from := 0; from < importSize; from += chunk {
				if _, _, err := tx.AddRegistrations(id, "", childPeople(i, from)); err != nil {
					return err
				}
				fmt.Println("chunk")
			}
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Printf("saved %d-%d\n", os.Getpid(), i)
	}
}

// childPeople are the registrations of a chunk of the child's import i.
func childPeople(i, from int) []registration.Registration {
	all := people(from, chunk)
	for k := range all {
		all[k].ID = fmt.Sprintf("%d-%d/%d", os.Getpid(), i, from+k)
	}
	return all
}

// childTornImports writes what childImports writes, without a transaction: what the test must be able to notice.
func childTornImports(dir string) error {
	steps, err := readMigrations(embedded)
	if err != nil {
		return err
	}
	db := sql.OpenDB(newConnector(filepath.Join(dir, registerFile), writing, len(steps)))
	var id string
	if err := db.QueryRow(`SELECT id FROM webinar`).Scan(&id); err != nil {
		return err
	}
	changeID := fmt.Sprint("torn-", os.Getpid())
	if _, err := db.Exec(`INSERT INTO change (id, seq, webinar_id, kind, who, at, why)
		SELECT ?, max(seq) + 1, ?, 'registrations.import', '', '', '' FROM change`, changeID, id); err != nil {
		return err
	}
	n := 0
	for from := 0; from < importSize; from += chunk {
		for _, r := range childPeople(0, from) {
			n++
			if _, err := db.Exec(`INSERT INTO registration (change_id, n, id, serial, submitted, first_name, last_name, email, organisation,
				job_title, country, sex, sector, channel_text, channel, consent, incomplete)
				VALUES (?, ?, ?, '', '', '', '', '', '', '', '', '', '', '', '', '', 0)`, changeID, n, r.ID); err != nil {
				return err
			}
		}
		fmt.Println("chunk")
	}
	_, err = io.Copy(io.Discard, os.Stdin) // wait for the end
	return err
}

// killAfter starts a child, kills it when it has said so many lines, and gives back the imports it called saved.
func killAfter(t *testing.T, role, dir string, lines int) []string {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childRole+"="+role, childFolder+"="+dir)
	child.Stderr = os.Stderr
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
	var saved []string
	said := bufio.NewScanner(out)
	for n := 1; said.Scan(); n++ {
		if name, ok := strings.CutPrefix(said.Text(), "saved "); ok {
			saved = append(saved, name)
		}
		if n == lines {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil && role != "open" {
		t.Fatal("the child ended by itself")
	}
	return saved
}

// importSizes counts the registrations of each import.
func importSizes(t *testing.T, s *Store, webinarID string) map[string]int {
	t.Helper()
	sizes := map[string]int{}
	for _, r := range must[[]registration.Registration](t)(s.Registrations(context.Background(), webinarID)) {
		name, _, _ := strings.Cut(r.ID, "/")
		sizes[name]++
	}
	return sizes
}

// registerWithWebinar makes a register with one webinar, closed.
func registerWithWebinar(t *testing.T, dir string) (webinarID string) {
	t.Helper()
	s := must[*Store](t)(Open(context.Background(), dir, testOptions()))
	defer s.Close()
	return newWebinar(t, s)
}

func TestAKilledImportIsWholeOrAbsent(t *testing.T) {
	dir := t.TempDir()
	id := registerWithWebinar(t, dir)
	chance := rand.New(rand.NewPCG(1, 2))
	told := map[string]bool{}
	for range kills {
		for _, name := range killAfter(t, "import", dir, 1+chance.IntN(40)) {
			told[name] = true
		}
		s := must[*Store](t)(Open(context.Background(), dir, testOptions()))
		sizes := importSizes(t, s, id)
		for name, n := range sizes {
			if n != importSize {
				t.Errorf("import %s is there with %d of %d rows", name, n, importSize)
			}
		}
		for name := range told {
			if sizes[name] == 0 {
				t.Errorf("import %s was called saved and is lost", name)
			}
		}
		if report := must[Report](t)(s.Check(context.Background())); len(report.Findings) > 0 {
			t.Errorf("after a kill: %+v", report.Findings)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Logf("%d kills, %d imports called saved, none lost, none partial", kills, len(told))
}

func TestAKillBetweenSingleWritesIsNoticed(t *testing.T) {
	dir := t.TempDir()
	id := registerWithWebinar(t, dir)
	partial := 0
	for i := range 3 {
		killAfter(t, "torn", dir, 1+3*i)
	}
	s := mustOpen(t, dir)
	for _, n := range importSizes(t, s, id) {
		if n != importSize {
			partial++
		}
	}
	if partial == 0 {
		t.Error("imports without a transaction were never cut: the test above proves nothing")
	}
	if report := must[Report](t)(s.Check(context.Background())); len(report.Findings) == 0 {
		t.Error("unsealed changes pass the check")
	}
}

func TestAKilledFirstOpenCanBeRepeated(t *testing.T) {
	for range kills / 2 {
		dir := t.TempDir()
		killAfter(t, "open", dir, 1)
		s := mustOpen(t, dir)
		newWebinar(t, s)
		if report := must[Report](t)(s.Check(context.Background())); len(report.Findings) > 0 {
			t.Errorf("after a kill: %+v", report.Findings)
		}
	}
}

func TestAKilledHolderLetsGo(t *testing.T) {
	dir := t.TempDir()
	registerWithWebinar(t, dir)
	killAfter(t, "import", dir, 5)
	if _, err := os.Stat(filepath.Join(dir, holderFile)); err != nil {
		t.Errorf("the killed child did not hold the register: %v", err)
	}
	mustOpen(t, dir)
}
