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
	const between = '\x1f'
	var room [256]byte
	text := participant.AppendFoldKey(room[:0], fullName(r))
	text = append(append(text, between), participant.NormaliseEmail(r.Email)...)
	text = appendInstant(append(text, between), r.Join)
	text = appendInstant(append(text, between), leave)
	text = append(append(text, between), strings.ToLower(r.PlatformID)...)
	if r.Kind != StayRow {
		text = append(append(text, between), r.Kind...)
	}
	if r.HasTotal && (r.Kind == TotalRow || r.Join.IsZero() && r.Leave.IsZero()) {
		text = strconv.AppendInt(append(text, between), int64(r.Total/time.Second), 10)
	}
	sum := sha256.Sum256(text)
	var key [33]byte
	key[0] = 'a'
	hex.Encode(key[1:], sum[:16])
	return string(key[:])
}

// JoinKey names a stay by who joined and when, whatever its end; "" for a row that is no stay with times.
func JoinKey(r Record) string {
	if r.Kind != StayRow || r.Join.IsZero() {
		return ""
	}
	return strings.Join([]string{NameKey(r), participant.NormaliseEmail(r.Email), string(appendInstant(nil, r.Join)), strings.ToLower(r.PlatformID)}, "\x1f")
}

// NameKey is the folded name of a record: equal for spellings of one name.
func NameKey(r Record) string { return participant.FoldKey(fullName(r)) }

// appendInstant writes a time as it stands in a key: whole seconds in UTC, nothing when unknown.
func appendInstant(text []byte, t time.Time) []byte {
	if t.IsZero() {
		return text
	}
	return strconv.AppendInt(text, t.Unix(), 10)
}
