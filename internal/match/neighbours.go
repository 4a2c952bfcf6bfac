package match

// neighbours finds the tokens about one letter away from another without comparing with all: two such tokens are equal
// once each is left as it is or loses one letter. The forms are kept as hashes; what happens to share one is told apart by
// who compares.
type neighbours struct {
	tokens []string
	heads  map[uint64]int32 // form → its latest link, counted from 1
	links  []link
}

// link chains the tokens that share a form.
type link struct{ token, next int32 }

// shortest is the length from which on a letter is left out.
const shortest = 4

// newNeighbours makes room for about so many tokens.
func newNeighbours(tokens int) neighbours {
	const usual = 8 // letters
	return neighbours{tokens: make([]string, 0, tokens), heads: make(map[uint64]int32, usual*tokens), links: make([]link, 0, usual*tokens)}
}

func (n *neighbours) add(token string) {
	at := int32(len(n.tokens))
	n.tokens = append(n.tokens, token)
	for skip := range forms(token) {
		form := hashWithout(token, skip-1)
		n.links = append(n.links, link{at, n.heads[form]})
		n.heads[form] = int32(len(n.links))
	}
}

// of gives the tokens that share a form with the token, possibly some others and some twice.
func (n *neighbours) of(token string) []string {
	var out []string
	for skip := range forms(token) {
		for l := n.heads[hashWithout(token, skip-1)]; l > 0; l = n.links[l-1].next {
			out = append(out, n.tokens[n.links[l-1].token])
		}
	}
	return out
}

// forms is how many forms a token has: itself and, when it is long enough, one without each of its letters.
func forms(token string) int {
	if len(token) < shortest {
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
