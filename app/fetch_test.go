package main

import (
	"net/http"
	"testing"

	"rapporteur/internal/fault"
)

func TestFetchTakesAddressesOfTheAPIAlone(t *testing.T) {
	var asked string
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = r.Method + " " + r.RequestURI + r.URL.String()
		_, _ = w.Write([]byte("file"))
	})
	for _, address := range []string{
		"", "/", "/api", "api/x", "/apix/y", "/index.html", "/api/../index.html", "/api/%2e%2e/index.html", "/api//x", "//evil.test/api/x",
		"http://evil.test/api/x", "file:///api/x", "wails://wails/api/x", "/api/x#y", "http://user@evil.test/api/", "\x00/api/", "C:\\api\\x",
	} {
		asked = ""
		if data, err := fetch(h, address); !fault.Is(err, fault.Invalid) || data != nil || asked != "" {
			t.Errorf("%q: %q, %v; asked %q", address, data, err, asked)
		}
	}
	data, err := fetch(h, "/api/webinars/1/report/pdf?copy=donor")
	if err != nil || string(data) != "file" || asked != "GET /api/webinars/1/report/pdf?copy=donor" {
		t.Errorf("%q, %v; asked %q", data, err, asked)
	}
}

func TestFetchGivesTheHandlersRefusal(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusConflict)
		_, _ = w.Write([]byte(`{"status":409,"code":"conflict","message":"Changed elsewhere.","hint":"Load it again.","where":{"line":3}}`))
	})
	_, err := fetch(h, "/api/x")
	if f := fault.From(err); f.Code != fault.Conflict || f.Message != "Changed elsewhere." || f.Hint != "Load it again." || f.Where.Line != 3 {
		t.Errorf("%+v", f)
	}
	broken := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	if data, err := fetch(broken, "/api/x"); !fault.Is(err, fault.Internal) || data != nil {
		t.Errorf("%q, %v", data, err)
	}
	empty := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusTeapot)
		_, _ = w.Write([]byte(`{}`))
	})
	if data, err := fetch(empty, "/api/x"); !fault.Is(err, fault.Internal) || data != nil {
		t.Errorf("%q, %v", data, err)
	}
}
