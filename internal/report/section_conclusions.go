package report

// Conclusions and dissemination are the officer's alone: the sections appear with a text and not before.
func init() {
	register(section{"conclusions", "Conclusions and follow-up", 90, func(*writer) {}})
	register(section{"dissemination", "Visibility and dissemination", 100, dissemination})
}

func dissemination(w *writer) {
	if ref := w.Webinar.Outline.WebReference; ref != "" {
		w.say("The webinar was announced at " + ref + ".")
	}
}
