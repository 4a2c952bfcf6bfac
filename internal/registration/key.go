package registration

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// Key is a registration's identity, out of its content alone: the fold key of the name, the address to compare and the
// completion time in UTC, to the second. The same submission has the same key in every export format; file, line and
// serial number do not count. It is "R" and 32 hexadecimal digits.
func Key(r Registration) string {
	address := participant.NormaliseEmail(r.Email)
	if address == "" {
		address = tabular.HeaderKey(r.Email)
	}
	moment := ""
	if !r.Submitted.IsZero() {
		moment = r.Submitted.UTC().Format(time.RFC3339)
	}
	return digest(participant.FoldKey(r.FirstName+" "+r.LastName) + "\x00" + address + "\x00" + moment)
}

// repeatKey is the key of the n-th submission of one file (n from 2) whose content is the same to the second: a button
// pressed twice makes two submissions.
func repeatKey(key string, n int) string { return digest(key + "\x00" + strconv.Itoa(n)) }

func digest(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "R" + hex.EncodeToString(sum[:16])
}
