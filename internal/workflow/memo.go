package workflow

import "sync"

// memoSize is how many dossiers are kept: the webinars at hand with the rules an officer tries.
const memoSize = 16

// memo keeps dossiers between two writes to the register. Its zero value is ready; it may be used by several goroutines.
type memo struct {
	mu      sync.Mutex
	written int
	kept    map[[2]string]*Dossier
}

// get gives the dossier computed when the register stood at written, nil when there is none.
func (m *memo) get(written int, webinarID, rule string) *Dossier {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.written != written {
		return nil
	}
	return m.kept[[2]string{webinarID, rule}]
}

func (m *memo) put(written int, webinarID, rule string, d *Dossier) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.written != written || len(m.kept) >= memoSize {
		m.written, m.kept = written, map[[2]string]*Dossier{}
	}
	m.kept[[2]string{webinarID, rule}] = d
}
