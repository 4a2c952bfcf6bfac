package web

import (
	"io"
	"slices"
	"testing"

	"rapporteur/internal/workflow"
)

// What a file writes stands beside what was made of it: signs that show nothing, brackets set aside, the country as
// declared beside the one it is read as. The names that other programs read stay clean.
func TestNamesAreShownAsWritten(t *testing.T) {
	s := open(t, nil, io.Discard)
	w := webinarFrom(t, s).Webinar
	commit(t, s, planOf(t, s, w.ID, []string{stage(t, s, "list.csv", []byte("Serial number,Submission ID,Completed,First name,Last name,E-mail,Organisation,Country\r\n"+
		"1,11,2020-05-11 11:18:36,Ana\u202e,Kov\u200bač,ana@mail.example,Poli\u2066ce,Makedonija\r\n"+
		"2,12,2020-05-11 11:19:36,Ivo,Perić,ivo@mail.example,Court,Romania\r\n"+
		"3,13,2020-05-11 11:20:36,Eva,Marić,eva@mail.example,Court,\r\n"))}).ID)
	commit(t, s, planOf(t, s, w.ID, []string{stage(t, s, "people.csv", []byte("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\r\n"+
		"A\u202ena Kovač (iPhone),ana@mail.example,05/28/2020 01:55:00 PM,05/28/2020 04:00:00 PM,125,Yes\r\n"+
		"@SUM(1+1),x@mail.example,05/28/2020 01:55:00 PM,05/28/2020 04:00:00 PM,125,Yes\r\n"))}).ID)

	list := get[Registrations](t, s, "GET", "/api/webinars/"+w.ID+"/registrations", nil)
	if list.Persons+list.Further != list.Submissions || list.Submissions != 3 {
		t.Errorf("%d persons and %d further ones of %d", list.Persons, list.Further, list.Submissions)
	}
	r := list.Rows[slices.IndexFunc(list.Rows, func(r workflow.RegistrationView) bool { return r.Email == "ana@mail.example" })]
	if r.Written != "Ana\u202e Kov\u200bač" || r.FirstName != "Ana" || r.LastName != "Kovač" || r.Organisation != "Poli\u2066ce" {
		t.Errorf("%+v", r)
	}
	if r.Country != "Makedonija" || r.Beneficiary != "MK" || r.Elsewhere != "" {
		t.Errorf("%s is read as %s, %s", r.Country, r.Beneficiary, r.Elsewhere)
	}
	for _, other := range list.Rows {
		if other.Country == "Romania" && other.Elsewhere != "Romania" {
			t.Errorf("a country outside is %q", other.Elsewhere)
		}
	}

	shown := map[string]string{}
	for _, m := range get[Members](t, s, "GET", "/api/webinars/"+w.ID+"/members", nil).Rows {
		shown[m.Participant.Name] = m.Shown
		v := get[workflow.PersonView](t, s, "GET", "/api/webinars/"+w.ID+"/people/"+m.Participant.ID, nil)
		if rec := v.Records[0]; m.Participant.Name == "Ana Kovač" && (rec.Written != "A\u202ena Kovač (iPhone)" || !slices.Equal(rec.SetAside, []string{"iPhone"})) {
			t.Errorf("%+v", rec)
		}
	}
	if shown["Ana Kovač"] != "A\u202ena Kovač (iPhone)" || shown["@SUM(1+1)"] != "@SUM(1+1)" {
		t.Errorf("%+q", shown)
	}
}
