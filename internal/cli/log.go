package cli

import (
	"log/slog"
	"os"
	"path/filepath"
)

// logFile is the log in the data folder: what stands behind errors of the program itself, for the developers.
const logFile = "rapporteur.log"

// logCause adds a cause to the log of a data folder that is there, and tells whether it could.
func logCause(folder string, cause error) bool {
	f, err := os.OpenFile(filepath.Join(folder, logFile), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return false
	}
	slog.New(slog.NewTextHandler(f, nil)).Error("internal", "cause", cause.Error())
	return f.Close() == nil
}
