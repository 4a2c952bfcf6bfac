package registration

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// Key is a registration's identity, out of its content alone: the fold key of the name, the address to compare and the
// completion time in UTC, to the second. The same submission has the same key in every export format; file, line and
// serial number do not count. It is "R" and 32 hexadecimal digits.
func Key(r Registration) string {
	moment := ""
	if !r.Submitted.IsZero() {
		moment = r.Submitted.UTC().Format(time.RFC3339)
	}
	return digest(whose(r) + "\x00" + moment)
}

// whose is the part of the key that names the person.
func whose(r Registration) string {
	address := participant.NormaliseEmail(r.Email)
	if address == "" {
		address = tabular.HeaderKey(r.Email)
	}
	return participant.FoldKey(r.FirstName+" "+r.LastName) + "\x00" + address
}

// Recognise gives the submissions of a file the IDs under which the register knows them where their times were written
// without seconds, as spreadsheets save them: the same person in the same minute, one of the two times on the full
// minute. Each known submission is recognised once, the earlier first.
func Recognise(known, incoming []Registration) []Registration {
	stands, claimed := map[string]bool{}, map[string]bool{}
	byMinute := map[string][]Registration{}
	for _, k := range known {
		stands[k.ID] = true
		byMinute[minuteKey(k)] = append(byMinute[minuteKey(k)], k)
	}
	for _, r := range incoming {
		claimed[r.ID] = stands[r.ID]
	}
	out := slices.Clone(incoming)
	for i, r := range out {
		if stands[r.ID] || r.Submitted.IsZero() {
			continue
		}
		twins := byMinute[minuteKey(r)]
		slices.SortStableFunc(twins, func(a, b Registration) int { return a.Submitted.Compare(b.Submitted) })
		for _, k := range twins {
			if !claimed[k.ID] && (isFullMinute(k.Submitted) || isFullMinute(r.Submitted)) {
				out[i].ID, claimed[k.ID] = k.ID, true
				break
			}
		}
	}
	return out
}

func minuteKey(r Registration) string {
	return whose(r) + "\x00" + r.Submitted.UTC().Truncate(time.Minute).Format(time.RFC3339)
}

func isFullMinute(t time.Time) bool { return t.Equal(t.Truncate(time.Minute)) }

// Difference is a field in which two states of one submission differ, in words for the officer, with both texts.
type Difference struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// Differing gives the answers in which two states of one submission differ. A field that one of them does not have, or
// writes in another spelling, does not differ.
func Differing(a, b Registration) []Difference {
	var out []Difference
	for _, d := range bothAnswers(a, b) {
		if x, y := participant.FoldKey(d.Before), participant.FoldKey(d.After); x != "" && y != "" && x != y {
			out = append(out, d)
		}
	}
	return out
}

// Changed gives all that an edit changed in a submission: who it is of, when it was completed, and its answers.
func Changed(a, b Registration, zone *time.Location) []Difference {
	all := append([]Difference{{"first name", a.FirstName, b.FirstName}, {"last name", a.LastName, b.LastName}, {"address", a.Email, b.Email},
		{"completed", written(a.Submitted, zone), written(b.Submitted, zone)}}, bothAnswers(a, b)...)
	return slices.DeleteFunc(all, func(d Difference) bool { return d.Before == d.After })
}

func written(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(zone).Format(time.DateTime)
}

func bothAnswers(a, b Registration) []Difference {
	return []Difference{
		{"organisation", a.Organisation, b.Organisation}, {"job title", a.JobTitle, b.JobTitle}, {"country", a.Country, b.Country},
		{"sex", a.Sex, b.Sex}, {"sector", a.Sector, b.Sector}, {"channel", string(a.Channel), string(b.Channel)},
		{"rules of engagement", string(a.Consent), string(b.Consent)},
	}
}

// repeatKey is the key of the n-th submission of one file (n from 2) whose content is the same to the second: a button
// pressed twice makes two submissions.
func repeatKey(key string, n int) string { return digest(key + "\x00" + strconv.Itoa(n)) }

func digest(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "R" + hex.EncodeToString(sum[:16])
}
