package engagement

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// keyed gives the answers of one file their keys: "e" and 32 hexadecimal digits of the SHA-256 over kind, question,
// respondent, the minute and the answer. Copies that a spreadsheet program saved without seconds keep the minute; start
// stands in for it where the rows have no times, and where the file has none at all the sum of all it holds: who answers
// the same in two surveys without times, one before and one after, has answered twice. What the speakers answered takes no part: it is often added later. File
// and line take none either, but equal answers of one file are numbered: two anonymous respondents who chose the same
// in one minute are two. seen is told how many have theirs; false: it ended the work.
func keyed(answers []Answer, start time.Time, seen progress.Seen) bool {
	times, whole := map[string]int{}, ""
	for i := range answers {
		if !seen.Tick(i+1, len(answers)) {
			return false
		}
		a := &answers[i]
		content := contentOf(*a, start)
		if a.untimed(start) {
			if whole == "" {
				whole = sumOf(answers, start)
			}
			content += "\x1f" + whole
		}
		times[content]++
		sum := sha256.Sum256([]byte(content + "\x1f" + strconv.Itoa(times[content])))
		a.Key = "e" + hex.EncodeToString(sum[:16])
	}
	return true
}

func (a Answer) untimed(start time.Time) bool { return a.At.IsZero() && start.IsZero() }

// sumOf is the sum of the answers of a file, in whatever order they stand.
func sumOf(answers []Answer, start time.Time) string {
	all := make([]string, len(answers))
	for i, a := range answers {
		all[i] = contentOf(a, start)
	}
	slices.Sort(all)
	sum := sha256.Sum256([]byte(strings.Join(all, "\x1e")))
	return hex.EncodeToString(sum[:8])
}

// Again counts the answers without a time that the register has from another file, equal and of the same respondent by name
// or address, and the answers without a time that were compared. When most are there already, the file may be a fuller
// export of the other one: by themselves such files cannot be told from two surveys. seen is told how many are looked at;
// numbers of what it ended are worth nothing.
func Again(known, incoming []Answer, seen progress.Seen) (again, compared int) {
	have := map[string]bool{}
	keys := map[string]bool{}
	for _, a := range known {
		keys[a.Key] = true
		if a.At.IsZero() && !a.Anonymous() {
			have[contentOf(a, time.Time{})] = true
		}
	}
	for i, a := range incoming {
		if !seen.Tick(i+1, len(incoming)) {
			return 0, 0
		}
		if !a.At.IsZero() || a.Anonymous() || keys[a.Key] {
			continue
		}
		compared++
		if have[contentOf(a, time.Time{})] {
			again++
		}
	}
	return again, compared
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
