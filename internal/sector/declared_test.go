package sector

import (
	"strings"
	"testing"
)

// The answers that forms of the region offer to the question after the sector, each a group as a whole.
func TestAnswersOfForms(t *testing.T) {
	for want, answers := range map[Group]string{
		Judiciary:   "Richterschaft|Judecători|Sistemul judiciar|Hâkimler|Sudije|Судии|Gjyqtarë|juges|Judges / courts",
		Prosecution: "Staatsanwaltschaft|Procurori|Savcılar|Tužioci|Јавно обвинителство|Prokurorë|Public prosecutor's office",
		Police:      "Polizei und Strafverfolgung|Services répressifs|Organe de aplicare a legii|Provedba zakona|Спроведување на законот|Agjencitë e zbatimit të ligjit",
		Officials:   "Sonstige zuständige Beamte|Autres agents publics|Alți funcționari|Diğer kamu görevlileri|Други службеници|Zyrtarë të tjerë përkatës|Mali istihbarat birimi",
		OtherGroup:  "Sonstiges|Privatsektor|Mediul universitar|Societatea civilă|Hochschule",
	} {
		for answer := range strings.SplitSeq(answers, "|") {
			if !IsAnswer(answer) {
				t.Errorf("%q is no answer", answer)
			}
			if got := Classify(Input{Declared: answer}).Group; got != want {
				t.Errorf("%q is %s, want %s", answer, got, want)
			}
		}
	}
}

// The reason quotes what the person declared, in the script and with the letters of the person.
func TestReasonQuotesWhatWasDeclared(t *testing.T) {
	for _, declared := range []string{"Tužilaštvo", "Тужилаштво", "Ostali službenici", "Law enforcement (police)", "Judiciary;  Prosecution"} {
		want := "declared: “" + strings.Join(strings.Fields(declared), " ") + "”"
		if got := Classify(Input{Declared: declared}); !strings.HasPrefix(got.Reason, want) {
			t.Errorf("%q: %s", declared, got.Reason)
		}
	}
}
