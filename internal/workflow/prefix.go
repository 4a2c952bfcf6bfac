package workflow

import (
	"slices"
	"strings"

	"rapporteur/internal/fault"
)

// shortestPrefix is how much of an id must be given at least.
const shortestPrefix = 4

// byPrefix finds the one id that starts with the given text; what names the kind in the sentence.
func byPrefix(ids []string, prefix, what string) (string, error) {
	if len(prefix) < shortestPrefix {
		return "", fault.Newf(fault.Invalid, "Give at least four characters of the id.", "This id of the %s is too short.", what)
	}
	if slices.Contains(ids, prefix) {
		return prefix, nil
	}
	found := ""
	for _, id := range ids {
		if strings.HasPrefix(id, prefix) {
			if found != "" && found != id {
				return "", fault.Newf(fault.Ambiguous, "Give more characters of the id.", "More than one %s has an id that begins like this.", what)
			}
			found = id
		}
	}
	if found == "" {
		return "", fault.Newf(fault.NotFound, "Look for it in the list: the ids stand there.", "There is no %s with this id.", what)
	}
	return found, nil
}
