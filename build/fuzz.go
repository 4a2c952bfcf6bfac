package main

// fuzzTargets are the entries of foreign text, from its bytes up to what a format makes of it.
var fuzzTargets = []struct{ pkg, name string }{
	{"./internal/tabular", "FuzzDecode"},
	{"./internal/tabular", "FuzzDelimiter"},
	{"./internal/tabular", "FuzzRead"},
	{"./internal/tabular", "FuzzColumns"},
	{"./internal/tabular", "FuzzDates"},
	{"./internal/registration", "FuzzForms"},
	{"./internal/webinar", "FuzzDocument"},
	{"./internal/tabular", "FuzzDurations"},
	{"./internal/tabular", "FuzzPreflight"},
	{"./internal/tabular", "FuzzSheetXML"},
	{"./internal/tabular", "FuzzXLS"},
	{"./internal/tabular", "FuzzCompound"},
	{"./internal/attendance", "FuzzFormats"},
	{"./internal/engagement", "FuzzFormats"},
	{"./internal/webinar", "FuzzReadOutline"},
	{"./internal/beneficiary", "FuzzParse"},
	{"./internal/sector", "FuzzClassify"},
	{"./internal/render/pdf", "FuzzSVG"},
	{"./internal/render/pdf", "FuzzWrite"},
}

// fuzz tries new texts on each target for a time ("2s"). What is of interest is kept short by few tries only: the
// standard spends a minute on each.
func fuzz(time string) func() error {
	return func() error {
		for _, f := range fuzzTargets {
			if err := sh("go", "test", "-trimpath", "-run", "^$", "-fuzz", "^"+f.name+"$", "-fuzztime", time, "-fuzzminimizetime", "10x", f.pkg); err != nil {
				return err
			}
		}
		return nil
	}
}
