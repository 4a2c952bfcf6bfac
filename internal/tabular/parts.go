package tabular

import (
	"archive/zip"
	"bytes"

	"rapporteur/internal/fault"
)

// Parts gives the wanted XML parts of an office document by their names, in small letters and without a slash in front. The
// document is under the caps of a workbook: its bytes, the number of its parts, their sizes unpacked and the ratio; each
// part taken out is well-formed, without a document type and without entities of its own. The others stay packed.
//
// Faults: too-large, unreadable. Their sentences speak of a workbook: a caller who reads another document says its own.
func Parts(data []byte, limits Limits, wanted func(name string) bool) (map[string][]byte, error) {
	limits = limits.orDefault()
	if len(data) > limits.WorkbookBytes {
		return nil, fault.Newf(fault.TooLarge, "Save it without its pictures.", "The document has more than %d MB, the most it may have.", limits.WorkbookBytes>>20)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errBookDamaged.Because(err)
	}
	if err := checkDirectory(archive, len(data), limits); err != nil {
		return nil, err
	}
	parts := map[string][]byte{}
	for _, part := range archive.File {
		name := partName(part.Name)
		if !wanted(name) {
			continue
		}
		content, err := unpack(part)
		if err != nil {
			return nil, err
		}
		if err := checkXML(content, deaf{}, nil); err != nil {
			return nil, err
		}
		parts[name] = content
	}
	return parts, nil
}
