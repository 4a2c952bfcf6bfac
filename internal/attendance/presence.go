package attendance

import (
	"math"
	"slices"
	"time"
)

// Union merges stays that touch or overlap: two devices, a rejoin in the same second. The result is sorted and its stays
// are apart. A merged stay is open when the stay that ends it was.
func Union(stays []Stay) []Stay {
	sorted := slices.Clone(stays)
	slices.SortFunc(sorted, compareStays)
	var out []Stay
	for _, s := range sorted {
		if !s.Leave.After(s.Join) {
			continue
		}
		if n := len(out); n > 0 && !s.Join.After(out[n-1].Leave) {
			last := &out[n-1]
			switch {
			case s.Leave.After(last.Leave):
				last.Leave, last.Open = s.Leave, s.Open
			case s.Leave.Equal(last.Leave):
				last.Open = last.Open || s.Open
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// compareStays orders by join, then leave, then closed before open.
func compareStays(a, b Stay) int {
	if c := a.Join.Compare(b.Join); c != 0 {
		return c
	}
	if c := a.Leave.Compare(b.Leave); c != 0 {
		return c
	}
	switch {
	case a.Open == b.Open:
		return 0
	case b.Open:
		return -1
	}
	return 1
}

// Clip cuts stays to the window [start, end) and unites them. An open stay ends with the window: nobody saw the person
// leave.
func Clip(stays []Stay, start, end time.Time) []Stay {
	var inside []Stay
	for _, s := range stays {
		if s.Open || s.Leave.After(end) {
			s.Leave = end
		}
		if s.Join.Before(start) {
			s.Join = start
		}
		if s.Leave.After(s.Join) {
			inside = append(inside, s)
		}
	}
	return Union(inside)
}

// Presence is the time a person was there within the window [start, end), in whole seconds: the union of the stays,
// clipped. For a person of whom only a total is known it is the total, at most the window, and at most what lies within
// it between the first and the last time the person was seen.
func Presence(p Person, start, end time.Time) int {
	window := end.Sub(start)
	if window <= 0 {
		return 0
	}
	if p.TotalOnly {
		most := min(p.Total, window)
		if len(p.Spans) > 0 {
			most = min(most, sum(Clip(p.Spans, start, end)))
		}
		return int(most / time.Second)
	}
	return int(sum(Clip(p.Stays, start, end)) / time.Second)
}

// sum adds the lengths of stays.
func sum(stays []Stay) time.Duration {
	var total time.Duration
	for _, s := range stays {
		total += s.Leave.Sub(s.Join)
	}
	return total
}

// Minutes is what a person's rows say before any clipping, in minutes to one decimal: the union of the stays, their
// plain sum (two devices counted twice), and the number of stays. For a person of whom only a total is known both are
// the total and joins is 0.
func Minutes(p Person) (union, summed float64, joins int) {
	if p.TotalOnly {
		m := minutes(p.Total)
		return m, m, 0
	}
	return minutes(sum(Union(p.Stays))), minutes(sum(p.Stays)), len(p.Stays)
}

func minutes(d time.Duration) float64 { return math.Round(d.Minutes()*10) / 10 }
