package tabular

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// compound is a Microsoft compound file ([MS-CFB]): a small file system of streams, cut into sectors that a table chains
// together. Nothing in it is believed: a sector that two chains claim, or one chain twice, a chain that ends before its
// stream or a sector behind the end of the file is damage. Every sector is looked at once, so that reading takes no
// longer, and no more room, than the file has bytes.
type compound struct {
	data     []byte
	sector   int      // bytes of a sector
	next     []uint32 // what follows a sector
	taken    []bool   // sectors that belong to something
	small    []byte   // the stream of all small streams
	smallNum []uint32 // what follows a sector of the small streams
	streams  map[string]compoundStream
}

// compoundStream is a stream at the top of the file.
type compoundStream struct {
	start uint32
	size  uint64
}

const (
	compoundSignature = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

	// Above lastSector numbers say something else ([MS-CFB] 2.1): the end of a chain, a free sector, none.
	lastSector = 0xfffffffa
	chainEnd   = 0xfffffffe

	smallSector = 64
	smallCutoff = 4096 // streams below it lie in the stream of small ones

	directoryEntry = 128
	inHeader       = 109 // numbers of table sectors that the header holds
)

// openCompound reads the tables and the directory of a compound file.
func openCompound(data []byte) (*compound, error) {
	if len(data) < 512 || string(data[:8]) != compoundSignature {
		return nil, errBookDamaged
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil, errBookDamaged
	}
	c := &compound{data: data, sector: 1 << shift, streams: map[string]compoundStream{}}
	if len(data) <= c.sector {
		return nil, errBookDamaged
	}
	c.taken = make([]bool, (len(data)-1)/c.sector)
	if err := c.readTable(); err != nil {
		return nil, err
	}
	directory, err := c.whole(binary.LittleEndian.Uint32(data[48:]))
	if err != nil {
		return nil, err
	}
	return c, c.readDirectory(directory)
}

// take gives the bytes of a sector, which nothing else may claim. The last sector of a file may be cut short.
func (c *compound) take(number uint32) ([]byte, error) {
	if uint64(number) >= uint64(len(c.taken)) || c.taken[number] {
		return nil, errBookDamaged
	}
	c.taken[number] = true
	begin := (int(number) + 1) * c.sector
	return c.data[begin:min(begin+c.sector, len(c.data))], nil
}

// takeNumbers gives a sector that holds numbers.
func (c *compound) takeNumbers(number uint32) ([]uint32, error) {
	bytes, err := c.take(number)
	if err != nil || len(bytes) < c.sector {
		return nil, errBookDamaged
	}
	return numbersOf(bytes), nil
}

func numbersOf(bytes []byte) []uint32 {
	numbers := make([]uint32, len(bytes)/4)
	for i := range numbers {
		numbers[i] = binary.LittleEndian.Uint32(bytes[4*i:])
	}
	return numbers
}

// readTable puts the table of chains together: the header lists its first sectors, further lists are chained.
func (c *compound) readTable() error {
	lists := numbersOf(c.data[76 : 76+4*inHeader])
	for more := binary.LittleEndian.Uint32(c.data[68:]); ; {
		for _, number := range lists {
			if number > lastSector {
				continue
			}
			part, err := c.takeNumbers(number)
			if err != nil {
				return err
			}
			c.next = append(c.next, part...)
		}
		if more > lastSector {
			return nil
		}
		list, err := c.takeNumbers(more)
		if err != nil {
			return err
		}
		lists, more = list[:len(list)-1], list[len(list)-1]
	}
}

// whole gives what lies in a chain, from its first sector to its end.
func (c *compound) whole(start uint32) ([]byte, error) {
	var out []byte
	for number := start; number <= lastSector; {
		bytes, err := c.take(number)
		if err != nil || len(bytes) < c.sector || int(number) >= len(c.next) {
			return nil, errBookDamaged
		}
		out = append(out, bytes...)
		if number = c.next[number]; number > lastSector && number != chainEnd {
			return nil, errBookDamaged
		}
	}
	return out, nil
}

// first gives the first size bytes of a chain.
func (c *compound) first(start uint32, size uint64) ([]byte, error) {
	if size > uint64(len(c.data)) {
		return nil, errBookDamaged
	}
	out := make([]byte, 0, size+uint64(c.sector))
	for number := start; uint64(len(out)) < size; {
		bytes, err := c.take(number)
		if err != nil || int(number) >= len(c.next) {
			return nil, errBookDamaged
		}
		out = append(out, bytes...)
		if len(bytes) < c.sector && uint64(len(out)) < size {
			return nil, errBookDamaged
		}
		number = c.next[number]
	}
	return out[:size], nil
}

// readDirectory finds the streams at the top: those of documents within the document are none of it.
func (c *compound) readDirectory(directory []byte) error {
	count := len(directory) / directoryEntry
	if count == 0 {
		return errBookDamaged
	}
	root := directory[:directoryEntry]
	if start, size := placeOf(root); size > 0 && start <= lastSector {
		table, err := c.whole(binary.LittleEndian.Uint32(c.data[60:]))
		if err != nil {
			return err
		}
		c.smallNum = numbersOf(table)
		if c.small, err = c.first(start, size); err != nil {
			return err
		}
	}
	seen := make([]bool, count)
	open := []uint32{binary.LittleEndian.Uint32(root[76:])} // its first child
	for len(open) > 0 {
		number := open[len(open)-1]
		open = open[:len(open)-1]
		if number > lastSector {
			continue
		}
		if int(number) >= count || seen[number] {
			return errBookDamaged
		}
		seen[number] = true
		entry := directory[int(number)*directoryEntry:][:directoryEntry]
		open = append(open, binary.LittleEndian.Uint32(entry[68:]), binary.LittleEndian.Uint32(entry[72:])) // its neighbours
		if entry[66] == 2 {                                                                                 // a stream
			start, size := placeOf(entry)
			c.streams[nameOf(entry)] = compoundStream{start, size}
		}
	}
	return nil
}

// placeOf reads where an entry's content begins and how many bytes it has. The upper half of the size is junk in files of
// small sectors, and above any file in others.
func placeOf(entry []byte) (start uint32, size uint64) {
	return binary.LittleEndian.Uint32(entry[116:]), uint64(binary.LittleEndian.Uint32(entry[120:]))
}

// nameOf reads an entry's name, in small letters: writers differ in it.
func nameOf(entry []byte) string {
	length := int(binary.LittleEndian.Uint16(entry[64:]))/2 - 1 // with a zero behind
	units := make([]uint16, max(0, min(length, 31)))
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(entry[2*i:])
	}
	return strings.ToLower(string(utf16.Decode(units)))
}

// has tells whether one of the streams is there.
func (c *compound) has(names ...string) bool {
	for _, name := range names {
		if _, there := c.streams[name]; there {
			return true
		}
	}
	return false
}

// stream gives the bytes of a stream, all of them or an error. It can be read once.
func (c *compound) stream(name string) ([]byte, error) {
	s := c.streams[name]
	if s.size >= smallCutoff {
		return c.first(s.start, s.size)
	}
	out := make([]byte, 0, smallCutoff)
	seen := map[uint32]bool{}
	for number := s.start; uint64(len(out)) < s.size; number = c.smallNum[number] {
		begin := uint64(number) * smallSector
		if seen[number] || uint64(number) >= uint64(len(c.smallNum)) || begin+min(smallSector, s.size-uint64(len(out))) > uint64(len(c.small)) {
			return nil, errBookDamaged
		}
		seen[number] = true
		out = append(out, c.small[begin:min(begin+smallSector, uint64(len(c.small)))]...)
	}
	return out[:s.size], nil
}
