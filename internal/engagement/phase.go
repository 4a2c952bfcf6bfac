package engagement

import "slices"

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
