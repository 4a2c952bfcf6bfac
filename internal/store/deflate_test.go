package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"testing"
)

// A file is the same again, wherever the pieces end in which it is packed, and packs to the same bytes each time.
func TestDeflatedPieces(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 1, deflatePiece - 1, deflatePiece, deflatePiece + 1, 3*deflatePiece + 17} {
		data := make([]byte, size)
		for i := range data {
			data[i] = "0123456789abcdef,\n"[random.IntN(18)]
		}
		packed, err := deflate(data)
		if err != nil {
			t.Fatal(err)
		}
		again, err := deflate(data)
		if err != nil || !bytes.Equal(packed, again) {
			t.Errorf("%d bytes pack otherwise the second time, %v", size, err)
		}
		sum := sha256.Sum256(data)
		got, err := storedFile{hex.EncodeToString(sum[:]), size, packed}.bytes()
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes come back as %d, %v", size, len(got), err)
		}
	}
}
