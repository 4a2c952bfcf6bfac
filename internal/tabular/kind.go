package tabular

import (
	"bytes"
	"strings"

	"rapporteur/internal/fault"
)

// kind is what a file seems to be, judged by its first bytes.
type kind struct {
	code           fault.Code
	sentence, hint string
}

func (k *kind) refusal() error { return fault.New(k.code, k.sentence, k.hint) }

const (
	hintTable = "Choose the table the platform or the web form exports (.csv or .xlsx)."
	hintUnzip = "Unpack it first, and choose the table in it."
	hintXLSX  = "Open it in a spreadsheet program, choose Save as, Excel workbook (.xlsx), and import that file."
)

func unknownKind(sentence string) *kind { return &kind{fault.Unknown, sentence, hintTable} }
func toBeSaved(sentence string) *kind   { return &kind{fault.Unreadable, sentence, hintXLSX} }

var (
	kindText     = &kind{}
	kindWorkbook = &kind{}
	kindCompound = &kind{} // a compound file or the stream of an old workbook

	kindPDF       = unknownKind("This is a PDF document, not a table.")
	kindPicture   = unknownKind("This is a picture, not a table.")
	kindPage      = &kind{fault.Unknown, "This is a web page, not a table.", hintTable + " If a spreadsheet program shows it as a table, save it there as .xlsx."}
	kindXML       = unknownKind("This is an XML document, not a table.")
	kindRTF       = unknownKind("This is a text document (RTF), not a table.")
	kindArchive   = &kind{fault.Unknown, "This is a compressed archive, not a table.", hintUnzip}
	kindLetter    = unknownKind("This is a Word document, not a table.")
	kindSlides    = unknownKind("This is a presentation, not a table.")
	kindZip       = &kind{fault.Unknown, "This is a zip archive without a workbook in it.", hintUnzip}
	kindBinary    = unknownKind("This is neither a text file nor a spreadsheet.")
	kindOldest    = toBeSaved("This is a workbook of Excel 4.0 or older, which the program cannot read.")
	kindBinaryX   = toBeSaved("This is a binary Excel workbook (.xlsb), which the program cannot read.")
	kindXMLSheet  = toBeSaved("This is a workbook in an old format (XML), which the program cannot read.")
	kindWebFile   = toBeSaved("This is a web page in a single file (MHTML), which the program cannot read.")
	kindOpenSheet = toBeSaved("This is an OpenDocument spreadsheet, which the program cannot read.")
	kindEncrypted = &kind{fault.Unreadable, "This workbook is protected by a password.",
		"Open it in Excel, remove the password (File, Info, Protect Workbook), save it and import it again."}
	kindOtherFile = unknownKind("This is a file of another program, not a table.")
	kindOldLetter = unknownKind("This is a Word document in the old format, not a table.")
	kindZeros     = &kind{fault.Unreadable, "The file holds nothing but zero bytes: it was not saved completely.",
		"Export it again from the platform."}
)

// signatures are the first bytes of kinds of files, from the formats' own specifications.
var signatures = []struct {
	prefix string
	kind   *kind
}{
	{"%PDF-", kindPDF},
	{"\x89PNG\r\n\x1a\n", kindPicture},
	{"\xff\xd8\xff", kindPicture},
	{"GIF8", kindPicture},
	{`{\rtf`, kindRTF},
	{"\x1f\x8b", kindArchive},
	{"7z\xbc\xaf\x27\x1c", kindArchive},
	{"Rar!\x1a\x07", kindArchive},
	{"BZh", kindArchive},
	{"\xfd7zXZ\x00", kindArchive},
}

// sniff tells what kind of file the bytes are.
func sniff(data []byte) *kind {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.prefix)) {
			return s.kind
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return kindOfZip(data)
	case bytes.HasPrefix(data, []byte(compoundSignature)), isBareStream(data):
		return kindCompound
	case isOldestWorkbook(data):
		return kindOldest
	case onlyZeros(data):
		return kindZeros
	}
	return kindOfText(data)
}

// kindOfZip looks at the names in a zip archive. A damaged archive counts as a workbook, whose reader says what is
// wrong with it.
func kindOfZip(data []byte) *kind {
	names, err := zipNames(data)
	if err != nil {
		return kindWorkbook
	}
	has := func(part string) bool { return names[part] }
	switch {
	case has("xl/workbook.xml"):
		return kindWorkbook
	case has("xl/workbook.bin"):
		return kindBinaryX
	case has("word/document.xml"):
		return kindLetter
	case has("ppt/presentation.xml"):
		return kindSlides
	case has("mimetype") && bytes.Contains(head(data, 200), []byte("opendocument.spreadsheet")):
		return kindOpenSheet
	case has("mimetype") && bytes.Contains(head(data, 200), []byte("opendocument.text")):
		return kindLetter
	case has("[content_types].xml"):
		return kindWorkbook
	}
	return kindZip
}

// kindOfText tells markup and binary data from text.
func kindOfText(data []byte) *kind {
	sample := head(data, 64<<10)
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head(sample, 1024), bomUTF8), " \t\r\n")))
	switch {
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"),
		strings.HasPrefix(start, "<table"), strings.HasPrefix(start, "<head"), strings.HasPrefix(start, "<body"),
		strings.HasPrefix(start, "<meta"):
		return kindPage
	case strings.HasPrefix(start, "<?xml") && strings.Contains(start, "urn:schemas-microsoft-com:office:spreadsheet"):
		return kindXMLSheet
	case strings.HasPrefix(start, "<?xml"):
		return kindXML
	case strings.HasPrefix(start, "mime-version:"):
		return kindWebFile
	case strings.HasPrefix(start, "<") && strings.Contains(start, "<html"): // behind a comment
		return kindPage
	}
	if _, wide := sniffWide(data); wide {
		return kindText
	}
	controls, zeros := 0, 0
	for _, c := range sample {
		switch {
		case c == 0:
			zeros++
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a, c == 0x7f:
			controls++
		}
	}
	// Single zero bytes and control characters do occur in names; binary data has them everywhere.
	if controls > 4+len(sample)/100 || zeros > 4+len(sample)/10 {
		return kindBinary
	}
	return kindText
}

func onlyZeros(data []byte) bool {
	return len(bytes.TrimLeft(head(data, 512), "\x00")) == 0 && len(bytes.TrimLeft(data, "\x00")) == 0
}

func head(data []byte, n int) []byte { return data[:min(n, len(data))] }
