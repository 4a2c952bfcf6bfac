package participant

import (
	"strings"
	"testing"
	"unsafe"
)

// A remembered key is no piece of the file that its word was read from: the file would stay in memory with it.
func TestKeptKeysHoldNoFile(t *testing.T) {
	within := func(s, file string) bool {
		at, from := uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(unsafe.Pointer(unsafe.StringData(file)))
		return at >= from && at < from+uintptr(len(file))
	}
	for name, key := range map[string]func(string) string{"Fold": Fold, "Fine": Fine, "Latin": Latin} {
		for _, word := range []string{"keptahmetkept", "keptannakept", "keptmuhamedkept", "keptđorđekept"} {
			file := strings.Clone("before " + word + " behind")
			key(file[len("before ") : len("before ")+len(word)])
			if again := key(strings.Clone(word)); within(again, file) {
				t.Errorf("%s keeps the file of %q", name, word)
			}
		}
	}
}
