package workflow

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/change"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/store"
	"rapporteur/internal/tabular"
)

// EngagementPlan is a plan with the answers it would add.
type EngagementPlan struct {
	Plan
	readings []engagement.Reading
}

// PlanEngagement reads polls, lists of questions and surveys and says what importing them would do. o.Kind survey takes
// any table for one.
func (d *Desk) PlanEngagement(ctx context.Context, webinarID string, files []Upload, o ImportOptions) (*EngagementPlan, error) {
	w, err := d.toImport(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	known, err := d.store.Answers(ctx, w.ID)
	if err != nil {
		return nil, err
	}
	start, end := w.Window()
	options := engagement.Options{Seen: d.counting(ctx, stepReading), Date: w.Outline.Start, Start: start, End: end}
	plan := &EngagementPlan{Plan: newPlan(w)}
	for _, u := range summed(files) {
		said := o.of(u)
		zone, name, from, err := zoned(said.Zone, w)
		if err != nil {
			return nil, err
		}
		table, claim, chosen, err := d.answersIn(ctx, u, len(files) == 1, o)
		if err != nil {
			return nil, err
		}
		reading, open, err := withOrder(said, func(order string) (engagement.Reading, error) {
			options.Zone, options.DateOrder, options.Phase = zone, order, engagement.Phase(said.Phase)
			return intake.ReadEngagement(*table, claim, options)
		})
		if err != nil {
			return nil, err
		}
		seen := d.counting(ctx, stepAnswers)
		p := filePlan(u, table, claim, said)
		p.Kind, p.Chosen = string(reading.Kind), chosen
		p.assumeDates(reading.Dates, open, said, zone)
		p.assumeZone(name, from)
		p.assumePhase(reading, said)
		p.Rows = reading.Responses
		p.Problems = append(p.Problems, reading.Problems...)
		if len(p.Asks()) == 0 {
			p.Problems = append(p.Problems, intake.AnswersAgainstSchedule(reading, start, end)...)
		}
		if other, ok := intake.AnswersOfAnotherWebinar(reading, w.Outline.Title); ok {
			p.Problems = append(p.Problems, other)
		}
		if again, compared := engagement.Again(known, reading.Answers, seen.Part(0, 2)); 2*again > compared {
			p.Problems = append(p.Problems, tabular.Problem{Message: "Most of these answers are in the register already, from another file; neither file has times. If this is a fuller export of that one, take the earlier import back first: its answers would count twice. If it is another survey, go on."})
		}
		p.settle(table, intake.PlanEngagement(known, reading.Answers, seen.Part(1, 2)))
		if len(p.Asks()) == 0 {
			known = append(known, reading.Answers...)
		}
		plan.add(p)
		plan.readings = append(plan.readings, reading)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return plan, nil
}

// answersIn reads a file of answers and tells what it is, as claimed does. o.Kind is the officer's word on it, "" without one.
func (d *Desk) answersIn(ctx context.Context, u Upload, alone bool, o ImportOptions) (*tabular.File, intake.Claim, string, error) {
	if o.Kind != "" && !isAnswers(o.Kind) {
		return nil, intake.Claim{}, "", fault.New(fault.Invalid, "A file of answers is a poll, a list of questions or a survey.", "Say one of: "+strings.Join(intake.EngagementKinds(), ", ")+".")
	}
	kind := cmp.Or(o.Kind, answers)
	table, claim, chosen, err := d.claimed(ctx, u, kind, alone, o)
	switch {
	case fault.Is(err, fault.Unknown):
		e := fault.From(err)
		e.Hint = "If it is a table of answers with a header, import it as a survey (--kind survey)."
		err = e
	case err == nil && !slices.Contains(kindsIn(kind), claim.Kind):
		err = wrongKind(u, claim, strings.Join(kindsIn(kind), ", "))
	}
	return table, claim, chosen, err
}

// CommitEngagement writes exactly the plan, in one transaction; a plan without anything new writes nothing. Fault
// conflict when the webinar changed since.
func (d *Desk) CommitEngagement(ctx context.Context, p *EngagementPlan) error {
	return d.carryOut(ctx, p.Plan, change.EngagementImport, "", p)
}

func (p *EngagementPlan) rows() int {
	n := 0
	for _, r := range p.readings {
		n += len(r.Answers)
	}
	return n
}

func (p *EngagementPlan) write(tx *store.Tx, count func(before int) func(int)) error {
	before := 0
	for i, file := range p.Files {
		source, err := tx.AddSource(file.source(), file.data)
		if err != nil {
			return err
		}
		if err := remember(tx, p.Webinar, file); err != nil {
			return err
		}
		tx.Seen = count(before)
		before += len(p.readings[i].Answers)
		if _, _, err := tx.AddAnswers(p.Webinar, source.SHA256, p.readings[i].Answers); err != nil {
			return err
		}
	}
	return nil
}

// LinkOutcome records the officer's word that a question shows whether an expected outcome of the outline was reached.
// The question is named by its id or a unique prefix, the outcome by its number in the outline; "none" takes the link back.
func (d *Desk) LinkOutcome(ctx context.Context, webinarID, question, outcome, why string) error {
	dossier, err := d.Dossier(ctx, webinarID, "")
	if err != nil {
		return err
	}
	result, err := dossier.Question(question)
	if err != nil {
		return err
	}
	link := engagement.Link{Question: result.ID}
	if outcome != "none" {
		outcomes := dossier.Webinar.Outline.ExpectedOutcomes
		n, err := strconv.Atoi(outcome)
		if err != nil || n < 1 || n > len(outcomes) {
			return fault.New(fault.NotFound, "The outline has no expected outcome of this number.",
				"Give a number from 1 to "+strconv.Itoa(len(outcomes))+", or none.")
		}
		link.Outcome = outcomes[n-1]
	}
	if result.Outcome == link.Outcome {
		return nil
	}
	return d.write(ctx, dossier, change.EngagementLink, why, func(tx *store.Tx) error { return tx.AddLink(dossier.Webinar.ID, link) })
}

// SetPhase records the officer's word on when the questions of an imported file of answers were put. The file is named by
// its SHA-256, a unique prefix of it, or its name; phase is before, during or after, or "read", which takes the word back.
// Faults: not-found, ambiguous, wrong-kind (a file whose questions have no such time), invalid.
func (d *Desk) SetPhase(ctx context.Context, webinarID, file, phase, why string) error {
	dossier, err := d.Dossier(ctx, webinarID, "")
	if err != nil {
		return err
	}
	word := engagement.PhaseWord{Phase: engagement.Phase(phase)}
	switch {
	case phase == AsRead:
		word.Phase = ""
	case !slices.Contains(engagement.Phases(), word.Phase):
		return noPhase("Say before, during or after, or " + AsRead + " to leave it to the file.")
	}
	view, err := answerFileOf(ViewEngagement(dossier).Files, file)
	if err != nil {
		return err
	}
	if !view.Settable {
		return fault.New(fault.WrongKind, "Questions to the speakers are counted together, whenever they were put.", "Say it of a poll or a survey.")
	}
	word.File = view.SHA256
	if said := word.Phase != ""; said == view.Said && (!said || word.Phase == view.Phase) {
		return nil
	}
	return d.write(ctx, dossier, change.EngagementPhase, why, func(tx *store.Tx) error { return tx.AddPhaseWord(dossier.Webinar.ID, word) })
}

// AsRead leaves it to a file when its questions were put.
const AsRead = "read"

// answerFileOf finds a file of answers by its name or its SHA-256.
func answerFileOf(files []AnswerFile, named string) (AnswerFile, error) {
	var sums []string
	for _, f := range files {
		if f.Name == named {
			sums = append(sums, f.SHA256)
		}
	}
	switch {
	case len(sums) > 1:
		return AnswerFile{}, fault.New(fault.Ambiguous, "More than one file of answers has this name.", "Name it by the first characters of its SHA-256.")
	case len(sums) == 0:
		for _, f := range files {
			sums = append(sums, f.SHA256)
		}
		sum, err := byPrefix(sums, named, "file of answers")
		if err != nil {
			return AnswerFile{}, err
		}
		sums = []string{sum}
	}
	return files[slices.IndexFunc(files, func(f AnswerFile) bool { return f.SHA256 == sums[0] })], nil
}

// Question finds the result of one question by its id or a unique prefix.
func (d *Dossier) Question(prefix string) (engagement.Result, error) {
	var ids []string
	for _, r := range d.Table.Engagement {
		ids = append(ids, r.ID)
	}
	id, err := byPrefix(ids, prefix, "question")
	if err != nil {
		return engagement.Result{}, err
	}
	return d.Table.Engagement[slices.Index(ids, id)], nil
}
