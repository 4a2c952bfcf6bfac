package tabular

import (
	"rapporteur/internal/fault"
	"rapporteur/internal/progress"
)

// Read turns the bytes of a table file into sheets. What the file is, is told from its bytes; name stands in faults
// and in File only. Limits' zero fields have their standard values. The cells may share the memory of the data, which is not
// to be changed any more.
//
// Faults: unreadable (cut off, damaged, encrypted, a workbook of Excel 4.0 or older, empty), too-large (above a limit), unknown (a PDF, a
// picture, a page, a letter: no table). They name the file and, where there is one, the sheet, line and column.
func Read(name string, data []byte, limits Limits) (*File, error) {
	return readAs(name, data, limits, Said{}, false, nil)
}

// ReadSaid is Read of a text file about which the officer said something. Fault invalid for an encoding or a delimiter that
// there is not. seen is told how many bytes are read, those of a workbook as they are unpacked.
func ReadSaid(name string, data []byte, limits Limits, said Said, seen progress.Seen) (*File, error) {
	return readAs(name, data, limits, said, false, seen)
}

// ReadEvery is Read for tables whose rows are answered one by one: a row of a text file that has delimiters and nothing
// else is kept, without cells. Lines without any character are still left out.
func ReadEvery(name string, data []byte, limits Limits) (*File, error) {
	return readAs(name, data, limits, Said{}, true, nil)
}

func readAs(name string, data []byte, limits Limits, said Said, every bool, seen progress.Seen) (*File, error) {
	limits = limits.orDefault()
	file, err := read(data, limits, said, every, seen)
	if err == nil && !every {
		err = partLines(file, limits, said)
	}
	if err != nil {
		return nil, inFile(err, name)
	}
	file.Name = name
	return file, nil
}

func read(data []byte, limits Limits, said Said, every bool, seen progress.Seen) (*File, error) {
	if len(data) == 0 {
		return nil, fault.New(fault.Unreadable, "The file is empty.", "Export it again from the platform.")
	}
	kind := sniff(data)
	if kind == kindWorkbook {
		return readWorkbook(data, limits, seen)
	}
	if kind == kindCompound {
		return readOldWorkbook(data, limits, seen)
	}
	if kind == kindPage {
		return readPage(data, limits, said, seen)
	}
	if kind != kindText {
		return nil, kind.refusal()
	}
	if len(data) > limits.TextBytes {
		return nil, errTextTooLarge(limits)
	}
	return readText(data, limits, said, every, seen)
}

func errTextTooLarge(limits Limits) error {
	return fault.Newf(fault.TooLarge, "Export one webinar at a time.",
		"The file has more than %d MB, the most a table in text form may have.", limits.TextBytes>>20)
}

// inFile adds the file's name to the place a fault names.
func inFile(err error, name string) error {
	f := fault.From(err)
	where := f.Where
	where.File = name
	return f.At(where)
}
