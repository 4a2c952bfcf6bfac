package attendance

// Counts are the figures of one file. Persons have at least one stay, a total or the list's word: attendees, panelists, hosts and phones
// together. NoShows are the people the file names as absent.
type Counts struct {
	Rows      int `json:"rows"`
	Persons   int `json:"persons"`
	Attendees int `json:"attendees"`
	Panelists int `json:"panelists"`
	Hosts     int `json:"hosts"`
	Phones    int `json:"phones"`
	NoShows   int `json:"no_shows"`
}

// Count gives the figures of a file; persons are those of its records.
func Count(r Reading, persons []Person) Counts {
	c := Counts{Rows: r.Rows, Persons: len(persons), NoShows: NoShows(r.Records)}
	for _, p := range persons {
		switch p.Role {
		case Host:
			c.Hosts++
		case Panelist:
			c.Panelists++
		case Phone:
			c.Phones++
		default:
			c.Attendees++
		}
	}
	return c
}
