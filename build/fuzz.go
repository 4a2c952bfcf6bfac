package main

// fuzzTargets are the entries of foreign text; check fuzzes each for a while.
var fuzzTargets = []struct{ pkg, name string }{
	{"./internal/tabular", "FuzzRead"},
	{"./internal/tabular", "FuzzDates"},
	{"./internal/webinar", "FuzzReadOutline"},
	{"./internal/attendance", "FuzzFormats"},
	{"./internal/beneficiary", "FuzzParse"},
	{"./internal/sector", "FuzzClassify"},
	{"./internal/render/pdf", "FuzzSVG"},
	{"./internal/render/pdf", "FuzzWrite"},
}
