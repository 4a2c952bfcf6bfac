package workflow

import (
	"fmt"
	"slices"

	"rapporteur/internal/intake"
	"rapporteur/internal/store"
	"rapporteur/internal/tabular"
)

// meet says how a file stands to what was imported before: it is one of those files, byte for byte, or what looking at the
// rows tells.
func (p *FilePlan) meet(sources []store.Source, look func() (tabular.Problem, bool)) {
	i := slices.IndexFunc(sources, func(s store.Source) bool { return s.SHA256 == p.SHA256 })
	if i >= 0 {
		p.Met = fmt.Sprintf("This very file was imported on %s (UTC).", sources[i].ImportedAt.UTC().Format("2 January 2006 at 15:04"))
		if sources[i].Name != p.File {
			p.Met = fmt.Sprintf("This very file was imported on %s (UTC), under another name.", sources[i].ImportedAt.UTC().Format("2 January 2006 at 15:04"))
		}
		return
	}
	if met, ok := look(); ok {
		p.Met = met.Message
	}
}

// offer puts the offer of another zone into a plan.
func (p *FilePlan) offer(shift intake.Shift, ok bool) {
	if ok {
		p.Shift = &shift
	}
}
