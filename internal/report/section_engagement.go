package report

import (
	"strconv"
	"strings"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
	"rapporteur/internal/engagement"
)

func init() { register(section{"engagement", "Engagement and learning", 75, engaged}) }

// engaged prints what polls, surveys and questions to the speakers gave, question by question. What respondents wrote in
// their own words is counted; only the internal copy holds it.
func engaged(w *writer) {
	if len(w.Table.Engagement) == 0 {
		return
	}
	w.say(w.engagementOverview())
	w.list(w.outcomesShown())
	for _, c := range w.Table.Compared {
		w.table(w.comparedTable(c))
	}
	for _, r := range w.Table.Engagement {
		if len(r.Answers) > 0 {
			w.table(w.answersTable(r))
		}
	}
	if w.Copy != Donor {
		w.ownWords()
	}
}

// engagementOverview says how much there is, and of whom.
func (w *writer) engagementOverview() string {
	polls, surveys, typed := 0, 0, 0
	var text []string
	for _, r := range w.Table.Engagement {
		switch r.Kind {
		case engagement.Poll:
			polls++
		case engagement.Survey:
			surveys++
		}
		if r.Kind != engagement.Questions && r.Typed > 0 {
			typed += r.Typed
		}
	}
	put := join(nonEmpty([]string{counted(polls, "question of a poll", "questions of polls"), counted(surveys, "question of a survey", "questions of surveys")}))
	if put != "" {
		text = append(text, "The participants were asked "+put+".",
			"Each person counts once in a question, with the latest answer; answers without a name count each; speakers and staff are left out.")
	}
	if typed > 0 {
		text = append(text, count(typed, "answer was", "answers were")+" given in words of the respondents' own, which are counted and not quoted.")
	}
	for _, r := range w.Table.Engagement {
		if r.Kind == engagement.Questions {
			text = append(text, w.questionsAsked(r))
		}
	}
	return strings.Join(text, " ")
}

// questionsAsked counts what was asked of the speakers.
func (w *writer) questionsAsked(r engagement.Result) string {
	text := count(r.Responses, "question was", "questions were") + " put to the speakers"
	if r.Responses == 0 {
		return "The only questions to the speakers were those of speakers and staff."
	}
	var by []string
	if r.Respondents > 0 {
		by = append(by, strconv.Itoa(r.Responses-r.Anonymous)+" by "+count(r.Respondents, "participant who gave a name", "participants who gave their names"))
	}
	if r.Anonymous > 0 { // nobody knows how many people ask without a name
		by = append(by, strconv.Itoa(r.Anonymous)+" anonymously")
	}
	return text + ": " + join(by) + "; " + strconv.Itoa(r.Answered) + " with a written answer or the note that they were answered."
}

// outcomesShown names the questions that show whether an expected outcome was reached.
func (w *writer) outcomesShown() []string {
	var items []string
	for i, outcome := range w.Webinar.Outline.ExpectedOutcomes {
		var by []string
		for _, r := range w.Table.Engagement {
			if r.OutcomeNumber == i+1 {
				by = append(by, w.questionTitle(r)+" (n = "+strconv.Itoa(r.N)+meanWords(r)+")")
			}
		}
		if len(by) > 0 {
			items = append(items, "Expected outcome “"+strings.TrimRight(outcome, ".;, ")+"”: shown by "+join(by)+".")
		}
	}
	return items
}

func meanWords(r engagement.Result) string {
	if r.Mean == nil {
		return ""
	}
	return ", mean " + strconv.FormatFloat(*r.Mean, 'f', 2, 64)
}

// comparedNote states the rule of the comparisons.
const comparedNote = "A question of the same wording before and after the webinar, but for the words that say when it is asked, is laid side by side: once over all answers, which may be of different people, and once over the persons who answered both times. " +
	"Such a person is known by being registered or in attendance, by an equal address, or without an address by an equal full name; answers without a name are in the first count only. " +
	"What is compared is what the respondents say of themselves; it proves no effect of the webinar."

// comparedTable is one question before and after.
func (w *writer) comparedTable(c engagement.Comparison) document.Table {
	g := newGrid(engagementTables+c.ID, capital(w.questionTitle(engagement.Result{Question: c.Question}))+", before and after the webinar", "Answer",
		"Before, all", "After, all", "Before, the same persons", "After, the same persons", "Difference, the same persons")
	both := map[string]engagement.BothWays{}
	for _, a := range c.Both.Answers {
		both[a.Answer] = a
	}
	for _, a := range c.All.Answers {
		label, same := a.Answer, both[a.Answer]
		if w.Copy == Donor && w.holdsPersonal(label) {
			label = "(wording withheld)"
		}
		g.row(label, a.Before, a.After, same.Before, same.After, signed(same.Difference))
	}
	if s := c.All; s.TypedBefore+s.TypedAfter > 0 {
		g.row("In words of their own", s.TypedBefore, s.TypedAfter, c.Both.TypedBefore, c.Both.TypedAfter, signed(c.Both.TypedAfter-c.Both.TypedBefore))
	}
	if c.Form == engagement.Single {
		g.total("n", c.All.Before, c.All.After, c.Both.Before, c.Both.After, "")
	} else {
		g.note("Several answers were possible; they do not add up to the number of respondents.")
		g.note("n of all answers: " + strconv.Itoa(c.All.Before) + " before, " + strconv.Itoa(c.All.After) + " after. n of the same persons: " + strconv.Itoa(c.Both.After) + ".")
	}
	g.note(w.compared(c))
	return g.table
}

// compared says what a comparison comes to.
func (w *writer) compared(c engagement.Comparison) string {
	var text []string
	if c.All.Difference != nil {
		text = append(text, "All answers: "+meansWords(c.All)+".")
	}
	n := c.Both.After
	if n == 0 {
		return strings.Join(append(text, "Nobody is known to have answered both times."), " ")
	}
	who := count(n, "person answered", "persons answered") + " both times"
	if c.Both.Difference != nil {
		who += ": " + meansWords(c.Both)
	}
	text = append(text, who+".")
	switch {
	case c.Numbers:
		text = append(text, "Of them "+strconv.Itoa(c.Raised)+" gave a higher number after the webinar, "+strconv.Itoa(c.Same)+" the same, "+strconv.Itoa(c.Lowered)+" a lower one.")
	default:
		text = append(text, "Of them "+strconv.Itoa(c.Same)+" answered the same, "+strconv.Itoa(c.Other)+" otherwise.")
	}
	return strings.Join(text, " ")
}

func meansWords(s engagement.SideBy) string {
	mean := func(m *float64) string { return strconv.FormatFloat(*m, 'f', 2, 64) }
	return "mean " + mean(s.MeanBefore) + " before (n = " + strconv.Itoa(s.Before) + ") and " + mean(s.MeanAfter) + " after (n = " + strconv.Itoa(s.After) + "), difference " + difference(*s.Difference)
}

// difference prints a difference of means with its sign.
func difference(d float64) string {
	text := strconv.FormatFloat(d, 'f', 2, 64)
	switch {
	case d > 0:
		return "+" + text
	case d < 0:
		return strings.Replace(text, "-", "\u2212", 1)
	}
	return text
}

// signed prints a difference of counts.
func signed(n int) string {
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "\u2212" + strconv.Itoa(-n)
	}
	return "0"
}

// questionTitle is a question as the copy may print it.
func (w *writer) questionTitle(r engagement.Result) string {
	switch {
	case r.Kind == engagement.Questions:
		return "the questions to the speakers"
	case w.Copy == Donor && w.holdsPersonal(r.Question):
		return "a question (wording withheld)"
	}
	return "“" + r.Question + "”"
}

var phaseWords = map[engagement.Phase]string{engagement.Before: "before the webinar", engagement.During: "during the webinar", engagement.After: "after the webinar"}

// answersTable is one question with its answers.
func (w *writer) answersTable(r engagement.Result) document.Table {
	share := r.N >= breakdown.MinBase
	columns := []string{"Respondents"}
	if share {
		columns = append(columns, "Share of those who answered")
	}
	g := newGrid(engagementTables+r.ID, capital(w.questionTitle(r))+", "+phaseWords[r.Phase], "Answer", columns...)
	values := make([]int, 0, len(r.Answers)+1)
	labels := make([]string, 0, len(r.Answers)+1)
	for _, a := range r.Answers {
		label := a.Answer
		if w.Copy == Donor && w.holdsPersonal(label) {
			label = "(wording withheld)"
		}
		labels, values = append(labels, label), append(values, a.N)
	}
	if r.Typed > 0 {
		labels, values = append(labels, "In words of their own"), append(values, r.Typed)
	}
	shares := breakdown.AnswerShares(r)
	for i, label := range labels {
		g.row(label, []any{values[i], shares[i]}[:len(columns)]...)
	}
	if r.Form == engagement.Multiple {
		g.note("Several answers were possible; they do not add up to the number of respondents.")
	}
	g.note(w.respondents(r))
	return g.table
}

// respondents names the base of a question and what it is made of.
func (w *writer) respondents(r engagement.Result) string {
	text := "n = " + strconv.Itoa(r.N)
	if r.Anonymous > 0 {
		text += ": " + strconv.Itoa(r.Respondents) + " by name, " + strconv.Itoa(r.Anonymous) + " anonymous"
	}
	text += "; " + strconv.Itoa(r.Known) + " of them known as people of the webinar for certain."
	if r.Mean != nil {
		text += " Mean: " + strconv.FormatFloat(*r.Mean, 'f', 2, 64) + "."
	}
	if r.N < breakdown.MinBase {
		text += " " + base(r.N)
	}
	if r.OutcomeNumber > 0 {
		text += " Expected outcome " + strconv.Itoa(r.OutcomeNumber) + " of the outline."
	}
	return text
}

// ownWords lists, in the internal copy, what was asked of the speakers and written in surveys, with who wrote it.
func (w *writer) ownWords() {
	asked := document.Table{ID: "questions_asked", Caption: "Questions to the speakers", RowHeader: true,
		Columns: []document.Column{{Title: "Asked by"}, {Title: "Question"}, {Title: "Answer"}}}
	written := document.Table{ID: "answers_written", Caption: "Answers in words of the respondents' own", RowHeader: true,
		Columns: []document.Column{{Title: "Respondent"}, {Title: "Question"}, {Title: "Answer"}}}
	quoted := map[string]map[string]bool{}
	for _, r := range w.Table.Engagement {
		quoted[r.ID] = map[string]bool{}
		for _, a := range r.Answers {
			quoted[r.ID][strings.ToLower(a.Answer)] = true
		}
	}
	for _, t := range w.Answers {
		who := t.Name
		if who == "" && !t.Anonymous() {
			who = t.Email
		} else if t.Anonymous() {
			who = "anonymous"
		}
		if t.Kind == engagement.Questions {
			asked.Rows = append(asked.Rows, []string{who, t.Question, strings.Join(t.Given, "; ")})
			continue
		}
		for _, given := range t.Given {
			if !quoted[engagement.QuestionID(t.Answer)][strings.ToLower(given)] {
				written.Rows = append(written.Rows, []string{who, t.Question, given})
			}
		}
	}
	for _, t := range []document.Table{asked, written} {
		if len(t.Rows) > 0 {
			t.Notes = []string{"Internal: this table is in no other copy."}
			w.table(t, people)
		}
	}
}
