package web

import (
	"bytes"
	"image/png"
	"sync"

	"rapporteur/internal/fault"
)

// Caps of a picture that the page drew: bytes, and pixels of a side.
const (
	maxPicture = 16 << 20
	maxSide    = 8000
)

// Picture says where a picture that was handed over is got back, under the name it is saved under.
type Picture struct {
	Address string `json:"address"`
	Name    string `json:"name"`
}

type pictureInput struct {
	ID      string `path:"id"`
	Chart   string `path:"chart"`
	RawBody []byte `contentType:"application/octet-stream"`
}

type pictureID struct {
	Picture string `path:"picture"`
}

// drawings keeps the last chart that the page drew as PNG, in memory, so that it is saved like any file of the program:
// the window writes only what the handler gives.
type drawings struct {
	newID func() string
	mu    sync.Mutex
	id    string
	last  download
}

// keep takes a PNG in and gives its id. The faults are invalid for what is none, too-large for one beyond the caps.
func (p *drawings) keep(name string, data []byte) (string, error) {
	size, err := png.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return "", fault.New(fault.Invalid, "This is no picture of a chart.", "Save the chart as SVG.")
	case size.Width > maxSide || size.Height > maxSide:
		return "", fault.New(fault.TooLarge, "The picture is too large.", "Save the chart as SVG.")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.id, p.last = p.newID(), download{name, "image/png", bytes.Clone(data)} // the body's bytes are used again after the answer
	return p.id, nil
}

func (p *drawings) get(id string) (download, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if id != p.id {
		return download{}, fault.New(fault.NotFound, "The picture is no longer there.", "Save the chart again.")
	}
	return p.last, nil
}
