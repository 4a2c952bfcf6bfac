package engagement

import (
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// phaseWords are the words by which a cell says when its row was answered, folded, in the languages of the region.
var phaseWords = sync.OnceValue(func() map[Phase][]string {
	out := map[Phase][]string{}
	for phase, words := range map[Phase]string{
		Before: "before|pre|pretest|baseline|prije|pre|prior|пре|пред|преди|до|para|önce|öncesi|öncesinde|înainte|avant|vorher|vor|antes|prima|πριν",
		During: "during|live|tokom|tijekom|током|gjatë|sırasında|esnasında|timpul|pendant|während|durante",
		After:  "after|post|posttest|endline|poslije|posle|nakon|после|након|по|след|після|pas|sonra|sonrası|sonrasında|după|après|nach|nachher|después|dopo|depois|μετά",
	} {
		for word := range strings.SplitSeq(words, "|") {
			out[phase] = append(out[phase], participant.Tokens(word)...)
		}
	}
	return out
})

// phaseIn is the phase that a cell names, "" for none and for several.
func phaseIn(cell string) Phase {
	found, tokens := Phase(""), participant.Tokens(tabular.Clean(cell))
	for _, phase := range Phases() {
		if !slices.ContainsFunc(tokens, func(t string) bool { return slices.Contains(phaseWords()[phase], t) }) {
			continue
		}
		if found != "" {
			return ""
		}
		found = phase
	}
	return found
}

// mostPhaseWords is how many words a cell has at most that says nothing but when its row was answered.
const mostPhaseWords = 4

// saysPhase tells whether a cell says when its row was answered, and nothing else. A yes says nothing of it: "po" is one in
// Albanian, and "after" in Slovenian and Croatian.
func saysPhase(cell string) bool {
	return phaseIn(cell) != "" && len(participant.Tokens(cell)) <= mostPhaseWords && !ticked(tabular.Clean(cell))
}

// phaseByRow takes the phase of each row from a column; -1 where there is none. A row of which it cannot be told goes with
// the file.
func (r *Reading) phaseByRow(responses []response, rows []tabular.Row, column int) {
	if column < 0 {
		return
	}
	at := map[int]string{}
	for _, row := range rows {
		at[row.Line] = known(row.Cell(column))
	}
	for i := range responses {
		cell := at[responses[i].line]
		if responses[i].phase = phaseIn(cell); responses[i].phase == "" {
			r.problem(responses[i].line, "This row does not say clearly whether it came before, during or after the webinar; it is taken as the file's other rows would be.")
		}
	}
}
