package registration

import (
	"slices"
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/participant"
	sectors "rapporteur/internal/sector"
	"rapporteur/internal/tabular"
)

// answerFields are the fields that answers alone can tell, in the order in which they are asked.
var answerFields = []field{email, channel, sex, country, sector}

// reads tells whether a text is an answer to the field's question.
func reads(f field, text string) bool {
	switch f {
	case email:
		return isAddress(text)
	case channel:
		switch ParseChannel(text) {
		case Website, Email, Phone:
			return true
		}
	case sex:
		return participant.ParseSex(text) != participant.NotStated
	case country:
		const longest = 6 // words; a longer text that names a country tells of something there
		words := fold(text)
		// "No" and "Ne" are also codes, of Norway and Niger.
		return len(words) <= longest && noWords.begin(words) == 0 && yesWords.begin(words) == 0 && beneficiary.ISO(text) != ""
	case sector:
		return sectors.IsAnswer(text)
	}
	return false
}

func isAddress(text string) bool { return participant.NormaliseEmail(text) != "" }

// academicTitles stand in a column of salutations beside Mr and Ms.
var academicTitles = phrasesOf("dr|prof|professor|prof dr|doc|mag|ing|mx|none|other")

func isSalutation(text string) bool {
	return participant.ParseSex(text) != participant.NotStated || academicTitles.are(fold(text)) || openOption(text)
}

// answers tells whether a column, whatever its title, holds the answers to a field's question: most of what it holds
// reads so. A channel's column names the website; a column of places or languages is none of countries; a sector is
// chosen from a list, so that its answers come again. A title that speaks against the field is heard.
func (t *table) answers(i int, f field) bool {
	for _, s := range fieldSets() {
		if s.field == f && s.not.within(t.whole[i]) {
			return false
		}
	}
	share := t.share(i, func(cell string) bool { return reads(f, cell) })
	switch f {
	case email:
		return share >= 0.8
	case channel:
		return share >= 0.6 && t.share(i, func(cell string) bool { return ParseChannel(cell) == Website }) > 0
	case sex:
		return share >= 0.5 && t.mostly(i, isSalutation)
	case country:
		return share >= 0.7
	case sector:
		return share >= 0.6 && 2*t.different(i) <= t.filled(i)+4
	}
	return false
}

// mostly tells whether a test holds for nearly all filled cells of a column that has any.
func (t *table) mostly(i int, test func(string) bool) bool { return t.share(i, test) >= 0.9 }

// different counts the different answers of a column.
func (t *table) different(i int) int {
	seen := map[string]bool{}
	for _, row := range t.rows {
		if key := strings.Join(fold(row.Cell(i)), " "); key != "" {
			seen[key] = true
		}
	}
	return len(seen)
}

// answered tells whether anybody answered a column.
func (t *table) answered(i int) bool {
	return slices.ContainsFunc(t.rows, func(row tabular.Row) bool { return tabular.HasInk(row.Cell(i)) })
}

// filled counts the cells of a column that say anything.
func (t *table) filled(i int) int {
	n := 0
	for _, row := range t.rows {
		if tabular.HasInk(row.Cell(i)) {
			n++
		}
	}
	return n
}

// enough is how many filled cells tell what a column holds.
const enough = 300

// share is the part, 0 to 1, of a column's first filled cells for which a test holds; 0 for an empty column.
func (t *table) share(i int, test func(string) bool) float64 {
	n, held := 0, 0
	for _, row := range t.rows {
		if cell := tabular.Clean(row.Cell(i)); cell != "" {
			n++
			if test(cell) {
				held++
			}
		}
		if n == enough {
			break
		}
	}
	if n == 0 {
		return 0
	}
	return float64(held) / float64(n)
}

// all tells whether a test holds for every cell of a column, blank ones too.
func (t *table) all(i int, test func(string) bool) bool {
	for _, row := range t.rows {
		if !test(tabular.Clean(row.Cell(i))) {
			return false
		}
	}
	return true
}
