// Package participant knows the attributes of a person: names of the region, e-mail addresses, phone numbers, sex.
//
// In: text as people and platforms wrote it. Out: cleaned text to show and keys to compare. Keys are never shown; raw
// text is never changed in place. Nobody's sex, origin or language is ever concluded from a name.
//
//   - Fold, Tokens, FoldKey (fold.go): the one place where names become keys. Two spellings of one name in any script
//     of the region give one key; the key is lossy, FineKey tells apart what it merges too eagerly.
//   - Strip (strip.go): a display name without its device, role, title and organisation, each kept as evidence.
//   - IsDevice, IsPhoneName (device.go, phone.go): names that name nobody.
//   - NormaliseEmail, EmailLocal, EmailDomain (email.go), PhoneDigits (phone.go), ParseSex (sex.go).
//
// Every function takes any string, is pure, and never panics.
package participant
