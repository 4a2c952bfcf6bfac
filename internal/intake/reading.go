package intake

import (
	"strconv"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// ReadAttendance reads a file in the format of its claim. Fault wrong-kind for a claim of another kind; else those of
// the format, naming the file.
func ReadAttendance(f tabular.File, c Claim, o attendance.Options) (attendance.Reading, error) {
	if c.Mapping != nil && c.Kind == Attendance {
		r, err := attendance.ReadMapped(f, *c.Mapping, o)
		return r, inFile(f, err)
	}
	for _, format := range attendance.Formats() {
		if format.ID == c.Format {
			r, err := format.Read(f.Unindented(), o)
			return r, inFile(f, err)
		}
	}
	return attendance.Reading{}, wrongKind(f, "an attendance file")
}

// ReadRegistrations reads a file in the format of its claim. Faults as ReadAttendance.
func ReadRegistrations(f tabular.File, c Claim, o registration.Options) (registration.Reading, error) {
	if c.Mapping != nil && c.Kind == Registrations {
		r, err := registration.ReadMapped(f, *c.Mapping, o)
		return r, inFile(f, err)
	}
	for _, format := range registration.Formats() {
		if format.ID == c.Format {
			r, err := format.Read(f.Unindented(), o)
			return r, inFile(f, err)
		}
	}
	return registration.Reading{}, wrongKind(f, "a list of registrations")
}

// ReadEngagement reads a file in the format of its claim. Faults as ReadAttendance.
func ReadEngagement(f tabular.File, c Claim, o engagement.Options) (engagement.Reading, error) {
	if c.Mapping != nil && ofAnswers(c.Kind) {
		r, err := engagement.ReadMapped(f, engagement.Kind(c.Kind), *c.Mapping, o)
		return r, inFile(f, err)
	}
	for _, format := range engagement.Formats() {
		if format.ID == c.Format && string(format.Kind) == c.Kind {
			r, err := format.Read(f.Unindented(), o)
			return r, inFile(f, err)
		}
	}
	return engagement.Reading{}, wrongKind(f, "a poll, a list of questions or a survey")
}

func wrongKind(f tabular.File, wanted string) error {
	return fault.Newf(fault.WrongKind, "Choose another file, or import this one as what it is.",
		"This file is not %s.", wanted).At(fault.Where{File: f.Name})
}

// inFile names the file in a fault that does not.
func inFile(f tabular.File, err error) error {
	if err == nil {
		return nil
	}
	e := fault.From(err)
	if e.Where.File != "" {
		return e
	}
	where := e.Where
	where.File = f.Name
	return e.At(where)
}

// count writes a number with its noun: "1 row", "12 rows".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
