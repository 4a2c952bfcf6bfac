package webinar

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"rapporteur/internal/fault"
)

// maxOutline is far above any concept note; a larger file is something else.
const maxOutline = 2 << 20

// maxRow is far above the longest row of any concept note, in bytes: some five thousand words.
const maxRow = 32 << 10

// otherFiles are the beginnings of files that are no text, with the name an officer knows them by.
var otherFiles = []struct{ magic, name string }{
	{"%PDF", "a PDF"},
	{"\xd0\xcf\x11\xe0", "an old Word or Excel file"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"{\\rtf", "an RTF file"},
}

const hintOutline = "Save the outline as a Word document (.docx), or copy its page or table and save it as text or HTML."

// ReadOutline reads a published outline from text, HTML or a Word document, told apart by content; name is used in errors
// only.
// Rows may be missing, shuffled or printed twice: what is missing or open stands in Outline.Problems. The error is a
// fault: unknown for a file that is no outline, unreadable or too-large.
func ReadOutline(name string, data []byte) (Outline, error) {
	outline, err := readOutline(data)
	if err != nil {
		return Outline{}, fault.From(err).At(fault.Where{File: name})
	}
	return outline, nil
}

func readOutline(data []byte) (Outline, error) {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		blocks, err := readDocx(data)
		if err != nil {
			return Outline{}, err
		}
		return outlineOf(tableOfBlocks(blocks))
	}
	if len(data) > maxOutline {
		return Outline{}, fault.New(fault.TooLarge, "The file is too large to be an outline.", hintOutline)
	}
	for _, other := range otherFiles {
		if bytes.HasPrefix(data, []byte(other.magic)) {
			return Outline{}, fault.Newf(fault.Unknown, hintOutline, "The file is %s, not an outline in text, HTML or Word.", other.name)
		}
	}
	text, err := decode(data)
	if err != nil {
		return Outline{}, err
	}
	return outlineOf(tableOf(text))
}

// outlineOf gives a table its meaning where it is that of an outline.
func outlineOf(t table, err error) (Outline, error) {
	if err != nil {
		return Outline{}, fault.New(fault.Unreadable, "The page of the outline cannot be read.", hintOutline).Because(err)
	}
	for _, row := range t.rows {
		if len(row.Text) > maxRow {
			return Outline{}, fault.New(fault.TooLarge, "A row of the file is far longer than any row of an outline.", hintOutline)
		}
	}
	if !t.isOutline() {
		return Outline{}, fault.New(fault.Unknown, "The file does not look like an outline: its labelled rows (date and hour, speakers, language …) are not found.", hintOutline)
	}
	return interpret(t), nil
}

// tableOf reads a page, or text; text with tags is a page where it is no outline as text.
func tableOf(text string) (table, error) {
	if looksHTML().MatchString(text) {
		return tableOfPage(text)
	}
	t := tableOfText(text)
	if !t.isOutline() && mayBeHTML().MatchString(text) {
		return tableOfPage(text)
	}
	return t, nil
}

// reader gathers an outline's fields, their sources and the problems.
type reader struct {
	outline *Outline
	lines   map[string][]string // the paragraphs of the first row of each kind
}

func (r *reader) problem(field, message, source string) {
	r.outline.Problems = append(r.outline.Problems, Problem{field, message, source})
}

func (r *reader) source(field, text string) {
	if text != "" {
		r.outline.Sources[field] = text
	}
}

// text is a row of one kind as one text.
func (r *reader) text(kind string) string { return flat(r.lines[kind]) }

// interpret gives the table its meaning.
func interpret(t table) Outline {
	o := Outline{Sources: map[string]string{}, Problems: []Problem{}, Rows: []Row{}}
	r := &reader{outline: &o, lines: map[string][]string{}}
	r.collect(t.rows)
	r.judgeLetters()
	r.readHeader(t.header, t.heading)
	r.readFooter(t.footer)
	r.readSchedule(strings.TrimSpace(r.text(rowStart)+" "+r.text(rowTime)+" "+r.text(rowZone)), r.text(rowDuration))
	r.readSpeakers(r.lines[rowSpeakers], r.lines[rowModerators])
	r.readLanguage(strings.Join(r.lines[rowLanguage], "\n"), r.text(rowInterpretation))
	o.Background = r.prose(rowBackground, "Background")
	o.Objectives = r.prose(rowObjectives, "Objectives")
	if o.ExpectedOutcomes = items(r.lines[rowOutcomes]); len(o.ExpectedOutcomes) == 0 {
		r.problem(rowOutcomes, "The outline has no expected outcomes.", "")
	}
	r.source(rowOutcomes, strings.Join(r.lines[rowOutcomes], "\n"))
	registration := strings.Join(r.lines[rowRegistration], "\n")
	r.readParticipants(plain(r.lines[rowParticipants]), plain(r.lines[rowCapacity]), plain(r.lines[rowAudience]), registration)
	r.readRegistration(registration)
	r.readResources(r.lines[rowResources])
	r.readActivities(plain(r.lines[rowActivities]), plain(r.lines[rowResult]))
	return o
}

// collect sorts the rows by kind. Of a kind printed twice the first row counts; a label that is known word by word goes
// before one that only seems to be of the kind ("Speakers" before "Agenda").
func (r *reader) collect(rows []Row) {
	exact := map[string]bool{}
	for _, row := range rows {
		exact[exactKind(row.Label)] = true
	}
	for _, row := range rows {
		kind := kindOf(row.Label)
		if kind == rowResources {
			row.Text = linkTag().ReplaceAllString(row.Text, "$2 ($1)")
		}
		lines := blocks(row.Text)
		row.Text = strings.Join(lines, "\n")
		_, twice := r.lines[kind]
		if !headerKinds[kind] || twice {
			r.outline.Rows = append(r.outline.Rows, row)
		}
		if exact[kind] && exactKind(row.Label) == "" {
			kind = ""
		}
		switch {
		case kind == "":
			r.problem("rows", "A row of the outline has a label that is not known: it is kept as it stands.", row.Label)
		case twice && slices.Equal(r.lines[kind], lines):
		case twice && kind == rowStart && len(findClocks(flat(r.lines[kind]))) == 0: // "Date", then "Date and hour"
			r.lines[kind] = append(r.lines[kind], lines...)
		case twice:
			r.problem(kind, fmt.Sprintf("The row “%s” stands more than once: the first one is taken.", row.Label), row.Text)
		default:
			r.lines[kind] = lines
		}
	}
}

// broken are letters that were lost, or read in a wrong encoding ("Ä‡" for "ć"), when the text was saved.
var broken = pattern(`[^\n]{0,20}(?:\x{fffd}|[ÃÄÅ][\x{80}-\x{bf}‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x{80}-\x{bf}™œ“”˜¢¦])[^\n]{0,20}`)

// judgeLetters tells of letters that are damaged.
func (r *reader) judgeLetters() {
	for _, row := range r.outline.Rows {
		if found := broken().FindString(row.Text); found != "" {
			r.problem("rows", "Letters of the text are damaged: save the outline again as UTF-8 and read it anew.", found)
			return
		}
	}
}

// prose is a row of running text.
func (r *reader) prose(kind, label string) []string {
	lines := plain(r.lines[kind])
	if len(lines) == 0 {
		r.problem(kind, fmt.Sprintf("The outline has no row “%s”.", label), "")
	}
	r.source(kind, strings.Join(r.lines[kind], "\n"))
	return lines
}

// plain takes the bullets off.
func plain(lines []string) []string {
	out := make([]string, 0, len(lines))
	for _, line := range lines {
		out = append(out, strings.TrimPrefix(line, bullet))
	}
	return out
}

func (r *reader) readFooter(footer []string) {
	o := r.outline
	web := r.text(rowWeb)
	if onlyURL().MatchString(web) {
		o.WebReference = web
	}
	for _, line := range footer {
		if o.WebReference == "" && onlyURL().MatchString(line) {
			o.WebReference = line
		}
	}
	// An address among other words is taken where it is the only one.
	if found := unique(webAddress().FindAllString(web+"\n"+strings.Join(footer, "\n"), -1)); o.WebReference == "" && len(found) == 1 {
		o.WebReference = trimAddress(found[0])
	}
	if o.WebReference == "" {
		r.problem(rowWeb, "The outline ends without a web address.", "")
	}
	r.source(rowWeb, o.WebReference)
}
