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

// keys are the forms in which a wording is looked for in the other phase, the strictest first; "" is looked for by none.
func keys(r Result) [3]string {
	bare, other := whenever(r.Question, r.Phase)
	if other {
		bare = "" // how it was before the webinar, asked after it, is another question than how it is
	}
	return [3]string{questionKey(r.Question), comparedKey(r.Question), bare}
}

// pairs finds the questions put before and after: by equal wording, else by a wording that only one question of each phase
// has but for its number, else but for when it is asked. They come in the order of the questions after.
func pairs(results []Result) []pair {
	taken := map[int]int{} // by the question after
	used := map[int]bool{}
	back := lookBack(results)
	for level := range keys(Result{}) {
		of := map[Phase]map[string][]int{Before: {}, After: {}}
		for i, r := range results {
			if key := keys(r)[level]; of[r.Phase] != nil && r.Kind.HasPhase() && key != "" && !back[i] {
				of[r.Phase][key] = append(of[r.Phase][key], i)
			}
		}
		for key, b := range of[Before] {
			a := of[After][key]
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

// lookBack are the questions that ask of another time than their phase where the same is asked of that phase beside them:
// "before the webinar" beside "after the webinar", both put after it.
func lookBack(results []Result) map[int]bool {
	type asked struct {
		phase   Phase
		wording string
	}
	own, others := map[asked]bool{}, map[int]asked{}
	for i, r := range results {
		wording, other := whenever(r.Question, r.Phase)
		if at := (asked{r.Phase, wording}); other {
			others[i] = at
		} else {
			own[at] = true
		}
	}
	out := map[int]bool{}
	for i, at := range others {
		out[i] = own[at]
	}
	return out
}
