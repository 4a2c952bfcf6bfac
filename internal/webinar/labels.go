package webinar

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// The kinds of labelled rows. They are the names under which problems and sources speak of a row.
const (
	rowProject        = "project"
	rowProjectTitle   = "project_title"
	rowTitle          = "title"
	rowStart          = "start"
	rowTime           = "time"
	rowZone           = "zone"
	rowSpeakers       = "speakers"
	rowModerators     = "moderators"
	rowLanguage       = "language"
	rowInterpretation = "interpretation"
	rowBackground     = "background"
	rowObjectives     = "objectives"
	rowOutcomes       = "expected_outcomes"
	rowDuration       = "duration_minutes"
	rowParticipants   = "participants"
	rowCapacity       = "capacity"
	rowAudience       = "audience"
	rowRegistration   = "registration"
	rowResources      = "resources"
	rowActivities     = "activities"
	rowResult         = "result"
	rowWeb            = "web_reference"
)

// labelWords lists the printed labels of each kind, in labelKey form; the first is the one we write.
var labelWords = map[string][]string{
	rowProject:      {"project", "project code", "project name", "projet"},
	rowProjectTitle: {"project title", "full project title"},
	rowTitle:        {"title", "webinar title", "title of the webinar", "title of webinar", "topic", "subject", "titre", "titre du webinaire", "sujet"},
	rowStart: {"date and hour", "date hour", "date and time", "date time", "date", "dates", "when", "date and hours", "dates and time", "day and time", "day and hour", "time and date",
		"date of the webinar", "webinar date", "start", "start date and time", "start date", "date et heure", "date heure", "quand"},
	rowTime: {"time", "hour", "hours", "start time", "time of the webinar", "timing", "heure", "horaire", "horaires"},
	rowZone: {"time zone", "timezone", "fuseau horaire"},
	rowSpeakers: {"speakers programme", "speakers and programme", "speakers", "speaker", "speakers program", "speakers and program", "programme speakers", "programme and speakers",
		"panellists", "panelists", "presenters", "lecturers", "experts", "contributors", "speakers and moderator", "speakers and moderators", "moderator and speakers",
		"speakers agenda", "agenda and speakers", "agenda speakers", "list of speakers", "invited speakers", "guest speakers", "intervenants", "intervenants programme", "orateurs", "conférenciers"},
	rowModerators:     {"moderator", "moderators", "moderation", "moderated by", "facilitator", "facilitators", "chair", "modérateur", "modération"},
	rowLanguage:       {"language", "languages", "working language", "working languages", "language of the webinar", "language s", "working language s", "language and interpretation", "languages and interpretation", "langue", "langues", "langue de travail", "langues de travail"},
	rowInterpretation: {"interpretation", "simultaneous interpretation", "translation", "interprétation"},
	rowBackground:     {"background", "context", "background and context", "context and background", "introduction", "rationale", "background information", "contexte"},
	rowObjectives: {"objectives", "objective", "aim", "aims", "purpose", "goal", "goals", "aim and objectives", "aims and objectives", "main objectives", "overall objective", "specific objectives",
		"objectives of the webinar", "purpose of the webinar", "aim of the webinar", "objectifs", "objectif", "but"},
	rowOutcomes: {"expected outcomes", "expected outcome", "outcomes", "outcome", "expected results", "expected result", "learning outcomes", "expected outputs", "intended outcomes", "anticipated outcomes",
		"outputs", "what you will learn", "learning objectives", "résultats attendus", "résultats escomptés"},
	rowDuration:     {"expected duration", "duration", "length", "estimated duration", "planned duration", "duration of the webinar", "expected length", "durée", "durée prévue", "durée estimée"},
	rowParticipants: {"participants", "participation", "who can participate", "who can attend", "who should attend", "attendance", "attendees", "participants and capacity", "participant es", "publics"},
	rowCapacity: {"number of participants", "capacity", "maximum number of participants", "max number of participants", "expected number of participants", "places", "number of places", "seats",
		"available places", "places available", "nombre de participants", "capacité"},
	rowAudience: {"target audience", "target group", "target groups", "audience", "intended audience", "target participants", "for whom", "public cible", "public", "groupe cible"},
	rowRegistration: {"registration", "registrations", "how to register", "registration procedure", "registration and confirmation", "registering", "how to participate", "how to join", "sign up",
		"registration information", "inscription", "inscriptions"},
	rowResources: {"relevant resources", "resources", "useful resources", "reading", "further reading", "background reading", "recommended reading", "references", "useful links", "links", "documents",
		"relevant documents", "relevant links", "reference documents", "materials", "background documents", "ressources", "ressources pertinentes", "ressources utiles", "documents utiles"},
	rowActivities: {"related activities", "related activity", "project activities", "link to the project", "link with the project", "related projects", "related project", "activités connexes", "activités liées",
		"relation to the project", "project reference", "contribution to the project", "project framework", "framework"},
	rowResult: {"result", "project result", "immediate outcome", "result immediate outcome", "result outcome", "link to the result", "link to project result", "contribution to result", "related result", "résultat"},
	rowWeb:    {"website", "web page", "webpage", "more information", "further information", "web", "web reference", "site web"},
}

// likelyLabels tell the kind of a cell that is a label for certain, but none that we know word by word: "Date and time of
// the event", "Target participants and capacity". They are tried in their order.
var likelyLabels = []struct {
	kind    string
	pattern func() *regexp.Regexp
}{
	{"", pattern(`deadline|clos(?:es|ing)|publi(?:shed|cation)|updated?|contact|office`)},
	{rowActivities, pattern(`\b(?:related|link|links|contribution|relation|framework)\b.*\b(?:activit(?:y|ies)|projects?)\b|\bactivités\b`)},
	{rowZone, pattern(`\btime ?zone\b`)},
	{rowStart, pattern(`\b(?:dates?|when)\b`)},
	{rowTime, pattern(`\b(?:time|hours?)\b`)},
	{rowModerators, pattern(`^(?:\p{L}+ )?(?:moderators?|moderated by|facilitators?|chair(?:person)?)$`)},
	{rowSpeakers, pattern(`\b(?:speakers?|panell?ists?|presenters?|lecturers?|trainers?|moderators?|programme|program|agenda)\b`)},
	{rowInterpretation, pattern(`\b(?:interpretation|translation)\b`)},
	{rowLanguage, pattern(`\blang(?:uages?|ues?)\b`)},
	{rowResources, pattern(`\b(?:resources?|readings?|materials?|references?|links?|documents?|documentation|bibliography)\b`)},
	{rowBackground, pattern(`\b(?:background|context|rationale)\b`)},
	{rowOutcomes, pattern(`\b(?:outcomes?|outputs?|takeaways?|learn)\b|\b(?:expected|intended|anticipated)\b.*\bresults?\b`)},
	{rowObjectives, pattern(`\b(?:objectives?|aims?|purpose|goals?)\b`)},
	{rowDuration, pattern(`\b(?:duration|length)\b`)},
	{rowParticipants, pattern(`\bparticipants?\b.*\b(?:capacity|number|target)|\b(?:capacity|target)\b.*\bparticipants?\b`)},
	{rowCapacity, pattern(`\b(?:capacity|places|seats|number|maximum|max)\b`)},
	{rowAudience, pattern(`\b(?:target|audience)\b`)},
	{rowRegistration, pattern(`\b(?:registrations?|register|apply|applications?|sign up|enrol\w*)\b`)},
	{rowParticipants, pattern(`\b(?:participants?|attendees|attend)\b`)},
	{rowWeb, pattern(`\b(?:website|web page|further information|more information)\b`)},
}

// activitiesLabel takes "C-PROC related activities" and the like: the office's name stands before the words.
var activitiesLabel = pattern(`^(?:[\p{L}\d]+ ){0,4}related (?:activit(?:y|ies)|projects?)$`)

// kindOfLabel gives the kind of each label known word by word, under its folded key.
var kindOfLabel = sync.OnceValue(func() map[string]string {
	kinds := map[string]string{}
	for _, labels := range []map[string][]string{regionLabels, labelWords} { // where both know a word, ours goes before
		for kind, words := range labels {
			for _, w := range words {
				kinds[foldLabel(labelKey(w))] = kind
			}
		}
	}
	return kinds
})

// foldLabel is a label's key without marks and in one script: "Očekivani ishodi", "ОЧЕКИВАНИ ИСХОДИ".
func foldLabel(key string) string {
	words := strings.Fields(key)
	for i, w := range words {
		words[i] = participant.Fold(w)
	}
	return strings.Join(words, " ")
}

// labelKey is the form under which labels are compared: lower case, signs as blanks, blanks collapsed, a leading number
// dropped ("2. Date & hour:" → "date and hour").
func labelKey(label string) string {
	label = strings.ReplaceAll(strings.ToLower(tabular.Clean(stripTags(label))), "&", " and ")
	fields := strings.FieldsFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(fields) > 1 && strings.Trim(fields[0], "0123456789") == "" {
		fields = fields[1:]
	}
	return strings.Join(fields, " ")
}

// kindOf gives the kind of a label cell, "" when it is none we know.
func kindOf(label string) string {
	if kind := exactKind(label); kind != "" || len(label) > 80 {
		return kind
	}
	key := labelKey(label)
	if key == "" || strings.Count(key, " ") > 7 {
		return ""
	}
	for _, l := range likelyLabels {
		if l.pattern().MatchString(key) {
			return l.kind
		}
	}
	return ""
}

// exactKind gives the kind of a label that is known word by word. In text without cells only these are labels: other
// words before a colon are text.
func exactKind(label string) string {
	if len(label) > 80 {
		return ""
	}
	key := labelKey(label)
	if kind, known := kindOfLabel()[foldLabel(key)]; known {
		return kind
	}
	if activitiesLabel().MatchString(key) {
		return rowActivities
	}
	return ""
}

// isLabel tells a label in text without cells.
func isLabel(s string) bool {
	key := labelKey(s)
	return exactKind(s) != "" || weakLabels[key] || otherLabels[key]
}

// otherLabels are rows that outlines have and the program has no use for: in text without cells they end the row before.
var otherLabels = map[string]bool{"location": true, "venue": true, "place": true, "platform": true, "format": true, "contact": true, "contacts": true,
	"contact person": true, "contact persons": true, "deadline": true, "registration deadline": true, "deadline for registration": true,
	"organiser": true, "organisers": true, "organizer": true, "organizers": true, "organised by": true, "hosted by": true, "methodology": true,
	"working methods": true, "series": true, "lieu": true, "plateforme": true, "date limite d inscription": true}

// weakLabels name the speakers' row where no other row does.
var weakLabels = map[string]bool{"programme": true, "program": true, "agenda": true, "draft agenda": true, "draft programme": true}

// hasWord tells whether a text holds a word of two letters: "1." and "•" are no labels.
func hasWord(s string) bool {
	letters := 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			letters++
		} else {
			letters = 0
		}
		if letters == 2 {
			return true
		}
	}
	return false
}

// printedLabel is how each kind's row is labelled when we write it ourselves.
var printedLabel = map[string]string{
	rowStart: "Date and hour", rowSpeakers: "Speakers/ Programme", rowLanguage: "Language", rowBackground: "Background",
	rowObjectives: "Objectives", rowOutcomes: "Expected outcomes", rowDuration: "Expected duration",
	rowParticipants: "Participants", rowRegistration: "Registration", rowResources: "Relevant resources",
	rowActivities: "Related activities",
}

// publishedOrder is the order of the rows in the published table.
var publishedOrder = []string{rowStart, rowSpeakers, rowLanguage, rowBackground, rowObjectives, rowOutcomes, rowDuration,
	rowParticipants, rowRegistration, rowResources, rowActivities}
