package pdf

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// scanner reads commands and numbers of path data.
type scanner struct {
	text string
	pos  int
}

// more skips separators and tells whether anything is left.
func (s *scanner) more() bool {
	for s.pos < len(s.text) && isSeparator(rune(s.text[s.pos])) {
		s.pos++
	}
	return s.pos < len(s.text)
}

// command reads a letter, or repeats the last command where a number stands.
func (s *scanner) command(last byte) byte {
	c := s.text[s.pos]
	if (c|0x20) >= 'a' && (c|0x20) <= 'z' {
		s.pos++
		return c
	}
	if last|0x20 == 'z' {
		return c // a number after Z is an error, and must not be read for ever
	}
	return last
}

// numbers reads n numbers.
func (s *scanner) numbers(n int) ([]float64, error) {
	v := make([]float64, n)
	for i := range v {
		s.more()
		end := s.pos
		for end < len(s.text) && isNumberByte(s.text, s.pos, end) {
			end++
		}
		x, err := strconv.ParseFloat(s.text[s.pos:end], 64)
		if err != nil || math.Abs(x) > 1e9 {
			return nil, fmt.Errorf("svg: no number at %d of %.20q", s.pos, s.text)
		}
		v[i], s.pos = x, end
	}
	return v, nil
}

// isNumberByte tells whether the byte at end still belongs to the number that starts at from.
func isNumberByte(text string, from, end int) bool {
	c := text[end]
	switch {
	case c >= '0' && c <= '9' || c == 'e' || c == 'E':
		return true
	case c == '-' || c == '+':
		return end == from || text[end-1]|0x20 == 'e'
	case c == '.':
		return !strings.Contains(text[from:end], ".")
	}
	return false
}

// flag reads 0 or 1.
func (s *scanner) flag() (bool, error) {
	if !s.more() || (s.text[s.pos] != '0' && s.text[s.pos] != '1') {
		return false, fmt.Errorf("svg: no flag")
	}
	s.pos++
	return s.text[s.pos-1] == '1', nil
}
