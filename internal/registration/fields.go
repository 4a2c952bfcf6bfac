package registration

import (
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/participant"
	"rapporteur/internal/tabular"
)

// field is a piece of a registration that a form asks for.
type field string

const (
	firstName    field = "first_name"
	lastName     field = "last_name"
	fullName     field = "full_name"
	email        field = "email"
	organisation field = "organisation"
	jobTitle     field = "job_title"
	country      field = "country"
	sex          field = "sex"
	sector       field = "sector"
	channel      field = "source"
	consent      field = "consent"
)

// fieldWords is the one table of the titles under which forms of the region ask: whole titles first, then phrases that
// a longer question holds. Titles are compared folded: case, marks, script and signs do not count.
var fieldWords = []struct {
	field   field
	titles  string
	phrases string
}{
	{consent, "rules of engagement|agreement|i agree",
		"rules of engagement|rules of participation|rules of conduct|code of conduct|règles d'engagement|règles de participation|pravila angažovanja|pravila angažmana|pravila učešća|pravila ponašanja|" +
			"rregullat e angazhimit|rregullat e pjesëmarrjes|katılım kuralları|angajman kuralları|правила за учество|правила на однесување|правила учешћа|regulile de participare|regulile de angajare|teilnahmeregeln|verhaltensregeln"},
	{channel, "source|channel|channel of submission|submission channel|registration channel|registration source|kanal|kanali|канал|canal|kaynak|izvor|burimi|sursa",
		"how did you submit|how was this registration|how did you register|channel of|submission channel|source of registration|way of registration|received by|received through|comment avez vous|način prijave|mënyra e regjistrimit|kayıt yolu|начин на пријавување|modalitatea de înscriere"},
	{firstName, "first name|firstname|given name|given names|givenname|forename|first names|first|name first|ime|emri|emër|ad|adı|isim|име|prenume|prénom|prenom|vorname|nombre",
		"first name|given name|forename"},
	{lastName, "last name|lastname|family name|familyname|surname|last|name last|second name|prezime|mbiemri|mbiemër|soyad|soyadı|soyisim|презиме|nume de familie|nume|nom de famille|nom|nachname|familienname|apellido|apellidos",
		"last name|family name|surname"},
	{fullName, "name|full name|fullname|name and surname|name surname|first and last name|first name and last name|name and family name|surname and name|participant|participant name|ime i prezime|prezime i ime|emri dhe mbiemri|emri mbiemri|ad soyad|adı soyadı|" +
		"adınız soyadınız|име и презиме|nume și prenume|nume si prenume|nume complet|nom et prénom|prénom et nom|nom complet|vor und nachname|name vorname",
		"full name|name and surname|your name|ime i prezime"},
	{email, "e mail|email|mail|e mail address|email address|mail address|address e mail|professional e mail|professional email|work e mail|work email|contact e mail|contact email|e pošta|e posta|eposta|e postë|posta elektronike|adresa e pošte|" +
		"e poşta|e posta adresi|е пошта|е адреса|електронска пошта|имејл|адреса е поште|adresă de e mail|adresa de email|courriel|adresse e mail|adresse électronique|adresse mail|e mail adresse|elektronska pošta|mejl|email adresa|e mail adresa|mejl adresa",
		"e mail|email|courriel|posta elektronike|elektronska pošta|електронска пошта"},
	{organisation, "organisation|organization|institution|institution organisation|organisation institution|organization institution|institution organization|institution name|name of institution|name of organisation|employer|authority|agency|company|" +
		"affiliation|workplace|work place|institucija|institucioni|institucija organizacija|organizacija|organizata|ustanova|kurum|kurumu|kuruluş|kurum kuruluş|çalıştığınız kurum|институција|организација|установа|instituție|instituția|instituţia|organizație|organizația|établissement|" +
		"organisme|behörde|einrichtung|institución|company organisation",
		"organisation|organization|institution|institucija|institucioni|институција|instituția|kurum"},
	{jobTitle, "job title|jobtitle|title|position|function|job|role|post|occupation|current position|position held|job position|position title|function position|position function|title position|professional title|radno mjesto|radno mesto|funkcija|pozicija|zvanje|" +
		"pozita|pozicioni|funksioni|titulli|unvan|unvanı|ünvan|görev|görevi|göreviniz|meslek|позиција|функција|работно место|радно место|funcție|funcția|funcţia|poziția|fonction|poste|titre|funktion|stelle|cargo",
		"job title|position|function|occupation"},
	{country, "country|country area|area|country or area|country territory|country of work|country of residence|country region|država|zemlja|zemlja područje|država područje|vendi|shteti|vendi zona|ülke|ülkesi|ülke bölge|држава|земја|земља|țara|țară|ţara|tara|pays|pays région|land|país",
		"country|ülke|država|држава|pays"},
	{sex, "sex|gender|gender sex|sex gender|pol|spol|gjinia|cinsiyet|cinsiyeti|пол|sexul|sexe|genre|geschlecht|sexo|gen", "your sex|your gender|sex of|gender of|gender identity"},
	{sector, "sector|professional group|sector of work|professional sector|profession|category|group|target group|professional category|professional background|sektor|sektori|sektör|сектор|profesija|profesioni|профессија|професија|sectorul|secteur|catégorie|sector profession|type of institution|field of work|branch",
		"which sector|sector|professional group|professional category|secteur d'activité|sektor|сектор"},
}

// fieldSets is fieldWords folded, made when the first header is read.
var fieldSets = sync.OnceValue(func() []fieldSet {
	sets := make([]fieldSet, len(fieldWords))
	for i, w := range fieldWords {
		sets[i] = fieldSet{w.field, wordSet(w.titles), wordSet(w.phrases)}
	}
	return sets
})

type fieldSet struct {
	field           field
	titles, phrases map[string]bool
}

// formOwn are the titles of the form systems' own columns: they never answer a question of the form.
var formOwn = wordSet("serial number|serial|submission id|sid|submission uuid|uuid|token|submission token|submission uri|uri|created|completed|changed|created time|completed time|changed time|in draft|draft|current page|" +
	"remote ip address|remote addr|ip address|submitted by|submitted by id|submitted by name|submitted by title|submitted by url|submitted by uid|submitted by username|uid|user id|username|user name|language|languages|langcode|webform id|" +
	"submitted to|submitted to entity title|entity type|entity id|sticky|locked|notes|admin notes|invitation number|contribution id|creation date|last update|total score|alias|export date|time|modified time|submitted")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Split(list, "|") {
		set[fold(w)] = true
	}
	delete(set, "")
	return set
}

// fold gives the form in which titles and answers are compared.
func fold(s string) string { return strings.Join(participant.Tokens(s), " ") }

// title is a column's title without the short name that some exports put behind it: "First name (firstname)".
func title(header string) string {
	header = tabular.Clean(header)
	if open := strings.LastIndexByte(header, '('); open > 0 && strings.HasSuffix(header, ")") {
		return header[:open]
	}
	return header
}

// layout says which column holds which field. Columns beyond the first of a field are not used. Choices are the fields
// whose answers are spread over one column per choice.
type layout struct {
	column  map[field]int
	choices map[field][]choice
}

// choice is a column that holds a mark where the person chose its option.
type choice struct {
	option string
	column int
}

// layoutOf finds the form's fields in a header row: whole titles first, then phrases in longer questions.
func layoutOf(header tabular.Row) layout {
	l := layout{column: map[field]int{}, choices: map[field][]choice{}}
	folded := make([]string, len(header.Cells))
	used := make([]bool, len(header.Cells))
	for i, cell := range header.Cells {
		folded[i] = fold(title(cell))
		used[i] = folded[i] == "" || formOwn[folded[i]] || formOwn[fold(cell)]
	}
	assign := func(fits func(string) bool, f field) {
		if _, done := l.column[f]; done || len(l.choices[f]) > 0 {
			return
		}
		for i := range folded {
			if !used[i] && fits(folded[i]) {
				l.column[f], used[i] = i, true
				return
			}
		}
	}
	for _, w := range fieldSets() {
		assign(func(s string) bool { return w.titles[s] }, w.field)
	}
	for _, w := range fieldSets() {
		l.spread(header, used, w.field, w.titles)
	}
	for _, w := range fieldSets() {
		assign(func(s string) bool { return holdsPhrase(s, w.phrases) }, w.field)
	}
	l.settleNames()
	return l
}

// spread finds a question whose options have a column each: "Sex: Female", "Sex: Male".
func (l layout) spread(header tabular.Row, used []bool, f field, titles map[string]bool) {
	if _, done := l.column[f]; done {
		return
	}
	var found []choice
	for i, cell := range header.Cells {
		question, option, ok := strings.Cut(tabular.Clean(cell), ":")
		if ok && !used[i] && titles[fold(question)] && fold(option) != "" {
			found = append(found, choice{tabular.Clean(option), i})
		}
	}
	if len(found) < 2 {
		return
	}
	for _, c := range found {
		used[c.column] = true
	}
	l.choices[f] = found
}

// settleNames reads "Name" beside "Surname" as the given name, and drops a full name that two columns tell better.
func (l layout) settleNames() {
	full, hasFull := l.column[fullName]
	_, hasFirst := l.column[firstName]
	_, hasLast := l.column[lastName]
	switch {
	case hasFull && hasLast && !hasFirst:
		l.column[firstName] = full
		delete(l.column, fullName)
	case hasFull && hasFirst && !hasLast:
		l.column[lastName] = full
		delete(l.column, fullName)
	case hasFull && hasFirst && hasLast:
		delete(l.column, fullName)
	}
}

// holdsPhrase tells whether one of the phrases stands in the title as whole words.
func holdsPhrase(title string, phrases map[string]bool) bool {
	padded := " " + title + " "
	for p := range phrases {
		if strings.Contains(padded, " "+p+" ") {
			return true
		}
	}
	return false
}

// has tells whether the form asks for the field.
func (l layout) has(f field) bool {
	_, ok := l.column[f]
	return ok || len(l.choices[f]) > 0
}

// isForm tells whether the fields make a registration: a name and an address.
func (l layout) isForm() bool {
	return l.has(email) && (l.has(fullName) || l.has(lastName) || l.has(firstName))
}

// value is the answer of a row, cleaned.
func (l layout) value(row tabular.Row, f field) string {
	if i, ok := l.column[f]; ok {
		return tabular.Clean(row.Cell(i))
	}
	var chosen []string
	for _, c := range l.choices[f] {
		switch v := fold(row.Cell(c.column)); {
		case v == "" || v == "0" || noWords[v]:
		default:
			chosen = append(chosen, c.option)
		}
	}
	return strings.Join(chosen, ", ")
}

// systemColumn finds one of a form system's own columns by its titles, -1 when it is not there.
func systemColumn(header tabular.Row, titles string) int {
	for _, want := range strings.Split(titles, "|") {
		want = fold(want)
		if i := slices.IndexFunc(header.Cells, func(c string) bool { return fold(c) == want }); i >= 0 {
			return i
		}
	}
	return -1
}
