package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"slices"

	"github.com/xuri/excelize/v2"
)

// sortedZip keeps the parts of a file until it is closed and then writes them in the order of their names: excelize hands
// over the sheets in the order of a map, which changes from run to run. The list of content types comes first, as
// programs expect that look at the first part only.
type sortedZip struct {
	out   io.Writer
	parts map[string]*bytes.Buffer
}

func newSortedZip(w io.Writer) excelize.ZipWriter {
	return &sortedZip{out: w, parts: map[string]*bytes.Buffer{}}
}

// Create starts a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	b := &bytes.Buffer{}
	z.parts[name] = b
	return b, nil
}

// AddFS adds all files of a file system.
func (z *sortedZip) AddFS(fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		z.parts[path] = bytes.NewBuffer(data)
		return nil
	})
}

// Close writes the archive.
func (z *sortedZip) Close() error {
	const first = "[Content_Types].xml"
	names := make([]string, 0, len(z.parts))
	for name := range z.parts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		switch {
		case a == first:
			return -1
		case b == first || a > b:
			return 1
		}
		return -1
	})
	archive := zip.NewWriter(z.out)
	for _, name := range names {
		w, err := archive.Create(name)
		if err != nil {
			return err
		}
		if _, err := w.Write(z.parts[name].Bytes()); err != nil {
			return err
		}
	}
	return archive.Close()
}
