package workflow

import (
	"time"

	"rapporteur/internal/attendance"
)

// Holding is what an attendance file holds: distinct persons with a stay or a total in it, rows of the waiting room and
// of people who did not come, and the earliest and latest time of its stays, UTC, "" where it has none.
type Holding struct {
	People      int    `json:"people"`
	WaitingRoom int    `json:"waiting_room"`
	NoShows     int    `json:"no_shows"`
	First       string `json:"first"`
	Last        string `json:"last"`
}

// Holdings gives what each attendance file holds, by its SHA-256.
func (d *Dossier) Holdings() map[string]Holding {
	type span struct{ first, last time.Time }
	out, spans := map[string]Holding{}, map[string]span{}
	for _, p := range d.Persons {
		came := map[string]bool{}
		for _, r := range p.Records {
			for _, s := range r.Sources {
				h, in := out[s.File], spans[s.File]
				switch r.Kind {
				case attendance.WaitingRoom:
					h.WaitingRoom++
				case attendance.NoShow:
					h.NoShows++
				default:
					if !came[s.File] {
						came[s.File] = true
						h.People++
					}
					in.first, in.last = earlier(in.first, r.Join), later(in.last, r.Leave)
				}
				out[s.File], spans[s.File] = h, in
			}
		}
	}
	for file, in := range spans {
		h := out[file]
		h.First, h.Last = utc(in.first), utc(in.last)
		out[file] = h
	}
	return out
}

func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
