package store

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
)

func TestASecondWindowIsToldWhoHoldsTheRegister(t *testing.T) {
	dir := t.TempDir()
	first := mustOpen(t, dir)
	_, err := Open(context.Background(), dir, testOptions())
	if !fault.Is(err, fault.Locked) {
		t.Fatalf("a second window: %v", err)
	}
	for _, part := range []string{fmt.Sprintf("process %d", os.Getpid()), "28 May 2020, 11:00 UTC"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not name %q", err, part)
		}
	}
	newWebinar(t, first)
}

func TestAnUnreadableHolderIsStillLocked(t *testing.T) {
	dir := t.TempDir()
	mustOpen(t, dir)
	if err := os.WriteFile(dir+"/"+holderFile, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), dir, testOptions()); !fault.Is(err, fault.Locked) {
		t.Errorf("%v", err)
	}
}

func TestOpenWaitsForTheOtherWindow(t *testing.T) {
	dir := t.TempDir()
	first, err := Open(context.Background(), dir, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	opened := make(chan error)
	go func() {
		o := testOptions()
		o.Wait = time.Minute
		second, err := Open(context.Background(), dir, o)
		if err == nil {
			err = second.Close()
		}
		opened <- err
	}()
	if err := first.Close(); err != nil {
		t.Error(err)
	}
	if err := <-opened; err != nil {
		t.Errorf("the second window: %v", err)
	}
}

func TestOpenEndsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	mustOpen(t, dir)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	o := testOptions()
	o.Wait = time.Minute
	if _, err := Open(ctx, dir, o); !fault.Is(err, Stopped) {
		t.Errorf("%v", err)
	}
}

func TestManyWritersNeverMeetABusyRegister(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	id := newWebinar(t, s)
	const writers, each = 8, 10
	var all sync.WaitGroup
	failed := make(chan error, writers*each*2)
	for range writers {
		all.Go(func() {
			for i := range each {
				_, err := s.Do(context.Background(), change.Change{Webinar: id, Kind: change.ReportText, Who: "o"}, -1, func(tx *Tx) error {
					return tx.SetText(id, "section", fmt.Sprint(i))
				})
				failed <- err
				_, err = s.Webinar(context.Background(), id)
				failed <- err
			}
		})
	}
	all.Wait()
	close(failed)
	for err := range failed {
		if err != nil {
			t.Error(err)
		}
	}
	w, err := s.Webinar(context.Background(), id)
	if err != nil || w.Version != 1+writers*each {
		t.Errorf("version %d, %v", w.Version, err)
	}
}
