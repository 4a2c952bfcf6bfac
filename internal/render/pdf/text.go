package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/internal/document"
)

// substitute is printed for a character the fonts cannot show: a name in another script stays visibly incomplete.
const substitute = '▯'

// clean is the one gate of text on its way to paper. It composes letters and accents (NFC), because the fonts are not
// shaped; drops control characters, directional controls and other invisible ones; turns every blank but the no-break
// space and the line feed into a space; and prints the substitute for what the fonts lack, also for everything beyond
// U+FFFF, which gofpdf cannot encode.
func clean(text string) string {
	if isPlain(text) {
		return text
	}
	text = norm.NFC.String(strings.ToValidUTF8(text, string(substitute)))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		switch {
		case r == '\n' || r == 0x00A0:
			b.WriteRune(r)
		case r == '\r' || r == 0x2028 || r == 0x2029 || r == 0x0085 || r == '\v' || r == '\f':
			b.WriteByte('\n')
		case r == 0x202F || r == 0x2007:
			b.WriteRune(0x00A0)
		case r == '\t' || unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case r == 0x2011:
			b.WriteByte('-')
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || isSelector(r):
		case printable(r):
			b.WriteRune(r)
		default:
			b.WriteRune(substitute)
		}
	}
	return b.String()
}

// cleanLine is clean for text that stands on one line or is wrapped as one run of words.
func cleanLine(text string) string {
	return strings.Join(strings.FieldsFunc(clean(text), func(r rune) bool { return r == ' ' || r == '\n' }), " ")
}

// isPlain tells the common case, printable ASCII, which needs no work.
func isPlain(text string) bool {
	for i := 0; i < len(text); i++ {
		if (text[i] < 0x20 && text[i] != '\n') || text[i] > 0x7E {
			return false
		}
	}
	return true
}

// isSelector tells variation selectors and emoji skin tones, which only change the look of the sign before them.
func isSelector(r rune) bool {
	return (r >= 0xFE00 && r <= 0xFE0F) || (r >= 0x1F3FB && r <= 0x1F3FF) || (r >= 0xE0100 && r <= 0xE01EF)
}

// printable tells whether all three fonts have the rune, so that bold and italic text lose nothing.
func printable(r rune) bool { return regular.has(r) && bold.has(r) && italic.has(r) }

// cleanDocument passes every string of the document but the SVG texts, which are cleaned when they are read, through the
// gate, so that the rest of the package deals with printable text only.
func cleanDocument(d document.Document) document.Document {
	for _, s := range []*string{&d.Title, &d.Author, &d.Subject, &d.Language, &d.HeaderLeft, &d.HeaderRight, &d.FooterLeft,
		&d.Cover.Kicker, &d.Cover.Title, &d.Cover.Subtitle, &d.Cover.Status} {
		*s = cleanLine(*s)
	}
	d.Cover.Disclaimer = clean(d.Cover.Disclaimer)
	d.Cover.Text = cleanAll(d.Cover.Text)
	d.Cover.Lines = cleanFacts(d.Cover.Lines)
	notes := make([]document.Footnote, 0, len(d.Footnotes))
	for _, n := range d.Footnotes {
		notes = append(notes, document.Footnote{Trigger: n.Trigger, Mark: cleanLine(n.Mark), Text: cleanLine(n.Text)})
	}
	d.Footnotes = notes
	blocks := make([]document.Block, 0, len(d.Blocks))
	for _, b := range d.Blocks {
		blocks = append(blocks, cleanBlock(b))
	}
	d.Blocks = blocks
	return d
}

// cleanBlock returns a copy of the block with clean texts.
func cleanBlock(b document.Block) document.Block {
	switch b := b.(type) {
	case document.Heading:
		b.Number, b.Text = cleanLine(b.Number), cleanLine(b.Text)
		return b
	case document.Paragraph:
		b.Text = clean(b.Text)
		return b
	case document.List:
		b.Items = cleanAll(b.Items)
		return b
	case document.KeyFacts:
		b.Title, b.Facts = cleanLine(b.Title), cleanFacts(b.Facts)
		return b
	case document.Figure:
		b.Caption, b.Alt = cleanLine(b.Caption), cleanLine(b.Alt)
		return b
	case document.Table:
		b.Caption, b.Notes = cleanLine(b.Caption), cleanAll(b.Notes)
		columns := make([]document.Column, 0, len(b.Columns))
		for _, c := range b.Columns {
			c.Title = cleanLine(c.Title)
			columns = append(columns, c)
		}
		b.Columns = columns
		rows := make([][]string, 0, len(b.Rows))
		for _, r := range b.Rows {
			rows = append(rows, cleanAll(r))
		}
		b.Rows = rows
		return b
	}
	return b
}

func cleanAll(texts []string) []string {
	out := make([]string, 0, len(texts))
	for _, t := range texts {
		out = append(out, clean(t))
	}
	return out
}

func cleanFacts(facts []document.Fact) []document.Fact {
	out := make([]document.Fact, 0, len(facts))
	for _, f := range facts {
		out = append(out, document.Fact{Label: cleanLine(f.Label), Value: clean(f.Value)})
	}
	return out
}
