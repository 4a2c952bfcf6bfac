package webinar

import "time"

// LocalTime is a start in the clock of one place. Offset is minutes east of UTC on that day.
type LocalTime struct {
	Place  string    `json:"place"`
	Zone   string    `json:"zone"`
	Time   time.Time `json:"time"`
	Offset int       `json:"offset"`
}

// localPlaces are the office, the capitals of the project countries/area and the headquarters, in the order of print.
// Pristina has no zone of its own in the time zone database; Belgrade's clock is the same.
var localPlaces = []struct{ place, zone string }{
	{"Bucharest", "Europe/Bucharest"},
	{"Tirana", "Europe/Tirane"},
	{"Sarajevo", "Europe/Sarajevo"},
	{"Pristina", "Europe/Belgrade"},
	{"Podgorica", "Europe/Podgorica"},
	{"Skopje", "Europe/Skopje"},
	{"Belgrade", "Europe/Belgrade"},
	{"Ankara", "Europe/Istanbul"},
	{"Strasbourg", "Europe/Paris"},
}

// LocalTimes gives an instant on the clocks of the office, the project countries/area and Strasbourg. Ankara keeps
// UTC+3 all year, so that it differs from Bucharest in winter only.
func LocalTimes(start time.Time) []LocalTime {
	list := make([]LocalTime, 0, len(localPlaces))
	for _, p := range localPlaces {
		zone, err := time.LoadLocation(p.zone)
		if err != nil {
			panic(err) // the database is embedded
		}
		list = append(list, LocalTime{p.place, p.zone, start.In(zone), offsetAt(start, zone)})
	}
	return list
}
