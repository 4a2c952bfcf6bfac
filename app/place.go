package main

import (
	"encoding/json"
	"os"
	"path/filepath"

	"rapporteur/internal/cli"
)

// placeFile keeps where the window stood; it lies beside the register, not in it.
const placeFile = "window.json"

// Sizes of the window in pixels of the page: the first one, and the least that shows a screen whole.
const (
	firstWidth, firstHeight = 1280, 860
	leastWidth, leastHeight = 480, 360
)

// Steps of the page's size, each a quarter: from half to three times.
const leastZoom, mostZoom = -2, 8

// place is where the window stands: its corner on its screen, its size, whether it fills the screen, and how many steps
// larger its page is shown. Known is false where no corner was kept.
type place struct {
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
	Known     bool `json:"known"`
	Zoom      int  `json:"zoom"`
}

// readPlace gives the place kept in a data folder. A file that is missing or makes no sense gives the first one.
func readPlace(folder string) place {
	first := place{Width: firstWidth, Height: firstHeight}
	data, err := os.ReadFile(filepath.Join(folder, placeFile))
	if err != nil {
		return first
	}
	var p place
	if json.Unmarshal(data, &p) != nil || p.Width < leastWidth || p.Height < leastHeight || p.Width > 1<<15 || p.Height > 1<<15 {
		return first
	}
	p.Zoom = min(max(p.Zoom, leastZoom), mostZoom)
	return p
}

// keep writes the place down. A window that fills the screen keeps the size it had before.
func (p place) keep(folder string, before place) error {
	if p.Maximised {
		before.Maximised, before.Zoom = true, p.Zoom
		p = before
	}
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return cli.WriteFile(filepath.Join(folder, placeFile), append(data, '\n'), true)
}

// on fits the place to the screen the window opened on, width by height: never larger than the screen, and at the kept
// corner only where the whole window is seen there. On another screen than the last time it stands in the middle.
func (p place) on(width, height int) place {
	if width <= 0 || height <= 0 {
		p.Known = false
		return p
	}
	p.Width, p.Height = min(p.Width, width), min(p.Height, height)
	p.Known = p.Known && p.X >= 0 && p.Y >= 0 && p.X+p.Width <= width && p.Y+p.Height <= height
	return p
}
