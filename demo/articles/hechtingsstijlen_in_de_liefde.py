"""Demo article: Hechtingsstijlen: waarom jij trekt en de ander duwt."""

ARTICLE = {
    "slug": "hechtingsstijlen-in-de-liefde",
    "title": "Hechtingsstijlen: waarom jij trekt en de ander duwt",
    "intro": (
        "De een stuurt een derde berichtje, de ander legt de telefoon in een la. Over een oude "
        "dans tussen twee mensen, en over wat je ermee kunt als de muziek gestopt is."
    ),
    "category": ["loslaten", "weer-durven"],
    "tags": ["hechting", "bindingsangst", "verlatingsangst", "patronen"],
    "authors": ["marit-van-wezel"],
    "published": "2026-02-08T20:30",
    "revised": "2026-10-11T19:45",
    "hero": "hechtingsstijlen-in-de-liefde",
    "hero_alt": "Twee papieren bootjes aan één touw: het ene vaart weg, het andere ligt voor anker",
    "hero_caption": "De een vraagt om een teken, de ander om lucht.",
    "focus_keyphrase": "hechtingsstijlen in de liefde",
    "seo_title": "Hechtingsstijlen in de liefde: trekken en duwen",
    "search_description": (
        "Waarom trekt de een en duwt de ander? Hechtingsstijlen in de liefde uitgelegd, met wat ze "
        "na een breuk verklaren en wat je er zelf mee kunt doen."
    ),
    "related": [
        "grenzen-in-een-nieuwe-relatie",
        "geen-contact-met-je-ex",
        "opnieuw-daten-na-liefdesverdriet",
    ],
    "magnet": "roadmap",
    "sensitive": False,
    "body": [
        ("heading", {"level": "h2", "text": "Tien minuten in een donkere auto"}),
        (
            "paragraph",
            (
                "<p>Lotte stond om tien over elf achter het gordijn. Ze vertelde het een beetje "
                "beschaamd. Jurre was klaar met klimmen, ze had zijn auto de straat in zien draaien, "
                "en toen gebeurde er niets. De koplampen gingen uit. Hij bleef zitten. Tien minuten "
                "lang keek zij naar een auto waarin haar vriend naar het dashboard keek.</p>"
                "<p>Hij wist dat ze er stond. Hij bleef zitten omdat hij wist welke vraag er kwam "
                "(‘Was het leuk?’) en welke daarachter wachtte (‘Leuker dan hier?’). Zij bleef staan "
                "omdat ze wist dat hij uit zichzelf niets zou vertellen. Een halfjaar later woonden ze "
                "apart en zaten ze samen bij mij op de bank, haar tas als een dijkje tussen hen in, om "
                "te begrijpen wat er in die tien minuten steeds was misgegaan.</p>"
                "<p>Daar gaat dit stuk over: waarom de een trekt zodra de ander duwt, wat de "
                "hechtingstheorie daarover te zeggen heeft en waar ze beter haar mond kan houden.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Waar het woord vandaan komt"}),
        (
            "paragraph",
            (
                "<p>De Britse psychiater <b>John Bowlby</b> werkte in de jaren rond de Tweede "
                "Wereldoorlog met kinderen die van hun ouders gescheiden waren. Hij zag hoe hard dat "
                "aankwam, ook als ze goed te eten kregen en tussen schone lakens lagen. Zijn gedachte "
                "was dwars voor die tijd: een kind hecht zich aan iemand omdat nabijheid zelf een "
                "levensbehoefte is, en heus niet alleen vanwege de melk.</p>"
                "<p>Zijn collega <b>Mary Ainsworth</b> maakte dat zichtbaar. In haar bekende "
                "observatie speelt een kind van ongeveer een jaar in een onbekende kamer; de moeder "
                "gaat even weg en komt weer terug. Vooral die terugkomst bleek veelzeggend. Sommige "
                "kinderen zochten troost, vonden die en speelden verder. Andere klampten zich vast en "
                "bleven tegelijk boos. En er waren kinderen die nauwelijks opkeken, alsof er niemand "
                "was binnengekomen. Metingen lieten later zien dat ook hun hart sneller sloeg.</p>"
                "<p>In 1987 vertaalden <b>Cindy Hazan en Phillip Shaver</b> dit naar de liefde. Ze "
                "lieten lezers van een Amerikaanse krant kiezen uit drie korte beschrijvingen van wat "
                "je voelt als iemand dichtbij komt. Iets meer dan de helft koos de veilige, de rest "
                "verdeelde zich over angstig en vermijdend. Later kwam er een vierde stijl bij, voor "
                "mensen die het allebei kennen. Veel onderzoekers werken tegenwoordig liever met twee "
                "schuifjes dan met hokjes: hoe bang ben je om verlaten te worden, en hoe ongemakkelijk "
                "vind je het om op iemand te leunen?</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Wat de theorie niet kan"}),
        (
            "paragraph",
            (
                "<p>Op internet is hechting een soort sterrenbeeld geworden, met de vermijdende ex in "
                "de rol van schorpioen. Dat is jammer voor de theorie en meestal ook voor de ex. "
                "Daarom vooraf vier kanttekeningen.</p><ul>"
                "<li>Een stijl is een neiging. Ze kan per relatie verschillen en in de loop van een "
                "leven verschuiven.</li>"
                "<li>Er loopt een lijn van je kindertijd naar je liefdes, maar die is dun en bochtig. "
                "Je moeder krijgt van mij geen rekening.</li>"
                "<li>Een vragenlijst die je om half drie ’s nachts invult, meet vooral hoe je je om "
                "half drie ’s nachts voelt.</li>"
                "<li>Over je ex kun je hooguit gissen. Je kende zijn gedrag, en dan nog voornamelijk "
                "het gedrag in jouw buurt.</li></ul>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Vier manieren om dichtbij te zijn"}),
        (
            "paragraph",
            (
                "<p>De namen van de hechtingsstijlen in de liefde zijn grof gereedschap. Lees ze zoals "
                "je een weerkaart leest: handig voor de keuze van je jas, onbruikbaar om te bepalen of "
                "het gezellig wordt.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Vier stijlen, gehoord in de keuken",
                "head": ["Stijl", "Wat je kunt horen", "Wat eronder kan liggen"],
                "rows": [
                    [
                        "Veilig",
                        "‘Ik baal hiervan. Kunnen we er morgen op terugkomen?’",
                        "Vertrouwen dat de band een ruzie overleeft",
                    ],
                    [
                        "Angstig",
                        "‘Je zou bellen. Is er iets?’",
                        "De vrees dat afstand het begin van het einde is",
                    ],
                    [
                        "Vermijdend",
                        "‘Er is niks. Ik ben gewoon moe.’",
                        "De vrees dat nabijheid je iets afneemt",
                    ],
                    [
                        "Angstig-vermijdend",
                        "‘Ga maar. Nee, blijf.’",
                        "Verlangen en gevaar die op elkaar zijn gaan lijken",
                    ],
                ],
            },
        ),
        ("heading", {"level": "h3", "text": "Als jij trekt"}),
        (
            "paragraph",
            (
                "<p>Je hebt een fijne antenne. Aan de manier waarop iemand zijn sleutels neerlegt, "
                "hoor je hoe de avond wordt. Die antenne heeft je ooit goed gediend, misschien in een "
                "huis waar de stemming snel kon omslaan. In de liefde staat hij al gauw te scherp "
                "afgesteld. Twee blauwe vinkjes zonder antwoord zijn voor jou een compleet gesprek, en "
                "je verliest het. Dus vraag je nog eens. Je maakt er een grapje van, of je wordt koel "
                "om te zien of dat opvalt. Je zegt dat het niks geeft, op een toon waarop het alles "
                "geeft.</p>"
            ),
        ),
        (
            "quote",
            {
                "text": (
                    "Ik dacht jarenlang dat ik te veel was. Achteraf was ik vooral te laat met vragen, "
                    "en dan kwam alles tegelijk."
                ),
                "source": "Mirte, 29",
                "kind": "client",
            },
        ),
        ("heading", {"level": "h3", "text": "Als jij duwt"}),
        (
            "paragraph",
            (
                "<p>Jij hebt geleerd dat je het zelf moet kunnen. Het gaat je goed af en je krijgt er "
                "complimenten voor, vooral op je werk. Thuis wordt het lastig zodra er iemand "
                "binnenkomt die graag wil delen. Je houdt van haar en je verlangt naar een leeg huis, "
                "op hetzelfde moment. Opeens heb je oog voor hoe ze kauwt. Je gaat langer sporten en "
                "over de zomer zeg je ‘we zien wel’.</p>"
            ),
        ),
        ("heading", {"level": "h4", "text": "Duwen is iets anders dan weinig voelen"}),
        (
            "paragraph",
            (
                "<p>Denk aan de kinderen die doorspeelden met een bonzend hart. Bij volwassenen gaat "
                "het vaak net zo. Wie duwt, heeft ergens geleerd een hoge golf onder water te houden. "
                "Dat kost kracht, en de ander ziet alleen een gladde zee.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Als je allebei kent"}),
        (
            "paragraph",
            (
                "<p>Sommige mensen verlangen hevig naar iemand en schrikken zodra die er is. Soms "
                "hoort daar een geschiedenis bij van een ouder die troostte én bang maakte. Raakt dit "
                "aan dingen waar je liever niet aankomt, pak het dan samen met een psycholoog op. Je "
                "huisarts kan je verwijzen. Een artikel als dit is er te dun voor.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "En veilig dan?"}),
        (
            "paragraph",
            (
                "<p>Veilig gehechte mensen zijn geen heiligen. Ze vergeten trouwdagen en slaan met "
                "deuren. Alleen verwachten ze dat de deur daarna weer opengaat.</p>"
            ),
        ),
        (
            "image",
            {
                "image": "twee-cirkels",
                "alt": "Twee cirkels die elkaar half overlappen en samen in zee zakken",
                "decorative": False,
                "caption": "Waar de ene ophoudt en de andere begint, is niet altijd te zien.",
                "width": "wide",
            },
        ),
        ("heading", {"level": "h2", "text": "De dans in vier passen"}),
        (
            "paragraph",
            (
                "<p>Los van elkaar redden trekkers en duwers zich aardig. Samen maken ze iets wat geen "
                "van beiden gewild heeft. De passen zijn bijna altijd dezelfde, ook als de aanleiding "
                "elke week een andere is.</p>"
            ),
        ),
        (
            "patterns",
            {
                "title": "Hoe trekken en duwen elkaar aan de gang houden",
                "items": [
                    {
                        "term": "De aanleiding",
                        "explanation": (
                            "Iets kleins. Een late thuiskomst, een afwezige blik, een appje met alleen "
                            "een duim."
                        ),
                    },
                    {
                        "term": "De trek",
                        "explanation": (
                            "De een wil een teken dat het goed zit. De vraag komt eruit als verwijt: "
                            "‘Je bent er nooit.’"
                        ),
                    },
                    {
                        "term": "De duw",
                        "explanation": (
                            "De ander hoort kritiek en zoekt lucht. Hij zwijgt, gaat naar boven, heeft "
                            "opeens iets te doen in de schuur."
                        ),
                    },
                    {
                        "term": "Het bewijs",
                        "explanation": (
                            "De stilte bewijst de een dat er iets mis is. De volgende vraag bewijst de "
                            "ander dat het nooit genoeg is. Terug naar pas één, iets sneller."
                        ),
                    },
                ],
            },
        ),
        (
            "case_study",
            {
                "names": "Lotte en Jurre",
                "ages": "33 en 35",
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Toen ik vroeg wat hij daar deed, in die auto, dacht Jurre lang na. ‘Moed "
                            "verzamelen,’ zei hij. Lotte keek opzij. Zij had in die tien minuten een heel "
                            "betoog gehoord: dat hij liever aan een klimwand hing, dat hij zat te appen, "
                            "dat hij een manier zocht om het uit te maken.</p>"
                            "<p>Hij had op zijn beurt gedacht dat ze daarboven punten zat te tellen. Dat "
                            "ze bang kon zijn, was nooit in hem opgekomen. Bange mensen praatten in zijn "
                            "hoofd zachtjes.</p>"
                        ),
                    ),
                    (
                        "quote",
                        {
                            "text": "Als je één keer had gezwaaid, was ik naar bed gegaan.",
                            "source": "Lotte tegen Jurre",
                            "kind": "client",
                        },
                    ),
                    (
                        "paragraph",
                        (
                            "<p>Ze zijn niet meer bij elkaar gekomen. Wel hebben ze die middag nog een uur "
                            "op de parkeerplaats staan praten, buiten de auto. Het was volgens Lotte hun "
                            "beste gesprek in drie jaar. Ze vond het verdrietig en ook een beetje grappig, "
                            "dat het daarvoor eerst uit had moeten zijn.</p>"
                        ),
                    ),
                ],
            },
        ),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Trekker en duwer stellen dezelfde vraag: ben ik veilig bij jou? De een stelt "
                    "haar hardop, de ander wacht tot het stil genoeg is om het antwoord te geloven.</p>"
                ),
            },
        ),
        ("heading", {"level": "h2", "text": "Waarom een breuk alles uitvergroot"}),
        (
            "paragraph",
            (
                "<p>Een breuk is voor je hechting groot alarm. Wat je altijd al deed als het spannend "
                "werd, doe je nu met alle ramen open.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "De trekker na de breuk"}),
        (
            "paragraph",
            (
                "<p>Je schrijft berichten die je ‘afsluitend’ noemt en die stuk voor stuk eindigen met "
                "een vraagteken. Er ligt nog een trui. Zijn laatst-gezien ken je beter dan je eigen "
                "rooster. Bowlby sprak van protest, bij kinderen die naar de deur bleven kijken. Er is "
                "niets kinderachtigs aan. Het hoort bij een band die zich niet per brief laat "
                "opzeggen.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "De duwer na de breuk"}),
        (
            "paragraph",
            (
                "<p>Jij voelt eerst opluchting. Je slaapt diagonaal. Vrienden vinden dat je het knap "
                "doet. Weken later, soms maanden, sta je in de supermarkt bij haar merk yoghurt en "
                "moet je je mandje laten staan. Dat late verdriet is verwarrend, ook omdat niemand er "
                "meer naar vraagt.</p>"
                "<p>Ben jij degene die wacht, pas dan op met deze kennis. Het internet staat vol "
                "beloften over de vermijdende ex die na een vast aantal weken terugkomt. Ik ken dat "
                "schema niet. Sommige mensen komen terug, veel mensen niet, en een hechtingsstijl is "
                'geen dienstregeling. In <a href="page:komt-mijn-ex-terug">Komt mijn ex terug?</a> '
                "schreef ik daar eerlijker over dan je misschien hoopt.</p>"
            ),
        ),
        (
            "image",
            {
                "image": "eb",
                "alt": "Een breed strand bij eb, met een slingerende geul, voetstappen en een papieren bootje dat is drooggevallen",
                "decorative": False,
                "caption": "Bij eb zie je wat er al die tijd onder lag.",
                "width": "full",
            },
        ),
        (
            "signals",
            {
                "title": "Je oude alarm staat aan als je…",
                "items": [
                    "een bericht vijf keer herschrijft om achteloos te klinken",
                    (
                        "opgelucht bent wanneer een afspraak niet doorgaat en er een uur later "
                        "verdrietig om wordt"
                    ),
                    "uit één zin van je ex een heel karakter afleidt",
                    "ruzie zoekt op de avond voor een weekend samen",
                    "zegt dat je niemand nodig hebt, terwijl niemand het vroeg",
                ],
            },
        ),
        ("read_also", {"page": "geen-contact-met-je-ex", "text": ""}),
        ("heading", {"level": "h2", "text": "Wat je er nu mee kunt"}),
        (
            "paragraph",
            (
                "<p>Hechting is in contact ontstaan en verandert ook in contact. Onderzoekers spreken "
                "wel van verworven veiligheid: mensen met een wankele start die later, bij een partner "
                "of een goede therapeut, alsnog leren leunen. Snel gaat het niet. Het is baggerwerk, "
                "zoals je een haven uitdiept, schep voor schep en bij laag water.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Voor wie trekt"}),
        (
            "paragraph",
            (
                "<ul>"
                "<li><b>Begin bij je lichaam.</b> Voeten op de vloer, koud water over je polsen, een "
                "rondje om het blok. Een alarm luistert slecht naar argumenten.</li>"
                "<li><b>Laat het bericht slapen.</b> Schrijf het, leg je telefoon in een andere kamer "
                "en lees het morgen met koffie.</li>"
                "<li><b>Vraag één keer, in gewone taal.</b> ‘Ik vind het lastig als ik een dag niets "
                "hoor. Stuur je een berichtje als het laat wordt?’</li>"
                "<li><b>Verdeel het leunen.</b> Wie vier mensen kan bellen, hangt minder zwaar aan de "
                "vijfde.</li></ul>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Voor wie duwt"}),
        (
            "paragraph",
            (
                "<ul>"
                "<li><b>Zeg wanneer je terugkomt.</b> ‘Ik heb een uur nodig, om negen uur ben ik "
                "beneden’ klinkt heel anders dan een dichte deur.</li>"
                "<li><b>Noem iets kleins.</b> ‘Ik heb je gemist’ hoeft geen toespraak te worden.</li>"
                "<li><b>Wantrouw het vitten.</b> Erger je je plotseling aan hoe iemand soep eet, ga "
                "dan na hoe dichtbij het gisteren was.</li>"
                "<li><b>Laat je helpen.</b> Kies iets wat je prima zelf kunt en laat het een ander "
                "doen. Zeg dank je wel. Ga het niet overdoen.</li></ul>"
            ),
        ),
        ("heading", {"level": "h4", "text": "Een zin die aan beide kanten past"}),
        (
            "paragraph",
            (
                "<p>‘Er gaat iets in me aan. Geef me even, ik kom terug.’ Twee korte zinnetjes, te "
                "onthouden met een vol hoofd. Oefen ze op een dinsdag waarop er niets aan de hand is, "
                "dan liggen ze klaar.</p>"
            ),
        ),
        (
            "image",
            {
                "image": "twee-stoelen",
                "alt": "Twee lege stoelen naast elkaar op een strand, met de leuningen naar ons toe en de zon boven zee",
                "decorative": False,
                "caption": "Naast elkaar praat soms makkelijker dan tegenover elkaar.",
                "width": "text",
            },
        ),
        (
            "quote",
            {
                "text": "Wie lang aan een touw trekt, weet op het laatst alleen nog hoe een touw voelt.",
                "source": "Briefje op het prikbord van de praktijk",
                "kind": "saying",
            },
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": (
                    "<p>Afstand nemen van iemand die je kleineert, controleert of pijn doet, heeft met "
                    "vermijding niets te maken. Ben je bang voor je partner of ex, dan kun je dag en "
                    "nacht gratis overleggen met Veilig Thuis: 0800-2000. Bij direct gevaar bel je "
                    "112.</p>"
                ),
            },
        ),
        ("listen_also", {"episode": "hoop-is-geen-plan", "text": ""}),
        (
            "reflection",
            {
                "title": "Om bij stil te staan",
                "questions": [
                    (
                        "Wat deed jij als kind wanneer je troost nodig had, en hoe lijkt dat op wat je "
                        "nu doet?"
                    ),
                    "Bij wie kun je leunen zonder je schrap te zetten? Hoe merk je dat?",
                    ("Wat heeft je ex nooit over je angst geweten, omdat jij er iets anders van maakte?"),
                ],
            },
        ),
        ("lead_magnet", {"magnet": "roadmap"}),
        (
            "faq",
            {
                "title": "Vragen die vaak terugkomen",
                "items": [
                    {
                        "question": "Kan mijn hechtingsstijl veranderen?",
                        "answer": (
                            "<p>Ja, al gaat het langzaam. Ervaringen met betrouwbare mensen tellen "
                            "mee, en therapie kan helpen. De oude reflex blijft vaak bestaan; je leert "
                            "hem eerder horen.</p>"
                        ),
                    },
                    {
                        "question": "Hebben een trekker en een duwer samen een kans?",
                        "answer": (
                            "<p>Zeker, zolang ze allebei naar hun eigen pas willen kijken. Doet er één "
                            "al het werk, dan wordt dat werk vroeg of laat een nieuw verwijt.</p>"
                        ),
                    },
                    {
                        "question": "Mijn ex is vermijdend. Moet ik dat zeggen?",
                        "answer": (
                            "<p>Liever niet. Een etiket van een ex wordt zelden als cadeau uitgepakt. "
                            "Vertel wat er bij jou gebeurde en laat het daarbij.</p>"
                        ),
                    },
                    {
                        "question": "Heb ik een test nodig?",
                        "answer": (
                            "<p>Een test kan woorden geven. Je eigen laatste drie ruzies, eerlijk "
                            "opgeschreven, geven er meestal meer.</p>"
                        ),
                    },
                ],
            },
        ),
        ("divider", None),
        (
            "paragraph",
            (
                "<p>Vorig jaar kwam ik Lotte tegen op de markt, bij de kaas. Ze had iemand ontmoet. "
                "Hij klom ook, dat moest er kennelijk bij. Ik vroeg wat ze deed als hij laat was. ‘Dan "
                "zwaai ik,’ zei ze. En of hij dan terugzwaaide? Ze betaalde haar kaas en begon te "
                "lachen. ‘Hij knippert met zijn koplampen.’</p>"
            ),
        ),
        (
            "call_to_action",
            {
                "title": "Jouw kant van de dans bekijken?",
                "text": (
                    "In een gratis telefonische kennismaking van twintig minuten kijken we welke pas "
                    "jij steeds zet, en of begeleiding daarbij zin heeft."
                ),
                "button_text": "Lees over de begeleiding",
                "page": "begeleiding",
            },
        ),
    ],
}
