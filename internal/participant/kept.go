package participant

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// The keys of words that were folded last: the words of names come again and again.
var folded, finer, latins kept

// kept remembers the keys of words, each at the place its hash gives.
type kept [1 << 13]atomic.Pointer[keptKey]

type keptKey struct{ token, key string }

var keptSeed = maphash.MakeSeed()

// longestKept is the longest word that is kept, in bytes: longer than names are.
const longestKept = 64

// of gives the key of a token, computed when it is not remembered.
func (k *kept) of(token string, compute func(string) string) string {
	at := &k[maphash.String(keptSeed, token)%uint64(len(k))]
	if known := at.Load(); known != nil && known.token == token {
		return known.key
	}
	key := compute(token)
	if len(token) <= longestKept {
		own := strings.Clone(token) // a token is a piece of a file, which is not kept with it
		if key == token {
			key = own
		}
		at.Store(&keptKey{own, key})
	}
	return key
}
