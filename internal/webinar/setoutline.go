package webinar

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

// settle drops the problems and sources of fields that an officer has decided.
func (o *Outline) settle(fields ...string) {
	o.Problems = slices.DeleteFunc(o.Problems, func(p Problem) bool { return slices.Contains(fields, p.Field) })
	for _, f := range fields {
		delete(o.Sources, f)
	}
}

// again reads fields anew from what an officer entered; new problems stand with the outline.
func again(w *Webinar, fields []string, read func(*reader)) {
	w.Outline.settle(fields...)
	read(&reader{outline: &w.Outline})
}

func setLanguage(w *Webinar, values []string) error {
	tag, err := languageTag(one(values))
	if err != nil {
		return err
	}
	w.Outline.Language = tag
	w.Outline.Interpretation = slices.DeleteFunc(slices.Clone(w.Outline.Interpretation), func(t string) bool { return t == tag })
	return nil
}

func setInterpretation(w *Webinar, values []string) error {
	list := []string{}
	for _, v := range values {
		if strings.EqualFold(v, "none") {
			continue
		}
		tag, err := languageTag(v)
		if err != nil {
			return err
		}
		if tag != w.Outline.Language {
			list = append(list, tag)
		}
	}
	w.Outline.Interpretation = unique(list)
	return nil
}

// languageTag takes a tag ("sr") or a name ("Serbian").
func languageTag(s string) (string, error) {
	if _, known := languageNames[strings.ToLower(s)]; known {
		return strings.ToLower(s), nil
	}
	if found := languagesIn(s); len(found) == 1 {
		return found[0].tag, nil
	}
	return "", fault.New(fault.Invalid, "The language is not known.", "Write its English name or its code, for example Serbian or sr.")
}

func setSpeakers(w *Webinar, values []string) error {
	again(w, []string{rowSpeakers}, func(r *reader) { r.readSpeakers(bulleted(values), nil) })
	return reviewed(w)
}

// reviewed keeps an entry that an officer wrote as it is: only one without a name is refused, also where a semicolon
// made two entries of it.
func reviewed(w *Webinar) error {
	nobody := slices.ContainsFunc(w.Outline.Speakers, func(s Speaker) bool { return s.Name == "" }) ||
		slices.ContainsFunc(w.Outline.Problems, func(p Problem) bool {
			return p.Field == rowSpeakers && p.Source != "" && namesNobody(p.Source)
		})
	if nobody {
		return fault.New(fault.Invalid, "A speaker has no name.", "Write “given name SURNAME, position, organisation”, with commas between them.")
	}
	return nil
}

func setParticipants(w *Webinar, values []string) error {
	o := &w.Outline
	lines := splitLines(values)
	o.Capacity, o.ConfirmationDays = 0, 0
	again(w, []string{rowParticipants, rowCapacity, rowAudience, "confirmation_days"}, func(r *reader) {
		r.readParticipants(lines, nil, nil, o.Registration)
	})
	return nil
}

// setCapacity changes the number in the participants' text too, so that the published page says the same.
func setCapacity(w *Webinar, values []string) error {
	var n int
	if err := number(func(*Webinar) *int { return &n }, 1, 1_000_000)(w, values); err != nil || n == 0 {
		return fault.New(fault.Invalid, "The capacity must be a whole number from 1 on.", "Write it in digits, for example 300.")
	}
	o := &w.Outline
	if n == o.Capacity {
		return nil
	}
	kept := putCapacity(o.Participants, n, false)
	if capacityOf(kept) != n {
		kept = putCapacity(o.Participants, n, true)
		kept = append([]string{fmt.Sprintf("There is room for up to %d participants.", n)}, kept...)
	}
	o.Capacity, o.Participants = n, kept
	return nil
}

// capacityOf reads the capacity out of paragraphs, 0 where it is not told surely.
func capacityOf(paragraphs []string) int {
	o := Outline{Sources: map[string]string{}, Participants: paragraphs}
	(&reader{outline: &o}).readCapacity(strings.Join(paragraphs, "\n"), nil)
	return o.Capacity
}

var sameInBracket = pattern(`^\s*\(\d{1,6}\)`)

// putCapacity writes a number over the one that the paragraphs name as capacity, or takes the sentences out that name
// one.
func putCapacity(paragraphs []string, n int, takeOut bool) []string {
	var kept []string
	for _, p := range paragraphs {
		for _, sentence := range sentences(p) {
			found := seatsIn(sentence, false)
			if len(found.places) == 0 && !found.open {
				continue
			}
			with := ""
			if !takeOut && len(found.places) > 0 {
				text, at := numerals(sentence), found.places[0]
				with = text[:at[0]] + itoa(n) + sameInBracket().ReplaceAllString(text[at[1]:], "")
			}
			p = strings.Replace(p, sentence, with, 1)
		}
		if p = tabular.Clean(p); p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// setResult changes the number in the text on the project too, so that the published page says the same.
func setResult(w *Webinar, values []string) error {
	var n int
	if err := number(func(*Webinar) *int { return &n }, 0, 99)(w, values); err != nil {
		return err
	}
	o := &w.Outline
	o.Result = n
	if n == 0 {
		return nil
	}
	var kept []string
	for _, p := range o.Activities {
		for _, sentence := range sentences(p) {
			text := numerals(sentence)
			m := resultPattern().FindStringSubmatchIndex(text)
			if m == nil || len(resultsIn(sentence)) == 0 {
				continue
			}
			p = strings.Replace(p, sentence, text[:m[2]]+itoa(n)+text[m[3]:], 1)
		}
		kept = append(kept, p)
	}
	if found := unique(resultsIn(strings.Join(kept, " "))); len(found) != 1 || found[0] != n {
		kept = append([]string{fmt.Sprintf("The webinar contributes to Result %d.", n)}, o.Activities...)
	}
	o.Activities = kept
	return nil
}

func setConfirmationDays(w *Webinar, values []string) error {
	var n int
	if err := number(func(*Webinar) *int { return &n }, 0, 60)(w, values); err != nil {
		return err
	}
	w.Outline.ConfirmationDays = n
	return nil
}

func setRegistration(w *Webinar, values []string) error {
	w.Outline.WebsiteOnly = false
	again(w, []string{rowRegistration, "website_only"}, func(r *reader) { r.readRegistration(one(values)) })
	return nil
}

func setWebsiteOnly(w *Webinar, values []string) error {
	switch strings.ToLower(one(values)) {
	case "yes", "true", "1":
		w.Outline.WebsiteOnly = true
	default:
		return fault.New(fault.Barred, "Only registrations through the website are confirmed; this rule cannot be switched off.", "Use website_only=yes where the outline's own words were not recognised.")
	}
	return nil
}

func setResources(w *Webinar, values []string) error {
	again(w, []string{rowResources}, func(r *reader) { r.readResources(bulleted(values)) })
	return nil
}

func setActivities(w *Webinar, values []string) error {
	w.Outline.Result = 0
	again(w, []string{rowActivities, "result", "result_groups"}, func(r *reader) { r.readActivities(splitLines(values), nil) })
	return nil
}

func splitLines(values []string) []string {
	list := []string{}
	for _, v := range values {
		list = append(list, strings.Split(v, "\n")...)
	}
	return list
}

func bulleted(values []string) []string {
	list := []string{}
	for _, v := range values {
		list = append(list, bullet+tabular.Clean(v))
	}
	return list
}
