package engagement

import (
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/internal/tabular"
)

// longPoll is the truth of a poll whose export has a row for each answer.
var longPoll = [][]string{
	{"Ana Alfa", "ana@one.example", "Je li korisno?", "Da"}, {"Boris Beta", "boris@one.example", "Je li korisno?", "Ne"},
	{"Čedo Gama", "", "Je li korisno?", "Da"}, {"Ana Alfa", "ana@one.example", "Koji kanal?", "Europol"}, {"Boris Beta", "boris@one.example", "Koji kanal?", "Europol"},
}

// longHeaders are headers of such exports; "at" is where the time stands, -1 without one.
var longHeaders = []struct {
	title []string
	order []int // respondent, address, question, answer
	at    int
	zoom  bool // a header of Zoom's by its shape
}{
	{[]string{"#", "Benutzername", "E-Mail-Adresse", "Gesendet", "Frage", "Antwort"}, []int{1, 2, 4, 5}, 3, true},
	{[]string{"#", "Nume utilizator", "Adresă de e-mail", "Data/ora", "Întrebare", "Răspuns"}, []int{1, 2, 4, 5}, 3, true},
	{[]string{"#", "Kullanıcı adı", "E-posta", "Gönderim", "Soru", "Yanıt"}, []int{1, 2, 4, 5}, 3, true},
	{[]string{"Question", "Answer", "Respondent", "Email", "Submit time"}, []int{2, 3, 0, 1}, 4, false},
	{[]string{"Pitanje", "Odgovor", "Ispitanik", "E-mail", "Vrijeme"}, []int{2, 3, 0, 1}, 4, false},
	{[]string{"Participant", "E-mail", "Question", "Réponse"}, []int{0, 1, 2, 3}, -1, false},
}

// TestLongTables writes one poll with a row for each answer as platforms of several languages do, in several encodings and
// as a workbook, and reads it back: the questions are the questions, and nobody's name is an answer.
func TestLongTables(t *testing.T) {
	for _, h := range longHeaders {
		rows := [][]string{h.title}
		for i, p := range longPoll {
			row := make([]string, len(h.title))
			if h.title[0] == "#" {
				row[0] = string(rune('1' + i))
			}
			for field, column := range h.order {
				row[column] = p[field]
			}
			if h.at >= 0 {
				row[h.at] = "28.05.2020 14:0" + string(rune('1'+i)) + ":00"
			}
			rows = append(rows, row)
		}
		files := map[string][]byte{"plain.csv": asCSV(t, rows, ',', false), "semicolon.csv": asCSV(t, rows, ';', true), "copy.xlsx": asWorkbook(t, rows),
			"utf16.csv": asUTF16(asCSV(t, rows, '\t', true), false)}
		if old, err := charmap.Windows1250.NewEncoder().Bytes(asCSV(t, rows, ';', true)); err == nil {
			files["1250.csv"] = old
		}
		for name, data := range files {
			f, err := tabular.Read(name, data, tabular.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			format := surveyTable
			if confidence, _ := zoomPoll.Detect(*f); confidence > 0 != h.zoom {
				t.Errorf("%v, %s: Zoom's by %d", h.title, name, confidence)
			} else if h.zoom {
				format = zoomPoll
			}
			r, err := format.Read(*f, Options{Zone: time.UTC})
			if err != nil {
				t.Errorf("%v, %s: %v", h.title, name, err)
				continue
			}
			var got []string
			for _, a := range r.Answers {
				got = append(got, a.Name+"|"+a.Email+"|"+a.Question+"|"+strings.Join(a.Given, "+"))
			}
			var want []string
			for _, p := range longPoll {
				want = append(want, strings.Join(p, "|"))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%v, %s: %v", h.title, name, got)
			}
		}
	}
}

// A list of questions that were asked once each is one of questions to the speakers, in whatever language: none is quoted.
func TestQuestionsOfAnyTable(t *testing.T) {
	f, err := tabular.Read("fragen.csv", []byte("Bericht\n#,Frage,Name des Fragestellers,E-Mail des Fragestellers,Antwort(en)\n"+
		"1,Warum wartet meine Einheit?,Ana Alfa,ana@one.example,live beantwortet\n2,Wer entscheidet?,Boris Beta,boris@one.example,\n"), tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	r, err := surveyTable.Read(*f, Options{})
	if err != nil || r.Kind != Questions || len(r.Answers) != 2 || r.Answers[0].Name != "Ana Alfa" || len(r.Answers[1].Given) != 0 {
		t.Fatalf("%v %+v", err, r)
	}
	results, _ := Results(Input{Answers: r.Answers})
	if len(results) != 1 || results[0].Question != "" || results[0].Responses != 2 || results[0].Answered != 1 {
		t.Errorf("%+v", results)
	}
}

// A column of respondents is no question, whatever else the table holds.
func TestRespondentsAreNoAnswers(t *testing.T) {
	f, err := tabular.Read("s.csv", []byte("Teilnehmer,Wie nützlich war es?\nAna Alfa,5\nAna Alfa,4\nBoris Beta,5\n"), tabular.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	r, err := surveyTable.Read(*f, Options{})
	if err != nil || len(r.Answers) != 3 || r.Answers[0].Name != "Ana Alfa" || r.Answers[0].Question != "Wie nützlich war es?" {
		t.Errorf("%v %+v", err, r.Answers)
	}
}
