package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// serveRows are the figures of imports through the program as a browser uses it: from the drop of a file to its plan on the
// screen, and what the program and the child that reads tables hold in memory together over a large import.
func serveRows(dir string) ([]row, error) {
	s, err := serve(filepath.Join(dir, "served"))
	if err != nil {
		return nil, err
	}
	rows, err := s.rows()
	return rows, errors.Join(err, s.end())
}

// served is a program that serves its screens, and a browser's session with it.
type served struct {
	program *exec.Cmd
	address string
	client  *http.Client
}

func serve(data string) (*served, error) {
	c := exec.Command(binary(), "--data", data, "--json", "serve", "--no-browser")
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.Start(); err != nil {
		return nil, err
	}
	s := &served{program: c}
	var started struct{ Address string }
	if err := json.NewDecoder(out).Decode(&started); err != nil {
		return nil, errors.Join(err, s.end())
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, errors.Join(err, s.end())
	}
	at, err := url.Parse(started.Address)
	if err != nil {
		return nil, errors.Join(err, s.end())
	}
	s.address, s.client = "http://"+at.Host, &http.Client{Jar: jar}
	answer, err := s.client.Get(started.Address)
	if err != nil {
		return nil, errors.Join(err, s.end())
	}
	return s, answer.Body.Close()
}

// end stops the program.
func (s *served) end() error {
	if err := s.program.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	if err := s.program.Wait(); err != nil && s.program.ProcessState.ExitCode() > 0 {
		return err
	}
	return nil
}

// call asks the program, and decodes its answer into what is given.
func (s *served) call(method, path, kind string, body []byte, into any) error {
	r, err := http.NewRequest(method, s.address+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Origin", s.address)
	answer, err := s.client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		return errors.Join(fmt.Errorf("%s: %s: %s", path, answer.Status, text), err)
	}
	return json.Unmarshal(text, into)
}

type identified struct {
	ID     string
	State  string
	Result string
}

func (s *served) upload(name string, data []byte) (id string, err error) {
	var up identified
	err = s.call(http.MethodPost, "/api/uploads?name="+url.QueryEscape(name), "application/octet-stream", data, &up)
	return up.ID, err
}

// job starts work and waits for its result.
func (s *served) job(path string, body any) (string, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return "", err
	}
	var j identified
	if err := s.call(http.MethodPost, path, "application/json", text, &j); err != nil {
		return "", err
	}
	for j.State == "running" {
		time.Sleep(5 * time.Millisecond)
		if err := s.call(http.MethodGet, "/api/jobs/"+j.ID, "application/json", nil, &j); err != nil {
			return "", err
		}
	}
	if j.State != "done" {
		return "", fmt.Errorf("%s: %s", path, j.State)
	}
	return j.Result, nil
}

// webinar makes one of the sample outline.
func (s *served) webinar() (string, error) {
	outline, err := os.ReadFile(filepath.Join("internal", "sample", "files", "outline-sample.txt"))
	if err != nil {
		return "", err
	}
	up, err := s.upload("outline.txt", outline)
	if err != nil {
		return "", err
	}
	body, err := json.Marshal(map[string]string{"upload": up})
	if err != nil {
		return "", err
	}
	var w struct{ Webinar struct{ ID string } }
	err = s.call(http.MethodPost, "/api/webinars", "application/json", body, &w)
	return w.Webinar.ID, err
}

// plan drops a file of so many rows and gives its plan, shown.
func (s *served) plan(webinar string, rows int) (string, error) {
	var file bytes.Buffer
	if err := writeAttendance(&file, rows); err != nil {
		return "", err
	}
	up, err := s.upload("attendee.csv", file.Bytes())
	if err != nil {
		return "", err
	}
	plan, err := s.job("/api/webinars/"+webinar+"/imports", map[string][]string{"uploads": {up}})
	if err != nil {
		return "", err
	}
	var shown any
	return plan, s.call(http.MethodGet, "/api/imports/"+plan, "application/json", nil, &shown)
}

func (s *served) rows() ([]row, error) {
	small, err := s.webinar()
	if err != nil {
		return nil, err
	}
	var times []float64
	for range 21 {
		from := time.Now()
		if _, err := s.plan(small, 300); err != nil {
			return nil, err
		}
		times = append(times, time.Since(from).Seconds()*1000)
		time.Sleep(100 * time.Millisecond) // the next child starts
	}
	slices.Sort(times)
	out := []row{{"300 rows dropped, plan shown", times[len(times)/2], 100, 0, "ms"}}

	large, err := s.webinar()
	if err != nil {
		return nil, err
	}
	peak, stop := make(chan int), make(chan struct{})
	go func() { peak <- peakMemory(s.program.Process.Pid, stop) }()
	plan, err := s.plan(large, 100_000)
	if err == nil {
		_, err = s.job("/api/imports/"+plan+"/commit", struct{}{})
	}
	close(stop)
	out = append(out, row{"100,000 rows imported, memory", float64(<-peak) / 1024, 200, 0, "MB"})
	if err != nil {
		return nil, err
	}
	from := time.Now()
	var shown any
	err = s.call(http.MethodGet, "/api/webinars/"+large, "application/json", nil, &shown)
	return append(out, row{"the first screen after them", time.Since(from).Seconds() * 1000, 1000, 0, "ms"}), err
}

// peakMemory looks every few milliseconds at what a process and its children hold, until it is told to stop; in KB. Off
// Linux it is 0.
func peakMemory(pid int, stop chan struct{}) int {
	peak := 0
	look := time.NewTicker(3 * time.Millisecond)
	defer look.Stop()
	for {
		children, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid)) // none without them
		sum := resident(strconv.Itoa(pid), "VmRSS:")
		for child := range strings.FieldsSeq(string(children)) {
			sum += resident(child, "RssAnon:") // the program's own pages are the same in both
		}
		peak = max(peak, sum)
		select {
		case <-stop:
			return peak
		case <-look.C:
		}
	}
}

// resident is what a process holds in memory, in KB, as one line of its status says; 0 when it is gone.
func resident(pid, line string) int {
	status, _ := os.ReadFile("/proc/" + pid + "/status")
	_, rest, _ := strings.Cut(string(status), line)
	value, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	n, _ := strconv.Atoi(value)
	return n
}
