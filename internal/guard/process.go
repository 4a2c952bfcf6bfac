package guard

import (
	"context"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"

	"rapporteur/internal/tabular"
)

// child is a started process that waits for one file.
type child struct {
	in        io.WriteCloser
	answer    *cappedBuffer
	told      chan told // how far it is, the newest
	complaint *firstBytes
	kill      context.CancelFunc
	ended     chan struct{} // closed when the process is gone
	err       error         // how it ended, once ended is closed
}

// begin starts a child.
func begin(command Command) (*child, error) {
	ctx, kill := context.WithCancel(context.Background())
	news := make(chan told, 1)
	c := &child{answer: &cappedBuffer{limit: maxAnswer, full: kill, told: news}, told: news, complaint: &firstBytes{room: 4096}, kill: kill, ended: make(chan struct{})}
	cmd := exec.CommandContext(ctx, command.Path, command.Args...)
	cmd.Env = append(cmd.Environ(), command.Env...)
	cmd.Stdout, cmd.Stderr = c.answer, c.complaint
	cmd.WaitDelay = time.Second // for a grandchild that keeps the pipes open
	hideWindow(cmd)
	in, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		kill()
		return nil, err
	}
	c.in = in
	go func() {
		c.err = cmd.Wait()
		kill()
		close(c.ended)
	}()
	return c, nil
}

// send gives the child its file. A pipe that breaks is told by the way the child ended.
func (c *child) send(name string, data []byte, said tabular.Said) {
	c.answer.expect(len(data))
	_, _ = io.Copy(c.in, newRequest(name, data, said))
	_ = c.in.Close()
}

// gone tells whether the process has ended already.
func (c *child) gone() bool {
	select {
	case <-c.ended:
		return true
	default:
		return false
	}
}

// cappedBuffer keeps what the child answers, up to limit bytes; then it ends the child. What it says of how far it is goes to
// told.
type cappedBuffer struct {
	hearing
	told     chan told
	mu       sync.Mutex // a child that is not itself may write before it is asked
	kept     strings.Builder
	limit    int
	full     func()
	overflow bool
}

// expect makes room for the answer to a file of a size: the cells of most are found in it, and take a few bytes each.
func (b *cappedBuffer) expect(size int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.kept.Grow(min(size/4, b.limit))
}

// Write implements io.Writer.
func (b *cappedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	last, answer, ok := b.cut(p)
	if last != nil {
		select { // nobody needs to know how far it was
		case <-b.told:
		default:
		}
		b.told <- *last
	}
	if !ok || b.kept.Len()+len(answer) > b.limit {
		b.overflow = true
		b.full()
		return 0, errTooMuch
	}
	b.kept.Write(answer)
	return len(p), nil
}

// firstBytes keeps the first bytes written and lets the rest go.
type firstBytes struct {
	kept []byte
	room int
}

// Write implements io.Writer.
func (b *firstBytes) Write(p []byte) (int, error) {
	n := min(len(p), b.room)
	b.kept = append(b.kept, p[:n]...)
	b.room -= n
	return len(p), nil
}
