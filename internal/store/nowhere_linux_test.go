package store

import (
	"errors"
	"io/fs"
	"testing"

	"rapporteur/internal/fault"
)

// Nothing can be made under /proc, which answers as a drive does that is not connected.
func TestADriveThatIsNotThereIsRefusedInWords(t *testing.T) {
	_, err := Open(t.Context(), "/proc/none/data", testOptions())
	if !fault.Is(err, fault.NotFound) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%+v", err)
	}
}
