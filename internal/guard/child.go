package guard

import (
	"bufio"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/tabular"
)

const (
	// exitMemory is the child's status when it stopped itself for needing too much memory (EX_TEMPFAIL of sysexits).
	exitMemory = 75

	// memoryLimit is where the child stops, in bytes. The largest table within the limits needs about half of it.
	memoryLimit = 512 << 20

	// watchEvery is how often the child looks at its memory: at a few GB per second it cannot get far in between.
	watchEvery = 5 * time.Millisecond
)

// ServeChild is the child's whole life: it reads one request from in, writes the answer to out and gives the status
// to exit with. 0: answered, be it with a fault; 1: the parent is gone. Above the memory limit the process exits at
// once with 75. It changes settings of the whole process and must not run in the program itself.
func ServeChild(in io.Reader, out io.Writer) int {
	debug.SetMemoryLimit(memoryLimit / 4 * 3) // collect hard before the watchdog has to bite
	limitData()
	waiting := bufio.NewReader(in)
	if _, err := waiting.Peek(1); err != nil {
		return 1
	}
	go watchMemory() // only now: a spare that waits for hours must not wake 200 times a second

	name, data, said, err := readRequest(waiting, tabular.DefaultLimits().TextBytes)
	if err != nil {
		return 1
	}
	file, err := tabular.ReadSaid(name, data, tabular.DefaultLimits(), said, telling(out))
	if err != nil {
		err = writeFault(out, fault.From(err))
	} else {
		err = writeFile(out, file, data)
	}
	if err != nil {
		return 1
	}
	return 0
}

// watchMemory ends the process when it holds more than memoryLimit. Go's own out-of-memory end cannot be caught, and
// before it comes the desktop has long been swapping.
func watchMemory() {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(watchEvery) {
		metrics.Read(sample)
		if sample[0].Value.Uint64()-sample[1].Value.Uint64() > memoryLimit {
			os.Exit(exitMemory)
		}
	}
}
