package workflow

import "time"

// Holding is what an attendance file holds: distinct people as the figure "file/SHA256" opens them, the rows of theirs that are in the register, and the earliest
// and latest time of their stays, UTC, "" where the file has none.
type Holding struct {
	People int    `json:"people"`
	Kept   int    `json:"kept"`
	First  string `json:"first"`
	Last   string `json:"last"`
}

// Holdings gives what each attendance file holds, by its SHA-256.
func (d *Dossier) Holdings() map[string]Holding {
	type span struct{ first, last time.Time }
	out, spans := map[string]Holding{}, map[string]span{}
	for _, p := range d.Persons {
		for _, r := range p.Records {
			for _, s := range r.Sources {
				h, in := out[s.File], spans[s.File]
				h.Kept++
				out[s.File], spans[s.File] = h, span{earlier(in.first, r.Join), later(in.last, r.Leave)}
			}
		}
	}
	for file, in := range spans {
		h := out[file]
		for _, m := range d.Members {
			if m.In(file) {
				h.People++
			}
		}
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
