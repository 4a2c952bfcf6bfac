// Package web is the program's one http.Handler: the screens' files and the API behind them. The window's asset server
// and `serve` give out the same handler.
//
// A request passes recover, then the guard, then the API. Each step of the officer's work has one file, which turns a
// request into a use case of package workflow and its answer into JSON; nothing is counted and no rule stands here. Errors
// are faults with an HTTP status: code, sentence, hint and place, never the value that was refused.
package web

import (
	"io/fs"
	"log/slog"
	"net/http"
	"path"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"rapporteur/internal/workflow"
)

// Options are what the handler takes from outside. Assets holds index.html and what belongs to it; Charts is the script
// that draws charts. Access nil lets every request pass: for the window, whose page alone reaches the handler.
type Options struct {
	Desk    *workflow.Desk
	Assets  fs.FS
	Charts  []byte
	Program Program
	NewID   func() string
	Log     *slog.Logger
	Access  *Access
}

// Program is what the screens say of the program itself.
type Program struct {
	Version string `json:"version"`
	Folder  string `json:"folder" doc:"where the register lies"`
	Officer string `json:"officer" doc:"the name written into changes"`
}

// Server is the handler, with the door for files that the window hands over itself.
type Server struct {
	desk    *workflow.Desk
	program Program
	log     *slog.Logger
	uploads *uploads
	plans   *plans
	jobs    *jobs
	drawn   *drawings
	handler http.Handler
}

// New makes the handler.
func New(o Options) *Server {
	s := &Server{desk: o.Desk, program: o.Program, log: o.Log, uploads: newUploads(o.NewID), plans: &plans{newID: o.NewID}, jobs: newJobs(o.NewID), drawn: &drawings{newID: o.NewID}}
	mux := http.NewServeMux()
	s.api(mux)
	mux.HandleFunc("/api/", func(w http.ResponseWriter, _ *http.Request) { writeProblem(w, noSuchAddress()) })
	mux.HandleFunc("/charts/echarts.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = w.Write(o.Charts) // a reader that left needs no answer
	})
	mux.Handle("/", http.FileServerFS(o.Assets))
	s.handler = s.recovered(o.Access.guard(headers(mux)))
	return s
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// api declares every operation, step by step.
func (s *Server) api(mux *http.ServeMux) huma.API {
	config := huma.DefaultConfig("Rapporteur", "1")
	config.CreateHooks = nil
	config.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "", "", ""
	config.RejectUnknownQueryParameters = true
	api := humago.New(mux, config)
	s.home(api)
	s.outline(api)
	s.registrations(api)
	s.imports(api)
	s.engagement(api)
	s.columns(api)
	s.planRows(api)
	s.match(api)
	s.sectors(api)
	s.ownEntries(api)
	s.breakdown(api)
	s.report(api)
	s.history(api)
	s.search(api)
	s.people(api)
	s.memory(api)
	return api
}

// schemaName names a type in the description: types of the stages bear their package's name, for several have a Problem.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if in := path.Base(t.PkgPath()); t.Name() != "" && in != "." && in != "web" && in != "workflow" {
		return strings.ToUpper(in[:1]) + in[1:] + name
	}
	return name
}

// OpenAPI is the description of the API, as JSON; the screens' types are made from it.
func OpenAPI() ([]byte, error) {
	s := &Server{uploads: newUploads(nil), plans: &plans{}, jobs: newJobs(nil), drawn: &drawings{}}
	return s.api(http.NewServeMux()).OpenAPI().MarshalJSON()
}
