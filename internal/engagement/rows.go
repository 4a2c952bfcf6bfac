package engagement

import (
	"slices"
	"strings"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
)

// response is one row of a file as the layouts hand it over: who, when, and the questions with their answers.
type response struct {
	line        int
	name, email string
	at          string
	phase       Phase // "" where the row does not say it
	asked       []asked
}

// asked is one question of a response with what was answered, parted into options where there are several.
type asked struct {
	question string
	given    []string
}

// frame is what a file says of the meeting itself. The start of Zoom's poll reports is in UTC, whatever zone the rows
// are in.
type frame struct {
	title, start string
	startUTC     bool
}

// build turns the responses of one file into the answers of the reading. What cannot be read becomes a problem with its
// line, never a guess.
func (r *Reading) build(responses []response, meeting frame, o Options) error {
	r.Problems = append([]tabular.Problem{}, r.Problems...)
	if len(responses) == 0 {
		return fault.New(fault.Unreadable, "The file has the columns of "+string(r.Kind)+" answers but no answer in it.",
			"Download it again after the webinar has ended.")
	}
	var times []string
	for _, p := range responses {
		times = append(times, p.at)
	}
	clock, err := clockOf(o, times, []string{meeting.start})
	if err != nil {
		return err
	}
	if clock.Weak {
		r.problem(0, "The dates can be read day first or month first. They were read month first, for no other reason than that "+
			clock.Why+". If that is wrong, give the date of the webinar.")
	}
	r.Title, r.DateOrder, r.Dates = meeting.title, clock.Order, clock
	zone := zoneOr(o.Zone)
	if meeting.startUTC {
		zone = time.UTC
	}
	if t, err := clock.Parse(meeting.start, zone); err == nil {
		r.Start = t
	}
	for i, p := range responses {
		if !o.Seen.Part(0, 2).Tick(i+1, len(responses)) {
			return progress.ErrEnded
		}
		r.respond(p, clock, zoneOr(o.Zone))
	}
	if r.Responses == 0 {
		return fault.New(fault.Unreadable, "No row of the file holds an answer.", "Check that the right file was chosen.")
	}
	r.tellPhase(o)
	if !keyed(r.Answers, r.Start, o.Seen.Part(1, 2).Of(len(responses))) {
		return progress.ErrEnded
	}
	slices.SortStableFunc(r.Problems, func(a, b tabular.Problem) int { return a.Line - b.Line })
	return nil
}

// respond adds the answers of one row.
func (r *Reading) respond(p response, clock tabular.DateLayout, zone *time.Location) {
	var answers []Answer
	at := time.Time{}
	if p.at != "" {
		t, err := clock.Parse(p.at, zone)
		if err != nil {
			r.problem(p.line, "The time of this row cannot be read; its answers count without it.")
		} else {
			at = t.UTC().Round(time.Second)
		}
	}
	name, email := whoOf(p.name, p.email)
	for _, q := range p.asked {
		if q.question == "" || len(q.given) == 0 && r.Kind != Questions {
			continue
		}
		answers = append(answers, Answer{Line: p.line, Kind: r.Kind, Phase: p.phase, Question: q.question, Given: q.given, Name: name, Email: email, At: at})
	}
	if len(answers) == 0 {
		r.leaveOut(p.line, "This row holds no answer.")
		return
	}
	r.Responses++
	r.Answers = append(r.Answers, answers...)
}

// whoOf is the respondent's name and address, both "" for an anonymous one. A form whose answers are anonymous writes
// that word into the columns of name and address.
func whoOf(name, email string) (string, string) {
	if isAnonymous(email) || participant.NormaliseEmail(email) == "" {
		email = ""
	}
	if isAnonymous(name) {
		name = ""
	}
	return name, email
}

// isAnonymous tells whether a platform's word for nobody stands in place of a name, in the languages of the region, or no more
// than a number: "Voter 3".
func isAnonymous(s string) bool {
	if title, number := cutLast(tabular.HeaderKey(s)); isNumber(number) && isOneOf(title, respondentTitles) {
		return true
	}
	word, _, _ := strings.Cut(strings.ToLower(tabular.Clean(s)), " ")
	for _, stem := range []string{"anonym", "anonim", "anonyme", "anónim", "anônim", "аноним", "анонім", "ανώνυμ"} {
		if strings.HasPrefix(word, stem) && !strings.Contains(word, "@") {
			return true
		}
	}
	return false
}

// cutLast parts a text before its last word.
func cutLast(s string) (before, last string) {
	i := strings.LastIndexByte(s, ' ')
	return s[:max(i, 0)], s[i+1:]
}

// leaveOut notes that a row takes no part, and why; never with a value of the file.
func (r *Reading) leaveOut(line int, message string) {
	r.Problems = append(r.Problems, tabular.Problem{Line: line, Message: message, LeftOut: true})
}

// problem notes a remark on a line; never with a value of the file.
func (r *Reading) problem(line int, message string) {
	r.Problems = append(r.Problems, tabular.Problem{Line: line, Message: message})
}

// known is the cleaned text, "" for every way in which platforms write "unknown".
func known(cell string) string {
	s := tabular.Clean(cell)
	switch strings.ToLower(s) {
	case "-", "--", "---", "–", "—", "n/a", "null", "(null)":
		return ""
	}
	return s
}

// one is a single answer as a list; none for an empty text.
func one(s string) []string {
	if s = known(s); s == "" {
		return nil
	}
	return []string{s}
}
