package workflow

import "slices"

// NamePasted names the files that have no name: tables that were pasted as text, or read from standard input. The day is
// written in words, so that it is not taken for the day of what the table holds.
func (d *Desk) NamePasted(files []Upload) []Upload {
	files = slices.Clone(files)
	for i, u := range files {
		if u.Name == "" {
			files[i].Name = "pasted table " + d.now().Format("2 January 2006")
		}
	}
	return files
}
