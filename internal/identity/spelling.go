package identity

// Spelling knows the runs of three letters in the names of a list. A slip of the keys nearly always makes a run that no
// name of the list has (Đorđevgić); another name hardly ever does (Đorđetić).
type Spelling struct {
	runs   [1 << 15]uint16
	tokens int
}

// Add learns a folded token.
func (s *Spelling) Add(token string) {
	s.tokens++
	eachRun(token, func(run int) bool {
		if s.runs[run] < 1<<16-1 {
			s.runs[run]++
		}
		return true
	})
}

// Plenty tells whether the list is long enough to know what is no name in it.
func (s *Spelling) Plenty() bool {
	const plenty = 1500
	return s.tokens >= plenty
}

// Odd tells whether the token holds a run of letters that at most so many names of the list have.
func (s *Spelling) Odd(token string, most int) bool {
	odd := false
	eachRun(token, func(run int) bool {
		odd = int(s.runs[run]) <= most
		return !odd
	})
	return odd
}

// eachRun gives the runs of three letters of a token, its edges counted as a letter each, until told to stop.
func eachRun(token string, more func(run int) bool) {
	const edge, other = 0, 27
	run := edge
	for i := 0; i <= len(token); i++ {
		letter := edge
		if i < len(token) {
			if letter = int(token[i]) - 'a' + 1; letter < 1 || letter > 26 {
				letter = other
			}
		}
		run = run<<5&(1<<15-1) | letter
		if i > 0 && !more(run) {
			return
		}
	}
}
