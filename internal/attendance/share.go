package attendance

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// Sharer is one of several people at a connection: the name, and those of the connection's addresses that are this
// person's own.
type Sharer struct {
	Name   string
	Emails []string
}

// Share makes a person of each who sat at a connection. Every stay of the connection counts for each of them, but for a
// row that shows the name of one of them alone where others show more: that stay is this person's. What the platform says
// of organisation and job title goes with who has the address. The keys of the records, and with them the decisions that
// are bound to them, are each person's own.
func Share(connection Person, sharers []Sharer) []Person {
	alone := make([]int, len(connection.Records))
	together := false
	for i, r := range connection.Records {
		alone[i] = shownAlone(r, sharers)
		together = together || alone[i] < 0
	}
	var out []Person
	for n, s := range sharers {
		var own []Record
		for i, r := range connection.Records {
			if !together || alone[i] < 0 || alone[i] == n {
				own = append(own, sharedRecord(r, s))
			}
		}
		if len(own) > 0 {
			out = append(out, personOf(own))
		}
	}
	return out
}

// shownAlone gives the one sharer whose full name a record shows, and nobody else's; -1 otherwise.
func shownAlone(r Record, sharers []Sharer) int {
	shown := identity.StrippedName(fullName(r))
	found := -1
	for n, s := range sharers {
		if !shown.Empty() && shown.Key() == identity.StrippedName(s.Name).Key() {
			if found >= 0 {
				return -1
			}
			found = n
		}
	}
	return found
}

func sharedRecord(r Record, s Sharer) Record {
	own := r
	sum := sha256.Sum256([]byte(r.Key + "\x1f" + participant.FoldKey(s.Name)))
	own.Key, own.SharedOf = "a"+hex.EncodeToString(sum[:16]), r.Key
	own.Raw = map[string]string{"name": written(r)}
	own.Name, own.Registrant, own.Original, own.Stripped = s.Name, "", "", nil
	if !slices.Contains(s.Emails, participant.NormaliseEmail(r.Email)) {
		own.Email, own.PlatformID, own.Organisation, own.JobTitle = "", "", "", ""
	}
	return own
}

// written is the name of a record as its file shows it.
func written(r Record) string {
	if as := r.Raw["name"]; as != "" {
		return as
	}
	return strings.TrimSpace(fullName(r))
}
