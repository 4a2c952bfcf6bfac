package identity

import (
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/participant"
)

// nicknames are the usual short and pet forms of given names, a formal name and its forms in each entry, by language. They
// are general knowledge of the languages of the region and of those of its partners; a form may belong to several names.
const nicknames = `
Bosnian, Croatian, Montenegrin, Serbian:
Aleksandar Aca Aco Aleks Saša Sale Sandro Aleksa;Aleksandra Saša Sanda Sandra Aca Saška;Ana Anica Anči Ančica;Anđela Anđa Angie;Andrija Andro;Ante Anto;Antonija Tonka Toni;
Bogdan Boća Boda;Bojan Boki Boža;Borislav Bora Boro Boris;Božidar Boža Božo;Branislav Bane Brana Branko;Branko Bane;Branimir Brane Branko;Biljana Bilja Biba;Bosiljka Bosa;Čedomir Čeda Čedo;
Damir Dado;Danijel Dani Dača Danilo;Danijela Dani Dana;Davor Dado;Dejan Deki Deja;Dragan Gagi Draga Dragi Gaga;Dragana Gaga Draga;Dragoslav Draga;Dragoljub Dragi Draga;Dragica Draga;Dušan Duško Dule Duča;Dušanka Duda Duška;
Đorđe Đoka Đole Đoko;Đurđica Đuka;Edin Edo;Elvir Elvo;Emina Mina Emi;Emir Emko;Fahrudin Fahro;Fatima Fata;Ferid Fero;Fikret Fiko;Filip Fića Fića;Goran Goga Gogi Goša;Gordana Goca Goga Gordica;Gradimir Grada;
Haris Haro;Hasan Hasko;Husein Huso;Hamid Hamo;Ibrahim Ibro;Igor Iggy;Ismet Ismo;Ivan Iva Ivo Ivica Ivek;Ivana Iva Ivka;Ivica Ivo;Jadranka Jaca Jadra;Jasmina Jasna Mina Jasa;Jasmin Jaško;Jasna Jaca;Jelena Jeca Jela Lena Jelica Jelka;Jovan Joca Joco Jole Jova;Jovana Joka Jovanka;Jovanka Joka;Josip Joso Joža Joško Jozo;
Kasim Kasko;Katarina Kaća Kata Katica Kaja;Kemal Kemo;Kenan Keno;Kristina Kiki Kris Tina;Lazar Laza Lazo Lale;Ljiljana Ljilja Lili Lilja;Ljubica Ljuba Buba;Ljubiša Ljuba Ljubo;Ljubomir Ljuba Ljubo;Luka Luki;Maja Maki;
Marija Mara Mare Maca Marica Maja Marijana;Marijana Mara Maja;Marina Mara Mare Maki;Marko Mare Maki;Martina Tina;Mehmed Meho Memo;Mevludin Mevlo;Midhat Mido;Mihailo Miša Mija Miki Mihajlo;Mihajlo Miša Mija Miki;Milan Mića Miki Mile Miško Miša;Milana Mila;Milena Mila Mica Lena;Mileva Mila;Milica Mica Mila Milka Miki;Milivoje Mića Mile;Milomir Miki Mile;Milorad Mića Mile Miša Mile Rade;Miloš Miša Mića Miki Miško;Milutin Mića Mile;Miljan Miki;
Miodrag Miki Mića Miša Mile;Mirela Mira;Mirjana Mira Mirka Mica;Miroslav Mirko Mića Miro Miki;Miroslava Mira Mirka;Mirsad Mirso;Mirza Mirzo Miki;Mladen Mlađo Mlađa;Momčilo Moma Momo;Muhamed Hamo Muha Meho Mujo;Mustafa Mujo Mute;Munir Muno;Nada Nadica;Nadežda Nada;Nataša Nata Nale Taša;Nebojša Neša Nešo Nebo;Nedeljko Neđo Neša Nedo;Nemanja Neša Nemi;Nenad Neša Neno Neša;Nermin Nero Nera;Nermina Nera Mina;Nevena Nena Neca;Nikola Niko Nidžo Nino Nidža Kole Nikša;Novak Nole;
Ognjen Ogi Ogo;Olivera Olja;Olga Olja Olgica;Omer Omko;Osman Osmo;Pavle Paja Pajo Pavo;Petar Pera Pero Perica Peđa Perko;Predrag Peđa Pega Peca Pedja;Rada Radica;Radomir Rade Raša Rašo Radoš;Radoslav Rade Raša;Radovan Rade Raša Rado;Radmila Rada Rajka;Radivoje Rade;Ramiz Ramo;Ranko Rale;Ratko Rale;Rašid Rašo;Ružica Ruža;Rusmir Ruso;
Sabina Saba;Safet Safo Sajo;Sanja Saki;Sandra Sanda;Sead Sejo;Selma Seka;Senad Senko Seno;Slavica Slava Slavka;Slavko Slavo;Slađana Slađa Dada;Slobodan Boban Boba Bobo Sloba Slobo;Snežana Sneža Sneški Neža;Snježana Sneža Snješka;Sonja Soki;Spasoje Spale;Srđan Srki Srđa Srle;Stanislav Stane Slava;Stevan Steva Stevo Stevica;Stefan Stefi Steva;Stjepan Stipe Stipo Štef;Stanka Stana Cana;Stojan Stole;Strahinja Straja;Sulejman Suljo Sule;Suzana Suza Suki;Svetlana Ceca Sveta Seka Lana;Svetozar Sveta Toza;Svetislav Sveta;
Šefik Šeki;Tamara Tasa Maki;Tatjana Tanja;Tijana Tica;Tihomir Tiho Tika;Todor Toša Toda Tode;Tomislav Toma Tomo Tomica;Teodora Dora Teda Tea;Uroš Uki Ule;Vasilije Vaso Vasa Vasko;Veljko Velja;Velimir Velja Veljo Velja;Veroljub Vera;Verica Vera;Vesna Veca Veki Vesnica;Viktorija Vika Viki;Violeta Viki;Vladan Vlada;Vladimir Vlada Vlado Vladica Vova;Vladislav Vlada Vlado Vlajko;Vlastimir Vlasta Vlada;Vojislav Voja Vojo Vojkan;Vuk Vule;Vukašin Vule Vule;Zdravko Zdravče;Zlatan Zlaja Zlajo;Zlatko Zlaja;Zoran Zoki Zoka Zoća;Zorana Zoka;Zorica Zoka Zora Zorka;Željko Žele Žejo Željo;Željka Žele;Živko Žika Žiko;Živorad Žika;Žarko Žare;
Albanian:
Agron Roni;Albana Bana;Alban Bani;Aleksandër Leka Aleks Sandri;Afërdita Dita;Anila Nila;Ardian Ardi Dini;Arben Beni Ben;Arbnora Nora;Arbër Beri;Artan Tani;Arlinda Linda;Armend Mendi;Astrit Titi;Bashkim Bashi Kimi;Besarta Besa Sarta;Besiana Besa;Besim Besi;Besnik Niku Besi;Bledar Dari Bledi;Blerim Rimi Bleri;Blerina Rina Bleri;Dardan Dani;Drita Dita;Driton Toni;Durim Rimi;Elvira Vira;Edmond Mondi Edi;Eduard Edi;Elona Lona;Enver Veri;Erion Eri Joni;Ermal Mali;Ermira Mira;Fatbardha Bardha Fata;Fatmir Miri Fati;Fatos Tosi Fati;Flamur Muri;Gazmend Mendi Gazi;Genc Gencik;Gentian Genti Tiani;Gëzim Zimi;Gjergj Gjergji Xhorxh;Hajredin Hajri;Isuf Sufi;Kastriot Kastri;Klodian Klodi;Kujtim Timi;Kushtrim Trimi;Leonora Nora;Liridon Doni Liri;Liridona Dona Liri;Lulzim Zimi Luli;Luljeta Luli Leta;Majlinda Linda;Mimoza Moza Mimi;Muharrem Harremi;Naim Imi;Petrit Titi;Qemal Mali;Rexhep Rexha;Sabahudin Saba;Skënder Skeno Skëndi;Shkëlzen Zeni;Shpëtim Timi;Teuta Uta;Valbona Bona;Valdete Deta;Valmira Mira;Vjollca Vjosa;Xhevdet Deti;Ylli Yll;Zamira Mira;
Macedonian, Bulgarian:
Aleksandar Aco Ace Sašo Sandre Aleko Saško Alek;Aleksandra Sandra Sanja Saška Sanka;Angel Ačo Ančo Gele;Angelina Geli;Antonio Toni;Atanas Naso Nase Tane Nasko Tanas;Biljana Bile Biba;Blagoj Blaže Blagoja;Boban Bobi;Bogdan Boge;Borislav Boro Bobi;Borče Boro;Cvetanka Ceca Cveta Cvete;Dančo Dane;Daniel Dani Dančo;Daniela Dani Dana;Dimitar Mite Mitko Dime Dimče Mito Mitre Dimo;Dragan Gane Drage;Dragica Draga;Dejan Deki;Elena Lena Leni Eli Elenka;Emil Emo;Emilija Emi;Filip Fići Fičo;Frosina Frose;Goran Gogo Gore Goce;Gorgi Gogo Goce Gošo;Gjorgji Gjoko Goce Gjoše Gjorče Goko;Georgi Gošo Goce Žoro Gogo;Gordana Goca Goce;Hristo Ico Hrisi;Hristijan Kiko Hrisi Rico;Igor Iger;Ilija Ile Iko Ilčo;Ivan Vanče Vančo Ivo Vanjo;Ivana Iva Ivanka;Ivanka Vanja;Ivajlo Ivo;Jovan Jone Vane Joco;Jovanka Jovana;Kalin Kalo;Katerina Kate Katja Kati Keti Katka Katerinka;Kiril Kire Kiro Kirčo;Konstantin Kosta Koce Kočo Dinko;Kristina Kristi Krisi Tina;Krste Kiko;Lidija Lile Lidi;Lazar Laze Lačo;Ljubica Ljupka Buba;Ljubomir Ljupčo Ljube;Ljupčo Ljube;Magdalena Magda Magi Lena;Marija Mare Mari Mara Maja Mimi;Marjan Maki;Martin Marti;Metodija Meto Mečo;Mihail Mišo Mišel Miho Mihajlo;Milena Mila Lena;Nadežda Nadja;Natalija Nataša Nate;Nikola Kole Niko Nikolče Niki Koljo;Nikolaj Niki Koljo Kolja;Oliver Oli;Olivera Vera Oli;Pavel Pavlin;Pavle Pajo;Petar Pero Pece Perica Pepi Peco;Petja Pepi;Risto Rišto Rici;Rumen Rumi;Sašo Sale;Simona Simi;Slavica Slave;Slobodan Boban Cobe;Snežana Sneže Sneška;Sofija Sofi;Spase Spasko;Stefan Stefče Tefo Stefo;Stojan Stole Stojče Stojko;Suzana Suze Suzi;Svetlana Cece Svetla;Tatjana Tanja Taše Tanče;Todor Tošo Tode Toše Teodosij;Trajan Trajče Trajko;Trajče Trajko;Vasil Vasko Cile Vaske;Vasilka Vasa;Velko Vele;Verica Vera;Vesna Vese;Viktor Viki;Viktorija Viki Vika;Violeta Viki Vili;Vladimir Vlado Vlatko Vladko;Vladislav Vlado;Zlatko Zlate;Zoran Zoki Zoka;Zorica Zore;Zdravko Zdravče;
Turkish:
Abdullah Apo Abdo;Abdurrahman Apo;Ahmet Ahmo;Ali Aliş;Ayşe Ayş Ayşecik Ayşen Ayşegül;Bahadır Baho;Bülent Büli;Cemal Cemo;Cihan Ciho;Emine Emoş Emo;Fatma Fato Fatoş;Gülşah Gülo;Gülsüm Gülo;Hasan Haso Hasso;Hatice Hatçe Hatiş Hato;Hüseyin Hüso Hüsnü;Halil Halo;İbrahim İbo İbiş;İsmail İso;Kemal Kemo;Mahmut Mahmo;Mehmet Memo Memet Memiş Mehmetcan;Muhammed Memo Muho;Muhammet Memo Muho;Murat Muro;Mustafa Mıstık Musti Musto Mısto;Nurgül Nuri;Osman Osmo;Ömer Ömo;Ramazan Ramo;Recep Reco;Selahattin Selo;Selim Selo;Süleyman Sülo Süli;Şaban Şabo;Şükrü Şüko;Yasemin Yaso Yase;Yusuf Yuso Yusi;Zeynep Zeyno Zeyn;Zehra Zeho;Zekeriya Zeko;Tuğba Tuğbiş;
Romanian:
Adrian Adi;Adriana Adi Adina;Alexandra Ale Sanda Alexa Sandra;Alexandru Alex Sandu Alecu Alexe Sandi;Ana Anica Anca Anuța;Andreea Andra Deea;Andrei Andi;Anton Toni;Aurelia Aura Relu;Aurelian Aurel Relu;Aurel Relu;Bogdan Bogdi Dan;Camelia Cami;Carmen Carmina;Cătălin Cătă Cata;Cătălina Cătă Cata;Constantin Costel Costin Dinu Costi Costică Titi;Corina Cori;Cornel Nelu;Cornelia Nela Corina;Cristian Cristi Cris;Cristina Cristi Cris Tina;Daniel Dan Dani;Daniela Dana Dani;Dumitru Mitică Dumi Mitru Dima;Elena Lena Ileana Lenuța Nuți Leni;Emilian Emil;Eugen Jeni Genu;Eugenia Jeni Geni;Florentina Flori Tina;Florin Florinel Flo;Florina Flori;Gabriel Gabi Gabriele;Gabriela Gabi;Gheorghe George Gigi Ghiță Gelu Gicu;George Gigi;Georgeta Geta Georgiana;Georgiana Geo Gina;Grigore Grig Gore;Ileana Ila;Ilie Iliuță;Ioan Ion Nelu Ionel Ionuț Iancu;Ioana Oana Ioni;Ion Nelu Ionel Ionuț Ionică Iancu;Ionuț Ionel Nuțu;Iulian Iuli;Iuliana Iuli;Laurențiu Laur Lori Laurian;Lăcrămioara Lăcră Mioara;Loredana Lori;Lucian Luci;Luminița Lumi;Marian Mari;Mariana Mari;Maria Mari Mărioara Marioara Maricica;Margareta Margo Geta Marga;Mădălina Mădă Mada Lina;Mihaela Miha Ela Mihă;Mihail Mihai Mișu;Mihai Mișu Mihăiță Miță;Mircea Mirciulică;Monica Moni;Natalia Nati Nata;Nicolae Nicu Nelu Nae Neculai Niculae Nicolaie;Nicoleta Nico Nicol Leta;Octavian Tavi;Paraschiva Chiva;Petru Petre Petrică;Petronela Petra Nela;Răzvan Răzvi Răz;Rodica Rodi;Roxana Roxi;Ruxandra Ruxi Xandra;Sebastian Sebi;Silviu Silvi;Silvia Silvi;Simona Simo Mona;Sorin Sori;Ștefan Fane Fănel Ștef Fănică;Ștefania Fănica Ștefi;Teodor Tudor Teo Doru;Teodora Teo Dora Doina;Tiberiu Tibi;Valentin Vali Vale;Valentina Vali;Valeriu Vali;Vasile Vasi Lică Vasilică;Victor Vic;Violeta Vio;Viorel Vio;Viorica Vio Rica;Virgil Gil;Vlad Vlăduț;
Ukrainian, Russian:
Андрій Андрюша Дрон;Анастасія Настя Ася Стася;Анатолій Толя Толік;Анна Аня Ганна Ганнуся;Антоніна Тоня;Богдан Бодя;Борис Боря;Вадим Вадик;Валентин Валік Валя;Валентина Валя;Валерій Валера;Валерія Лєра;Василь Вася Василько;Вікторія Віка;Віктор Вітя;Віталій Віталік;Володимир Вова Володя Вовчик;Володимир Влад;Владислав Влад Слава;Вячеслав Слава;Галина Галя;Ганна Аня Анна;Георгій Жора Юрій;Григорій Гриша Гриць;Дар'я Даша;Дарина Даша;Денис Деня;Дмитро Діма Митя Дмитрик Дима;Євген Женя;Євгенія Женя;Едуард Едік;Єлизавета Ліза;Ірина Іра;Іван Ваня;Катерина Катя Катруся;Костянтин Костя;Ксенія Ксюша;Лариса Лара;Людмила Люда Мила Люся;Любов Люба;Максим Макс;Маргарита Рита;Марія Маша Маруся Марійка;Микола Коля;Михайло Миша Міша;Надія Надя;Наталія Наташа Наталка Ната;Наталя Наташа Наталка;Олег Олежка;Олександр Саша Сашко Алекс Шура Олесь;Олександра Саша Леся Сандра Шура Олеся;Олексій Льоша Олекса Алекс;Олена Лена Оленка Альона;Ольга Оля;Оксана Ксана;Павло Паша;Петро Петя Петрик;Поліна Поля;Роман Рома;Руслан Рус;Світлана Світа Свєта Лана;Сергій Сєрьожа Серьожа Серж;Софія Соня;Станіслав Стас Слава;Степан Стьопа;Тарас Тарасик;Тетяна Таня;Тимофій Тимур Тима;Федір Федя;Христина Христя;Юлія Юля;Юрій Юра;Ярослав Ярик Славко Слава;Яна Янка;
Александр Саша Алекс Шура Саня;Алексей Алёша Лёша;Анастасия Настя;Дмитрий Дима Митя;Евгений Женя;Екатерина Катя;Елена Лена Алёна;Михаил Миша;Наталья Наташа;Николай Коля;Сергей Серёжа;Татьяна Таня;Юрий Юра;Владимир Вова Володя;
Greek:
Αθανάσιος Θανάσης Νάσος Σάκης;Αικατερίνη Κατερίνα Καίτη;Αλέξανδρος Αλέκος Αλέξης;Αναστάσιος Τάσος;Αντώνιος Αντώνης Τόνης;Βασίλειος Βασίλης Βάσος;Βασιλική Βάσω Βίκυ;Γεώργιος Γιώργος;Γεωργία Γωγώ;Δημήτριος Δημήτρης Μήτσος Τάκης;Δήμητρα Μίμη;Ελένη Λένα Έλενα;Ευάγγελος Βαγγέλης;Ευαγγελία Λίτσα Εύα;Εμμανουήλ Μανώλης Μάνος;Θεόδωρος Θοδωρής;Ιωάννης Γιάννης;Ιωάννα Γιάννα;Κωνσταντίνος Κώστας Ντίνος Κωστής;Κωνσταντίνα Ντίνα;Μιχαήλ Μιχάλης;Νικόλαος Νίκος;Παναγιώτης Πάνος Τάκης;Παρασκευή Εύη Βούλα;Σπυρίδων Σπύρος;Σταύρος Σταυράκης;Χρήστος Κίτσος;Χριστίνα Χρίστα;
English:
Alexander Alex Alec Sandy Sasha;Alexandra Alex Sandra Lexi;Andrew Andy Drew;Anthony Tony;Barbara Barb;Benjamin Ben;Catherine Cathy Kate Cat;Charles Charlie Chuck;Christina Chris Tina;Christine Chris Tina;Christopher Chris Kit;Daniel Dan Danny;David Dave;Deborah Debbie;Dorothy Dot;Douglas Doug;Edward Ed Ted Eddie Ned;Eleanor Nell Ellie;Elizabeth Liz Beth Betty Eliza Lisa Libby;Emily Em;Eugene Gene;Francis Frank;Frederick Fred;Gabrielle Gaby;Gerald Gerry Jerry;Geoffrey Geoff;Gregory Greg;Harold Harry;Helen Nell;Henry Harry Hank;Isabella Bella Izzy;Jacob Jake;James Jim Jimmy Jamie;Janet Jan;Jennifer Jen Jenny;Jessica Jess;John Jack Johnny;Jonathan Jon Jonny;Joseph Joe;Joshua Josh;Judith Judy;Katherine Kate Kathy Katie Kat;Kenneth Ken;Laurence Larry;Lawrence Larry;Leonard Len Leo;Louise Lou;Margaret Maggie Meg Peggy;Matthew Matt;Michael Mike Mick Mickey;Nathaniel Nathan Nate;Nicholas Nick Nicky;Nicole Nicky;Oliver Ollie;Pamela Pam;Patricia Pat Patty Trish;Patrick Pat Paddy;Peter Pete;Philip Phil;Rachel Rach;Rebecca Becky Becca;Raymond Ray;Richard Rick Dick Rich;Robert Rob Bob Bobby;Ronald Ron;Samantha Sam;Samuel Sam;Sarah Sally Sadie;Sophia Sophie;Stephanie Steph;Stephen Steve;Steven Steve;Stewart Stu;Susan Sue Susie;Theodore Ted Theo;Thomas Tom Tommy;Timothy Tim;Victoria Vicky Tori;Vincent Vince;Virginia Ginny;William Bill Will Billy Liam;Zachary Zach;
French, German, Italian:
Alexandre Alex;Antoine Tony;Benoît Ben;Catherine Cathy;Christophe Chris;Dominique Domi;Frédéric Fred;Guillaume Guy;Jacqueline Jackie;Nicolas Nico;Sébastien Seb;Véronique Véro;Emmanuel Manu;Valérie Val;
Alexander Alex Sascha;Andreas Andi;Friedrich Fritz;Franziska Franzi;Johannes Hannes Hans;Josef Sepp;Katharina Kathi Kati;Maximilian Max;Michael Michi;Sebastian Basti;Susanne Susi;Ulrich Uli;Wolfgang Wolf;Matthias Matze;
Alessandro Sandro Ale;Francesco Franco;Giovanni Gianni Nino;Giuseppe Beppe Pino;Luigi Gigi;Roberto Berto;Salvatore Toto;Stefania Stefi;Vincenzo Enzo;
`

// Prepare makes the patterns and tables of names that are made when they are first asked for. A command that will need them
// can have them made beside other work.
func Prepare() {
	participant.Prepare()
	forms()
}

// forms maps each folded short form to the names it stands for, and each name to its short forms; made when the first
// name is asked about.
var forms = sync.OnceValue(func() (m struct{ formal, short map[string][]string }) {
	m.formal, m.short = map[string][]string{}, map[string][]string{}
	for line := range strings.Lines(nicknames) {
		if strings.HasSuffix(strings.TrimSpace(line), ":") {
			continue
		}
		for entry := range strings.SplitSeq(line, ";") {
			name := ""
			for w := range strings.FieldsSeq(entry) {
				w = participant.Fold(w)
				if name == "" {
					name = w
				} else if w != name && !slices.Contains(m.short[name], w) {
					m.formal[w] = append(m.formal[w], name)
					m.short[name] = append(m.short[name], w)
				}
			}
		}
	}
	return m
})

// FamiliarForms gives the folded names that a folded token is a usual short or pet form of, and the forms it has itself.
func FamiliarForms(token string) []string {
	return slices.Concat(forms().formal[token], forms().short[token])
}

// UsualGiven tells whether a folded token is a usual given name, one that has short forms.
func UsualGiven(token string) bool { return len(forms().short[token]) > 0 }

// Familiar tells whether one of two folded tokens is a usual short or pet form of the other.
func Familiar(a, b string) bool { return ShortOf(a, b) || ShortOf(b, a) }

// ShortOf tells whether a folded token is a usual short or pet form of a name (Aco of Aleksandar).
func ShortOf(short, name string) bool { return slices.Contains(forms().formal[short], name) }
