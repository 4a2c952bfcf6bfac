package tabular_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/internal/tabular"
)

// languages are frequent names and words of the region, with the code page an old program would save them in.
var languages = []struct {
	name  string
	page  *charmap.Charmap
	words string
}{
	{"Bosnian, Croatian, Serbian, Montenegrin", charmap.Windows1250, "Kovačević Đurđević Šehić Žarko Anđela Božović Šukrija Tužilaštvo Čapljić Ćosić Džafer " +
		"Hodžić Marković Nešić Đukanović Vučić Mašić Spasojević Živković Ruždija Smailagić Ančić Lučić Ljuboš Krešimir Šimić Žižić Nikšić"},
	{"Romanian", charmap.Windows1250, "Brânză Ciobăniţă Tănase Dumitraşcu Pătraşcu Ţîrlea Mărioara Gheorghiţă Şerban Vlăduţ Bădescu Înalta Poliţia Română Curtea Supremă de Justiţie Bucureşti Călăraşi"},
	{"Albanian", charmap.Windows1250, "Përparim Shqipëri Blerëta Kçiku Gëzim Zëvendës Prokurorë Çlirim Rrahmë Dëfrim Drejtësisë Krasnëqi Këshilltare Këshilli"},
	{"Turkish", charmap.Windows1254, "Yıldırım Şahin Kılıç Doğan Öztürk Işık Güneş Ağaoğlu Çağlayan Tuğba İbrahim Gökçe Aydın Şirin Bıçakçı Yiğit Başsavcılığı Müdürlüğü Karataş Altıntaş Dağlı Bülent Özgür"},
	{"Macedonian", charmap.Windows1251, "Јованка Ѓорѓевска Ќосев Љубица Петровски Јавно обвинителство Министерство Њагол Џеладин Стојанче"},
	{"Serbian", charmap.Windows1251, "Ђорђе Јовановић Љиљана Његош Чедомир Полиција Шћепан Тужилаштво Живојин Вучковић"},
	{"Bosnian and Albanian with Romanian guests", charmap.Windows1250, "Kovačević Shqipëri Çlirim Tănase Šehić Blerëta Đurđević Gëzim Petrit Agim Ana Marko Ministry Police Bădescu Şerban"},
	{"Turkish and Albanian", charmap.Windows1254, "Yıldırım Shqipëri Çlirim Şahin Doğan Gëzim Agim Petrit Ministry Police Ayşe Oğuz"},
	{"French", charmap.Windows1252, "Hélène François Gérard Lefèvre Chloé Benoît Jérôme Bérénice Garçon Désirée Noëlle Crèvecœur Besançon Cybercriminalité Général Président"},
	{"German", charmap.Windows1252, "Jürgen Müller Groß Schäfer Köhler Böhm Süß Weiß Größe Behörde Präsident Übersee Österreich"},
	{"Spanish", charmap.Windows1252, "Muñoz García Peña Hernández Martínez Nuñez Ibáñez Jesús Begoña Policía Fiscalía"},
}

// list makes a registration list of n words, as a byte file in the page.
func list(t testing.TB, page *charmap.Charmap, words []string, n int, r *rand.Rand) (text string, data []byte) {
	t.Helper()
	var b strings.Builder
	b.WriteString("First name;Last name;Organisation\n")
	for range n {
		for i := range 3 {
			b.WriteString(words[r.IntN(len(words))])
			b.WriteByte(";;\n"[i])
		}
	}
	data, err := page.NewEncoder().Bytes([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), data
}

func TestCodePageOfLists(t *testing.T) {
	for _, language := range languages {
		t.Run(language.name, func(t *testing.T) {
			words := strings.Fields(language.words)
			r := rand.New(rand.NewPCG(7, 7))
			for _, rows := range []int{1, 3, 10, 100} {
				wrong, silent, asked := 0, 0, 0
				const tries = 60
				for range tries {
					text, data := list(t, language.page, words, rows, r)
					file, err := tabular.Read("list.csv", data, tabular.Limits{})
					if err != nil {
						t.Fatal(err)
					}
					if joined(file) == strings.TrimSuffix(text, "\n") {
						asked += len(file.Problems)
						continue
					}
					wrong++
					if len(file.Problems) == 0 {
						silent++
					}
				}
				t.Logf("%d rows: %d of %d wrong, %d without a word; %d right with a question", rows, wrong, tries, silent, asked)
				if asked > 0 && rows == 100 {
					t.Errorf("%d of %d long lists asked about in vain", asked, tries)
				}
				if silent > 0 && rows >= 3 || silent > tries/50 {
					t.Errorf("%d rows: %d of %d lists read wrong without a problem", rows, silent, tries)
				}
				if wrong > 0 && rows >= 10 || wrong > tries/10 {
					t.Errorf("%d rows: %d of %d lists read wrong", rows, wrong, tries)
				}
			}
		})
	}
}

func joined(file *tabular.File) string {
	var lines []string
	for _, row := range file.Sheets[0].Rows {
		lines = append(lines, strings.Join(row.Cells, file.Delimiter))
	}
	return strings.Join(lines, "\n")
}
