package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
)

// devPort is where Vite shows the screens while they are worked on.
const devPort = "5173"

// dev shows the screens from their sources, with the API of the program behind them, on the sample register. Saving a file
// of the screens changes the page at once.
func dev() error {
	folder, err := sampleRegister()
	if err != nil {
		return err
	}
	serve := exec.Command(binary(), "--data", folder, "--json", "serve", "--no-browser")
	serve.Stderr = os.Stderr
	out, err := serve.StdoutPipe()
	if err != nil {
		return err
	}
	if err := serve.Start(); err != nil {
		return err
	}
	defer func() {
		_ = serve.Process.Kill() // it may have ended by itself
		_ = serve.Wait()
	}()
	var said struct{ Address string }
	if err := json.NewDecoder(out).Decode(&said); err != nil {
		return fmt.Errorf("the program printed no address: %w", err)
	}
	launch, err := url.Parse(said.Address)
	if err != nil {
		return err
	}
	origin := url.URL{Scheme: launch.Scheme, Host: launch.Host}
	launch.Host = "127.0.0.1:" + devPort
	fmt.Println("the screens are at", launch)
	return shWith([]string{"RAPPORTEUR_SERVE=" + origin.String()}, "frontend", "npm", "run", "dev", "--", "--host", "127.0.0.1", "--port", devPort, "--strictPort")
}
