package match

import (
	"runtime"
	"sync"
	"sync/atomic"

	"rapporteur/internal/progress"
)

// worth is how many calls make another processor worth it.
const worth = 64

// each calls do for 0 to n-1 on all processors; no call may depend on another. A panic in one of them is the caller's. seen is
// told about how many are done; where it ends the work, the rest is left.
func each(n int, seen progress.Seen, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), 1+n/worth)
	failures := make(chan any, workers)
	var ended atomic.Bool
	work := func(from int, goes func(i int) bool) {
		defer func() {
			if failure := recover(); failure != nil {
				failures <- failure
			}
		}()
		for i := from; i < n && goes(i); i += workers {
			do(i)
		}
	}
	var all sync.WaitGroup
	for w := 1; w < workers; w++ {
		all.Go(func() { work(w, func(int) bool { return !ended.Load() }) })
	}
	work(0, func(i int) bool {
		if i/workers%worth == 0 && !seen.Tell(i, n) { // the others are about as far
			ended.Store(true)
		}
		return !ended.Load()
	})
	all.Wait()
	select {
	case failure := <-failures:
		panic(failure)
	default:
	}
}
