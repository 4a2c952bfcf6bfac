package engagement

import (
	"strconv"

	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
)

// respondents names who gave each answer, from the answers alone: "" for an anonymous one. Answers are one person's when
// their addresses are equal and the names share a surname or one is a given name only, or when both have no address and
// the names are equal.
func respondents(answers []Answer) []string {
	shown := map[string][]string{} // by address, one name for each person behind it
	out := make([]string, len(answers))
	for i, a := range answers {
		mail := participant.NormaliseEmail(a.Email)
		switch {
		case a.Anonymous():
		case mail == "":
			out[i] = "n" + participant.FoldKey(a.Name)
		default:
			out[i] = "m" + mail
			if a.Name == "" {
				continue
			}
			at := -1
			for k, name := range shown[mail] {
				if samePerson(name, a.Name) {
					at = k
					break
				}
			}
			if at < 0 {
				at = len(shown[mail])
				shown[mail] = append(shown[mail], a.Name)
			}
			if at > 0 {
				out[i] += "#" + strconv.Itoa(at)
			}
		}
	}
	return out
}

// samePerson tells whether two names beside one address are one person's.
func samePerson(a, b string) bool {
	a, b = participant.Strip(a).Name, participant.Strip(b).Name
	return participant.FoldKey(a) == participant.FoldKey(b) || identity.ShareSurnameOrGivenOnly(a, b)
}

// Counts are the figures of one file. Responses counts the rows with an answer, Respondents the distinct persons among
// those who gave a name or address, Anonymous the responses of the others. Questions counts the different questions of a
// poll or survey, and every one that was asked of the speakers.
type Counts struct {
	Responses, Respondents, Anonymous, Questions int
}

// Count counts a reading.
func Count(r Reading) Counts {
	c := Counts{Responses: r.Responses}
	persons, questions, rows := map[string]bool{}, map[string]bool{}, map[int]bool{}
	for i, who := range respondents(r.Answers) {
		a := r.Answers[i]
		questions[questionKey(a.Question)] = true
		switch {
		case who != "":
			persons[who] = true
		case !rows[a.Line]:
			rows[a.Line] = true
			c.Anonymous++
		}
	}
	c.Respondents, c.Questions = len(persons), len(questions)
	if r.Kind == Questions {
		c.Questions = len(r.Answers)
	}
	return c
}

// CountFile counts the answers that stand in one file, named by its SHA-256.
func CountFile(answers []Answer, sum string) Counts {
	r := Reading{}
	rows := map[int]bool{}
	for _, a := range answers {
		for _, s := range a.Sources {
			if s.File == sum {
				a.Line = s.Line
				r.Kind, r.Answers = a.Kind, append(r.Answers, a)
				rows[a.Line] = true
				break
			}
		}
	}
	r.Responses = len(rows)
	return Count(r)
}
