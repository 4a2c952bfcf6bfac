package webinar

import (
	_ "embed"
	"encoding/json"
	"strings"
)

// seed.json holds the projects the program knows from public texts. It is the first content of an office's own project
// data, which officers edit; nothing else reads it.
//
//go:embed seed.json
var seed []byte

// NewProject makes the project that an outline names: from the seed where it is known there, else from what the outline
// says itself, with the wording that joint projects of the European Union and the Council of Europe use.
func NewProject(o Outline) (Project, error) {
	var known struct {
		Projects []Project
		Default  Project
	}
	if err := json.Unmarshal(seed, &known); err != nil {
		return Project{}, err
	}
	for _, p := range known.Projects {
		if strings.EqualFold(p.Code, o.Project) {
			return p, nil
		}
	}
	p := known.Default
	p.Code, p.Title, p.Results, p.OrganiserDomains = o.Project, o.ProjectTitle, []Result{}, []string{}
	return p, nil
}

// ResultText gives the project's text of a Result, or "".
func (p Project) ResultText(number int) string {
	for _, r := range p.Results {
		if r.Number == number {
			return r.Text
		}
	}
	return ""
}
