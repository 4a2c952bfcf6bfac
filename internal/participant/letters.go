package participant

// transliteration maps the letters that Unicode decomposition leaves alone, lower case, to the Latin letters of the
// fold key. It follows the official Latin spellings of Serbian, Macedonian, Bulgarian, Ukrainian, Russian and Greek;
// where two languages differ, the digraph rules below bring both spellings to one key.
var transliteration = map[rune]string{
	// Latin letters with a stroke or without a decomposition.
	'đ': "dj", 'ð': "d", 'ı': "i", 'ł': "l", 'ø': "o", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ħ': "h", 'ə': "e",
	'ŋ': "n", 'ĸ': "k", 'ŀ': "l", 'ŧ': "t", 'ſ': "s", 'ƒ': "f",
	// The Latin digraphs that Unicode holds as one letter.
	'ǆ': "dz", 'ǉ': "lj", 'ǌ': "nj", 'ǳ': "dz",
	// Cyrillic.
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'ђ': "dj", 'ѓ': "gj", 'е': "e", 'ё': "e", 'є': "ie",
	'ж': "z", 'з': "z", 'ѕ': "dz", 'и': "i", 'і': "i", 'ї': "i", 'й': "i", 'ј': "j", 'к': "k", 'л': "l", 'љ': "lj",
	'м': "m", 'н': "n", 'њ': "nj", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'ћ': "c", 'ќ': "kj", 'у': "u",
	'ў': "u", 'ф': "f", 'х': "h", 'ц': "c", 'ч': "c", 'џ': "dz", 'ш': "s", 'щ': "sc", 'ъ': "a", 'ы': "i", 'ь': "",
	'э': "e", 'ю': "iu", 'я': "ia", 'ѝ': "i", 'ѐ': "e", 'ѣ': "e", 'ѫ': "a", 'ѳ': "f", 'ә': "a", 'ө': "o", 'ү': "u",
	'ұ': "u", 'қ': "k", 'ң': "n", 'һ': "h", 'ғ': "g",
	// Greek.
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l",
	'μ': "m", 'ν': "n", 'ξ': "ks", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "i", 'φ': "f",
	'χ': "h", 'ψ': "ps", 'ω': "o",
	// Letters that lower-casing leaves as they are.
	'ᴀ': "a", 'ɪ': "i",
}

// digraphs are the spellings of one sound in two letters, first match at the leftmost place. They run until nothing
// changes, so that the key of a key is the key.
var digraphs = []string{
	"hadji", "hazi", // the honorific before surnames, written Hadži-, Хаџи-, Hadji-
	"dzh", "z", "dz", "z", "dj", "d", "dh", "d",
	"gj", "g", "gh", "g", "kj", "k", "kh", "h", "lj", "l", "nj", "n",
	"ch", "c", "tj", "c", "ts", "c", "tz", "c",
	"sh", "s", "zh", "z", "xh", "z", "ks", "z", "x", "z",
	"ph", "f", "th", "t", "ou", "u",
	"qya", "ka", "qye", "ke", "qyo", "ko", "qyu", "ku", "q", "k",
	"w", "v", "y", "i", "j", "i",
}

// greekPairs are the Greek spellings of single sounds; they only hold in Greek script.
var greekPairs = []string{"μπ", "b", "ντ", "d", "γκ", "g", "γγ", "ng", "ου", "u", "αυ", "av", "ευ", "ev", "ει", "i", "οι", "i"}

// lookalikes pairs the Cyrillic letter with the Latin one that looks the same on a screen; a token that mixes both
// scripts was typed on two keyboards.
var lookalikes = []struct{ cyrillic, latin rune }{
	{'А', 'A'}, {'В', 'B'}, {'С', 'C'}, {'Е', 'E'}, {'Н', 'H'}, {'І', 'I'}, {'Ј', 'J'}, {'К', 'K'}, {'М', 'M'},
	{'О', 'O'}, {'Р', 'P'}, {'Ѕ', 'S'}, {'Т', 'T'}, {'Х', 'X'}, {'У', 'Y'},
	{'а', 'a'}, {'с', 'c'}, {'е', 'e'}, {'і', 'i'}, {'ј', 'j'}, {'о', 'o'}, {'р', 'p'}, {'ѕ', 's'}, {'х', 'x'},
	{'у', 'y'},
}
