package attendance

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/participant"
)

// Key is the name of a record by its content: "a" and 32 hexadecimal digits of the SHA-256 over the folded name, the
// normalised e-mail, join and leave in UTC, the platform's id, what the row is, and the total where it is what counts.
// File and line take no part: the same row in a second, re-saved or fuller export is the same record. An open row keeps
// its key whatever ends it.
func Key(r Record) string {
	leave := r.Leave
	if r.Open {
		leave = time.Time{}
	}
	parts := []string{
		participant.FoldKey(fullName(r)),
		participant.NormaliseEmail(r.Email),
		instant(r.Join),
		instant(leave),
		strings.ToLower(r.PlatformID),
	}
	if r.Kind != StayRow {
		parts = append(parts, string(r.Kind))
	}
	if r.HasTotal && (r.Kind == TotalRow || r.Join.IsZero() && r.Leave.IsZero()) {
		parts = append(parts, strconv.FormatInt(int64(r.Total/time.Second), 10))
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x1f")))
	return "a" + hex.EncodeToString(sum[:16])
}

// JoinKey names a stay by who joined and when, whatever its end; "" for a row that is no stay with times.
func JoinKey(r Record) string {
	if r.Kind != StayRow || r.Join.IsZero() {
		return ""
	}
	return strings.Join([]string{NameKey(r), participant.NormaliseEmail(r.Email), instant(r.Join), strings.ToLower(r.PlatformID)}, "\x1f")
}

// NameKey is the folded name of a record: equal for spellings of one name.
func NameKey(r Record) string { return participant.FoldKey(fullName(r)) }

// instant is a time as it stands in a key: whole seconds in UTC, "" when unknown.
func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strconv.FormatInt(t.Unix(), 10)
}
