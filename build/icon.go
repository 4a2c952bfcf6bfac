package main

import (
	"bytes"
	bytewise "encoding/binary"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// order is that of bytes in a Windows icon.
var order = bytewise.LittleEndian

// iconSizes are the sizes in the Windows icon, in pixels.
var iconSizes = []int{16, 20, 24, 32, 40, 48, 64, 256}

// icon makes the pictures of the icon from its drawing: the window's PNG and the Windows icon.
func icon() error {
	var entries []iconEntry
	for _, size := range iconSizes {
		data, err := exec.Command("rsvg-convert", "-w", strconv.Itoa(size), "-h", strconv.Itoa(size), filepath.Join("build", "icon", "rapporteur.svg")).Output()
		if err != nil {
			return fmt.Errorf("rsvg-convert: %w", err)
		}
		if size == 256 {
			if err := os.WriteFile(filepath.Join("app", "icon.png"), data, 0o644); err != nil {
				return err
			}
		} else if data, err = bitmap(data, size); err != nil {
			return err
		}
		entries = append(entries, iconEntry{size, data})
	}
	return os.WriteFile(filepath.Join("build", "icon", "rapporteur.ico"), windowsIcon(entries), 0o644)
}

// iconEntry is one size of an icon: a PNG, or a bitmap as Windows keeps it.
type iconEntry struct {
	size int
	data []byte
}

// bitmap turns a PNG into the bitmap of an icon: a header, rows from below in BGRA, and an empty mask. Older programs, the
// maker of the installer among them, read the small sizes in no other form.
func bitmap(picture []byte, size int) ([]byte, error) {
	decoded, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, err
	}
	pixels := image.NewNRGBA(image.Rect(0, 0, size, size))
	draw.Draw(pixels, pixels.Bounds(), decoded, decoded.Bounds().Min, draw.Src)
	maskRow := (size + 31) / 32 * 4
	var out []byte

	out = order.AppendUint32(out, 40)
	out = order.AppendUint32(out, uint32(size))
	out = order.AppendUint32(out, uint32(2*size)) // picture and mask
	out = order.AppendUint16(out, 1)
	out = order.AppendUint16(out, 32)
	out = order.AppendUint32(out, 0)
	out = order.AppendUint32(out, uint32(size*size*4+size*maskRow))
	out = append(out, make([]byte, 16)...)
	for y := size - 1; y >= 0; y-- {
		for x := range size {
			p := pixels.NRGBAAt(x, y)
			out = append(out, p.B, p.G, p.R, p.A)
		}
	}
	return append(out, make([]byte, size*maskRow)...), nil
}

// windowsIcon joins entries into one .ico file.
func windowsIcon(entries []iconEntry) []byte {

	out := order.AppendUint16(nil, 0)
	out = order.AppendUint16(out, 1)
	out = order.AppendUint16(out, uint16(len(entries)))
	at := 6 + 16*len(entries)
	for _, e := range entries {
		out = append(out, byte(e.size), byte(e.size), 0, 0) // 256 is written as 0
		out = order.AppendUint16(out, 1)
		out = order.AppendUint16(out, 32)
		out = order.AppendUint32(out, uint32(len(e.data)))
		out = order.AppendUint32(out, uint32(at))
		at += len(e.data)
	}
	for _, e := range entries {
		out = append(out, e.data...)
	}
	return out
}
