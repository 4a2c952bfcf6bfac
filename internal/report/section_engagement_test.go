package report

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/document"
	"rapporteur/internal/engagement"
)

const secret = "Zana Invented00 told me that the border unit waits"

// engagedFacts are those of a webinar with a poll, a survey and questions to the speakers. Among the answers are names,
// addresses and words of the respondents' own.
func engagedFacts(t *testing.T) Facts {
	t.Helper()
	f := facts(t, 21, 0)
	f.Webinar.Outline.ExpectedOutcomes = []string{"Officers know the channels;", "They use them"}
	var answers []engagement.Answer
	add := func(kind engagement.Kind, phase engagement.Phase, question, name, mail string, given ...string) {
		answers = append(answers, engagement.Answer{Key: "e" + string(rune('A'+len(answers))), Kind: kind, Phase: phase, Question: question, Given: given,
			Name: name, Email: mail, At: start.Add(time.Duration(len(answers)) * time.Minute), Sources: []engagement.Source{{File: "sum", Name: "poll.csv", Line: len(answers) + 2}}})
	}
	for i := range 24 {
		add(engagement.Poll, engagement.During, "Do you know the contact points in Kosovo?", f.Standings[i%21].FirstName+" "+f.Standings[i%21].LastName, "", []string{"Yes", "Yes", "No"}[i%3])
	}
	add(engagement.Poll, engagement.During, "Which channels?", "", "", "Europol", "INTERPOL")
	add(engagement.Poll, engagement.During, "Which channels?", "", "", "Europol")
	add(engagement.Poll, engagement.During, "Which channels?", "Zana Invented01", "", "INTERPOL")
	add(engagement.Survey, engagement.After, "What should be better?", "Zana Invented02", "zana02@mail.example", secret)
	add(engagement.Survey, engagement.After, "What should be better?", "", "", "The sound")
	add(engagement.Survey, engagement.After, "How useful was it?", "", "", "5")
	add(engagement.Survey, engagement.After, "How useful was it?", "", "", "4")
	add(engagement.Questions, engagement.During, "May Zana Invented03 call me on +389 70 123 456?", "Zana Invented04", "zana04@mail.example", "live answered")
	add(engagement.Questions, engagement.During, "Why not?", "", "")
	links := []engagement.Link{{Question: engagement.QuestionID(answers[0]), Outcome: f.Webinar.Outline.ExpectedOutcomes[0]}}
	var results []engagement.Result
	results, f.Answers = engagement.Results(engagement.Input{Answers: answers, Links: links, Outcomes: f.Webinar.Outline.ExpectedOutcomes,
		Participants: resultOf(f).Participants, Standings: f.Standings})
	f.Table, f.Members = breakdown.Compute(breakdown.Input{Webinar: "w", Start: start, End: start.Add(time.Hour), AsOf: start.Add(48 * time.Hour),
		Standings: f.Standings, Match: resultOf(f), Engagement: results})
	return f
}

// printedSection is what one section prints.
func printedSection(f Facts, id string) string {
	d := Build(f)
	from := slices.IndexFunc(d.Blocks, func(b document.Block) bool { h, ok := b.(document.Heading); return ok && h.ID == id })
	if from < 0 {
		return ""
	}
	to := from + 1
	for to < len(d.Blocks) {
		if h, ok := d.Blocks[to].(document.Heading); ok && h.Level == 1 {
			break
		}
		to++
	}
	return text(document.Document{Blocks: d.Blocks[from:to]})
}

func TestEngagementIsLeftOutWithoutData(t *testing.T) {
	if printed := printedSection(facts(t, 21, 0), "engagement"); printed != "" {
		t.Errorf("the section is there:\n%s", printed)
	}
}

// TestEngagementSection pins the section of the donor copy, word by word.
func TestEngagementSection(t *testing.T) {
	f := engagedFacts(t)
	f.Copy = Donor
	want := strings.Join([]string{
		"7 Engagement and learning",
		"The participants were asked 2 questions of polls and 2 questions of surveys. Each person counts once in a question, with the latest answer; answers without a name count each; speakers and staff are left out. " +
			"2 answers were given in words of the respondents' own, which are counted and not quoted. " +
			"2 questions were put to the speakers: 1 by 1 participant who gave a name and 1 anonymously; 1 with a written answer or the note that they were answered.",
		"Expected outcome “Officers know the channels”: shown by “Do you know the contact points in Kosovo*?” (n = 21).",
		"Table. “Do you know the contact points in Kosovo*?”, during the webinar", "n = 21; 21 of them known as people of the webinar for certain. Expected outcome 1 of the outline.",
		"Yes", "14", "66.7\u00a0%", "No", "7", "33.3\u00a0%",
		"Table. “Which channels?”, during the webinar", "Several answers were possible; they do not add up to the number of respondents.",
		"n = 3: 1 by name, 2 anonymous; 1 of them known as people of the webinar for certain. No percentages are given, because the base is under 20.",
		"Europol", "2", "INTERPOL", "2",
		"Table. “How useful was it?”, after the webinar",
		"n = 2: 0 by name, 2 anonymous; 0 of them known as people of the webinar for certain. Mean: 4.50. No percentages are given, because the base is under 20.",
		"4", "1", "5", "1",
	}, "\n")
	got := tableNumber.ReplaceAllString(printedSection(f, "engagement"), "Table.") // the numbers are the whole report's
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

var tableNumber = regexp.MustCompile(`Table [0-9]+\.`)

// The donor copy and its annex hold no name, no address and no word that a respondent wrote; the internal copy lists
// them, marked as such.
func TestDonorHoldsNoWordsOfRespondents(t *testing.T) {
	f := engagedFacts(t)
	private := []string{"Invented0", "waits", "The sound", "Why not", "call me", "389 70"}
	for _, c := range []Copy{Donor, Internal} {
		f.Copy = c
		printed := printedSection(f, "engagement")
		sheets := ""
		for _, s := range Annex(f) {
			if s.Name == "Engagement" || s.Name == "Questions asked" || s.Name == "Own words" {
				for _, table := range s.Tables {
					sheets += text(document.Document{Blocks: []document.Block{table}})
				}
			}
		}
		for _, word := range private {
			for where, all := range map[string]string{"report": printed, "annex": sheets} {
				if strings.Contains(all, word) != (c == Internal) {
					t.Errorf("%s copy, %s: %q is there: %v", c, where, word, c != Internal)
				}
			}
		}
	}
	f.Copy = Donor
	var whole bytes.Buffer
	whole.WriteString(text(Build(f)))
	for _, s := range Annex(f) {
		for _, table := range s.Tables {
			whole.WriteString(text(document.Document{Blocks: []document.Block{table}}))
		}
	}
	if newPersonal(f).in(whole.String()) {
		t.Error("the donor copy names a participant")
	}
}

// A question or option that names a participant is withheld from the donor copy, and printed in the internal one.
func TestANamedParticipantIsWithheld(t *testing.T) {
	f := engagedFacts(t)
	r := &f.Table.Engagement[slices.IndexFunc(f.Table.Engagement, func(r engagement.Result) bool { return r.Question == "Which channels?" })]
	r.Question, r.Answers[0].Answer = "Should Zana Invented05 speak again?", "Zana Invented05"
	f.Copy = Donor
	if printed := printedSection(f, "engagement"); strings.Contains(printed, "Invented05") || strings.Count(printed, "ording withheld") != 2 {
		t.Errorf("the donor copy:\n%s", printed)
	}
	f.Copy = Internal
	if printed := printedSection(f, "engagement"); !strings.Contains(printed, "Invented05") {
		t.Error("the internal copy withholds it")
	}
}

// All questions stand on one sheet of the annex.
func TestEngagementHasOneSheet(t *testing.T) {
	f := engagedFacts(t)
	f.Copy = Donor
	n := 0
	for _, s := range Annex(f) {
		if s.Name == "Engagement" {
			n++
			if len(s.Tables) != 3 {
				t.Errorf("%d tables on the sheet", len(s.Tables))
			}
		}
	}
	if n != 1 {
		t.Errorf("%d sheets", n)
	}
}

// Every figure of a question opens as many answers as it says.
func TestFiguresOfEngagementOpen(t *testing.T) {
	f := engagedFacts(t)
	count := func(figure string) int {
		e, ok := Behind(f, figure)
		if !ok {
			t.Errorf("%s does not open", figure)
		}
		return len(e.Answers)
	}
	for _, r := range f.Table.Engagement {
		id := "engagement/" + r.ID
		n := r.N
		if r.Kind == engagement.Questions {
			n = r.Responses
		}
		for figure, want := range map[string]int{id: n, id + "/responses": r.Responses, id + "/respondents": r.Respondents, id + "/anonymous": r.Anonymous,
			id + "/known": r.Known, id + "/staff": r.Staff, id + "/typed": r.Typed, id + "/answered": r.Answered} {
			if got := count(figure); got != want {
				t.Errorf("%s %s: %d answers, want %d", r.Question, figure, got, want)
			}
		}
		for i, a := range r.Answers {
			if got := count(id + "/answers/" + string(rune('1'+i))); got != a.N {
				t.Errorf("%s, %s: %d answers, want %d", r.Question, a.Answer, got, a.N)
			}
		}
	}
	for _, figure := range []string{"engagement/none", "engagement/" + f.Table.Engagement[0].ID + "/answers/9", "engagement/" + f.Table.Engagement[0].ID + "/luck"} {
		if _, ok := Behind(f, figure); ok {
			t.Errorf("%s opens", figure)
		}
	}
	table, ok := Explain(f, "engagement/"+f.Table.Engagement[0].ID)
	if !ok || len(table.Rows) != 21 || !strings.Contains(table.Rows[0][4], "poll.csv line") {
		t.Errorf("explained: %v %+v", ok, table.Rows)
	}
	for _, c := range f.Table.Checks {
		if !c.OK {
			t.Errorf("%s: %d and %d", c.Name, c.Left, c.Right)
		}
		for _, term := range append(append([]breakdown.Term{}, c.LeftTerms...), c.RightTerms...) {
			if strings.HasPrefix(term.Figure, "engagement/") && count(term.Figure) != term.N {
				t.Errorf("term %s: %d answers, want %d", term.Figure, count(term.Figure), term.N)
			}
		}
	}
}

// A link to an outcome that left the outline is a remark.
func TestAStaleLinkIsRemarked(t *testing.T) {
	f := engagedFacts(t)
	says := func() bool {
		return slices.ContainsFunc(Lint(f), func(x Finding) bool { return strings.Contains(x.Message, "no longer has") })
	}
	if says() {
		t.Error("a link that stands is remarked")
	}
	f.Table.Engagement[0].OutcomeNumber = 0
	f.Table.Engagement[0].Outcome = "Gone"
	if !says() {
		t.Error("a stale link is not remarked")
	}
}
