//go:build desktop

package main

import (
	"context"
	"fmt"
	"os/exec"
	"syscall"

	"github.com/wailsapp/go-webview2/webviewloader"
	"golang.org/x/sys/windows"

	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
)

// What the system's dialogs and menus take.
const (
	caseMatters = false
	allFiles    = "*.*"
	plusKey     = "plus"
)

// oldest is the first version of WebView2 that the window can show the screens with.
const oldest = "111.0.1661.41"

// noView says why no window can be shown: WebView2 is missing or too old.
func noView() error {
	version, err := webviewloader.GetAvailableCoreWebView2BrowserVersionString("")
	if err == nil && version != "" {
		if order, err := webviewloader.CompareBrowserVersions(version, oldest); err == nil && order >= 0 {
			return nil
		}
	}
	return fault.New(noWindow, "This computer has no Microsoft Edge WebView2 to show the window with.", inBrowser)
}

// instead shows the screens in the browser, until the officer says so or nobody has used them for long.
func instead(ctx context.Context, start cli.Start, reason error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		if box(reason.Error()+"\n\nRapporteur is open in your browser instead. Keep this message open while you work: OK ends Rapporteur.",
			windows.MB_ICONINFORMATION) {
			stop()
		}
	}()
	err := start.Browser(ctx)
	if err != nil {
		f := fault.From(err)
		box(f.Message+"\n\n"+f.Hint, windows.MB_ICONERROR)
	}
	return err
}

// box shows a message of the system, waits for OK and tells whether it could be shown.
func box(text string, kind uint32) bool {
	message, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return false
	}
	answer, err := windows.MessageBox(0, message, windows.StringToUTF16Ptr("Rapporteur"), windows.MB_OK|windows.MB_SETFOREGROUND|kind)
	return err == nil && answer != 0
}

// prepare has nothing to do: the web view is told its folder.
func prepare(string) {}

// zoom gives the script that shows the page larger or smaller, 1 as it is.
func zoom(level float64) string {
	return fmt.Sprintf("document.documentElement.style.zoom = %.2f", level)
}

// reveal shows a file in its folder.
func reveal(file string) error {
	c := exec.Command("explorer.exe")
	// Explorer takes the path in its own way: the argument as a whole must not be put into quotes.
	c.SysProcAttr = &syscall.SysProcAttr{CmdLine: `explorer.exe /select,"` + file + `"`}
	if err := c.Start(); err != nil {
		return fault.New(fault.NotFound, "The folder could not be shown.", "Open it in the file manager.").Because(err)
	}
	go func() { _ = c.Wait() }() // its status tells nothing
	return nil
}
