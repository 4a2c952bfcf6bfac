package participant

import "strings"

// Task is what somebody does at a webinar who does not take part in it.
type Task string

// The tasks that a display name may say.
const (
	NoTask      Task = ""
	Interpreter Task = "interpreter"
	Technical   Task = "technical"
)

// taskWords name a task by themselves, in the languages of the region and of the platforms; beside them stand no others
// than those of taskFill.
var taskWords = map[Task]wordSet{
	Interpreter: newWordSet("interpreter|interpreters|interpretation|interpreting|translator|translation|" +
		"tumač|tumac|tumačica|prevodilac|prevodioci|prevoditelj|prevoditeljica|prevod|prijevod|" +
		"тумач|преводилац|превод|преведувач|преведувачи|преводач|перекладач|переклад|переводчик|" +
		"përkthyes|përkthyese|përkthim|interpretues|tercüman|çevirmen|çeviri|" +
		"interpret|interpreți|traducător|traducere|interprète|interprétation|dolmetscher|dolmetscherin|διερμηνέας"),
	Technical: newWordSet("support|helpdesk|technician|podrška|podrska|tehničar|tehnicar|подршка|поддршка|техничар|підтримка|поддержка|" +
		"mbështetje|destek|teknisyen|suport|tehnician"),
}

var taskFill = newWordSet("simultaneous|sim|consecutive|team|desk|it|ict|technical|tech|zoom|teams|webex|channel|cabin|booth|english|albanian|bosnian|serbian|macedonian|montenegrin|turkish|romanian|ukrainian|" +
	"en|eng|sq|alb|bs|bos|sr|srp|mk|mkd|tr|tur|ro|rom|uk|ukr|simultani|simultano|tehnička|tehnicka|техничка|технічна|техническая|teknike|teknik|simültane|tehnic|simultan|simultană")

// TaskOf reads a task from a display name: from a bracket, from what a sign sets apart, or from the whole of it, where every
// word belongs to it. A word that is a part of a name says nothing: Tercüman is a surname too.
func TaskOf(display string) Task {
	rest, inner := cutBrackets(clean(display))
	for _, segment := range append(inner, partings.Split(rest, -1)...) {
		for _, task := range []Task{Interpreter, Technical} {
			if isTask(segment, taskWords[task]) {
				return task
			}
		}
	}
	return NoTask
}

func isTask(segment string, of wordSet) bool {
	found := false
	for _, word := range strings.FieldsFunc(segment, func(r rune) bool { return strings.ContainsRune(" .,+&#0123456789", r) }) {
		switch {
		case of.has(Fold(word)):
			found = true
		case !taskFill.has(Fold(word)):
			return false
		}
	}
	return found
}
