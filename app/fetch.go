package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strings"

	"rapporteur/internal/fault"
)

// answer takes down what a handler answers.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (a *answer) Header() http.Header { return a.header }

func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
}

func (a *answer) Write(p []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	return a.body.Write(p)
}

// fetch asks the handler for a file, as the page would, without a network. The address is one of the API and nothing
// else. Faults: those of the handler; invalid for another address.
func fetch(h http.Handler, address string) ([]byte, error) {
	foreign := fault.New(fault.Invalid, "The program can only save its own files.", "Choose the file on its screen again.")
	u, err := url.Parse(address)
	if err != nil {
		return nil, foreign.Because(err)
	}
	if u.IsAbs() || u.Host != "" || u.User != nil || u.Fragment != "" || !strings.HasPrefix(u.Path, "/api/") || path.Clean(u.Path) != u.Path {
		return nil, foreign
	}
	r, err := http.NewRequest(http.MethodGet, address, http.NoBody)
	if err != nil {
		return nil, foreign.Because(err)
	}
	a := &answer{header: http.Header{}}
	h.ServeHTTP(a, r)
	if a.status == http.StatusOK {
		return a.body.Bytes(), nil
	}
	var problem fault.Error
	if err := json.Unmarshal(a.body.Bytes(), &problem); err != nil || problem.Message == "" {
		return nil, fault.From(fmt.Errorf("status %d for the page's own file", a.status))
	}
	return nil, &problem
}
