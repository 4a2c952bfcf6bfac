package registration_test

import (
	"testing"
	"time"

	"rapporteur/internal/fault"
	"rapporteur/internal/registration"
	"rapporteur/internal/tabular"
)

// Whatever a table holds, no two formats claim it, and what one reads is said row by row: a row is a registration, or it
// stands in the problems, or it is the header again.
func FuzzForms(f *testing.F) {
	for _, text := range []string{
		"Serial number,Submission ID,Completed,First name,Last name,E-mail\n1,11,2020-05-11 11:18:36,Ana,Kovač,ana@mail.example\n",
		"Alias,x\nExport Date,y\n\nFirst name,Family name,E-mail,Contribution Id,Creation Date,Last Update\nAna,Kovač,ana@mail.example,c-1,2020-05-11 11:18:36,2020-05-11 11:18:36\n",
		"Registration Report\nTopic,Webinar ID\nX,1\nAttendee Details\nFirst Name,Last Name,Email,Registration Time,Approval Status\nAna,Kovač,ana@mail.example,2020-05-11 11:18:36,approved\nDenied\n",
		"First Name\tLast Name\tEmail\tRegistration Time\tRegistration Status\nAna\tKovač\tana@mail.example\t5/11/2020, 8:18:36 AM\tCanceled\n",
		"id;submitdate;lastpage;startlanguage;firstname;email;sector;sector[other]\n1;;1;en;Ana;ana@mail.example;-oth-;Customs\n2;1980-01-01 00:00:00;1;en;Ivo;ivo@mail.example;A1;\n",
		"ID,Start time,Completion time,Email,Name,First name,Sector\n1,2020-05-11 11:10:36,2020-05-11 11:18:36,anonymous,,Ana,Police;FIU;\n",
		"Timestamp,Name and surname,E-mail\n2020/05/27 2:01:33 PM GMT+3,Ana Kovač,ana@mail.example\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := tabular.Read("form", data, tabular.DefaultLimits())
		if err != nil {
			return
		}
		var claimed []string
		for _, format := range registration.Formats() {
			confidence, why := format.Detect(*file)
			reading, err := format.Read(*file, registration.Options{Zone: time.UTC})
			if confidence == 0 {
				if !fault.Is(err, fault.WrongKind) {
					t.Fatalf("%s reads what it does not claim: %v", format.ID, err)
				}
				continue
			}
			if claimed = append(claimed, format.ID); why == "" || confidence > 100 {
				t.Fatalf("%s claims with %d, %q", format.ID, confidence, why)
			}
			if err != nil {
				if !fault.Is(err, fault.Ambiguous) {
					t.Fatalf("%s: %v", format.ID, err)
				}
				continue
			}
			lines := map[int]bool{}
			for _, r := range reading.Registrations {
				if r.ID == "" || lines[r.Line] || r.Line < 1 {
					t.Fatalf("%s: line %d", format.ID, r.Line)
				}
				lines[r.Line] = true
			}
		}
		if len(claimed) > 1 {
			t.Fatalf("claims: %v", claimed)
		}
	})
}
