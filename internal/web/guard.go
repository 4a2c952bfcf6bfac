package web

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"rapporteur/internal/fault"
)

// policy lets the page load its own files and nothing else. Styles may stand in the page: charts are drawn as SVG.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
	"connect-src 'self'; worker-src 'self'; frame-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'; object-src 'none'"

// headers are on every answer. Nothing is kept by the browser: the register may hold other figures a second later.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("Cache-Control", "no-store")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// cookieName is the cookie that holds the session at a host. Its value is the start's secret and good for this start of
// the program only. Browsers send cookies to every port of a computer: without the port in the name, two programs at
// work would log each other out.
func cookieName(host string) string {
	_, port, _ := net.SplitHostPort(host) // the host is one of ours
	return "rapporteur-" + port
}

// enterPath exchanges the launch token for the cookie.
const enterPath = "/enter"

// Access decides who may speak to a handler that listens on a port: the one browser that was started with the launch
// address. Other programs' pages, rebound host names and other users' browsers are refused.
type Access struct {
	hosts    []string // exact Host headers
	secret   string
	mu       sync.Mutex
	launch   string // "" once used
	lastSeen atomic.Int64
	now      func() time.Time
}

// NewAccess makes the access of one start. hosts are the exact Host headers, such as 127.0.0.1:8123.
func NewAccess(now func() time.Time, hosts ...string) *Access {
	a := &Access{hosts: hosts, secret: random(), launch: random(), now: now}
	a.lastSeen.Store(now().Unix())
	return a
}

// LaunchPath is the address to open once: it holds the launch token.
func (a *Access) LaunchPath() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return enterPath + "?token=" + a.launch
}

// LastSeen is when the browser last asked for something.
func (a *Access) LastSeen() time.Time { return time.Unix(a.lastSeen.Load(), 0) }

// random is a text of 256 bits.
func random() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails, by its contract
	return base64.RawURLEncoding.EncodeToString(b)
}

func (a *Access) guard(next http.Handler) http.Handler {
	if a == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !slices.Contains(a.hosts, r.Host), r.URL.IsAbs(), !a.ownPage(r):
			forbid(w, http.StatusForbidden)
		case r.Method == http.MethodGet && r.URL.Path == enterPath:
			a.enter(w, r)
		case !a.known(r):
			forbid(w, http.StatusUnauthorized)
		case !slices.Contains([]string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete}, r.Method):
			forbid(w, http.StatusMethodNotAllowed)
		default:
			a.lastSeen.Store(a.now().Unix())
			next.ServeHTTP(w, r)
		}
	})
}

// ownPage tells whether a request comes from our own page, or from the address line of the browser. A request that
// changes something must say that it does: a browser always names the origin then.
func (a *Access) ownPage(r *http.Request) bool {
	site := r.Header.Get("Sec-Fetch-Site")
	if site != "" && site != "same-origin" && site != "none" {
		return false
	}
	origin := r.Header.Values("Origin")
	if len(origin) > 1 || len(origin) == 1 && origin[0] != "http://"+r.Host {
		return false
	}
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	return reads || len(origin) == 1
}

func (a *Access) known(r *http.Request) bool {
	for _, c := range r.CookiesNamed(cookieName(r.Host)) {
		if subtle.ConstantTimeCompare([]byte(c.Value), []byte(a.secret)) == 1 {
			return true
		}
	}
	return false
}

// enter exchanges the launch token for the cookie, once.
func (a *Access) enter(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	a.mu.Lock()
	good := a.launch != "" && subtle.ConstantTimeCompare([]byte(token), []byte(a.launch)) == 1
	if good {
		a.launch = ""
	}
	a.mu.Unlock()
	if !good && !a.known(r) {
		forbid(w, http.StatusForbidden)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName(r.Host), Value: a.secret, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer")
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// forbid says no more than that the request was refused.
func forbid(w http.ResponseWriter, status int) {
	if strings.TrimSpace(w.Header().Get("Cache-Control")) == "" {
		w.Header().Set("Cache-Control", "no-store")
	}
	writeProblem(w, &Problem{Status: status, Code: string(fault.Barred), Message: "This page was not opened by the program.",
		Hint: "Start Rapporteur again and use the address it prints."})
}
