package webinar

import (
	"slices"
	"strings"
)

// rowPrinter writes the row or rows of some fields, and tells whether two outlines agree in these fields.
type rowPrinter struct {
	kinds []string
	same  func(a, b Outline) bool
	print func(o Outline) []Row
}

// rowPrinters are in the order of the published table.
var rowPrinters = []rowPrinter{
	{[]string{rowStart, rowTime, rowZone},
		func(a, b Outline) bool {
			return a.Start.Equal(b.Start) && a.Zone == b.Zone && a.ZoneWords == b.ZoneWords
		},
		func(o Outline) []Row { return labelled(printedLabel[rowStart], printStart(o)) }},
	{[]string{rowSpeakers, rowModerators},
		func(a, b Outline) bool { return slices.Equal(a.Speakers, b.Speakers) },
		func(o Outline) []Row {
			var list []string
			for _, s := range o.Speakers {
				list = append(list, printSpeaker(s))
			}
			return labelled(printedLabel[rowSpeakers], strings.Join(list, "; "))
		}},
	{[]string{rowLanguage, rowInterpretation},
		func(a, b Outline) bool {
			return a.Language == b.Language && slices.Equal(a.Interpretation, b.Interpretation)
		},
		func(o Outline) []Row { return labelled(printedLabel[rowLanguage], printLanguage(o)) }},
	prosePrinter(rowBackground, func(o Outline) []string { return o.Background }),
	prosePrinter(rowObjectives, func(o Outline) []string { return o.Objectives }),
	{[]string{rowOutcomes},
		func(a, b Outline) bool { return slices.Equal(a.ExpectedOutcomes, b.ExpectedOutcomes) },
		func(o Outline) []Row { return labelled(printedLabel[rowOutcomes], listed(o.ExpectedOutcomes)) }},
	{[]string{rowDuration},
		func(a, b Outline) bool { return a.DurationMinutes == b.DurationMinutes },
		func(o Outline) []Row { return labelled(printedLabel[rowDuration], printDuration(o.DurationMinutes)) }},
	{[]string{rowParticipants, rowCapacity, rowAudience},
		func(a, b Outline) bool { return slices.Equal(a.Participants, b.Participants) },
		func(o Outline) []Row {
			return labelled(printedLabel[rowParticipants], strings.Join(o.Participants, "\n"))
		}},
	{[]string{rowRegistration},
		func(a, b Outline) bool { return a.Registration == b.Registration },
		func(o Outline) []Row { return labelled(printedLabel[rowRegistration], o.Registration) }},
	{[]string{rowResources},
		func(a, b Outline) bool { return slices.Equal(a.Resources, b.Resources) },
		func(o Outline) []Row {
			var list []string
			for _, r := range o.Resources {
				list = append(list, printResource(r))
			}
			return labelled(printedLabel[rowResources], listed(list))
		}},
	{[]string{rowActivities, rowResult},
		func(a, b Outline) bool { return slices.Equal(a.Activities, b.Activities) },
		func(o Outline) []Row {
			return labelled(printedLabel[rowActivities], strings.Join(o.Activities, "\n"))
		}},
}

func prosePrinter(kind string, field func(Outline) []string) rowPrinter {
	return rowPrinter{[]string{kind},
		func(a, b Outline) bool { return slices.Equal(field(a), field(b)) },
		func(o Outline) []Row { return labelled(printedLabel[kind], strings.Join(field(o), "\n")) }}
}

// listed writes a list, one item to a line with its bullet.
func listed(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return bullet + strings.Join(list, "\n"+bullet)
}
