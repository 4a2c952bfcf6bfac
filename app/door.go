package main

import (
	"context"
	_ "embed"
	"fmt"
	"html/template"
	"net/http"
	"sync"

	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
)

// noWindow is the code of a start that cannot show a window; inBrowser says what to do then.
const noWindow fault.Code = "no-window"

const inBrowser = "Open the screens in a browser instead: rapporteur serve"

// door is the window's handler. It opens the register when the page is asked for; while that fails, the page says why
// and asking again tries again.
type door struct {
	open   func(context.Context) (*cli.Office, error)
	mu     sync.Mutex
	office *cli.Office
}

//go:embed trouble.html
var troublePage string

var trouble = template.Must(template.New("trouble").Parse(troublePage))

// ServeHTTP implements http.Handler.
func (d *door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	office, err := d.enter(r.Method == http.MethodGet && r.URL.Path == "/")
	if err == nil {
		office.ServeHTTP(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
	_ = trouble.Execute(w, fault.From(err)) // a page that left needs no answer
}

// enter gives the office, opening it when it is asked for. Nothing but this keeps the window alive when opening panics.
func (d *door) enter(asked bool) (office *cli.Office, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	defer func() {
		if p := recover(); p != nil {
			err = fault.From(fmt.Errorf("panic: %v", p))
		}
	}()
	if d.office != nil {
		return d.office, nil
	}
	if !asked {
		return nil, fault.New(fault.NotFound, "The register is not open.", "Start the program again.")
	}
	if office, err = d.open(context.Background()); err == nil {
		d.office = office
	}
	return office, err
}

// opened is the office, nil while there is none.
func (d *door) opened() *cli.Office {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.office
}

// close lets go of the register.
func (d *door) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.office == nil {
		return nil
	}
	office := d.office
	d.office = nil
	return office.Close()
}
