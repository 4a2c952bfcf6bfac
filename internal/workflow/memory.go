package workflow

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"rapporteur/internal/attendance"
	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/match"
	"rapporteur/internal/registration"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

// learnt is a lesson with the word it comes from.
type learnt struct {
	match.Lesson
	from webinar.Webinar
	said store.Said
	seq  int
}

// memory holds what the officers' words at all webinars say for later ones. Its zero value is ready.
type memory struct {
	mu   sync.Mutex
	kept map[string]kept // by webinar
}

// kept is what one webinar teaches; n is the number under which it was worked out.
type kept struct {
	n       int
	from    webinar.Webinar
	lessons []learnt
}

// all gives every lesson that was not had forgotten, oldest word first, but those of one webinar ("" for none). A word said
// again after it was forgotten counts anew.
func (m *memory) all(ctx context.Context, r store.Reads, but string) ([]learnt, error) {
	decided, err := r.Decided(ctx)
	delete(decided, but)
	if err != nil || len(decided) == 0 {
		return nil, err
	}
	forgotten := map[string]int{}
	revocations, err := r.Revocations(ctx)
	if err != nil {
		return nil, err
	}
	for _, v := range revocations {
		forgotten[v.Key] = v.Seq
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []learnt
	for id, n := range decided {
		one, known := m.kept[id]
		if !known || one.n != n {
			if one, err = learn(ctx, r, id, n); err != nil {
				return nil, err
			}
			if m.kept == nil {
				m.kept = map[string]kept{}
			}
			m.kept[id] = one
		}
		for _, l := range one.lessons {
			if forgotten[l.Key] < l.seq {
				out = append(out, l)
			}
		}
	}
	slices.SortFunc(out, func(a, b learnt) int { return cmp.Or(cmp.Compare(a.seq, b.seq), cmp.Compare(a.Key, b.Key)) })
	return out, nil
}

// learn works out the lessons of one webinar, each with the newest word that it comes from.
func learn(ctx context.Context, r store.Reads, id string, n int) (kept, error) {
	w, err := r.Webinar(ctx, id)
	out := kept{n: n, from: w}
	if err != nil || w.Removed {
		return out, err
	}
	records, err := r.Records(ctx, id)
	if err != nil {
		return out, err
	}
	registrations, err := r.Registrations(ctx, id)
	if err != nil {
		return out, err
	}
	byID := map[string]registration.Standing{}
	for _, x := range registrations {
		byID[x.ID] = registration.Standing{Registration: x}
	}
	acts, err := r.Acts(ctx, id)
	if err != nil {
		return out, err
	}
	type word struct{ kind, record string }
	newest := map[word]store.Act{}
	for _, a := range acts {
		for _, k := range a.Records {
			newest[word{a.Kind, k}] = a
		}
	}
	day := w.Outline.Start.In(zoneOf(w.Outline.Zone)).Format("2 January 2006")
	for _, record := range records {
		for _, kind := range []string{"match", "staff"} {
			a, said := newest[word{kind, record.Key}]
			if !said {
				continue
			}
			var decisions []match.Decision
			var staff []match.StaffDecision
			if kind == "match" {
				decisions = []match.Decision{{Records: []string{record.Key}, Registration: a.Registration}}
			} else {
				staff = []match.StaffDecision{{Records: []string{record.Key}, Staff: a.Value == "yes"}}
			}
			for _, l := range match.Lessons([]attendance.Record{record}, []registration.Standing{byID[a.Registration]}, decisions, staff) {
				l.Reason = "remembered: the officer decided so at the webinar of " + day
				known := slices.IndexFunc(out.lessons, func(o learnt) bool { return o.Key == l.Key && o.Agrees(l) })
				if known < 0 {
					out.lessons = append(out.lessons, learnt{Lesson: l, from: w, said: a.Said, seq: a.Seq})
				} else if out.lessons[known].seq < a.Seq {
					out.lessons[known].said, out.lessons[known].seq = a.Said, a.Seq
				}
			}
		}
	}
	return out, nil
}

func zoneOf(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		return time.UTC
	}
	return zone
}

// lessons are those that hold at a webinar: of earlier ones, of a closed one those that were known when it was closed. The
// sample teaches only itself. stamp is another one whenever the lessons are others.
func (d *Desk) lessons(ctx context.Context, r store.Reads, w webinar.Webinar) (lessons []match.Lesson, stamp string, err error) {
	all, err := d.memory.all(ctx, r, w.ID)
	if err != nil || len(all) == 0 {
		return nil, "", err
	}
	var closed time.Time
	if w.State == webinar.Closed {
		c, err := r.StateSince(ctx, w.ID)
		if err != nil {
			return nil, "", err
		}
		closed = c.At
	}
	var text strings.Builder
	for _, l := range all {
		if precedes(l.from, w) && l.from.Sample == w.Sample && (closed.IsZero() || l.said.At.Before(closed)) {
			lessons = append(lessons, l.Lesson)
			fmt.Fprintf(&text, "%s:%d ", l.Key, l.seq)
		}
	}
	return lessons, text.String(), nil
}

func precedes(a, b webinar.Webinar) bool {
	return cmp.Or(a.Outline.Start.Compare(b.Outline.Start), strings.Compare(a.ID, b.ID)) < 0
}

// UsedView is a webinar at which something remembered was followed, for so many persons in attendance.
type UsedView struct {
	Webinar string `json:"webinar"`
	Title   string `json:"title"`
	Start   string `json:"start"`
	Zone    string `json:"zone"`
	State   string `json:"state"`
	N       int    `json:"n"`
}

// RememberedView is something remembered for later webinars: who shows up as Shown under Address is, by the word said at a
// webinar, the registrant Means, or staff, or not. Kind is "alias", "staff" or "not_staff". Conflict: another word says
// otherwise of the same, so that neither is followed.
type RememberedView struct {
	SaidView
	Key          string     `json:"key"`
	Kind         string     `json:"kind" enum:"alias,staff,not_staff"`
	Shown        string     `json:"shown"`
	Address      string     `json:"address"`
	Means        string     `json:"means"`
	MeansAddress string     `json:"means_address"`
	Webinar      string     `json:"webinar"`
	Title        string     `json:"title"`
	Start        string     `json:"start"`
	Zone         string     `json:"zone"`
	Conflict     bool       `json:"conflict"`
	Used         []UsedView `json:"used"`
}

// MemoryView lists what is remembered, the newest word first. Version as with Everybody.
type MemoryView struct {
	Version int              `json:"version"`
	Rows    []RememberedView `json:"rows"`
	// Last is what was had forgotten last, as long as it can be taken back; nil without.
	Last *SaidView `json:"last,omitempty"`
}

// Memory lists what is remembered for later webinars, and where each was followed.
func (d *Desk) Memory(ctx context.Context) (MemoryView, error) {
	v := MemoryView{Rows: []RememberedView{}}
	var all []learnt
	err := d.store.View(ctx, func(r store.Reads) (err error) {
		if v.Version, err = r.RegisterVersion(ctx); err != nil {
			return err
		}
		revoked, err := r.Revocations(ctx)
		if err != nil {
			return err
		}
		if len(revoked) > 0 {
			last := viewSaid(revoked[len(revoked)-1].Said)
			v.Last = &last
		}
		all, err = d.memory.all(ctx, r, "")
		return err
	})
	if err != nil {
		return v, err
	}
	used, err := d.followed(ctx)
	for _, l := range slices.Backward(all) {
		row := RememberedView{SaidView: viewSaid(l.said), Key: l.Key, Kind: "not_staff", Shown: l.Shown, Address: l.Address, Means: l.To.Name, MeansAddress: l.To.Email,
			Webinar: l.from.ID, Title: l.from.Outline.Title, Start: utc(l.from.Outline.Start), Zone: l.from.Outline.Zone, Used: list(used[l.Key])}
		switch {
		case l.Alias:
			row.Kind = "alias"
		case l.Staff:
			row.Kind = "staff"
		}
		row.Conflict = slices.ContainsFunc(all, func(o learnt) bool { return o.Key == l.Key && !o.Agrees(l.Lesson) })
		v.Rows = append(v.Rows, row)
	}
	return v, err
}

// followed tells where the lessons were followed, by key.
func (d *Desk) followed(ctx context.Context) (map[string][]UsedView, error) {
	all, err := d.Webinars(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string][]UsedView{}
	for _, w := range all {
		dossier, err := d.Dossier(ctx, w.ID, "")
		if err != nil {
			return nil, err
		}
		n := map[string]int{}
		for _, p := range dossier.Match.Participants {
			for _, k := range slices.Compact(slices.Sorted(slices.Values(p.Remembered))) {
				n[k]++
			}
		}
		for k, times := range n {
			out[k] = append(out[k], UsedView{w.ID, w.Outline.Title, utc(w.Outline.Start), w.Outline.Zone, string(w.State), times})
		}
	}
	return out, nil
}

// Forget has something remembered forgotten, for every webinar but the closed ones; TakeBack remembers it again. The
// decision it came from stands at its own webinar. Faults: not-found, conflict.
func (d *Desk) Forget(ctx context.Context, key string, version int, why string) error {
	m, err := d.Memory(ctx)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(m.Rows, func(r RememberedView) bool { return r.Key == key }) {
		return fault.New(fault.NotFound, "Nothing is remembered under this key.", "Look for it in the list of what is remembered.")
	}
	_, err = d.store.Do(ctx, d.change(change.MemoryRevoke, "", why), -1, func(tx *store.Tx) error {
		if err := tx.ExpectRegister(version); err != nil {
			return err
		}
		return tx.AddRevocation(key)
	})
	return err
}
