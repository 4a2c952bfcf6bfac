package registration

import (
	"rapporteur/internal/tabular"
)

// The export of Drupal's Webform module (8 and later: "Serial number, Submission ID, …, Completed, …"; 7: "Serial, SID,
// Time, Completed Time, …" under up to two lines of groups), with titles or with machine names as headers. The form's
// own questions follow.
var drupalWebform = Format{ID: drupalFormat, Detect: detectDrupal, Read: readDrupal}

const (
	drupalFormat    = "drupal_webform_csv"
	drupalSerial    = "serial number|serial|numéro de série|fortlaufende nummer|seriennummer"
	drupalID        = "submission id|sid|id de soumission|id de la soumission|übermittlungs id"
	drupalCompleted = "completed|completed time|terminé|complété|abgeschlossen|fertiggestellt"
	drupalCreated   = "created|created time|time|submitted|créé|erstellt"
	drupalDraft     = "in draft|draft|brouillon|en brouillon|entwurf|ist entwurf"
)

// headerDepth is how many rows may stand above a header.
const headerDepth = 12

func detectDrupal(file tabular.File) (int, string) {
	sheet, at := findDrupal(file)
	if sheet == nil {
		return 0, ""
	}
	if systemColumn(sheet.Rows[at], drupalSerial) >= 0 && systemColumn(sheet.Rows[at], drupalID) >= 0 {
		return 95, "the columns of a Drupal webform export (serial number, submission id) beside name and address"
	}
	return 80, "columns of a Drupal webform export beside name and address"
}

// findDrupal gives the sheet and its header row.
func findDrupal(file tabular.File) (*tabular.Sheet, int) {
	for i := range file.Sheets {
		sheet := &file.Sheets[i]
		for at, row := range sheet.Rows[:min(headerDepth, len(sheet.Rows))] {
			own := 0
			for _, titles := range []string{drupalSerial, drupalID, drupalCompleted} {
				if systemColumn(row, titles) >= 0 {
					own++
				}
			}
			if own >= 2 && layoutOf(row).isForm() {
				return sheet, at
			}
		}
	}
	return nil, 0
}

func readDrupal(file tabular.File, o Options) (Reading, error) {
	sheet, at := findDrupal(file)
	if sheet == nil {
		return Reading{}, notThisFormat(file)
	}
	header := sheet.Rows[at]
	_, why := detectDrupal(file)
	return readForm(form{
		format: drupalFormat, why: why, file: file.Name, sheet: sheet.Name,
		header: header, rows: sheet.Rows[at+1:], layout: layoutOf(header),
		serial:    systemColumn(header, drupalSerial),
		identity:  systemColumn(header, drupalID),
		completed: systemColumn(header, drupalCompleted),
		created:   systemColumn(header, drupalCreated),
		draft:     systemColumn(header, drupalDraft),
		updated:   systemColumn(header, "changed|modified time|changed time|modifié|geändert"),
	}, o)
}
