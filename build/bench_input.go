package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"
)

// The invented people of the benchmark's files: syllables of which names are put together, so that none is anybody's and
// hardly two people have the same.
var (
	givenStarts  = strings.Fields("Al Ben Če Dra Đe Er Fat Go Ha İl Jo Kuj Lju Me Ne Or Për Ru Sve Še To Uč Val Ya Zdra Že")
	givenEnds    = strings.Fields("vira ko dara goš lina mira lum ranka džira kin van tesa bin med džad han parim žica lin fik mil kun mir mur vko")
	familyStarts = strings.Fields("Al Bek Cvi Çel Der Er Fi Gjon Ha Is Ja Ko Lut Mir Ni Öz Pet Ra Spa Ša Tun Uk Vu Yıl Ze Žar")
	familyMiddle = strings.Fields("do te jan ik vish do li bal dži u kov va fi če ko tür ro du hi ba cel shi ko da ki ko")
	familyEnds   = strings.Fields("vić šaj ski el aj van ska ić rov faj lić lik ev ta")
	benchOffices = strings.Split("Court of Donje Polje|Prosecution Office|Police, Cybercrime|Ministry of Justice|Customs Office|Faculty of Law|Tužilaštvo Gornji Grad|Gjykata e Shkallës së Parë|İl Emniyet Müdürlüğü", "|")
	benchPosts   = strings.Split("Judge|Prosecutor|Inspector|Legal adviser|Senior associate|Head of unit|Forensics expert|Lecturer", "|")
	benchPlaces  = strings.Split("Albania|Bosnia and Herzegovina|Kosovo|Montenegro|North Macedonia|Serbia|Turkey", "|")
)

// writeAttendance writes an attendee report as Zoom makes it, with so many rows of 13 columns. The same number gives the
// same bytes. A tenth of the rows are second stays, a twentieth carry a changed name with the original one in a bracket,
// and a twentieth were absent.
func writeAttendance(out io.Writer, rows int) error {
	var w bytes.Buffer
	random := rand.New(rand.NewPCG(20200528, uint64(rows)))
	start := time.Date(2020, 5, 28, 13, 45, 0, 0, time.UTC)
	viewers, stays := map[string]bool{}, 0
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	type person struct{ given, family, email, office, post, place, registered string }
	var p person
	people := 0
	for n := range rows {
		if n == 0 || random.IntN(10) > 0 {
			people++
			p = person{pick(givenStarts) + pick(givenEnds), pick(familyStarts) + pick(familyMiddle) + pick(familyEnds), "", pick(benchOffices), pick(benchPosts), pick(benchPlaces),
				start.Add(-time.Duration(random.IntN(30*24*3600)) * time.Second).Format("Jan 02, 2006 15:04:05")}
			p.email = fmt.Sprintf("person%06d@office%02d.example", n, random.IntN(60))
		}
		shown, quoted := p.given+" "+p.family, p.office
		if random.IntN(20) == 0 {
			shown = pick(givenStarts) + pick(givenEnds) + " " + p.family + " (" + shown + ")"
		}
		if strings.Contains(quoted, ",") {
			quoted = `"` + quoted + `"`
		}
		attended := "Yes"
		if random.IntN(20) == 0 {
			attended = "No"
		} else {
			viewers[p.email] = true
			stays++
		}
		fmt.Fprintf(&w, "%s,%s,%s,%s,%s,%s,%s,\"%s\",approved,", attended, shown, p.given, p.family, p.email, quoted, p.post, p.registered)
		join := start.Add(time.Duration(random.IntN(3600)) * time.Second)
		stay := time.Duration(1+random.IntN(5400)) * time.Second
		fmt.Fprintf(&w, "\"%s\",\"%s\",%d,%s\n", join.Format("Jan 02, 2006 15:04:05"), join.Add(stay).Format("Jan 02, 2006 15:04:05"), int(stay.Minutes())+1, p.place)
	}
	_, err := fmt.Fprintf(out, "\ufeffAttendee Report,,,,,,,,,,,,\nReport Generated:,\"May 28, 2020 06:26 PM\",,,,,,,,,,,\n"+
		"Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views,,,,\n"+
		"Webinar of the benchmark,912 3456 7890,\"May 28, 2020 01:44 PM\",140,%d,0,%d,%d,--,,,,\nAttendee Details,,,,,,,,,,,,\n"+
		"Attended,User Name (Original Name),First Name,Last Name,Email,Organization,Job Title,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Country/Region Name\n",
		people, len(viewers), stays)
	if err == nil {
		_, err = w.WriteTo(out)
	}
	return err
}
