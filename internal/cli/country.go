package cli

import (
	"fmt"
	"io"

	"rapporteur/internal/fault"
	"rapporteur/internal/workflow"
)

type countryCommand struct {
	List   countryList   `cmd:"" help:"Whose country/area nobody knows, with what is proposed, and what is contradicted."`
	Set    countrySet    `cmd:"" help:"Set the country/area of an attendee or a registration."`
	Accept countryAccept `cmd:"" help:"Accept what is proposed; it counts from then on."`
}

type countryList struct {
	ID string `arg:"" name:"ID"`
}

// placeView is a participant whose country/area is unknown, decided or contradicted.
type placeView struct {
	Participant string `json:"participant"`
	Name        string `json:"participant_name"`
	workflow.CountryView
}

func (c *countryList) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		dossier, err := d.Dossier(s.ctx, c.ID, "")
		if err != nil {
			return err
		}
		all := []placeView{}
		for _, m := range dossier.Members {
			if v := dossier.CountryOf(m); m.Joined && (v.By != "declared" || v.Conflict) {
				all = append(all, placeView{m.Participant.ID, m.Participant.Name, v})
			}
		}
		return s.print(all, func(w io.Writer) {
			for _, p := range all {
				says := "unknown"
				switch {
				case p.Name != "" && p.By != "":
					says = p.By + ": " + p.CountryView.Name
				case p.Proposed != "":
					says = "proposed: " + p.ForName
				}
				fmt.Fprintf(w, "%.14s  %s  %s\n", p.Participant, p.Name, says)
				for _, h := range p.Hints {
					fmt.Fprintf(w, "    %s: %s\n", h.Country, h.Reason)
				}
			}
		})
	})
}

type countrySet struct {
	ID      string `arg:"" name:"ID"`
	Subject string `arg:"" name:"ATTENDEE|REG"`
	Country string `arg:"" name:"COUNTRY" help:"In any spelling; declared for what the person said."`
	Reason  string `help:"Why."`
}

func (c *countrySet) Run(s *session) error {
	return s.with(func(d *workflow.Desk) error {
		country := c.Country
		if country == "declared" {
			country = ""
		}
		if err := d.SetCountry(s.ctx, c.ID, c.Subject, country, c.Reason); err != nil {
			return err
		}
		return s.kept()
	})
}

type countryAccept struct {
	ID       string   `arg:"" name:"ID"`
	Attendee []string `arg:"" name:"ATTENDEE" optional:""`
	All      bool     `help:"All that is proposed."`
	Reason   string   `help:"Why."`
}

func (c *countryAccept) Run(s *session) error {
	if c.All == (len(c.Attendee) > 0) {
		return fault.New(usage, "Name attendees, or say --all.", "")
	}
	return s.with(func(d *workflow.Desk) error {
		n, err := d.AcceptCountries(s.ctx, c.ID, c.Attendee, c.Reason)
		if err != nil {
			return err
		}
		return s.print(map[string]int{"accepted": n}, func(w io.Writer) { fmt.Fprintf(w, "%d accepted.\n", n) })
	})
}
