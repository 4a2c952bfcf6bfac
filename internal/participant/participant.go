// Package participant knows the attributes of a person: names of the region, e-mail addresses, phone numbers.
//
// In: text as people and platforms wrote it. Out: cleaned text to show and keys to compare. Keys are never shown; raw
// text is never changed in place. Nobody's sex, origin or language is ever concluded from a name.
package participant
