package match

import (
	"runtime"
	"sync"
)

// worth is how many calls make another processor worth it.
const worth = 64

// each calls do for 0 to n-1 on all processors; no call may depend on another. A panic in one of them is the caller's.
func each(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), 1+n/worth)
	failures := make(chan any, workers)
	var all sync.WaitGroup
	for w := range workers {
		all.Go(func() {
			defer func() {
				if failure := recover(); failure != nil {
					failures <- failure
				}
			}()
			for i := w; i < n; i += workers {
				do(i)
			}
		})
	}
	all.Wait()
	select {
	case failure := <-failures:
		panic(failure)
	default:
	}
}
