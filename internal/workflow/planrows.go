package workflow

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rapporteur/internal/attendance"
	"rapporteur/internal/engagement"
	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// PlanRow is one of those that a number of a plan counts: who or what it is, where it stands, and why it counts where that
// is not said by the number itself. Places are in the files of the plan, but for a submission that the register has already.
type PlanRow struct {
	Name         string      `json:"name"`
	Email        string      `json:"email"`
	Organisation string      `json:"organisation"`
	Cells        string      `json:"cells"` // the row as the file has it, where nobody could be read from it
	Why          string      `json:"why"`
	Places       []PlanPlace `json:"places"`
}

// PlanPlace is a line of a file; a submission entered by hand has neither.
type PlanPlace struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// planIndex finds what the rows of a plan hold; it is made when somebody asks for rows.
type planIndex struct {
	once          sync.Once
	registrations map[string]PlanRow         // by id
	stays         map[string]PlanRow         // by the record's key
	read          map[string][]PlanRow       // by the file's SHA-256, in the order in which they were read
	lines         map[string]map[int]PlanRow // by the file's SHA-256 and the line; without a name where two sheets have it
}

// Behind gives the rows that a number of the plan counts. Of a file, by its SHA-256, a number is new, changed, known,
// left_out, left_out/REASON or remark/N, its remarks numbered from 0. Without a file it is of what follows: registrations/
// or attendance/ and the number's name in Effects, barred submissions as registrations/barred/REASON. Fault not-found.
func (p *ImportPlan) Behind(number, sum string) ([]PlanRow, error) {
	p.rows.once.Do(p.index)
	if sum == "" {
		if rows, ok := p.following(number); ok {
			return rows, nil
		}
	} else if i := slices.IndexFunc(p.Plan().Files, func(f FilePlan) bool { return f.SHA256 == sum }); i >= 0 {
		if rows, ok := p.inFile(p.Plan().Files[i], number); ok {
			return rows, nil
		}
	}
	return nil, fault.New(fault.NotFound, "The plan has no such number.", "Look at the plan again.")
}

// following are the rows behind a number of what follows.
func (p *ImportPlan) following(number string) (rows []PlanRow, ok bool) {
	of, name, _ := strings.Cut(number, "/")
	rows = []PlanRow{}
	switch effects := p.whole.Effects; {
	case of == "registrations" && effects.Registrations != nil:
		reason, barred := strings.CutPrefix(name, "barred/")
		all, is := effects.Registrations.Behind[name]
		ok = is
		for _, ids := range all {
			row := p.together(p.rows.registrations, ids)
			if barred {
				row.Why = reason
			}
			rows = append(rows, row)
		}
	case of == "attendance" && effects.Attendance != nil && name == "stays":
		ok = true
		for _, key := range effects.Attendance.StayKeys {
			rows = append(rows, p.together(p.rows.stays, []string{key}))
		}
	case of == "attendance" && effects.Attendance != nil:
		all, is := effects.Attendance.Behind[name]
		ok = is
		for _, one := range all {
			row := p.together(p.rows.stays, one.Records)
			row.Name, row.Email = one.Name, cmp.Or(one.Email, row.Email)
			rows = append(rows, row)
		}
	}
	return rows, ok
}

// together is one row of what stands in several.
func (p *ImportPlan) together(of map[string]PlanRow, keys []string) PlanRow {
	row := of[keys[0]]
	row.Places = slices.Clone(row.Places)
	for _, key := range keys[1:] {
		row.Places = append(row.Places, of[key].Places...)
	}
	return row
}

// inFile are the rows behind a number of a file.
func (p *ImportPlan) inFile(f FilePlan, number string) ([]PlanRow, bool) {
	rows := []PlanRow{}
	cells := map[int][]string{}
	for _, l := range f.left {
		cells[l.line] = l.cells
	}
	at := func(line int, why string) {
		row, known := p.rows.lines[f.SHA256][line]
		if !known {
			written := slices.DeleteFunc(slices.Clone(cells[line]), func(c string) bool { return !tabular.HasInk(c) })
			row = PlanRow{Places: []PlanPlace{{f.File, line}}, Cells: strings.Join(written, " · ")}
		}
		row.Why = why
		rows = append(rows, row)
	}
	name, of, _ := strings.Cut(number, "/")
	switch name {
	case "new":
		for _, row := range f.compared.New {
			rows = append(rows, p.rows.read[f.SHA256][row.At])
		}
	case "known":
		for _, row := range f.compared.Unchanged {
			rows = append(rows, p.rows.read[f.SHA256][row.At])
		}
	case "changed":
		for _, c := range f.compared.Changed {
			rows = append(rows, p.rows.read[f.SHA256][c.At])
		}
	case "left_out":
		for _, l := range f.left {
			if of == "" || l.reason == of {
				at(l.line, l.reason)
			}
		}
	case "remark":
		i, err := strconv.Atoi(of)
		if err != nil || i < 0 || i >= len(f.Remarks) {
			return nil, false
		}
		for _, problem := range f.Problems {
			if problem.Message == f.Remarks[i].Message && problem.Column == f.Remarks[i].Column {
				at(problem.Line, "")
			}
		}
	default:
		return nil, false
	}
	return rows, true
}

// index gathers what the readings hold.
func (p *ImportPlan) index() {
	x := &p.rows
	x.registrations, x.stays = map[string]PlanRow{}, map[string]PlanRow{}
	x.read, x.lines = map[string][]PlanRow{}, map[string]map[int]PlanRow{}
	put := func(f FilePlan, line int, row PlanRow) PlanRow {
		row.Places = []PlanPlace{{f.File, line}}
		if x.lines[f.SHA256] == nil {
			x.lines[f.SHA256] = map[int]PlanRow{}
		}
		x.read[f.SHA256] = append(x.read[f.SHA256], row)
		switch other, there := x.lines[f.SHA256][line]; {
		case !there:
			x.lines[f.SHA256][line] = row
		case other.Name != row.Name || other.Email != row.Email: // in two sheets: which of them is not known
			x.lines[f.SHA256][line] = PlanRow{Places: row.Places}
		}
		return row
	}
	if r := p.registrations; r != nil {
		for i, reading := range r.readings {
			for _, s := range reading.Registrations {
				if row := put(r.Files[i], s.Line, ofRegistration(s)); x.registrations[s.ID].Places == nil {
					x.registrations[s.ID] = row
				}
			}
		}
		for _, s := range r.moved {
			row := ofRegistration(s)
			row.Places = []PlanPlace{{s.File, s.Line}}
			x.registrations[s.ID] = row
		}
	}
	if a := p.attendance; a != nil {
		for i, reading := range a.readings {
			for _, r := range reading.Records {
				if row := put(a.Files[i], r.Line, ofRecord(r)); x.stays[r.Key].Places == nil {
					x.stays[r.Key] = row
				}
			}
		}
	}
	if e := p.engagement; e != nil {
		for i, reading := range e.readings {
			for _, answer := range reading.Answers {
				put(e.Files[i], answer.Line, ofAnswer(answer))
			}
		}
	}
}

func ofRegistration(r registration.Registration) PlanRow {
	return PlanRow{Name: strings.TrimSpace(r.FirstName + " " + r.LastName), Email: r.Email, Organisation: r.Organisation}
}

func ofRecord(r attendance.Record) PlanRow {
	return PlanRow{Name: cmp.Or(r.Registrant, r.Name), Email: r.Email, Organisation: r.Organisation}
}

func ofAnswer(a engagement.Answer) PlanRow { return PlanRow{Name: a.Name, Email: a.Email} }
