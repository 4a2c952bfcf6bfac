// Package identity answers one question: are these two the same person? It compares plain values and decides nothing:
// what is enough for a link is the business of the packages that ask.
//
// One file per evidence:
//
//   - name.go, fit.go: two names, token by token, in any order and script: exact, an initial, a letter's difference, a
//     part of the name, one name only, or another person's.
//   - local.go: what the part of an e-mail address before the @ says about a name.
//   - contradict.go: the two rules on names beside equal addresses.
//   - distance.go: the metrics on folded tokens.
//
// Every answer comes with a reason in words an officer understands. All functions are pure and take any string.
package identity
