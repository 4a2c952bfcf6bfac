package engagement

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// pair is one question in two phases.
type pair struct{ before, after Result }

var numbered = regexp.MustCompile(`^(?:q|question)?\s*\d{1,3}\s*[.):–-]\s*`)

// comparedKey is the wording by which two questions are the same.
func comparedKey(question string) string {
	return strings.TrimSpace(numbered.ReplaceAllString(questionKey(question), ""))
}

// saysWhen are the words by which a question says of when it asks, in the languages of the region's surveys. A blank stands
// on both sides of a wording that they are looked for in.
var saysWhen = sync.OnceValue(func() map[Phase]*regexp.Regexp {
	const (
		event  = `(?:webinar|webináre?|webinaire|вебинар|вебінар|training|event|session|seminar|workshop|course|обук|obuk|trajnim|eğitim|seminer|formation|curs|семинар|događaj|настан)\pL*`
		before = `before|prior to|at the (?:beginning|start) of|prije|pre|пре|пред|преди|до|para|înainte de|avant|vor|antes d[eoa]l?|prima d[eia]l?`
		after  = `after|following|at the end of|poslije|posle|nakon|после|након|по|след|після|pas|după|après|nach|después d[eoa]l?|dopo`
		thing  = `(?: (?:the|this|our|today['’]s|ovog|ovaj|овог|овај|овој|këtij|acest|ce|cette|le|la|l['’]|dem|der|diesem|el|il))?`
	)
	words := func(start, behind, test string) *regexp.Regexp {
		return regexp.MustCompile(` \(?(?:(?:` + start + `)` + thing + ` ` + event + `|(?:bu )?` + event + ` ` + behind + `(?:si|sı)?|` +
			test + `[- ]?(?:` + event + `|test|survey)|` + test + `)\)?( |[,:])`)
	}
	return map[Phase]*regexp.Regexp{Before: words(before, "önce", "pre"), After: words(after, "sonra", "post")}
})

// whenever is the wording without the words that say of when it asks; other tells whether that is another time than the
// phase it is put in.
func whenever(question string, phase Phase) (wording string, other bool) {
	wording = " " + strings.NewReplacer("?", " ", ".", " ").Replace(comparedKey(question)) + " "
	for _, when := range []Phase{Before, After} {
		bare := saysWhen()[when].ReplaceAllString(wording, " $1")
		other = other || when != phase && bare != wording
		wording = bare
	}
	return strings.Trim(strings.Join(strings.Fields(wording), " "), " ,:–-"), other
}

// worded is a question with the forms of its wording in which it is looked for in the other phase, the strictest first; "" is
// looked for by none.
type worded struct {
	at    int // in the results
	keys  [3]string
	bare  string // without the words that say of when it asks
	other bool   // it asks of another time than that of its phase
}

// askedIn are the questions put in a phase, but for those that look back or ahead: that ask of another time where the same is
// asked of the phase's own beside them ("before the webinar" beside "after the webinar", both put after it).
func askedIn(results []Result, phase Phase) []worded {
	var all []worded
	own := map[string]bool{}
	for i, r := range results {
		if r.Phase != phase || !r.Kind.HasPhase() {
			continue
		}
		q := worded{at: i}
		q.bare, q.other = whenever(r.Question, phase)
		q.keys = [3]string{questionKey(r.Question), comparedKey(r.Question), q.bare}
		if q.other {
			q.keys[2] = "" // how it was before the webinar, asked after it, is another question than how it is
		} else {
			own[q.bare] = true
		}
		all = append(all, q)
	}
	return slices.DeleteFunc(all, func(q worded) bool { return q.other && own[q.bare] })
}

// pairs finds the questions put before and after: by equal wording, else by a wording that only one question of each phase
// has but for its number, else but for when it is asked. They come in the order of the questions after.
func pairs(results []Result) []pair {
	if !put(results, Before) || !put(results, After) {
		return nil
	}
	before, after := askedIn(results, Before), askedIn(results, After)
	taken := map[int]int{} // by the question after
	used := map[int]bool{}
	for level := range len(worded{}.keys) {
		by := func(all []worded) map[string][]int {
			out := map[string][]int{}
			for _, q := range all {
				if key := q.keys[level]; key != "" {
					out[key] = append(out[key], q.at)
				}
			}
			return out
		}
		of := by(after)
		for key, b := range by(before) {
			a := of[key]
			if len(a) != 1 || len(b) != 1 || used[b[0]] {
				continue
			}
			if _, is := taken[a[0]]; !is {
				taken[a[0]], used[b[0]] = b[0], true
			}
		}
	}
	var out []pair
	for _, a := range slices.Sorted(maps.Keys(taken)) {
		out = append(out, pair{results[taken[a]], results[a]})
	}
	return out
}

// put tells whether a question was put in a phase: most webinars have no survey before them.
func put(results []Result, phase Phase) bool {
	return slices.ContainsFunc(results, func(r Result) bool { return r.Phase == phase && r.Kind.HasPhase() })
}
