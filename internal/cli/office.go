package cli

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/adrg/xdg"
	"github.com/alecthomas/kong"
	"github.com/google/uuid"

	"rapporteur/internal/chart/ssr"
	"rapporteur/internal/fault"
	"rapporteur/internal/guard"
	"rapporteur/internal/render/pdf"
	"rapporteur/internal/web"
	"rapporteur/internal/workflow"
)

// Office is an open register with the handler of its screens: what serve gives to a browser and the window to its page.
type Office struct {
	*web.Server
	desk   *workflow.Desk
	tables *guard.Reader
	warm   *time.Timer
	log    *slog.Logger
}

// warmAfter is when the child for the first file is started: after the first screen is painted.
const warmAfter = time.Second

// OpenOffice opens the register of a data folder and makes the handler of its screens. access nil is for the window.
// Faults are those of store.Open. The caller closes the office.
func OpenOffice(ctx context.Context, folder string, access *web.Access) (*Office, error) {
	if _, err := fs.Stat(Screens, "index.html"); err != nil {
		return nil, fault.New(fault.Internal, "This program was built without its screens.", "Build it with: go run ./build run").Because(err)
	}
	debug.SetGCPercent(50) // a large import holds half as much beside what it needs
	reader := tables()
	desk, err := openDesk(ctx, folder, reader, false)
	if err != nil {
		return nil, err
	}
	log := slog.New(slog.NewTextHandler(&logWriter{folder}, nil))
	server := web.New(web.Options{Desk: desk, Assets: Screens, Charts: []byte(ssr.Script()), NewID: newID, Log: log, Access: access,
		Program: web.Program{Version: version(), Folder: folder, Officer: officer()}})
	return &Office{server, desk, reader, time.AfterFunc(warmAfter, reader.Warm), log}, nil
}

// Close ends the child that waits for a file and lets go of the register.
func (o *Office) Close() error {
	o.warm.Stop()
	o.tables.Close()
	return o.desk.Close()
}

// Refuse turns any error into the fault that an officer is shown, and logs what stands behind an error of the program
// itself.
func (o *Office) Refuse(err error) *fault.Error {
	f := fault.From(err)
	if cause := errors.Unwrap(f); f.Code == fault.Internal && cause != nil {
		o.log.Error("internal", "cause", cause.Error())
	}
	return f
}

// openDesk wires the register of a data folder with the guarded reader of tables, the clock and the drawing of charts.
// existing makes no new register where there is none.
func openDesk(ctx context.Context, folder string, tables workflow.Tables, existing bool) (*workflow.Desk, error) {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return nil, fault.New(fault.Invalid, "The data folder is a file, not a folder.", "Name a folder with --data or RAPPORTEUR_DATA.")
	}
	return workflow.Open(ctx, folder, workflow.Options{Existing: existing, Tables: tables, Now: time.Now, NewID: newID, Who: officer(), Charts: ssr.New(pdf.Measure)})
}

// dataFolder is the folder asked for, else the account's.
func dataFolder(asked string) string {
	if asked == "" {
		return filepath.Join(xdg.DataHome, "rapporteur")
	}
	return kong.ExpandPath(asked)
}

// tables is the guarded reader: this program itself, by its hidden subcommand.
func tables() *guard.Reader {
	path, err := os.Executable()
	if err != nil {
		path = os.Args[0]
	}
	return &guard.Reader{Command: guard.Command{Path: path, Args: []string{readTable}}}
}

// newID makes a UUIDv7: sorted by time of making.
func newID() string { return uuid.Must(uuid.NewV7()).String() }

// officer is the name written into changes: the account's.
func officer() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "unknown"
}
