package web

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"strings"
	"testing"
)

func drawing(t *testing.T, width, height int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDrawing(t *testing.T) {
	s, id := sampled(t)
	at := "/api/webinars/" + id + "/charts/funnel/picture.png"
	data := drawing(t, 40, 20)
	kept := get[Picture](t, s, "POST", at, data)
	if !strings.HasPrefix(kept.Name, "chart-funnel-2020-05-28-online-child") || !strings.HasSuffix(kept.Name, ".png") {
		t.Errorf("name %q", kept.Name)
	}
	status, got := ask(t, s, "GET", kept.Address, nil)
	if status != http.StatusOK || !bytes.Equal(got, data) {
		t.Errorf("the picture: %d, %d bytes", status, len(got))
	}
	next := get[Picture](t, s, "POST", at, data)
	refused(t, s, "GET", kept.Address, nil, http.StatusNotFound, "not-found")
	refused(t, s, "GET", "/api/pictures/none", nil, http.StatusNotFound, "not-found")
	refused(t, s, "POST", at, []byte("<svg onload=alert(1)>"), http.StatusUnprocessableEntity, "invalid")
	refused(t, s, "POST", at, drawing(t, maxSide+1, 1), http.StatusRequestEntityTooLarge, "too-large")
	refused(t, s, "POST", "/api/webinars/"+id+"/charts/none/picture.png", data, http.StatusNotFound, "not-found")
	if status, _ := ask(t, s, "GET", next.Address, nil); status != http.StatusOK {
		t.Errorf("a refused picture took the place of one that was kept: %d", status)
	}
}

func TestChartsHoldTheirTextForTheClipboard(t *testing.T) {
	s, id := sampled(t)
	for _, c := range get[[]Chart](t, s, "GET", "/api/webinars/"+id+"/charts", nil) {
		lines := bytes.Split(bytes.TrimSpace([]byte(c.Text)), []byte("\n"))
		if len(lines) != len(c.Table.Rows)+1 || bytes.Count(lines[0], []byte("\t")) != len(c.Table.Columns)-1 || !strings.HasPrefix(c.File, "chart-"+c.ID+"-2020-05-28-") {
			t.Errorf("%s: file %q, %d lines for %d rows", c.ID, c.File, len(lines), len(c.Table.Rows))
		}
	}
}
