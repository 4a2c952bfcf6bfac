package breakdown

import (
	"strings"

	"rapporteur/internal/beneficiary"
	"rapporteur/internal/fault"
	"rapporteur/internal/sector"
)

// Dimension is one way to cut the table.
type Dimension string

// The dimensions.
const (
	BySector      Dimension = "sector"
	ByBeneficiary Dimension = "beneficiary"
	BySex         Dimension = "sex"
)

// ParseDimensions reads a list such as "sector,sex".
func ParseDimensions(text string) ([]Dimension, error) {
	var out []Dimension
	for _, part := range strings.Split(text, ",") {
		switch d := Dimension(strings.TrimSpace(part)); d {
		case BySector, ByBeneficiary, BySex:
			out = append(out, d)
		default:
			return nil, fault.New(fault.Invalid, "The breakdown cannot be cut that way.", "Use sector, beneficiary and sex, joined by commas.")
		}
	}
	return out, nil
}

// By sums the rows over every dimension that is not named; the fields of the others are "". The fixed order is kept.
func (t Table) By(dims ...Dimension) []Row {
	keep := map[Dimension]bool{}
	for _, d := range dims {
		keep[d] = true
	}
	cells := map[Row]*Row{}
	for _, r := range t.Rows {
		k := Row{}
		if keep[BySector] {
			k.Sector = r.Sector
		}
		if keep[ByBeneficiary] {
			k.Beneficiary = r.Beneficiary
		}
		if keep[BySex] {
			k.Sex = r.Sex
		}
		c := cells[k]
		if c == nil {
			copied := k
			c = &copied
			cells[k] = c
		}
		c.Joined += r.Joined
		c.Attended += r.Attended
		c.WalkIns += r.WalkIns
	}
	out := []Row{}
	for _, g := range axis(keep[BySector], sectorKeys()) {
		for _, b := range axis(keep[ByBeneficiary], beneficiaryKeys()) {
			for _, s := range axis(keep[BySex], sexKeys()) {
				if c := cells[Row{Sector: g, Beneficiary: b, Sex: s}]; c != nil {
					out = append(out, *c)
				}
			}
		}
	}
	return out
}

func axis(keep bool, keys []string) []string {
	if keep {
		return keys
	}
	return []string{""}
}

func sectorKeys() []string {
	var out []string
	for _, g := range sector.Groups() {
		out = append(out, string(g))
	}
	return out
}

func beneficiaryKeys() []string {
	var out []string
	for _, b := range beneficiary.Rows() {
		out = append(out, string(b))
	}
	return out
}

func sexKeys() []string {
	var out []string
	for _, s := range Sexes() {
		out = append(out, string(s))
	}
	return out
}
