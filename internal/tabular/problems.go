package tabular

import (
	"cmp"
	"fmt"
	"slices"
)

// problemList collects remarks up to maxProblems; the rest is counted by its length only.
type problemList []Problem

func (l *problemList) add(p Problem) {
	if len(*l) <= maxProblems {
		*l = append(*l, p)
	}
}

// inOrder gives the remarks by line; a list that is full ends with a sentence that says so.
func (l problemList) inOrder() []Problem {
	slices.SortStableFunc(l, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	if len(l) > maxProblems {
		l = append(l[:maxProblems:maxProblems], Problem{
			Message: fmt.Sprintf("There are more problems than the %d listed.", maxProblems)})
	}
	return l
}
