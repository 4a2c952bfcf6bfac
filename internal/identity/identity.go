// Package identity answers one question: are these two the same person? It compares plain values and decides nothing:
// what is enough for a link is the business of the packages that ask.
//
// One file per evidence:
//
//   - name.go, fit.go: two names, token by token, in any order and script: exact, an initial, a letter's difference, a
//     part of the name, one name only, or another person's.
//   - local.go: what the part of an e-mail address before the @ says about a name.
//   - contradict.go: the two rules on names beside equal addresses.
//   - slip.go, spelling.go: whether a letter's difference is a slip of the keys or another name, by the names of the list.
//   - nickname.go: short and pet forms of given names, by language.
//   - address.go: two addresses that are one but for a slip.
//   - distance.go: the metrics on folded tokens.
//
// Every answer comes with a reason in words an officer understands. All functions are pure and take any string.
package identity
