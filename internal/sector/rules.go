package sector

// rule is one step of the order in which evidence is judged. It returns the finding that decides, or nil.
type rule struct {
	name   string
	class  Class
	holds  func(*evidence) *finding
	person bool // what the person is decides, wherever the person sits
}

// rules are tried in order; the first that holds decides. What a person is (judge, prosecutor) comes before where the
// person sits, a narrow body before a wide one (a prosecution for cybercrime is no police unit), a national authority
// before a company, and words that only hint come last.
var rules = []rule{
	{"an international body", ClassInternational, func(e *evidence) *finding {
		if f := e.has(meansInternational); f != nil && e.has(meansMinistry, meansMinistryJustice, meansMinistryInterior, meansMinistryInteriorPolice, meansMission) == nil {
			return f
		}
		if e.has(nationalBodies...) != nil {
			return nil // a national desk, or a national service that works with the network
		}
		return e.has(meansPoliceNetwork)
	}, false},
	{"a national central bureau or desk", ClassPolice, func(e *evidence) *finding {
		return e.has(meansNCB)
	}, false},
	{"a judge by title", ClassJudiciary, func(e *evidence) *finding {
		if e.has(meansProsecutor) != nil && e.has(meansProsecution) != nil {
			return nil
		}
		return e.has(meansJudge)
	}, true},
	{"a prosecutor by title", ClassProsecution, func(e *evidence) *finding {
		return e.has(meansProsecutor)
	}, true},
	{"court or judicial police", ClassPolice, func(e *evidence) *finding {
		return e.has(meansJudicialPolice)
	}, false},
	{"a financial intelligence unit by name", ClassFIU, func(e *evidence) *finding {
		return e.has(meansFIU)
	}, false},
	{"a prosecution office", ClassProsecution, func(e *evidence) *finding {
		return e.has(meansProsecution, meansProsecutionStaff)
	}, false},
	{"financial intelligence as the unit's work", ClassFIU, func(e *evidence) *finding {
		if e.has(meansBank, meansCompany, meansUniversity, meansStudent, meansNGO, meansMedia, meansBar) != nil {
			return nil
		}
		return e.has(meansFinancialIntelligence)
	}, false},
	{"a court or a body of the judiciary", ClassJudiciary, func(e *evidence) *finding {
		if e.has(meansUniversity) != nil && e.has(meansJudicialBody, meansCourtStaff) == nil {
			return nil
		}
		if e.has(meansAdvocate) != nil && e.has(meansBar) != nil {
			return nil
		}
		return e.has(meansJudicialBody, meansCourt, meansCourtStaff)
	}, false},
	{"customs", ClassPublicAuthority, func(e *evidence) *finding {
		if e.has(meansCompany, meansNGO) != nil {
			return nil
		}
		return e.has(meansCustoms)
	}, false},
	{"police within a ministry of interior", ClassPolice, func(e *evidence) *finding {
		ministry := e.has(meansMinistryInteriorPolice, meansMinistryInterior)
		if ministry == nil {
			return nil
		}
		if f := e.has(meansPolice, meansPoliceFinancial, meansPoliceRank, meansCyber, meansFinancialInvestigation, meansRankWeak, meansInspector, meansMoneyLaundering); f != nil {
			return f
		}
		civil := e.has(meansCivilTitle, meansCivilRole, meansLawyer, meansAuthority, meansAuthorityTask, meansMinistry, meansInternationalCooperation)
		if civil != nil || !ministryIsPolice(e) {
			return nil
		}
		return ministry
	}, false},
	{"the civil side of a ministry of interior", ClassPublicAuthority, func(e *evidence) *finding {
		return e.has(meansMinistryInteriorPolice, meansMinistryInterior)
	}, false},
	{"the police", ClassPolice, func(e *evidence) *finding {
		academic := e.has(meansAcademic, meansStudent) != nil
		if f := e.has(meansUniversity); f != nil || academic && e.has(meansPoliceSchool) != nil {
			return nil
		}
		rank, ngo := e.has(meansPoliceRank), e.has(meansNGO)
		if rank == nil && e.has(meansNGO, meansCompany, meansMedia, meansBar) != nil || rank != nil && ngo != nil && rank.field == ngo.field {
			return nil // an association of police officers is none
		}
		return e.has(meansPoliceFinancial, meansPolice, meansPoliceSchool, meansPoliceRank)
	}, false},
	{"an authority against money laundering", ClassFIU, func(e *evidence) *finding {
		if e.has(meansBank, meansCompany, meansCompliance, meansUniversity, meansNGO, meansMedia, meansBar,
			meansCentralBank, meansMinistry, meansMinistryJustice) != nil {
			return nil
		}
		f := e.has(meansMoneyLaundering)
		if authority := e.has(meansAuthority, meansAuthorityTask); f != nil && authority != nil && authority.field != f.field {
			return nil // who looks after it at a supervisor of banks or games
		}
		return f
	}, false},
	{"a unit against cybercrime or for financial investigation", ClassPolice, func(e *evidence) *finding {
		if e.has(otherBodies...) != nil {
			return nil
		}
		if f := e.has(meansCyber, meansFinancialInvestigation); f != nil || e.has(meansRankWeak, meansInspector) == nil {
			return f
		}
		return e.has(meansCyberWeak)
	}, false},
	{"a ministry", ClassPublicAuthority, func(e *evidence) *finding {
		return e.has(meansMinistryJustice, meansMinistry, meansMission)
	}, false},
	{"the bar", ClassDefence, func(e *evidence) *finding {
		return e.has(meansBar)
	}, false},
	{"a lawyer of an authority", ClassPublicAuthority, func(e *evidence) *finding {
		if e.has(meansAdvocate) == nil {
			return nil
		}
		if f := e.has(meansAuthority, meansCentralBank, meansEmbassy); f != nil {
			return f
		}
		return bodyOfTask(e)
	}, false},
	{"a lawyer of a company", ClassPrivate, func(e *evidence) *finding {
		if e.has(meansAdvocate) == nil {
			return nil
		}
		return e.has(meansBank, meansCompany)
	}, false},
	{"an advocate by title", ClassDefence, func(e *evidence) *finding {
		if e.has(meansUniversity) != nil && e.has(meansAcademic) != nil {
			return nil
		}
		return e.has(meansAdvocate)
	}, false},
	{"a school of higher learning", ClassAcademia, func(e *evidence) *finding {
		if f := e.has(meansPoliceSchool); f != nil {
			return f
		}
		return e.has(meansUniversity)
	}, false},
	{"civil society", ClassNGO, func(e *evidence) *finding {
		if e.has(meansBank, meansMedia, meansJournalist, meansAuthority) != nil {
			return nil
		}
		return e.has(meansNGO)
	}, false},
	{"a central bank", ClassPublicAuthority, func(e *evidence) *finding {
		return e.has(meansCentralBank)
	}, false},
	{"an embassy", ClassPublicAuthority, func(e *evidence) *finding {
		return e.has(meansEmbassy)
	}, false},
	{"a bank", ClassPrivate, func(e *evidence) *finding {
		if e.has(meansAuthority) != nil {
			return nil
		}
		return e.has(meansBank)
	}, false},
	{"a public authority", ClassPublicAuthority, func(e *evidence) *finding {
		return e.has(meansAuthority)
	}, false},
	{"a medium", ClassMedia, func(e *evidence) *finding {
		return e.has(meansMedia, meansJournalist)
	}, false},
	{"civil society", ClassNGO, func(e *evidence) *finding {
		return e.has(meansNGO)
	}, false},
	{"a company", ClassPrivate, func(e *evidence) *finding {
		return e.has(meansCompany, meansCompliance)
	}, false},
	{"a public authority by its task", ClassPublicAuthority, func(e *evidence) *finding {
		if e.has(meansBusiness, meansActivist, meansNGOWeak) != nil {
			return bodyOfTask(e)
		}
		return e.has(meansAuthorityTask)
	}, false},
	{"learning by title", ClassAcademia, func(e *evidence) *finding {
		return e.has(meansAcademic, meansStudent)
	}, false},
	{"recovery of assets", ClassPublicAuthority, func(e *evidence) *finding {
		return e.has(meansAssetRecovery)
	}, false},
	{"the judiciary by a word", ClassJudiciary, func(e *evidence) *finding {
		return e.has(meansJudicialWeak)
	}, false},
	{"a public servant by title", ClassPublicAuthority, func(e *evidence) *finding {
		return e.has(meansDiplomat, meansCivilRole)
	}, false},
	{"an organisation of the state by a word", ClassPublicAuthority, func(e *evidence) *finding {
		if e.has(meansBusiness, meansActivist, meansNGOWeak) != nil {
			return nil
		}
		return e.has(meansAuthorityWeak)
	}, false},
	{"civil society by a word", ClassNGO, func(e *evidence) *finding {
		return e.has(meansActivist, meansNGOWeak)
	}, false},
	{"a lawyer by title", ClassDefence, func(e *evidence) *finding {
		return e.has(meansLawyer)
	}, false},
	{"business by title", ClassPrivate, func(e *evidence) *finding {
		return e.has(meansBusiness)
	}, false},
	{"an investigator by title", ClassPolice, func(e *evidence) *finding {
		return e.has(meansRankWeak)
	}, false},
}

// nationalBodies turn a network of police or judicial co-operation into its national desk.
var nationalBodies = []meaning{meansPolice, meansPoliceFinancial, meansNCB, meansMinistryInterior, meansMinistryInteriorPolice,
	meansMinistry, meansMinistryJustice, meansProsecution, meansCourt, meansJudicialBody, meansCustoms, meansFIU}

// otherBodies are those whose own work may be cybercrime or finance without being police.
var otherBodies = []meaning{meansMinistry, meansMinistryJustice, meansMission, meansEmbassy, meansAuthority, meansAuthorityTask, meansCentralBank, meansBank, meansCompany,
	meansBar, meansUniversity, meansNGO, meansMedia, meansCompliance, meansJournalist, meansAcademic, meansStudent, meansBusiness, meansAdvocate}

// bodyOfTask finds an authority by its task where the words of a state's body stand beside it: "Agency for …".
func bodyOfTask(e *evidence) *finding {
	task, body := e.has(meansAuthorityTask), e.has(meansAuthorityWeak)
	if task == nil || body == nil || task.field != body.field {
		return nil
	}
	return task
}

// ministryIsPolice tells whether the staff of a ministry of interior is police unless a title says otherwise: so in the
// ministries whose police is a directorate within them.
func ministryIsPolice(e *evidence) bool {
	switch e.country {
	case "RS", "BA", "ME", "MK":
		return true
	}
	return e.has(meansMinistryInteriorPolice) != nil
}

// judge tries the rules on the evidence. Where none holds the answer is nothing. person tells that what the person is
// decided, not the organisation.
func judge(e *evidence) (label Label, person bool) {
	for _, r := range rules {
		f := r.holds(e)
		if f == nil {
			continue
		}
		reason := r.name + ": “" + f.written + "”"
		if f.name != "" && answerKey(f.name) != answerKey(f.written) {
			reason += " (" + f.name + ")"
		}
		switch f.reading {
		case wounded:
			reason += ", with letters lost"
		case mistyped:
			reason += ", one letter mistyped"
		case shortened, contracted:
			reason += ", a word shortened"
		}
		return Label{Group: GroupOf(r.class), Class: r.class, Subtype: subtypeOf(r.class, e), Rule: r.name, Reason: reason}, r.person
	}
	return nothing, false
}

// nothing is the label where nothing speaks.
var nothing = Label{Group: Unknown, Class: ClassUnknown, Reason: "nothing tells the sector"}

// subtypeOf refines a class by what the unit works on. Two works of one unit give none; where organisation and title
// name one each, the organisation, which is read first, decides.
func subtypeOf(class Class, e *evidence) Subtype {
	switch class {
	case ClassPolice:
		cyber := e.has(meansCyber, meansCyberWeak)
		money := e.has(meansPoliceFinancial, meansFinancialInvestigation, meansAssetRecovery, meansMoneyLaundering)
		switch {
		case cyber != nil && money != nil && cyber.field == money.field:
			return ""
		case cyber != nil && (money == nil || cyber.field < money.field):
			return CybercrimeUnit
		case money != nil:
			return FinancialInvestigation
		}
	case ClassJudiciary, ClassProsecution:
		if e.has(meansJudicialCooperation) != nil {
			return JudicialCooperation
		}
		unit, body := e.has(meansInternationalCooperation), e.has(meansProsecution, meansCourt, meansMinistryJustice)
		if unit != nil && body != nil && unit.field == body.field {
			return JudicialCooperation // the unit of such a body, not somebody's task
		}
	case ClassPublicAuthority:
		if e.has(meansJudicialCooperation) != nil && e.has(meansMinistryJustice) != nil {
			return JudicialCooperation
		}
	}
	return ""
}
