package ssr

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/dop251/goja"
)

// host is what the script expects of its surroundings and goja lacks. Nothing is ever due later: animation is off and the
// picture is asked for at once.
const host = `var setTimeout = function () { return 0 }, clearTimeout = function () {};`

// drawing is the only code of ours that runs in the engine. The option comes as text. It asks the painter itself, since
// the chart's own renderToSVGString adds styles for hovering, which paper has no use for, under names that count up.
const drawing = `(function (option, width, height) {
	var chart = chartkit.init(null, null, {renderer: "svg", ssr: true, width: width, height: height});
	try {
		chart.setOption(JSON.parse(option));
		return chart.getZr().painter.renderToString({useViewBox: true, cssEmphasis: false, cssAnimation: false});
	} finally {
		chart.dispose();
	}
})`

// compiled turns the script into the engine's form, once per process: it is the slow part of the first chart.
var compiled = sync.OnceValues(func() (*goja.Program, error) {
	return goja.Compile("echarts.js", host+script, true)
})

// engine is one JavaScript runtime with ECharts loaded. It is not safe for concurrent use.
type engine struct {
	vm   *goja.Runtime
	call goja.Callable
}

func start(measure Measure) (*engine, error) {
	program, err := compiled()
	if err != nil {
		return nil, err
	}
	vm := goja.New()
	// ECharts decides by the time it took whether it measures letter by letter, and names things by chance: both would let
	// the same option give two pictures.
	vm.SetTimeSource(func() time.Time { return time.Unix(0, 0).UTC() })
	vm.SetRandSource(func() float64 { return 0.5 })
	if _, err := vm.RunProgram(program); err != nil {
		return nil, err
	}
	if err := vm.GlobalObject().Delete("eval"); err != nil { // text never becomes code here
		return nil, err
	}
	kit := vm.Get("chartkit").ToObject(vm)
	set, ok := goja.AssertFunction(kit.Get("setPlatformAPI"))
	if !ok {
		return nil, errors.New("the script has no setPlatformAPI")
	}
	api := map[string]any{"measureText": func(text, font string) map[string]any {
		return map[string]any{"width": width(measure, text, font)}
	}}
	if _, err := set(goja.Undefined(), vm.ToValue(api)); err != nil {
		return nil, err
	}
	value, err := vm.RunString(drawing)
	if err != nil {
		return nil, err
	}
	call, ok := goja.AssertFunction(value)
	if !ok {
		return nil, errors.New("the drawing code is no function")
	}
	return &engine{vm: vm, call: call}, nil
}

// draw runs the script for one option. When ctx ends, the script is interrupted within a few instructions.
func (e *engine) draw(ctx context.Context, option []byte, width, height int) (string, error) {
	stop := context.AfterFunc(ctx, func() { e.vm.Interrupt(ctx.Err()) })
	defer stop()
	value, err := e.call(goja.Undefined(), e.vm.ToValue(string(option)), e.vm.ToValue(width), e.vm.ToValue(height))
	if err != nil {
		return "", err
	}
	if ctx.Err() != nil {
		return "", ctx.Err() // the interruption may still be on its way: the engine must not be used again
	}
	return value.String(), nil
}
