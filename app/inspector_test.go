//go:build desktop && linux

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// inspector speaks to the page of a running window through the web view's own remote inspector.
type inspector struct {
	*line
	t *testing.T
}

// line is the connection to a page.
type line struct {
	ws     *websocket.Conn
	target string
	sent   int
}

// in is the same page in a test within the test.
func (i *inspector) in(t *testing.T) *inspector { return &inspector{i.line, t} }

// patience is how long anything in a window may take before a test gives up; it is no measure of speed.
const patience = 2 * time.Minute

// until asks again and again until the answer is yes.
func until(t *testing.T, what string, yes func() bool) {
	t.Helper()
	given := time.After(patience)
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for !yes() {
		select {
		case <-given:
			t.Fatalf("waited in vain: %s", what)
		case <-again.C:
		}
	}
}

var pageSocket = regexp.MustCompile(`socket/\d+/\d+/WebPage`)

// inspect finds the page of the window whose inspector listens at address.
func inspect(t *testing.T, address string) *inspector {
	t.Helper()
	var socket string
	until(t, "the window's page", func() bool {
		res, err := http.Get("http://" + address + "/")
		if err != nil {
			return false
		}
		defer res.Body.Close()
		page, _ := io.ReadAll(res.Body)
		socket = string(pageSocket.Find(page))
		return socket != ""
	})
	ws, err := websocket.Dial("ws://"+address+"/"+socket, "", "http://"+address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	i := &inspector{&line{ws: ws}, t}
	if err := ws.SetDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	for i.target == "" {
		i.target = i.receive("Target.targetCreated").Params.TargetInfo.ID
	}
	return i
}

// message is one of the inspector's, as far as it matters here.
type message struct {
	Method string
	Params struct {
		TargetInfo struct {
			ID string `json:"targetId"`
		}
		Message string
	}
}

// receive gives the next message of a kind.
func (i *inspector) receive(method string) message {
	i.t.Helper()
	for {
		var m message
		if err := websocket.JSON.Receive(i.ws, &m); err != nil {
			i.t.Fatal("the inspector fell silent: ", err)
		}
		if m.Method == method {
			return m
		}
	}
}

// result is what a script came to.
type result struct {
	Type        string
	Value       any
	Description string
	ObjectID    string `json:"objectId"`
}

// call gives a command to the page and waits for its answer.
func (i *inspector) call(method string, params map[string]any) result {
	i.t.Helper()
	i.sent++
	inner, err := json.Marshal(map[string]any{"id": i.sent, "method": method, "params": params})
	if err != nil {
		i.t.Fatal(err)
	}
	if err := i.ws.SetDeadline(time.Now().Add(patience)); err != nil {
		i.t.Fatal(err)
	}
	outer := map[string]any{"id": i.sent, "method": "Target.sendMessageToTarget", "params": map[string]any{"targetId": i.target, "message": string(inner)}}
	if err := websocket.JSON.Send(i.ws, outer); err != nil {
		i.t.Fatal(err)
	}
	for {
		var answer struct {
			ID     int
			Error  *struct{ Message string }
			Result struct {
				Result    result
				WasThrown bool
			}
		}
		if err := json.Unmarshal([]byte(i.receive("Target.dispatchMessageFromTarget").Params.Message), &answer); err != nil {
			i.t.Fatal(err)
		}
		switch {
		case answer.ID != i.sent:
		case answer.Error != nil:
			i.t.Fatalf("%s: %s", method, answer.Error.Message)
		case answer.Result.WasThrown:
			i.t.Fatalf("the page threw %s", answer.Result.Result.Description)
		default:
			return answer.Result.Result
		}
	}
}

// run runs the body of an async function in the page and gives what it returns, as JSON has it.
func (i *inspector) run(body string, arguments ...any) any {
	i.t.Helper()
	given, err := json.Marshal(append([]any{}, arguments...))
	if err != nil {
		i.t.Fatal(err)
	}
	promise := i.call("Runtime.evaluate", map[string]any{"expression": fmt.Sprintf("(async (...given) => {%s})(...%s)", body, given)})
	return i.call("Runtime.awaitPromise", map[string]any{"promiseObjectId": promise.ObjectID, "returnByValue": true}).Value
}

// text is what the page shows, also while it is loading.
func (i *inspector) text() string {
	i.t.Helper()
	shown, _ := i.call("Runtime.evaluate", map[string]any{"expression": "document.body ? document.body.innerText : ''", "returnByValue": true}).Value.(string)
	return shown
}
