//go:build !desktop

package main

import (
	"context"

	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
)

// openWindow says that this build has no window.
func openWindow(context.Context, cli.Start) error {
	return fault.New(noWindow, "This build of the program has no window.", inBrowser)
}
