package store

import (
	"context"
	"fmt"
	"path/filepath"

	"rapporteur/internal/fault"
)

// Finding is something wrong that Check found. Code is one of "structure" (the file of the register), "schema" (its tables and fixed lists), "reference" (a
// fact without what it belongs to), "value" (a change whose content is no longer what was saved), "file" (stored bytes
// of an imported file), "report" (stored bytes of an issued report), "snapshot". Subject is the table, change, SHA-256,
// report or snapshot concerned; Sentence says it to the officer.
type Finding struct {
	Code     string `json:"code"`
	Subject  string `json:"subject"`
	Sentence string `json:"sentence"`
}

// Report is the answer of Check: how much was looked at, and what is wrong. No findings: all is well.
type Report struct {
	Changes   int       `json:"changes"`
	Files     int       `json:"files"`
	Reports   int       `json:"reports"`
	Snapshots int       `json:"snapshots"`
	Findings  []Finding `json:"findings"`
}

func (r *Report) add(code, subject, sentence string) {
	r.Findings = append(r.Findings, Finding{code, subject, sentence})
}

// Check looks at everything the register promises to keep: its structure, its schema, its references, the content of
// every change, the bytes of every imported file and issued report, and every snapshot, each against its own SHA-256.
// What is wrong is a finding, not an error; an error means that the check itself could not be finished. A changed
// schema ends it: no answer could be trusted any more.
func (s *Store) Check(ctx context.Context) (Report, error) {
	report := Report{Findings: []Finding{}}
	if err := s.there(); err != nil {
		return report, err
	}
	sound, err := s.soundSchema(ctx)
	if err != nil && !fault.Is(err, fault.Damaged) {
		return report, err
	}
	if !sound {
		report.add("schema", registerFile, "The tables of the register are no longer those that this program made.")
		return report, nil
	}
	for _, step := range []func(context.Context, *Report) error{
		s.checkStructure, s.checkReferences, s.checkChanges, s.checkFiles, s.checkReports, s.checkSnapshots,
	} {
		err := explain(step(ctx, &report))
		if fault.Is(err, fault.Damaged) {
			report.add("structure", registerFile, "A part of the register can no longer be read.")
			continue
		}
		if err != nil {
			return report, err
		}
	}
	return report, nil
}

func (s *Store) checkStructure(ctx context.Context, report *Report) error {
	found, err := scanAll(ctx, s.reader, oneText, `PRAGMA integrity_check`)
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		report.add("structure", registerFile, fmt.Sprintf("The file of the register is damaged in %d places.", len(found)))
	}
	return nil
}

func (s *Store) checkReferences(ctx context.Context, report *Report) error {
	tables, err := scanAll(ctx, s.reader, oneText, `SELECT DISTINCT "table" FROM pragma_foreign_key_check`)
	for _, table := range tables {
		report.add("reference", table, "Some facts have lost what they belong to.")
	}
	return err
}

func (s *Store) checkChanges(ctx context.Context, report *Report) error {
	n, _, err := scanOne(ctx, s.reader, oneNumber, `SELECT count(*) FROM change`)
	if err != nil {
		return err
	}
	report.Changes = n
	broken, err := brokenSeals(ctx, s.reader)
	for _, id := range broken {
		report.add("value", id, "What was saved with this change is no longer what was saved.")
	}
	return err
}

func (s *Store) checkFiles(ctx context.Context, report *Report) error {
	sums, err := scanAll(ctx, s.reader, oneText, `SELECT sha256 FROM source_file ORDER BY sha256`)
	if err != nil {
		return err
	}
	report.Files = len(sums)
	for _, sum := range sums {
		err := second(s.SourceBytes(ctx, sum))
		if fault.Is(err, fault.Damaged) || fault.Is(err, fault.NotFound) {
			report.add("file", sum, "The stored bytes of an imported file are no longer those that were imported.")
		} else if err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) checkReports(ctx context.Context, report *Report) error {
	ids, err := scanAll(ctx, s.reader, oneText, `SELECT id FROM issued_report ORDER BY id`)
	if err != nil {
		return err
	}
	report.Reports = len(ids)
	for _, id := range ids {
		err := second(s.IssuedBytes(ctx, id))
		if fault.Is(err, fault.Damaged) || fault.Is(err, fault.NotFound) {
			report.add("report", id, "The stored bytes of an issued report are no longer those that were issued.")
		} else if err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) checkSnapshots(_ context.Context, report *Report) error {
	folder := filepath.Join(s.dir, snapshotFolder)
	names, err := snapshotNames(folder)
	if err != nil {
		return err
	}
	report.Snapshots = len(names)
	for _, name := range names {
		ok, err := intact(folder, name)
		if err != nil {
			return err
		}
		if !ok {
			report.add("snapshot", name, "This snapshot is no longer what was saved, or its checksum is missing.")
		}
	}
	return nil
}

func second[T any](_ T, err error) error { return err }
