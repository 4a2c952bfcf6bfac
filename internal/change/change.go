// Package change says who did what, when and why. Every fact of the register belongs to one change; undo marks the
// change, the facts stay, and reads see the facts of live changes only.
package change

import "time"

// Kind names what a change did; it is shown in the history and decides whether undo covers it.
type Kind string

// The kinds, in the officer's order of work.
const (
	ProjectEdit         Kind = "project.edit"
	WebinarNew          Kind = "webinar.new"
	WebinarEdit         Kind = "webinar.edit" // outline fields, actual times, limit, rule, state
	WebinarClose        Kind = "webinar.close"
	RegistrationsImport Kind = "registrations.import"
	RegistrationAdd     Kind = "registrations.add"
	RegistrationState   Kind = "registrations.state" // confirm, decline, withdraw
	RegistrationMerge   Kind = "registrations.merge"
	AttendanceImport    Kind = "attendance.import"
	EngagementImport    Kind = "engagement.import"
	EngagementLink      Kind = "engagement.link"
	FilesImport         Kind = "files.import" // files of several kinds at once
	EngagementPhase     Kind = "engagement.phase"
	MatchDecide         Kind = "match.decide"
	MatchSplit          Kind = "match.split" // several people at one connection
	StaffSet            Kind = "staff.set"
	SectorSet           Kind = "sector.set"
	SectorEntries       Kind = "sector.entries" // institutions, terms and rules of the office
	CountrySet          Kind = "country.set"
	ReportText          Kind = "report.text"
	ReportIssue         Kind = "report.issue"
	ColumnsForget       Kind = "columns.forget" // a remembered choice of columns is no longer proposed
	SampleRemove        Kind = "sample.remove"  // the sample goes out of the lists
	PersonDecide        Kind = "person.decide"  // one person over several webinars, or several
	MemoryRevoke        Kind = "memory.revoke"  // what was remembered for later webinars is forgotten
)

// Undoable tells whether undo covers the kind. New webinars and issued reports stand: others build on them.
func (k Kind) Undoable() bool {
	switch k {
	case WebinarNew, ReportIssue, ProjectEdit:
		return false
	}
	return true
}

// OfRegister lists the kinds that belong to no webinar and to no project, and which undo covers.
func OfRegister() []Kind { return []Kind{PersonDecide, MemoryRevoke} }

// Change is one act of an officer on one webinar (or on the project when Webinar is empty). Times are UTC.
type Change struct {
	ID      string    `json:"id"`
	Webinar string    `json:"webinar"`
	Kind    Kind      `json:"kind"`
	Who     string    `json:"who"`
	At      time.Time `json:"at"`
	Why     string    `json:"why"`
	Undone  bool      `json:"undone"`
}
