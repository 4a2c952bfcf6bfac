package cli

import (
	"fmt"
	"io"
)

// write puts data into a file in one step; "-" is standard output. An existing file is replaced only with force, and what
// is no file never.
func (s *session) write(path string, data []byte, force bool) error {
	if path == "-" {
		_, err := s.out.Write(data)
		return err
	}
	return WriteFile(path, data, force)
}

// deliver writes a file and says so; on standard output the file itself is the answer.
func (s *session) deliver(path string, data []byte, force bool) error {
	if err := s.write(path, data, force); err != nil || path == "-" {
		return err
	}
	return s.print(map[string]any{"file": path, "bytes": len(data)}, func(w io.Writer) { fmt.Fprintln(w, "written:", path) })
}
