"""Demo article: Blijven malen over je ex."""

ARTICLE = {
    "slug": "blijven-malen-over-je-ex",
    "title": "Blijven malen over je ex",
    "intro": (
        "Kwart over drie, en je voert opnieuw het gesprek dat nooit heeft plaatsgevonden. Waarom "
        "je hoofd blijft draaien, en hoe je het af en toe kunt laten uitlopen."
    ),
    "category": ["loslaten"],
    "tags": ["piekeren", "slapen", "gedachten", "nacht"],
    "authors": ["joost-aldering"],
    "published": "2025-12-04T21:15",
    "revised": "2026-06-18T20:00",
    "hero": "blijven-malen-over-je-ex",
    "hero_alt": "Een papieren windmolen met draaiende wieken in de nacht, met kringen in de lucht en licht achter één raampje",
    "hero_caption": "Hij draait ook als er niets te malen valt.",
    "focus_keyphrase": "malen over je ex",
    "seo_title": "Blijven malen over je ex: zo komt je hoofd tot rust",
    "search_description": (
        "Lig je ’s nachts te malen over je ex? Waarom je hoofd de zaak niet kan sluiten, welke "
        "molen er draait en wat je kunt doen zodra het begint."
    ),
    "related": [
        "de-brief-die-je-niet-verstuurt",
        "de-eerste-nacht-alleen",
        "geen-contact-met-je-ex",
    ],
    "magnet": "roadmap",
    "sensitive": True,
    "body": [
        ("heading", {"level": "h2", "text": "De bel van half vier"}),
        (
            "paragraph",
            (
                "<p>In mijn jaren als verpleegkundige heb ik veel nachtdiensten gedraaid. Overdag "
                "vroegen mensen hoe laat de dokter kwam. ’s Nachts vroegen ze iets anders. Een man van "
                "in de zestig, opgenomen met zijn hart, drukte om half vier op de bel en wilde weten "
                "of je aan iemand kon merken dat hij wegging, voordat hij het zelf wist. Hij was negen "
                "jaar gescheiden. Ik heb zijn kussen opgeschud en naar de monitor gekeken, bij gebrek "
                "aan een antwoord.</p>"
                "<p>Malen over je ex lijkt sprekend op nadenken. Er is een vraag, er zijn "
                "aanwijzingen, je legt verbanden. Die laatste vakantie, dat telefoontje op het balkon, "
                "het zinnetje ‘ik ben gewoon moe’. Alleen levert nadenken op een gegeven moment iets "
                "op, een besluit of desnoods de conclusie dat je het niet weet. Malen levert de "
                "volgende ronde op.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Een hoofd dat de zaak niet kan sluiten"}),
        (
            "paragraph",
            (
                "<p>Je hoofd heeft een hekel aan verhalen zonder slot. Een afgebroken ruzie blijft "
                "langer hangen dan een uitgevochten ruzie, en een relatie die eindigt met een half "
                "gesprek in de auto is zo’n afgebroken ruzie in het groot. Je zoekt naar de afslag "
                "waar het anders had kunnen lopen. Dat zoeken heeft een voordeel waar je liever niet "
                "bij stilstaat: zolang de zaak openligt, is het nog niet helemaal voorbij. Je bent met "
                "je ex bezig, en dat is minder eenzaam dan een stil huis.</p>"
                "<p>Daarom helpt de raad ‘denk er dan niet aan’ zo slecht. Je verbiedt jezelf het "
                "laatste gezelschap dat je hebt.</p>"
            ),
        ),
        (
            "patterns",
            {
                "title": "Welke molen draait er bij jou?",
                "items": [
                    {
                        "term": "De rechtbank",
                        "explanation": (
                            "Je pleit. Tegen je ex, tegen jezelf, soms om de dag. Er is altijd nog een "
                            "bewijsstuk en nooit een rechter."
                        ),
                    },
                    {
                        "term": "De recherche",
                        "explanation": (
                            "Je reconstrueert. Wie was er op dat feestje, hoe laat ging de telefoon "
                            "uit, wat betekende die punt achter ‘oké’?"
                        ),
                    },
                    {
                        "term": "De herkansing",
                        "explanation": (
                            "Je speelt de laatste avond na, met betere tekst. In jouw versie blijft ze "
                            "zitten."
                        ),
                    },
                    {
                        "term": "De voorspelling",
                        "explanation": (
                            "Je ziet de ander met een nieuwe liefde in jullie vakantiehuisje. Het is "
                            "nooit gebeurd en je hebt er al een week verdriet van."
                        ),
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Een naam geeft een beetje afstand. ‘O, de rechtbank zit weer’ is een andere zin "
                "dan ‘ik had die avond nooit naar mijn zus moeten gaan’. De tweede trekt je naar "
                "binnen. Bij de eerste sta je nog even op de gang.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wat je kunt doen als het begint"}),
        ("heading", {"level": "h3", "text": "Geef het een tijd en een stoel"}),
        (
            "paragraph",
            (
                "<p>Kies een vast kwartier, liefst vroeg in de avond en nooit in bed. Ga op een stoel "
                "zitten die je verder weinig gebruikt. Schrijf in steekwoorden op wat er langskomt, "
                "zonder mooi te doen. Gaat de wekker, dan sta je op en doe je iets waar je handen voor "
                "nodig hebt: de afwas, een fietsband, een kilo uien. Komt het malen buiten "
                "kantooruren, dan zeg je: morgen om zeven uur. De eerste dagen lacht je hoofd je uit. "
                "Hou het een week of twee vol voor je oordeelt.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Stel een vraag die af kan"}),
        (
            "paragraph",
            (
                "<p>‘Waarom ging hij weg?’ heeft geen bodem. Het antwoord ligt bij een ander, en die "
                "weet het misschien zelf maar half. Probeer een vraag waar je vandaag nog mee klaar "
                "kunt zijn.</p><ul>"
                "<li>Voor ‘waarom was ik niet genoeg?’: wie kan ik vanavond bellen?</li>"
                "<li>Voor ‘wat doet ze nu?’: wat eet ik straks, en met wie?</li>"
                "<li>Voor ‘had ik het kunnen voorkomen?’: wat had ik toen nodig en heb ik nooit "
                "gevraagd?</li></ul>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Haal de wind weg"}),
        (
            "paragraph",
            (
                "<p>Een molen draait op wind, en die wind ligt tegenwoordig op je nachtkastje en heeft "
                "een scherm. Elke blik op het profiel van je ex levert nieuw materiaal op voor de "
                "recherche. Leg je telefoon ’s avonds in de gang en koop een wekker van een tientje. "
                "Zijn de foto’s te veel om te bewaren en te veel om weg te gooien, zet ze dan op een "
                "stick en geef die aan iemand met een zolder. Over wel of geen berichten schreef Marit "
                'uitvoerig in <a href="page:geen-contact-met-je-ex">Geen contact met je ex</a>.</p>'
            ),
        ),
        (
            "image",
            {
                "image": "lamp-in-het-raam",
                "alt": "Een verlicht raam in een donkere bakstenen muur, met een lamp en een kop thee op de vensterbank",
                "decorative": False,
                "caption": "Er is altijd nog iemand wakker, al is het de nachtdienst.",
                "width": "wide",
            },
        ),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Een gedachte die tien keer is langsgekomen, heeft je tien keer hetzelfde "
                    "verteld. De elfde keer mag je haar laten doorlopen.</p>"
                ),
            },
        ),
        ("read_also", {"page": "de-brief-die-je-niet-verstuurt", "text": ""}),
        ("heading", {"level": "h2", "text": "Als het te donker wordt"}),
        (
            "signals",
            {
                "title": "Tijd om er iemand bij te halen",
                "items": [
                    "Je slaapt al weken slecht en komt de dag niet meer fatsoenlijk door.",
                    "Je eet nauwelijks, of je drinkt om het stil te krijgen.",
                    (
                        "Je rijdt langs het huis of het werk van je ex, terwijl je jezelf beloofd had "
                        "dat te laten."
                    ),
                    "Je denkt dat het voor iedereen beter zou zijn als je er niet was.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Herken je iets uit de eerste drie regels, maak dan een afspraak met je huisarts. "
                "Die heeft het vaker gehoord. Herken je de laatste, wacht dan niet tot de ochtend: bel "
                "113 of gratis 0800-0113, dag en nacht, of chat via <a "
                'href="https://www.113.nl">113.nl</a>. Je hoeft geen goede reden te hebben om te '
                "bellen en je mag huilen in plaats van praten.</p>"
                "<p>De man van half vier belde die week elke nacht, telkens iets later. De laatste "
                "keer was het zes uur en wilde hij koffie. Hij was tegen vieren wakker geworden, zei "
                "hij, en had liggen luisteren. ‘En?’ vroeg ik. ‘Een merel,’ zei hij. ‘Twee uur lang "
                "dezelfde merel.’ Dichter bij rust heb ik hem niet zien komen. Ik vond het dichtbij "
                "genoeg.</p>"
            ),
        ),
        (
            "reflection",
            {
                "title": "Voor op de stoel",
                "questions": [
                    "Welke molen draait er bij jou het vaakst, en op welk uur?",
                    "Wat zou je moeten voelen als je hoofd een avond zweeg?",
                    "Welke vraag over je ex mag wat jou betreft onbeantwoord blijven?",
                ],
            },
        ),
    ],
}
