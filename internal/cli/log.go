package cli

import (
	"bytes"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
)

// logFile is the log in the data folder: what stands behind errors of the program itself, for the developers.
const logFile = "rapporteur.log"

// logCause adds a cause to the log of a data folder that is there, and tells whether it could.
func logCause(folder string, cause error) bool {
	var out bytes.Buffer
	slog.New(slog.NewTextHandler(&out, nil)).Error("internal", "cause", cause.Error())
	_, err := (&logWriter{folder}).Write(out.Bytes())
	return err == nil
}

// logWriter adds to the log of a data folder, opening it for each entry: there are few.
type logWriter struct{ folder string }

// Write implements io.Writer.
func (l *logWriter) Write(p []byte) (int, error) {
	f, err := os.OpenFile(filepath.Join(l.folder, logFile), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, err
	}
	n, err := f.Write(p)
	return n, errors.Join(err, f.Close())
}
