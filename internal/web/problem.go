package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"runtime/debug"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

// Problem is an error as it goes out: a fault with its HTTP status. Since is set when the webinar has moved on from the
// version that the screen shows: what was done meanwhile, oldest first.
type Problem struct {
	Status  int                  `json:"status"`
	Code    string               `json:"code"`
	Message string               `json:"message"`
	Hint    string               `json:"hint"`
	Where   fault.Where          `json:"where"`
	Since   []workflow.Happening `json:"since,omitempty"`
}

// Error implements error.
func (p *Problem) Error() string { return p.Message }

// GetStatus implements huma.StatusError.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType implements huma.ContentTypeFilter.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// The API's own errors (a body that is no JSON, a field out of range) are defects of a screen: they repeat nothing of the
// request.
func init() {
	huma.DefaultArrayNullable = false
	huma.NewError = func(status int, message string, _ ...error) huma.StatusError {
		p := &Problem{Status: status, Code: string(fault.Invalid), Message: "The program's own request was not as it should be.",
			Hint: "Load the page again. If it happens again, tell the developers what you did."}
		switch status {
		case http.StatusNotFound:
			return noSuchAddress()
		case http.StatusRequestEntityTooLarge:
			return tooLarge()
		case http.StatusInternalServerError:
			return problem(fault.From(errors.New(message)))
		}
		return p
	}
}

// statuses maps fault codes; every other fault is 422: understood and refused.
var statuses = map[fault.Code]int{
	fault.Internal: http.StatusInternalServerError,
	fault.NotFound: http.StatusNotFound,
	fault.Conflict: http.StatusConflict,
	fault.Barred:   http.StatusConflict,
	fault.TooLarge: http.StatusRequestEntityTooLarge,
	fault.DiskFull: http.StatusInsufficientStorage,
	fault.ReadOnly: http.StatusInsufficientStorage,
	fault.Gone:     http.StatusServiceUnavailable,
	fault.Damaged:  http.StatusInternalServerError,
}

func problem(f *fault.Error) *Problem {
	status, ok := statuses[f.Code]
	if !ok {
		status = http.StatusUnprocessableEntity
	}
	return &Problem{Status: status, Code: string(f.Code), Message: f.Message, Hint: f.Hint, Where: f.Where}
}

func noSuchAddress() *Problem {
	return &Problem{Status: http.StatusNotFound, Code: string(fault.NotFound), Message: "The program knows no such page.", Hint: "Go back to the first screen."}
}

func tooLarge() *Problem {
	return problem(fault.New(fault.TooLarge, "The file is too large for a webinar's papers.", "Check that the right file was chosen."))
}

func writeProblem(w http.ResponseWriter, p *Problem) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // a reader that left needs no answer
}

// refuse turns an error of a use case into what goes out. What stands behind an error of the program itself is logged,
// here and nowhere else.
func (s *Server) refuse(err error) *Problem {
	if p := (*Problem)(nil); errors.As(err, &p) { // of a job
		return p
	}
	f := fault.From(err)
	if cause := errors.Unwrap(f); f.Code == fault.Internal && cause != nil {
		s.log.Error("internal", "cause", cause.Error())
	}
	p := problem(f)
	if late := (*workflow.Overtaken)(nil); errors.As(err, &late) {
		p.Since = late.Since
	}
	return p
}

// recovered keeps the program alive when a handler panics: in the window nothing else would.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				s.log.Error("panic", "at", r.Method+" "+r.Pattern, "stack", string(debug.Stack()))
				writeProblem(w, problem(fault.From(errors.New("panic"))))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// body is an answer of JSON.
type body[T any] struct{ Body T }

// handle declares an operation whose errors are faults.
func handle[I, O any](s *Server, api huma.API, method, path, id, summary string, work func(context.Context, *I) (O, error), more ...func(*huma.Operation)) {
	op := huma.Operation{OperationID: id, Method: method, Path: path, Summary: summary, Errors: []int{http.StatusUnprocessableEntity},
		SkipValidateParams: false, MaxBodyBytes: 1 << 20}
	for _, set := range more {
		set(&op)
	}
	huma.Register(api, op, func(ctx context.Context, in *I) (*body[O], error) {
		out, err := work(ctx, in)
		if err != nil {
			return nil, s.refuse(err)
		}
		return &body[O]{out}, nil
	})
}

// done is the answer of an act that has nothing else to say.
type done struct {
	Done bool `json:"done"`
}
