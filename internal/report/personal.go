package report

import (
	"regexp"
	"strings"

	"rapporteur/internal/breakdown"
	"rapporteur/internal/participant"
)

// personal knows the full names and addresses of the people of a webinar, to keep them out of the donor copy. Published
// speakers are exempt.
type personal struct {
	pairs     map[[2]string]bool // neighbouring tokens of a name, in both orders
	addresses map[string]bool
}

// address finds e-mail addresses in running text.
var address = regexp.MustCompile(`[^\s<>()\[\],;:"]+@[^\s<>()\[\],;:"]+`)

// phone finds numbers in international form.
var phone = regexp.MustCompile(`(?:\+|\b00)[0-9][0-9 ()./-]{6,}[0-9]`)

func newPersonal(f Facts) personal {
	p := personal{pairs: map[[2]string]bool{}, addresses: map[string]bool{}}
	for _, s := range f.Standings {
		p.addAddress(s.Email)
		if !participant.IsOrganisation(s.FirstName + " " + s.LastName) {
			p.addName(participant.Tokens(s.FirstName), participant.Tokens(s.LastName))
		}
	}
	for _, m := range f.Members {
		p.addMember(m)
	}
	for _, s := range f.Webinar.Outline.Speakers {
		tokens := participant.Tokens(s.Name)
		for i := 1; i < len(tokens); i++ {
			delete(p.pairs, [2]string{tokens[i-1], tokens[i]})
			delete(p.pairs, [2]string{tokens[i], tokens[i-1]})
		}
	}
	return p
}

// addMember adds the names that attendance files show, without the institutions and devices beside them.
func (p personal) addMember(m breakdown.Member) {
	for _, person := range m.Participant.Persons {
		for _, mail := range append([]string{person.Email}, person.Emails...) {
			p.addAddress(mail)
		}
		for _, shown := range append([]string{person.Name}, person.Names...) {
			name := participant.Strip(shown).Name
			tokens := participant.Tokens(name)
			if len(tokens) < 2 || len(tokens) > 4 || participant.IsOrganisation(name) || participant.IsDevice(name) {
				continue
			}
			p.addName(tokens[:len(tokens)-1], tokens[len(tokens)-1:])
		}
	}
}

func (p personal) addAddress(mail string) {
	if mail = participant.NormaliseEmail(mail); mail != "" {
		p.addresses[mail] = true
	}
}

// addName adds a name by the tokens that stand beside each other when it is written: "Ana Maria Beta", "Beta, Ana Maria".
func (p personal) addName(first, last []string) {
	if len(first) == 0 || len(last) == 0 {
		return
	}
	for _, pair := range [][2]string{{first[len(first)-1], last[0]}, {last[len(last)-1], first[0]}, {first[0], last[0]}} {
		if len([]rune(pair[0])) > 1 && len([]rune(pair[1])) > 1 {
			p.pairs[pair] = true
		}
	}
}

// in tells whether a text holds a full name or an address of one of them, or a phone number.
func (p personal) in(text string) bool {
	if phone.MatchString(text) {
		return true
	}
	for _, mail := range address.FindAllString(text, -1) {
		if p.addresses[participant.NormaliseEmail(strings.Trim(mail, ".'’"))] {
			return true
		}
	}
	tokens := participant.Tokens(text)
	for i := 1; i < len(tokens); i++ {
		if p.pairs[[2]string{tokens[i-1], tokens[i]}] {
			return true
		}
	}
	return false
}

// holdsPersonal tells whether a text must stay out of the donor copy.
func (w *writer) holdsPersonal(text string) bool {
	if w.private == nil {
		p := newPersonal(w.Facts)
		w.private = &p
	}
	return w.private.in(text)
}

// fileName is the name of a source as the copy may print it.
func (w *writer) fileName(name string) string {
	if w.Copy == Donor && w.holdsPersonal(name) {
		return "(name withheld)"
	}
	return name
}
