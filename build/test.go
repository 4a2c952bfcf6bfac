package main

// lintVersion pins the linter; it is built from source once.
const lintVersion = "v2.15.0"

// test runs everything that must hold before a change lands.
func test() error {
	return steps(
		chartsFresh,
		func() error { return sh("go", "vet", "./...") },
		func() error { return sh("go", "test", "-trimpath", "-race", "-timeout", "25m", "./...") },
	)
}

// check adds what takes longer: lint with the import rule, shuffled repeats, fuzzing of the text entries.
func check() error {
	list := []func() error{
		func() error {
			return sh("go", "run", "github.com/golangci/golangci-lint/v2/cmd/golangci-lint@"+lintVersion, "run", "./...")
		},
		func() error { return sh("go", "test", "-trimpath", "-race", "-shuffle=on", "-count=2", "./...") },
	}
	for _, f := range fuzzTargets {
		list = append(list, func() error {
			return sh("go", "test", "-trimpath", "-run", "^$", "-fuzz", "^"+f.name+"$", "-fuzztime", "30s", f.pkg)
		})
	}
	return steps(list...)
}
