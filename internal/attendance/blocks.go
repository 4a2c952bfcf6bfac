package attendance

import (
	"runtime"
	"sync"
	"sync/atomic"

	"rapporteur/internal/progress"
)

// blockSize is how many rows or people one goroutine takes at a time.
const blockSize = 2048

// inBlocks does the work for the numbers 0 to n-1, block by block and several blocks at once, where there are enough of
// them. seen is told how many of the first are finished; where it ends the work, what is not begun is left. A panic of the
// work is one of the caller.
func inBlocks(n int, work func(block, from, to int), seen progress.Seen) {
	blocks := (n + blockSize - 1) / blockSize
	workers := min(runtime.GOMAXPROCS(0), blocks)
	if workers < 2 {
		for b := range blocks {
			work(b, b*blockSize, min(n, (b+1)*blockSize))
			if !seen.Tell(min(n, (b+1)*blockSize), n) {
				return
			}
		}
		return
	}
	waiting := make(chan int, blocks)
	finished := make([]chan any, blocks) // gets what the block's work panicked with, nil without
	for b := range blocks {
		waiting <- b
		finished[b] = make(chan any, 1)
	}
	close(waiting)
	var ended atomic.Bool
	one := func(b int) {
		defer func() { finished[b] <- recover() }()
		if !ended.Load() {
			work(b, b*blockSize, min(n, (b+1)*blockSize))
		}
	}
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for b := range waiting {
				one(b)
			}
		})
	}
	defer all.Wait()
	for b := range blocks {
		if broken := <-finished[b]; broken != nil {
			panic(broken)
		}
		if !seen.Tell(min(n, (b+1)*blockSize), n) {
			ended.Store(true)
			return
		}
	}
}
