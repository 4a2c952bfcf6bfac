package identity

import "unicode/utf8"

// Distance is the number of single letters to insert, delete, replace or swap with their neighbour to turn a into b
// (optimal string alignment). It counts runes and stops at limit+1: any greater distance is reported as limit+1.
func Distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	var short [3 * 24]int // the rows of usual words stay off the heap
	rows := short[:]
	width := len(y) + 1
	if 3*width > len(rows) {
		rows = make([]int, 3*width)
	}
	before, last, row := rows[:width], rows[width:2*width], rows[2*width:3*width]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		best := row[0]
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			best = min(best, row[j])
		}
		if best > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit+1)
}

// Near tells whether two different folded tokens are one letter apart and long enough that this is likelier a slip than
// another name: four letters or more.
func Near(a, b string) bool {
	return a != b && min(len(a), len(b)) >= 4 && oneApart(a, b)
}

// oneApart is Distance(a, b, 1) == 1 for different texts, without a table: what stands between the common beginning and
// the common end is one letter at most on each side, or two that are swapped.
func oneApart(a, b string) bool {
	begin := commonPrefix(a, b)
	for begin > 0 && begin < len(a) && !utf8.RuneStart(a[begin]) || begin > 0 && begin < len(b) && !utf8.RuneStart(b[begin]) {
		begin--
	}
	a, b = a[begin:], b[begin:]
	for a != "" && b != "" {
		x, n := utf8.DecodeLastRuneInString(a)
		y, m := utf8.DecodeLastRuneInString(b)
		if x != y {
			break
		}
		a, b = a[:len(a)-n], b[:len(b)-m]
	}
	x, n := utf8.DecodeRuneInString(a)
	y, m := utf8.DecodeRuneInString(b)
	if n == len(a) && m == len(b) {
		return true
	}
	u, n2 := utf8.DecodeRuneInString(a[n:])
	v, m2 := utf8.DecodeRuneInString(b[m:])
	return n+n2 == len(a) && m+m2 == len(b) && x == v && y == u
}

// commonPrefix is how many bytes two texts begin with alike.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// Flip tells whether two folded tokens differ as the man's and the woman's form of a name do: by a last vowel (Jovan,
// Jovana; Marko, Marka; Aleksandar, Aleksandra; Cristian, Cristina). On a given name that is another person, never a slip.
func Flip(a, b string) bool {
	if a == b {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case len(b) == len(a)+1:
		return b[:len(a)] == a && isVowel(b[len(b)-1])
	case len(b) == len(a) && len(a) > 2:
		n := len(a)
		if a[:n-1] == b[:n-1] {
			return isVowel(a[n-1]) && isVowel(b[n-1])
		}
		x, y := a[n-2:], b[n-2:]
		return a[:n-2] == b[:n-2] && x[0] == y[1] && x[1] == y[0] && (x == "ar" || y == "ar" || x == "an" || y == "an")
	}
	return false
}

// surnameForms are the endings of one family name borne by men and women, folded.
var surnameForms = [][2]string{{"ski", "ska"}, {"ov", "ova"}, {"ev", "eva"}, {"os", "u"}}

// SurnameForms tells whether two folded tokens are the man's and the woman's form of one family name (-ski and -ska,
// -ov and -ova).
func SurnameForms(a, b string) bool {
	if commonPrefix(a, b) < min(len(a), len(b))-3 { // no ending is longer
		return false
	}
	for _, f := range surnameForms {
		for _, p := range [2][2]string{f, {f[1], f[0]}} {
			x, y := len(a)-len(p[0]), len(b)-len(p[1])
			if x > 2 && x == y && a[x:] == p[0] && b[y:] == p[1] && a[:x] == b[:y] {
				return true
			}
		}
	}
	return false
}

func isVowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }
