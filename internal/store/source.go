package store

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"rapporteur/internal/fault"
)

// Source is an imported file and what was found when it was read. Name is the file's name without folder; Kind is
// "outline", "registrations" or "attendance"; Zone is the IANA zone its times were read in; Rows counts its rows;
// Size is in bytes. SHA256 (of the file's own bytes, lower-case hex), Size and ImportedAt (UTC) are filled in.
type Source struct {
	SHA256     string
	Name       string
	Kind       string
	Format     string
	Encoding   string
	Delimiter  string
	DateOrder  string
	Zone       string
	Rows       int
	Size       int
	ImportedAt time.Time
}

// AddSource keeps the bytes of an imported file, deflated and once, and what was found in it. It returns the source
// with SHA256, Size and ImportedAt filled in.
func (tx *Tx) AddSource(src Source, data []byte) (Source, error) {
	sum := sha256.Sum256(data)
	src.SHA256, src.Size, src.ImportedAt = hex.EncodeToString(sum[:]), len(data), tx.change.At
	have, _, err := scanOne(tx.ctx, tx.q, oneNumber, `SELECT count(*) FROM source_file WHERE sha256 = ?`, src.SHA256)
	if err != nil {
		return Source{}, err
	}
	if have == 0 {
		deflated, err := deflate(data)
		if err != nil {
			return Source{}, err
		}
		if err := tx.exec(`INSERT INTO source_file (sha256, size, deflated) VALUES (?, ?, ?)`, src.SHA256, src.Size, deflated); err != nil {
			return Source{}, err
		}
	}
	const insert = `INSERT INTO source_import
		(change_id, n, sha256, name, kind, format, encoding, delimiter, date_order, zone, row_count)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	return src, tx.exec(insert, tx.change.ID, tx.next(), src.SHA256, src.Name, src.Kind, src.Format, src.Encoding,
		src.Delimiter, src.DateOrder, src.Zone, src.Rows)
}

// Sources lists the files imported into a webinar, in the order of their first import; a file imported twice once.
func (r Reads) Sources(ctx context.Context, webinarID string) ([]Source, error) {
	const query = `SELECT i.sha256, i.name, i.kind, i.format, i.encoding, i.delimiter, i.date_order, i.zone, i.row_count,
			f.size, i.imported_at
		FROM live_source_import i JOIN source_file f ON f.sha256 = i.sha256 WHERE i.webinar_id = ?
		AND NOT EXISTS (SELECT 1 FROM live_source_import e WHERE e.webinar_id = i.webinar_id AND e.sha256 = i.sha256
			AND (e.seq < i.seq OR (e.seq = i.seq AND e.n < i.n)))
		ORDER BY i.seq, i.n`
	return scanAll(ctx, r.q, func(r row) (s Source, err error) {
		return s, r.Scan(&s.SHA256, &s.Name, &s.Kind, &s.Format, &s.Encoding, &s.Delimiter, &s.DateOrder, &s.Zone, &s.Rows,
			&s.Size, moment{&s.ImportedAt})
	}, query, webinarID)
}

// SourceBytes gives the bytes of an imported file as they were. Faults: not-found, damaged (they are no longer those).
func (r Reads) SourceBytes(ctx context.Context, sum string) ([]byte, error) {
	file, found, err := scanOne(ctx, r.q, scanStored, `SELECT sha256, size, deflated FROM source_file WHERE sha256 = ?`, sum)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fault.New(fault.NotFound, "The register has no file with this checksum.", "Look for it among the webinar's files.")
	}
	return file.bytes()
}

// storedFile is a file as it stands in the register.
type storedFile struct {
	sum      string
	size     int
	deflated []byte
}

func scanStored(r row) (f storedFile, err error) { return f, r.Scan(&f.sum, &f.size, &f.deflated) }

// bytes inflates the file and proves that not a bit of it has changed.
func (f storedFile) bytes() ([]byte, error) {
	// One byte more than promised is enough to know that the promise is broken.
	data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(f.deflated)), int64(f.size)+1))
	if err != nil {
		return nil, fileChanged().Because(err)
	}
	if sum := sha256.Sum256(data); len(data) != f.size || hex.EncodeToString(sum[:]) != f.sum {
		return nil, fileChanged().Because(fmt.Errorf("sha256 of stored bytes is not %s", f.sum))
	}
	return data, nil
}

func fileChanged() *fault.Error {
	return fault.New(fault.Damaged, "The stored bytes of an imported file are no longer those that were imported.",
		"Restore a backup or a snapshot, or import the file again from where it came.")
}

// deflatePiece is how much of a file one goroutine deflates: the pieces are put together to one stream.
const deflatePiece = 2 << 20

// deflate packs a file quickly rather than tightly: an officer waits for it, and a text file becomes a quarter either way.
func deflate(data []byte) ([]byte, error) {
	pieces := make([]bytes.Buffer, max(1, (len(data)+deflatePiece-1)/deflatePiece))
	errs := make([]error, len(pieces))
	besideEachOther(len(pieces), func(i int) {
		w, err := flate.NewWriter(&pieces[i], flate.BestSpeed)
		if err == nil {
			_, err = w.Write(data[i*deflatePiece : min(len(data), (i+1)*deflatePiece)])
		}
		switch {
		case err != nil:
		case i < len(pieces)-1:
			err = w.Flush() // ends at a whole byte; the stream goes on
		default:
			err = w.Close()
		}
		errs[i] = err
	})
	size := 0
	for i := range pieces {
		size += pieces[i].Len()
	}
	out := make([]byte, 0, size)
	for i := range pieces {
		out = append(out, pieces[i].Bytes()...)
	}
	return out, errors.Join(errs...)
}

// besideEachOther does n pieces of work, as many at once as there are processors for.
func besideEachOther(n int, work func(i int)) {
	var all sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range n {
		free <- struct{}{}
		all.Go(func() {
			defer func() { <-free }()
			work(i)
		})
	}
	all.Wait()
}
