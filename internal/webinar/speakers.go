package webinar

import (
	"slices"
	"strings"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// readSpeakers fills the speakers: entries parted by semicolons (or one to a line), each "given name SURNAME, position,
// organisation". Where position and organisation cannot be told apart surely the entry is marked for review. An entry
// that names nobody ("15h40 Questions and answers", "to be confirmed") is left out, with a problem. moderators are the
// lines of a row of their own.
func (r *reader) readSpeakers(lines, moderators []string) {
	o := r.outline
	o.Speakers = []Speaker{}
	all := strings.Join(slices.Concat(lines, moderators), "\n")
	if all == "" {
		r.problem(rowSpeakers, "The outline has no row with the speakers.", "")
		return
	}
	r.source(rowSpeakers, all)
	entries := speakerEntries(lines)
	first := len(entries)
	moderating := false
	for i, entry := range append(entries, speakerEntries(moderators)...) {
		switch {
		case severalModerators().MatchString(entry) || i == first:
			moderating = true
		case partBefore().MatchString(entry):
			moderating = false
		}
		if namesNobody(entry) {
			r.problem(rowSpeakers, "An entry of the speakers' row names nobody: it is left out.", entry)
			continue
		}
		s := parseSpeaker(entry)
		s.Moderator = s.Moderator || moderating
		o.addSpeaker(s)
	}
	for _, s := range o.Speakers {
		if s.Review {
			r.problem(rowSpeakers, "Name, position and organisation of a speaker cannot be told apart surely: check the entry.", s.Source)
		}
	}
	if len(o.Speakers) == 0 {
		r.problem(rowSpeakers, "The speakers' row holds no entry that can be read.", all)
	}
}

// addSpeaker adds an entry. One who is named as speaker and again as moderator is one speaker.
func (o *Outline) addSpeaker(s Speaker) {
	at := slices.IndexFunc(o.Speakers, func(t Speaker) bool {
		return s.Moderator != t.Moderator && participant.FoldKey(t.Name) == participant.FoldKey(s.Name)
	})
	if at < 0 {
		o.Speakers = append(o.Speakers, s)
		return
	}
	if o.Speakers[at].Role+o.Speakers[at].Organisation == "" {
		o.Speakers[at] = s
	}
	o.Speakers[at].Moderator = true
}

// speakerEntries parts the row. Text wrapped over several lines is one text as soon as semicolons part it; a line that
// ends in the middle of an entry goes on in the next. Several people behind each other are an entry each.
func speakerEntries(lines []string) []string {
	bulleted, parted := false, false
	for _, line := range lines {
		bulleted = bulleted || strings.HasPrefix(line, bullet)
		parted = parted || strings.Contains(line, ";")
	}
	texts := slices.Clone(lines)
	switch {
	case parted && !bulleted:
		texts = []string{strings.Join(lines, " ")}
	case !bulleted:
		for i := len(texts) - 2; i >= 0; i-- {
			if goesOn(texts[i]) {
				texts[i] += " " + texts[i+1]
				texts = slices.Delete(texts, i+1, i+2)
			}
		}
	}
	var entries []string
	for _, text := range texts {
		text = partInside().ReplaceAllString(strings.TrimPrefix(text, bullet), "; $1")
		for _, entry := range splitOutside(text, ';') {
			entry = tabular.Clean(entry)
			if entry == "" || strings.HasSuffix(entry, ":") && !severalModerators().MatchString(entry) {
				continue // "Speakers:" on a line of its own
			}
			entries = append(entries, splitPeople(personInBracket(entry))...)
		}
	}
	return entries
}

// goesOn tells whether a line ends where an entry cannot: at a comma, or at "of".
func goesOn(line string) bool {
	words := strings.Fields(strings.ToLower(line))
	return strings.HasSuffix(line, ",") || len(words) > 0 && joints()[words[len(words)-1]]
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
	text, moderator := withoutMarks(entry)
	s.Moderator = moderator
	topic := ""
	if people := peopleIn(text); len(people) > 0 && people[0][0] > 0 { // "International standards, Ivo PERIĆ, …"
		topic, text = text[:people[0][0]], text[people[0][0]:]
	}
	text, s.Note = takeNote(text)
	parts := speakerParts(text)
	s.Name = parts[0]
	if s.Note != "" && !strings.Contains(text, ",") { // "Ana KOVAČ (Judge, Basic Court)"
		if role, organisation, sure := roleAndOrganisation(slices.Concat(parts[1:], speakerParts("," + s.Note)[1:])); sure {
			s.Role, s.Organisation, s.Note, s.Review = role, organisation, "", !nameLike(s.Name)
			return s
		}
	}
	role, organisation, sure := roleAndOrganisation(parts[1:])
	s.Role, s.Organisation = role, organisation
	s.Review = !nameLike(s.Name) || !sure || isRole(topic) || isOrganisation(topic)
	return s
}

// speakerParts parts an entry at its commas: the name, then what stands behind it. A dash or a colon behind the name, and
// a dash beside a position, part too. A rank in front of the name is a part of its own behind it; forms of address and
// degrees are left out.
func speakerParts(text string) []string {
	parts := splitOutside(text, ',')
	name := parts[0]
	if cut := nameEnd().FindStringIndex(name); cut != nil && nameLike(bareName(name[:cut[0]])) { // "Name – Role, Organisation"
		parts = append([]string{name[:cut[0]], name[cut[1]:]}, parts[1:]...)
	}
	name = bareName(parts[0])
	rank, rest := rankBefore(name)
	list := []string{rest}
	if rank != "" {
		list = append(list, rank)
	}
	for _, p := range parts[1:] {
		if degreeOnly().MatchString(strings.TrimSpace(p)) {
			continue
		}
		pieces := spacedDash().Split(p, -1)
		if len(pieces) != 2 || isRole(pieces[0]) == isRole(pieces[1]) {
			pieces = []string{p}
		}
		for _, piece := range pieces {
			list = append(list, tabular.Clean(piece))
		}
	}
	return list
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
