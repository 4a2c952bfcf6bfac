package identity

// NamesContradict tells whether two full names cannot be one person's. It is asked beside equal addresses: a name that
// is missing, a device, an initial, a letter's difference, another order or script, or a part of a longer name do not
// contradict; another given name beside the same surname does, and so does another surname beside the same given name.
func NamesContradict(a, b string) bool {
	x, y := StrippedName(a), StrippedName(b)
	return x.Contradicts(&y)
}

// Contradicts is NamesContradict for who compares a name, stripped of what is none of it, with many.
func (n *Name) Contradicts(other *Name) bool {
	if n.Empty() || other.Empty() || n.Key() == other.Key() {
		return false
	}
	switch max(n.Fit(other).Kind, other.Fit(n).Kind) {
	case NoFit, Other, Flipped:
		return !initialsFit(*n, *other)
	}
	return false
}

// initialsFit tells whether one side is initials only or a single token made of an initial and a surname (mkovac).
func initialsFit(x, y Name) bool {
	for _, p := range [2][2]Name{{x, y}, {y, x}} {
		one, full := p[0], p[1]
		if len(one.Tokens) == 0 && len(one.Initials) == 1 {
			for _, t := range full.Tokens {
				if t[:1] == one.Initials[0] {
					return true
				}
			}
		}
		if len(one.Tokens) == 1 && len(one.Initials) == 0 {
			if Local(one.Tokens[0], full).Kind >= LocalInitial {
				return true
			}
			for _, t := range full.Tokens {
				if Near(t, one.Tokens[0]) && !Flip(t, one.Tokens[0]) {
					return true
				}
			}
		}
	}
	return false
}

// ShareSurnameOrGivenOnly is the rule for two rows of one attendance file with one address: the names share a surname,
// also at one letter's difference, or one of them is a single name or none at all. A given name alone is not shared: the
// first of several names counts as one, unless it stands elsewhere in the other name.
func ShareSurnameOrGivenOnly(a, b string) bool {
	x, y := StrippedName(a), StrippedName(b)
	if len(x.Tokens)+len(x.Initials) <= 1 || len(y.Tokens)+len(y.Initials) <= 1 {
		return true
	}
	if len(x.Tokens) == 0 || len(y.Tokens) == 0 {
		return Compare(x, y).Kind > NoFit || Compare(y, x).Kind > NoFit
	}
	shared := 0
	for i, t := range x.Tokens {
		for j, u := range y.Tokens {
			if t != u && !(Near(t, u) && !(i == 0 && j == 0)) {
				continue
			}
			shared++
			givenOfBoth := i == 0 && j == 0
			if !givenOfBoth {
				return true
			}
		}
	}
	// A name beside an initial: which of them is the surname only the fit can tell.
	if shared == 1 && (len(x.Initials) > 0 || len(y.Initials) > 0) {
		return Compare(x, y).Kind >= Initialed || Compare(y, x).Kind >= Initialed
	}
	return shared > 1
}
