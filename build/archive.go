package main

import (
	"archive/tar"
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// packed is a file of an archive: where it lies, its name in the archive, who may do what.
type packed struct {
	from, name string
	mode       fs.FileMode
}

// made is the time written for every file: the same sources make the same archive.
var made = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// tarball packs files for Linux.
func tarball(to string, files []packed) error {
	return into(to, func(out io.Writer) error {
		zw, err := gzip.NewWriterLevel(out, gzip.BestCompression)
		if err != nil {
			return err
		}
		tw := tar.NewWriter(zw)
		for _, f := range files {
			data, err := os.ReadFile(f.from)
			if err != nil {
				return err
			}
			header := &tar.Header{Name: f.name, Mode: int64(f.mode), Size: int64(len(data)), ModTime: made, Format: tar.FormatPAX}
			if err := tw.WriteHeader(header); err != nil {
				return err
			}
			if _, err := tw.Write(data); err != nil {
				return err
			}
		}
		return errors.Join(tw.Close(), zw.Close())
	})
}

// zipped packs files for Windows.
func zipped(to string, files []packed) error {
	return into(to, func(out io.Writer) error {
		zw := zip.NewWriter(out)
		zw.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
		for _, f := range files {
			data, err := os.ReadFile(f.from)
			if err != nil {
				return err
			}
			header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: made}
			header.SetMode(f.mode)
			w, err := zw.CreateHeader(header)
			if err != nil {
				return err
			}
			if _, err := w.Write(data); err != nil {
				return err
			}
		}
		return zw.Close()
	})
}

func into(to string, write func(io.Writer) error) error {
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// sums writes the SHA-256 of everything that is handed out and prints the sizes.
func sums() error {
	var list strings.Builder
	entries, err := os.ReadDir(outFolder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		data, err := os.ReadFile(filepath.Join(outFolder, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(data), e.Name())
		fmt.Printf("%6.1f MB  %s\n", float64(len(data))/1e6, filepath.Join(outFolder, e.Name()))
	}
	return os.WriteFile(filepath.Join(outFolder, "SHA256SUMS"), []byte(list.String()), 0o644)
}
