package store

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/change"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/indicator"
	"rapporteur/internal/match"
	"rapporteur/internal/sector"
)

// fullRegister fills a register with something of everything and returns its webinar.
func fullRegister(t *testing.T, s *Store) string {
	t.Helper()
	id := newWebinar(t, s)
	importRegistrations(t, s, id, "r.csv", people(0, 40))
	importRecords(t, s, id, "a.csv", stays(0, 40))
	importAnswers(t, s, id, "p.csv", answers(0, 10))
	do(t, s, change.EngagementLink, id, func(tx *Tx) error {
		if err := tx.AddPhaseWord(id, engagement.PhaseWord{File: sumText("bytes of p.csv"), Phase: engagement.Before}); err != nil {
			return err
		}
		return tx.AddLink(id, engagement.Link{Question: "q1", Outcome: "Officers know the channels"})
	})
	do(t, s, change.AttendanceImport, id, func(tx *Tx) error {
		return tx.RememberColumns(id, ColumnMapping{Kind: "attendance", Fingerprint: "f", Columns: map[string]int{"email": 2}})
	})
	do(t, s, change.MatchDecide, id, func(tx *Tx) error {
		return tx.AddDecision(id, match.Decision{Records: []string{"a0001"}, Registration: "R0001"}, nil)
	})
	do(t, s, change.MatchSplit, id, func(tx *Tx) error {
		return tx.AddSplit(id, match.SplitDecision{Records: []string{"a0002"}, Names: []string{"Ana Example", "Marko Example"}})
	})
	do(t, s, change.CountrySet, id, func(tx *Tx) error {
		if err := tx.AddOwnEntry(sector.Own{Kind: sector.OwnOrganisation, Text: "Kvarkon", Code: "police"}); err != nil {
			return err
		}
		return tx.AddCountry(id, CountryDecision{Registration: "R0002", Country: "ME", Reason: "a prefix"})
	})
	do(t, s, change.PersonDecide, "", func(tx *Tx) error {
		return tx.AddPersonDecision(PersonDecision{Decision: indicator.Decision{Same: true, One: []indicator.Subject{{Webinar: id, Keys: []string{"R0001"}}},
			Other: []indicator.Subject{{Webinar: id, Keys: []string{"R0002"}}}}})
	})
	do(t, s, change.MemoryRevoke, "", func(tx *Tx) error { return tx.AddRevocation("k") })
	do(t, s, change.ReportText, id, func(tx *Tx) error { return tx.SetText(id, "summary", strings.Repeat("words ", 100)) })
	do(t, s, change.ReportIssue, id, func(tx *Tx) error {
		_, err := tx.Issue(id, Issued{Name: "report.pdf", Kind: "pdf", Copy: "donor", Status: "final"}, []byte(strings.Repeat("%PDF ", 300)))
		return err
	})
	do(t, s, change.WebinarClose, id, func(tx *Tx) error { return tx.Freeze(id, filled[Frozen](1)) })
	return id
}

func TestCheckFindsChangedValues(t *testing.T) {
	sound := t.TempDir()
	whole := must[*Store](t)(Open(context.Background(), sound, testOptions()))
	fullRegister(t, whole)
	if report := must[Report](t)(whole.Check(context.Background())); len(report.Findings) > 0 || report.Files != 3 || report.Reports != 1 || report.Changes == 0 {
		t.Fatalf("a sound register: %+v", report)
	}
	if err := whole.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		spoil string
		code  string
	}{
		"the bytes of a file":              {`UPDATE source_file SET deflated = zeroblob(length(deflated)) WHERE sha256 = (SELECT min(sha256) FROM source_file)`, "file"},
		"the bytes of another file":        {`UPDATE source_file SET deflated = (SELECT deflated FROM source_file ORDER BY sha256 LIMIT 1)`, "file"},
		"a longer file":                    {`UPDATE source_file SET size = size - 1`, "file"},
		"the text of a view":               {`DROP VIEW live_report_text; CREATE VIEW live_report_text AS SELECT f.*, c.webinar_id, c.seq FROM report_text f JOIN change c ON c.id = f.change_id`, "schema"},
		"an entry of a fixed list":         {`UPDATE activity_type SET name = 'Other' WHERE n = 2`, "schema"},
		"the bytes of an issued report":    {`UPDATE issued_report SET bytes = zeroblob(length(bytes))`, "report"},
		"a name":                           {`UPDATE registration SET last_name = last_name || 'x' WHERE id = 'R0003'`, "value"},
		"a row taken away":                 {`DELETE FROM registration WHERE id = 'R0003'`, "value"},
		"a row put in":                     {`INSERT INTO report_text SELECT change_id, n + 100, 'lessons', 'x' FROM report_text LIMIT 1`, "value"},
		"when it was done":                 {`UPDATE change SET at = '2021-01-01T00:00:00Z' WHERE seq = 3`, "value"},
		"a whole change taken away":        {`DELETE FROM seal WHERE seq = 4`, "value"},
		"a frozen figure":                  {`UPDATE frozen_row SET seconds = seconds + 1`, "value"},
		"a fact without its change":        {`PRAGMA foreign_keys = off; UPDATE webinar_version SET change_id = 'nothing'`, "reference"},
		"an undo that was never made":      {`INSERT INTO undo SELECT 'u', 1, id, '', '', '' FROM change WHERE seq = 5`, "value"},
		"an answer":                        {`UPDATE engagement_answer SET given = '["No"]' WHERE answer_key = 'e0003'`, "value"},
		"all answers taken away":           {`DELETE FROM engagement_answer`, "value"},
		"an answer put in":                 {`INSERT INTO engagement_answer SELECT change_id, n + 500, 'e9', kind, phase, question, given, picked, name, email, at FROM engagement_answer LIMIT 1`, "value"},
		"a link put in elsewhere":          {`INSERT INTO outcome_link SELECT id, 900, 'q2', 'x' FROM change WHERE seq = 3`, "value"},
		"a word on a phase":                {`UPDATE phase_word SET phase = 'after'`, "value"},
		"a remembered column":              {`UPDATE column_mapping SET columns = '{"email":3}'`, "value"},
		"columns never chosen":             {`INSERT INTO column_mapping SELECT id, 99, 'attendance', 'g', '{"email":1}' FROM change WHERE seq = 1`, "value"},
		"who sat at a connection":          {`UPDATE split_decision SET names = '["Ana Example","Vera Example"]'`, "value"},
		"a word on a country":              {`UPDATE country_decision SET country = 'RS'`, "value"},
		"an institution of the office":     {`UPDATE sector_entry SET code = 'fiu'`, "value"},
		"an institution never added":       {`INSERT INTO sector_entry SELECT id, 99, 'k', 'term', 'x', '', 'fiu', '' FROM change WHERE seq = 1`, "value"},
		"a registration's source changed":  {`UPDATE registration_source SET line = line + 1 WHERE registration_id = 'R0001'`, "value"},
		"attendance records taken away":    {`DELETE FROM attendance_page`, "value"},
		"a letter of an attendance record": {`UPDATE attendance_page SET body = CAST(replace(CAST(body AS TEXT), 'a0003', 'a0009') AS BLOB)`, "value"},
		"an attendance record twice":       {`INSERT INTO attendance_page SELECT change_id, n + 500, sha256, name, record_count, body FROM attendance_page`, "value"},
		"an answer on persons":             {`UPDATE person_decision SET same = 0`, "value"},
		"a word forgotten":                 {`DELETE FROM memory_revocation`, "value"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "copy")
			if err := os.CopyFS(dir, os.DirFS(sound)); err != nil {
				t.Fatal(err)
			}
			s := mustOpen(t, dir)
			if _, err := s.writer.Exec(c.spoil); err != nil {
				t.Fatal(err)
			}
			report := must[Report](t)(s.Check(context.Background()))
			found := false
			for _, f := range report.Findings {
				found = found || f.Code == c.code
			}
			if !found {
				t.Errorf("found only %+v", report.Findings)
			}
		})
	}
}

func TestCheckFindsASpoiltSnapshot(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	fullRegister(t, s)
	name := must[string](t)(s.Snapshot(context.Background(), "test"))
	bare := must[string](t)(s.Snapshot(context.Background(), "test"))
	path := filepath.Join(dir, snapshotFolder, name)
	flipBit(t, path, 12_345)
	if err := os.Remove(filepath.Join(dir, snapshotFolder, bare+".sha256")); err != nil {
		t.Fatal(err)
	}
	report := must[Report](t)(s.Check(context.Background()))
	if report.Snapshots != 2 || len(report.Findings) != 2 || report.Findings[0].Subject != bare || report.Findings[1].Subject != name {
		t.Errorf("%+v", report)
	}
}

func flipBit(t *testing.T, path string, bit int) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[bit/8] ^= 1 << (bit % 8)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestNoFlippedBitGoesUnnoticed damages a register by one bit, many times: each time it is refused, found by Check, or
// every fact in it still reads the same.
func TestNoFlippedBitGoesUnnoticed(t *testing.T) {
	home := t.TempDir()
	s := must[*Store](t)(Open(context.Background(), home, testOptions()))
	id := fullRegister(t, s)
	want := dump(t, s, id)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(filepath.Join(home, registerFile))
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(3, 4))
	refused, found, harmless := 0, 0, 0
	for range 200 {
		dir := t.TempDir()
		path := filepath.Join(dir, registerFile)
		if err := os.WriteFile(path, sound, 0o600); err != nil {
			t.Fatal(err)
		}
		bit := chance.IntN(len(sound) * 8)
		for sound[bit/8] == 0 { // most zero bytes are room not yet used
			bit = chance.IntN(len(sound) * 8)
		}
		flipBit(t, path, bit)
		s, err := Open(context.Background(), dir, testOptions())
		if err != nil {
			if fault.Is(err, fault.Internal) {
				t.Errorf("bit %d: no words for %v", bit, cause(err))
			}
			refused++
			continue
		}
		report, err := s.Check(context.Background())
		switch {
		case err != nil:
			t.Errorf("bit %d: %v (cause %v)", bit, err, cause(err))
		case len(report.Findings) > 0:
			found++
		case dump(t, s, id) != want:
			t.Errorf("bit %d changes a fact and is not found", bit)
		default:
			harmless++
		}
		if err := s.Close(); err != nil && !fault.Is(err, fault.Damaged) {
			t.Errorf("bit %d: close: %v", bit, err)
		}
	}
	t.Logf("%d bits: %d refused, %d found, %d in unused space", refused+found+harmless, refused, found, harmless)
}

func TestEverySealedTableIsListed(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	tables := must[[]string](t)(scanAll(context.Background(), s.reader, oneText, `SELECT DISTINCT m.name FROM sqlite_schema m
		JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'change_id' AND m.name <> 'undo'`))
	sealed := slices.Concat(sealedTables["change"], laterTables["change"])
	listed := strings.Join(sealed, "\n")
	for _, table := range tables {
		if !strings.Contains(listed, " FROM "+table+" WHERE change_id") {
			t.Errorf("table %s belongs to a change and is not sealed", table)
		}
	}
	if len(tables) != len(sealed)-1 {
		t.Errorf("%d tables, %d sealed", len(tables), len(sealed)-1)
	}
}
