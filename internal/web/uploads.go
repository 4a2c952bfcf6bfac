package web

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"sync"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

// Caps of the files that wait to be imported, in bytes and number.
const (
	maxUpload  = 64 << 20
	maxWaiting = 256 << 20
	maxUploads = 50
)

// Upload is a file that waits to be imported.
type Upload struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

// uploads keeps the files between their arrival and the officer's yes, in memory only.
type uploads struct {
	newID func() string
	mu    sync.Mutex
	order []string
	files map[string]workflow.Upload
	size  int
}

func newUploads(newID func() string) *uploads {
	return &uploads{newID: newID, files: map[string]workflow.Upload{}}
}

// Stage takes a file in. The window calls it for files that were picked or dropped. Faults: too-large, invalid.
func (s *Server) Stage(name string, data []byte) (Upload, error) { return s.uploads.add(name, data) }

func (u *uploads) add(name string, data []byte) (Upload, error) {
	name = path.Base(strings.ReplaceAll(strings.TrimSpace(name), `\`, "/"))
	switch {
	case name == "" || name == "." || name == "/":
		return Upload{}, fault.New(fault.Invalid, "The file has no name.", "Give it a name and try again.")
	case len(data) > maxUpload:
		return Upload{}, fault.New(fault.TooLarge, "The file is too large for a webinar's papers.", "Check that the right file was chosen.").At(fault.Where{File: name})
	}
	sum := sha256.Sum256(data)
	up := Upload{ID: u.newID(), Name: name, Size: len(data), SHA256: hex.EncodeToString(sum[:])}
	u.mu.Lock()
	defer u.mu.Unlock()
	for len(u.order) > 0 && (u.size+len(data) > maxWaiting || len(u.order) >= maxUploads) {
		u.drop(u.order[0]) // the oldest: forgotten on the way
	}
	u.order, u.files[up.ID] = append(u.order, up.ID), workflow.Upload{Name: name, Data: data}
	u.size += len(data)
	return up, nil
}

// drop forgets a file; the caller holds the lock.
func (u *uploads) drop(id string) {
	u.size -= len(u.files[id].Data)
	delete(u.files, id)
	for i, x := range u.order {
		if x == id {
			u.order = append(u.order[:i], u.order[i+1:]...)
			break
		}
	}
}

// take gives files by their ids and forgets them.
func (u *uploads) take(ids []string) ([]workflow.Upload, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	var out []workflow.Upload
	for _, id := range ids {
		f, ok := u.files[id]
		if !ok {
			return nil, fault.New(fault.NotFound, "The file is no longer waiting to be imported.", "Choose it again.")
		}
		out = append(out, f)
	}
	for _, id := range ids {
		u.drop(id)
	}
	return out, nil
}
