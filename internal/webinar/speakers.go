package webinar

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

var (
	moderatorWords  = `(?:moderator|moderatrice|mod[ée]rateur|mod[ée]ratrice|facilitator|chair(?:person|man|woman)?)`
	moderatorBehind = regexp.MustCompile(`(?i)\s*(?:[-–—]\s*|[(\[]\s*|,\s*)` + moderatorWords + `\s*[)\]]?\s*$`)
	moderatorInside = regexp.MustCompile(`(?i)\s*[(\[]\s*` + moderatorWords + `\s*[)\]]`)
	moderatorBefore = regexp.MustCompile(`(?i)^(?:` + moderatorWords + `|moderated by|chaired by)\s*[:–—-]\s*|^(?:moderated by|chaired by)\s+`)
	partBefore      = regexp.MustCompile(`(?i)^(?:speakers?|panell?ists?|presenters?|lecturers?|experts?|intervenants?|keynote(?: speaker)?s?)\s*[:–—-]\s*`)
	hourBefore      = regexp.MustCompile(`(?i)^\d{1,2}\s?[h:.]\s?\d{2}(?:\s*[-–—]\s*\d{1,2}\s?[h:.]\s?\d{2})?\s*[:–—-]?\s*`)
	formOfAddress   = regexp.MustCompile(`^(?:(?:Mr|Mrs|Ms|Miss|Mme|Mlle|M|Dr|Prof|Professor)\.?\s+)+`)
	twoNames        = regexp.MustCompile(`(?i)\s(?:and|&|et|i|dhe|ve)\s`)
	spacedDash      = regexp.MustCompile(`\s+[–—-]\s+`)
)

// readSpeakers fills the speakers: entries parted by semicolons (or one to a line), each "given name SURNAME, position,
// organisation". Where position and organisation cannot be told apart surely the entry is marked for review.
func (r *reader) readSpeakers(lines []string) {
	r.outline.Speakers = []Speaker{}
	if len(lines) == 0 {
		r.problem(rowSpeakers, "The outline has no row with the speakers.", "")
		return
	}
	r.source(rowSpeakers, strings.Join(lines, "\n"))
	for _, entry := range speakerEntries(lines) {
		s := parseSpeaker(entry)
		r.outline.Speakers = append(r.outline.Speakers, s)
		if s.Review {
			r.problem(rowSpeakers, "Name, position and organisation of a speaker cannot be told apart surely: check the entry.", s.Source)
		}
	}
	if len(r.outline.Speakers) == 0 {
		r.problem(rowSpeakers, "The speakers' row holds no entry that can be read.", strings.Join(lines, "\n"))
	}
}

// speakerEntries parts the row. Text wrapped over several lines is one text as soon as semicolons part it.
func speakerEntries(lines []string) []string {
	bulleted, parted := false, false
	for _, line := range lines {
		bulleted = bulleted || strings.HasPrefix(line, bullet)
		parted = parted || strings.Contains(line, ";")
	}
	texts := lines
	if parted && !bulleted {
		texts = []string{strings.Join(lines, " ")}
	}
	var entries []string
	for _, text := range texts {
		for _, entry := range splitOutside(strings.TrimPrefix(text, bullet), ';') {
			entry = tabular.Clean(entry)
			if entry == "" || strings.HasSuffix(entry, ":") {
				continue // "Speakers:" on a line of its own
			}
			entries = append(entries, entry)
		}
	}
	return entries
}

// splitOutside parts a text at a sign outside brackets; a text whose brackets do not close is parted at every sign.
func splitOutside(s string, sign rune) []string {
	var parts []string
	depth, from := 0, 0
	for i, c := range s {
		switch {
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == sign && depth <= 0:
			parts = append(parts, s[from:i])
			from = i + len(string(c))
		}
	}
	if depth != 0 {
		return strings.Split(s, string(sign))
	}
	return append(parts, s[from:])
}

func parseSpeaker(entry string) Speaker {
	s := Speaker{Source: entry}
	text := strings.TrimSpace(strings.TrimSuffix(itemNumber.ReplaceAllString(hourBefore.ReplaceAllString(entry, ""), ""), "."))
	for _, mark := range []*regexp.Regexp{moderatorBehind, moderatorInside, moderatorBefore} {
		if mark.MatchString(text) {
			s.Moderator = true
			text = strings.TrimRight(mark.ReplaceAllString(text, ""), ", ")
		}
	}
	text = partBefore.ReplaceAllString(text, "")
	text, s.Note = takeNote(text)
	parts := splitOutside(text, ',')
	if cut := spacedDash.FindStringIndex(parts[0]); cut != nil { // "Name – Role, Organisation"
		parts = append([]string{parts[0][:cut[0]], parts[0][cut[1]:]}, parts[1:]...)
	}
	for i, p := range parts {
		parts[i] = tabular.Clean(p)
	}
	s.Name = formOfAddress.ReplaceAllString(parts[0], "")
	s.Review = !nameLike(s.Name)
	role, organisation, sure := roleAndOrganisation(parts[1:])
	s.Role, s.Organisation = role, organisation
	s.Review = s.Review || !sure
	if len(parts) == 1 && s.Note != "" && isOrganisation(s.Note) {
		s.Organisation, s.Note, s.Review = s.Note, "", !nameLike(s.Name)
	}
	return s
}

// takeNote takes the bracket that explains (it holds a comma, begins in lower case, or stands right behind the name) out
// of an entry. A bracket that holds an abbreviation stays: it is part of an organisation's name.
func takeNote(text string) (rest, note string) {
	for from := 0; from < len(text); {
		open := strings.IndexByte(text[from:], '(')
		if open < 0 {
			break
		}
		open += from
		shut := closing(text, open)
		if shut < 0 {
			break
		}
		inside := strings.TrimSpace(text[open+1 : shut])
		behindName := !strings.Contains(text[:open], ",")
		if strings.Contains(inside, ",") || startsLower(inside) || behindName && !isAbbreviation(inside) {
			rest := strings.TrimSpace(text[:open]) + text[shut+1:]
			return tabular.Clean(rest), inside
		}
		from = shut + 1
	}
	return text, ""
}

func closing(s string, open int) int {
	depth := 0
	for i := open; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// isAbbreviation tells "C-PROC", "EUROPOL", "T-CY": one word, two capitals or more.
func isAbbreviation(s string) bool {
	capitals := 0
	for _, c := range s {
		if unicode.IsSpace(c) {
			return false
		}
		if unicode.IsUpper(c) {
			capitals++
		}
	}
	return capitals >= 2
}

// nameLike tells a person's name (two to six words, no position and no institution in it, not two people) from other
// text in its place.
func nameLike(s string) bool {
	words := participant.Words(s)
	if len(words) < 2 || len(words) > 6 || twoNames.MatchString(s) || strings.ContainsAny(s, "0123456789:@") {
		return false
	}
	return !isRole(s) && !isOrganisation(s)
}

// printSpeaker writes an entry so that parseSpeaker reads the same back.
func printSpeaker(s Speaker) string {
	text := s.Name
	for _, part := range []string{s.Role, s.Organisation} {
		if part != "" {
			text += ", " + part
		}
	}
	if s.Note != "" {
		text += " (" + s.Note + ")"
	}
	if s.Moderator {
		text += "-moderator"
	}
	return text
}
