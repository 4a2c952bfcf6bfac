package workflow

import (
	"context"
	"slices"
	"time"

	"rapporteur/internal/change"
	"rapporteur/internal/fault"
	"rapporteur/internal/store"
	"rapporteur/internal/webinar"
)

// Happening is one thing that was done to a webinar, or that was taken back. Facts counts what it brought, as
// store.Extent names it; Fields are those of the outline that it set, State the state it took the webinar to.
type Happening struct {
	Kind      change.Kind    `json:"kind"`
	TakenBack bool           `json:"taken_back" doc:"the change was undone then, not made"`
	Who       string         `json:"who"`
	At        time.Time      `json:"at"`
	Facts     map[string]int `json:"facts"`
	Fields    []string       `json:"fields"`
	State     webinar.State  `json:"state"`
}

// Overtaken is the fault conflict of an act on a version of a webinar that is not the latest any more. Since is what was
// done after it, oldest first.
type Overtaken struct {
	fault *fault.Error
	Since []Happening
}

// Error implements error with the officer's sentence.
func (o *Overtaken) Error() string { return o.fault.Error() }

// Unwrap gives the fault.
func (o *Overtaken) Unwrap() error { return o.fault }

// overtaken says with a conflict what was done to the webinar since the version. Where that cannot be read, the conflict
// goes out alone.
func (d *Desk) overtaken(ctx context.Context, conflict error, webinarID string, version int) error {
	var since []Happening
	err := d.store.View(ctx, func(r store.Reads) (err error) {
		since, err = happenedSince(ctx, r, webinarID, version)
		return err
	})
	if err != nil {
		return conflict
	}
	return &Overtaken{fault: fault.From(conflict), Since: since}
}

// happenedSince lists what was done and taken back after a version, oldest first: a version counts both.
func happenedSince(ctx context.Context, r store.Reads, webinarID string, version int) ([]Happening, error) {
	changes, err := r.Changes(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	undos, err := r.Undos(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	all, out := inOrder(changes, undos), []Happening{}
	for _, one := range all[min(version, len(all)):] {
		h := Happening{Kind: one.change.Kind, Who: one.change.Who, At: one.change.At, Fields: []string{}}
		if one.undo != nil {
			h.TakenBack, h.Who, h.At = true, one.undo.Who, one.undo.At
		}
		if h.Facts, err = r.Extent(ctx, one.change.ID); err != nil {
			return nil, err
		}
		before, after, found, err := r.Versions(ctx, one.change.ID)
		if err != nil {
			return nil, err
		}
		if found && before.State != after.State {
			h.State = after.State
		}
		if found {
			h.Fields = differing(before, after)
		}
		out = append(out, h)
	}
	return out, nil
}

// act is a change as it was made, or the undo of it.
type act struct {
	change change.Change
	undo   *store.Undone
}

// inOrder puts changes and undos, each in their own order, into the one order in which they were done. Clocks do not
// decide it, for they may be set back: an undo takes back the last change that stands, so that nothing but undone changes
// lies between the two, and those were undone before it.
func inOrder(changes []change.Change, undos []store.Undone) []act {
	var out []act
	made := map[string]change.Change{}
	for _, c := range changes {
		out = append(out, act{change: c})
		made[c.ID] = c
		for len(undos) > 0 {
			of, ok := made[undos[0].Change]
			if !ok {
				break
			}
			out = append(out, act{of, &undos[0]})
			undos = undos[1:]
		}
	}
	return out
}

// differing are the fields in which two versions of a webinar differ.
func differing(before, after webinar.Webinar) []string {
	out := []string{}
	for _, field := range webinar.Fields() {
		was, _ := webinar.Get(before, field)
		is, _ := webinar.Get(after, field)
		if !slices.Equal(was, is) {
			out = append(out, field)
		}
	}
	return out
}
