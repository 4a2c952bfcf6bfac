package change

import "slices"

// ofWebinars are the kinds of what is done to a webinar that is there.
var ofWebinars = []Kind{WebinarEdit, WebinarClose, RegistrationsImport, RegistrationAdd, RegistrationState, RegistrationMerge,
	AttendanceImport, EngagementImport, FilesImport, EngagementLink, EngagementPhase, ColumnsForget, MatchDecide, MatchSplit, StaffSet, SectorSet, CountrySet,
	ReportText, ReportIssue, SampleRemove}

// AfterClosing tells whether the kind may follow on a closed webinar: what changes no figure, and closing anew, by which
// an officer accepts figures that are computed otherwise now.
func (k Kind) AfterClosing() bool {
	switch k {
	case WebinarClose, ReportText, ReportIssue, SampleRemove:
		return true
	}
	return false
}

// NotAfterClosing lists the kinds that a closed webinar refuses.
func NotAfterClosing() []Kind {
	return slices.DeleteFunc(slices.Clone(ofWebinars), Kind.AfterClosing)
}

// Reopening gives the changes to take back so that a closed webinar is open again: its closing and every acceptance of
// other figures since, last first. live are the webinar's changes that stand, oldest first. Texts of the report touch no
// figure and stay; ok is false for an open webinar, and when a final report was issued since the closing: that one names
// the closed figures.
func Reopening(live []Change) (closings []Change, ok bool) {
	for _, c := range live {
		switch {
		case c.Kind == WebinarClose:
			closings = append(closings, c)
		case len(closings) > 0 && c.Kind != ReportText:
			return nil, false
		}
	}
	slices.Reverse(closings)
	return closings, len(closings) > 0
}
