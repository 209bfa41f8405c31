"""Demo article: living together after the relationship has ended."""

ARTICLE = {
    "slug": "uit-elkaar-en-toch-onder-een-dak",
    "title": "Uit elkaar en toch nog onder één dak",
    "intro": (
        "Het is uit, en toch zet er ’s ochtends iemand koffie in jouw keuken. Over wonen met je ex "
        "zonder de breuk elke dag opnieuw mee te maken."
    ),
    "category": ["net-uit-elkaar"],
    "tags": ["samenwonen", "afspraken", "kinderen", "wonen"],
    "authors": ["marit-van-wezel"],
    "published": "2026-04-12T10:00",
    "revised": None,
    "hero": "uit-elkaar-en-toch-onder-een-dak",
    "hero_alt": "Een opengewerkt huis met een muur in het midden; aan weerszijden zit iemand op een bank, met de rug naar de ander",
    "hero_caption": "Eén dak, twee lampen, een muur die niet dik genoeg is.",
    "focus_keyphrase": "uit elkaar en samenwonen",
    "seo_title": "Uit elkaar en nog samenwonen: zo hou je het vol",
    "search_description": (
        "Uit elkaar en samenwonen: een einddatum afspreken, huisregels die werken, avonden die op "
        "vroeger lijken en wat je doet als het onveilig is."
    ),
    "related": ["geen-contact-met-je-ex", "de-eerste-nacht-alleen"],
    "magnet": "roadmap",
    "sensitive": True,
    "body": [
        ("heading", {"level": "h2", "text": "De middelste plank"}),
        (
            "paragraph",
            (
                "<p>Een vrouw vertelde me dat het echte einde van haar relatie een strook "
                "schilderstape was. Haar ex had die over de middelste plank van de koelkast geplakt, "
                "met hun initialen aan weerszijden. Twaalf jaar samen, en nu had de hummus een "
                "eigenaar. Ze moest er vreselijk om huilen en een kwartier later om lachen, en "
                "daarna legde ze haar kaas aan de goede kant.</p>"
                "<p>Een woning vinden duurt maanden, een huis verkopen soms ook, en twee keer huur "
                "past in weinig portemonnees. Dus wonen heel wat mensen uit elkaar onder hetzelfde "
                "dak. Je leeft dan in iets wat op een relatie lijkt en het niet meer is. Met goede "
                "afspraken wordt dat lichter. Gezellig wordt het zelden, en dat hoeft ook niet.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Begin met een einddatum"}),
        (
            "paragraph",
            (
                "<p>Spreek een datum af, ook als je hem nog niet zeker weet. ‘Op 1 juni zitten we "
                "weer aan tafel en dan heeft één van ons een plek’ is een afspraak. ‘Tot we iets "
                "hebben’ is een toestand, en toestanden kunnen jaren duren.</p>"
                "<p>Regel daarna wie waar slaapt. Een bank is voor logés. Gaat het om weken, geef "
                "dan ieder een deur die dicht kan, of ruil. Ik ken een stel dat het bed op "
                "zondagavond overdroeg met schone lakens, als een wisseling van de wacht.</p>"
                "<p>Zoek ook uit waar je juridisch staat voordat iemand in een opwelling zijn "
                "sleutels inlevert. Wie mag blijven hangt onder meer af van het huurcontract of de "
                "koopakte, en zolang jullie op één adres staan ingeschreven, kan de Belastingdienst "
                "jullie voor de toeslagen als partners blijven zien. Het Juridisch Loket helpt je op "
                "weg, en wie weinig verdient krijgt er gratis advies.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Huisregels voor een stel dat er geen meer is"}),
        (
            "table",
            {
                "caption": "Een voorbeeld om in te strepen en over te schrijven",
                "head": ["Onderwerp", "Afspraak die vaak werkt"],
                "rows": [
                    [
                        "Eten",
                        "Ieder kookt voor zichzelf, of op vaste dagen samen vanwege de kinderen.",
                    ],
                    ["De woonkamer", "Om en om een avond, met een eigen plek voor de ander."],
                    [
                        "Weg van huis",
                        "Je laat weten of je thuis slaapt. Bij wie je bent, is van jou.",
                    ],
                    ["Praten over de breuk", "Eén vast uur in de week, overdag, met een eindtijd."],
                    ["Nieuwe liefdes", "Komen niet binnen zolang jullie er allebei wonen."],
                    ["Geld", "Eén lijst met vaste lasten, voor allebei te zien."],
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Dat vaste praatuur klinkt stijf. Het voorkomt dat een opmerking over de "
                "vaatwasser eindigt bij de vakantie van 2019. Wat je op dinsdag te binnen schiet, "
                "schrijf je op een briefje voor zaterdag. De helft blijkt dan verlopen.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Jullie zijn tijdelijk huisgenoten met een verleden. Aan een huisgenoot mag "
                    "je vragen of de was uit de machine kan. Of hij nog aan je denkt, bewaar je voor "
                    "het praatuur, als het echt moet.</p>"
                ),
            },
        ),
        ("heading", {"level": "h2", "text": "Avonden die op vroeger lijken"}),
        (
            "paragraph",
            (
                "<p>Het lastigst zijn vaak de goede avonden. Er is een serie waar jullie halverwege "
                "waren, er is een fles open, en de laatste ruzie is weken geleden. Niemand doet iets "
                "verkeerd. Toch liggen er de volgende ochtend twee mensen wakker met twee "
                "verschillende verhalen over wat er gebeurd is.</p>"
            ),
        ),
        (
            "case_study",
            {
                "names": "Femke en Ruben",
                "ages": "38 en 41",
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Ze hadden het besluit in januari genomen en de verhuizing stond voor "
                            "mei. In maart sliepen ze twee keer bij elkaar, na een verjaardag en na "
                            "een begrafenis. Femke dacht daarna dat het goed kwam. Ruben dacht dat "
                            "ze op een mooie manier afscheid namen. Ze kwamen er pas achter toen "
                            "Femke voorstelde de makelaar af te bellen.</p>"
                            "<p>Ze maakten één nieuwe afspraak: geen drank met z’n tweeën, en op "
                            "vrijdagavond is Femke bij haar zus. De serie kijkt ieder nu voor zich. "
                            "Volgens Ruben valt het laatste seizoen tegen, maar dat vertelde hij "
                            "haar pas in juni.</p>"
                        ),
                    ),
                    (
                        "quote",
                        {
                            "text": (
                                "Het moeilijkste was dat hij aardig bleef. Op een rotzak was ik "
                                "eerder uitgekeken."
                            ),
                            "source": "Femke",
                            "kind": "client",
                        },
                    ),
                ],
            },
        ),
        ("heading", {"level": "h2", "text": "Als er kinderen meekijken"}),
        (
            "paragraph",
            (
                "<p>Kinderen lezen schilderstape ook. Vertel het samen, kort, en zeg erbij wat "
                "hetzelfde blijft: de school, de hond, pannenkoeken op woensdag. Laat ze weten dat "
                "zij het niet hoeven op te lossen en ook geen boodschappen hoeven over te brengen. "
                "Ouders met gezamenlijk gezag maken bij het uit elkaar gaan een ouderschapsplan; "
                "begin daaraan terwijl je nog op één adres woont, want de gesprekken worden er later "
                "niet korter op.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wanneer je niet hoeft te wachten"}),
        (
            "paragraph",
            (
                "<p>Alles hierboven gaat uit van twee mensen die elkaar met rust kunnen laten. Word "
                "je bedreigd of gevolgd, leest iemand je telefoon of durf je ’s avonds niet naar "
                "beneden, dan vervalt de einddatum. Bel Veilig Thuis, dag en nacht en gratis op "
                "0800-2000, en bij direct gevaar 112. Ze denken mee over een veilige plek, ook als "
                "je nog niets besloten hebt.</p>"
            ),
        ),
        (
            "reflection",
            {
                "title": "Drie vragen voor bij de koelkast",
                "questions": [
                    (
                        "Welk moment van de dag ziet er nog uit alsof er niets veranderd is, en wil "
                        "je dat zo houden?"
                    ),
                    "Welke afspraak denk je al weken dat vanzelf spreekt, en heb je nooit hardop gemaakt?",
                    "Bij wie kun je één vaste avond per week terecht, zodat het huis even van de ander is?",
                ],
            },
        ),
        (
            "read_also",
            {
                "page": "geen-contact-met-je-ex",
                "text": "Wat geen contact doet, en wanneer het niet werkt",
            },
        ),
    ],
}
