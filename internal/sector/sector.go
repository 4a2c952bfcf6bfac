// Package sector assigns the participant's professional group from what the person declared, the organisation, the job
// title, the country/area and the e-mail domain, and says which term and rule decided.
//
// In: text as people wrote it, in any language and script of the region, fields swapped or run together. Out: a Label of
// group, class and subtype with its reason. What was declared fixes the group and is never overruled; what contradicts it
// is said. Nothing known is Unknown, never a guess.
//
// The words stand in data/*.tsv, one entry a line: terms give meanings (lexicon.go, meanings.go), evidence collects the
// meanings of one person, rules judge them in a fixed order (rules.go). To add a word, add it to a data file; an institution
// with its country and source is a line of gazetteer.tsv; the rules know no words. Officers' own entries go before them
// (own.go). What organisation, telephone number and domain say of the country/area is a proposal (country.go).
package sector

// Group is a row of the donor's table.
type Group string

// The groups in their fixed order.
const (
	Judiciary   Group = "judiciary"
	Prosecution Group = "prosecution"
	Police      Group = "police"
	Officials   Group = "officials"
	OtherGroup  Group = "other"
	Unknown     Group = "unknown"
)

// Class is what classify writes as sector: the finer code below a group.
type Class string

// The classes.
const (
	ClassJudiciary       Class = "judiciary"
	ClassProsecution     Class = "prosecution"
	ClassPolice          Class = "police"
	ClassFIU             Class = "fiu"
	ClassPublicAuthority Class = "public_authority"
	ClassDefence         Class = "defence"
	ClassPrivate         Class = "private"
	ClassAcademia        Class = "academia"
	ClassNGO             Class = "ngo"
	ClassInternational   Class = "international"
	ClassMedia           Class = "media"
	ClassUnknown         Class = "unknown"
)

// Subtype refines a class.
type Subtype string

// The subtypes.
const (
	CybercrimeUnit         Subtype = "cybercrime_unit"
	FinancialInvestigation Subtype = "financial_investigation"
	JudicialCooperation    Subtype = "judicial_cooperation"
)

// ResultGroup is one of the four groups that Result 7 names, or "".
type ResultGroup string

// The four groups of Result 7 in their printed order.
const (
	GroupCybercrimeUnit         ResultGroup = "cybercrime_unit"
	GroupFinancialInvestigation ResultGroup = "financial_investigation_unit"
	GroupFIU                    ResultGroup = "fiu"
	GroupJudicialCooperation    ResultGroup = "judicial_cooperation_authority"
)

// Input is what is known about one person. Country is as declared; EmailDomain without "@".
type Input struct {
	Declared, Organisation, JobTitle, Country, EmailDomain string
}

// Label is the answer. Class may be "" when the group is declared and nothing says which class beneath it (only
// possible for officials and other). Reason names the term and the rule, Rule the rule alone, "" where none holds. Contradiction is "" or a sentence: what was
// declared and what organisation and title say differ; it is listed, the declared group stands.
type Label struct {
	Group         Group
	Class         Class
	Subtype       Subtype
	Rule          string
	Reason        string
	Contradiction string
}
