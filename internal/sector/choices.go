package sector

// Choice is a code that an officer may set, with its printed name: a group, a class or class/subtype. Group is the row of
// the donor's table it counts in; Finer is "" for the group itself, else the class, and the subtype behind a comma.
type Choice struct {
	Code  string
	Group Group
	Finer string
}

// classTitles are the printed names of the classes of groups that have several.
var classTitles = map[Class]string{
	ClassFIU:             "Financial intelligence unit",
	ClassPublicAuthority: "Public authority",
	ClassDefence:         "Defence lawyer",
	ClassPrivate:         "Private sector",
	ClassAcademia:        "Academia",
	ClassNGO:             "Civil society",
	ClassInternational:   "International organisation",
	ClassMedia:           "Media",
}

// subtypeTitles are the printed names of the subtypes, in their fixed order.
var subtypeTitles = []struct {
	code  Subtype
	title string
}{
	{CybercrimeUnit, "cybercrime unit"},
	{FinancialInvestigation, "financial investigation"},
	{JudicialCooperation, "judicial cooperation"},
}

// Choices lists every code that ByCode takes, each label once: the groups in their fixed order, below each its classes and
// their subtypes.
func Choices() []Choice {
	var out []Choice
	for _, g := range groups {
		out = append(out, Choice{Code: string(g.code), Group: g.code})
		for _, c := range classes {
			if c.group != g.code {
				continue
			}
			finer := classTitles[c.code]
			if finer != "" {
				out = append(out, Choice{Code: string(c.code), Group: g.code, Finer: finer})
			}
			for _, s := range subtypeTitles {
				if allowed(c.code, s.code) {
					out = append(out, Choice{Code: string(c.code) + "/" + string(s.code), Group: g.code, Finer: join(finer, s.title)})
				}
			}
		}
	}
	return out
}

func join(class, subtype string) string {
	if class == "" {
		return subtype
	}
	return class + ", " + subtype
}

// Printed is the printed name of a code that ByCode takes: its group, and what is finer behind a colon.
func Printed(code string) string {
	for _, c := range Choices() {
		if c.Code == code {
			if c.Finer == "" {
				return c.Group.Title()
			}
			return c.Group.Title() + ": " + c.Finer
		}
	}
	l, ok := ByCode(code)
	if !ok {
		return code
	}
	return l.Group.Title()
}
