package engagement

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// keyed gives the answers of one file their keys: "e" and 32 hexadecimal digits of the SHA-256 over kind, question,
// respondent, the minute and the answer. Copies that a spreadsheet program saved without seconds keep the minute; start
// stands in for it where the rows have no times. What the speakers answered takes no part: it is often added later. File
// and line take none either, but equal answers of one file are numbered: two anonymous respondents who chose the same
// in one minute are two.
func keyed(answers []Answer, start time.Time) {
	seen := map[string]int{}
	for i := range answers {
		a := &answers[i]
		content := contentOf(*a, start)
		seen[content]++
		sum := sha256.Sum256([]byte(content + "\x1f" + strconv.Itoa(seen[content])))
		a.Key = "e" + hex.EncodeToString(sum[:16])
	}
}

func contentOf(a Answer, start time.Time) string {
	at := a.At
	if at.IsZero() {
		at = start
	}
	minute := ""
	if !at.IsZero() {
		minute = strconv.FormatInt(at.Truncate(time.Minute).Unix(), 10)
	}
	parts := []string{string(a.Kind), questionKey(a.Question), respondentKey(a), minute}
	if a.Kind != Questions {
		given := make([]string, len(a.Given))
		for i, g := range a.Given {
			given[i] = optionKey(g)
		}
		slices.Sort(given)
		parts = append(parts, given...)
	}
	return strings.Join(parts, "\x1f")
}

// respondentKey names who answered within an answer's content: by address, without one by name; "" for nobody.
func respondentKey(a Answer) string {
	if mail := participant.NormaliseEmail(a.Email); mail != "" {
		return mail
	}
	return participant.FoldKey(a.Name)
}

// questionKey is the form in which questions are compared: platforms change blanks, case and the last sign.
func questionKey(s string) string {
	return strings.TrimRight(strings.ToLower(tabular.Clean(s)), " .:;*?!…")
}

// optionKey is the form in which answers are compared.
func optionKey(s string) string { return strings.ToLower(tabular.Clean(s)) }
