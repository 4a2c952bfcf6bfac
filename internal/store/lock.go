package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"rapporteur/internal/fault"
)

const lockRetry = 20 * time.Millisecond

// holder says who has the register open. It stands beside the lock, not in it: a locked file cannot be read on Windows.
type holder struct {
	Who   string    `json:"who"`
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

// folderLock is the operating system's lock on a data folder. It ends with the process, however that ends.
type folderLock struct {
	lock   *flock.Flock
	holder string
}

// lockFolder takes the lock, trying at once and then for o.Wait. Fault locked names the holder.
func lockFolder(ctx context.Context, dir string, o Options) (*folderLock, error) {
	l := &folderLock{lock: flock.New(filepath.Join(dir, lockFile)), holder: filepath.Join(dir, holderFile)}
	got, err := l.lock.TryLock()
	if err == nil && !got {
		waiting, stop := context.WithTimeout(ctx, o.Wait)
		defer stop()
		_, err = l.lock.TryLockContext(waiting, lockRetry) // without an error the lock is held
	}
	switch {
	case ctx.Err() != nil:
		return nil, errors.Join(ctx.Err(), l.lock.Unlock())
	case errors.Is(err, context.DeadlineExceeded):
		return nil, l.locked()
	case err != nil:
		return nil, err
	}
	l.sign(o.Now())
	return l, nil
}

// sign writes down who holds the lock. It is a courtesy to the next one who asks: a full disk must not keep an officer
// from reading the register, so that a failure leaves the holder unnamed and nothing else.
func (l *folderLock) sign(now time.Time) {
	h := holder{PID: os.Getpid(), Since: now.UTC().Truncate(time.Second)}
	if u, err := user.Current(); err == nil {
		h.Who = u.Username
	}
	h.Host, _ = os.Hostname()
	if text, err := json.Marshal(h); err == nil {
		_ = os.WriteFile(l.holder, text, 0o600)
	}
}

// locked is the fault that names the holder as far as it is known.
func (l *folderLock) locked() error {
	const hint = "Close the other window or wait until the other command has ended, then try again."
	var h holder
	text, err := os.ReadFile(l.holder)
	if err == nil {
		err = json.Unmarshal(text, &h)
	}
	if err != nil || h.PID == 0 {
		return fault.New(fault.Locked, "The register is in use by another window or command.", hint).Because(err)
	}
	who := fmt.Sprintf("process %d", h.PID)
	if h.Who != "" {
		who = h.Who + ", " + who
	}
	if h.Host != "" {
		who += " on " + h.Host
	}
	return fault.Newf(fault.Locked, hint, "The register is in use by another window or command (%s) since %s.",
		who, h.Since.UTC().Format("2 January 2006, 15:04 UTC"))
}

// release gives the lock back. The lock file stays: removing it would let two processes lock two different files.
func (l *folderLock) release() error {
	err := os.Remove(l.holder)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, l.lock.Unlock())
}
