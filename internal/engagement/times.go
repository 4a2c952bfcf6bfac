package engagement

import (
	"strings"
	"time"

	"rapporteur/internal/tabular"
)

// clockOf decides once for a file how its times are written; the zone comes from outside. A habit alone (AM and PM) is
// overruled by the file's other times.
func clockOf(o Options, texts, others []string) (tabular.DateLayout, error) {
	texts, others = filled(texts), filled(others)
	layout, err := tabular.InferDates(texts, o.Date)
	if o.DateOrder != "" {
		layout, err = tabular.SaidOrder(o.DateOrder, texts), nil
	}
	if err != nil || layout.Weak {
		if wider, widerErr := tabular.InferDates(append(others, texts...), o.Date); widerErr == nil {
			layout, err = wider, nil
		}
	}
	layout.Serial = true
	return layout, err
}

func filled(texts []string) []string {
	var out []string
	for _, s := range texts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// zoneOr gives the zone of times that name none.
func zoneOr(zone *time.Location) *time.Location {
	if zone == nil {
		return time.UTC
	}
	return zone
}

// isMoment tells whether a text is a date with a time of day.
func isMoment(s string) bool {
	if !strings.ContainsRune(s, ':') {
		return false
	}
	for _, order := range []string{"ymd", "dmy", "mdy"} {
		if t, err := (tabular.DateLayout{Order: order}).Parse(s, time.UTC); err == nil && t.Year() > 2000 {
			return true
		}
	}
	return false
}
