package workflow

import (
	"context"

	"rapporteur/internal/fault"
)

// IssuedView is a final report as it went out. IssuedAt is UTC.
type IssuedView struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Copy     string `json:"copy"`
	SHA256   string `json:"sha256"`
	Size     int    `json:"size"`
	IssuedAt string `json:"issued_at"`
}

// Issued lists the final reports of a webinar, oldest first.
func (d *Desk) Issued(ctx context.Context, webinarID string) ([]IssuedView, error) {
	w, err := d.store.Webinar(ctx, webinarID)
	if err != nil {
		return nil, err
	}
	all, err := d.store.IssuedReports(ctx, w.ID)
	out := []IssuedView{}
	for _, i := range all {
		out = append(out, IssuedView{ID: i.ID, Name: i.Name, Kind: i.Kind, Copy: i.Copy, SHA256: i.SHA256, Size: i.Size, IssuedAt: utc(i.IssuedAt)})
	}
	return out, err
}

// IssuedReport gives a final report of a webinar with the bytes that went out.
func (d *Desk) IssuedReport(ctx context.Context, webinarID, id string) (IssuedView, []byte, error) {
	all, err := d.Issued(ctx, webinarID)
	if err != nil {
		return IssuedView{}, nil, err
	}
	for _, i := range all {
		if i.ID == id {
			data, err := d.store.IssuedBytes(ctx, id)
			return i, data, err
		}
	}
	return IssuedView{}, nil, fault.New(fault.NotFound, "There is no final report with this id.", "Look for it in the list of final reports.")
}
