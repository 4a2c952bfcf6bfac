package sector

import "strings"

// groups are the rows of the donor's table in their fixed order, with the printed title and the colour of charts.
var groups = []struct {
	code          Group
	title, colour string
}{
	{Judiciary, "Judiciary", "#0072B2"},
	{Prosecution, "Prosecutors", "#56B4E9"},
	{Police, "Police and law enforcement", "#009E73"},
	{Officials, "Other relevant officials", "#E69F00"},
	{OtherGroup, "Other participants (outside the target group)", "#CC79A7"},
	{Unknown, "Unknown", "#999999"},
}

// classes are the finer codes in their fixed order, each with its group.
var classes = []struct {
	code  Class
	group Group
}{
	{ClassJudiciary, Judiciary},
	{ClassProsecution, Prosecution},
	{ClassPolice, Police},
	{ClassFIU, Officials},
	{ClassPublicAuthority, Officials},
	{ClassDefence, OtherGroup},
	{ClassPrivate, OtherGroup},
	{ClassAcademia, OtherGroup},
	{ClassNGO, OtherGroup},
	{ClassInternational, OtherGroup},
	{ClassMedia, OtherGroup},
	{ClassUnknown, Unknown},
}

// levels are the second level of the taxonomy: each class, alone or with a subtype that it may have, with the group of
// Result 7 and the class of the IPA III results framework it counts in.
var levels = []struct {
	class   Class
	subtype Subtype
	result  ResultGroup
	ipa3    IPA3
}{
	{ClassJudiciary, "", "", IPA3Courts},
	{ClassJudiciary, JudicialCooperation, GroupJudicialCooperation, IPA3Courts},
	{ClassProsecution, "", "", IPA3Prosecutors},
	{ClassProsecution, JudicialCooperation, GroupJudicialCooperation, IPA3Prosecutors},
	{ClassPolice, "", "", ""},
	{ClassPolice, CybercrimeUnit, GroupCybercrimeUnit, ""},
	{ClassPolice, FinancialInvestigation, GroupFinancialInvestigation, ""},
	{ClassFIU, "", GroupFIU, ""},
	{ClassPublicAuthority, "", "", ""},
	{ClassPublicAuthority, JudicialCooperation, GroupJudicialCooperation, IPA3OtherLegal},
	{ClassDefence, "", "", IPA3Lawyers},
	{ClassPrivate, "", "", ""},
	{ClassAcademia, "", "", ""},
	{ClassNGO, "", "", ""},
	{ClassInternational, "", "", ""},
	{ClassMedia, "", "", ""},
	{ClassUnknown, "", "", ""},
}

// IPA3 is a class of indicator 1.1.1.3 of the IPA III results framework: legal professionals trained with EU support. Of a
// court nobody's title need say whether a judge or the court's staff is meant: those two stand together.
type IPA3 string

// The classes, by the letters of the framework.
const (
	IPA3Courts      IPA3 = "a/d"
	IPA3Prosecutors IPA3 = "b"
	IPA3Lawyers     IPA3 = "c"
	IPA3OtherLegal  IPA3 = "e"
)

// Title is the printed name of a class of the framework, "" for none.
func (c IPA3) Title() string {
	switch c {
	case IPA3Courts:
		return "judges (a), court staff (d)"
	case IPA3Prosecutors:
		return "prosecutors (b)"
	case IPA3Lawyers:
		return "lawyers (c)"
	case IPA3OtherLegal:
		return "other legal professionals (e)"
	}
	return ""
}

// IPA3Of says which class of the IPA III results framework a label counts in, "" for none.
func IPA3Of(l Label) IPA3 {
	for _, x := range levels {
		if x.class == l.Class && x.subtype == l.Subtype {
			return x.ipa3
		}
	}
	return ""
}

// Groups lists the groups in their fixed order.
func Groups() []Group {
	var out []Group
	for _, g := range groups {
		out = append(out, g.code)
	}
	return out
}

// Title is the printed name of a group.
func (g Group) Title() string {
	for _, x := range groups {
		if x.code == g {
			return x.title
		}
	}
	return string(g)
}

// Colour is the group's colour in charts, as #RRGGBB.
func (g Group) Colour() string {
	for _, x := range groups {
		if x.code == g {
			return x.colour
		}
	}
	return "#999999"
}

// Classes lists the classes in their fixed order.
func Classes() []Class {
	var out []Class
	for _, c := range classes {
		out = append(out, c.code)
	}
	return out
}

// GroupOf is the one group a class belongs to; an unknown code belongs to Unknown.
func GroupOf(c Class) Group {
	for _, x := range classes {
		if x.code == c {
			return x.group
		}
	}
	return Unknown
}

// ResultGroups lists the four groups that Result 7 names, in their printed order.
func ResultGroups() []ResultGroup {
	return []ResultGroup{GroupCybercrimeUnit, GroupFinancialInvestigation, GroupFIU, GroupJudicialCooperation}
}

// Title is the printed name of a group of Result 7.
func (g ResultGroup) Title() string {
	switch g {
	case GroupCybercrimeUnit:
		return "Cybercrime units"
	case GroupFinancialInvestigation:
		return "Financial investigation units"
	case GroupFIU:
		return "Financial intelligence units (FIUs)"
	case GroupJudicialCooperation:
		return "Authorities for judicial cooperation"
	}
	return string(g)
}

// ResultGroupOf says which of the four groups of Result 7 a label belongs to, "" for none.
func ResultGroupOf(l Label) ResultGroup {
	for _, x := range levels {
		if x.class == l.Class && x.subtype == l.Subtype {
			return x.result
		}
	}
	return ""
}

// ByCode makes the label of an officer's word: a group, a class, or class/subtype. A group of one class gives that class.
func ByCode(code string) (Label, bool) {
	class, subtype, refined := strings.Cut(code, "/")
	const rule, reason = "the officer's word", "the officer said so"
	for _, c := range classes {
		if string(c.code) != class {
			continue
		}
		l := Label{Group: c.group, Class: c.code, Subtype: Subtype(subtype), Rule: rule, Reason: reason}
		return l, !refined || allowed(c.code, Subtype(subtype))
	}
	for _, g := range groups {
		if string(g.code) == class && !refined {
			return Label{Group: g.code, Class: onlyClass(g.code), Rule: rule, Reason: reason}, true
		}
	}
	return Label{}, false
}

func allowed(c Class, s Subtype) bool {
	for _, x := range levels {
		if x.class == c && x.subtype == s {
			return s != ""
		}
	}
	return false
}

// onlyClass is the class of a group that has just one, else "".
func onlyClass(g Group) Class {
	found := Class("")
	for _, c := range classes {
		if c.group != g {
			continue
		}
		if found != "" {
			return ""
		}
		found = c.code
	}
	return found
}
