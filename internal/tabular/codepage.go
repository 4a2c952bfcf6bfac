package tabular

import (
	"golang.org/x/text/encoding/charmap"
)

// codePage is a Windows code page of the region, with what its letters say about a text being in it.
//
// A byte means another letter in each page: 0xF0 is đ in 1250, ğ in 1254, ð in 1252 and р in 1251. Each page gives
// points for letters its languages use and takes points for letters they do not; the page with most points is taken.
type codePage struct {
	name    string
	charmap *charmap.Charmap
	usual   string // letters the page's languages use every day
	strange string // letters of the page that hardly occur in names of the region
}

// common are letters that have the same byte in the three Latin pages: they tell nothing between those.
const common = "ëçËÇáéíóúÁÉÍÓÚöüÖÜäÄâîÂÎôÔß–—„”“’«»"

var codePages = []*codePage{
	{
		name: "windows-1250", charmap: charmap.Windows1250, // Albanian, Bosnian, Croatian, Serbian Latin, Romanian …
		usual:   common + "čćđšžČĆĐŠŽăşţĂŞŢőŐł",
		strange: "ýÝďĎŕŔĺĹŘŮŇŤ˙˛¸ˇ˝¤¦",
	},
	{
		name: "windows-1252", charmap: charmap.Windows1252, // Albanian, French, German, Italian, Spanish …
		usual:   common + "èêàùûïÀÈÊñšžŠŽ",
		strange: "ðþýÐÞÝæÆãõÃÕ¾¼½³²¹ªº¸¤¦¥ƒ‡†‰",
	},
	{
		name: "windows-1254", charmap: charmap.Windows1254, // Turkish
		usual:   common + "şğıİŞĞû",
		strange: "æÆãõÃÕèÈêøåðþªº¾¼½³²¹¸¤¦¥ƒ‡†‰",
	},
	{
		name: "windows-1251", charmap: charmap.Windows1251, // Macedonian, Serbian Cyrillic, Bulgarian
		usual:   "",
		strange: "ўЎўґҐ¤¦‰†‡",
	},
}

// guessCodePage gives the page that fits best, and whether it is sure: no other page that reads the text differently
// comes near.
func guessCodePage(data []byte) (*codePage, bool) {
	sample := highSample(data)
	best, second := codePages[0], (*codePage)(nil)
	scores := map[*codePage]int{}
	texts := map[*codePage]string{}
	for _, p := range codePages {
		texts[p] = p.decode(sample)
		scores[p] = p.score([]rune(texts[p]))
		if scores[p] > scores[best] {
			best = p
		}
	}
	for _, p := range codePages {
		if texts[p] != texts[best] && (second == nil || scores[p] > scores[second]) {
			second = p
		}
	}
	if second == nil {
		return best, true
	}
	// A fifth of the points is the margin of a file with a handful of marked letters of one language, two points that
	// of a single letter.
	margin := scores[best] - scores[second]
	return best, scores[best] > 0 && margin >= 2 && margin > scores[best]/5
}

// highSample gives the words with bytes above ASCII, at most 256 KB of them, each followed by a blank.
func highSample(data []byte) []byte {
	const enough = 256 << 10
	var out []byte
	for i := 0; i < len(data) && len(out) < enough; i++ {
		if data[i] < 0x80 {
			continue
		}
		start, end := wordAround(data, i)
		out = append(append(out, data[start:end]...), ' ')
		i = end
	}
	return out
}

// wordAround gives where the word with the byte at i begins and ends.
func wordAround(data []byte, i int) (start, end int) {
	start, end = i, i
	for start > 0 && wordByte(data[start-1]) {
		start--
	}
	for end < len(data) && wordByte(data[end]) {
		end++
	}
	return start, end
}

func wordByte(c byte) bool {
	return c >= 0x80 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// decode reads the bytes in the page; a byte the page leaves undefined becomes U+FFFD.
func (p *codePage) decode(data []byte) string {
	text, err := p.charmap.NewDecoder().Bytes(data)
	if err != nil { // a charmap decodes every byte
		return string(data)
	}
	return string(text)
}
