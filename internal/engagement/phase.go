package engagement

import (
	"slices"
	"time"
)

// Phases are the phases, in their order.
func Phases() []Phase { return []Phase{Before, During, After} }

// HasPhase tells whether an officer can say of a kind of file when its questions were put. Questions to the speakers are
// counted together whenever they came.
func (k Kind) HasPhase() bool { return k == Poll || k == Survey }

// OfAnswers tells whether a file of the kind holds answers.
func (k Kind) OfAnswers() bool { return k == Poll || k == Questions || k == Survey }

// phased gives the answers with the phase that the officers' words give them: the newest word on one of the files in which
// an answer stands, else what the file was read as. The answers given are left as they are.
func phased(answers []Answer, words []PhaseWord) []Answer {
	if len(words) == 0 {
		return answers
	}
	type said struct {
		at    int
		phase Phase
	}
	newest := map[string]said{}
	for i, w := range words {
		newest[w.File] = said{i + 1, w.Phase}
	}
	out := slices.Clone(answers)
	for i := range out {
		best := said{}
		for _, s := range out[i].Sources {
			if w := newest[s.File]; w.phase != "" && w.at > best.at {
				best = w
			}
		}
		if best.at > 0 && out[i].Kind.HasPhase() {
			out[i].Phase = best.phase
		}
	}
	return out
}

// tellPhase says when the questions of the file were put, where a row does not say it itself: polls and questions to the
// speakers during the webinar, a survey when most of its answers came, or as the officer says.
func (r *Reading) tellPhase(o Options) {
	silent := slices.DeleteFunc(slices.Clone(r.Answers), func(a Answer) bool { return a.Phase != "" })
	if len(silent) == 0 {
		return
	}
	phase, why := During, "polls are put during the webinar"
	switch {
	case o.Phase != "" && r.Kind.HasPhase():
		phase, why = o.Phase, "you said so"
	case r.Kind == Survey:
		phase, why = r.surveyPhase(silent, o)
	}
	for i := range r.Answers {
		if r.Answers[i].Phase == "" {
			r.Answers[i].Phase = phase
		}
	}
	if r.Kind.HasPhase() && len(silent) == len(r.Answers) {
		r.Phase, r.PhaseWhy = phase, why
	}
}

// surveyPhase tells it of the answers that do not say it themselves.
func (r *Reading) surveyPhase(silent []Answer, o Options) (phase Phase, why string) {
	var times []time.Time
	for _, a := range silent {
		if !a.At.IsZero() {
			times = append(times, a.At)
		}
	}
	switch {
	case o.Start.IsZero():
		return After, "nobody knows yet when the webinar is"
	case len(times) == 0:
		r.problem(0, "The file has no times; it is taken as a survey after the webinar. If it was before or during it, say so.")
		return After, "the file has no times"
	}
	slices.SortFunc(times, time.Time.Compare)
	why = "most of its answers came then"
	switch middle := times[len(times)/2]; {
	case middle.Before(o.Start):
		return Before, why
	case middle.Before(o.End):
		return During, why
	}
	return After, why
}
