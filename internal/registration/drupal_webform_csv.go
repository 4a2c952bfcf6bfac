package registration

import (
	"rapporteur/internal/tabular"
)

// The export of Drupal's Webform module (8 and later: "Serial number, Submission ID, …, Completed, …"; 7: "Serial, SID,
// Time, Completed Time, …" under up to two lines of groups), with titles or with machine names as headers. The form's
// own questions follow or go before.
var drupalWebform = Format{ID: drupalFormat, Title: "Drupal webform export",
	Found:  "on the website: the form's Results, Download, delimited text",
	Detect: detectDrupal, Read: readDrupal}

const drupalFormat = "drupal_webform_csv"

// The titles of the module's own columns, in the languages of its interface that the region uses.
var (
	drupalSerial = phrasesOf("serial number|serial|numéro de série|fortlaufende nummer|laufende nummer|seriennummer|seri numarası|sıra numarası|serijski broj|redni broj|număr de serie|număr serial|număr de ordine|numri serial|numri rendor|сериски број|реден број|серијски број|редни број")
	drupalID     = phrasesOf("submission id|sid|id de soumission|id de la soumission|identifiant de soumission|identifiant de la soumission|übermittlungs id|einreichungs id|eintrags id|gönderim id|gönderim kimliği|gönderi kimliği|gönderi id|id prijave|id podneska|id slanja|" +
		"id trimitere|id ul trimiterii|id transmitere|id e dorëzimit|id e paraqitjes|id на пријава|ид на пријава|ид на поднесок|id пријаве")
	drupalCompleted = phrasesOf("completed|completed time|terminé|complété|date d'achèvement|abgeschlossen|fertiggestellt|vervollständigt|tamamlandı|tamamlanma|tamamlanma zamanı|završeno|dovršeno|popunjeno|completat|finalizat|terminat|përfunduar|plotësuar|завршено|пополнето|довршено")
	drupalCreated   = phrasesOf("created|created time|time|submitted|créé|erstellt|oluşturuldu|oluşturulma|oluşturulma zamanı|kreirano|stvoreno|napravljeno|creat|krijuar|креирано|создадено|направљено")
	drupalUpdated   = phrasesOf("changed|modified time|changed time|modifié|changé|geändert|değiştirildi|değiştirilme|izmenjeno|izmijenjeno|promijenjeno|promenjeno|modificat|schimbat|ndryshuar|изменето|променето|измењено")
	drupalDraft     = phrasesOf("in draft|draft|is draft|brouillon|en brouillon|entwurf|im entwurf|ist entwurf|taslak|taslakta|nacrt|u nacrtu|skica|ciornă|în ciornă|draft i|në draft|нацрт|во нацрт")
)

// headerDepth is how many rows may stand above a header.
const headerDepth = 12

// fewestOwn is how many of its own columns an export of the module shows at least.
const fewestOwn = 2

func detectDrupal(file tabular.File) (int, string) {
	f, confidence := findDrupal(file)
	return confidence, f.why
}

// findDrupal finds the header and tells its columns; the confidence is 0 where there is none.
func findDrupal(file tabular.File) (f form, confidence int) {
	for _, sheet := range file.Sheets {
		for at, header := range sheet.Rows[:min(headerDepth, len(sheet.Rows))] {
			f = form{
				format: drupalFormat, file: file.Name, sheet: sheet.Name, rows: sheet.Rows[at+1:],
				serial: columnOf(header, drupalSerial), identity: columnOf(header, drupalID), completed: columnOf(header, drupalCompleted),
				created: columnOf(header, drupalCreated), draft: columnOf(header, drupalDraft), updated: columnOf(header, drupalUpdated),
			}
			own := 0
			for _, column := range []int{f.serial, f.identity, f.completed} {
				if column >= 0 {
					own++
				}
			}
			if own < fewestOwn {
				continue
			}
			if at > 0 {
				header = underGroups(sheet.Rows[at-1], header, f.rows)
			}
			f.header, f.layout = header, layoutOf(header, f.rows)
			switch {
			case !f.layout.isForm():
			case f.serial >= 0 && f.identity >= 0:
				f.why = "the columns of a Drupal webform export (serial number, submission id) beside name and address"
				return f, 95
			default:
				f.why = "columns of a Drupal webform export beside name and address"
				return f, 80
			}
		}
	}
	return form{}, 0
}

func readDrupal(file tabular.File, o Options) (Reading, error) {
	f, confidence := findDrupal(file)
	if confidence == 0 {
		return Reading{}, notThisFormat(file)
	}
	return readForm(f, o)
}
