package workflow

import "sync"

// memoSize is how many dossiers are kept: the webinars of some years, with the rules an officer tries.
const memoSize = 256

type memoKey struct{ webinar, rule string }

// memoStamp is what a dossier was computed from. lessons names what was remembered of earlier webinars.
type memoStamp struct {
	version, projects, entries int
	lessons                    string
}

type memorised struct {
	stamp   memoStamp
	dossier *Dossier
}

// memo keeps dossiers as long as they are true. Its zero value is ready; it may be used by several goroutines.
type memo struct {
	mu   sync.Mutex
	kept map[memoKey]memorised
}

// get gives the dossier computed from this stamp, nil when there is none.
func (m *memo) get(key memoKey, stamp memoStamp) *Dossier {
	m.mu.Lock()
	defer m.mu.Unlock()
	if one := m.kept[key]; one.stamp == stamp {
		return one.dossier
	}
	return nil
}

// last gives the dossier kept last, true or not, with what it was computed from; nil when there is none.
func (m *memo) last(key memoKey) (*Dossier, memoStamp) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.kept[key].dossier, m.kept[key].stamp
}

func (m *memo) put(key memoKey, stamp memoStamp, d *Dossier) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil || len(m.kept) >= memoSize {
		m.kept = map[memoKey]memorised{}
	}
	m.kept[key] = memorised{stamp, d}
}
