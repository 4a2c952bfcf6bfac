package report

import "regexp"

// Finding is a remark on a report before it goes out. An Error keeps it from being finalised. Section is where it shows
// in the report, Step the step of the work in which it is mended. Figure opens whom it is about, as Behind takes it; "" where
// it is about nobody.
type Finding struct {
	Error   bool   `json:"error"`
	Section string `json:"section"`
	Step    string `json:"step"`
	Message string `json:"message"`
	Figure  string `json:"figure"`
}

var sevenCountries = regexp.MustCompile(`(?i)\b(7|seven) (project )?countries\b`)

// Lint reads the facts as a careful colleague would.
func Lint(f Facts) []Finding {
	list := []Finding{}
	of := func(figure string, isError bool, section, step, message string) {
		list = append(list, Finding{Error: isError, Section: section, Step: step, Message: message, Figure: figure})
	}
	add := func(isError bool, section, step, message string) { of("", isError, section, step, message) }
	for _, c := range f.Table.Checks {
		if !c.OK {
			add(true, "method", "breakdown", "The figures do not reconcile: "+c.Name+".")
		}
	}
	if n := f.Table.Totals.JoinedOpen; n > 0 {
		of("joined_open", true, "method", "match", count(n, "participant is", "participants are")+" not matched yet.")
	}
	conflicts, late := 0, 0
	for _, m := range f.Members {
		if m.Participant.Conflict {
			conflicts++
		}
		if m.Participant.Late {
			late++
		}
	}
	if conflicts > 0 {
		of("conflicts", true, "method", "match", "Decisions on "+count(conflicts, "participant contradict each other.", "participants contradict each other."))
	}
	if late > 0 {
		of("late", false, "method", "match", count(late, "walk-in", "walk-ins")+" may have registered since: a registration that fits came after the officer's answer.")
	}
	if f.Table.Totals.Submitted > 0 {
		of("submitted", true, "registration", "registrations", count(f.Table.Totals.Submitted, "registration is", "registrations are")+" neither confirmed nor on the waiting list.")
	}
	if len(f.Members) == 0 {
		add(true, "attendance", "attendance", "No attendance file has been imported.")
	}
	if len(f.Members) > 0 && !f.Webinar.State.TookPlace() {
		add(false, "key_facts", "outline", "Attendance was imported, but the webinar is not marked as held: check the times at which it began and ended.")
	}
	if f.Webinar.Outline.Result == 0 {
		add(true, "contribution", "outline", "The outline names no Result.")
	}
	if f.Texts["conclusions"] == "" {
		add(false, "conclusions", "report", "There are no conclusions yet.")
	}
	for _, p := range f.Webinar.Outline.Problems {
		add(false, "context", "outline", "The outline: "+p.Message)
	}
	bare := 0
	for _, r := range f.Webinar.Outline.Resources {
		if r.URL == "" {
			bare++
		}
	}
	if bare > 0 {
		add(false, "annex_resources", "outline", count(bare, "resource has", "resources have")+" no web address.")
	}
	for _, section := range SectionIDs() {
		if sevenCountries.MatchString(f.Texts[section]) {
			add(false, section, "report", "Write project countries/area.")
		}
	}
	if n := len(f.Table.Contradictions); n > 0 {
		of("contradictions", false, "profile", "sectors", count(n, "declared sector contradicts", "declared sectors contradict")+" organisation and title.")
	}
	for _, r := range f.Table.Engagement {
		if r.Outcome != "" && r.OutcomeNumber == 0 {
			add(false, "engagement", "report", "A question is linked to an expected outcome that the outline no longer has.")
		}
	}
	if f.Copy == Donor {
		for _, section := range Leaks(f) {
			add(true, section, "report", "The text names a participant, an address or a phone number.")
		}
	}
	return list
}

// Leaks names the sections in which an officer's own words hold personal data of a participant: such a donor copy must
// not be written.
func Leaks(f Facts) []string {
	private := newPersonal(f)
	var sections []string
	for _, id := range SectionIDs() {
		text := f.Texts[id]
		if id == "context" {
			text += "\n" + f.Webinar.StateReason
		}
		if private.in(text) {
			sections = append(sections, id)
		}
	}
	return sections
}
