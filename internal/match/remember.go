package match

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"rapporteur/internal/attendance"
	"rapporteur/internal/identity"
	"rapporteur/internal/participant"
	"rapporteur/internal/registration"
)

// Lesson is what an officer's word at one webinar says for later ones. Who shows up under an address and a name is a
// person, namely the one who registered as To (an alias), or is staff or is not. Email is the normalised address shown, ""
// where none was; Name the order-free key of the full name shown, "" for a device under an address. Key names the lesson by
// what was shown, without telling it. Shown is the name as it stood in the file, Address the address.
type Lesson struct {
	Key     string
	Email   string
	Name    string
	Shown   string
	Address string
	Alias   bool
	To      Registrant // of an alias
	Staff   bool       // else
	Reason  string     // for later webinars, in words
}

// Registrant is a registered person as later webinars know them again: by an equal address whose name does not contradict,
// or by an equal name at an equal organisation.
type Registrant struct {
	Name         string
	Email        string
	Organisation string
}

// Lessons are what the officer's words at a webinar say for later ones: on each record the newest word counts. A word that
// says no more than the registration itself teaches nothing, nor does a name that is not full without an address, nor "none
// of them".
func Lessons(records []attendance.Record, standings []registration.Standing, decisions []Decision, staff []StaffDecision) []Lesson {
	byKey, byID := map[string]attendance.Record{}, map[string]registration.Standing{}
	for _, r := range records {
		byKey[r.Key] = r
	}
	for _, s := range standings {
		byID[s.ID] = s
	}
	var out []Lesson
	newest := map[string]string{}
	for _, d := range decisions {
		for _, k := range d.Records {
			newest[k] = d.Registration
		}
	}
	for _, k := range sortedText(newest) {
		s, there := byID[newest[k]]
		l, shows := lessonOf(byKey[k])
		if newest[k] == "" || !there || !shows {
			continue
		}
		l.Alias, l.To = true, Registrant{registrantName(s), participant.NormaliseEmail(s.Email), fold(s.Organisation)}
		if same := l.Email != "" && l.Email == l.To.Email && l.Name == fineKey(identity.NewName(l.To.Name)); !same {
			out = append(out, l.keyed())
		}
	}
	apart := map[string]bool{}
	for _, d := range staff {
		for _, k := range d.Records {
			apart[k] = d.Staff
		}
	}
	for _, k := range sortedText(apart) {
		if l, shows := lessonOf(byKey[k]); shows {
			l.Staff = apart[k]
			out = append(out, l.keyed())
		}
	}
	seen := map[Lesson]bool{}
	return slices.DeleteFunc(out, func(l Lesson) bool {
		again := seen[l]
		seen[l] = true
		return again
	})
}

func sortedText[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// lessonOf takes what a record shows; it shows nothing that can be known again when there is neither address nor full name.
func lessonOf(r attendance.Record) (Lesson, bool) {
	l := Lesson{Email: participant.NormaliseEmail(r.Email), Address: r.Email}
	for _, text := range []string{r.Registrant, r.Original, r.Name} {
		if text == "" || participant.IsPhoneName(text) || participant.IsDevice(text) {
			continue
		}
		n := identity.StrippedName(text)
		if n.Full() || l.Email != "" && !n.Empty() {
			l.Name, l.Shown = fineKey(n), text
			break
		}
	}
	if l.Shown == "" {
		l.Shown = r.Name
	}
	return l, l.Email != "" || l.Name != ""
}

func (l Lesson) keyed() Lesson {
	kind := "staff"
	if l.Alias {
		kind = "alias"
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{kind, l.Email, l.Name}, "\x00")))
	l.Key = hex.EncodeToString(sum[:8])
	return l
}

// Agrees tells whether two lessons of one key say the same.
func (l Lesson) Agrees(o Lesson) bool {
	if l.Alias != o.Alias || !l.Alias {
		return l.Alias == o.Alias && l.Staff == o.Staff
	}
	if l.To.Email != "" && l.To.Email == o.To.Email {
		return !identity.NamesContradict(l.To.Name, o.To.Name)
	}
	return fineKey(identity.NewName(l.To.Name)) == fineKey(identity.NewName(o.To.Name)) && l.To.Organisation == o.To.Organisation
}

// fits tells whether an attendee shows what the lesson was learnt from: the same address under the same name or none, or
// without an address on both sides the same full name.
func (l Lesson) fits(s shown) bool {
	if l.Email != "" && !slices.Contains(s.emails, l.Email) || l.Email == "" && len(s.emails) > 0 || len(s.parts) > 1 {
		return false
	}
	if len(s.names) == 0 {
		return l.Email != "" && !s.lost
	}
	return l.Name != "" && !slices.ContainsFunc(s.names, func(n identity.Name) bool { return fineKey(n) != l.Name })
}

// Taught keeps the lessons that may say something of the persons in attendance, in their order.
func Taught(lessons []Lesson, persons []attendance.Person) []Lesson {
	if len(lessons) == 0 {
		return nil
	}
	emails, names := map[string]bool{}, map[string]bool{}
	for _, p := range persons {
		s := shownPerson(p, func(name string) string { return name })
		for _, e := range s.emails {
			emails[e] = true
		}
		for _, n := range s.names {
			names[fineKey(n)] = true
		}
	}
	var out []Lesson
	for _, l := range lessons {
		if l.Email != "" && emails[l.Email] || l.Email == "" && names[l.Name] {
			out = append(out, l)
		}
	}
	return out
}

// remember applies what earlier webinars taught to whom nobody has spoken of here: staff is set apart or back, an alias is
// matched to the registrant it stands for. Lessons that contradict each other teach nothing, and an alias is not followed
// where the name or the address is another registrant's here.
func remember(attendees []*attendee, in Input, reg *register) {
	for _, a := range attendees {
		staff, alias := lessonsOn(a.shown, in.Lessons)
		_, said := staffDecision(a.person, in.Staff)
		switch {
		case staff != nil && !said && staff.Staff && a.state == "":
			a.state, a.reasons, a.remembered = Staff, []string{staff.Reason}, append(a.remembered, staff.Key)
		case staff != nil && !said && !staff.Staff && a.state == Staff && a.speaker < 0:
			a.state, a.reasons, a.remembered = "", []string{staff.Reason}, append(a.remembered, staff.Key)
		}
		if alias == nil || a.state != "" {
			continue
		}
		if known, ok := reg.registrant(a.shown, alias.To); ok {
			a.state, a.known, a.remembered = Automatic, known, append(a.remembered, alias.Key)
			a.claim = claim{known: known, owned: true, score: 1, reasons: []string{alias.Reason}}
			a.reasons = append(a.reasons, alias.Reason)
		}
	}
}

// lessonsOn finds the lessons that fit an attendee; none of a kind when they contradict each other.
func lessonsOn(s shown, lessons []Lesson) (staff, alias *Lesson) {
	var contradicted [2]bool
	for i := range lessons {
		l := &lessons[i]
		if !l.fits(s) {
			continue
		}
		into, kind := &staff, 0
		if l.Alias {
			into, kind = &alias, 1
		}
		if *into != nil && !(*into).Agrees(*l) {
			contradicted[kind] = true
		}
		*into = l
	}
	if contradicted[0] {
		staff = nil
	}
	if contradicted[1] {
		alias = nil
	}
	return staff, alias
}

// registrant finds the one registered person whom a lesson means, when what the attendee shows is nobody else's here.
func (r *register) registrant(s shown, to Registrant) (known int, ok bool) {
	name := identity.NewName(to.Name)
	group := -1
	for i := range r.all {
		k := &r.all[i]
		byEmail := to.Email != "" && k.email == to.Email && !identity.NamesContradict(to.Name, k.title)
		byName := to.Organisation != "" && k.org == to.Organisation && fineKey(k.name) == fineKey(name) && name.Full()
		if !byEmail && !byName {
			continue
		}
		if group >= 0 && k.group != group {
			return 0, false
		}
		if group < 0 {
			group, known = k.group, i
		}
	}
	if group < 0 {
		return 0, false
	}
	claims, all := r.claims(s)
	if !all { // so many people are near that somebody else's name cannot be told from this one
		return 0, false
	}
	for _, c := range claims {
		if r.all[c.known].group != group && (c.owned || c.fit.Kind == identity.Exact) {
			return 0, false
		}
	}
	return known, true
}
