package change

import (
	"slices"
	"testing"
)

func TestReopening(t *testing.T) {
	for name, c := range map[string]struct {
		live []Kind
		want []int // places of the changes to take back, last first; nil: it cannot be reopened
	}{
		"open":                                {[]Kind{WebinarNew, AttendanceImport, WebinarEdit}, nil},
		"closed":                              {[]Kind{WebinarNew, WebinarEdit, WebinarClose}, []int{2}},
		"texts after closing":                 {[]Kind{WebinarNew, WebinarClose, ReportText, ReportText}, []int{1}},
		"other figures accepted":              {[]Kind{WebinarNew, WebinarClose, ReportText, WebinarClose, ReportText}, []int{3, 1}},
		"final report after closing":          {[]Kind{WebinarNew, WebinarClose, ReportIssue}, nil},
		"final report between texts":          {[]Kind{WebinarNew, WebinarClose, ReportText, ReportIssue, ReportText}, nil},
		"final report before other figures":   {[]Kind{WebinarNew, WebinarClose, ReportIssue, WebinarClose}, nil},
		"final report and texts, then closed": {[]Kind{WebinarNew, ReportText, ReportIssue, WebinarClose}, []int{3}},
		"a kind that nobody thought of":       {[]Kind{WebinarNew, WebinarClose, "letters.send"}, nil},
	} {
		var live []Change
		for at, kind := range c.live {
			live = append(live, Change{ID: string(rune('a' + at)), Kind: kind})
		}
		var want []Change
		for _, at := range c.want {
			want = append(want, live[at])
		}
		if got, ok := Reopening(live); !slices.Equal(got, want) || ok != (want != nil) {
			t.Errorf("%s: %v, %v", name, got, ok)
		}
	}
}

// Every kind is either refused on a closed webinar or may follow there, but for what makes a webinar or a project.
func TestNotAfterClosing(t *testing.T) {
	refused := NotAfterClosing()
	for _, kind := range []Kind{WebinarEdit, RegistrationsImport, RegistrationAdd, RegistrationState, RegistrationMerge, AttendanceImport, EngagementImport, EngagementLink, EngagementPhase,
		MatchDecide, MatchSplit, StaffSet, SectorSet} {
		if !slices.Contains(refused, kind) {
			t.Errorf("%s is not refused", kind)
		}
	}
	for _, kind := range []Kind{WebinarClose, ReportText, ReportIssue, SampleRemove, WebinarNew, ProjectEdit} {
		if slices.Contains(refused, kind) {
			t.Errorf("%s is refused", kind)
		}
	}
}
