//go:build desktop

package main

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"path/filepath"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/windows"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
)

// webFolder is where the web view keeps what it must, inside of the data folder.
const webFolder = "window"

//go:embed icon.png
var icon []byte

// openWindow shows the window until it is closed. Where none can be shown it does what the system allows instead.
func openWindow(ctx context.Context, start cli.Start) error {
	if err := noView(); err != nil {
		return instead(ctx, start, err)
	}
	w := &window{folder: start.Folder, door: &door{open: start.Office}, place: readPlace(start.Folder)}
	w.desktop = &Desktop{door: w.door}
	prepare(filepath.Join(start.Folder, webFolder))
	err := w.run()
	if closed := w.door.close(); err == nil {
		return closed
	}
	return instead(ctx, start, err)
}

// window is the open window: its handler, what its page can ask for, and where it stands.
type window struct {
	folder  string
	door    *door
	desktop *Desktop
	place   place
}

// run shows the window. A toolkit that cannot start panics.
func (w *window) run() (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fault.New(noWindow, "The window could not be opened.", inBrowser)
		}
	}()
	state := options.Normal
	if w.place.Maximised {
		state = options.Maximised
	}
	id := sha256.Sum256([]byte(w.folder))
	err = wails.Run(&options.App{
		Title: "Rapporteur", Width: w.place.Width, Height: w.place.Height, MinWidth: leastWidth, MinHeight: leastHeight, WindowStartState: state,
		AssetServer: &assetserver.Options{Handler: w.door},
		Bind:        []any{w.desktop},
		Menu:        w.menu(),
		OnStartup:   w.started,
		OnDomReady:  w.shown,
		OnBeforeClose: func(ctx context.Context) bool {
			w.left(ctx)
			return false
		},
		ErrorFormatter: refusal,
		SingleInstanceLock: &options.SingleInstanceLock{UniqueId: "rapporteur-" + hex.EncodeToString(id[:8]),
			OnSecondInstanceLaunch: func(options.SecondInstanceData) { w.front() }},
		// With DisableWebViewDrop no drop would arrive at all: ownDrops keeps the web view from opening files.
		DragAndDrop:                      &options.DragAndDrop{EnableFileDrop: true, DisableWebViewDrop: false},
		EnableDefaultContextMenu:         false,
		EnableFraudulentWebsiteDetection: false,
		BindingsAllowedOrigins:           "",
		Linux:                            &linux.Options{Icon: icon, ProgramName: "rapporteur", WebviewGpuPolicy: linux.WebviewGpuPolicyOnDemand},
		Windows:                          &windows.Options{WebviewUserDataPath: filepath.Join(w.folder, webFolder), IsZoomControlEnabled: true},
	})
	if err != nil {
		return fault.New(noWindow, "The window could not be opened.", inBrowser).Because(err)
	}
	return nil
}

// refusal is a fault as the page hears it: the web view's side makes an Error of a text and of nothing else.
func refusal(err error) any {
	text, err := json.Marshal(fault.From(err))
	if err != nil {
		return fault.From(err).Message
	}
	return string(text)
}

// started puts the window where it stood, as far as the screen allows.
func (w *window) started(ctx context.Context) {
	w.desktop.ctx = ctx
	runtime.OnFileDrop(ctx, func(_, _ int, paths []string) { w.desktop.dropped(paths) })
	if w.place.Maximised {
		return
	}
	var width, height int
	screens, err := runtime.ScreenGetAll(ctx)
	for _, s := range screens {
		if err == nil && s.IsCurrent {
			width, height = s.Size.Width, s.Size.Height
		}
	}
	fits := w.place.on(width, height)
	if fits.Width != w.place.Width || fits.Height != w.place.Height {
		runtime.WindowSetSize(ctx, fits.Width, fits.Height)
	}
	if fits.Known {
		runtime.WindowSetPosition(ctx, fits.X, fits.Y)
	}
}

// ownDrops has the page leave dropped files to the window instead of opening them. Where that came too late and the web
// view shows a file, it goes back.
const ownDrops = `if (!window.runtime) history.back(); else {
	window.runtime.OnFileDrop(() => {}, false);
	for (const kind of ["dragenter", "dragover", "drop"]) addEventListener(kind, (e) => {
		if (e.dataTransfer.types.includes("Files") || e.dataTransfer.types.includes("text/uri-list")) e.preventDefault();
	}, true);
}`

// shown readies a page that has just been loaded.
func (w *window) shown(ctx context.Context) {
	runtime.WindowExecJS(ctx, ownDrops)
	w.resize(ctx, w.place.Zoom)
}

// resize shows the page larger or smaller: step times a quarter of its size.
func (w *window) resize(ctx context.Context, step int) {
	w.place.Zoom = min(max(step, leastZoom), mostZoom)
	if script := zoom(1 + float64(w.place.Zoom)/4); script != "" {
		runtime.WindowExecJS(ctx, script)
	}
}

// left keeps the window's place. A place that cannot be kept is no reason to stay open.
func (w *window) left(ctx context.Context) {
	if w.door.opened() == nil || runtime.WindowIsMinimised(ctx) || runtime.WindowIsFullscreen(ctx) {
		return
	}
	now := place{Maximised: runtime.WindowIsMaximised(ctx), Known: true, Zoom: w.place.Zoom}
	now.Width, now.Height = runtime.WindowGetSize(ctx)
	now.X, now.Y = runtime.WindowGetPosition(ctx)
	_ = now.keep(w.folder, w.place)
}

// front brings the window before the others: the program was started again.
func (w *window) front() {
	if ctx := w.desktop.ctx; ctx != nil {
		runtime.WindowShow(ctx)
		runtime.WindowUnminimise(ctx)
	}
}

func (w *window) menu() *menu.Menu {
	all := menu.NewMenu()
	for _, m := range menus {
		sub := all.AddSubmenu(m.label)
		for _, e := range m.entries {
			if e.label == "" {
				sub.AddSeparator()
				continue
			}
			sub.AddText(e.label, accelerator(e), func(*menu.CallbackData) { w.chosen(e) })
		}
	}
	return all
}

func accelerator(e entry) *keys.Accelerator {
	key := e.key
	if key == "plus" {
		key = plusKey
	}
	switch {
	case key == "":
		return nil
	case e.mod == control:
		return keys.CmdOrCtrl(key)
	case e.mod == alt:
		return keys.OptionOrAlt(key)
	}
	return keys.Key(key)
}

// chosen does what a menu's entry says.
func (w *window) chosen(e entry) {
	ctx := w.desktop.ctx
	switch {
	case ctx == nil: // the window is not up yet
	case e.event == quitEvent:
		runtime.Quit(ctx)
	case e.event == zoomEvent:
		w.resize(ctx, map[string]int{"in": w.place.Zoom + 1, "out": w.place.Zoom - 1}[e.data])
	case e.event == textEvent && e.data == "paste":
		if text, err := runtime.ClipboardGetText(ctx); err == nil {
			w.edit("insertText", text)
		}
	case e.event == textEvent:
		w.edit(e.data, "")
	case e.data != "":
		runtime.EventsEmit(ctx, e.event, e.data)
	default:
		runtime.EventsEmit(ctx, e.event)
	}
}

// edit has the page's text field carry out one of the browser's editing commands.
func (w *window) edit(command, value string) {
	arguments, err := json.Marshal([]any{command, false, value})
	if err == nil { // texts can always be written as JSON
		runtime.WindowExecJS(w.desktop.ctx, "document.execCommand(..."+string(arguments)+")")
	}
}
