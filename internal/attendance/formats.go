package attendance

// Formats lists the layouts this package reads, in the order in which they are asked. No two of them claim one file:
// each looks for columns or titles that the others refuse.
func Formats() []Format {
	return []Format{
		zoomWebinarAttendee,
		zoomMeetingParticipants,
		zoomMeetingUnique,
		teamsList2020,
		teamsReport2021,
		teamsAttendanceV3,
		teamsLiveEvent,
		webexAttendance,
		goToWebinarAttendee,
		googleMeetAttendance,
		bbbLearningDashboard,
		livestormRegistrants,
		blackboardAttendance,
	}
}
