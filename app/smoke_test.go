//go:build desktop && linux

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"image/png"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"rapporteur/frontend"
	"rapporteur/internal/cli"
	"rapporteur/internal/fault"
	"rapporteur/internal/sample"
)

// panicking makes the test binary a window whose handler panics when the page asks for the file panic.txt.
const panicking = "RAPPORTEUR_TEST_PANICKING"

type panickingFiles struct{ fs.FS }

func (p panickingFiles) Open(name string) (fs.File, error) {
	if name == "panic.txt" {
		panic("asked for")
	}
	return p.FS.Open(name)
}

func TestMain(m *testing.M) {
	if os.Getenv(panicking) != "" {
		cli.Screens, cli.Window = panickingFiles{frontend.Dist()}, openWindow
		os.Exit(cli.Main(nil, os.Stdin, os.Stdout, os.Stderr))
	}
	status := m.Run()
	if folder != "" {
		_ = os.RemoveAll(folder)
	}
	os.Exit(status)
}

// folder holds the program that the tests share, once it is built.
var folder string

// program builds the program as it is handed out, once for all tests.
var program = sync.OnceValues(func() (string, error) {
	if _, err := fs.Stat(frontend.Dist(), "index.html"); err != nil {
		return "", errors.New("the screens are not built: go run ./build setup")
	}
	var err error
	if folder, err = os.MkdirTemp("", "rapporteur-window-"); err != nil {
		return "", err
	}
	to := filepath.Join(folder, "rapporteur")
	build := exec.Command("go", "build", "-trimpath", "-tags", "desktop,production,webkit2_41", "-ldflags", "-s -w", "-o", to, ".")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return to, nil
})

func built(t *testing.T) string {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// screen starts a display of its own for one test and gives its name.
func screen(t *testing.T) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1440x1000x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{write}
	if err := x.Start(); err != nil {
		t.Fatal("Xvfb must be there; go run ./build test installs it: ", err)
	}
	t.Cleanup(func() {
		_ = x.Process.Kill()
		_ = x.Wait()
	})
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return ":" + strings.TrimSpace(number)
}

// opened is a window that was started.
type opened struct {
	*exec.Cmd
	inspector string
	said      *bytes.Buffer
}

// open starts a program in a home of its own and without a session bus. It ends with the test.
func open(t *testing.T, program, display, home string, env ...string) *opened {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o := &opened{exec.Command(program), free.Addr().String(), &bytes.Buffer{}}
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	o.Dir, o.Stdout, o.Stderr = home, o.said, o.said
	o.Env = append([]string{"HOME=" + home, "PATH=" + os.Getenv("PATH"), "DISPLAY=" + display, "LANG=C.UTF-8", "RAPPORTEUR_DATA=" + filepath.Join(home, "data"),
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere", "NO_AT_BRIDGE=1", "WEBKIT_INSPECTOR_HTTP_SERVER=" + o.inspector}, env...)
	if err := o.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.end(t) })
	return o
}

// end closes the window as the system would and waits for it.
func (o *opened) end(t *testing.T) {
	t.Helper()
	if o.ProcessState != nil {
		return
	}
	_ = o.Process.Signal(syscall.SIGTERM)
	if err := o.Wait(); err != nil {
		t.Errorf("the program ended with %v and said %s", err, o.said)
	}
}

// theJob does the officer's work from the page, through the API alone.
const theJob = `
const api = async (method, path, body, type = "application/json") => {
	const answer = await fetch("/api" + path, { method, body: body && (type === "application/json" ? JSON.stringify(body) : body), headers: body ? { "Content-Type": type } : {} });
	const value = await answer.json();
	if (!answer.ok) throw new Error(path + ": " + JSON.stringify(value));
	return value;
};
const stage = async ({ name, data }) =>
	(await api("POST", "/uploads?name=" + encodeURIComponent(name), Uint8Array.from(atob(data), (c) => c.charCodeAt(0)).buffer, "application/octet-stream")).id;
const done = async (job) => {
	while (job.state === "running") job = await api("GET", "/jobs/" + job.id);
	if (job.state !== "done") throw new Error(JSON.stringify(job));
	return job.result;
};
const [outline, registrations, attendance] = window.handed;
const { webinar } = await api("POST", "/webinars", { upload: await stage(outline) });
for (const file of [registrations, attendance]) {
	const plan = await done(await api("POST", "/webinars/" + webinar.id + "/imports", { uploads: [await stage(file)] }));
	await done(await api("POST", "/imports/" + plan + "/commit"));
}
const table = await api("GET", "/webinars/" + webinar.id + "/breakdown");
const pdf = new Uint8Array(await (await fetch("/api/webinars/" + webinar.id + "/report/pdf?copy=donor")).arrayBuffer());
return { id: webinar.id, title: webinar.title, joined: table.totals.joined, submissions: table.totals.submissions,
	pdf: new TextDecoder("latin1").decode(pdf.slice(0, 5)), bytes: pdf.length };
`

// hand gives the page a file, in pieces: the inspector takes no more than 128 kB at once.
func hand(page *inspector, name string, data []byte) {
	page.t.Helper()
	page.run("(window.handed ??= []).push({ name: given[0], data: '' })", name)
	for piece := range slices.Chunk([]byte(base64.StdEncoding.EncodeToString(data)), 64<<10) {
		page.run("window.handed.at(-1).data += given[0]", string(piece))
	}
}

// TestTheWindow opens the program as it is handed out, does the job from its page, and ends it.
func TestTheWindow(t *testing.T) {
	display, home := screen(t), t.TempDir()
	binary := built(t)
	w := open(t, binary, display, home)
	page := inspect(t, w.inspector)
	until(t, "the first screen", func() bool { return strings.Contains(page.text(), "Webinars") })
	if painted := page.run(`return performance.getEntriesByType("paint").map((e) => e.name + " " + Math.round(e.startTime))`); painted != nil {
		t.Log("painted, in ms after the page was asked for: ", painted)
	}
	if where := page.run("return location.origin + ' ' + isSecureContext"); where != "wails://wails true" {
		t.Errorf("the page is at %v", where)
	}
	hand(page, "outline.txt", sample.Outline())
	for _, f := range []sample.File{sample.Registrations()[0], sample.Attendance()[0]} {
		hand(page, f.Name, f.Data)
	}
	job, _ := page.run(theJob).(map[string]any)
	if job["joined"] != 192.0 || job["submissions"] != 330.0 {
		t.Errorf("the figures are %v", job)
	}
	if size, _ := job["bytes"].(float64); job["pdf"] != "%PDF-" || size < 50_000 {
		t.Errorf("the report is %v", job)
	}
	page.run(`location.hash = "#/w/" + given[0] + "/breakdown"`, job["id"])
	until(t, "the figures", func() bool {
		shown := page.text()
		return strings.Contains(shown, "Joined") && strings.Contains(shown, "192") && strings.Contains(shown, "314")
	})
	t.Run("what the page may not ask", func(t *testing.T) { refusals(t, page) })
	t.Run("the dialogs", func(t *testing.T) { throughDialogs(t, page, display, job["id"]) })
	t.Run("a second start says who holds the register", func(t *testing.T) {
		second := inspect(t, open(t, binary, display, home).inspector)
		until(t, "the reason", func() bool { return strings.Contains(second.text(), "in use by another window") })
		if !strings.Contains(second.text(), "Try again") {
			t.Errorf("the page says %q", second.text())
		}
	})
	w.end(t)
	data, err := os.ReadFile(filepath.Join(home, "data", placeFile))
	var kept place
	if err != nil || json.Unmarshal(data, &kept) != nil || kept.Width != firstWidth || kept.Height != firstHeight {
		t.Errorf("the window's place: %s, %v", data, err)
	}
	outside, err := os.ReadDir(home)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range outside {
		if e.Name() != "data" && e.Name() != ".config" {
			t.Errorf("%s was left outside of the data folder", e.Name())
		}
	}
}

// throughDialogs saves the report and takes a file in, as an officer does: by the system's dialogs.
func throughDialogs(t *testing.T, page *inspector, display string, id any) {
	page = page.in(t)
	dir := t.TempDir()
	press(t, display, "Rapporteur", "key", "ctrl+e") // the menu, which leads to the screen of the report
	fill(t, display, "Save", filepath.Join(dir, "report"))
	until(t, "the word that it was saved", func() bool { return strings.Contains(page.text(), "report.pdf was saved") })
	file, err := os.ReadFile(filepath.Join(dir, "report.pdf"))
	if err != nil || !bytes.HasPrefix(file, []byte("%PDF-")) || float64(len(file)) != page.run(
		`return (await (await fetch("/api/webinars/" + given[0] + "/report/pdf?copy=internal")).arrayBuffer()).byteLength`, id) {
		t.Errorf("the saved report has %d bytes: %v", len(file), err)
	}
	saveChart(t, page, display, filepath.Join(dir, "chart"), id)
	page.run(`window.asked = window.go.main.Desktop.Save("/api/webinars/" + given[0] + "/report/xlsx?copy=donor", "../an:nex.xlsx")`, id)
	press(t, display, "Save")
	closeWith(t, display, "Save", "Escape")
	if saved := page.run("return JSON.stringify(await window.asked)"); saved != `{"saved":false,"name":""}` {
		t.Errorf("of a closed dialog: %v", saved)
	}
	attendance := sample.Attendance()[1]
	if err := os.WriteFile(filepath.Join(dir, attendance.Name), attendance.Data, 0o600); err != nil {
		t.Fatal(err)
	}
	page.run(`window.asked = window.go.main.Desktop.Open("table")`)
	fill(t, display, "Import files", filepath.Join(dir, attendance.Name))
	if name := page.run("const [one] = await window.asked; return one.name + ' ' + one.size"); name != fmt.Sprint(attendance.Name, " ", len(attendance.Data)) {
		t.Errorf("taken in: %v", name)
	}
	page.run(`window.asked = window.go.main.Desktop.Open("outline")`)
	press(t, display, "New webinar from its outline")
	closeWith(t, display, "New webinar from its outline", "Escape")
	if picked := page.run("return (await window.asked).length"); picked != 0.0 {
		t.Errorf("of a closed dialog: %v", picked)
	}
}

// saveChart saves a chart as a picture that the page drew.
func saveChart(t *testing.T, page *inspector, display, to string, id any) {
	t.Helper()
	page.run(`location.hash = "#/w/" + given[0] + "/breakdown"`, id)
	until(t, "the charts", func() bool {
		return page.run(`return document.querySelector("[aria-label$='as PNG']") !== null`) == true
	})
	page.run(`document.querySelector("[aria-label$='as PNG']").click()`)
	fill(t, display, "Save", to)
	until(t, "the word that it was saved", func() bool { return strings.Contains(page.text(), "attendance” was saved") })
	file, err := os.Open(to + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	drawn, err := png.Decode(file)
	if err != nil {
		t.Fatalf("the saved chart: %v", err)
	}
	size, _ := page.run(`const svg = await (await fetch("/api/webinars/" + given[0] + "/charts/funnel/picture.svg")).text();
return /width="(\d+)"/.exec(svg)[1]`, id).(string)
	if width, err := strconv.Atoi(size); err != nil || drawn.Bounds().Dx() != 2*width {
		t.Errorf("the saved chart is %d pixels wide, its picture %q", drawn.Bounds().Dx(), size)
	}
}

// fill types the path of a file into a dialog and confirms it.
func fill(t *testing.T, display, dialog, path string) {
	t.Helper()
	press(t, display, dialog, "key", "ctrl+l", "key", "ctrl+a", "type", "--delay", "5", path)
	closeWith(t, display, dialog, "Return")
}

// closeWith presses a key until a dialog is gone: it looks at a folder first, and hears nothing meanwhile.
func closeWith(t *testing.T, display, dialog, key string) {
	t.Helper()
	until(t, "the end of the dialog", func() bool {
		out, err := xdotool(t, display, "search", "--onlyvisible", "--name", "^"+dialog+"$", "windowfocus", "key", key)
		return err != nil && !strings.Contains(out, "BadWindow") // it went away while the key was down
	})
}

// press waits for a window, gives it the keyboard (there is no window manager to do it) and presses keys.
func press(t *testing.T, display, window string, keys ...string) {
	t.Helper()
	until(t, "the window "+window, func() bool {
		if _, err := xdotool(t, display, "search", "--onlyvisible", "--name", "^"+window+"$", "windowfocus"); err != nil {
			return false
		}
		focused, err := xdotool(t, display, "getwindowfocus", "getwindowname")
		return err == nil && strings.TrimSpace(focused) == window
	})
	if len(keys) == 0 {
		return
	}
	if out, err := xdotool(t, display, keys...); err != nil {
		t.Fatalf("the window %s: %v: %s", window, err, out)
	}
}

func xdotool(t *testing.T, display string, arguments ...string) (string, error) {
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	c := exec.CommandContext(ctx, "xdotool", arguments...)
	c.Env = append(os.Environ(), "DISPLAY="+display)
	out, err := c.CombinedOutput()
	return string(out), err
}

// refusals has the page ask for what it may not have.
func refusals(t *testing.T, page *inspector) {
	page = page.in(t)
	if bound := page.run("return Object.keys(window.go.main.Desktop).sort().join()"); bound != "Open,Quit,Reveal,Save" {
		t.Errorf("bound: %v", bound)
	}
	refusal := func(call string) fault.Error {
		t.Helper()
		text, _ := page.run("try { await " + call + " } catch (e) { return e.message } return ''").(string)
		var f fault.Error
		if err := json.Unmarshal([]byte(text), &f); err != nil {
			t.Fatalf("%s: %q", call, text)
		}
		return f
	}
	for call, code := range map[string]fault.Code{
		`window.go.main.Desktop.Save("/etc/passwd", "x")`:                                              fault.Invalid,
		`window.go.main.Desktop.Save("file:///etc/passwd", "x")`:                                       fault.Invalid,
		`window.go.main.Desktop.Save("/api/webinars/00000000-0000-7000-8000-000000000000/x/pdf", "x")`: fault.NotFound,
		`window.go.main.Desktop.Open("/etc/passwd")`:                                                   fault.Invalid,
		`window.go.main.Desktop.Reveal()`:                                                              fault.NotFound,
	} {
		if f := refusal(call); f.Code != code || f.Message == "" || f.Hint == "" {
			t.Errorf("%s: %+v", call, f)
		}
	}
	// Nothing but the page's own files is loaded.
	blocked := page.run(`const script = document.createElement("script"); script.textContent = "window.injected = true"; document.head.append(script); return !window.injected`)
	if blocked != true {
		t.Error("a script in the page ran")
	}
}

// TestAPanicLeavesTheWindowAlive has a handler panic behind an open window.
func TestAPanicLeavesTheWindowAlive(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	page := inspect(t, open(t, self, screen(t), t.TempDir(), panicking+"=1").inspector)
	until(t, "the first screen", func() bool { return strings.Contains(page.text(), "Webinars") })
	answer := page.run(`const answer = await fetch("/panic.txt"); return answer.status + " " + (await answer.json()).code`)
	if answer != "500 internal" {
		t.Errorf("the panic was answered with %v", answer)
	}
	if home := page.run(`return (await (await fetch("/api/home")).json()).webinars.length`); home != 0.0 {
		t.Errorf("afterwards the window answers %v", home)
	}
}

// TestTheWindowListensNowhere looks for listening sockets of an open window, the inspector being off.
func TestTheWindowListensNowhere(t *testing.T) {
	home := t.TempDir()
	w := open(t, built(t), screen(t), home, "WEBKIT_INSPECTOR_HTTP_SERVER=")
	until(t, "the register", func() bool {
		_, err := os.Stat(filepath.Join(home, "data", "register.holder"))
		return err == nil
	})
	for _, table := range []string{"tcp", "tcp6"} {
		if found := listening(t, w.Process.Pid, table); len(found) > 0 {
			t.Errorf("the window listens: %v", found)
		}
	}
}

// listening gives the lines of listening sockets that a process holds.
func listening(t *testing.T, pid int, table string) (found []string) {
	t.Helper()
	proc := filepath.Join("/proc", strconv.Itoa(pid))
	held := map[string]bool{}
	links, err := os.ReadDir(filepath.Join(proc, "fd"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range links {
		if to, err := os.Readlink(filepath.Join(proc, "fd", l.Name())); err == nil && strings.HasPrefix(to, "socket:[") {
			held[strings.Trim(strings.TrimPrefix(to, "socket:"), "[]")] = true
		}
	}
	lines, err := os.ReadFile(filepath.Join(proc, "net", table))
	if err != nil {
		t.Fatal(err)
	}
	const state, inode, listens = 3, 9, "0A"
	for _, line := range strings.Split(string(lines), "\n") {
		if f := strings.Fields(line); len(f) > inode && f[state] == listens && held[f[inode]] {
			found = append(found, line)
		}
	}
	return found
}

// TestWithoutADisplayTheBrowserIsOffered starts the program where nothing can be shown.
func TestWithoutADisplayTheBrowserIsOffered(t *testing.T) {
	binary := built(t)
	for name, display := range map[string]string{"none": "", "one that is not there": ":9999"} {
		ctx, stop := context.WithTimeout(t.Context(), patience)
		defer stop()
		c := exec.CommandContext(ctx, binary)
		c.Env = []string{"HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH"), "DISPLAY=" + display, "RAPPORTEUR_DATA=" + t.TempDir()}
		out, err := c.CombinedOutput()
		if c.ProcessState.ExitCode() != 1 || !strings.Contains(string(out), "rapporteur serve") {
			t.Errorf("%s: %v: %s", name, err, out)
		}
	}
}
