package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"rapporteur/internal/fault"
)

// SetText keeps the officer's text of a report section; "" takes the section back to what the program writes.
func (tx *Tx) SetText(webinarID, section, text string) error {
	if err := tx.of(webinarID); err != nil {
		return err
	}
	return tx.exec(`INSERT INTO report_text (change_id, n, section, text) VALUES (?, ?, ?, ?)`,
		tx.change.ID, tx.next(), section, text)
}

// Texts gives the officer's texts in force, by section; sections without one are missing.
func (r Reads) Texts(ctx context.Context, webinarID string) (map[string]string, error) {
	type pair struct{ section, text string }
	all, err := scanAll(ctx, r.q, func(r row) (p pair, err error) { return p, r.Scan(&p.section, &p.text) },
		`SELECT section, text FROM live_report_text WHERE webinar_id = ? ORDER BY seq, n`, webinarID)
	texts := map[string]string{}
	for _, p := range all {
		texts[p.section] = p.text
		if p.text == "" {
			delete(texts, p.section)
		}
	}
	return texts, err
}

// Issued is a report as it went out. Name is a file name; Kind its form ("pdf", "docx", "html", "xlsx"); Copy is
// "internal", "donor" or "published"; Status is "draft" or "final". ID, SHA256 (lower-case hex), Size (bytes) and
// IssuedAt (UTC) are filled in.
type Issued struct {
	ID       string
	Name     string
	Kind     string
	Copy     string
	Status   string
	SHA256   string
	Size     int
	IssuedAt time.Time
}

// Issue keeps the bytes of a report for ever and returns it with ID, SHA256, Size and IssuedAt filled in.
func (tx *Tx) Issue(webinarID string, i Issued, data []byte) (Issued, error) {
	if err := tx.of(webinarID); err != nil {
		return Issued{}, err
	}
	sum := sha256.Sum256(data)
	i.ID, i.SHA256, i.Size, i.IssuedAt = tx.newID(), hex.EncodeToString(sum[:]), len(data), tx.change.At
	const insert = `INSERT INTO issued_report (change_id, n, id, name, kind, copy, status, sha256, size, bytes)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	return i, tx.exec(insert, tx.change.ID, tx.next(), i.ID, i.Name, i.Kind, i.Copy, i.Status, i.SHA256, i.Size, data)
}

// IssuedReports lists the reports issued on a webinar, oldest first.
func (r Reads) IssuedReports(ctx context.Context, webinarID string) ([]Issued, error) {
	const query = `SELECT id, name, kind, copy, status, sha256, size, issued_at FROM live_issued_report
		WHERE webinar_id = ? ORDER BY seq, n`
	return scanAll(ctx, r.q, func(r row) (i Issued, err error) {
		return i, r.Scan(&i.ID, &i.Name, &i.Kind, &i.Copy, &i.Status, &i.SHA256, &i.Size, moment{&i.IssuedAt})
	}, query, webinarID)
}

// IssuedBytes gives the bytes of an issued report as they went out. Faults: not-found, damaged.
func (r Reads) IssuedBytes(ctx context.Context, id string) ([]byte, error) {
	report, found, err := scanOne(ctx, r.q, scanKept, `SELECT id, sha256, bytes FROM issued_report WHERE id = ?`, id)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fault.New(fault.NotFound, "There is no issued report with this identifier.", "Look for it in the list of final reports.")
	}
	return report.bytes, report.verify()
}

// keptReport is an issued report as it stands in the register.
type keptReport struct {
	id, sum string
	bytes   []byte
}

func scanKept(r row) (k keptReport, err error) { return k, r.Scan(&k.id, &k.sum, &k.bytes) }

func (k keptReport) verify() error {
	if sum := sha256.Sum256(k.bytes); hex.EncodeToString(sum[:]) != k.sum {
		return fault.New(fault.Damaged, "The stored bytes of an issued report are no longer those that were issued.",
			"Restore a backup or a snapshot.").Because(fmt.Errorf("issued report %s", k.id))
	}
	return nil
}
