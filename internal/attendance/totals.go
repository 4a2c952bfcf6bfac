package attendance

import (
	"slices"
	"strings"

	"rapporteur/internal/participant"
)

// Words that begin a row of totals under a list, and words that may stand beside them and a number, in the languages of
// the platforms and of the region.
var (
	totalsWords = foldedWords("total|totals|totale|totali|sum|summe|gesamt|insgesamt|somme|suma|ukupno|sveukupno|svega|skupaj|вкупно|севкупно|укупно|свеукупно|свега|" +
		"toplam|gjithsej|razem|ogółem|łącznie|всього|разом|всего|итого|общо|összesen|σύνολο|celkem|spolu|totaal|totalt")
	totalsBeside = foldedWords("grand|general|overall|in|of|de|participants|participant|people|persons|attendees|minutes|min|hours|participanți|persoane|" +
		"učesnika|učesnici|sudionika|sudionici|osoba|prisutnih|prisutno|minuta|pjesëmarrës|persona|katılımcı|kişi|dakika|учесници|учесника|лица|минути|минута|" +
		"participantes|personas|partecipanti|persone|personnes|teilnehmer|teilnehmende|personen")
)

// isTotals tells a row that sums up the others: "Total", "UKUPNO: 53 učesnika".
func isTotals(name string) bool {
	tokens := slices.DeleteFunc(participant.Tokens(name), isNumber)
	return slices.ContainsFunc(tokens, func(t string) bool { return slices.Contains(totalsWords(), t) }) &&
		!slices.ContainsFunc(tokens, func(t string) bool { return !slices.Contains(totalsWords(), t) && !slices.Contains(totalsBeside(), t) }) &&
		!strings.Contains(name, "@")
}
