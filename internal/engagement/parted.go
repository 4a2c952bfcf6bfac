package engagement

import (
	"strings"

	"rapporteur/internal/tabular"
)

// partedColumn gives the answers of one question, row by row, each parted into the options that a respondent may have
// chosen together. Microsoft Forms ends each option with a semicolon; others join them by a sign that may stand within an
// option as well: a column is parted only when its parts come again and are fewer than the answers they make up.
func partedColumn(rows []tabular.Row, column int) [][]string {
	cells := make([]string, len(rows))
	ended := false
	for i, row := range rows {
		cells[i] = strings.TrimSpace(row.Cell(column))
		ended = ended || strings.HasSuffix(cells[i], ";")
	}
	if ended {
		return partedBy(cells, ";")
	}
	for _, sign := range []string{";", "\n", "|", ", ", ","} {
		if joins(cells, sign) {
			return partedBy(cells, sign)
		}
	}
	out := make([][]string, len(cells))
	for i, cell := range cells {
		out[i] = one(cell)
	}
	return out
}

func partedBy(cells []string, sign string) [][]string {
	out := make([][]string, len(cells))
	for i, cell := range cells {
		seen := map[string]bool{}
		for part := range strings.SplitSeq(cell, sign) {
			for _, p := range one(part) {
				if key := optionKey(p); !seen[key] {
					seen[key] = true
					out[i] = append(out[i], p)
				}
			}
		}
	}
	return out
}

// joins tells whether a sign joins options: fewer parts than different answers, and most of them found again.
func joins(cells []string, sign string) bool {
	whole, parts, joined, total := map[string]bool{}, map[string]int{}, 0, 0
	for _, cell := range cells {
		if cell == "" {
			continue
		}
		whole[optionKey(cell)] = true
		if strings.Contains(cell, sign) {
			joined++
		}
		for part := range strings.SplitSeq(cell, sign) {
			if key := optionKey(part); key != "" {
				parts[key]++
				total++
			}
		}
	}
	again := 0
	for _, n := range parts {
		if n > 1 {
			again += n
		}
	}
	return joined > 1 && len(parts) < len(whole) && 10*again >= 7*total
}
