package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rapporteur/internal/fault"
)

// applicationID marks a SQLite file as a register: "RAPP". It stands in migration 0001 too.
const applicationID = 0x52415050

// The parts of SQLite's file header that are read here: https://www.sqlite.org/fileformat2.html#the_database_header
const (
	headerSize          = 100
	headerMagic         = "SQLite format 3\x00"
	headerUserVersion   = 60
	headerApplicationID = 68
)

// peek reads the schema version of the register without SQLite, so that not a byte changes and no side file appears.
// 0: there is no register yet. Faults: newer (than ours), foreign, damaged.
//
// The header in the file itself is enough: migrations run without a write-ahead log, so that a version never stands in
// one alone.
func peek(path string, ours int) (int, error) {
	head, err := readHeader(path)
	if err != nil {
		return 0, err
	}
	if len(head) == 0 {
		return 0, refuseOrphan(path)
	}
	if len(head) < headerSize || !bytes.HasPrefix(head, []byte(headerMagic)) {
		if wasRegister(head) {
			return 0, damaged()
		}
		return 0, foreign()
	}
	if binary.BigEndian.Uint32(head[headerApplicationID:]) != applicationID {
		return 0, foreign()
	}
	version := int(int32(binary.BigEndian.Uint32(head[headerUserVersion:])))
	switch {
	case version < 1:
		return 0, damaged()
	case version > ours:
		return 0, newer()
	}
	return version, nil
}

// readHeader gives the file's first bytes; none when there is no file. What is no file, such as a folder, a pipe (which
// would be waited for) or a link to nowhere, is foreign.
func readHeader(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(path); err == nil {
			return nil, foreign()
		}
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, foreign()
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, headerSize)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	return head[:n], nil
}

// wasRegister tells a register whose first bytes are broken from a file of another kind: cut off within the header,
// blanked (what a power cut leaves on some drives), or with our mark still in place.
func wasRegister(head []byte) bool {
	if len(head) < headerSize {
		return bytes.HasPrefix(head, []byte(headerMagic)) || bytes.HasPrefix([]byte(headerMagic), head)
	}
	return binary.BigEndian.Uint32(head[headerApplicationID:]) == applicationID || bytes.Count(head, []byte{0}) == len(head)
}

// refuseOrphan refuses to begin a new register where one was: beside a filled write-ahead log, which the new one would
// swallow or drop, and beside the folder of snapshots, which is made with the first register.
func refuseOrphan(path string) error {
	log, err := size(path + "-wal")
	if err != nil {
		return err
	}
	_, err = os.Stat(filepath.Join(filepath.Dir(path), snapshotFolder))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	} else if err == nil {
		log = max(log, 1)
	}
	if err == nil && log > 0 {
		err = fault.New(fault.Damaged, "The register's main file is missing or empty, though a part of it is still there.",
			"Put the file register.db back into the data folder, or restore a backup. For a new register choose another data folder.")
	}
	return err
}

// refuseLostLog refuses a register whose write-ahead log was taken away, and what was saved last with it: the log's
// index is still there, and SQLite makes the log before it and removes the log after it. It is asked under the lock, so
// that no other process is just doing so.
func refuseLostLog(path string) error {
	log, err := size(path + "-wal")
	if err != nil || log >= 0 {
		return err
	}
	index, err := size(path + "-shm")
	if err == nil && index >= 0 {
		err = fault.New(fault.Damaged, "A part of the register is missing: the file register.db-wal, with what was saved last.",
			"Put the file back into the data folder. If it is lost, delete register.db-shm to go on with what was saved before.")
	}
	return err
}

// size is the length of a file, -1 when there is none.
func size(path string) (int64, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return -1, nil
	}
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
