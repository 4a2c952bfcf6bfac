package web

import (
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const host = "127.0.0.1:8123"

// attempt is a request of somebody who should not get through.
type attempt struct {
	name, method, host, path string
	headers                  map[string]string
	cookie                   bool // the attacker has got the cookie sent along
}

// attempts are the ways other pages, programs and users may try: host names that were rebound, foreign origins, methods,
// tokens, cookies and their combinations.
func attempts() []attempt {
	var out []attempt
	add := func(a attempt) { out = append(out, a) }
	for _, h := range []string{"evil.test", "evil.test:8123", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8124", "localhost", "localhost:8123", "[::1]:8123",
		"0.0.0.0:8123", "127.1:8123", "2130706433:8123", "127.0.0.1.evil.test:8123", "127.0.0.1:8123.evil.test", "user@127.0.0.1:8123", "", " 127.0.0.1:8123", "127.0.0.1:8123,evil.test"} {
		add(attempt{"rebound read " + h, "GET", h, "/api/home", map[string]string{"Sec-Fetch-Site": "same-origin"}, true})
		add(attempt{"rebound write " + h, "POST", h, "/api/sample", map[string]string{"Sec-Fetch-Site": "same-origin", "Origin": "http://" + h}, true})
	}
	for _, origin := range []string{"null", "http://evil.test", "https://127.0.0.1:8123", "http://127.0.0.1", "http://127.0.0.1:8124", "http://localhost:8123",
		"http://127.0.0.1:8123.evil.test", "http://evil.test#http://127.0.0.1:8123", "file://", "HTTP://127.0.0.1:8123", "http://127.0.0.1:8123/"} {
		for _, method := range []string{"POST", "PUT", "PATCH", "DELETE"} {
			add(attempt{method + " from " + origin, method, host, "/api/sample", map[string]string{"Origin": origin}, true})
		}
		add(attempt{"read from " + origin, "GET", host, "/api/home", map[string]string{"Origin": origin}, true})
	}
	for _, site := range []string{"cross-site", "same-site", "nonsense"} {
		for _, method := range []string{"GET", "HEAD", "POST"} {
			add(attempt{method + " " + site, method, host, "/api/home", map[string]string{"Sec-Fetch-Site": site}, true})
		}
	}
	for _, method := range []string{"POST", "PUT", "PATCH", "DELETE"} {
		add(attempt{method + " without an origin", method, host, "/api/sample", nil, true})
	}
	for _, method := range []string{"OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"} {
		add(attempt{"method " + method, method, host, "/api/home", map[string]string{"Origin": "http://" + host}, true})
	}
	for _, path := range []string{"/", "/api/home", "/charts/echarts.js", "/index.html", "/enter", "/enter?token=", "/enter?token=wrong", "/enter?token[]=x", "//api/home", "/api/../api/home"} {
		add(attempt{"no cookie " + path, "GET", host, path, nil, false})
	}
	for _, cookie := range []string{"rapporteur-8123=", "rapporteur-8123=wrong", "Rapporteur-8123=x", "rapporteur-8123=\"\"", "rapporteur-8123=null; rapporteur-8123=undefined",
		"rapporteur=x", "rapporteur-=x", "rapporteur-8124=x"} {
		add(attempt{"cookie " + cookie, "GET", host, "/api/home", map[string]string{"Cookie": cookie}, false})
	}
	return out
}

func TestNobodyElseGetsThrough(t *testing.T) {
	access := NewAccess(time.Now, host)
	reached := 0
	h := access.guard(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached++ }))
	list := attempts()
	if len(list) < 60 {
		t.Fatalf("only %d attempts", len(list))
	}
	for _, a := range list {
		r := httptest.NewRequestWithContext(t.Context(), a.method, "/", nil)
		r.RequestURI, r.URL.Path = a.path, a.path
		if path, query, ok := strings.Cut(a.path, "?"); ok {
			r.URL.Path, r.URL.RawQuery = path, query
		}
		r.Host = a.host
		for k, v := range a.headers {
			r.Header.Set(k, v)
		}
		if a.cookie {
			r.AddCookie(&http.Cookie{Name: cookieName(host), Value: access.secret})
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code < 400 || w.Header().Get("Set-Cookie") != "" || w.Header().Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: %d %v", a.name, w.Code, w.Header())
		}
	}
	if reached > 0 {
		t.Errorf("%d of %d got through", reached, len(list))
	}
}

// TestLaunch: the launch address works once and gives a cookie that a page's script cannot read.
func TestLaunch(t *testing.T) {
	access := NewAccess(time.Now, host)
	s := open(t, access, io.Discard)
	send := func(path string, cookie *http.Cookie) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(t.Context(), "GET", path, nil)
		r.Host = host
		if cookie != nil {
			r.AddCookie(cookie)
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w
	}
	launch := access.LaunchPath()
	first := send(launch, nil)
	cookies := (&http.Response{Header: first.Header()}).Cookies()
	if first.Code != http.StatusSeeOther || first.Header().Get("Location") != "/" || len(cookies) != 1 {
		t.Fatalf("launch: %d %v", first.Code, first.Header())
	}
	c := cookies[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || len(c.Value) < 43 {
		t.Errorf("cookie: %+v", c)
	}
	if again := send(launch, nil); again.Code != http.StatusForbidden {
		t.Errorf("the launch address worked twice: %d", again.Code)
	}
	if page := send("/", c); page.Code != http.StatusOK || page.Header().Get("Content-Security-Policy") != policy || page.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("page: %d %v", page.Code, page.Header())
	}
	if none := send("/", nil); none.Code != http.StatusUnauthorized {
		t.Errorf("without the cookie: %d", none.Code)
	}
}

// TestTwoPrograms: one browser works with two programs at once, although its cookies know no ports.
func TestTwoPrograms(t *testing.T) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	browser := &http.Client{Jar: jar}
	status := func(address string) int {
		answer, err := browser.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		if err := answer.Body.Close(); err != nil {
			t.Fatal(err)
		}
		return answer.StatusCode
	}
	var origins []string
	for range 2 {
		server := httptest.NewUnstartedServer(nil)
		access := NewAccess(time.Now, server.Listener.Addr().String())
		server.Config.Handler = open(t, access, io.Discard)
		server.Start()
		t.Cleanup(server.Close)
		origins = append(origins, server.URL)
		if got := status(server.URL + access.LaunchPath()); got != http.StatusOK {
			t.Fatalf("launch: %d", got)
		}
	}
	for _, origin := range origins {
		if got := status(origin + "/api/home"); got != http.StatusOK {
			t.Errorf("%s was logged out: %d", origin, got)
		}
	}
}

// TestNothingChangesByGet: every address that can be read leaves the register as it is.
func TestNothingChangesByGet(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	before := get[[]any](t, s, "GET", "/api/webinars/"+w.ID+"/changes", nil)
	for _, path := range []string{"sample", "webinars/" + w.ID + "/undo", "webinars/" + w.ID + "/state", "webinars/" + w.ID + "/seats/confirm", "webinars/" + w.ID + "/merges",
		"webinars/" + w.ID + "/report/sections/conclusions", "imports/x/commit"} {
		if status, _ := ask(t, s, "GET", "/api/"+path+"?version="+fmt.Sprint(w.Version), nil); status != http.StatusMethodNotAllowed && status != http.StatusNotFound && status != http.StatusUnprocessableEntity {
			t.Errorf("GET /api/%s: %d", path, status)
		}
	}
	if after := get[[]any](t, s, "GET", "/api/webinars/"+w.ID+"/changes", nil); len(after) != len(before) {
		t.Error("a read wrote something")
	}
}
