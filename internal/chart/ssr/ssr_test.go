package ssr_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"rapporteur/internal/chart/ssr"
	"rapporteur/internal/fault"
)

var update = flag.Bool("update", false, "write the expected files anew")

// plain is a font whose letters are all equally wide.
func plain(text string, size float64, bold bool) float64 {
	n := float64(len([]rune(text)))
	if bold {
		return n * size * 0.6
	}
	return n * size * 0.55
}

func options(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no options in testdata", err)
	}
	out := map[string][]byte{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(f), ".json")] = data
	}
	return out
}

func draw(t testing.TB, r *ssr.Renderer, option []byte) string {
	t.Helper()
	svg, err := r.Render(context.Background(), option, 680, 270)
	if err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	return svg
}

func TestPictures(t *testing.T) {
	r := ssr.New(plain)
	for name, option := range options(t) {
		t.Run(name, func(t *testing.T) {
			got := draw(t, r, option)
			file := "testdata/" + name + ".svg"
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs; look at it and run with -update", file)
			}
		})
	}
}

// What was drawn before must not show: neither in ids nor in widths kept by the engine.
func TestSamePictureAtAnyTurn(t *testing.T) {
	all := options(t)
	used := ssr.New(plain)
	for _, option := range all {
		draw(t, used, option)
	}
	for _, name := range []string{"steps", "stacked"} {
		if draw(t, used, all[name]) != draw(t, ssr.New(plain), all[name]) {
			t.Errorf("%s depends on what was drawn before", name)
		}
	}
}

func TestConcurrentCalls(t *testing.T) {
	r := ssr.New(plain)
	all := options(t)
	var wg sync.WaitGroup
	for _, name := range []string{"steps", "funnel"} {
		option := all[name]
		want := draw(t, r, option)
		for range 2 {
			wg.Go(func() {
				if got, err := r.Render(context.Background(), option, 680, 270); err != nil || got != want {
					t.Errorf("%s differs when drawn beside others: %v", name, err)
				}
			})
		}
	}
	wg.Wait()
}

func TestOptionIsData(t *testing.T) {
	r := ssr.New(plain)
	for _, text := range []string{
		`__f__alert(1)__f__`, `</script><script>alert(1)</script>`, `"); throw 1; ("`, "`${1+1}`", `{a|b}{c}`, `<b>&amp;</b>`, "\u2028",
		`<g id="zr7-x">`, `function(){return 1}`,
	} {
		option, err := json.Marshal(map[string]any{
			"animation": false, "title": map[string]any{"text": text},
			"xAxis": map[string]any{"type": "category", "data": []string{text}}, "yAxis": map[string]any{},
			"series": []any{map[string]any{"type": "bar", "name": text, "data": []int{1}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		svg := draw(t, r, option)
		found := 0
		for _, e := range elements(t, svg) {
			if e.text == text {
				found++
			}
		}
		if found != 2 {
			t.Errorf("%q stands %d times in the picture's text, not twice as written", text, found)
		}
	}
}

func TestRefusals(t *testing.T) {
	r := ssr.New(plain)
	good := []byte(`{"title":{"text":"x"}}`)
	for _, c := range []struct {
		name          string
		option        string
		width, height int
	}{
		{"no JSON", `{"title":`, 100, 100},
		{"code", `(function(){return {}})()`, 100, 100},
		{"no option", `5`, 100, 100},
		{"nothing", `null`, 100, 100},
		{"unknown axis", `{"xAxis":{"type":"none"},"series":[{"type":"bar","data":[1]}]}`, 100, 100},
		{"no width", string(good), 0, 100},
		{"negative height", string(good), 100, -1},
		{"too wide", string(good), 20_000, 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			svg, err := r.Render(context.Background(), []byte(c.option), c.width, c.height)
			if err == nil || svg != "" {
				t.Fatalf("drawn: %.80q", svg)
			}
			var f *fault.Error
			if !errors.As(err, &f) || f.Message == "" || f.Hint == "" {
				t.Errorf("no sentence for the officer: %v", err)
			}
		})
	}
	draw(t, r, good) // the renderer goes on
}

func TestInterruption(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	r := ssr.New(func(text string, size float64, bold bool) float64 {
		cancel() // in the middle of the drawing
		return plain(text, size, bold)
	})
	option := []byte(`{"title":{"text":"x"}}`)
	if _, err := r.Render(ctx, option, 100, 100); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted while drawing: %v", err)
	}
	if _, err := r.Render(ctx, option, 100, 100); !errors.Is(err, context.Canceled) {
		t.Errorf("ended before drawing: %v", err)
	}
	if got, want := draw(t, r, option), draw(t, ssr.New(plain), option); got != want {
		t.Error("an interruption shows in the next picture")
	}
}

func TestWaitingEndsWithTheContext(t *testing.T) {
	busy, goOn := make(chan struct{}), make(chan struct{})
	var once sync.Once
	r := ssr.New(func(text string, size float64, bold bool) float64 {
		once.Do(func() { close(busy); <-goOn })
		return plain(text, size, bold)
	})
	option := []byte(`{"title":{"text":"x"}}`)
	var wg sync.WaitGroup
	wg.Go(func() {
		if _, err := r.Render(context.Background(), option, 100, 100); err != nil {
			t.Error(err)
		}
		once.Do(func() { close(busy) }) // a drawing that fails measures nothing
	})
	<-busy
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.Render(ctx, option, 100, 100); !errors.Is(err, context.Canceled) {
		t.Errorf("a call that waits in vain: %v", err)
	}
	close(goOn)
	wg.Wait()
}

// The width of Cyrillic and Turkish letters comes from the report's font, not from ECharts' guess.
func TestWidthsAreMeasured(t *testing.T) {
	option := []byte(`{"grid":{"left":0,"outerBoundsMode":"same","outerBoundsContain":"axisLabel"},"xAxis":{},
		"yAxis":{"type":"category","data":["Северна Македонија"]},"series":[{"type":"bar","data":[1]}]}`)
	narrow := func(text string, size float64, bold bool) float64 { return plain(text, size, bold) / 2 }
	if draw(t, ssr.New(plain), option) == draw(t, ssr.New(narrow), option) {
		t.Error("the measuring function is not asked")
	}
}

func TestBundleNamesTheScript(t *testing.T) {
	sum := sha256.Sum256([]byte(ssr.Script()))
	if ssr.Bundle() != hex.EncodeToString(sum[:]) {
		t.Error("Bundle is not the SHA-256 of the script")
	}
	for _, words := range []string{"Apache License", "The Apache Software Foundation", "Baidu", "Bostock"} {
		if !strings.Contains(ssr.Licence(), words) {
			t.Errorf("the licences lack %q", words)
		}
	}
	for _, words := range []string{"https://cdn", "sourceMappingURL", "XMLHttpRequest", "fetch("} {
		if strings.Contains(ssr.Script(), words) {
			t.Errorf("the script holds %q: it must need no network", words)
		}
	}
}

func BenchmarkRenderCold(b *testing.B) {
	option := options(b)["stacked"]
	for b.Loop() {
		draw(b, ssr.New(plain), option)
	}
}

func BenchmarkRenderWarm(b *testing.B) {
	option := options(b)["stacked"]
	r := ssr.New(plain)
	draw(b, r, option)
	for b.Loop() {
		draw(b, r, option)
	}
}
