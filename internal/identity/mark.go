package identity

import "math/bits"

// mark has a bit for each letter that stands in a folded token; letters outside of ASCII share one. Two tokens are told
// apart by their marks long before their letters are compared.
type mark uint32

func markOf(token string) mark {
	var m mark
	for i := range len(token) {
		if c := token[i]; c < 0x80 {
			m |= 1 << (c & 31)
		} else {
			m |= 1
		}
	}
	return m
}

// within tells whether all letters stand in the other token too, as those of a part of it do.
func (m mark) within(other mark) bool { return m&^other == 0 }

// apart is how many letters stand in one of two tokens only.
func (m mark) apart(other mark) int { return bits.OnesCount32(uint32(m ^ other)) }

// far tells whether two tokens differ by more letters than a slip of the keys or another ending makes: -os and -u differ by
// three.
func (m mark) far(other mark) bool { return m.apart(other) > 3 }

// mostMarks is how many tokens of a name have their marks at hand; hardly any name has more.
const mostMarks = 4

// mark is that of one token.
func (n *Name) mark(token int) mark {
	if token < mostMarks {
		return n.marks[token]
	}
	return markOf(n.Tokens[token])
}
