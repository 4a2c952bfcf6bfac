//go:build unix

package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
)

func init() {
	children["full"] = childOnAFullDrive
	children["read-only"] = childWithoutRights
}

// run starts a child to its end and gives back what it said.
func run(t *testing.T, role, dir string) string {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childRole+"="+role, childFolder+"="+dir)
	var said, failed strings.Builder
	child.Stdout, child.Stderr = &said, &failed
	if err := child.Run(); err != nil {
		t.Fatalf("%s: %v: %s", role, err, failed.String())
	}
	return said.String()
}

// childOnAFullDrive tries one import again and again, each time with a little more room for files, until it fits: so
// that the room ends at every page of it once. In between it proves that nothing was kept and nothing is damaged.
func childOnAFullDrive(dir string) error {
	signal.Ignore(syscall.SIGXFSZ)
	ctx := context.Background()
	s, err := Open(ctx, dir, childOptions())
	if err != nil {
		return err
	}
	all, err := s.Webinars(ctx)
	if err != nil {
		return err
	}
	id, refused := all[0].ID, 0
	for room := uint64(0); ; room += 4096 {
		if err := limitFiles(room); err != nil {
			return err
		}
		_, failed := s.Do(ctx, change.Change{Webinar: id, Kind: change.RegistrationsImport}, -1, func(tx *Tx) error {
			src, err := tx.AddSource(Source{Name: "r.csv", Kind: "registrations"}, []byte(strings.Repeat("bytes ", 1000)))
			if err != nil {
				return err
			}
			_, _, err = tx.AddRegistrations(id, src.SHA256, people(0, 200))
			return err
		})
		if err := limitFiles(^uint64(0)); err != nil {
			return err
		}
		list, err := s.Registrations(ctx, id)
		if err != nil {
			return err
		}
		report, err := s.Check(ctx)
		if err != nil || len(report.Findings) > 0 {
			return fmt.Errorf("with room %d: %w, %+v", room, err, report)
		}
		if failed == nil {
			if len(list) != 200 {
				return fmt.Errorf("with room %d saved, and %d registrations", room, len(list))
			}
			break
		}
		if !fault.Is(failed, fault.DiskFull) || len(list) != 0 {
			return fmt.Errorf("with room %d: %w, and %d registrations", room, failed, len(list))
		}
		refused++
	}
	fmt.Print(refused)
	return s.Close()
}

func limitFiles(size uint64) error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	limit.Cur = min(size, limit.Max)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
}

func TestAFullDriveNeverDamages(t *testing.T) {
	dir := t.TempDir()
	registerWithWebinar(t, dir)
	refused := run(t, "full", dir)
	if len(refused) < 2 {
		t.Errorf("the drive was full %q times only: the test proves little", refused)
	}
	t.Logf("full at %s places of one import: refused each time, nothing kept, nothing damaged", refused)
}

// childWithoutRights opens the folder as someone who may only read it.
func childWithoutRights(dir string) error {
	if os.Getuid() == 0 { // rights do not bind root
		const nobody = 65534
		if err := errors.Join(syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			return err
		}
	}
	s, err := Open(context.Background(), dir, testOptions())
	if err == nil {
		return errors.Join(errors.New("opened"), s.Close())
	}
	if !fault.Is(err, fault.ReadOnly) {
		return err
	}
	return nil
}

func TestAReadOnlyFolderIsRefusedInWords(t *testing.T) {
	for _, mode := range []os.FileMode{0o400, 0o444} {
		dir := t.TempDir()
		registerWithWebinar(t, dir)
		before := contents(t, dir)
		for name := range before {
			if err := os.Chmod(filepath.Join(dir, name), mode); err != nil {
				t.Fatal(err)
			}
		}
		for _, folder := range []string{dir, filepath.Dir(dir)} {
			if err := os.Chmod(folder, 0o555); err != nil {
				t.Fatal(err)
			}
		}
		run(t, "read-only", dir)
		run(t, "read-only", filepath.Join(dir, "new"))
		for _, folder := range []string{dir, filepath.Dir(dir)} {
			if err := os.Chmod(folder, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		equal(t, contents(t, dir), before)
	}
}

func TestWhatIsNoFileIsNoRegister(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"a folder":          func(path string) error { return os.Mkdir(path, 0o700) },
		"a pipe":            func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"a link to nowhere": func(path string) error { return os.Symlink(filepath.Join(t.TempDir(), "gone"), path) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := put(filepath.Join(dir, registerFile)); err != nil {
				t.Fatal(err)
			}
			if _, err := Open(context.Background(), dir, testOptions()); !fault.Is(err, fault.Foreign) {
				t.Errorf("%v", err)
			}
			if entries := must[[]os.DirEntry](t)(os.ReadDir(dir)); len(entries) != 1 {
				t.Errorf("%d files are left", len(entries))
			}
		})
	}
}
