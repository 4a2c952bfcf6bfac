package web

import (
	"bytes"
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

// maxPlans is how many plans wait for a yes at most.
const maxPlans = 20

// plans keeps what imports would do until the officer says yes: exactly the kept plan is committed.
type plans struct {
	newID func() string
	mu    sync.Mutex
	order []string
	all   map[string]*workflow.ImportPlan
}

func (p *plans) keep(plan *workflow.ImportPlan) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.all == nil {
		p.all = map[string]*workflow.ImportPlan{}
	}
	if len(p.order) >= maxPlans {
		delete(p.all, p.order[0])
		p.order = p.order[1:]
	}
	id := p.newID()
	p.order, p.all[id] = append(p.order, id), plan
	return id
}

func (p *plans) get(id string) (*workflow.ImportPlan, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	plan, ok := p.all[id]
	if !ok {
		return nil, fault.New(fault.NotFound, "The plan is no longer there: nothing was imported.", "Choose the files again.")
	}
	return plan, nil
}

func (p *plans) forget(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.all, id)
	for i, x := range p.order {
		if x == id {
			p.order = append(p.order[:i], p.order[i+1:]...)
			break
		}
	}
}

// ImportPlan is what an import would do, waiting for the officer's yes.
type ImportPlan struct {
	ID string `json:"id"`
	workflow.Plan
	Kind       string   `json:"kind" doc:"of the first file: attendance, registrations, poll, questions or survey"`
	Kinds      []string `json:"kinds" doc:"of all files, each once"`
	NothingNew bool     `json:"nothing_new"`
	Open       bool     `json:"open" doc:"the columns of a file are to be chosen: it cannot be committed"`
	Asks       bool     `json:"asks" doc:"it waits for the officer's word on a file, and is not carried out before"`
}

type uploadInput struct {
	Name    string `query:"name" required:"true" maxLength:"255"`
	RawBody []byte `contentType:"application/octet-stream"`
}

// FileSaid is what the officer says about a file in place of what the program finds; empty leaves it to the program.
type FileSaid struct {
	Zone      string `json:"zone,omitempty" doc:"time zone of the file; empty: the webinar's"`
	Encoding  string `json:"encoding,omitempty"`
	Delimiter string `json:"delimiter,omitempty"`
	DateOrder string `json:"date_order,omitempty" enum:",dmy,mdy" doc:"dmy: the day stands first; mdy: the month"`
	Phase     string `json:"phase,omitempty" enum:",before,during,after" doc:"when the questions of a poll or survey were put; empty: as the file tells"`
}

// ImportOptions are what the officer says about files: of all, and of each.
type ImportOptions struct {
	FileSaid
	Channel string              `json:"channel,omitempty" enum:",website,email,phone,other" doc:"channel of rows without one"`
	Kind    string              `json:"kind,omitempty" enum:",attendance,registrations,poll,questions,survey" doc:"what the files are; empty: what they are recognised as"`
	Step    string              `json:"step,omitempty" enum:",attendance,registrations,engagement" doc:"what the officer is about to import, where a table may be of either"`
	Maps    []FileMap           `json:"maps,omitempty" maxItems:"50" doc:"choices of columns"`
	Files   map[string]FileSaid `json:"files,omitempty" doc:"what is said of one file alone, by its SHA-256"`
}

// said is what the officer says about files, as workflow takes it.
func (o ImportOptions) said() workflow.ImportOptions {
	out := workflow.ImportOptions{FileSaid: workflow.FileSaid(o.FileSaid), Channel: o.Channel, Kind: o.Kind,
		Files: map[string]workflow.FileSaid{}, Step: o.Step, Ask: o.Step != ""}
	for sum, said := range o.Files {
		out.Files[sum] = workflow.FileSaid(said)
	}
	for _, m := range o.Maps {
		out.Maps = append(out.Maps, m.chosen())
	}
	return out
}

type pastedInput struct {
	RawBody []byte `contentType:"application/octet-stream"`
}

type planInput struct {
	ID   string `path:"id"`
	Body struct {
		Uploads []string `json:"uploads" minItems:"1" maxItems:"50"`
		ImportOptions
	}
}

type againInput struct {
	Plan string `path:"plan"`
	Body ImportOptions
}

type planID struct {
	Plan string `path:"plan"`
}

type apartInput struct {
	Plan string `path:"plan"`
	Body struct {
		SHA256 string `json:"sha256" maxLength:"64"`
	}
}

type jobID struct {
	Job string `path:"job"`
}

// Source is a file that was imported, and what was found in it; Holding says it of an attendance file. Imported is UTC.
type Source struct {
	workflow.Holding
	Name      string `json:"name"`
	SHA256    string `json:"sha256"`
	Kind      string `json:"kind"`
	Format    string `json:"format"`
	Title     string `json:"title" doc:"of the format, in an officer's words"`
	Encoding  string `json:"encoding"`
	Delimiter string `json:"delimiter"`
	DateOrder string `json:"date_order"`
	Zone      string `json:"zone"`
	Rows      int    `json:"rows"`
	Size      int    `json:"size"`
	Imported  string `json:"imported"`
}

// imports declares uploads, plans, jobs, and the files that were imported.
func (s *Server) imports(api huma.API) {
	body := &huma.RequestBody{}
	handle(s, api, http.MethodPost, "/api/uploads", "upload", "Hand over the bytes of a file.",
		func(_ context.Context, in *uploadInput) (Upload, error) {
			return s.Stage(in.Name, bytes.Clone(in.RawBody)) // the body's bytes are used again after the answer
		},
		func(op *huma.Operation) { op.RequestBody, op.MaxBodyBytes, op.BodyReadTimeout = body, maxUpload, -1 })
	handle(s, api, http.MethodPost, "/api/uploads/pasted", "upload-pasted", "Hand over a table that was pasted as text, in UTF-8; the program names it.",
		func(_ context.Context, in *pastedInput) (Upload, error) {
			named := s.desk.NamePasted([]workflow.Upload{{Data: bytes.Clone(in.RawBody)}})[0]
			return s.Stage(named.Name, named.Data)
		},
		func(op *huma.Operation) { op.RequestBody, op.MaxBodyBytes, op.BodyReadTimeout = body, maxUpload, -1 })
	body.Required = false // an empty file is a file: what it lacks is said when it is read
	handle(s, api, http.MethodPost, "/api/webinars/{id}/imports", "plan-import", "Say what importing files would do; nothing is written.",
		func(_ context.Context, in *planInput) (Job, error) {
			files, err := s.uploads.take(in.Body.Uploads)
			if err != nil {
				return Job{}, err
			}
			return s.planned(in.ID, files, in.Body.ImportOptions), nil
		})
	handle(s, api, http.MethodPost, "/api/imports/{plan}/again", "plan-again", "Plan the same files again: said otherwise, or after a change of the webinar.",
		func(_ context.Context, in *againInput) (Job, error) {
			plan, err := s.plans.get(in.Plan)
			if err != nil {
				return Job{}, err
			}
			return s.planned(plan.Plan().Webinar, plan.Uploads(), in.Body), nil
		})
	handle(s, api, http.MethodGet, "/api/webinars/{id}/sources", "sources", "The files that were imported, in order.",
		func(ctx context.Context, in *webinarID) ([]Source, error) {
			d, err := s.desk.Dossier(ctx, in.ID, "")
			if err != nil {
				return nil, err
			}
			out, holdings := []Source{}, d.Holdings()
			for _, x := range d.Sources {
				out = append(out, Source{Holding: holdings[x.SHA256], Name: x.Name, SHA256: x.SHA256, Kind: x.Kind, Format: x.Format, Title: workflow.FormatTitle(x.Format), Encoding: x.Encoding, Delimiter: x.Delimiter,
					DateOrder: x.DateOrder, Zone: x.Zone, Rows: x.Rows, Size: x.Size, Imported: x.ImportedAt.UTC().Format(time.RFC3339)})
			}
			return out, nil
		})
	handle(s, api, http.MethodGet, "/api/imports/{plan}", "plan", "A plan that waits for a yes.",
		func(_ context.Context, in *planID) (ImportPlan, error) {
			plan, err := s.plans.get(in.Plan)
			if err != nil {
				return ImportPlan{}, err
			}
			return ImportPlan{ID: in.Plan, Plan: plan.Plan(), Kind: plan.Kind, Kinds: plan.Kinds(), NothingNew: plan.Plan().NoOp() && !plan.Open(),
				Open: plan.Open(), Asks: plan.Plan().Asks()}, nil
		})
	handle(s, api, http.MethodPost, "/api/imports/{plan}/apart", "take-apart", "Hand over anew a file of a plan that takes no part in it, to be used otherwise.",
		func(_ context.Context, in *apartInput) (Upload, error) {
			plan, err := s.plans.get(in.Plan)
			if err != nil {
				return Upload{}, err
			}
			file, err := plan.ApartFile(in.Body.SHA256)
			if err != nil {
				return Upload{}, err
			}
			return s.Stage(file.Name, file.Data)
		})
	file(s, api, "/api/imports/{plan}/left-out.csv", "left-out", "The rows that an import leaves out, with the reason of each.", "text/csv",
		func(_ context.Context, in *planID) (download, error) {
			plan, err := s.plans.get(in.Plan)
			if err != nil {
				return download{}, err
			}
			data, err := plan.Plan().LeftOutCSV()
			return download{"left-out.csv", "text/csv; charset=utf-8", data}, err
		})
	handle(s, api, http.MethodPost, "/api/imports/{plan}/commit", "commit-import", "Do exactly what the plan says.",
		func(_ context.Context, in *planID) (Job, error) {
			plan, err := s.plans.get(in.Plan)
			if err != nil {
				return Job{}, err
			}
			j := s.jobs.start(s, func(ctx context.Context, say workflow.Progress) (string, error) {
				if err := s.desk.Telling(say).CommitImport(ctx, plan); err != nil {
					return "", err
				}
				s.plans.forget(in.Plan)
				return "", nil
			})
			if j.Error != nil { // refused at once
				return Job{}, j.Error
			}
			return j, nil
		})
	handle(s, api, http.MethodDelete, "/api/imports/{plan}", "forget-plan", "Leave a plan.",
		func(_ context.Context, in *planID) (done, error) {
			s.plans.forget(in.Plan)
			return done{true}, nil
		})
	handle(s, api, http.MethodGet, "/api/jobs/{job}", "job", "How far a job is.",
		func(_ context.Context, in *jobID) (Job, error) {
			one, err := s.jobs.find(in.Job)
			if err != nil {
				return Job{}, err
			}
			return s.jobs.get(one), nil
		})
	handle(s, api, http.MethodDelete, "/api/jobs/{job}", "cancel-job", "End a job; what it was to write is not written.",
		func(_ context.Context, in *jobID) (Job, error) {
			one, err := s.jobs.find(in.Job)
			if err != nil {
				return Job{}, err
			}
			one.stop()
			<-one.finished
			return s.jobs.get(one), nil
		})
}

// planned starts the planning of files.
func (s *Server) planned(webinar string, files []workflow.Upload, o ImportOptions) Job {
	return s.jobs.start(s, func(ctx context.Context, say workflow.Progress) (string, error) {
		plan, err := s.desk.Telling(say).PlanImport(ctx, webinar, files, o.said())
		if err != nil {
			return "", err
		}
		return s.plans.keep(plan), nil
	})
}
