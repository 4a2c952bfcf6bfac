package webinar

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"rapporteur/internal/participant"
)

// roleWords are the words that make a phrase a position in an organisation.
var roleWords = wordsOf(`head director deputy chief officer judge justice magistrate prosecutor attorney inspector detective
	investigator manager adviser advisor expert leader lead coordinator co-ordinator professor lecturer researcher analyst
	minister secretary president vice-president commissioner consultant specialist representative member captain major
	colonel lieutenant sergeant superintendent constable trainer teacher engineer founder ceo cto ciso administrator assistant
	associate counsel counsellor lawyer solicitor barrister notary ombudsman ombudsperson registrar clerk rapporteur chairman
	chairwoman chairperson chair examiner technician developer partner principal supervisor delegate ambassador attaché attache
	legal-adviser spokesperson editor journalist psychologist policeman policewoman agent executive governor mayor rector dean
	fellow student scientist auditor procurator advocate directeur directrice chef conseiller conseillère juge procureur
	procureure magistrat magistrate inspecteur inspectrice enquêteur expert experte responsable coordinateur coordinatrice
	chargé chargée sudija tužilac tužiteljica inspektor načelnik gjyqtar prokuror hâkim savcı
	analitičar tužitelj sudac savetnik savjetnik rukovodilac direktor direktorka koordinator koordinatorka ekspert predavač profesor
	profesorka istražitelj обвинител советник раководител procuror procuroare judecător judecătoare ofițer consilier consilieră
	directoare polițist prokurore drejtor drejtoreshë eksperte gjyqtare hetues hetuese analist analiste başkomiser komiser uzman
	müdür başkan danışman hakim`)

// roleTails may stand behind the word: "Director General", "Head a.i.".
var roleTails = wordsOf(`general adjunct designate emeritus interim acting ad a i`)

// roleLinks part a position from what it is over: "Head of Unit", "Adviser on cybercrime".
var roleLinks = wordsOf(`of for at in on to with from and de du des pour responsible within under`)

// openers begin the name of an organisation.
var openers = wordsOf(`international national european regional federal ministry university institute academy association
	council agency united foundation commission committee union network federation`)

// bodies are the words that make a phrase an organisation.
var bodies = wordsOf(`ministry court courts tribunal prosecution police gendarmerie customs directorate department division section
	unit bureau agency agencies authority administration service services council commission committee institute academy association
	chamber bank university faculty school college company foundation ngo organisation organization union mission delegation
	embassy secretariat government parliament assembly cabinet office centre center network federation programme group
	laboratory inspectorate observatory board registry europol interpol eurojust unicef undp osce unodc oscepa cepol europa
	ministère cour parquet direction conseil comité institut académie université bureau centre réseau organisation
	ministarstvo sud tužilaštvo policija uprava agencija ministria gjykata prokuroria policia bakanlık bakanlığı mahkeme
	mahkemesi savcılık savcılığı emniyet müdürlüğü ministerul parchet parchetul poliția dairesi daire başkanlığı kurumu
	tribunalul curtea judecătoria direcția inspectoratul agenția drejtoria agjencia sektori обвинителство služba odjeljenje odeljenje`)

// isOrganisation tells a phrase that names a body: by one of its words, by "prosecutor's office", or as an abbreviation
// in capitals.
func isOrganisation(phrase string) bool {
	for _, w := range participant.Tokens(phrase) {
		if bodies()[w] {
			return true
		}
	}
	return !strings.Contains(phrase, " ") && isAbbreviation(phrase)
}

var joints = wordsOf(`of for and the at in on de du des et la le les`)

// wordsOf is a set of words, folded when it is first asked for.
func wordsOf(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, w := range strings.Fields(list) {
			set[strings.Join(participant.Tokens(w), " ")] = true
		}
		return set
	})
}

var atPlace = pattern(`\s+(?:at|with|from|chez)\s+(?:the\s+)?`)

// roleAndOrganisation tells the parts behind a name apart. Position first is the rule; an organisation first is taken
// where it is no position and a position follows. Sure is false when it stays open which is which, or when two
// organisations run together without a comma.
func roleAndOrganisation(parts []string) (role, organisation string, sure bool) {
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	switch len(parts) {
	case 0:
		return "", "", false
	case 1:
		return singlePart(parts[0])
	}
	roles := 0
	for roles < len(parts) && isRole(parts[roles]) {
		roles++
	}
	switch {
	case roles == len(parts):
		// "Judge, Deputy President": the organisation is missing.
		return strings.Join(parts, ", "), "", false
	case roles > 0:
		organisation = strings.Join(parts[roles:], ", ")
		again := slices.ContainsFunc(parts[roles:], isRole) // another person, or another position
		return strings.Join(parts[:roles], ", "), organisation, !again && !runTogether(parts[roles:])
	case isRole(parts[len(parts)-1]) || isRole(parts[1]):
		first := slices.IndexFunc(parts, isRole)
		return strings.Join(parts[first:], ", "), strings.Join(parts[:first], ", "), !runTogether(parts[:first])
	case !isOrganisation(parts[0]):
		// A position we do not know, in the position's place.
		return parts[0], strings.Join(parts[1:], ", "), isOrganisation(strings.Join(parts[1:], " ")) && !runTogether(parts[1:])
	}
	bodies := !slices.ContainsFunc(parts, func(p string) bool { return !isOrganisation(p) })
	return "", strings.Join(parts, ", "), bodies && !runTogether(parts)
}

// singlePart judges one phrase behind a name: "Judge at the Basic Court", "Europol", "Head of Unit".
func singlePart(part string) (role, organisation string, sure bool) {
	if isRole(part) {
		if cut := atPlace().FindStringIndex(part); cut != nil {
			return part[:cut[0]], part[cut[1]:], !runTogether([]string{part[cut[1]:]})
		}
		return part, "", false
	}
	if isOrganisation(part) {
		return "", part, !runTogether([]string{part})
	}
	return "", "", false
}

// isRole tells whether a phrase names a position: its first noun (before "of", "for" …) is one.
func isRole(phrase string) bool {
	phrase = bracketPattern().ReplaceAllString(phrase, " ")
	words := participant.Tokens(strings.ReplaceAll(phrase, "/", " / "))
	var noun []string
	for _, w := range words {
		if roleLinks()[w] && len(noun) > 0 {
			break
		}
		noun = append(noun, w)
	}
	for len(noun) > 1 && roleTails()[noun[len(noun)-1]] {
		noun = noun[:len(noun)-1]
	}
	if len(noun) == 0 {
		return false
	}
	last := noun[len(noun)-1]
	return roleWords()[last] || roleWords()[strings.TrimSuffix(last, "s")]
}

// runTogether tells whether one of the parts seems to hold two organisations without a comma between them: an
// opener ("International", "Ministry" …) in the middle, behind three words or more of which the last is no joint, and
// not the first word's own name going on.
func runTogether(parts []string) bool {
	for _, part := range parts {
		words := participant.Words(bracketPattern().ReplaceAllString(part, " "))
		for i := 3; i < len(words)-1; i++ {
			before := participant.Fold(words[i-1])
			if openers()[participant.Fold(words[i])] && !joints()[before] && startsUpper(words[i]) && startsUpper(words[i-1]) && !hasJointSign(part, words[i]) {
				return true
			}
		}
	}
	return false
}

// hasJointSign tells whether the word is joined to the one before by a sign ("Office/Council", "Ministry - Agency").
func hasJointSign(part, word string) bool {
	i := strings.LastIndex(part, word)
	before := strings.TrimRightFunc(part[:max(i, 0)], unicode.IsSpace)
	return before != "" && strings.ContainsAny(before[len(before)-1:], "/-&,:+")
}
