package breakdown

import "encoding/json"

// UnmarshalJSON reads totals, also those that were kept before the further submissions were told apart: they follow from
// the others.
func (t *Totals) UnmarshalJSON(data []byte) error {
	type plain Totals
	var kept struct {
		Further *int `json:"further_submissions"`
	}
	if err := json.Unmarshal(data, (*plain)(t)); err != nil {
		return err
	}
	if err := json.Unmarshal(data, &kept); err != nil || kept.Further != nil {
		return err
	}
	t.Further = t.Submissions - t.Persons
	t.FurtherBarred = t.Further - t.Duplicates
	t.BarredPersons = t.Barred - t.FurtherBarred
	return nil
}

// UnmarshalJSON reads a check, also one that was kept without its terms.
func (c *Check) UnmarshalJSON(data []byte) error {
	type plain Check
	if err := json.Unmarshal(data, (*plain)(c)); err != nil {
		return err
	}
	if c.LeftTerms == nil {
		c.LeftTerms = []Term{}
	}
	if c.RightTerms == nil {
		c.RightTerms = []Term{}
	}
	return nil
}
