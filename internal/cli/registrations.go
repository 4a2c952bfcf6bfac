package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"rapporteur/internal/fault"
	"rapporteur/internal/intake"
	"rapporteur/internal/registration"
	"rapporteur/internal/workflow"
)

type registrationsCommand struct {
	Import   registrationsImport   `cmd:"" help:"Import registration files."`
	List     registrationsList     `cmd:"" help:"List registrations with their states."`
	Add      registrationsAdd      `cmd:"" help:"Enter a registration that came by e-mail or phone."`
	Confirm  registrationsConfirm  `cmd:"" help:"Give seats."`
	Decline  registrationsDecline  `cmd:"" help:"Refuse registrations."`
	Withdraw registrationsWithdraw `cmd:"" help:"Take a registration back at the person's wish."`
	Merge    registrationsMerge    `cmd:"" help:"Say that two registrations are one person's."`
}

type registrationsImport struct {
	ID     string   `arg:"" name:"ID"`
	Files  []string `arg:"" name:"FILE" help:"Files; - for a table on standard input."`
	Source string   `enum:",website,email,phone,other" default:"" help:"Channel of a file without a column for it: website, email, phone or other."`
	Reason string   `help:"Why the files came by that channel."`
	fileFlags
	columnFlags
	leftOutFlags
	Yes bool `help:"Commit the plan without asking."`
}

func (c *registrationsImport) Run(s *session) error {
	files, err := s.readAll(c.Files)
	if err != nil {
		return err
	}
	return s.with(func(d *workflow.Desk) error {
		files := pasted(d, c.Files, files)
		if err := c.forget(s, d, c.ID, files); err != nil {
			return err
		}
		plan, err := d.PlanRegistrations(s.ctx, c.ID, files, workflow.ImportOptions{FileSaid: c.said(), Channel: c.Source, Reason: c.Reason, Columns: c.choice()})
		if err != nil {
			return s.orColumns(d, err, files, intake.Registrations)
		}
		return s.carryOut(plan.Plan, c.leftOutFlags, c.Yes, func() error { return d.CommitRegistrations(s.ctx, plan) })
	})
}

// carryOut prints a plan and commits it when the officer says yes.
func (s *session) carryOut(p workflow.Plan, left leftOutFlags, yes bool, commit func() error) error {
	if left.LeftOut != "" {
		data, err := p.LeftOutCSV()
		if err == nil {
			err = s.write(left.LeftOut, data, left.Force)
		}
		if err != nil {
			return err
		}
	}
	if err := s.print(planView{p, p.NoOp()}, func(w io.Writer) { printPlan(w, p) }); err != nil {
		return err
	}
	switch {
	case p.Asks():
		return commit() // it refuses, and says what is asked
	case p.NoOp():
		return nil
	}
	if err := s.confirmed(yes); err != nil {
		return err
	}
	return commit()
}

type planView struct {
	workflow.Plan
	NothingNew bool `json:"nothing_new"`
}

func printPlan(w io.Writer, p workflow.Plan) {
	for _, f := range p.Files {
		fmt.Fprintf(w, "%s: %s (%s)\n", f.File, f.Format, f.Why)
		for _, a := range f.Assumed {
			printAssumed(w, a)
		}
		if len(f.Asks()) > 0 {
			fmt.Fprintf(w, "  %d rows, not compared with the register yet\n", f.Rows)
		} else {
			changed := ""
			if f.Changed > 0 {
				changed = fmt.Sprintf("%d changed, ", f.Changed)
			}
			fmt.Fprintf(w, "  %d rows: %d new, %s%d known already, %d left out\n", f.Rows, f.New, changed, f.Known, f.LeftOut)
		}
		for _, reason := range slices.Sorted(maps.Keys(f.Skipped)) {
			fmt.Fprintf(w, "    left out, %s: %d\n", reason, f.Skipped[reason])
		}
		if f.Met != "" {
			fmt.Fprintf(w, "  %s\n", f.Met)
		}
		if f.Shift != nil {
			fmt.Fprintf(w, "  offered: --zone %s, %+d h: then %d of %d stays touch the webinar's hours, instead of %d\n", f.Shift.Zone, -f.Shift.Hours, f.Shift.Within, f.Shift.Stays, f.Shift.Before)
		}
		for _, x := range f.Remarks {
			if !x.LeftOut { // said above, with those the comparison skips
				printRemark(w, x)
			}
		}
		printChanges(w, "changed", f.Changes)
		printChanges(w, "kept as it is in the register", f.Differing)
	}
	printEffects(w, p.Effects)
	switch {
	case p.NoOp() && p.Known == 0:
		fmt.Fprintln(w, "Nothing new: there is no row to take. Nothing was written.")
	case p.NoOp():
		fmt.Fprintln(w, "Nothing new: every row is in the register already. Nothing was written.")
	}
}

type registrationsList struct {
	ID    string `arg:"" name:"ID"`
	State string `enum:",submitted,barred,confirmed,waiting,declined,withdrawn,duplicate" default:"" help:"Only those in this state."`
}

func (c *registrationsList) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		all, err := d.Registrations(s.ctx, c.ID, registration.State(c.State))
		if err != nil {
			return err
		}
		views := make([]workflow.RegistrationView, 0, len(all))
		for _, r := range all {
			views = append(views, workflow.ViewRegistration(r))
		}
		return s.print(views, func(w io.Writer) {
			for _, v := range views {
				fmt.Fprintf(w, "%.12s  %-9s  %s %s  %s\n", v.ID, v.State, v.FirstName, v.LastName, v.Reason)
			}
			fmt.Fprintf(w, "%d registrations\n", len(views))
		})
	})
}

type registrationsAdd struct {
	ID           string `arg:"" name:"ID"`
	FirstName    string `required:""`
	LastName     string `required:""`
	Email        string
	Organisation string
	JobTitle     string
	Country      string
	Sex          string
	Sector       string
	Source       string `enum:"email,phone,other" default:"email" help:"How it reached the office."`
}

func (c *registrationsAdd) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		r, err := d.AddRegistration(s.ctx, c.ID, registration.Registration{
			FirstName: c.FirstName, LastName: c.LastName, Email: c.Email, Organisation: c.Organisation, JobTitle: c.JobTitle,
			Country: c.Country, Sex: c.Sex, Sector: c.Sector, Channel: registration.Channel(c.Source), ChannelText: c.Source,
		})
		if err != nil {
			return err
		}
		return s.print(map[string]string{"id": r.ID}, func(w io.Writer) { fmt.Fprintln(w, r.ID) })
	})
}

type registrationsConfirm struct {
	ID            string   `arg:"" name:"ID"`
	Registrations []string `arg:"" optional:"" name:"REG"`
	All           bool     `help:"Everyone eligible, in order, up to the limit."`
	Reason        string   `help:"Why."`
}

func (c *registrationsConfirm) Run(s *session) error {
	if c.All == (len(c.Registrations) > 0) {
		return fault.New(usage, "Name registrations, or give --all.", help)
	}
	return s.with(func(d *workflow.Desk) error {
		events, err := d.Confirm(s.ctx, c.ID, c.Registrations, c.Reason)
		return s.printEvents(events, err)
	})
}

type registrationsDecline struct {
	ID            string   `arg:"" name:"ID"`
	Registrations []string `arg:"" name:"REG"`
	Reason        string   `help:"Why."`
}

func (c *registrationsDecline) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		events, err := d.Decline(s.ctx, c.ID, c.Registrations, c.Reason)
		return s.printEvents(events, err)
	})
}

type registrationsWithdraw struct {
	ID           string `arg:"" name:"ID"`
	Registration string `arg:"" name:"REG"`
	Reason       string `help:"Why."`
}

func (c *registrationsWithdraw) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		events, err := d.Withdraw(s.ctx, c.ID, c.Registration, c.Reason)
		return s.printEvents(events, err)
	})
}

type registrationsMerge struct {
	ID        string `arg:"" name:"ID"`
	Duplicate string `arg:"" name:"REG"`
	Main      string `arg:"" name:"MAIN" help:"The registration it counts with."`
	Reason    string `help:"Why."`
}

func (c *registrationsMerge) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		if err := d.Merge(s.ctx, c.ID, c.Duplicate, c.Main, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}

type eventView struct {
	Registration string `json:"registration"`
	State        string `json:"state"`
	Reason       string `json:"reason"`
}

func (s *session) printEvents(events []registration.Event, err error) error {
	if err != nil {
		return err
	}
	views := make([]eventView, 0, len(events))
	counts := map[registration.State]int{}
	for _, e := range events {
		views = append(views, eventView{e.Registration, string(e.State), e.Reason})
		counts[e.State]++
	}
	return s.print(views, func(w io.Writer) {
		for _, state := range []registration.State{registration.Confirmed, registration.Waiting, registration.Declined, registration.Withdrawn} {
			if counts[state] > 0 {
				fmt.Fprintf(w, "%s: %d\n", state, counts[state])
			}
		}
		if len(events) == 0 {
			fmt.Fprintln(w, "Nothing to decide.")
		}
	})
}
