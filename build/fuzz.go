package main

// fuzzTargets are the entries of foreign text; check fuzzes each for a while.
var fuzzTargets = []struct{ pkg, name string }{
	{"./internal/tabular", "FuzzDates"},
}
