package workflow

import (
	"context"

	"rapporteur/internal/fault"
)

// Apart is a file of a drop that takes no part in its import: why, and what can be done. Outline: it is the outline of a
// webinar, which a new one can be made from. Nothing of such a file is written.
type Apart struct {
	File    string `json:"file"`
	SHA256  string `json:"sha256"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
	Outline bool   `json:"outline"`
	data    []byte
}

// apart gathers the files that take no part. first is the fault of the first of them.
type apart struct {
	files []Upload
	said  ImportOptions
	met   map[string]string // the names of the files by their hashes
	list  []Apart
	first error
}

func newApart(files []Upload, o ImportOptions) *apart {
	return &apart{files: files, said: o, met: map[string]string{}, list: []Apart{}}
}

// repeated tells whether the same bytes were given before; such a file is read once.
func (a *apart) repeated(u Upload) bool {
	sum := u.SHA256()
	name, again := a.met[sum]
	if !again {
		a.met[sum] = u.Name
		return false
	}
	message := "This is the same file as “" + name + "”, byte for byte: it is read once."
	if name == u.Name {
		message = "This file was given twice, byte for byte: it is read once."
	}
	a.list = append(a.list, Apart{File: u.Name, SHA256: sum, Message: message, data: u.Data})
	return true
}

// set sets a file apart for a fault of its own. The fault comes back where it is not the file's, where the file is the only
// one, and where the officer has said something of the file: then the answer is what must be mended.
func (a *apart) set(ctx context.Context, u Upload, err error) error {
	e := fault.From(err)
	sum := u.SHA256()
	_, mapped := a.said.mapOf(sum)
	own := ctx.Err() == nil && e.Where.File == u.Name && e.Code != fault.Internal && e.Code != fault.Invalid
	if !own || mapped || a.said.Files[sum] != (FileSaid{}) || len(a.files) == 1 {
		return err
	}
	if a.first == nil {
		a.first = err
	}
	outline := e.Code == fault.WrongKind && isOutline(u)
	a.list = append(a.list, Apart{File: u.Name, SHA256: sum, Message: e.Message, Hint: e.Hint, Outline: outline, data: u.Data})
	return nil
}

// without plans files of one kind; one that cannot be read after all is set apart, and the others are planned without it.
// ok is false when none is left.
func (a *apart) without(ctx context.Context, files []Upload, plan func([]Upload) error) (ok bool, err error) {
	for len(files) > 0 {
		err := plan(files)
		if err == nil {
			return true, nil
		}
		var rest []Upload
		culprits := 0
		for _, u := range files {
			if u.Name != fault.From(err).Where.File {
				rest = append(rest, u)
				continue
			}
			culprits++
		}
		if culprits != 1 { // which of several files of one name it is, nobody can tell
			return false, err
		}
		for _, u := range files {
			if u.Name == fault.From(err).Where.File {
				if err := a.set(ctx, u, err); err != nil {
					return false, err
				}
			}
		}
		files = rest
	}
	return false, nil
}

// ApartFile gives a file that takes no part by its hash, to be used otherwise. Fault not-found.
func (p *ImportPlan) ApartFile(sum string) (Upload, error) {
	for _, a := range p.Plan().Apart {
		if a.SHA256 == sum {
			return Upload{Name: a.File, Data: a.data}, nil
		}
	}
	return Upload{}, fault.New(fault.NotFound, "The plan has no such file.", "Choose it again.")
}
