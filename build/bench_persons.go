package main

// personRows measure the persons over webinars: the appearances of a webinar of 300, and persons and figures of a year of
// 100 such webinars.
func personRows() ([]row, error) {
	bars := []struct {
		name, title string
		bar         float64
	}{
		{"BenchmarkAppear", "appearances of a webinar of 300", 5},
		{"BenchmarkYear", "persons and figures of 100 webinars", 500},
	}
	var rows []row
	for _, b := range bars {
		took, err := benchmark("./internal/indicator", b.name)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row{b.title, took.Seconds() * 1000, b.bar, 0, "ms"})
	}
	return rows, nil
}
