package registration

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/participant"
	"rapporteur/internal/progress"
	"rapporteur/internal/tabular"
	"rapporteur/internal/webinar"
)

// form is a table of registrations whose columns are known. Column numbers are -1 where the export has none.
type form struct {
	format, why, file, sheet string
	header                   tabular.Row
	rows                     []tabular.Row
	layout                   layout
	serial                   int // the source's running number
	identity                 int // the submission's id: an edited submission keeps it
	completed                int // when it was completed; blank in a draft
	created                  int // when it was begun, or sent where there is no completion time
	updated                  int // when it was last edited
	draft                    int // yes in a draft

	platform string                 // the platform whose own page took the registrations, "" for a form of the website
	ended    func(tabular.Row) bool // the platform's word that a registration was cancelled or refused; nil: it has none
	unknown  bool                   // nobody knows how rows without a channel came: the table is no form of the website
	zone     *time.Location         // the zone in which the export writes its times, nil where it is the reader's
}

func notThisFormat(file tabular.File) error {
	return fault.New(fault.WrongKind, "The file does not hold the columns of this export.",
		"Let the program recognise the file.").At(fault.Where{File: file.Name})
}

// entry is a row on its way to a registration.
type entry struct {
	Registration
	identity string
	updated  time.Time
}

// readForm turns the rows into registrations. What is left out (drafts, blank and repeated rows, earlier states of an
// edited submission) stands in the problems with its line.
func readForm(f form, o Options) (Reading, error) {
	reading := Reading{Format: f.format, Why: f.why, Platform: f.platform}
	problem := func(line int, column int, message string) {
		p := tabular.Problem{Line: line, Message: message}
		if column >= 0 {
			p.Column = tabular.Clean(f.header.Cell(column))
		}
		reading.Problems = append(reading.Problems, p)
	}
	leaveOut := func(line int, column int, message string) {
		problem(line, column, message)
		reading.Problems[len(reading.Problems)-1].LeftOut = true
	}
	if o.Zone == nil {
		zone, err := time.LoadLocation(webinar.DefaultZone)
		if err != nil {
			return Reading{}, err
		}
		o.Zone = zone
	}
	if f.zone != nil && !o.ZoneSaid {
		o.Zone, reading.Zone = f.zone, f.zone.String()
	}
	if f.platform != "" {
		problem(f.header.Line, -1, f.onPlatform(o.Channel))
	}
	dates, err := f.inferDates(o)
	if err != nil {
		return Reading{}, fault.From(err).At(fault.Where{File: f.file, Sheet: f.sheet})
	}
	reading.DateOrder, reading.Dates = dates.Order, dates
	moment := f.completed
	if moment < 0 {
		moment = f.created
	}
	if moment < 0 {
		moment = f.updated
	}
	if moment < 0 {
		problem(f.header.Line, -1, "The file has no completion times: the order of its rows is taken.")
	}
	for _, column := range f.layout.byAnswers {
		problem(f.header.Line, column, fmt.Sprintf("This column is read as “%s”, by its answers.", f.layout.fieldOf(column)))
	}
	var entries []entry
	for i, row := range f.rows {
		if !o.Seen.Part(0, 2).Tick(i+1, len(f.rows)) {
			return Reading{}, progress.ErrEnded
		}
		switch {
		case len(f.header.Cells) > 0 && len(row.Cells) >= len(f.header.Cells) && slices.Equal(row.Cells[:len(f.header.Cells)], f.header.Cells):
			continue // the header again, where exports were put together
		case f.platform != "" && isSectionTitle(row):
			problem(row.Line, -1, "The row holds one cell only: it is taken for the title of a section.")
			continue
		case f.isDraft(row):
			reading.Incomplete++
			leaveOut(row.Line, f.draft, "The registration was never completed (draft): it is counted apart.")
			continue
		case f.hasEnded(row):
			problem(row.Line, -1, "The platform lists this registration as cancelled or refused: it is kept, and takes no seat.")
		}
		e := f.entry(row, o.Channel)
		if e.FirstName == "" && e.LastName == "" && e.Email == "" {
			leaveOut(row.Line, -1, "The row holds no name and no address: it is left out.")
			continue
		}
		if moment >= 0 {
			if e.Submitted, err = dates.Parse(row.Cell(moment), o.Zone); err != nil {
				problem(row.Line, moment, "The completion time cannot be read: the registration stands behind those with a time.")
			}
		}
		if f.updated >= 0 {
			// Without a readable time of the edit, the line decides.
			e.updated, _ = dates.Parse(row.Cell(f.updated), o.Zone)
		}
		switch {
		case e.Email == "":
			problem(row.Line, f.column(email), "The registration has no address: no confirmation can be sent.")
		case participant.NormaliseEmail(e.Email) == "":
			problem(row.Line, f.column(email), "The address is none that mail can be sent to.")
		}
		entries = append(entries, e)
	}
	entries = lastEdits(entries, leaveOut)
	var ok bool
	if reading.Registrations, ok = withKeys(entries, o.Seen.Part(1, 2).Of(len(f.rows))); !ok {
		return Reading{}, progress.ErrEnded
	}
	slices.SortStableFunc(reading.Problems, func(a, b tabular.Problem) int { return cmp.Compare(a.Line, b.Line) })
	return reading, nil
}

// inferDates decides the date order once for all time columns.
func (f form) inferDates(o Options) (tabular.DateLayout, error) {
	var values []string
	for _, column := range []int{f.completed, f.created, f.updated} {
		if column < 0 {
			continue
		}
		for _, row := range f.rows {
			values = append(values, row.Cell(column))
		}
	}
	layout, err := tabular.InferDates(values, o.Date)
	if o.DateOrder != "" {
		layout, err = tabular.SaidOrder(o.DateOrder, values), nil
	}
	layout.Serial = true // the columns are known to hold times
	return layout, err
}

// longestOwn is how many bytes a form system's own title may have. Any of a file's first rows may be its header, and long
// answers in it are not worth folding.
const longestOwn = 200

// columnOf finds one of a form system's own columns by its titles, -1 when it is not there.
func columnOf(header tabular.Row, titles phrases) int {
	return slices.IndexFunc(header.Cells, func(c string) bool { return len(c) <= longestOwn && titles.are(fold(c)) })
}

// isOwn tells whether a title is that of a form system's own column.
func isOwn(words []string) bool {
	for _, titles := range []phrases{formOwn, drupalSerial, drupalID, drupalCompleted, drupalCreated, drupalUpdated, drupalDraft,
		surveyContribution, surveyCreated, surveyUpdated} {
		if titles.are(words) {
			return true
		}
	}
	return formOwnGroups.begin(words) > 0
}

func (f form) column(wanted field) int {
	if i, ok := f.layout.column[wanted]; ok {
		return i
	}
	return -1
}

// isDraft tells a submission that was begun and never completed.
func (f form) isDraft(row tabular.Row) bool {
	if f.draft >= 0 {
		if v := fold(row.Cell(f.draft)); yesWords.are(v) || drupalDraft.are(v) {
			return true
		}
	}
	return f.completed >= 0 && !tabular.HasInk(row.Cell(f.completed)) && f.created >= 0 && tabular.HasInk(row.Cell(f.created))
}

func (f form) entry(row tabular.Row, whole Channel) entry {
	l := f.layout
	e := entry{Registration: Registration{
		FirstName: l.value(row, firstName), LastName: l.value(row, lastName), Email: l.value(row, email),
		Organisation: l.value(row, organisation), JobTitle: l.value(row, jobTitle), Country: l.value(row, country),
		Sex: l.value(row, sex), Sector: l.value(row, sector), File: f.file, Sheet: f.sheet, Line: row.Line,
	}}
	if l.has(fullName) {
		e.FirstName, e.LastName = splitName(l.value(row, fullName), l.surnameFirst)
	}
	if f.identity >= 0 {
		if id := tabular.Clean(row.Cell(f.identity)); !withheld.are(fold(id)) {
			e.identity, e.Serial = id, id
		}
	}
	if f.serial >= 0 {
		e.Serial = tabular.Clean(row.Cell(f.serial))
	}
	e.Channel, e.ChannelText = f.channelOf(row, whole)
	e.Raw = e.raw(row, l)
	if l.has(consent) {
		e.Consent = ParseConsent(l.value(row, consent))
	}
	return e
}

// raw gives what the file writes, where it is more than the registration says.
func (e entry) raw(row tabular.Row, l layout) map[string]string {
	raw := map[string]string{"first_name": row.Raw(e.FirstName), "last_name": row.Raw(e.LastName), "email": row.Raw(e.Email),
		"organisation": row.Raw(e.Organisation), "job_title": row.Raw(e.JobTitle), "country": row.Raw(e.Country), "sector": row.Raw(e.Sector)}
	if l.has(fullName) {
		raw["name"] = row.Raw(l.value(row, fullName))
	}
	if l.has(phone) {
		raw["phone"] = participant.PhoneStart(l.value(row, phone))
	}
	maps.DeleteFunc(raw, func(_, text string) bool { return text == "" })
	if len(raw) == 0 {
		return nil
	}
	return raw
}

// channelOf is how a row came: by its own word, else by the officer's about the file, else by what took it: the page of a
// platform is not the website, the form systems are filled in on it. What the platform lists as cancelled came to nothing,
// whatever is said of the file.
func (f form) channelOf(row tabular.Row, whole Channel) (Channel, string) {
	switch {
	case f.hasEnded(row):
		return Ended, f.platform
	case f.layout.has(channel):
		text := f.layout.value(row, channel)
		return ParseChannel(text), text
	case whole != "":
		return whole, f.platform
	case f.platform != "":
		return Other, f.platform
	case f.unknown:
		return "", ""
	}
	return Website, ""
}

func (f form) hasEnded(row tabular.Row) bool { return f.ended != nil && f.ended(row) }

// onPlatform says what the platform's own page means for the registrations.
func (f form) onPlatform(whole Channel) string {
	switch {
	case f.layout.has(channel):
		return fmt.Sprintf("The file is a report of %s; how each registration came stands in a column of it.", f.platform)
	case whole == Website:
		return fmt.Sprintf("The registrations were made on %s. That they came through the website is the officer's word.", f.platform)
	}
	return fmt.Sprintf("The registrations were made on %s, not through the website: none of them can be confirmed. If the website led people there, say that the file came through the website.", f.platform)
}

// withheld is what an anonymous survey writes in place of every contribution's id.
var withheld = phrasesOf("anonymous|anonyme|anonym|anonim")

// lastEdits keeps the latest state of each submission: an edited one stands again under its id with a later update.
func lastEdits(entries []entry, leaveOut func(int, int, string)) []entry {
	latest := map[string]int{}
	for i, e := range entries {
		if e.identity == "" {
			continue
		}
		j, seen := latest[e.identity]
		if !seen || !e.updated.Before(entries[j].updated) {
			latest[e.identity] = i
		}
	}
	var kept []entry
	for i, e := range entries {
		if j, ok := latest[e.identity]; ok && j != i {
			leaveOut(e.Line, -1, fmt.Sprintf("The same submission stands in line %d in its latest state: this row is left out.", entries[j].Line))
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// withKeys gives every registration its key; ok is false where seen ended the work.
func withKeys(entries []entry, seen progress.Seen) (list []Registration, ok bool) {
	list = make([]Registration, 0, len(entries))
	times := map[string]int{}
	for i, e := range entries {
		if !seen.Tick(i+1, len(entries)) {
			return nil, false
		}
		r := e.Registration
		key := Key(r)
		times[key]++
		if r.ID = key; times[key] > 1 {
			r.ID = repeatKey(key, times[key])
		}
		list = append(list, r)
	}
	return list, true
}
