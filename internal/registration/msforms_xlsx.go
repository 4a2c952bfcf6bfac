package registration

import (
	"strconv"
	"strings"

	"rapporteur/internal/tabular"
)

// The answers of a Microsoft Forms form: "ID, Start time, Completion time, Email, Name", later builds with "Last modified
// time" and "Language" too, then the questions; titles may end in a no-break space, several choices are joined by ";" with
// one at the end. Email is "anonymous" and Name blank where the form asks nobody to sign in.
var msForms = Format{ID: msFormsFormat, Title: "Microsoft Forms answers",
	Found:  "in Microsoft Forms: the form's Responses, Open in Excel, Download a copy",
	Detect: detectMSForms, Read: readMSForms}

const msFormsFormat = "msforms_xlsx"

// The titles of the system's own columns, in the languages of its interface. Other languages are told by what the columns
// hold.
var (
	msID        = phrasesOf("id|ид|kimlik|identifiant|nr|broj")
	msBegun     = phrasesOf("start time|startzeit|heure de début|vrijeme početka|vreme početka|vrijeme pokretanja|почетно време|време на почеток|време на започнување|време почетка|başlangıç zamanı|başlangıç saati|koha e fillimit|ora de începere|ora începerii|ora de început|hora de inicio|ora di inizio|hora de início|ora inizio")
	msCompleted = phrasesOf("completion time|fertigstellungszeit|abschlusszeit|zeitpunkt der fertigstellung|heure de fin|heure de l'achèvement|heure d'achèvement|vrijeme završetka|vreme završetka|vrijeme dovršetka|време на завршување|време на пополнување|време завршетка|tamamlanma zamanı|tamamlama zamanı|bitiş zamanı|koha e përfundimit|koha e plotësimit|ora finalizării|ora de finalizare|ora terminării|hora de finalización|ora di completamento|hora de conclusão|ora fine")
	msEdited    = phrasesOf("last modified time|zeitpunkt der letzten änderung|uhrzeit der letzten änderung|heure de la dernière modification|heure de dernière modification|vrijeme posljednje izmjene|vreme poslednje izmene|време на последна измена|време последње измене|son değiştirme zamanı|koha e modifikimit të fundit|ora ultimei modificări|hora de la última modificación|ora ultima modifica|hora da última modificação")
	msEmail     = phrasesOf("email|e mail|mail|e mail adresse|adresse de messagerie|courrier|e pošta|e posta|е пошта|имејл|e postë|posta elektronike|correo electrónico|posta elettronica")
	msName      = phrasesOf("name|nom|ime|име|ad|adı|emri|nume|nombre|nome")
	msLanguage  = phrasesOf("language|sprache|langue|jezik|јазик|језик|dil|gjuha|limba|limbă|idioma|lingua")
	// msAnonymous is what stands in place of the address of one who did not sign in.
	msAnonymous = phrasesOf("anonymous|anonym|anonyme|anonimno|anoniman|анонимно|анонимен|анониман|anonim|anonimi|anónimo|anónima|anonimo|anônimo")
)

// msFirst is how many columns the system has of its own, in front, in every build.
const msFirst = 5

func detectMSForms(file tabular.File) (int, string) {
	f, confidence := findMSForms(file)
	return confidence, f.why
}

// findMSForms finds the header and tells its columns; the confidence is 0 where there is none.
func findMSForms(file tabular.File) (form, int) {
	for _, sheet := range file.Sheets {
		for at, header := range sheet.Rows[:min(headerDepth, len(sheet.Rows))] {
			rows := sheet.Rows[at+1:]
			t := newTable(header, rows)
			if len(header.Cells) <= msFirst || !t.isMSForms() || t.isAttendance() {
				continue
			}
			f := form{
				format: msFormsFormat, file: file.Name, sheet: sheet.Name, header: header, serial: 0, identity: -1, created: 1, completed: 2,
				updated: -1, draft: -1,
			}
			asked := tabular.Row{Line: header.Line, Cells: append([]string(nil), header.Cells...)}
			for i, cell := range asked.Cells {
				words := fold(cell)
				switch {
				case i < msFirst, i == msFirst+1 && msLanguage.are(words):
					asked.Cells[i] = ""
				case i == msFirst && msEdited.are(words):
					asked.Cells[i], f.updated = "", i
				}
			}
			l := layoutOf(asked, rows)
			if !l.asksWho() {
				continue
			}
			f.rows = msRows(rows, &l)
			if f.layout = l; !f.layout.isForm() {
				continue
			}
			f.why = "the columns of a Microsoft Forms export (ID, start and completion time, e-mail, name) before the form's questions"
			return f, 85
		}
	}
	return form{}, 0
}

// isMSForms tells the five columns in front, by their titles or, where those are in a language not listed, by what they
// hold: numbers, two times of which the second is the later, addresses or one word for the anonymous.
func (t *table) isMSForms() bool {
	if msBegun.are(t.whole[1]) && msCompleted.are(t.whole[2]) {
		return msID.are(t.whole[0]) && (msEmail.are(t.whole[3]) || t.accounts(3))
	}
	return msID.are(t.whole[0]) && len(t.rows) > 0 && t.all(0, isNumber) && t.all(1, isDate) && t.all(2, isDate) && t.accounts(3) && msName.are(t.whole[4])
}

// accounts tells whether a column holds the addresses of those who signed in, and a word for those who did not.
func (t *table) accounts(i int) bool {
	return t.answered(i) && t.all(i, func(cell string) bool { return isAddress(cell) || msAnonymous.are(fold(cell)) })
}

// asksWho tells whether the questions of a form ask who answers, and not only what is thought: a name or an address, or
// two other things about a person. The account alone makes no registration of an answer.
func (l layout) asksWho() bool {
	about := 0
	for _, f := range []field{organisation, jobTitle, country, sex, sector, channel, consent} {
		if l.has(f) {
			about++
		}
	}
	return l.has(fullName) || l.has(lastName) || l.has(firstName) || l.has(email) || about > 1
}

// msRows gives the rows with the account's address and name where the person gave none, and several choices without the
// semicolon at their end.
func msRows(rows []tabular.Row, l *layout) []tabular.Row {
	const account, display = 3, 4
	mail, asked := l.column[email]
	if !asked {
		mail, l.column[email] = account, account
	}
	_, full := l.column[fullName]
	if !full && !l.has(firstName) && !l.has(lastName) {
		l.column[fullName] = display
	}
	out := make([]tabular.Row, len(rows))
	for i, row := range rows {
		cells := make([]string, max(len(row.Cells), msFirst))
		copy(cells, row.Cells)
		if msAnonymous.are(fold(cells[account])) {
			cells[account] = ""
		}
		if asked && mail < len(cells) && !tabular.HasInk(cells[mail]) {
			cells[mail] = cells[account]
		}
		for k := msFirst; k < len(cells); k++ {
			if list, joined := strings.CutSuffix(strings.TrimSpace(cells[k]), ";"); joined {
				cells[k] = list
			}
		}
		cells[0] = wholeNumber(cells[0])
		out[i] = tabular.Row{Line: row.Line, Cells: cells}
	}
	return out
}

// wholeNumber takes off the decimals that a spreadsheet may have put behind a running number.
func wholeNumber(text string) string {
	if n, err := strconv.ParseFloat(strings.ReplaceAll(tabular.Clean(text), ",", "."), 64); err == nil && n == float64(int64(n)) {
		return strconv.FormatInt(int64(n), 10)
	}
	return text
}

func readMSForms(file tabular.File, o Options) (Reading, error) {
	f, confidence := findMSForms(file)
	if confidence == 0 {
		return Reading{}, notThisFormat(file)
	}
	return readForm(f, o)
}
