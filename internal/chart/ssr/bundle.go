package ssr

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"sync"
)

//go:embed echarts.js
var script string

//go:embed LICENSE.echarts
var licence string

var bundle = sync.OnceValue(func() string {
	sum := sha256.Sum256([]byte(script))
	return hex.EncodeToString(sum[:])
})

// Bundle is the SHA-256 of the script, in hexadecimal: the part of a cache key that changes when ECharts does.
func Bundle() string { return bundle() }

// Script is the ECharts script itself, for the window: one classic script whose only global is chartkit.
func Script() string { return script }

// Licence is the text of the licences and notices under which the script is passed on.
func Licence() string { return licence }
