package registration

import (
	"regexp"
	"sync"

	"rapporteur/internal/tabular"
)

// The answers of a Google Forms form, as CSV ("2020/05/27 2:01:33 PM GMT+3") or saved from the sheet it writes to, with
// times as the sheet's language has them: the time of the answer in front, then, where the form collects addresses, that of
// the account, then the questions; several choices are joined by commas.
var googleForms = Format{ID: googleFormat, Title: "Google Forms answers",
	Found:  "in Google Forms: the form's Responses, Download responses (.csv)",
	Detect: detectGoogle, Read: readGoogle}

const googleFormat = "googleforms_csv"

// googleMoment are the titles of the first column, in the languages of the interface.
var googleMoment = phrasesOf("timestamp|zeitstempel|horodateur|vremenska oznaka|vremenski žig|vremenski pečat|временска ознака|временски жиг|временски печат|zaman damgası|vula kohore|vulë kohore|stampa kohore|marcă temporală|marcaj de timp|marcaj temporal|marca temporal|informacione cronologiche|informazioni cronologiche|" +
	"carimbo de data hora|carimbo de data e hora|marca de data hora|отметка времени|позначка часу|клеймо за време|клеймо за дата и час|časovni žig|časová značka|časová pečiatka|sygnatura czasowa|időbélyeg|χρονική σήμανση")

// googleStamp is a time as the CSV download writes it, whatever the language.
var googleStamp = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d{4}/\d{1,2}/\d{1,2} \d{1,2}:\d{2}:\d{2}\D* (?:GMT|UTC)[+-]\d`)
})

func detectGoogle(file tabular.File) (int, string) {
	f, confidence := findGoogle(file)
	return confidence, f.why
}

// findGoogle finds the header and tells its columns; the confidence is 0 where there is none.
func findGoogle(file tabular.File) (form, int) {
	for _, sheet := range file.Sheets {
		for at, header := range sheet.Rows[:min(headerDepth, len(sheet.Rows))] {
			rows := sheet.Rows[at+1:]
			t := newTable(header, rows)
			stamped := t.mostly(0, func(cell string) bool { return googleStamp().MatchString(cell) })
			titled := googleMoment.are(fold(header.Cell(0))) && (!t.answered(0) || t.mostly(0, isDate))
			if len(header.Cells) == 0 || !stamped && !titled || t.isAttendance() {
				continue
			}
			asked := tabular.Row{Line: header.Line, Cells: append([]string(nil), header.Cells...)}
			asked.Cells[0] = ""
			f := form{
				format: googleFormat, file: file.Name, sheet: sheet.Name, header: header, rows: rows, layout: layoutOf(asked, rows),
				serial: -1, identity: -1, created: -1, completed: 0, updated: -1, draft: -1,
			}
			if !f.layout.isForm() {
				continue
			}
			f.why = "the time of each answer in front, as Google Forms writes it, before the form's questions"
			return f, 85
		}
	}
	return form{}, 0
}

func readGoogle(file tabular.File, o Options) (Reading, error) {
	f, confidence := findGoogle(file)
	if confidence == 0 {
		return Reading{}, notThisFormat(file)
	}
	return readForm(f, o)
}
