package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
)

// ChartSVG gives a picture already drawn, by the hash of what it is drawn from (option, size, bundle, font). ok is
// false when it is not kept, or no longer as it was kept: it is then drawn again.
func (r Reads) ChartSVG(ctx context.Context, hash string) (svg string, ok bool, err error) {
	type picture struct{ svg, sum string }
	p, found, err := scanOne(ctx, r.q, func(r row) (p picture, err error) { return p, r.Scan(&p.svg, &p.sum) },
		`SELECT svg, sha256 FROM chart_svg WHERE hash = ?`, hash)
	if err != nil || !found || p.sum != sumText(p.svg) {
		return "", false, err
	}
	return p.svg, true, nil
}

// PutChartSVG keeps a drawn picture. It is derived data and no change: no version grows.
func (s *Store) PutChartSVG(ctx context.Context, hash, svg string) error {
	return s.write(ctx, func(tx *Tx) error {
		return tx.exec(`INSERT INTO chart_svg (hash, svg, sha256) VALUES (?, ?, ?)
			ON CONFLICT (hash) DO UPDATE SET svg = excluded.svg, sha256 = excluded.sha256`, hash, svg, sumText(svg))
	})
}

func sumText(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}
