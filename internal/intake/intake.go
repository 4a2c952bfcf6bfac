// Package intake takes a table file in: which format it is, what it holds, whether it belongs to the webinar, and what
// importing it would change.
//
// In: a tabular.File, and what the register knows already. Out: a Claim with its reason, a reading of the one format
// that claims the file, remarks against the schedule, and a Plan. Two formats that claim a file equally are an error
// that names both, never a guess; no claim is an error that says what was found. Nothing is written here.
//
// A new format is a new file in package attendance, registration or engagement and a line in its list; this package needs no change.
package intake

import (
	"slices"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// The kinds of files.
const (
	Attendance    = "attendance"
	Registrations = "registrations"
	Poll          = string(engagement.Poll)
	Questions     = string(engagement.Questions)
	Survey        = string(engagement.Survey)
)

// EngagementKinds are the kinds of files with answers and questions of participants.
func EngagementKinds() []string { return []string{Poll, Questions, Survey} }

// Claim is the answer to "what is this file": its kind, the id of its format, the reason, and how sure it is (1 to 100).
type Claim struct {
	Kind       string
	Format     string
	Why        string
	Confidence int
	Mapping    *tabular.Mapping // set for a table that an officer has mapped
}

// Detect asks every format. Faults: unknown when none claims the file, ambiguous when two claim it equally.
func Detect(f tabular.File) (Claim, error) {
	return judge(f, Claims(f, nil))
}

// DetectAs asks for the kinds that the officer has in mind: a form about a webinar may look like a registration, and what
// the officer takes it for decides. When no format of these kinds claims the file, it is what Detect says.
func DetectAs(f tabular.File, kinds ...string) (Claim, error) {
	return Among(f, Claims(f, nil), kinds...)
}

// Among is DetectAs by claims on the file that are known: all rows of a large file are looked at for them.
func Among(f tabular.File, all []Claim, kinds ...string) (Claim, error) {
	asked := slices.DeleteFunc(slices.Clone(all), func(c Claim) bool { return !slices.Contains(kinds, c.Kind) })
	if len(asked) > 0 {
		return judge(f, asked)
	}
	return judge(f, all)
}

// AsSurvey is the claim of a table that no format takes for a survey and of which the officer says that it is one.
func AsSurvey(f tabular.File) (Claim, error) {
	if c, err := DetectAs(f, Survey); err == nil && c.Kind == Survey {
		return c, nil
	}
	formats := engagement.Formats()
	last := formats[len(formats)-1]
	return Claim{Kind: Survey, Format: last.ID, Why: "a table of answers, by the officer's word", Confidence: 1}, nil
}

// Claims are the answers of all formats that claim the file, in the order of the lists. seen is told how many formats are
// asked; claims of what it ended are worth nothing.
func Claims(f tabular.File, seen progress.Seen) []Claim {
	f = f.Unindented()
	ofAttendance, ofRegistrations, ofAnswers := attendance.Formats(), registration.Formats(), engagement.Formats()
	asked, all := 0, len(ofAttendance)+len(ofRegistrations)+len(ofAnswers)
	var out []Claim
	ask := func(kind, id string, detect func(tabular.File) (int, string)) bool {
		if c, why := detect(f); c > 0 {
			out = append(out, Claim{Kind: kind, Format: id, Why: why, Confidence: c})
		}
		asked++
		return seen.Tell(asked, all)
	}
	for _, format := range ofAttendance {
		if !ask(Attendance, format.ID, format.Detect) {
			return out
		}
	}
	for _, format := range ofRegistrations {
		if !ask(Registrations, format.ID, format.Detect) {
			return out
		}
	}
	for _, format := range ofAnswers {
		if !ask(string(format.Kind), format.ID, format.Detect) {
			return out
		}
	}
	return out
}

// judge takes the surest claim.
func judge(f tabular.File, claims []Claim) (Claim, error) {
	if len(claims) == 0 {
		return Claim{}, unknown(f)
	}
	best := slices.MaxFunc(claims, func(a, b Claim) int { return a.Confidence - b.Confidence })
	for _, c := range claims {
		if c.Confidence == best.Confidence && (c.Format != best.Format || c.Kind != best.Kind) {
			return Claim{}, fault.Newf(fault.Ambiguous,
				"Download the file again from the platform and leave its titles and column names as they are.",
				"The file fits two formats equally well: %s and %s.", best.Format, c.Format).At(fault.Where{File: f.Name})
		}
	}
	return best, nil
}

// unknown says what was found, in sizes and kinds, never in values.
func unknown(f tabular.File) error {
	rows, widest := 0, 0
	for _, s := range f.Sheets {
		rows += len(s.Rows)
		for _, row := range s.Rows {
			widest = max(widest, len(row.Cells))
		}
	}
	return fault.Newf(fault.Unknown, Readable(),
		"No known report looks like this table of %s with up to %s.", count(rows, "row"), count(widest, "column")).At(fault.Where{File: f.Name})
}
