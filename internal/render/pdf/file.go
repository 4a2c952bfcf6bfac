package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sort"
	"strconv"
)

// objects are the objects of a PDF file by number; objects[0] is not used. A body is what stands between "n 0 obj" and
// "endobj". Those marked as packed go into compressed object streams (ISO 32000-1, 7.5.7).
type objects struct {
	bodies [][]byte
	packed map[int]bool
}

// readObjects takes the file apart that gofpdf wrote: objects in the order of its cross-reference table, nothing between
// them.
func readObjects(raw []byte) (*objects, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("file: no startxref")
	}
	var table int
	if _, err := fmt.Sscanf(string(raw[at:]), "startxref\n%d", &table); err != nil || table >= at {
		return nil, fmt.Errorf("file: no cross-reference table")
	}
	var count int
	if _, err := fmt.Sscanf(string(raw[table:min(table+32, at)]), "xref\n0 %d", &count); err != nil {
		return nil, fmt.Errorf("file: the cross-reference table is not gofpdf's")
	}
	const entry = 20
	first := table + bytes.Index(raw[table:], []byte("65535 f \n")) - 11 + entry
	if first+count*entry-entry > at {
		return nil, fmt.Errorf("file: the cross-reference table is cut off")
	}
	starts := make([]int, count)
	for n := 1; n < count; n++ {
		offset, err := strconv.Atoi(string(raw[first+(n-1)*entry:][:10]))
		if err != nil {
			return nil, err
		}
		starts[n] = offset
	}
	ends := append(append([]int{}, starts[1:]...), table)
	sort.Ints(ends)
	o := &objects{bodies: make([][]byte, count), packed: map[int]bool{}}
	for n := 1; n < count; n++ {
		end := ends[sort.SearchInts(ends, starts[n]+1)]
		body, ok := bytes.CutPrefix(raw[starts[n]:end], []byte(strconv.Itoa(n)+" 0 obj\n"))
		body, closed := bytes.CutSuffix(bytes.TrimSpace(body), []byte("endobj"))
		if !ok || !closed {
			return nil, fmt.Errorf("file: object %d is not where it should be", n)
		}
		o.bodies[n] = bytes.Clone(bytes.TrimSpace(body)) // bodies grow, and must not into each other
	}
	return o, nil
}

// reserve gives the number of a new object whose body is set later.
func (o *objects) reserve() int {
	o.bodies = append(o.bodies, nil)
	return len(o.bodies) - 1
}

// add appends an object and gives its number.
func (o *objects) add(body string) int {
	o.bodies = append(o.bodies, []byte(body))
	return len(o.bodies) - 1
}

// set gives an object its body, in an object stream.
func (o *objects) set(number int, body []byte) {
	o.bodies[number] = body
	o.packed[number] = true
}

// perStream is how many objects share an object stream.
const perStream = 200

// pack puts the packed objects into object streams and tells where each of them is.
func (o *objects) pack() map[int][2]int {
	where := map[int][2]int{}
	var members []int
	for n := range o.bodies {
		if o.packed[n] {
			members = append(members, n)
		}
	}
	for len(members) > 0 {
		some := members[:min(perStream, len(members))]
		members = members[len(some):]
		var index, data bytes.Buffer
		for _, n := range some {
			fmt.Fprintf(&index, "%d %d ", n, data.Len())
			data.Write(o.bodies[n])
			data.WriteByte('\n')
		}
		stream := o.add(streamBody(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(some), index.Len()),
			append(index.Bytes(), data.Bytes()...)))
		for i, n := range some {
			where[n] = [2]int{stream, i}
		}
	}
	return where
}

// streamBody compresses data into a stream object.
func streamBody(entries string, data []byte) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	// Writing to memory cannot fail.
	_, _ = w.Write(data)
	_ = w.Close()
	return fmt.Sprintf("<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", entries, z.Len(), z.Bytes())
}

// write puts the file together: PDF 1.7 with a cross-reference stream (ISO 32000-1, 7.5.8). The file identifier is made
// of the content, so that equal reports are equal files.
func (o *objects) write(catalog, info int) []byte {
	where := o.pack()
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	table := make([][3]int, len(o.bodies)+1) // type, offset or stream, generation or index
	table[0] = [3]int{0, 0, 65535}
	for n := 1; n < len(o.bodies); n++ {
		if w, ok := where[n]; ok {
			table[n] = [3]int{2, w[0], w[1]}
			continue
		}
		table[n] = [3]int{1, b.Len(), 0}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, o.bodies[n])
	}
	self := len(o.bodies)
	table[self] = [3]int{1, b.Len(), 0}
	var rows []byte
	for _, e := range table {
		rows = append(rows, byte(e[0]))
		rows = binary.BigEndian.AppendUint32(rows, uint32(e[1]))
		rows = binary.BigEndian.AppendUint16(rows, uint16(e[2]))
	}
	id := sha256.Sum256(b.Bytes())
	start := b.Len()
	entries := fmt.Sprintf("/Type /XRef /W [1 4 2] /Size %d /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>]",
		self+1, catalog, info, id[:16], id[:16])
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", self, streamBody(entries, rows), start)
	return b.Bytes()
}
