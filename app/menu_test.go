package main

import (
	"strings"
	"testing"
)

func TestMenus(t *testing.T) {
	keys, labels := map[string]string{}, map[string]bool{}
	for _, m := range menus {
		for _, e := range m.entries {
			if e.label == "" {
				continue
			}
			if labels[e.label] {
				t.Errorf("%q stands twice", e.label)
			}
			labels[e.label] = true
			if !strings.HasPrefix(e.event, "menu:") && e.event != quitEvent && e.event != textEvent && e.event != zoomEvent {
				t.Errorf("%q: nobody hears %q", e.label, e.event)
			}
			if e.key == "" {
				continue
			}
			key := string(rune('0'+e.mod)) + e.key
			if other := keys[key]; other != "" {
				t.Errorf("%q and %q have one key", e.label, other)
			}
			keys[key] = e.label
			// These keys belong to text fields, and on Windows a menu would not even take them away: both would act.
			if e.mod == control && strings.Contains("acvxyz", e.key) {
				t.Errorf("%q takes a key from text fields", e.label)
			}
		}
	}
}
