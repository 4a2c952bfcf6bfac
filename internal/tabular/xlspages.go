package tabular

import "golang.org/x/text/encoding/charmap"

// xlsPages are the code pages of old workbooks by the numbers Windows gives them: those of Europe and its neighbours, as
// Windows, DOS and the Macintosh write them. The last two are Excel's own numbers for the Macintosh and for Windows.
var xlsPages = map[uint16]*charmap.Charmap{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855, 858: charmap.CodePage858,
	860: charmap.CodePage860, 863: charmap.CodePage863, 865: charmap.CodePage865, 866: charmap.CodePage866,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
	1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
	10000: charmap.Macintosh, 10007: charmap.MacintoshCyrillic,
	32768: charmap.Macintosh, 32769: charmap.Windows1252,
}
