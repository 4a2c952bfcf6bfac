package participant

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// deviceShapes are the names phones, tablets, computers and rooms give themselves, with the model behind them: one of the
// words, and the pattern in which %s stands for them. The patterns are of makers and operating systems, so that a new
// model is known too.
var deviceShapes = []struct{ words, pattern string }{
	{`desktop|laptop|win|pc|nb|ws|mac`, `\b(%s)-[a-z0-9]{2,}(-[a-z0-9]+)*\b`},
	{`iphone|ipad|ipod|imac|macbook`, `\b(apple )?(%s)( (se|pro|air|mini|plus|max|xs|xr|x|[0-9]{1,2}s?))*\b`},
	{`galaxy`, `\b(samsung )?%s( (note|tab|fold|flip|[a-z]{0,2}[0-9]{1,3}[a-z+]{0,2}|ultra|plus|lite|fe|5g|j|a|s))*\b`},
	{`samsung`, `\b%s( (sm-?[a-z0-9]+|[a-z][0-9]{1,3}[a-z+]*|lite|ultra|plus|5g))*\b`},
	{`sm`, `\b%s-[a-z]?[0-9]{3,}[a-z]*\b`},
	{`huawei|redmi|xiaomi|oppo|realme|oneplus|motorola|lenovo|asus|toshiba|xperia|zte|alcatel|tecno|infinix|doogee|blackview|thinkpad|general mobile`,
		`\b(%s)(([ -](mi|note|mate|nova|lite|pro|max|plus|ultra|smart|prime|power|play|view|nord|edge|neo|go|book|pad|tab|se|xl|[a-z]{0,3}[0-9]{1,5}[a-z]{0,3}|[0-9]+g))*)\b`},
	// Makers whose name is also somebody's: only alone, or with a model number.
	{`honor|poco|vivo|nokia|moto|acer|dell|pixel|sony|lg|hp|surface|vestel|casper`,
		`^(%[1]s)$|\b(%[1]s)[ -][a-z]{0,3}[0-9]{1,5}[a-z]{0,3}( (pro|lite|max|plus|5g))*\b`},
	{`android|windows|ios|macos|linux|chrome|chromebook|safari|firefox`, `\b(%s)( (phone|device|user|pc|tablet|[0-9.]+))*\b`},
	{`polycom|cisco|webex|tandberg|logitech|yealink|vidyo|zoomroom|zoom room|roomkit|room kit|sip|mcu|vtc`, `\b(%s)([ _-][a-z]{0,3}[0-9]*|[0-9]+)?\b`},
}

// numberedDevices have no word of their own, but a number.
const numberedDevices = `\b[a-z]{2,4}-(lx?[0-9]{1,2}[a-z]?|al[0-9]{2}|l[0-9]{2})\b|\bh\.?323([ _-][a-z]{0,3}[0-9]*)?\b`

// Prepare makes what is made of patterns when it is first asked for.
func Prepare() { devices() }

// devices is the pattern of all deviceShapes, and their first words.
var devices = sync.OnceValues(func() (*regexp.Regexp, map[string]bool) {
	patterns, hints := []string{}, map[string]bool{}
	for _, d := range deviceShapes {
		patterns = append(patterns, fmt.Sprintf(d.pattern, d.words))
		for word := range strings.SplitSeq(d.words, "|") {
			word, _, _ = strings.Cut(word, " ")
			hints[word] = true
		}
	}
	return regexp.MustCompile(`(?i)` + strings.Join(append(patterns, numberedDevices), "|")), hints
})

// showsDevice tells whether a device's name stands in the text. Most texts are told apart without the patterns: a device
// has a number or one of the words.
func showsDevice(s string) bool {
	pattern, hints := devices()
	hint := strings.ContainsAny(s, "0123456789")
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		hint = hint || hints[word]
	}
	return hint && pattern.MatchString(s)
}

// isDeviceWord knows words that name no human either: rooms, accounts, apps. A name made only of them (and of numbers) is a device.
var isDeviceWord = newPlainSet("admin|administrator|user|users|guest|participant|owner|pc|laptop|notebook|desktop|computer|tablet|phone|mobile|smartphone|telephone|cell|home|office|zoom|teams|webex|meet|skype|browser|device|test|" +
	"room|conference|meeting|boardroom|hall|studio|video|videoconference|vc|camera|screen|projector|audio|mic|recording|recorder|bot|notetaker|account|default|unknown|" +
	"sala|salla|sali|konferencijska|konferenciona|sastanke|učionica|kabinet|korisnik|računar|kompjuter|kompjuteri|telefon|mobitel|mobilni|gost|" +
	"корисник|компјутер|компютер|рачунар|лаптоп|телефон|сала|гост|админ|администратор|користувач|пользователь|" +
	"përdorues|kompjuter|telefoni|celular|celulari|mysafir|" +
	"kullanıcı|bilgisayar|bilgisayarı|telefonu|cep|salon|salonu|toplantı|odası|oda|konuk|misafir|yönetici|" +
	"utilizator|calculator|telefonul|invitat|sală|utilisateur|ordinateur|téléphone|portable|salle|réunion|invité|benutzer|rechner|gast|raum")

// deviceGlue are the small words between a device and its holder.
var deviceGlue = newWordSet("name|new|ri|novi|yeni|nou|my|the|of|s|de|od|i|und|from|by|via|za|moj|im|e|la")

// IsDevice tells whether a display name shows a device, a room or a technical account and no human name.
func IsDevice(name string) bool {
	words := Words(name)
	return len(words) > 0 && namesDevice(name, words) && !IsPhoneName(name) && len(foldAll(words)) > 0 && !hasHumanWord(withoutDevice(name))
}

// namesDevice tells whether a text of these words names a device at all, with or without a human name in it.
func namesDevice(s string, words []string) bool {
	return showsDevice(s) || slices.ContainsFunc(words, isDeviceWord)
}

// withoutDevice takes device names and the words beside them out: "Azra's iPhone" leaves "Azra".
func withoutDevice(s string) string {
	pattern, _ := devices()
	s = pattern.ReplaceAllString(s, " ")
	s = possessive.ReplaceAllString(s, "$1 ")
	var rest []string
	for _, w := range strings.Fields(s) {
		words := Words(w)
		if !(len(words) == 1 && isDeviceWord(words[0])) && !deviceGlue.has(Tokens(w)...) && strings.ContainsFunc(w, isNameRune) {
			rest = append(rest, w)
		}
	}
	return strings.Join(rest, " ")
}

var possessive = regexp.MustCompile(`(\pL)['’‘]s?( |$)`)

// hasHumanWord tells whether a word of two letters or more without a digit remains.
func hasHumanWord(s string) bool {
	for _, w := range Words(s) {
		if len([]rune(w)) >= 2 && !strings.ContainsAny(w, "0123456789") {
			return true
		}
	}
	return false
}
