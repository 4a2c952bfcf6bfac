package registration

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/tabular"
)

// LimeSurvey's response export: "id, submitdate, lastpage, startlanguage, …", then a column per question, or per option of
// one: "sector[SQ001]". The officer chose whether headers are codes, texts or both ("code. Text"), and whether answers are
// codes or texts. A response without a submission date was never completed.
var limeSurvey = Format{ID: limeFormat, Title: "LimeSurvey responses",
	Found:  "in LimeSurvey: the survey's Responses, Export, CSV",
	Detect: detectLime, Read: readLime}

const limeFormat = "limesurvey_csv"

// The titles of LimeSurvey's own columns: its codes, and their texts in the languages of its interface.
var (
	limeID        = phrasesOf("id|response id|antwort id|id der antwort|id de la réponse|id réponse|id odgovora|id odziva|ид на одговор|id на одговор|ид одговора|yanıt no|yanıt id|yanıt kimliği|id ja e përgjigjes|id e përgjigjes|id răspuns|id ul răspunsului|id de respuesta|id risposta|id da resposta")
	limeSubmitted = phrasesOf("submitdate|date submitted|datum abgeschickt|absendedatum|datum der absendung|date de soumission|date d'envoi|datum slanja|datum podnošenja|datum predaje|датум на поднесување|датум на испраќање|датум слања|датум подношења|" +
		"gönderildiği tarih|gönderim tarihi|gönderme tarihi|data e dorëzimit|data e dërgimit|data trimiterii|data transmiterii|fecha de envío|data invio|data de envio")
	limeBegun = phrasesOf("startdate|date started|datum gestartet|startdatum|date de lancement|date de début|datum početka|datum pokretanja|датум на започнување|датум на почеток|датум почетка|başlangıç tarihi|başlama tarihi|data e fillimit|data începerii|data de început|fecha de inicio|data di inizio|data de início")
	limeActed = phrasesOf("datestamp|date last action|datum letzte aktivität|datum der letzten aktivität|date de la dernière action|datum posljednje radnje|datum poslednje radnje|datum zadnje radnje|датум на последна активност|датум последње радње|son işlem tarihi|son eylem tarihi|data e veprimit të fundit|data ultimei acțiuni|fecha de la última acción|data dell'ultima azione|data da última ação")
	limeOther = phrasesOf("lastpage|last page|startlanguage|start language|seed|ipaddr|ip address|refurl|referrer url|token|letzte seite|start sprache|startsprache|zufallsstartwert|ip adresse|weiterleitungs url|dernière page|langue de départ|graine|adresse ip|url référente|" +
		"posljednja stranica|poslednja stranica|zadnja stranica|početni jezik|ip adresa|последна страница|почетен јазик|последња страница|почетни језик|son sayfa|başlangıç dili|faqja e fundit|gjuha e fillimit|ultima pagină|limba de start|limba de început|última página|idioma inicial|lingua iniziale|ultima pagina")
)

// limeUndated is the submission date of surveys that keep no dates.
const limeUndated = "1980-01-01 00:00:00"

// codeAndText tells a header that holds a question's code and its text.
var codeAndText = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_]*(?:\[[A-Za-z0-9_]+\])*)\. (.*\S.*)$`)
})

func detectLime(file tabular.File) (int, string) {
	f, confidence := findLime(file)
	return confidence, f.why
}

// findLime finds the header and tells its columns; the confidence is 0 where there is none.
func findLime(file tabular.File) (form, int) {
	for _, sheet := range file.Sheets {
		for at, header := range sheet.Rows[:min(headerDepth, len(sheet.Rows))] {
			asked := withoutCodes(header)
			f := form{
				format: limeFormat, file: file.Name, sheet: sheet.Name, header: asked,
				serial: columnOf(asked, limeID), identity: columnOf(asked, limeID), completed: columnOf(asked, limeSubmitted), created: columnOf(asked, limeBegun),
				updated: columnOf(asked, limeActed), draft: -1,
			}
			own := 0
			for i, cell := range asked.Cells {
				if words := fold(cell); limeOther.are(words) || i == f.created || i == f.updated {
					own++
				}
			}
			if f.identity < 0 || f.completed < 0 || own == 0 {
				continue
			}
			for i, cell := range asked.Cells {
				if words := fold(cell); i == f.identity || i == f.completed || i == f.created || i == f.updated || limeOther.are(words) {
					asked.Cells[i] = ""
				}
			}
			t := newTable(asked, sheet.Rows[at+1:])
			f.rows = limeRows(t, &f)
			if f.layout = layoutOf(asked, f.rows); t.isAttendance() || !f.layout.isForm() {
				continue
			}
			f.header = header
			f.why = "the columns of a LimeSurvey response export (id, date submitted, last page) beside name and address"
			return f, 95
		}
	}
	return form{}, 0
}

// withoutCodes gives the header with the texts of its questions alone where it holds both.
func withoutCodes(header tabular.Row) tabular.Row {
	out := tabular.Row{Line: header.Line, Cells: slices.Clone(header.Cells)}
	for i, cell := range out.Cells {
		if parts := codeAndText().FindStringSubmatch(tabular.Clean(cell)); parts != nil {
			out.Cells[i] = parts[2]
		}
	}
	return out
}

// limeRows gives the rows with what LimeSurvey writes elsewhere put where it belongs: a draft is said in a column of its
// own, behind the others; a text given under "Other" stands in the question's own column.
func limeRows(t *table, f *form) []tabular.Row {
	elsewhere := map[int]int{} // the column of a question, and that of its "Other"
	for i, cell := range t.header.Cells {
		question, option, ok := brackets(tabular.Clean(cell))
		if !ok || !openOption(option) {
			continue
		}
		if k := slices.IndexFunc(t.header.Cells, func(c string) bool { return tabular.Clean(c) == tabular.Clean(question) }); k >= 0 {
			elsewhere[k] = i
		}
	}
	width, undated := len(t.header.Cells), true
	out := make([]tabular.Row, len(t.rows))
	for i, row := range t.rows {
		cells := make([]string, width+1)
		copy(cells, row.Cells)
		for question, other := range elsewhere {
			if chosen := cells[question]; strings.Contains(chosen, "-oth-") || openOption(chosen) {
				if said := tabular.Clean(cells[other]); said != "" {
					cells[question] = said
				}
			}
		}
		submitted := tabular.Clean(cells[f.completed])
		if cells[width] = "no"; submitted == "" {
			cells[width] = "yes"
		}
		undated = undated && (submitted == "" || submitted == limeUndated)
		out[i] = tabular.Row{Line: row.Line, Cells: cells}
	}
	f.draft = width
	if undated && len(out) > 0 {
		f.completed = -1
	}
	return out
}

func readLime(file tabular.File, o Options) (Reading, error) {
	f, confidence := findLime(file)
	if confidence == 0 {
		return Reading{}, notThisFormat(file)
	}
	return readForm(f, o)
}
