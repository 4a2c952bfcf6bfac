// Package fault holds the one error type of Rapporteur.
//
// A fault has a code for programs, a sentence an officer understands, a hint on what to do, and the place in a file.
// It never carries a cell's value, an SQL text, a stack or a path of ours: the cause stays inside for the log.
package fault

import (
	"errors"
	"fmt"
)

// Code names a kind of fault for programs. It is stable: scripts and screens rely on it.
type Code string

// Codes used by more than one package. A package may add its own in the same style: lower case, words joined by "-".
const (
	Internal   Code = "internal"   // a defect of ours or of the machine; the cause is logged
	NotFound   Code = "not-found"  // no such webinar, registration, attendee, file
	Ambiguous  Code = "ambiguous"  // a prefix, a date order or a format fits more than once
	Invalid    Code = "invalid"    // a value that cannot be what it should be
	Unreadable Code = "unreadable" // a file that cannot be read: broken, cut off, encrypted
	TooLarge   Code = "too-large"  // above a cap
	Unknown    Code = "unknown"    // a file that no format claims
	WrongKind  Code = "wrong-kind" // a file of another kind than the command takes
	Barred     Code = "barred"     // a rule forbids it
	Conflict   Code = "conflict"   // the register changed in between
	NeedsYes   Code = "needs-yes"  // a plan was printed and waits for the officer's yes
	Locked     Code = "locked"     // another process holds the register
	DiskFull   Code = "disk-full"  // no space left
	ReadOnly   Code = "read-only"  // the folder or file cannot be written
	Newer      Code = "newer"      // the register was written by a newer program
	Foreign    Code = "foreign"    // the file is no register of ours
	Damaged    Code = "damaged"    // the register or a stored file is damaged
	Gone       Code = "gone"       // the data folder is not where it was opened
	Exists     Code = "exists"     // an output file, or a project of that code, exists already
)

// Where is a place in a file an officer can open: file name without folder, sheet, 1-based line, column header.
// Empty parts are unknown.
type Where struct {
	File   string `json:"file,omitempty"`
	Sheet  string `json:"sheet,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column string `json:"column,omitempty"`
}

// Error is the one error type. Message is a full sentence for the officer; Hint says what to do next.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
	Where   Where  `json:"where"`
	cause   error
}

// New makes a fault. Message and hint never hold a value out of a file.
func New(code Code, message, hint string) *Error {
	return &Error{Code: code, Message: message, Hint: hint}
}

// Newf is New with a formatted message.
func Newf(code Code, hint, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...), Hint: hint}
}

// At returns a copy that names the place.
func (e *Error) At(w Where) *Error {
	c := *e
	c.Where = w
	return &c
}

// Because returns a copy that keeps the cause for the log.
func (e *Error) Because(cause error) *Error {
	c := *e
	c.cause = cause
	return &c
}

// Error implements error with the officer's sentence.
func (e *Error) Error() string { return e.Message }

// Unwrap gives the cause, for errors.Is and the log.
func (e *Error) Unwrap() error { return e.cause }

// From turns any error into a fault. A foreign error becomes Internal, its text kept as the cause only.
// From(nil) is nil.
func From(err error) *Error {
	if err == nil {
		return nil
	}
	var f *Error
	if errors.As(err, &f) {
		return f
	}
	return New(Internal, "Something went wrong inside the program.",
		"Try again. If it happens again, send the log of the data folder to the developers.").Because(err)
}

// Is tells whether err is a fault of this code.
func Is(err error, code Code) bool {
	var f *Error
	return errors.As(err, &f) && f.Code == code
}
