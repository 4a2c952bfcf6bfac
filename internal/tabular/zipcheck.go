package tabular
func zipNames(data []byte) (map[string]bool, error) { return nil, nil }
