package sector

// meaning is what a term of the data files says about a person or an organisation. The rules in rules.go read meanings,
// never words.
type meaning uint8

const (
	meansNothing meaning = iota
	// What a person does.
	meansJudge
	meansProsecutor
	meansCourtStaff
	meansProsecutionStaff
	meansJudicialPolice
	meansPoliceRank
	meansRankWeak  // investigator: police only where nothing else speaks
	meansInspector // inspector, officer: every authority has some, so of the police only within a ministry of interior
	meansAdvocate
	meansLawyer // no more than a lawyer: an advocate only where nothing else speaks
	meansAcademic
	meansStudent
	meansJournalist
	meansCompliance
	meansBusiness
	meansActivist
	meansDiplomat
	meansCivilRole
	meansCivilTitle // adviser, legal, IT, policy: tells a ministry's civil side from its police
	meansFormer
	// What an organisation is.
	meansInternational
	meansPoliceNetwork
	meansNCB
	meansCourt
	meansJudicialBody
	meansJudicialWeak
	meansProsecution
	meansFIU
	meansPolice
	meansPoliceFinancial
	meansPoliceSchool
	meansMinistryInterior
	meansMinistryInteriorPolice // a ministry of interior whose police is no body of its own
	meansMinistryJustice
	meansMinistry
	meansMission
	meansEmbassy
	meansCustoms
	meansAuthority
	meansAuthorityTask // what some authority is for and other bodies have a person for
	meansAuthorityWeak
	meansCentralBank
	meansBank
	meansCompany
	meansBar
	meansUniversity
	meansNGO
	meansNGOWeak
	meansMedia
	// What a unit works on.
	meansCyber
	meansFinancialInvestigation
	meansAssetRecovery
	meansFinancialIntelligence
	meansMoneyLaundering
	meansJudicialCooperation
	meansInternationalCooperation // judicial only where a prosecution or a court is meant
	meansCyberWeak                // no more than the word: tells a police unit, never the police
	meaningCount
)

// meaningNames are the words of the data files' first column, in the order of the constants.
var meaningNames = [meaningCount]string{
	"nothing",
	"judge", "prosecutor", "court_staff", "prosecution_staff", "judicial_police", "police_rank", "rank_weak", "inspector", "advocate",
	"lawyer", "academic", "student", "journalist", "compliance", "business", "activist", "diplomat", "civil_role",
	"civil_title", "former",
	"international", "police_network", "ncb", "court", "judicial_body", "judicial_weak", "prosecution", "fiu", "police",
	"police_financial", "police_school", "ministry_interior", "ministry_interior_police", "ministry_justice", "ministry",
	"mission", "embassy", "customs", "authority", "authority_task", "authority_weak", "central_bank", "bank", "company", "bar",
	"university", "ngo", "ngo_weak", "media",
	"cyber", "fininv", "aro", "fintel", "aml", "judcoop", "intcoop", "cyber_weak",
}

// isWork tells whether a meaning is about what a unit works on.
func (m meaning) isWork() bool { return m >= meansCyber }

// isRole tells whether a meaning is about the person.
func (m meaning) isRole() bool { return m >= meansJudge && m <= meansCivilTitle }
