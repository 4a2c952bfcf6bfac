// Package ssr draws a chart's ECharts option as SVG, without a browser: Apache ECharts itself runs in a JavaScript engine
// written in Go. The window shows the same option with the same script, so screen and paper cannot differ.
//
//	r := ssr.New(pdf.Measure)
//	svg, err := r.Render(ctx, chart.Option, chart.Width, chart.Height)
//
// The option is data: it goes through JSON.parse and is never run. The SVG depends on option, size, script and measuring
// function alone: the engine has no clock, no chance, no network and no files. Bundle names the script for cache keys.
//
// The script echarts.js and its licences are made by `npm run charts` in the folder frontend.
package ssr

import (
	"context"
	"encoding/json"
	"errors"
	"math"

	"rapporteur/internal/fault"
)

// Measure gives the width of a text on one line, in the unit of size (CSS pixels in, CSS pixels out), in the font the SVG
// will be shown with.
type Measure func(text string, size float64, bold bool) float64

// maxSide is the longest side of a chart in CSS pixels: more is a mistake, and memory.
const maxSide = 10_000

// Renderer draws charts one after the other with one engine. It is safe for concurrent use: calls wait for each other,
// and a call whose context ends while it waits returns. The zero value is not usable.
type Renderer struct {
	measure Measure
	turn    chan *engine // holds one place: the engine, nil until first used or after an interruption
}

// New makes a Renderer; the engine itself starts with the first chart.
func New(measure func(text string, size float64, bold bool) float64) *Renderer {
	r := &Renderer{measure: measure, turn: make(chan *engine, 1)}
	r.turn <- nil
	return r
}

// Render draws option (an ECharts option as JSON) at width × height CSS pixels. The result is one <svg> element whose
// viewBox is "0 0 width height". When ctx ends first, the error's cause is ctx's.
func (r *Renderer) Render(ctx context.Context, option []byte, width, height int) (string, error) {
	if width <= 0 || height <= 0 || width > maxSide || height > maxSide {
		return "", fault.New(fault.Invalid, "A chart has no usable size.", "Tell the developers: this is a defect of the program.")
	}
	if !json.Valid(option) {
		return "", broken(errors.New("the option is not JSON"))
	}
	var e *engine
	select {
	case e = <-r.turn:
	case <-ctx.Done():
		return "", interrupted(ctx)
	}
	defer func() { r.turn <- e }()
	if ctx.Err() != nil {
		return "", interrupted(ctx)
	}
	if e == nil {
		started, err := start(r.measure)
		if err != nil {
			return "", broken(err)
		}
		e = started
	}
	svg, err := e.draw(ctx, option, width, height)
	if err != nil {
		e = nil // what an interrupted or failed script leaves behind is unknown
		if ctx.Err() != nil {
			return "", interrupted(ctx)
		}
		return "", broken(err)
	}
	return steady(svg), nil
}

func interrupted(ctx context.Context) error {
	return fault.New(fault.Internal, "Drawing a chart was stopped before it was done.", "Try again.").Because(context.Cause(ctx))
}

func broken(cause error) error {
	return fault.New(fault.Internal, "A chart could not be drawn.",
		"The figures stand in the table. Send the log of the data folder to the developers.").Because(cause)
}

// finite guards against a measuring function that answers nonsense, which ECharts would print into the SVG.
func finite(width float64) float64 {
	if math.IsNaN(width) || math.IsInf(width, 0) || width < 0 {
		return 0
	}
	return width
}
