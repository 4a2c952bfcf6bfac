package sector

import (
	"crypto/sha256"
	"embed"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var dataFiles embed.FS

// termFiles are the files of terms; domains.tsv and declared.tsv have columns of their own.
var termFiles = []string{"roles", "organisations", "topics", "exceptions", "international", "institutions", gazetteer}

// gazetteer is the file of institutions with a name and a source: one a line.
const gazetteer = "gazetteer"

// pattern is one word of a term.
type pattern struct {
	text     string
	stem     bool // stands for all words that begin so
	capitals bool // stands only for the word in capitals
}

// entry is one term: a word or a phrase, what it means, and where.
type entry struct {
	means     meaning
	countries []string // nil everywhere
	patterns  []int
	letters   int
	certain   bool   // means the same wherever it is known: good where the country is unknown
	term      string // as the data file writes it, without its signs
	name      string // of the gazetteer's institution, "" for other terms
}

// lexicon is the compiled data.
type lexicon struct {
	patterns    []pattern
	words       map[string][]int // whole words → patterns
	stems       map[string][]int // beginnings → patterns
	longestStem int
	byFirst     map[byte][]int // patterns long enough to be mistyped, by first letter
	byLetter    map[byte][]int // patterns that a cut word may stand for, by first letter
	starting    [][]entry      // entries by their first pattern
	declared    map[string]answer
	domains     map[string]Label
}

// compiled is built when the first person is classified: the start of a command does not pay for it.
var compiled = sync.OnceValue(compile)

func compile() *lexicon {
	lex := &lexicon{
		words: map[string][]int{}, stems: map[string][]int{}, byFirst: map[byte][]int{}, byLetter: map[byte][]int{},
	}
	ids := map[pattern]int{}
	for _, name := range termFiles {
		for _, column := range readTable(name) {
			means := meaning(slices.Index(meaningNames[:], column[0]))
			institution := ""
			if name == gazetteer {
				institution = column[2]
			}
			for _, term := range strings.Split(column[3], "|") {
				lex.add(ids, entry{means: means, countries: countryList(column[1]), name: institution}, term)
			}
		}
	}
	for i, p := range lex.patterns {
		if p.capitals {
			continue
		}
		lex.byLetter[p.text[0]] = append(lex.byLetter[p.text[0]], i)
		if len(p.text) >= shortestTypo {
			lex.byFirst[p.text[0]] = append(lex.byFirst[p.text[0]], i)
		}
	}
	lex.markCertain()
	lex.declared = readAnswers()
	lex.domains = readDomains()
	return lex
}

// readTable gives the rows of a data file, without comments, each with five columns at least.
func readTable(name string) [][]string {
	data, err := fs.ReadFile(dataFiles, "data/"+name+".tsv")
	if err != nil {
		panic("sector: the embedded file " + name + " is missing") // a mistake of the build, not of the data
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, "\t")
		for len(columns) < 5 {
			columns = append(columns, "")
		}
		rows = append(rows, columns)
	}
	return rows
}

func countryList(s string) []string {
	if s == "*" {
		return nil
	}
	return strings.Split(s, ",")
}

func (lex *lexicon) add(ids map[pattern]int, e entry, term string) {
	e.term = strings.TrimPrefix(strings.ReplaceAll(term, "*", ""), "=")
	for _, p := range patternsOf(term) {
		id, seen := ids[p]
		if !seen {
			id = len(lex.patterns)
			ids[p] = id
			lex.patterns = append(lex.patterns, p)
			lex.starting = append(lex.starting, nil)
			if p.stem {
				lex.stems[p.text] = append(lex.stems[p.text], id)
				lex.longestStem = max(lex.longestStem, len(p.text))
			} else {
				lex.words[p.text] = append(lex.words[p.text], id)
			}
		}
		e.patterns = append(e.patterns, id)
		e.letters += len(p.text)
	}
	if len(e.patterns) == 0 {
		return
	}
	lex.starting[e.patterns[0]] = append(lex.starting[e.patterns[0]], e)
}

// markCertain finds the terms that mean one thing only. Abbreviations that must be in capitals are words otherwise and
// never certain.
func (lex *lexicon) markCertain() {
	type first struct {
		means   meaning
		several bool
	}
	phrases := map[string]*first{}
	of := make([][]*first, len(lex.starting))
	var key []byte
	for i, entries := range lex.starting {
		of[i] = make([]*first, len(entries))
		for k, e := range entries {
			key = key[:0]
			for _, id := range e.patterns {
				key = binary.AppendUvarint(key, uint64(id))
			}
			f, seen := phrases[string(key)]
			if !seen {
				f = &first{means: e.means}
				phrases[string(key)] = f
			}
			f.several = f.several || f.means != e.means
			of[i][k] = f
		}
	}
	for i, entries := range lex.starting {
		for k := range entries {
			entries[k].certain = !of[i][k].several && !lex.patterns[entries[k].patterns[0]].capitals
		}
	}
}

// patternsOf reads a term of the data files: words, stems with "*", "=" before a word in capitals.
func patternsOf(term string) []pattern {
	var patterns []pattern
	for _, word := range strings.Fields(term) {
		capitals := strings.HasPrefix(word, "=")
		stem := strings.HasSuffix(word, "*")
		tokens := tokensOf(strings.Trim(word, "=*"))
		for i, t := range tokens {
			patterns = append(patterns, pattern{text: t.text, stem: stem && i == len(tokens)-1, capitals: capitals})
		}
	}
	return patterns
}

// ruled names the rules over the lexicon: it is raised whenever the same words would be labelled otherwise by the same lexicon.
const ruled = "2"

// Version names the lexicon by its content, and the rules over it: figures that are kept say by which they were labelled.
func Version() string {
	sum := sha256.New()
	fmt.Fprintln(sum, ruled)
	err := fs.WalkDir(dataFiles, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dataFiles, path)
		fmt.Fprintf(sum, "%s %d\n%s", path, len(data), data)
		return err
	})
	if err != nil {
		panic(err) // embedded files
	}
	return hex.EncodeToString(sum.Sum(nil))[:12]
}
