package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"strconv"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/web"
)

// idle is how long the server waits for its browser before it ends itself.
const idle = 30 * time.Minute

type serveCommand struct {
	Port      int  `default:"0" help:"Port on this computer; 0 takes a free one."`
	NoBrowser bool `name:"no-browser" help:"Only print the address."`
}

// Run serves the screens to the browser of this computer, until it is stopped or nobody has used them for half an hour.
func (c *serveCommand) Run(s *session) error { return s.serve(s.ctx, c.Port, !c.NoBrowser) }

func (s *session) serve(ctx context.Context, port int, browser bool) error {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return fault.New(fault.Invalid, "The port is taken or not allowed.", "Choose another one, or leave --port out.").Because(err)
	}
	host := listener.Addr().String()
	access := web.NewAccess(time.Now, host)
	office, err := OpenOffice(ctx, dataFolder(s.data), access)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	address := "http://" + host + access.LaunchPath()
	err = s.print(map[string]string{"address": address}, func(w io.Writer) {
		fmt.Fprintln(w, "Rapporteur is open at", address)
		fmt.Fprintln(w, "The address works once and on this computer only. End with Ctrl+C.")
	})
	if err != nil {
		return errors.Join(err, listener.Close(), office.Close())
	}
	if browser {
		openBrowser(address)
	}
	return errors.Join(serveUntil(ctx, listener, office, access), office.Close())
}

// serveUntil answers until ctx ends or the browser has been silent for long.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler, access *web.Access) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	look := time.NewTicker(time.Minute)
	defer look.Stop()
	for {
		select {
		case err := <-ended:
			return err
		case <-look.C:
			if time.Since(access.LastSeen()) < idle {
				continue
			}
		case <-ctx.Done():
		}
		closing, stop := context.WithTimeout(context.Background(), 2*time.Second)
		defer stop()
		if err := server.Shutdown(closing); err != nil && !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		return nil
	}
}

// openBrowser asks the desktop to show an address. Where nothing can, the printed address is there to copy.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		name = "open"
	}
	if c := exec.Command(name, args...); c.Start() == nil {
		go func() { _ = c.Wait() }() // its end tells nothing
	}
}

type openapiCommand struct{}

// Run prints the description of the API that the screens' types are made from.
func (c *openapiCommand) Run(s *session) error {
	data, err := web.OpenAPI()
	if err != nil {
		return err
	}
	_, err = s.out.Write(append(data, '\n'))
	return err
}
