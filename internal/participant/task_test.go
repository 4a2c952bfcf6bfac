package participant

import "testing"

func TestTaskOf(t *testing.T) {
	for display, want := range map[string]Task{
		"Ana Example (Interpreter)":       Interpreter,
		"Interpreter 2":                   Interpreter,
		"EN Interpreter":                  Interpreter,
		"Simultaneous interpretation":     Interpreter,
		"Ana Example - prevodilac":        Interpreter,
		"Преведувач | Ана":                Interpreter,
		"IT support":                      Technical,
		"Technical support (Zoom)":        Technical,
		"Tehnička podrška":                Technical,
		"Ali Tercüman":                    NoTask,
		"Ana Example":                     NoTask,
		"Ana Example (IT)":                NoTask,
		"Ana Example, Support to Justice": NoTask,
		"iPhone":                          NoTask,
		"":                                NoTask,
	} {
		if got := TaskOf(display); got != want {
			t.Errorf("%q: %q, want %q", display, got, want)
		}
	}
}
