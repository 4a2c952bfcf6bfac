package sector

// findings are the lexicon's finds in an organisation and a title. swappedOrg are title words that stand in the
// organisation, swappedTitle organisation words in the title; both is all of them.
type findings struct {
	org, title, swappedOrg, swappedTitle, both []hit
}

// decide applies the ordered rules: the first that speaks decides, and its reason names the rule and the term.
func (f findings) decide() Label {
	for _, rule := range []func() (Label, bool){
		f.international, f.judgeOrProsecutor, f.intelligenceUnit, f.interiorMinistry, f.serviceOfJustice, f.police,
		f.lawyer, f.institution, f.weakWord,
	} {
		if l, ok := rule(); ok {
			return f.refine(l)
		}
	}
	return Label{Group: Unknown, Class: ClassUnknown, Reason: "no term is known"}
}

// international: an explicit international body, unless the title is that of a judge or prosecutor at a national desk.
func (f findings) international() (Label, bool) {
	h, ok := best(f.org, is(ClassInternational))
	if !ok {
		h, ok = best(f.swappedTitle, is(ClassInternational))
	}
	if !ok {
		return Label{}, false
	}
	if p, national := best(f.both, is(ClassPolice)); national && p.to-p.from >= 2 && p.subtype == "" {
		return Label{}, false // a national bureau or unit of it
	}
	return label(h, "international body"), true
}

// judgeOrProsecutor: such a title decides wherever the person serves, unless it is a former one.
func (f findings) judgeOrProsecutor() (Label, bool) {
	if _, past := best(f.title, is(former)); past {
		return Label{}, false
	}
	for _, hits := range [][]hit{f.title, f.swappedOrg} {
		if h, ok := best(hits, func(h hit) bool {
			return h.field == "title" && (h.class == ClassJudiciary || h.class == ClassProsecution)
		}); ok {
			return label(h, "title"), true
		}
	}
	return Label{}, false
}

// intelligenceUnit: a financial intelligence unit by name, also inside of a police or ministry, but not a company's
// officer against money laundering.
func (f findings) intelligenceUnit() (Label, bool) {
	h, ok := best(f.both, is(ClassFIU))
	if !ok {
		return Label{}, false
	}
	if _, company := best(f.org, is(ClassPrivate)); company {
		return Label{}, false
	}
	return label(h, "financial intelligence unit"), true
}

// interiorMinistry: police, unless the title is one of law, policy or support and no police word stands beside it.
func (f findings) interiorMinistry() (Label, bool) {
	h, ok := best(f.both, is(interior))
	if !ok {
		return Label{}, false
	}
	_, police := best(f.both, is(ClassPolice))
	_, helps := best(f.title, is(support))
	_, policy := best(f.both, is(none))
	h2 := h
	entry := *h.entry
	entry.class = ClassPolice
	if !police && (helps || policy) {
		entry.class = ClassPublicAuthority
	}
	h2.entry = &entry
	return label(h2, "ministry of interior"), true
}

// serviceOfJustice: prosecution before court, and both before cybercrime; the longer name wins where both stand, and a
// court's or prosecution's police is police.
func (f findings) serviceOfJustice() (Label, bool) {
	for _, hits := range [][]hit{f.org, f.swappedTitle} {
		if h, ok := best(hits, is(ClassProsecution)); ok {
			return label(h, "organisation"), true
		}
		if h, ok := best(hits, func(h hit) bool { return h.class == ClassJudiciary }); ok {
			return label(h, "organisation"), true
		}
	}
	return Label{}, false
}

// police: a police body or rank. A company's or university's laboratory is none.
func (f findings) police() (Label, bool) {
	for _, hits := range [][]hit{f.org, f.title, f.both} {
		h, ok := best(hits, func(h hit) bool { return h.class == ClassPolice && !h.weak })
		if !ok {
			continue
		}
		for _, c := range []Class{ClassPrivate, ClassAcademia, ClassNGO, ClassPublicAuthority, ClassMedia} {
			if o, other := best(f.org, is(c)); other && h.subtype != "" && (c != ClassPublicAuthority || len(o.tokens) > 1) {
				return Label{}, false // "cybercrime" or "digital forensics" at a company, university or authority
			}
		}
		return label(h, "police"), true
	}
	return Label{}, false
}

// lawyer: a lawyer's title or office, unless the organisation is an authority, a company or the like.
func (f findings) lawyer() (Label, bool) {
	if h, ok := best(f.org, is(ClassDefence)); ok {
		return label(h, "lawyers' organisation"), true
	}
	h, ok := best(f.both, func(h hit) bool { return h.class == ClassDefence && !h.weak })
	if !ok {
		return Label{}, false
	}
	if _, authority := best(f.org, is(ClassPublicAuthority)); authority {
		return Label{}, false
	}
	return label(h, "lawyer"), true
}

// institution: what the organisation is, then what the title says; the longest name wins.
func (f findings) institution() (Label, bool) {
	kinds := func(h hit) bool {
		switch h.class {
		case ClassPublicAuthority, ClassPrivate, ClassAcademia, ClassNGO, ClassMedia, ClassDefence:
			return !h.weak
		}
		return false
	}
	for _, hits := range [][]hit{f.org, f.title, f.both} {
		if h, ok := best(hits, kinds); ok {
			return label(h, "organisation or title"), true
		}
	}
	return Label{}, false
}

// weakWord: words such as "inspector" or "lawyer" count only where nothing else does.
func (f findings) weakWord() (Label, bool) {
	if h, ok := best(f.both, func(h hit) bool { return h.weak }); ok {
		return label(h, "title alone"), true
	}
	return Label{}, false
}

// refine adds the subtype that stands anywhere in the two texts.
func (f findings) refine(l Label) Label {
	if l.Subtype != "" {
		return l
	}
	for _, s := range []Subtype{CybercrimeUnit, FinancialInvestigation} {
		if _, ok := best(f.both, func(h hit) bool { return h.class == ClassPolice && h.subtype == s }); ok && allowed(l.Class, s) {
			l.Subtype = s
			return l
		}
	}
	if h, ok := best(f.both, is(cooperation)); ok && allowed(l.Class, JudicialCooperation) {
		l.Subtype = JudicialCooperation
		l.Reason += "; “" + h.term + "” (unit of judicial cooperation)"
	}
	return l
}

func is(c Class) func(hit) bool { return func(h hit) bool { return h.class == c } }

// best is the find with most words, then most letters, then the earliest; one without a typing error comes first.
func best(hits []hit, wanted func(hit) bool) (hit, bool) {
	var top hit
	found := false
	for _, h := range hits {
		if wanted(h) && (!found || better(h, top)) {
			top, found = h, true
		}
	}
	return top, found
}

func better(a, b hit) bool {
	if a.typo != b.typo {
		return !a.typo
	}
	if len(a.tokens) != len(b.tokens) {
		return len(a.tokens) > len(b.tokens)
	}
	if len(a.term) != len(b.term) {
		return len(a.term) > len(b.term)
	}
	return a.from < b.from
}

func label(h hit, rule string) Label {
	return Label{Group: GroupOf(h.class), Class: h.class, Subtype: h.subtype, Reason: reason(rule, h)}
}

func reason(rule string, h hit) string {
	text := rule + ": “" + h.term + "”"
	if h.typo {
		text += " (one letter off)"
	}
	return text
}
