package web

import (
	"context"
	"errors"
	"runtime/debug"
	"sync"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

// Job is work that takes longer than a screen should wait. Result is the id of what it made. Done of Total are through the
// step, Rate a second, all in Unit; Total is 0 where that is not known.
type Job struct {
	ID     string   `json:"id"`
	State  string   `json:"state" enum:"running,done,failed,cancelled"`
	Step   string   `json:"step" doc:"what is being done, in words"`
	Done   int      `json:"done"`
	Total  int      `json:"total"`
	Rate   int      `json:"rate" doc:"a second"`
	Unit   string   `json:"unit" enum:",bytes,formats,rows,answers,people" doc:"what is counted"`
	Result string   `json:"result"`
	Error  *Problem `json:"error,omitempty"`
}

// patience is how long a request waits for its job before it answers that it is running: most jobs are done by then.
const patience = 250 * time.Millisecond

// maxJobs is how many jobs are remembered.
const maxJobs = 100

// jobs runs work and remembers how it went.
type jobs struct {
	newID func() string
	mu    sync.Mutex
	order []string
	all   map[string]*job
}

type job struct {
	Job
	stop     context.CancelFunc
	finished chan struct{}
}

func newJobs(newID func() string) *jobs { return &jobs{newID: newID, all: map[string]*job{}} }

// start runs work beside the request and waits for it a little. work gives the id of what it made.
func (j *jobs) start(s *Server, work func(ctx context.Context, say workflow.Progress) (string, error)) Job {
	ctx, stop := context.WithCancel(context.Background()) // a request's own context may end before the work does
	one := &job{Job: Job{ID: j.newID(), State: "running"}, stop: stop, finished: make(chan struct{})}
	j.mu.Lock()
	if len(j.order) >= maxJobs {
		j.all[j.order[0]].stop()
		delete(j.all, j.order[0])
		j.order = j.order[1:]
	}
	j.order, j.all[one.ID] = append(j.order, one.ID), one
	j.mu.Unlock()
	go func() {
		defer close(one.finished)
		defer stop()
		result, err := s.survive(func() (string, error) {
			return work(ctx, j.telling(one))
		})
		j.set(one, func(x *Job) {
			switch {
			case err == nil:
				x.State, x.Result = "done", result
			case ctx.Err() != nil:
				x.State = "cancelled"
			default:
				x.State, x.Error = "failed", s.refuse(err)
			}
		})
	}()
	select {
	case <-one.finished:
	case <-time.After(patience):
	}
	return j.get(one)
}

// telling keeps how far a job is, and how fast its step goes.
func (j *jobs) telling(one *job) workflow.Progress {
	var step workflow.Step
	var begun time.Time
	var from int
	return func(now workflow.Step, done, total int) {
		if now != step {
			step, begun, from = now, time.Now(), done
		}
		rate := 0 // of a step that counts nothing, such as the last one
		if took := time.Since(begun); took > 0 {
			rate = int(float64(done-from) / took.Seconds())
		}
		j.set(one, func(x *Job) { x.Step, x.Unit, x.Done, x.Total, x.Rate = now.Says, now.Counts, done, total, rate })
	}
}

// survive does work and makes an error of its panic: nothing else would keep the program alive, for nobody waits for a job.
func (s *Server) survive(work func() (string, error)) (result string, err error) {
	defer func() {
		if p := recover(); p != nil {
			s.log.Error("panic", "at", "job", "stack", string(debug.Stack()))
			err = fault.From(errors.New("panic"))
		}
	}()
	return work()
}

func (j *jobs) set(one *job, change func(*Job)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	change(&one.Job)
}

func (j *jobs) get(one *job) Job {
	j.mu.Lock()
	defer j.mu.Unlock()
	return one.Job
}

// find gives a job by its id.
func (j *jobs) find(id string) (*job, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	one, ok := j.all[id]
	if !ok {
		return nil, fault.New(fault.NotFound, "The program knows no such work.", "Start it again.")
	}
	return one, nil
}
