package webinar

import (
	"slices"
	"strings"
)

// headerKinds are what stands above the rows; where an outline has labelled rows for them, they are read from there.
var headerKinds = map[string]bool{rowProject: true, rowProjectTitle: true, rowTitle: true}

// sectionWords are lines that name the paper or a part of it, no project and no title.
var sectionWords = map[string]bool{"concept note": true, "outline": true, "webinar": true, "webinar outline": true, "webinar announcement": true,
	"announcement": true, "draft": true, "invitation": true, "general information": true, "practical information": true, "information": true,
	"content": true, "contents": true, "details": true, "logistics": true, "note conceptuelle": true, "webinaire": true}

func isSection(s string) bool { return sectionWords[labelKey(s)] }

var (
	pageWords  = pattern(`(?i)^[«‹<\s]*(?:back|print|share|menu|search|skip to (?:main )?content|retour)$`)
	mailField  = pattern(`(?i)^(?:from|to|cc|bcc|sent|date|subject|de|à|objet|envoyé)\s*:`)
	breadcrumb = pattern(`(?i)^(?:home|start|you are here|accueil|vous êtes ici)\b.*[>»›:/]`)
	// codeAndTitle is "CyberX – Action on cybercrime in …" on one line.
	codeAndTitle = pattern(`^([\p{L}\d@+/-]{3,30}(?: (?:\d|[IVX]+))?)\s*(?:–|—|-|:|\|)\s+(.{12,})$`)
)

// mostHeader is how many blocks above the rows are looked at, the nearest: a letter may stand above an outline.
const mostHeader = 100

// header is what the lines above the rows say. Sure is false where they are more than project, long title and title.
type header struct {
	project, projectTitle, title string
	sure                         bool
}

// readHeader takes project, long title and title by their places: first, between, last. Labelled rows go before. heading
// is the line that a page marks as its title.
func (r *reader) readHeader(blocks [][]string, heading string) {
	o := r.outline
	lines := unique(headerLines(blocks[max(0, len(blocks)-mostHeader):]))
	labelled := map[string]string{}
	for kind := range headerKinds {
		labelled[kind] = r.text(kind)
	}
	if title := labelled[rowTitle]; title != "" {
		heading = title
	}
	h := headerOf(lines, heading)
	for _, f := range []struct {
		field, message string
		to             *string
		placed         string
	}{
		{rowTitle, "The outline has no title above its rows.", &o.Title, h.title},
		{rowProject, "The outline does not name its project above its rows.", &o.Project, h.project},
		{rowProjectTitle, "The outline does not carry the project's long title above its rows.", &o.ProjectTitle, h.projectTitle},
	} {
		if *f.to = labelled[f.field]; *f.to == "" {
			*f.to = f.placed
		}
		r.source(f.field, *f.to)
		if *f.to == "" {
			r.problem(f.field, f.message, "")
		}
	}
	if o.Title != "" {
		lines = append(slices.DeleteFunc(lines, func(s string) bool { return s == o.Title }), o.Title)
	}
	if !h.sure && labelled[rowProject] == "" {
		r.problem(rowProject, "Project, long title and title cannot be told apart surely among the lines above the rows: check them.", strings.Join(lines, "\n"))
	}
	inRows := slices.ContainsFunc(o.Rows, func(r Row) bool { return headerKinds[kindOf(r.Label)] })
	if !inRows && o.headerFits(lines) && !slices.Equal(lines, o.headerLines()) {
		o.Header = lines
	}
}

// headerLines are project, long title and title, as far as there are any.
func (o *Outline) headerLines() []string {
	return slices.DeleteFunc([]string{o.Project, o.ProjectTitle, o.Title}, func(s string) bool { return s == "" })
}

// headerFits tells whether the outline's project, long title and title come out of lines by their places, on a page
// (where the title is marked) and in text.
func (o *Outline) headerFits(lines []string) bool {
	known := map[string]bool{}
	for _, row := range o.Rows {
		known[kindOf(row.Label)] = true
	}
	for _, line := range lines {
		if label, _ := splitTabbed(line, known); label != "" { // "Date and hour: …" would be a row
			return false
		}
	}
	for _, heading := range []string{"", o.Title} {
		if h := headerOf(lines, heading); h.project != o.Project || h.projectTitle != o.ProjectTitle || h.title != o.Title {
			return false
		}
	}
	return true
}

// headerOf tells the lines apart. The title is the heading, else the last line. Of two lines left the first is the
// project, unless only the second can be a short name; of more, the first that can be one.
func headerOf(lines []string, heading string) header {
	h := header{sure: true}
	lines = slices.Clone(lines)
	if heading != "" {
		h.title = heading
		lines = slices.DeleteFunc(lines, func(s string) bool { return s == heading })
	} else if n := len(lines); n > 0 {
		h.title = lines[n-1]
		lines = lines[:n-1]
	}
	code := -1
	for _, short := range []func(string) bool{isWord, isCode} {
		if code < 0 {
			code = slices.IndexFunc(lines, short)
		}
	}
	switch {
	case len(lines) == 0:
		return h
	case len(lines) == 1 && code < 0:
		if m := codeAndTitle().FindStringSubmatch(lines[0]); m != nil {
			h.project, h.projectTitle = m[1], m[2]
		} else {
			h.projectTitle = lines[0]
		}
		return h
	case len(lines) == 2 && isCode(lines[0]):
		code = 0
	case code < 0:
		for i, line := range lines {
			if m := codeAndTitle().FindStringSubmatch(line); m != nil && code < 0 {
				code = i
				lines = slices.Replace(lines, i, i+1, m[1], m[2])
			}
		}
		code = max(code, 0)
	}
	h.sure = len(lines) <= 2 && isCode(lines[code])
	h.project = lines[code]
	h.projectTitle = strings.Join(slices.Delete(lines, code, code+1), " ")
	return h
}

// headerLines gives the lines above the table, wrapped ones joined: blocks parted by blank lines are lines where there
// are three or more; of two blocks, a first one of several lines is the project's code and long title. The trail of
// links that a page prints above everything is none of them.
func headerLines(header [][]string) []string {
	if len(header) == 2 && len(header[0]) > 1 {
		header = [][]string{header[0][:1], header[0][1:], header[1]}
	}
	lines := slices.Concat(header...)
	if len(header) >= 3 {
		lines = nil
		for _, block := range header {
			lines = append(lines, strings.Join(block, " "))
		}
	}
	for i, line := range lines {
		lines[i] = flat(blocks(plainLine(line)))
	}
	return slices.DeleteFunc(lines, isNoise)
}

// isNoise tells a line above the rows that is neither project nor title.
func isNoise(line string) bool {
	return line == "" || isSection(line) || pageWords().MatchString(line) || breadcrumb().MatchString(line) || mailField().MatchString(line)
}

// isCode tells a project's short name ("iPROCEEDS-2") from a sentence.
func isCode(s string) bool { return len(s) <= 40 && len(strings.Fields(s)) <= 4 }

func isWord(s string) bool { return isCode(s) && !strings.Contains(s, " ") }
