package cli

import (
	"context"
	"io"
	"path/filepath"

	"rapporteur/internal/fault"
)

// Start is what the window is given when the program is started without a command. Folder is the data folder, absolute.
// Office opens the register and its screens; the window closes them. Browser shows the screens in the browser instead,
// until ctx ends or nobody has used them for long.
type Start struct {
	Folder  string
	Office  func(ctx context.Context) (*Office, error)
	Browser func(ctx context.Context) error
}

// Window opens the window and returns when it is closed; the program sets it before Main. While it is nil, a start
// without a command is a misuse.
var Window func(context.Context, Start) error

type windowCommand struct{}

// Run opens the window.
func (c *windowCommand) Run(s *session) error {
	if Window == nil {
		return fault.New(usage, "Say what to do.", help)
	}
	folder, err := filepath.Abs(dataFolder(s.data))
	if err != nil {
		return err
	}
	silent := *s
	silent.out = io.Discard // a program without a console has nowhere to print
	return Window(s.ctx, Start{
		Folder:  folder,
		Office:  func(ctx context.Context) (*Office, error) { return OpenOffice(ctx, folder, nil) },
		Browser: func(ctx context.Context) error { return silent.serve(ctx, 0, true) },
	})
}
