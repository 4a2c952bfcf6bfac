//go:build desktop

package main

/*
#cgo pkg-config: gtk+-3.0 webkit2gtk-4.1
#include <webkit2/webkit2.h>

static void find_view(GtkWidget *w, gpointer found) {
	if (WEBKIT_IS_WEB_VIEW(w)) *(GtkWidget **)found = w;
	else if (GTK_IS_CONTAINER(w)) gtk_container_forall(GTK_CONTAINER(w), find_view, found);
}

static gboolean zoom_now(gpointer level) {
	GtkWidget *view = NULL;
	GList *windows = gtk_window_list_toplevels();
	for (GList *w = windows; w && !view; w = w->next) find_view(GTK_WIDGET(w->data), &view);
	g_list_free(windows);
	if (view) webkit_web_view_set_zoom_level(WEBKIT_WEB_VIEW(view), *(gdouble *)level);
	g_free(level);
	return G_SOURCE_REMOVE;
}

static void zoom_view(gdouble level) {
	gdouble *copy = g_new(gdouble, 1);
	*copy = level;
	g_idle_add(zoom_now, copy);
}
*/
import "C"

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"

	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
)

// What the system's dialogs and menus take.
const (
	caseMatters = true
	allFiles    = "*"
	plusKey     = "+"
)

// noView says why no window can be shown.
func noView() error {
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return fault.New(noWindow, "There is no display to open the window on.", inBrowser)
	}
	return nil
}

// instead leaves it at the reason, which offers the browser.
func instead(_ context.Context, _ cli.Start, reason error) error { return reason }

// Folders of the account's own, as the system named them.
var dataHome, cacheHome = os.Getenv("XDG_DATA_HOME"), os.Getenv("XDG_CACHE_HOME")

// prepare has the web view and the dialogs keep what they keep (lists of recent files among it) in a folder of ours. The
// account's own themes and icons are still found. Older web views stay blank on some graphics cards unless told.
func prepare(folder string) {
	shared, systems := dataHome, os.Getenv("XDG_DATA_DIRS")
	if home, err := os.UserHomeDir(); shared == "" && err == nil {
		shared = filepath.Join(home, ".local", "share")
	}
	if systems == "" {
		systems = "/usr/local/share:/usr/share"
	}
	set := map[string]string{
		"XDG_DATA_HOME":  filepath.Join(folder, "data"),
		"XDG_CACHE_HOME": filepath.Join(folder, "cache"),
		"XDG_DATA_DIRS":  shared + ":" + systems,
	}
	if C.webkit_get_major_version() == 2 && C.webkit_get_minor_version() < 48 && os.Getenv("WEBKIT_DISABLE_DMABUF_RENDERER") == "" {
		set["WEBKIT_DISABLE_DMABUF_RENDERER"] = "1"
	}
	for name, value := range set {
		_ = os.Setenv(name, value) // fails for no name of these
	}
	_ = os.MkdirAll(set["XDG_CACHE_HOME"], 0o700) // where it fails, the register cannot be opened either, which says why
}

// zoom shows the page larger or smaller, 1 as it is. No script is needed.
func zoom(level float64) string {
	C.zoom_view(C.gdouble(level))
	return ""
}

// reveal shows a file's folder in the desktop's file manager.
func reveal(file string) error {
	c := exec.Command("xdg-open", filepath.Dir(file))
	c.Env = append(os.Environ(), "XDG_DATA_HOME="+dataHome, "XDG_CACHE_HOME="+cacheHome)
	if err := c.Start(); err != nil {
		return fault.New(fault.NotFound, "The folder could not be shown.", "Open it in the file manager.").Because(err)
	}
	go func() { _ = c.Wait() }() // its end tells nothing
	return nil
}
