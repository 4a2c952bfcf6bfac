package sector

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// score is how a set of labelled rows is answered, by the measures of MATCHING §5.
type score struct {
	rows, right, fits, unknown int
	named, namedRight          int // answered as judiciary, prosecution, police or FIU
	refined, refinedRight      int // answered with a subtype
	subtypes, subtypesFound    int // rows whose first label has one
	macroF1                    float64
	wrong                      []string
}

func (s score) share(n int) float64 { return float64(n) / float64(max(s.rows, 1)) }

func (s score) String() string {
	part := func(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
	return fmt.Sprintf("%d rows: accuracy %.3f, with alternatives %.3f, unknown %.3f, precision of the four %.3f, macro-F1 %.3f, subtype recall %.3f, precision %.3f",
		s.rows, s.share(s.right), s.share(s.fits), s.share(s.unknown), part(s.namedRight, s.named), s.macroF1,
		part(s.subtypesFound, s.subtypes), part(s.refinedRight, s.refined))
}

// scoreRows classifies rows with a column labels: the label that is meant, then those that can be argued, parted by "|".
func scoreRows(rows []map[string]string) score {
	s := score{rows: len(rows)}
	meant, answered, both := map[Class]int{}, map[Class]int{}, map[Class]int{}
	for _, row := range rows {
		labels := strings.Split(row["labels"], "|")
		got, want := Classify(undeclared(row)), classOf(labels[0])
		fits := slices.ContainsFunc(labels, func(l string) bool { return classOf(l) == got.Class })
		if fits {
			s.fits++
			want = got.Class // an answer that can be argued is no error of its class
		} else {
			s.wrong = append(s.wrong, fmt.Sprintf("%q, %q, %s: %s, want %s (%s)", row["organisation"], row["job_title"], row["country"], got.Class, row["labels"], got.Reason))
		}
		meant[want]++
		answered[got.Class]++
		if got.Class == want {
			both[want]++
		}
		if got.Class == classOf(labels[0]) {
			s.right++
		}
		switch got.Class {
		case ClassUnknown:
			s.unknown++
		case ClassJudiciary, ClassProsecution, ClassPolice, ClassFIU:
			s.named++
			if fits {
				s.namedRight++
			}
		}
		label := string(got.Class)
		if got.Subtype != "" {
			label += "/" + string(got.Subtype)
			s.refined++
			if slices.Contains(labels, label) {
				s.refinedRight++
			} else {
				s.wrong = append(s.wrong, fmt.Sprintf("%q, %q, %s: %s, want %s (%s)", row["organisation"], row["job_title"], row["country"], label, row["labels"], got.Reason))
			}
		}
		if strings.Contains(labels[0], "/") {
			s.subtypes++
			if slices.Contains(labels, label) {
				s.subtypesFound++
			} else if fits {
				s.wrong = append(s.wrong, fmt.Sprintf("%q, %q, %s: %s, want %s (%s)", row["organisation"], row["job_title"], row["country"], label, row["labels"], got.Reason))
			}
		}
	}
	for c := range meant {
		s.macroF1 += 2 * float64(both[c]) / float64(meant[c]+answered[c])
	}
	s.macroF1 /= float64(max(len(meant), 1))
	return s
}

// TestUnseenRows holds the figures over rows that were written before the terms and institutions they name were looked at:
// the region's bodies and titles in its languages and scripts, with swapped fields, typos, abbreviations and silence. Terms
// were mended by what every second row showed, from the first; the others were only counted.
func TestUnseenRows(t *testing.T) {
	s := scoreRows(readRows(t, "unseen.csv"))
	t.Log(s)
	if s.rows < 300 || s.share(s.right) < .96 || s.share(s.fits) < .98 || s.share(s.unknown) > .05 || s.macroF1 < .97 ||
		100*s.namedRight < 99*s.named || 100*s.refinedRight < 98*s.refined || 100*s.subtypesFound < 97*s.subtypes {
		t.Error("fewer than before:\n" + strings.Join(s.wrong, "\n"))
	}
}

// TestTypedRows holds the figures over rows as people of the region and its neighbours type them, each labelled before it
// was read: spellings without marks, abbreviations, unit names, ranks, swapped fields, broken encodings, domains alone.
// Terms were mended by what two in three rows showed; the others were counted once before the last mending.
func TestTypedRows(t *testing.T) {
	s := scoreRows(readRows(t, "typed.csv"))
	t.Log(s)
	if s.rows < 700 || s.share(s.right) < .91 || s.share(s.fits) < .985 || s.share(s.unknown) > .065 || s.macroF1 < .97 ||
		100*s.namedRight < 99*s.named || 100*s.refinedRight < 98*s.refined || 100*s.subtypesFound < 98*s.subtypes {
		t.Error("fewer than before:\n" + strings.Join(s.wrong, "\n"))
	}
}
