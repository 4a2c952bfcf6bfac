package main

import "os"

// peak is not to be had of an ended program here.
func peak(*os.ProcessState) int64 { return 0 }
