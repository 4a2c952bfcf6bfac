//go:build !race

package cli_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Where an import may be struck, in its order: what can be seen of it from outside.
const (
	whileSent    = "while the child takes the file"
	whileRead    = "while the child reads it"
	whileTold    = "while the child answers"
	whilePlanned = "while the plan is made"
	whileSaved   = "while the change is written"
	whilePutAway = "while the change is put away"
)

// strikes is how many kills have to come while an import is at work.
const strikes = 20

// strike is the moment of a kill: a stage of the import and how far it has come, from 0 to 1.
type strike struct {
	stage string
	far   float64
}

// nothing is struck.
var nothing = strike{}

const register = "register.db"

// seen is what an import showed.
type seen struct {
	killed           bool   // while it worked
	status           int    // with which the command ended
	said             string // on standard error
	ticks, told, log int64
}

// large is an import of a workbook of 20 MB into one register.
type large struct {
	program
	webinar, file string
	temporary     string // the folder for temporary files of the commands
	sound         string // the register's content before the import
	sent, told    int64  // bytes that the child takes and answers
	ticks         int64  // the child's processor time
	log           int64  // the largest size of the register's log of writes
	before, after int64  // the size of the register's file
}

// At twenty random points of the import of 20 MB the program is killed, at others the child that reads the file: what the
// register holds stays as it is, byte for byte, or the import is whole; no process and no temporary file is left.
func TestLargeImportIsKilled(t *testing.T) {
	t.Parallel()
	path, err := exec.LookPath("rapporteur")
	if err != nil {
		t.Fatal(err)
	}
	start := large{program: program{t, path, filepath.Join(t.TempDir(), "data")}, file: filepath.Join(t.TempDir(), "list.xlsx"), temporary: t.TempDir()}
	start.webinar = strings.TrimSpace(start.must("webinar", "new", filepath.Join("..", "sample", "files", "outline-sample.txt")))
	data, err := largeWorkbook()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(start.file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	start.sound = start.content()
	start.sent = int64(len(data))
	whole := start.another()
	is := whole.watched(nothing, nil)
	start.ticks, start.told, start.log, start.before, start.after = is.ticks, is.told, is.log, sizeOf(start.data, register), sizeOf(whole.data, register)
	after := whole.figures(start.webinar)
	if after == start.figures(start.webinar) {
		t.Fatal("the import changed nothing")
	}

	chance := rand.New(rand.NewPCG(4, 8))
	left := map[string]int{}
	start.struck(chance, []string{whileSent, whileRead, whileTold, whilePlanned, whileSaved, whilePutAway},
		func(parent, _ int) int { return parent },
		func(l large, at strike, _ seen) {
			switch {
			case l.content() == l.sound:
				left["as before"]++
			case l.figures(l.webinar) == after:
				left["whole"]++
			default:
				t.Fatalf("killed %s (%.2f) the register is neither as before nor is the import whole", at.stage, at.far)
			}
		})
	t.Logf("the register is %v", left)
	start.struck(chance, []string{whileSent, whileRead, whileTold},
		func(_, child int) int { return child },
		func(l large, at strike, is seen) {
			var f struct{ Code, Message, Hint string }
			if err := json.Unmarshal([]byte(is.said), &f); is.status != 1 || err != nil || f.Code != "unreadable" || !strings.Contains(f.Message, "broke the program part") || f.Hint == "" {
				t.Fatalf("the child killed %s (%.2f), the command ends with %d and says %s", at.stage, at.far, is.status, is.said)
			}
			if l.content() != l.sound {
				t.Fatalf("the child killed %s (%.2f), the register is another one", at.stage, at.far)
			}
		})
}

// struck kills imports at random points of the stages until strikes of them were hit at work, at least one in each stage,
// and looks at what each leaves.
func (l large) struck(chance *rand.Rand, stages []string, whom func(parent, child int) int, look func(l large, at strike, is seen)) {
	l.t.Helper()
	names := l.names(l.data)
	hits, all := map[string]int{}, 0
	for i := 0; all < strikes && i < 3*strikes; i++ {
		at := strike{stages[i%len(stages)], chance.Float64()}
		one := l.another()
		is := one.watched(at, whom)
		if !is.killed {
			continue // a stage that was over when it was seen
		}
		hits[at.stage]++
		all++
		if left := l.names(l.temporary); left != "" {
			l.t.Fatalf("killed %s, %s is left behind", at.stage, left)
		}
		look(one, at, is)
		if left := l.names(one.data); left != names {
			l.t.Fatalf("killed %s, the data folder holds %s", at.stage, left)
		}
	}
	if all < strikes || len(hits) < len(stages) {
		l.t.Errorf("kills that came while the import was at work: %v", hits)
	}
	l.t.Logf("kills: %v", hits)
}

// another is the same import into a copy of the register.
func (l large) another() large {
	l.program = l.copy(l.t)
	return l
}

// content is the SHA-256 of the register's file, after the program has opened and closed it.
func (l large) content() string {
	l.t.Helper()
	l.must("check")
	data, err := os.ReadFile(filepath.Join(l.data, register))
	if err != nil {
		l.t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// names are those in a folder, in their order.
func (l large) names(folder string) string {
	l.t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		l.t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// watched imports the file and kills the process that whom chooses when the import has come to the strike. The child is
// gone in the end, whoever was killed.
func (l large) watched(at strike, whom func(parent, child int) int) seen {
	l.t.Helper()
	var out seen
	var errOut bytes.Buffer
	c := l.command("--json", "attendance", "import", l.webinar, l.file, "--yes")
	c.Env = append(c.Env, "TMPDIR="+l.temporary)
	c.Stderr = &errOut
	if err := c.Start(); err != nil {
		l.t.Fatal(err)
	}
	parent, child := c.Process.Pid, 0
	ended := make(chan struct{})
	go func() {
		_ = c.Wait() // killed, refused or done
		close(ended)
	}()
	target := 0
	look := time.NewTicker(time.Millisecond) // not all the time: that would take the processor from what is watched
	defer look.Stop()
	for working := true; working; {
		if child == 0 {
			child = childOf(parent)
		}
		out.ticks, out.told, out.log = max(out.ticks, ticksOf(child)), max(out.told, counted(child, "wchar")), max(out.log, sizeOf(l.data, register+"-wal"))
		if target == 0 && l.reached(at, child) {
			target = whom(parent, child)
			out.killed = alive(target) && syscall.Kill(target, syscall.SIGKILL) == nil
		}
		select {
		case <-ended:
			working = false
		case <-look.C:
		}
	}
	for child != 0 && alive(child) { // its standard input has ended
		<-look.C
	}
	out.said, out.status = errOut.String(), c.ProcessState.ExitCode()
	out.killed = out.killed && out.status != 0 // else it was done before the kill came
	return out
}

// reached tells whether the import has come to a moment. The child takes the whole file, reads it and answers.
func (l large) reached(at strike, child int) bool {
	past := func(n, from, to int64) bool { return n > from && n >= from+int64(at.far*float64(to-from)) }
	switch {
	case at == nothing || child == 0:
		return false
	case at.stage == whileSent:
		return past(counted(child, "rchar"), 0, l.sent)
	case at.stage == whileRead:
		return past(ticksOf(child), 0, l.ticks)
	case at.stage == whileTold:
		return past(counted(child, "wchar"), 0, l.told)
	case at.stage == whilePlanned:
		return !alive(child)
	case at.stage == whileSaved:
		return past(sizeOf(l.data, register+"-wal"), 0, l.log)
	default:
		return past(sizeOf(l.data, register), l.before, l.after)
	}
}

// largeWorkbook is an attendance list of nearly 20 MB, the most that is taken: 640 people with ten remarks each, which do
// not pack.
func largeWorkbook() ([]byte, error) {
	chance := rand.NewChaCha8([32]byte{20})
	remark := make([]byte, 2250)
	var b strings.Builder
	cell := func(text string) { fmt.Fprintf(&b, `<c t="inlineStr"><is><t>%s</t></is></c>`, text) }
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>`)
	for _, title := range []string{"Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest"} {
		cell(title)
	}
	for i := range 10 {
		cell(fmt.Sprint("Remark ", i+1))
	}
	for person := range 640 {
		b.WriteString(`</row><row>`)
		cell(fmt.Sprintf("Vera Test%c%c", 'a'+person/26, 'a'+person%26))
		cell(fmt.Sprintf("person%d@court.example", person))
		for _, text := range []string{"05/28/2020 02:00:00 PM", "05/28/2020 04:00:00 PM", "120", "Yes"} {
			cell(text)
		}
		for range 10 {
			_, _ = chance.Read(remark) // never fails
			cell(base64.StdEncoding.EncodeToString(remark))
		}
	}
	b.WriteString(`</row></sheetData></worksheet>`)
	return workbook(strings.NewReader(b.String()), zip.Store)
}
