package breakdown

// checks states every identity of the table. Each compares figures that were counted by different ways: totals over
// persons against sums over cells. A report with one that does not hold cannot be finalised.
func checks(t Table, members []Member, seats int) []Check {
	n := t.Totals
	var sectors, joined, walkIns int
	byBeneficiary, bySex := map[string]int{}, map[string]int{}
	for _, r := range t.Rows {
		sectors += r.Attended
		joined += r.Joined
		walkIns += r.WalkIns
		byBeneficiary[r.Beneficiary] += r.Attended
		bySex[r.Sex] += r.Attended
	}
	classAttended := 0
	for _, c := range t.Classes {
		classAttended += c.Attended
	}
	over := 0
	for _, m := range members {
		if m.Seconds > t.Window.Seconds {
			over++
		}
	}
	list := []Check{
		equal("registrations by state = submissions", n.Submitted+n.Confirmed+n.Waiting+n.Declined+n.Withdrawn+n.Duplicates+n.Barred, n.Submissions),
		equal("attended: confirmed + registered + walk-ins + open = all", n.AttendedConfirmed+n.AttendedRegistered+n.WalkIns+n.Open, n.Attended),
		equal("confirmed = attended + short stays + no-shows among them", n.AttendedConfirmed+n.ShortConfirmed+n.NoShows, n.Confirmed),
		equal("joined = attended + short stays", n.Attended+n.Short, n.Joined),
		equal("joined by match class = joined", n.Automatic+n.Decided+n.JoinedOpen+n.JoinedWalkIns, n.Joined),
		equal("distinct attendees = participants + unidentified + staff", n.Joined+n.Unidentified+n.Staff, n.Attendees),
		equal("sum over sectors = attended", sectors, n.Attended),
		equal("sum over countries/area = attended", sum(byBeneficiary), n.Attended),
		equal("sum over sex = attended", sum(bySex), n.Attended),
		equal("sum over classes = attended", classAttended, n.Attended),
		equal("joined in the table = joined", joined, n.Joined),
		equal("walk-ins in the table = walk-ins", walkIns, n.WalkIns),
		equal("participants with more presence than the window", over, 0),
	}
	if seats > 0 {
		list = append(list, equal("confirmed above the confirmation limit", max(0, n.Confirmed-seats), 0))
	}
	return list
}

func equal(name string, left, right int) Check {
	return Check{Name: name, Left: left, Right: right, OK: left == right}
}

func sum(m map[string]int) int {
	n := 0
	for _, v := range m {
		n += v
	}
	return n
}

// Reconciled tells whether every check holds.
func (t Table) Reconciled() bool {
	for _, c := range t.Checks {
		if !c.OK {
			return false
		}
	}
	return true
}
