package webinar

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// Set sets one field of a webinar as an officer entered it. field is the name of an outline field as in its JSON, or one
// of actual_start, actual_end, limit, connection, rules, rule, activity_type. A list takes one value per entry, every
// other field exactly one; an empty value clears it. Times are local in the webinar's zone ("2020-05-28 14:00") or
// RFC 3339. A new zone keeps the printed hour; a new start keeps the duration.
//
// What follows from a text follows again: setting participants reads capacity, audience and confirmation days out of it,
// setting activities the Result. The problems of the field are settled by it. The error is a fault: invalid.
func Set(w *Webinar, field string, values []string) error {
	set, known := setters[field]
	if !known {
		return fault.New(fault.Invalid, "A webinar has no such field.", "Fields are: "+strings.Join(Fields(), ", ")+".")
	}
	clean := make([]string, 0, len(values))
	for _, v := range values {
		lines := blocks(v)
		v = strings.Join(plain(lines), "\n")
		if v != "" {
			clean = append(clean, v)
		}
	}
	if !lists[field] && len(values) > 1 {
		return fault.Newf(fault.Invalid, "Give it once.", "The field %s takes one value.", field)
	}
	o := w.Outline
	next := *w
	next.Outline.Sources = cloneSources(o.Sources)
	next.Outline.Problems = slices.Clone(o.Problems)
	if err := set(&next, clean); err != nil {
		return err
	}
	delete(next.Outline.Sources, field)
	next.Outline.Problems = slices.DeleteFunc(next.Outline.Problems, func(p Problem) bool { return p.Field == field })
	*w = next
	return nil
}

// Fields lists the names that Set takes, by alphabet.
func Fields() []string {
	names := make([]string, 0, len(setters))
	for name := range setters {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Choices are the values that a field is chosen from; nil for a field that takes any text.
func Choices(field string) []string {
	switch field {
	case "audience":
		return slices.Clone(audienceCodes)
	case "result_groups":
		return resultGroupCodes()
	case "website_only":
		return []string{"yes"}
	}
	return nil
}

var audienceCodes = []string{"judiciary", "prosecution", "police", "officials"}

var lists = map[string]bool{"speakers": true, "background": true, "objectives": true, "expected_outcomes": true,
	"participants": true, "audience": true, "resources": true, "activities": true, "result_groups": true, "interpretation": true}

type setter func(w *Webinar, values []string) error

var setters map[string]setter

func init() {
	setters = map[string]setter{
		"project":       setProject,
		"project_title": text(func(w *Webinar) *string { return &w.Outline.ProjectTitle }),
		"title":         text(func(w *Webinar) *string { return &w.Outline.Title }),
		"web_reference": text(func(w *Webinar) *string { return &w.Outline.WebReference }),
		"activity_type": text(func(w *Webinar) *string { return &w.ActivityType }),
		"connection":    text(func(w *Webinar) *string { return &w.Connection }),
		"rules":         text(func(w *Webinar) *string { return &w.Rules }),

		"start": setStart, "end": setEnd, "zone": setZone, "duration_minutes": setDuration,
		"actual_start": moment(func(w *Webinar) *time.Time { return &w.ActualStart }),
		"actual_end":   moment(func(w *Webinar) *time.Time { return &w.ActualEnd }),
		"limit":        number(func(w *Webinar) *int { return &w.Limit }, 0, 1_000_000),
		"rule":         setRule,

		"language": setLanguage, "interpretation": setInterpretation, "speakers": setSpeakers,
		"background":        paragraphs(func(o *Outline) *[]string { return &o.Background }),
		"objectives":        paragraphs(func(o *Outline) *[]string { return &o.Objectives }),
		"expected_outcomes": paragraphs(func(o *Outline) *[]string { return &o.ExpectedOutcomes }),
		"participants":      setParticipants, "capacity": setCapacity, "confirmation_days": setConfirmationDays,
		"audience":      codes(audienceCodes, func(o *Outline) *[]string { return &o.Audience }),
		"registration":  setRegistration,
		"website_only":  setWebsiteOnly,
		"resources":     setResources,
		"activities":    setActivities,
		"result":        setResult,
		"result_groups": codes(resultGroupCodes(), func(o *Outline) *[]string { return &o.ResultGroups }),
	}
}

func cloneSources(m map[string]string) map[string]string {
	out := make(map[string]string, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

// one gives the single value, "" when the field is cleared.
func one(values []string) string { return strings.Join(values, "") }

func text(field func(*Webinar) *string) setter {
	return func(w *Webinar, values []string) error {
		*field(w) = tabular.Clean(one(values))
		return nil
	}
}

func number(field func(*Webinar) *int, low, high int) setter {
	return func(w *Webinar, values []string) error {
		n := 0
		if v := one(values); v != "" {
			var err error
			if n, err = strconv.Atoi(v); err != nil || n < low || n > high {
				return fault.Newf(fault.Invalid, "Write it in digits, for example 300.", "The value must be a whole number from %d to %d.", low, high)
			}
		}
		*field(w) = n
		return nil
	}
}

// setProject moves the webinar to another project, on the outline's page too.
func setProject(w *Webinar, values []string) error {
	code := tabular.Clean(one(values))
	if code == "" {
		return fault.New(fault.Invalid, "A webinar belongs to a project.", "Give the project's code.")
	}
	w.Project, w.Outline.Project = code, code
	return nil
}

func paragraphs(field func(*Outline) *[]string) setter {
	return func(w *Webinar, values []string) error {
		*field(&w.Outline) = splitLines(values)
		return nil
	}
}

// codes takes a list out of a fixed vocabulary, in its order.
func codes(allowed []string, field func(*Outline) *[]string) setter {
	return func(w *Webinar, values []string) error {
		list := []string{}
		for _, v := range values {
			if !slices.Contains(allowed, v) {
				return fault.New(fault.Invalid, "A value of the list is not known.", "Values are: "+strings.Join(allowed, ", ")+".")
			}
		}
		for _, a := range allowed {
			if slices.Contains(values, a) {
				list = append(list, a)
			}
		}
		*field(&w.Outline) = list
		return nil
	}
}

func resultGroupCodes() []string {
	var list []string
	for _, g := range resultGroups {
		list = append(list, g.code)
	}
	return list
}
