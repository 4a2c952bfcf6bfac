package registration

import (
	"sync"

	"rapporteur/internal/participant"
)

// field is a piece of a registration that a form asks for.
type field string

const (
	firstName    field = "first_name"
	lastName     field = "last_name"
	fullName     field = "full_name"
	email        field = "email"
	organisation field = "organisation"
	jobTitle     field = "job_title"
	country      field = "country"
	sex          field = "sex"
	sector       field = "sector"
	channel      field = "source"
	consent      field = "consent"
	phone        field = "phone"
)

// fieldWords is the one table of the titles under which forms of the region ask: whole titles, then phrases that a longer
// question holds, then phrases that speak against it, and phrases beside which those do not count. The order is that in
// which phrases are asked: what fixes a person's fate first, and the narrow before the wide ("sector of your institution"
// before "institution").
var fieldWords = []struct {
	field                      field
	titles, held, not, despite string
}{
	{consent, "agreement|i agree|i accept|accept|acceptance|consent|prihvatam|pranoj|pajtohem|kabul ediyorum|прифаќам|прихватам|j'accepte|accepte|de acord|ich stimme zu|roe",
		"rule|rules|roe|pravil*|rregull*|kural*|reguli|regulil*|regulament*|règle*|règlement|regel|regeln|nutzungsregeln|spielregeln|normele|teilnahmeregeln|verhaltensregeln|teilnahmebedingungen|engagement rules|code of conduct|terms of participation|conditions of participation|conditions de participation|" +
			"uslov* učešć*|uvjet* sudjelovanja|услов* за учество|услов* учешћа|kushtet e pjesëmarrjes|kushtet e pjesemarrjes|kushteve të pjesëmarrjes|katılım koşul*|katılım şart*|condiți* de participare|kodeks* ponašanj*|кодекс*|kodi* sjelljes|davranış kod*|code de conduite|cod* de conduită|verhaltenskodex",
		"personal data|data protection|privacy|gdpr|ličn* podat*|osobn* podat*|лични* податоци|личних података|të dhëna*|kişisel veri*|date* personal*|données personnelles|datenschutz*",
		"engagement|angažov*|angažman*|angazhim*|angajman*|angajare*|ангажир*|ангажов*|učešć*|učestv*|sudjelov*|учест*|учешћ*|pjesëmarrj*|katılım*|participa*|conduct|ponašanj*|однесув*|понаш*|sjelljes|davranış*|conduite|conduită|verhalten*|teilnahme*"},
	{channel, "source|channel|kanal|kanali|канал|canal|kaynak|izvor|извор|burimi|sursa|via|submission source|submission channel|submitted through",
		"channel*|kanal|kanalı|kanali|канал|canal|canalul*|how did you submit|how did you register|how did you apply|how was this|how was the|how did this|how have you registered|reach us|reached us|reached the office|submitted via|submitted through|submission method|submission via|sent via|received by|received via|" +
			"received through|registered via|registered through|way of registration|mode of registration|method of registration|type of registration|source of registration|registration source|source of submission|" +
			"način* prijav*|način* registracij*|kako ste se prijavili|начин* на приј*|начин* пријав*|како се пријавивте|mënyr* regjistrim*|si jeni regjistruar|kayıt yol*|kayıt şekl*|kayıt yöntem*|başvuru yol*|başvuru şekl*|modalitat* înscri*|modul* înscri*|cum v ați înscris|" +
			"mode d'inscription|moyen d'inscription|comment vous êtes vous|art der anmeldung|anmeldeweg|wie haben sie sich angemeldet|" +
			"how did you send|registration method|mode of submission|route of|submission route|registration route|registered by|came via|came through|source of the registration|kako ste podneli|kako ste podnijeli|kako ste poslali|kako ste se registrovali|kako ste se registrirali|kako je prijava|način* podnošenja|način* dostav*|prijava putem|prijava preko|" +
			"како се регистриравте|како ја поднесовте|начин* на регистр*|начин* на поднес*|начин* на достав*|si e dorëzuat|si u regjistruat|si e keni dorëzuar|mënyr* e regjistrimit|mënyr* e aplikimit|mënyr* e dorëzimit|nasıl kaydoldunuz|kaydınızı nasıl|başvurunuzu nasıl|nasıl başvurdunuz|başvuru yöntem*|" +
			"cum v ați înregistrat|cum ați trimis|cum ați depus|modul de înregistrare|modul de înscriere|modalitat* de înregistrare|modalitat* de înscriere|comment avez vous envoyé|comment avez vous soumis|comment avez vous transmis|voie d'inscription|" +
			"wie haben sie sich registriert|wie haben sie diese anmeldung|wie haben sie ihre anmeldung|anmeldekanal|art der registrierung|registrierungsweg|eingang über|eingegangen über",
		"hear|heard|learn|learned|learnt|find out|found out|informed|information|know about|preferred|prefer|contact you|saznal*|čul*|дозна*|слушна*|mësua*|dëgjua*|duydu*|öğren*|haberdar|aflat*|auzit*|entendu|appris|connaissance|erfahren|tv|television|connect*|device*|browser", ""},
	{sector, "sector|professional group|sector of work|professional sector|profession|category|group|target group|professional category|professional background|sektor|sektori|sektör|sektörünüz|сектор|profesija|zanimanje|profesioni|професија|занимање|sectorul|secteur|catégorie|sector profession|type of institution|" +
		"type of organisation|type of organization|organisation type|organization type|institution type|field of work|branch|i am|i am a|stakeholder group|participant category|participant type|berufsgruppe|sektor beruf|" +
		"area of work|field of activity|tätigkeitsbereich|tätigkeitsfeld|arbeitsbereich|berufsfeld|domeniu|domeniul|domeniul de activitate|domeniu de activitate|domaine d'activité|domaine professionnel|oblast rada|područje rada|oblast djelovanja|област на работа|област рада|област на дејност|fusha e punës|fusha e veprimtarisë|çalışma alanı|çalışma alanınız|faaliyet alanı",
		"sector|sectors|sektor*|sektör*|сектор*|secteur*|sectorul*|professional group*|professional categor*|professional background|professional field|professional affiliation|profession|target group|stakeholder group|field of work|type of institution|type of organisation|type of organization|category of participant*|groups do you belong|group do you belong|do you represent|i represent|do you belong|type of participant*|" +
			"vrst* instituc*|tip* instituc*|profesionaln* grup*|profesionaln* kategorij*|strukovn* grup*|професионал* груп*|професионал* категори*|вид* институци*|grup* profesional*|kategori* profesional*|lloj* institucion*|meslek grub*|mesleki grup*|mesleğiniz|meslek kategori*|kurum tür*|categori* profesional*|grup* profesional*|tip* instituți*|" +
			"catégorie professionnelle|groupe professionnel|type d'institution|berufsgruppe*|berufliche gruppe|field of activity|tätigkeitsbereich*|tätigkeitsfeld*|arbeitsbereich|berufsfeld*|domeniul* de activitate|domeniul profesional|domaine d'activité|domaine professionnel|fush* e punës|çalışma alan*|faaliyet alan*|representative of|a member of the|which of these describes|which of the following describes|best describes you|describes you best", "topic*|interest*|expect*|expertise|teme|tema|temat|теми|konu*|subiect*|sujet*|thema*|themen|institution|institutions|organisation|organization|organisations|organizations|authority|ministry|employer|company|agency|country|countries",
		"sector*|type|types|kind|category|categories|group|groups|profession*|secteur*|catégorie*|groupe*"},
	{sex, "sex|gender|gender sex|sex gender|pol|spol|gjinia|gjinia juaj|cinsiyet|cinsiyeti|cinsiyetiniz|пол|стать|sexul|sexe|genre|geschlecht|sexo|gen|genul|salutation|civilité|anrede|hitap|m f|f m",
		"your sex|your gender|sex|gender|spol|gjinia|cinsiyet*|sexe|geschlecht|mr ms|ms mr|mr mrs|salutation|civilité|anrede", "", ""},
	{email, "e mail|email|mail|e mail address|email address|mail address|address e mail|e pošta|e posta|eposta|e postë|posta elektronike|adresa e pošte|" +
		"e poşta|e posta adresi|е пошта|е адреса|електронска пошта|имејл|adresă de e mail|courriel|adresse e mail|adresse électronique|adresse mail|elektronska pošta|mejl|imejl|e mailadresse|contact",
		"e mail*|email*|mail|mails|courriel|e pošt*|e post*|epost*|е пошта|електронск* пошт*|електронн* адрес*|elektronsk* pošt*|elektronsk* adres*|posta elektronike|postës elektronike|adresse électronique|adres* electronic*|poșta electronică|imejl*|mejl*", "", ""},
	{fullName, "name|full name|fullname|participant|participant name|name of participant|participant's name|nume complet|nom complet|ime učesnika|ime polaznika|ime sudionika|emri i pjesëmarrësit|име на учесник|име на учесникот|emri i plotë|tam adı|ad soyad|pun* ime",
		"full name|your name|complete name|name of the participant|name of participant|nom complet|nume* complet|emri i plotë|tam ad*|puno ime|целосно име|vollständiger name", "", ""},
	{lastName, "last name|lname|lastname|last names|family name|familyname|family names|surname|surnames|last|family|second name|name last|prezime|mbiemri|mbiemër|mbiemri juaj|soyad|soyadı|soyadınız|soyisim|soyisminiz|презиме|прізвище|фамилия|nume de familie|nume|numele|nom de famille|nom|nachname|familienname|apellido|apellidos|cognome|επώνυμο",
		"last name*|family name*|surname*|lastname|prezime|презиме|mbiemri|soyad*|soyisim|soyismi*|nume* de familie|nom de famille|nachname|familienname", "", ""},
	{firstName, "first name|fname|firstname|given name|given names|givenname|forename|forenames|first names|first|given|name first|ime učesnika učesnice|ime učesnice|emri i pjesëmarrësit es|christian name|ime|emri|emër|emri juaj|ad|adı|adınız|isim|isminiz|име|ім'я|имя|prenume|prenumele|prénom|prénoms|prenom|vorname|nombre|nome|όνομα",
		"first name*|given name*|forename*|firstname|vaše ime|вашето име|ваше име|emri juaj|adınız|isminiz|prenume*|prénom*|vorname", "", ""},
	{jobTitle, "job title|jobtitle|title|position|function|job|role|post|occupation|rank|duty|designation|current position|position held|job position|professional title|dienstgrad|amtsbezeichnung|berufsbezeichnung|dienstbezeichnung|intitulé du poste|intitulé de poste|titulli i punës|pozicioni i punës|radno mjesto|radno mesto|funkcija|pozicija|zvanje|dužnost|" +
		"pozita|pozicioni|funksioni|detyra|titulli|unvan|unvanı|unvanınız|ünvan|görev|görevi|göreviniz|meslek|позиција|функција|работно место|радно место|звање|посада|funcție|funcția|funcţia|poziția|calitatea|fonction|poste|titre|funktion|stelle|dienststellung|cargo",
		"job title*|what do you do|what is your work|position|positions|function|occupation|role in|your role|your job|radn* mjest*|radn* mest*|работн* место|радно место|функциј*|позициј*|funkcij*|pozicij*|pozit*|pozicion*|unvan*|ünvan*|görev*|funcți*|fonction|poste occupé|dienststellung|funktion", "görev yap*|görev yer*", ""},
	{country, "country|country area|area|country or area|country territory|country of work|country of residence|country region|country code|beneficiary|država|zemlja|zemlja područje|država područje|vendi|shteti|vendi zona|ülke|ülkesi|ülkeniz|ülke bölge|држава|земја|земља|країна|țara|țară|ţara|tara|pays|pays région|land|país|paese|χώρα",
		"country|countries|country/area|ülke*|državi|država|države|zemlja|zemlje|zemlji|држава|држави|земја|земјата|shteti|vendi juaj|cili vend|pays|țara|țară|țării|țări|țările|land|herkunftsland|staat", "national*|citizenship|državljanstv*|vatandaş*|uyruk*|cetățeni*|birth|language*|jezik*|јазик*|gjuh*|dil|limb*|langue*|sprach*|city|town|place|grad|mjesto|mesto|град|qytet*|şehir|oraș*|ville|stadt", ""},
	{organisation, "organisation|organization|institution|institution name|employer|authority|agency|company|body|office|service|" +
		"affiliation|workplace|work place|place of work|institucija|institucioni|institucija organizacija|organizacija|organizata|ustanova|kurum|kurumu|kurumunuz|kuruluş|kurum kuruluş|çalıştığınız kurum|институција|организација|установа|організація|instituție|instituția|instituţia|organizație|organizația|établissement|" +
		"organisme|structure|görev yeri|behörde|dienststelle|einrichtung|institución|company organisation|vendi i punës",
		"organisation*|organization*|institution*|institucij*|institucion*|институци*|instituți*|установ*|ustanov*|kurum*|kuruluş*|organizat*|organizacij*|организаци*|organizați*|employer|affiliation|workplace|place of work|work for|where do you work|where are you employed|where you work|wo arbeiten sie|où travaillez vous|gdje radite|gde radite|каде работите|где радите|ku punoni|nerede çalışıyorsunuz|unde lucrați|loc* de muncă|lieu de travail|arbeitsplatz|arbeitsstelle|organisme|établissement|behörde|dienststelle|einrichtung|arbeitgeber|angajator*|işyeri*|poslodav*|punëdhënës*|authority|authorities|agency|ministry|body|service|department|unit|firm|firma|ministarstv*|министерств*|minister*|agencij*|агенци*|agjenci*|agenți*|bakanlı*|birim*|služb*|служб*|organ|organa|organi|орган|органот|органа|tijelo|telo|тело", "", ""},
}

// fieldSets is fieldWords folded, made when the first header is read.
var fieldSets = sync.OnceValue(func() []fieldSet {
	sets := make([]fieldSet, len(fieldWords))
	for i, w := range fieldWords {
		sets[i] = fieldSet{w.field, phrasesOf(w.titles), phrasesOf(w.held), phrasesOf(w.not), phrasesOf(w.despite)}
	}
	return sets
})

type fieldSet struct {
	field                      field
	titles, held, not, despite phrases
}

// isTitle tells whether the words are a whole title of the field.
func (s fieldSet) isTitle(words []string) bool { return s.titles.are(words) }

// asks tells whether a question holds the field's words, and none that count against it.
func (s fieldSet) asks(words []string) bool {
	return s.held.within(words) && (!s.not.within(words) || s.despite.within(words))
}

var (
	// givenWords and familyWords are the two names that a column may ask for in one: "Surname, first name".
	givenWords  = phrasesOf("first name*|given name*|first|given|forename*|firstname|name|ime|emri|emër|emrin|ad|adı|adınız|isim|име|prenume|prenumele|prénom*|vorname|nombre|nome")
	familyWords = phrasesOf("last name*|family name*|surname*|lastname|last|family|prezime|mbiemri|mbiemër|mbiemrin|soyad|soyadı|soyadınız|soyisim|презиме|nume|numele|nume de familie|nom|nom de famille|nachname|familienname|apellido*|cognome")

	// phoneTitles are titles of a column with telephone numbers. It is no mark of a form: it is looked for among the columns
	// that nothing else has taken.
	phoneTitles = phrasesOf(participant.PhoneTitles)

	// salutations are titles of a column that holds Mr and Ms as well as positions.
	salutations = phrasesOf("title|titre|titel|titulli|titula|titulu|титула")

	// occupations are titles that ask for the job title, and beside a column for that for the professional group.
	occupations = phrasesOf("meslek|occupation|profession|métier|beruf|ocupația")

	// accountTitles are titles of a column with the accounts of those who answered.
	accountTitles = phrasesOf("username|user name|nom d'utilisateur|benutzername|nutzername|korisničko ime|kullanıcı adı|nume de utilizator|emri i përdoruesit|корисничко име")

	// formOwn are the titles of the form systems' own columns: they never answer a question of the form.
	formOwn = phrasesOf("submission uuid|uuid|token|submission token|submission uri|uri|current page|remote ip address|remote addr|ip address|uid|uid title|uid url|user id|username|user name|language|languages|langcode|webform id|" +
		"entity type|entity id|sticky|locked|notes|admin notes|invitation number|total score|alias|export date|page actuelle|adresse ip*|langue|langues|sprache|sprachen|ip adresse|numéro de l'invitation|nom d'utilisateur|benutzername|" +
		"jezik|jezici|језик|јазик|јазици|gjuha|gjuhët|dil|diller|limba|limbi|ip adresa|ip adresi|adresa ip|korisničko ime|kullanıcı adı|nume de utilizator|emri i përdoruesit")
	// formOwnGroups begin the titles of such columns.
	formOwnGroups = phrasesOf("submitted by|submitted to|soumis par|eingereicht von")
)
