package main

// entry is a line of a menu. Event goes to the page; a line without a label is a rule between groups. Key is a letter, a
// digit, plus, - or f1 to f12; "" has no accelerator: the page or its text fields take that key themselves, and the system
// would take it from them.
type entry struct {
	label string
	mod   modifier
	key   string
	event string
	data  string
}

// modifier is held with a key.
type modifier int

const (
	alone modifier = iota
	control
	alt
)

// menus are the menus of the window, in their order. The page hears the events that begin with "menu:"; the window sees
// to the others.
var menus = []struct {
	label   string
	entries []entry
}{
	{"File", []entry{
		{label: "New webinar from outline…", mod: control, key: "n", event: "menu:new"},
		{label: "Import files…", mod: control, key: "o", event: "menu:import"},
		{label: "Export report…", mod: control, key: "e", event: "menu:export"},
		{},
		{label: "Quit", mod: control, key: "q", event: quitEvent},
	}},
	{"Edit", []entry{
		{label: "Undo last change (Ctrl+Z)", event: "menu:undo"},
		{},
		{label: "Cut (Ctrl+X)", event: textEvent, data: "cut"},
		{label: "Copy (Ctrl+C)", event: textEvent, data: "copy"},
		{label: "Paste (Ctrl+V)", event: textEvent, data: "paste"},
		{label: "Select all (Ctrl+A)", event: textEvent, data: "selectAll"},
	}},
	{"View", []entry{
		{label: "Home", mod: alt, key: "1", event: stepEvent, data: "1"},
		{label: "Outline", mod: alt, key: "2", event: stepEvent, data: "2"},
		{label: "Registrations", mod: alt, key: "3", event: stepEvent, data: "3"},
		{label: "Attendance", mod: alt, key: "4", event: stepEvent, data: "4"},
		{label: "Match", mod: alt, key: "5", event: stepEvent, data: "5"},
		{label: "Sectors", mod: alt, key: "6", event: stepEvent, data: "6"},
		{label: "Breakdown", mod: alt, key: "7", event: stepEvent, data: "7"},
		{label: "Report", mod: alt, key: "8", event: stepEvent, data: "8"},
		{},
		{label: "Larger", mod: control, key: "plus", event: zoomEvent, data: "in"},
		{label: "Smaller", mod: control, key: "-", event: zoomEvent, data: "out"},
		{label: "Normal size", mod: control, key: "0", event: zoomEvent, data: "reset"},
	}},
	{"Help", []entry{
		{label: "Help", key: "f1", event: "menu:help"},
	}},
}

// Events that carry a value or belong to the window.
const (
	quitEvent = "quit"
	textEvent = "text"
	stepEvent = "menu:step"
	zoomEvent = "zoom"
)
