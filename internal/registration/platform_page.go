package registration

import (
	"strings"

	"rapporteur/internal/tabular"
)

// The registration reports of webinar platforms: what a platform's own page asked (names and address, more on wish), when
// each person registered, and how the platform stands to it.

var (
	pageMoment = phrasesOf("registration time|registration time utc|registration time gmt|registration date|registration date time|registered on|registered at|date registered|time registered|registration timestamp|date of registration|time of registration|" +
		"registrierungszeit|registrierungszeitpunkt|registrierungsdatum|zeitpunkt der registrierung|anmeldezeit|anmeldezeitpunkt|anmeldedatum|datum der registrierung|heure d'inscription|date d'inscription|date et heure d'inscription|date de l'inscription|heure de l'inscription|" +
		"vrijeme registracije|vreme registracije|datum registracije|vrijeme prijave|vreme prijave|datum prijave|време на регистрација|време на регистрирање|датум на регистрација|време на пријавување|време регистрације|датум регистрације|време пријаве|" +
		"kayıt zamanı|kayıt tarihi|kayıt saati|kaydolma zamanı|koha e regjistrimit|data e regjistrimit|ora înregistrării|data înregistrării|ora înscrierii|data înscrierii|momentul înregistrării|hora de registro|fecha de registro|ora di registrazione|data di registrazione|hora de inscripción|data de registo|hora de registo|время регистрации|час реєстрації")
	zoomStanding  = phrasesOf("approval status|approval|approval state|genehmigungsstatus|freigabestatus|statut d'approbation|état d'approbation|status odobrenja|status odobravanja|status odobrenje|статус на одобрување|статус одобрења|onay durumu|statusi i miratimit|gjendja e miratimit|starea aprobării|stare aprobare|status aprobare|estado de aprobación|stato di approvazione|estado de aprovação")
	teamsStanding = phrasesOf("registration status|registration state|registrierungsstatus|anmeldestatus|statut d'inscription|statut de l'inscription|état de l'inscription|status registracije|status prijave|статус на регистрација|статус на регистрирање|статус на пријава|статус регистрације|статус пријаве|" +
		"kayıt durumu|statusi i regjistrimit|gjendja e regjistrimit|starea înregistrării|stare înregistrare|starea înscrierii|estado de registro|estado de inscripción|stato di registrazione|stato registrazione|estado do registo|статус регистрации")

	// endedWords are a platform's words for a registration that came to nothing.
	endedWords = phrasesOf("cancel*|deny|denied|declin*|reject*|withdrawn|revoked|removed|blocked|storniert*|abgesagt*|abgelehnt*|abgebrochen*|annul*|refus*|rejet*|iptal*|reddedil*|geri çevrildi|otkazan*|odbijen*|poništen*|odjavljen*|откажан*|одбиен*|отказан*|одбијен*|поништен*|" +
		"anuluar|anulohet|refuz*|respins*|anulat*|cancelad*|rechazad*|annullat*|rifiutat*|recusad*|rejeitad*|отменен*|отклонен*|скасован*|відхилен*")

	// attendanceTitles are columns that only a report of attendance has.
	attendanceTitles = phrasesOf("attended|attended live|attendance status|attendance duration*|attendance rate|join time|joined at|time joined|first join|join|joined|leave time|left at|time exited|last leave|left|time in session*|in meeting duration|duration|duration minutes|total duration*|interest rating|user action|" +
		"beitrittszeit|erster beitritt|verlassenszeit|letztes verlassen|besprechungsdauer|teilgenommen|heure d'arrivée|heure de départ|première participation|dernière sortie|a participé|durée|katılma zamanı|katılma saati|ayrılma zamanı|ayrılma saati|katıldı|süre|" +
		"vrijeme pridruživanja|vreme pridruživanja|vrijeme ulaska|vreme ulaska|vrijeme napuštanja|vreme napuštanja|vrijeme izlaska|vreme izlaska|trajanje|prisustvovao|време на приклучување|време на влез|време на напуштање|време на излез|траење|време придруживања|трајање|" +
		"koha e hyrjes|koha e bashkimit|koha e daljes|koha e largimit|kohëzgjatja|ora intrării|ora conectării|ora ieșirii|ora părăsirii|durata|a participat|hora de entrada|hora de salida|ora di ingresso|ora di uscita|hora de saída|asistió")
)

// isAttendance tells whether a table tells who was there, by its titles.
func (t *table) isAttendance() bool {
	for i, words := range t.whole {
		if attendanceTitles.are(words) || attendanceTitles.are(fold(t.header.Cells[i])) {
			return true
		}
	}
	return false
}

// holdsStays tells whether a report has two more times than that of the registration: a join and a leave, whatever their
// titles, with blanks for those who did not come.
func (t *table) holdsStays() bool {
	times := 0
	for i := range t.whole {
		if t.share(i, isDate) >= 0.5 {
			times++
		}
	}
	return times > 2
}

// page is a registration report of a platform while it is being recognised.
type page struct {
	form
	standing int  // the column of the platform's word on each registration, -1 for none
	titled   bool // the rows above name the report
}

// findPage finds the header of a registration report: an address, a name, the time of registration, and no attendance.
// isTitle tells the title of the report in the rows above. The first report for which wanted holds is taken.
func findPage(file tabular.File, standing phrases, isTitle func(tabular.Row) bool, wanted func(page) bool) (page, bool) {
	for _, sheet := range file.Sheets {
		titled := false
		for at, header := range sheet.Rows[:min(headerDepth, len(sheet.Rows))] {
			titled = titled || isTitle(header)
			p := page{titled: titled, standing: columnOf(header, standing), form: form{
				file: file.Name, sheet: sheet.Name, header: header, serial: -1, identity: -1, completed: columnOf(header, pageMoment),
				created: -1, updated: -1, draft: -1,
			}}
			if p.completed < 0 || !wanted(p) {
				continue
			}
			p.rows = sheet.Rows[at+1:]
			if t := newTable(header, p.rows); t.isAttendance() || t.holdsStays() {
				return page{}, false
			}
			if p.layout = layoutOf(p.masked(), p.rows); !p.layout.isForm() {
				continue
			}
			p.ended = func(row tabular.Row) bool {
				words := fold(row.Cell(p.standing))
				return endedWords.within(words)
			}
			return p, true
		}
	}
	return page{}, false
}

// masked is the header without the report's own columns: they answer no question.
func (p page) masked() tabular.Row {
	header := tabular.Row{Line: p.header.Line, Cells: append([]string(nil), p.header.Cells...)}
	for _, own := range []int{p.completed, p.standing} {
		if own >= 0 {
			header.Cells[own] = ""
		}
	}
	return header
}

// isSectionTitle tells a row that holds one cell in front and nothing else, and no address in it.
func isSectionTitle(row tabular.Row) bool {
	for i, cell := range row.Cells {
		if tabular.HasInk(cell) != (i == 0) {
			return false
		}
	}
	return len(row.Cells) > 0 && !strings.Contains(row.Cells[0], "@")
}
