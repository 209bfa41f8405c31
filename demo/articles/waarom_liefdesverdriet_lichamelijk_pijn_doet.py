"""Demo article: why heartbreak hurts physically."""

ARTICLE = {
    "slug": "waarom-liefdesverdriet-lichamelijk-pijn-doet",
    "title": "Waarom liefdesverdriet lichamelijk pijn doet",
    "intro": (
        "Een steen op je borst, een maag die niets wil, armen die zwaar zijn alsof je griep hebt. "
        "Liefdesverdriet kan lichamelijk pijn doen. Dit is wat er in je lijf gebeurt, en wat je "
        "eraan kunt doen."
    ),
    "category": ["net-uit-elkaar"],
    "tags": ["lichaam", "pijn", "stress", "slapen", "hechting"],
    "authors": ["joost-aldering"],
    "published": "2026-01-25T20:30",
    "revised": "2026-06-14T09:45",
    "hero": "waarom-liefdesverdriet-lichamelijk-pijn-doet",
    "hero_alt": "Een donker silhouet van opzij, met gesloten ogen en een gloeiende plek op de borst",
    "hero_caption": "Wie de pijn zoekt, wijst bijna altijd naar dezelfde plek.",
    "focus_keyphrase": "liefdesverdriet lichamelijk pijn",
    "seo_title": "Waarom liefdesverdriet lichamelijk pijn doet",
    "search_description": (
        "Waarom doet liefdesverdriet lichamelijk pijn? Over stress, slaap, maag en hart, wat er "
        "bekend is uit onderzoek en wanneer je de huisarts belt."
    ),
    "related": ["de-eerste-nacht-alleen", "blijven-malen-over-je-ex", "hechtingsstijlen-in-de-liefde"],
    "magnet": "e-book",
    "sensitive": True,
    "body": [
        ("heading", {"level": "h2", "text": "Een vlakke hand op het borstbeen"}),
        (
            "paragraph",
            (
                "<p>Als ik mensen vraag waar ze het voelen, hoeven ze zelden na te denken. Ze leggen "
                "een vlakke hand op hun borstbeen. Sommigen drukken even, alsof er iets vastgehouden "
                "moet worden. Daarna verontschuldigen ze zich. Het klinkt zo overdreven, zeggen ze, "
                "het is maar een relatie die uit is.</p>"
                "<p>In het ziekenhuis vroegen we patiënten elke dag hun pijn een cijfer te geven. "
                "Een man met een gebroken heup zei: ‘Een zes.’ Een week later kwam zijn vrouw niet "
                "meer op bezoek, omdat ze besloten had dat ze weg wilde. Ik vroeg hem weer naar het "
                "cijfer. ‘De heup een vier,’ zei hij, en toen lange tijd niets. Voor het andere "
                "hadden we geen vakje op de lijst.</p>"
                "<p>Ik ben geen arts en dit stuk vervangt er geen. Wel heb ik veel lichamen "
                "meegemaakt die iets te verwerken hadden. Wat ik daarvan leerde: het lijf doet niet "
                "aan ‘maar een relatie’. Het neemt een verlies net zo serieus als jij het ’s nachts "
                "om vier uur neemt.</p>"
            ),
        ),
        (
            "image",
            {
                "image": "twee-cirkels",
                "alt": "Twee cirkels die elkaar half overlappen en samen in zee zakken",
                "decorative": False,
                "caption": (
                    "Waar de een ophoudt en de ander begint: het lichaam heeft tijd nodig om dat te leren."
                ),
                "width": "text",
            },
        ),
        ("heading", {"level": "h2", "text": "Wat er in je hoofd gebeurt"}),
        ("heading", {"level": "h3", "text": "Een foto en een hete plaat"}),
        (
            "paragraph",
            (
                "<p>In 2011 publiceerden Ethan Kross en collega’s een onderzoek dat sindsdien overal "
                "wordt aangehaald. Ze vroegen veertig mensen die kort daarvoor tegen hun zin "
                "verlaten waren om in een hersenscanner te gaan liggen. De deelnemers keken naar een "
                "foto van hun ex en dachten aan de afwijzing. Op een ander moment kregen ze een "
                "pijnlijk warme prikkel op hun onderarm. Een deel van de hersengebieden die daarbij "
                "actief werden, kwam overeen, ook gebieden die te maken hebben met het voelen van "
                "pijn in het lichaam.</p>"
                "<p>Het is verleidelijk om daarvan te maken dat afwijzing en pijn hetzelfde zijn. Zo "
                "ver gaat het niet. Latere analyses, deels van dezelfde onderzoekers, lieten zien "
                "dat de patronen binnen die gebieden wel degelijk verschillen. Je hersenen kunnen "
                "een ex en een hete plaat uit elkaar houden. Maar ze gebruiken deels dezelfde "
                "straten, en dat past bij wat mensen al eeuwen zeggen als ze het over een steek of "
                "een gebroken hart hebben.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Een soort ontwenning"}),
        (
            "paragraph",
            (
                "<p>Er is nog iets. In andere onderzoeken met scanners zag men bij pas verlaten "
                "mensen die naar een foto van hun geliefde keken, activiteit in gebieden die met "
                "beloning en verlangen samenhangen. Dat verklaart misschien waarom je op drie meter "
                "afstand van je telefoon toch voelt dat hij daar ligt. Jaren achtereen kwam er van "
                "één mens rust, een grap, een hand in je nek bij het afwassen. Je hoofd blijft daar "
                "een tijd om vragen, op vaste uren, als een hond die om zes uur bij de deur gaat "
                "zitten.</p>"
                "<p>Dat maakt ook begrijpelijk waarom een kort bericht van je ex soms verlichting "
                "geeft en een uur later alles erger maakt. Ik ga het je niet verbieden. Het helpt "
                "wel om te weten wat je doet als je kijkt.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Verlangen naar iemand bewijst dat je aan iemand gehecht was. Of die persoon "
                    "goed voor je was en of je terug moet, zijn andere vragen. Die kun je pas "
                    "beantwoorden als het ergste trekken voorbij is.</p>"
                ),
            },
        ),
        ("heading", {"level": "h2", "text": "Waarom een mens zo in elkaar zit"}),
        (
            "paragraph",
            (
                "<p>Volgens de hechtingstheorie, die begon bij de Britse psychiater John Bowlby, "
                "zijn mensen er van jongs af op ingericht om dicht bij een paar vaste anderen te "
                "blijven. Een klein kind dat zijn moeder kwijt is, roept eerst. Het zoekt, het wordt "
                "boos. Houdt het te lang aan, dan wordt het stil. Volwassenen die verlaten worden, "
                "doen iets wat daar sterk op lijkt. Ze bellen, rijden langs, schrijven brieven van "
                "zes kantjes, en op een dag zitten ze op de bank en komt er niets meer.</p>"
                "<p>Wie lang met iemand leeft, stemt ongemerkt op die ander af. Je slaapt op zijn "
                "ademhaling, je eet als zij thuiskomt, je schouders zakken als je de sleutel hoort. "
                "Valt de ander weg, dan moet je lichaam dat werk ineens alleen doen. Dat kost "
                "energie, en je merkt het aan dingen die op het eerste gezicht niets met liefde te "
                "maken hebben. Hoe sterk je reageert verschilt per mens; daarover gaat <a "
                'href="page:hechtingsstijlen-in-de-liefde">het stuk over hechtingsstijlen</a>.</p>'
            ),
        ),
        (
            "quote",
            {
                "text": "Waar het hart vol van is, loopt de mond van over.",
                "source": "Spreekwoord",
                "kind": "saying",
            },
        ),
        (
            "paragraph",
            (
                "<p>Bij liefdesverdriet loopt er meer over dan de mond alleen. Laten we de plekken "
                "langsgaan.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Van je hoofd tot je maag"}),
        (
            "paragraph",
            (
                "<p>Achter de meeste klachten zit stress in de oorspronkelijke zin van het woord. Je "
                "lichaam maakt stoffen aan als adrenaline en cortisol, die je klaarzetten om te "
                "rennen of te vechten. Dat is nuttig bij een loslopende stier. Bij een lege stoel "
                "aan tafel valt er weinig te rennen, dus blijft de spanning zitten waar ze zit.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Wat je kunt merken, en iets kleins voor vandaag",
                "head": ["Waar", "Wat er speelt", "Wat je kunt proberen"],
                "rows": [
                    [
                        "Borst",
                        "Gespannen spieren, hoge ademhaling, een hart dat sneller gaat",
                        "Langer uitademen dan inademen, vijf minuten, hand op je buik",
                    ],
                    [
                        "Maag en darmen",
                        "De spijsvertering staat op een lager pitje",
                        "Elke drie uur iets zachts: yoghurt, soep, een banaan",
                    ],
                    [
                        "Hoofd",
                        "Weinig slaap, aangespannen kaken, vergeten te drinken",
                        "Een glas water bij elke keer dat je naar de wc gaat",
                    ],
                    [
                        "Armen en benen",
                        "Moe van weken op scherp staan",
                        "Twee keer per dag tien minuten lopen, zonder doel",
                    ],
                    [
                        "Huid",
                        "Minder aanraking dan je gewend was",
                        "Warme douche, zware deken, een vriendin die echt omhelst",
                    ],
                ],
            },
        ),
        ("heading", {"level": "h3", "text": "Slapen"}),
        (
            "paragraph",
            (
                "<p>Inslapen lukt vaak nog wel, van uitputting. Het wakker worden is het probleem: "
                "om vier uur, klaarwakker, met een hart alsof je te laat bent voor een trein. Bij "
                "daglicht opstaan op een vaste tijd doet op den duur meer dan vroeg naar bed gaan. "
                "Een middagslaapje van hooguit een halfuur mag. Voor de allereerste nachten schreef "
                'ik <a href="page:de-eerste-nacht-alleen">een apart stuk</a>, kort genoeg om in bed '
                "te lezen.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Eten"}),
        (
            "paragraph",
            (
                "<p>Je smaak kan weg zijn, alsof iemand het geluid van je eten heeft uitgezet. "
                "Anderen eten juist de hele avond door. Beide gaat meestal over. Denk zolang in "
                "kleine porties en maak het jezelf gemakkelijk. Op onze afdeling kreeg iemand die "
                "niet kon eten geen preek over groenten. Die kreeg vla.</p>"
            ),
        ),
        (
            "case_study",
            {
                "names": "Roos en Kaj",
                "ages": "34 en 36",
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Na negen jaar zei Kaj op een zaterdagmiddag, met de boodschappen nog "
                            "in zijn handen, dat hij niet meer gelukkig was. Drie weken later zat "
                            "Roos bij haar huisarts met pijn op de borst en tintelende vingers. Er "
                            "werd een hartfilmpje gemaakt. Dat was goed. De huisarts vroeg of er "
                            "iets gebeurd was, en Roos begon zo te huilen dat het volgende kwartier "
                            "ook meteen bezet was.</p>"
                            "<p>Wat haar hielp was een zinnetje van die arts: dat de pijn echt was "
                            "en het hart gezond, allebei tegelijk. Ze sprak met haar zus af om "
                            "iedere ochtend om acht uur te bellen en daarbij een rondje om het park "
                            "te lopen, ieder in haar eigen stad. De eerste tien keer liepen ze "
                            "zwijgend. ‘Ik hoorde haar alleen maar hijgen,’ zei Roos. ‘Dat was "
                            "precies goed.’</p>"
                        ),
                    ),
                    (
                        "quote",
                        {
                            "text": "Ik had liever een gebroken been gehad. Dan brengen mensen je soep.",
                            "source": "Roos",
                            "kind": "client",
                        },
                    ),
                ],
            },
        ),
        (
            "image",
            {
                "image": "eb",
                "alt": "Een breed strand bij eb, met een slingerende geul, voetstappen en een papieren bootje dat is drooggevallen",
                "decorative": False,
                "caption": "Bij eb zie je waar de geulen liggen.",
                "width": "wide",
            },
        ),
        ("heading", {"level": "h2", "text": "Kan een hart echt breken?"}),
        (
            "paragraph",
            (
                "<p>Soms mag je het bijna letterlijk nemen. Er bestaat een aandoening die artsen "
                "stress-cardiomyopathie noemen, of takotsubo, naar een Japanse kruik om inktvissen "
                "in te vangen; de linkerhartkamer krijgt tijdelijk een vorm die daarop lijkt en "
                "pompt minder goed. Het kan gebeuren na hevige schrik of een groot verlies, ook na "
                "lichamelijke stress zoals een operatie, en soms vindt men geen aanleiding. Het komt "
                "het meest voor bij vrouwen na de overgang.</p>"
                "<p>Het is zeldzaam. De meeste mensen herstellen binnen enkele weken, al hoort het "
                "altijd in het ziekenhuis behandeld te worden, want de klachten zijn die van een "
                "hartinfarct. Ik vertel het om één reden. Uit mijn tijd op de afdeling herinner ik "
                "me mensen die met echte hartklachten te lang thuis waren gebleven, omdat ze dachten "
                "dat het verdriet was. Dat onderscheid hoef je zelf niet te maken. Daar zijn "
                "apparaten voor.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": (
                    "<p>Drukkende of benauwende pijn op de borst die aanhoudt, uitstraalt naar arm, "
                    "kaak of rug, of samengaat met zweten, misselijkheid of kortademigheid: bel 112. "
                    "Ook als het net uit is. Ook als je denkt dat het wel tussen je oren zal "
                    "zitten.</p>"
                ),
            },
        ),
        (
            "signals",
            {
                "title": "Maak een afspraak bij je huisarts als …",
                "items": [
                    "je na twee weken nog steeds nauwelijks slaapt of eet",
                    "je zonder opzet kilo’s kwijtraakt",
                    "je hartkloppingen of paniekaanvallen hebt die terugkomen",
                    "je drank, pillen of drugs nodig hebt om de dag of de nacht door te komen",
                    "je al weken nergens meer iets bij voelt",
                    "je denkt dat het leven zo niet hoeft",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Bij dat laatste hoef je niet op een afspraak te wachten. Bel gratis 0800-0113 of "
                "chat via 113.nl, op elk uur. De mensen daar schrikken niet van je verhaal.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wat je lijf kan kalmeren"}),
        (
            "paragraph",
            (
                "<p>Tegen verlies bestaat geen oefening. Tegen de spanning eromheen wel een paar. Ze "
                "zijn saai, en dat is in hun voordeel: ze vragen weinig van iemand die weinig over "
                "heeft.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Adem en beweging"}),
        (
            "paragraph",
            (
                "<p>Een langere uitademing helpt het lichaam om van scherp naar rustig te schakelen. "
                "Tel tot vier bij het inademen en tot zes of zeven bij het uitademen. Je hoeft er "
                "niet bij te zitten als een boeddha; in de rij bij de supermarkt werkt het ook. De "
                "film hieronder laat zien waar zo’n oefening op deze plek zou kunnen staan.</p>"
            ),
        ),
        (
            "embed",
            {
                "url": "https://vimeo.com/76979871",
                "title": "Demofilm: op deze plek staat straks een ademhalingsoefening van vier minuten",
            },
        ),
        (
            "paragraph",
            (
                "<p>Bewegen doet iets met die voorraad adrenaline waar je verder geen stier voor "
                "hebt. Lopen is genoeg. Wie van hardlopen houdt, mag hardlopen, maar ik heb ook "
                "mensen zichzelf zien afbeulen tot ze er een blessure bij hadden. Begin met een "
                "rondje waarna je nog zou kunnen praten.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Aanraking en gezelschap"}),
        (
            "paragraph",
            (
                "<p>Uit onderzoek is bekend dat de hand van een vertrouwd mens de reactie van de "
                "hersenen op dreiging kan dempen. Dat hoeft geen geliefde te zijn. Je moeder telt, "
                "een goede vriend ook. Laat je haar wassen bij de kapper, neem de hond van de buren "
                "mee, ga bij iemand op de bank zitten die niets van je wil horen. Een cliënt van me "
                "ging elke donderdag bij zijn broer de krant lezen. Ze lazen ieder een katern en "
                "ruilden halverwege.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Een paar afspraken met jezelf"}),
        (
            "paragraph",
            (
                "<p>Kies er hooguit twee. Met vijf goede voornemens tegelijk krijg je er een zesde "
                "klacht bij.</p>"
                "<ul>"
                "<li>Opstaan op een vaste tijd, en het eerste uur geen oude gesprekken "
                "teruglezen.</li>"
                "<li>Eén warme maaltijd per dag, gekookt door wie dan ook.</li>"
                "<li>Koffie tot twaalf uur, alcohol liever een tijdje niet.</li>"
                "<li>Elke dag één mens zien of horen die jouw naam kent.</li>"
                "<li>Voor het slapen opschrijven wat er maalt. In <a "
                'href="page:blijven-malen-over-je-ex">Blijven malen over je ex</a> staat hoe je '
                "daarmee ophoudt voordat het halftwee is.</li>"
                "</ul>"
            ),
        ),
        (
            "listen_also",
            {
                "episode": "als-het-huis-stil-is",
                "text": "Als het huis stil is: over de uren tussen drie en vijf",
            },
        ),
        ("heading", {"level": "h2", "text": "Hoelang dit duurt"}),
        (
            "paragraph",
            (
                "<p>Ik zou je graag een getal geven. De getallen die rondgaan, de helft van de duur "
                "van de relatie bijvoorbeeld, zijn nergens op gebaseerd. Wat ik bij de meeste mensen "
                "zie, is dat het lichaam eerder bijtrekt dan het hart. Na een paar weken komt er een "
                "nacht die je doorslaapt. Je hebt ineens zin in een broodje. Je merkt om vier uur ’s "
                "middags dat je sinds de lunch niet aan de ander hebt gedacht, en omdat je dat "
                "merkt, denk je weer aan de ander.</p>"
                "<p>Het gaat ook met sprongen terug. Een liedje, een verjaardag, een brief van de "
                "notaris, en je hand ligt weer op je borstbeen. Ik vergelijk het met het litteken "
                "dat je voelt als het weer omslaat. De wond is dan niet opnieuw open. Je lichaam "
                "weet alleen nog waar het was.</p>"
            ),
        ),
        (
            "reflection",
            {
                "title": "Je lichaam als getuige",
                "questions": [
                    (
                        "Waar voel je het verdriet op dit moment, en hoe groot is die plek als je "
                        "hem met je hand aanwijst?"
                    ),
                    "Op welk uur van de dag is het het lichtst, en wat doe je dan meestal?",
                    (
                        "Wat deed de ander ongemerkt voor jouw rust, en wie of wat zou een klein "
                        "deel daarvan kunnen overnemen?"
                    ),
                ],
            },
        ),
        (
            "faq",
            {
                "title": "Vragen die ik vaak krijg",
                "items": [
                    {
                        "question": "Helpt een pijnstiller tegen liefdesverdriet?",
                        "answer": (
                            "<p>Daar zijn proefjes mee gedaan, met wisselende uitkomsten. Te weinig "
                            "om het iemand aan te raden, zeker dagen achter elkaar. Een paracetamol "
                            "tegen hoofdpijn mag, zoals anders ook. Vraag bij twijfel je "
                            "apotheker.</p>"
                        ),
                    },
                    {
                        "question": "Ik val af. Is dat erg?",
                        "answer": (
                            "<p>Een paar dagen slecht eten kan een gezond lichaam hebben. Blijf je "
                            "afvallen of krijg je ook vla niet meer weg, ga dan naar je huisarts. "
                            "Dat geldt eerder als je al mager was of ooit een eetstoornis had.</p>"
                        ),
                    },
                    {
                        "question": "Mag ik me ziek melden?",
                        "answer": (
                            "<p>Als je door slaapgebrek niet veilig kunt werken, meld je dan ziek. "
                            "Je hoeft je werkgever niet te vertellen waarom; de bedrijfsarts mag je "
                            "het wel vertellen. Vaak helpt het om na enkele dagen een deel van de "
                            "week terug te gaan, omdat collega’s over printers praten.</p>"
                        ),
                    },
                    {
                        "question": "Wordt het erger als ik mijn ex zie?",
                        "answer": (
                            "<p>Voor het lichaam is een ontmoeting in het begin vaak een zware dag. "
                            "Moet het, bijvoorbeeld om de kinderen, spreek dan kort af, op een "
                            "neutrale plek, en plan iets rustigs erna.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Leg straks, voor je het licht uitdoet, je hand nog eens op die plek. Je hoeft "
                "hem niet weg te duwen. Daar zit iets wat van iemand gehouden heeft, en het is moe. "
                "Morgen begin je met een glas water.</p>"
            ),
        ),
        ("lead_magnet", {"magnet": "e-book"}),
        ("read_also", {"page": "de-eerste-nacht-alleen", "text": ""}),
    ],
}
