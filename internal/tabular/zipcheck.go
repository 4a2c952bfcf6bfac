package tabular

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"rapporteur/internal/fault"
)

// The whole archive is unpacked and looked through before any of it is believed: sizes, checksums and names are claims
// of the file.

var (
	errBookDamaged = fault.New(fault.Unreadable, "The workbook is damaged or was not copied completely.",
		"Export or copy it again, or open it in a spreadsheet program and save it as .xlsx.")
	errZipTwice = fault.New(fault.Unreadable, "The workbook holds two parts of one name; no spreadsheet program writes that.",
		"Open it in a spreadsheet program and save it as .xlsx.")
)

// zipNames gives the names of the parts, as partName writes them.
func zipNames(data []byte) (map[string]bool, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	names := make(map[string]bool, len(archive.File))
	for _, part := range archive.File {
		names[partName(part.Name)] = true
	}
	return names, nil
}

// partName is the form in which names of parts are compared: the package convention ignores case (ECMA-376 part 2).
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// unpackAll checks the archive against the limits and every part against its own declaration, and gives the parts by
// name, as partName writes it. Parts that are neither XML nor relations are unpacked and let go.
func unpackAll(data []byte, limits Limits) (map[string][]byte, error) {
	if len(data) > limits.WorkbookBytes {
		return nil, errBookTooLarge(limits)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errBookDamaged.Because(err)
	}
	if err := checkDirectory(archive, len(data), limits); err != nil {
		return nil, err
	}
	parts := make(map[string][]byte, len(archive.File))
	for _, part := range archive.File {
		content, err := unpack(part)
		if err != nil {
			return nil, err
		}
		name := partName(part.Name)
		if ext := path.Ext(name); ext == ".xml" || ext == ".rels" {
			parts[name] = content
		}
	}
	return parts, nil
}

func errBookTooLarge(limits Limits) error {
	return fault.Newf(fault.TooLarge, "Delete the sheets and columns that are not needed and import it again.",
		"The workbook has more than %d MB, the most it may have.", limits.WorkbookBytes>>20)
}

// checkDirectory judges what the archive says about itself.
func checkDirectory(archive *zip.Reader, packed int, limits Limits) error {
	if len(archive.File) > limits.Entries {
		return fault.Newf(fault.TooLarge, "Open it in a spreadsheet program, copy the table to a new workbook and save that.",
			"The workbook consists of %d parts; it may have %d.", len(archive.File), limits.Entries)
	}
	seen := make(map[string]bool, len(archive.File))
	var sum uint64
	for _, part := range archive.File {
		name := partName(part.Name)
		if seen[name] {
			return errZipTwice
		}
		seen[name] = true
		sum += min(part.UncompressedSize64, uint64(limits.Unzipped)+1)
	}
	if sum > uint64(limits.Unzipped) || sum > ratioFloor && sum/uint64(limits.Ratio) > uint64(packed) {
		return fault.New(fault.TooLarge, "The workbook unfolds to far more data than a webinar can have.",
			"Open it in a spreadsheet program, copy the table to a new workbook and save that.")
	}
	return nil
}

// unpack inflates one part, never beyond the size it declares; checksum and size must hold.
func unpack(part *zip.File) ([]byte, error) {
	r, err := part.Open()
	if err != nil {
		return nil, errBookDamaged.Because(err)
	}
	defer r.Close()
	declared := int64(part.UncompressedSize64)
	content := bytes.NewBuffer(make([]byte, 0, declared+1))
	n, err := io.Copy(content, io.LimitReader(r, declared+1))
	if err != nil || n != declared {
		return nil, errBookDamaged.Because(err)
	}
	return content.Bytes(), nil
}
