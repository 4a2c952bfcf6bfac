package sector

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/fault"
)

// Kind says how an officer's own entry is read.
type Kind string

// The kinds, in the order in which they are asked: a rule speaks before everything else, the organisation before a term.
// A rule decides for whomever its words fit. An organisation's entry fits the organisation as a whole, a term stands
// anywhere in organisation or job title; both leave a judge or a prosecutor by title what that title says.
const (
	OwnRule         Kind = "rule"
	OwnOrganisation Kind = "organisation"
	OwnTerm         Kind = "term"
)

// Kinds lists the kinds in their fixed order.
func Kinds() []Kind { return []Kind{OwnRule, OwnOrganisation, OwnTerm} }

// longestOwn is how long the text of an own entry may be, in bytes.
const longestOwn = 300

// Own is an entry that officers added: a text, where it holds (an ISO code, "" everywhere), the code it stands for as
// ByCode takes it, and where that is known from. In the text "word*" stands for every ending and "=WORD" for the word in
// capitals, as in the data files; an organisation is compared as a whole, by its words.
type Own struct {
	Kind    Kind
	Text    string
	Country string
	Code    string
	Source  string
}

// Key names an entry by what it fits: a newer entry of the same key takes its place.
func (o Own) Key() string {
	text := answerKey(o.Text)
	if o.Kind != OwnOrganisation {
		var words []string
		for _, p := range patternsOf(o.Text) {
			word := p.text
			if p.capitals {
				word = "=" + word
			}
			if p.stem {
				word += "*"
			}
			words = append(words, word)
		}
		text = strings.Join(words, " ")
	}
	sum := sha256.Sum256([]byte(string(o.Kind) + "\n" + text + "\n" + o.Country))
	return hex.EncodeToString(sum[:8])
}

// Checked gives an entry as it is kept: cleaned, with the ISO code of its country. Fault invalid where it says nothing.
func (o Own) Checked() (Own, error) {
	o, err := o.cleaned()
	if err == nil && o.Country != "" {
		if o.Country = beneficiary.ISO(o.Country); o.Country == "" {
			err = fault.New(fault.Invalid, "There is no such country/area.", "Leave it empty where the entry holds everywhere.")
		}
	}
	return o, err
}

func (o Own) cleaned() (Own, error) {
	o.Text, o.Source = strings.Join(strings.Fields(o.Text), " "), strings.Join(strings.Fields(o.Source), " ")
	o.Code = strings.TrimSpace(o.Code)
	if !slices.Contains(Kinds(), o.Kind) {
		return o, fault.New(fault.Invalid, "There is no such kind of entry.", "Use organisation, term or rule.")
	}
	if answerKey(o.Text) == "" || len(o.Text) > longestOwn || o.Kind != OwnOrganisation && len(patternsOf(o.Text)) == 0 {
		return o, fault.New(fault.Invalid, "The entry has no words that could be found in an organisation or a job title.",
			"Write the name or the words as people write them, at most 300 letters; one letter alone and words such as “of” do not count.")
	}
	for _, p := range patternsOf(o.Text) {
		if o.Kind != OwnOrganisation && p.stem && len(p.text) < 3 {
			return o, fault.New(fault.Invalid, "Before a “*” the entry has fewer than three letters: it would fit too many words.",
				"Write more of the word before the “*”.")
		}
	}
	if o.Code == string(ClassUnknown) {
		return o, fault.New(fault.Invalid, "“Unknown” is kept for no organisation and no word: it is the answer where nothing is known.",
			"Choose a sector, or take the entry back that gives the wrong one.")
	}
	if _, ok := ByCode(o.Code); !ok {
		return o, fault.New(fault.Invalid, "There is no such sector.",
			"Use a group, a class, or class/subtype, such as judiciary, fiu or police/cybercrime_unit.")
	}
	return o, nil
}

// Lexicon is the words of the data files with the officers' own entries beside them. The nil Lexicon has none.
type Lexicon struct {
	organisations map[string][]ownEntry
	byWord        map[Kind]map[string][]ownEntry // by the first word
	byStem        map[Kind][]ownEntry
	version       string
}

type ownEntry struct {
	Own
	words []pattern
	label Label
}

// With makes a lexicon of own entries. What is not in order is left out, as Checked says; of two entries of one key the
// later counts.
func With(entries []Own) *Lexicon {
	l := &Lexicon{organisations: map[string][]ownEntry{}, byWord: map[Kind]map[string][]ownEntry{}, byStem: map[Kind][]ownEntry{}}
	newest := map[string]Own{}
	for _, o := range entries {
		if o, err := o.cleaned(); err == nil {
			newest[o.Key()] = o
		}
	}
	if len(newest) == 0 {
		return nil
	}
	keys := make([]string, 0, len(newest))
	for key := range newest {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	sum := sha256.New()
	for _, key := range keys {
		o := newest[key]
		fmt.Fprintln(sum, key, o.Code)
		label, _ := ByCode(o.Code)
		e := ownEntry{Own: o, label: label, words: patternsOf(o.Text)}
		switch first := e.words; {
		case o.Kind == OwnOrganisation:
			l.organisations[answerKey(o.Text)] = append(l.organisations[answerKey(o.Text)], e)
		case first[0].stem:
			l.byStem[o.Kind] = append(l.byStem[o.Kind], e)
		default:
			if l.byWord[o.Kind] == nil {
				l.byWord[o.Kind] = map[string][]ownEntry{}
			}
			l.byWord[o.Kind][first[0].text] = append(l.byWord[o.Kind][first[0].text], e)
		}
	}
	l.version = hex.EncodeToString(sum.Sum(nil))[:12]
	return l
}

// Version names the lexicon by its content: figures that are kept say by which one they were labelled.
func (l *Lexicon) Version() string {
	if l == nil {
		return Version()
	}
	return Version() + "+" + l.version
}

// over puts the officers' own entries over what the rules say. Of a class that an entry names, the finer that the rules
// say stays.
func (l *Lexicon) over(said Label, person bool, country, organisation, title string) Label {
	if l == nil {
		return said
	}
	fields := []string{organisation, title}
	if e := l.spoken(OwnRule, country, fields); e != nil {
		return e.under(said, "a rule of this office")
	}
	e, why := l.organisation(country, organisation), "kept for this organisation"
	if e == nil {
		e, why = l.spoken(OwnTerm, country, fields), "an entry of this office"
	}
	if e == nil || person && said.Group != e.label.Group {
		return said
	}
	return e.under(said, why)
}

func (e *ownEntry) under(said Label, why string) Label {
	label := e.label
	if label.Group == said.Group && (label.Class == "" || label.Class == said.Class && label.Subtype == "") {
		label.Class, label.Subtype = said.Class, said.Subtype
	}
	label.Rule, label.Reason = why, why+": “"+quoted(e.Text)+"”"
	return label
}

// organisation finds the entry of an organisation as a whole; one for the country goes before one for all.
func (l *Lexicon) organisation(country, text string) *ownEntry {
	if len(l.organisations) == 0 {
		return nil
	}
	return best(l.organisations[answerKey(text)], country)
}

// spoken finds the entry whose words stand in one of the fields: the longest, one for the country before one for all.
func (l *Lexicon) spoken(kind Kind, country string, fields []string) *ownEntry {
	if len(l.byWord[kind]) == 0 && len(l.byStem[kind]) == 0 {
		return nil
	}
	var found []ownEntry
	for _, text := range fields {
		tokens := tokensOf(text)
		for i := range tokens {
			for _, e := range l.byWord[kind][tokens[i].text] {
				if e.fits(tokens[i:]) {
					found = append(found, e)
				}
			}
			for _, e := range l.byStem[kind] {
				if e.fits(tokens[i:]) {
					found = append(found, e)
				}
			}
		}
	}
	return best(found, country)
}

func (e ownEntry) fits(tokens []token) bool {
	if len(tokens) < len(e.words) {
		return false
	}
	for i, w := range e.words {
		t := tokens[i]
		if w.capitals && !t.capitals || w.stem && !begins(t.text, w.text) || !w.stem && t.text != w.text {
			return false
		}
	}
	return true
}

// best is the entry that goes before the others of those that hold for the country.
func best(entries []ownEntry, country string) *ownEntry {
	var first *ownEntry
	for i := range entries {
		e := &entries[i]
		if e.Country != "" && e.Country != country {
			continue
		}
		if first == nil || e.before(first) {
			first = e
		}
	}
	return first
}

func (e *ownEntry) before(other *ownEntry) bool {
	if len(e.words) != len(other.words) {
		return len(e.words) > len(other.words)
	}
	if (e.Country != "") != (other.Country != "") {
		return e.Country != ""
	}
	letters := func(o *ownEntry) (n int) {
		for _, w := range o.words {
			n += len(w.text)
		}
		return n
	}
	if a, b := letters(e), letters(other); a != b {
		return a > b
	}
	return e.Text < other.Text
}
