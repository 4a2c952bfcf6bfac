package match

import "math/bits"

// neighbours finds the tokens about one letter away from another without comparing with all: two such tokens are equal
// once each is left as it is or loses one letter. The forms are kept as hashes; what happens to share one is told apart by
// who compares.
type neighbours struct {
	heads []int32 // place of a hash → its latest link, counted from 1
	shift int
	links []link
}

// link chains the tokens whose forms share a place.
type link struct {
	token, next int32
	form        uint32
}

// shortest is the length from which on a letter is left out, longest that up to which: no word of a name is longer, and the
// forms of one would take the room of thousands.
const (
	shortest = 4
	longest  = 64
)

// newNeighbours indexes tokens, numbered in their order.
func newNeighbours(tokens []string) neighbours {
	all := 0
	for _, t := range tokens {
		all += forms(t)
	}
	size := bits.Len(uint(max(1, all)))
	n := neighbours{heads: make([]int32, 1<<size), shift: 64 - size, links: make([]link, 0, all)}
	for number, t := range tokens {
		for skip := range forms(t) {
			form := hashWithout(t, skip-1)
			head := n.place(form)
			n.links = append(n.links, link{int32(number), *head, uint32(form)})
			*head = int32(len(n.links))
		}
	}
	return n
}

// place is where the chain of a hash begins.
func (n *neighbours) place(hash uint64) *int32 {
	const golden = 0x9e3779b97f4a7c15 // spreads what the hash has in its lower bits
	return &n.heads[hash*golden>>n.shift]
}

// of gives the numbers of the tokens that share a form with the token, possibly some others and some twice.
func (n *neighbours) of(token string) []int32 {
	var out []int32
	for skip := range forms(token) {
		form := hashWithout(token, skip-1)
		for at := *n.place(form); at > 0; at = n.links[at-1].next {
			if l := n.links[at-1]; l.form == uint32(form) {
				out = append(out, l.token)
			}
		}
	}
	return out
}

// forms is how many forms a token has: itself and, when it is long enough, one without each of its letters.
func forms(token string) int {
	if len(token) < shortest || len(token) > longest {
		return 1
	}
	return 1 + len(token)
}

// hashWithout is the FNV-1a hash of a token without its byte at skip; skip -1 leaves it whole.
func hashWithout(token string, skip int) uint64 {
	hash := uint64(14695981039346656037)
	for i := range len(token) {
		if i != skip {
			hash = (hash ^ uint64(token[i])) * 1099511628211
		}
	}
	return hash
}
