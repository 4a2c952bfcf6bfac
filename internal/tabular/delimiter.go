package tabular

import "strings"

// sampleLines is how much of a file is looked at to find its delimiter: longer than any platform's preamble.
const sampleLines = 40

// declaredDelimiter reads the line "sep=;" that some programs put first for Excel.
func declaredDelimiter(text string) (byte, bool) {
	const mark = "sep="
	if len(text) > len(mark) && strings.EqualFold(text[:len(mark)], mark) {
		switch d := text[len(mark)]; d {
		case ',', ';', '\t', '|':
			return d, true
		}
	}
	return 0, false
}

// guessDelimiter gives the one of tab, semicolon, comma and bar that cuts the first lines most evenly into cells.
// Tab wins whenever most lines have it: nobody types tabs into names, but dates of Teams files have a comma on
// every line.
func guessDelimiter(text string) byte {
	lines := firstLines(text, sampleLines)
	best, bestScore := byte(','), 0
	for _, d := range []byte{'\t', ';', ',', '|'} {
		score, share := evenness(lines, d)
		if d == '\t' && share >= 50 {
			return d
		}
		if score > bestScore {
			best, bestScore = d, score
		}
	}
	return best
}

// evenness gives points for the cells of the lines that have the most common number of delimiters, and the share of
// lines with any, in per cent. A delimiter with a blank behind it counts less: that is how people write lists.
func evenness(lines []string, d byte) (score, share int) {
	weights := map[int]int{} // delimiters in a line → points of all such lines
	with := 0
	for _, line := range lines {
		if count, spaced := delimiters(line, d); count > 0 {
			with++
			weights[count] += 4*count - 3*spaced
		}
	}
	for _, points := range weights {
		score = max(score, points)
	}
	if len(lines) > 0 {
		share = 100 * with / len(lines)
	}
	return score, share
}

// delimiters counts the delimiters of a line outside quotes, and those with a blank behind them.
func delimiters(line string, d byte) (count, spaced int) {
	quoted := false
	for i := range len(line) {
		switch {
		case line[i] == '"' && d != '\t':
			quoted = !quoted
		case line[i] == d && !quoted:
			count++
			if i+1 < len(line) && line[i+1] == ' ' {
				spaced++
			}
		}
	}
	return count, spaced
}

// firstLines gives up to n lines that are not blank, without line ends.
func firstLines(text string, n int) []string {
	var lines []string
	for len(text) > 0 && len(lines) < n {
		line := text
		end := strings.IndexAny(text, "\r\n")
		if end < 0 {
			text = ""
		} else {
			line, text = text[:end], text[end+1:]
		}
		if strings.TrimSpace(line) != "" {
			lines = append(lines, line[:min(len(line), 64<<10)])
		}
	}
	return lines
}
