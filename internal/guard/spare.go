package guard

import "sync"

// spares keeps one child started ahead, for a program that stays open: starting a window's binary takes longer than
// reading a webinar's file. A child that waits ends by itself when the program is gone, for its standard input ends.
type spares struct {
	mu    sync.Mutex
	warm  bool // a spare is wanted
	done  bool
	spare *child
}

// Warm keeps a child started from now on until Close.
func (r *Reader) Warm() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.done {
		return
	}
	r.warm = true
	r.prepare(r.Command)
}

// Close ends the child that waits, and waits for its end. What is being read goes on.
func (r *Reader) Close() {
	r.mu.Lock()
	c := r.spare
	r.spare, r.warm, r.done = nil, false, true
	r.mu.Unlock()
	if c != nil {
		c.kill()
		<-c.ended
	}
}

// prepare starts a spare where one is wanted and none waits; the lock is held. Where that fails, the next reading starts
// its own child and tells why.
func (s *spares) prepare(command Command) {
	if !s.warm || s.spare != nil {
		return
	}
	if c, err := begin(command); err == nil {
		s.spare = c
	}
}

// take gives the spare, and starts another behind it; else a new child.
func (s *spares) take(command Command) (*child, error) {
	s.mu.Lock()
	c := s.spare
	s.spare = nil
	s.mu.Unlock()
	if c == nil || c.gone() {
		var err error
		if c, err = begin(command); err != nil {
			return nil, err
		}
	}
	go func() {
		<-c.ended // the file comes first
		s.mu.Lock()
		defer s.mu.Unlock()
		s.prepare(command)
	}()
	return c, nil
}
