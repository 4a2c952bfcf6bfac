package webinar

import (
	"fmt"
	"slices"
	"strings"
)

const personWords = `(?:participants|persons|people|attendees|registrants|registrations|applicants|officials|representatives|delegates|trainees|professionals|practitioners|judges|prosecutors|investigators|officers|experts|personnes|inscrits|` +
	`učesnika|učesnici|sudionika|sudionici|polaznika|osoba|участника|учесника|учесници|лица|participanți|persoane|pjesëmarrës(?:ve)?|persona|katılımcı(?:ya|yla|nın)?|kişi(?:ye|lik|yle)?|teilnehmer(?:innen)?|teilnehmende|partecipanti|participantes)`

var (
	numberPattern = pattern(`\b\d{1,6}\b`)
	bareNumber    = pattern(`^\D{0,3}\d{1,6}\D{0,3}$`)

	// limitBefore and limitBehind are what makes a number the most that can be taken.
	limitBefore = pattern(`(?i)(?:\b(?:up to|maximum|maximal|max\.?|limited|restricted|capped|limit|at most|(?:no|not) more than|capacity|room|space|not exceed(?:ing)?|accommodat(?:e|es|ed|ing)|hosts?|welcomes?|holds?|admits?|accepts?|open|planned|designed|available|total|first|jusqu.à|limité|najviše|maksimalno|maksimum|maxim|cel mult|până la|deri në|jo më shumë se|en fazla|azami|en çok|höchstens|maximal|fino a|hasta|até)|` +
		`(?:^|[\s(])(?:најмногу|највише|максимално|максимум)|` +
		`\b(?:participants|persons|people|places|seats|attendees)\s*(?:is|are|:|=|–|-))\s*(?:(?:is|are|to|of|at|for|the|a|an|number|total|maximum|max\.?|first|around|about|approximately|some|only|up|participants|persons|places|seats|de|à|este|je|është|de participanți|participanți|učesnika|sudionika|pjesëmarrësve)\s*|[:=–-]\s*)*$`)
	limitBehind = pattern(`(?i)^\s*(?:[(\[][^()\[\]]*[)\]]\s*)?(?:[\p{L}-]+\s+){0,2}?(?:(?:places|seats|spots|connections|licen[cs]es|slots)\b|` +
		personWords + `\b[^.;:\d]{0,40}?\b(?:at (?:the )?most|maximum|max\b|in total|overall|altogether|can|may|will be (?:accommodated|accepted|admitted|confirmed|able)|only)|(?:in total|overall|altogether|at (?:the )?most|maximum|max)\b)`)
	wholePhrase = pattern(`(?i)^(?:for\s+)?\d{1,6}\s+(?:[\p{L}-]+\s+)?` + personWords + `[\s.;]*$`)
	personsOnly = pattern(`(?i)^\s+(?:[\p{L}-]+\s+){0,2}?` + personWords + `\b`)

	// What a number of persons says other than the capacity.
	lowerBound  = pattern(`(?i)\b(?:at least|minimum(?: of)?|min\.?|more than|over|(?:not|no) (?:less|fewer) than|au moins)\s*$`)
	noMoreThan  = pattern(`(?i)\b(?:no|not) more than\s*$`)
	perUnit     = pattern(`(?i)^[^.;)\d]*?\b(?:per|each|every|apiece|par)\b`)
	perUnitHead = pattern(`(?i)\b(?:each|every|per|waiting list)\b[^.,;]*$`)
	otherUnit   = pattern(`(?i)^\s*(?:%|per ?cent|hours?\b|hrs?\b|h\b|min(?:ute)?s?\b|days?\b|weeks?\b|months?\b|years?\b|countr|states?\b|units?\b|institutions?\b|sessions?\b|speakers?\b|panell?ists?\b|questions?\b|languages?\b|modules?\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|[/:h]\s?\d)`)
	pastEvent   = pattern(`(?i)\b(?:previous|preceding|earlier|past|last)\s+(?:[\p{L}-]+\s+)?(?:webinar|event|edition|meeting|session|training|one|year)s?\b|\bin (?:19|20)\d\d\b|\b(?:was |were )?attended by\b|\btook part\b|\bbrought together\b|\bgathered\b`)
	rangeBefore = pattern(`(?i)\d\s*(?:-|–|—|to|and|or)\s*$`)
	rangeBehind = pattern(`(?i)^\s*(?:-|–|—|to|or|and)\s*\d`)
	shareBehind = pattern(`^\s+(?:` + personWords + `\s+)?(?:from|for|of)\s+(?:the\s+)?\p{Lu}`)
)

// seatsFound is what a sentence says of the number of participants. Open is set where a number is one, but cannot be
// told: a range, shares of several countries/areas. Named are numbers of persons that are no stated limit.
type seatsFound struct {
	numbers []int
	places  [][2]int // where each of the numbers stands in numerals(sentence)
	named   []int
	open    bool
}

// seatsIn judges every number of a sentence. own is set in a row that speaks of the number only.
func seatsIn(sentence string, own bool) seatsFound {
	var f seatsFound
	s := numerals(sentence)
	past, whole, bare := pastEvent().MatchString(s), wholePhrase().MatchString(s), bareNumber().MatchString(s)
	shares := 0
	for _, at := range numberPattern().FindAllStringIndex(s, -1) {
		before, behind := tail(s[:at[0]]), head(s[at[1]:])
		n := atoi(s[at[0]:at[1]])
		inBracket := strings.HasSuffix(strings.TrimSpace(before), "(") && strings.HasPrefix(behind, ")")
		if shareBehind().MatchString(behind) {
			shares++
		}
		limit := limitBefore().MatchString(before) || limitBehind().MatchString(behind) || whole || (own || len(f.numbers) == 0) && bare
		switch {
		case n == 0 || past || otherUnit().MatchString(behind) || inBracket && len(f.numbers) > 0:
		case lowerBound().MatchString(before) && !noMoreThan().MatchString(before):
		case perUnit().MatchString(behind) || perUnitHead().MatchString(before):
		case limit && (rangeBefore().MatchString(before) || rangeBehind().MatchString(behind)):
			f.open = true
		case limit:
			f.numbers = append(f.numbers, n)
			f.places = append(f.places, [2]int{at[0], at[1]})
		case personsOnly().MatchString(behind):
			f.named = append(f.named, n)
		}
	}
	f.open = f.open || shares > 1
	return f
}

// readCapacity finds the one number of participants that can be taken, in the row of the participants and in a row of
// its own. Two different numbers, a range and numbers of another meaning leave it open.
func (r *reader) readCapacity(text string, own []string) {
	var numbers, named []int
	var sources []string
	open := false
	take := func(line string, own bool) {
		for _, sentence := range sentences(line) {
			f := seatsIn(sentence, own)
			numbers, named = append(numbers, f.numbers...), append(named, f.named...)
			open = open || f.open
			if len(f.numbers) > 0 || f.open {
				sources = append(sources, sentence)
			}
		}
	}
	for _, line := range own {
		take(line, true)
	}
	for _, line := range r.outline.Participants {
		if !slices.Contains(own, line) {
			take(line, false)
		}
	}
	source := strings.Join(unique(sources), "\n")
	switch numbers = unique(numbers); {
	case len(numbers) == 1 && !open:
		r.outline.Capacity = numbers[0]
		r.source(rowCapacity, source)
	case len(numbers) > 1 || open:
		r.problem(rowCapacity, "More than one number of participants is named: enter the capacity.", source)
	case len(named) > 0:
		r.problem(rowCapacity, fmt.Sprintf("The outline names %d participants, but not as the number that can be taken: enter the capacity.", named[0]), text)
	default:
		r.problem(rowCapacity, "The outline does not say how many participants can be taken: enter the capacity.", text)
	}
}

var (
	sentenceBreak = pattern(`[.!?]\s+`)
	notTheEnd     = pattern(`(?i)\b(?:max|min|approx|ca|no|nr|incl|e\.g|i\.e|mr|mrs|ms|dr|prof|st)\.\s+$`)
)

// sentences parts a text at its lines and full stops; "max. 150" and a number that begins with a small word are no ends.
func sentences(text string) []string {
	var list []string
	for _, line := range strings.Split(text, "\n") {
		from := 0
		for _, m := range sentenceBreak().FindAllStringIndex(line, -1) {
			if notTheEnd().MatchString(line[:m[1]]) || startsLower(line[m[1]:]) {
				continue
			}
			list = append(list, strings.TrimSpace(line[from:m[1]]))
			from = m[1]
		}
		if rest := strings.TrimSpace(line[from:]); rest != "" {
			list = append(list, rest)
		}
	}
	return list
}
