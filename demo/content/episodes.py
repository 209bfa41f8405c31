"""Three podcast episodes; each audio file is a short demo sound without speech."""

from typing import Any

EPISODES: list[dict[str, Any]] = [
    {
        "slug": "als-het-huis-stil-is",
        "title": "Als het huis stil is",
        "number": 1,
        "summary": "Joost en Marit over de eerste weken in een huis waar iemand ontbreekt: de geluiden, de lege kant van het bed en de zondag om vier uur.",
        "published": "2026-09-06T19:00",
        "cover": "aflevering-1",
        "audio": "als-het-huis-stil-is.mp3",
        "season": 1,
        "hosts": ["marit-van-wezel", "joost-aldering"],
        "chapters": [
            (0, "Het huis hoort je", "papieren-heuvels"),
            (9, "De lege kant van het bed", None),
            (18, "Zondag om vier uur", None),
            (27, "Eén stoel die van jou is", None),
        ],
        "articles": ["de-eerste-nacht-alleen", "uit-elkaar-en-toch-onder-een-dak"],
        "transcript": [
            (1, 4.6, "Marit", "Een huis maakt meer geluid dan je denkt."),
            (4.6, 8.8, "Marit", "Pas als er iemand weg is, hoor je de koelkast en de leidingen."),
            (9, 13, "Joost", "En het bed. De ene kant blijft koud, ook als je erop gaat liggen."),
            (13, 17.6, "Joost", "In mijn nachtdiensten zag ik dat iedereen dan een kussen naast zich legt."),
            (
                18,
                22.5,
                "Marit",
                "De zondagmiddag om vier uur is voor veel mensen het stilste uur van de week.",
            ),
            (22.5, 26.6, "Joost", "Plan die dan op donderdag al. Het hoeft niets groots te zijn."),
            (27, 31, "Marit", "Eén stoel in huis die alleen van jou is, dat volstaat voor de eerste weken."),
            (31, 35.5, "Joost", "En de rest van het huis komt later wel."),
        ],
        "guests": [],
        "body": [
            (
                "paragraph",
                "<p>Een huis maakt meer geluid dan je denkt. Pas als er iemand weg is, hoor je de koelkast, de leidingen en de buurvrouw met haar trap. In deze eerste aflevering praten we over de weken waarin de stilte nog nieuw is en je steeds bijna iets terugroept naar de gang.</p>"
                "<p>Joost vertelt over zijn nachtdiensten en over wat hij van slapeloze mensen leerde. Marit bekent dat ze maandenlang de radio liet praten in een kamer waar ze nooit kwam.</p>",
            ),
            ("heading", {"level": "h2", "text": "Wat er langskomt"}),
            (
                "paragraph",
                "<ul><li>Waarom stilte na een breuk zo hard klinkt, en wat je lijf ervan maakt.</li>"
                "<li>De eerste nacht: alleen doen wat je tot morgenochtend nodig hebt.</li>"
                "<li>Zijn spullen, haar spullen en de doos die je voorlopig dichtlaat.</li>"
                "<li>Samen onder één dak blijven wonen als dat even niet anders kan.</li>"
                "<li>De zondagmiddag, en waarom je die het best op donderdag al plant.</li>"
                "<li>Wie je belt als je bang wordt van je eigen gedachten.</li></ul>",
            ),
            (
                "insight",
                {
                    "label": "remember",
                    "text": "<p>Je hoeft het huis niet meteen opnieuw in te richten. Eén stoel die alleen van jou is, volstaat voor de eerste weken.</p>",
                },
            ),
            ("heading", {"level": "h2", "text": "Verder lezen"}),
            (
                "paragraph",
                '<ul><li><a href="page:de-eerste-nacht-alleen">De eerste nacht alleen</a></li>'
                '<li><a href="page:waarom-liefdesverdriet-lichamelijk-pijn-doet">Waarom liefdesverdriet lichamelijk pijn doet</a></li>'
                '<li><a href="page:uit-elkaar-en-toch-onder-een-dak">Uit elkaar en toch nog onder één dak</a></li></ul>'
                "<p>Dit is een demo-aflevering. Het geluid is een kort fragment van getij en piano, zonder gesproken tekst. De opzet hierboven laat zien hoe de notities bij een echte aflevering eruitzien. Gaat het nu niet goed met je, bel dan 113 of gratis 0800-0113, dag en nacht.</p>",
            ),
        ],
    },
    {
        "slug": "hoop-is-geen-plan",
        "title": "Hoop is geen plan",
        "number": 2,
        "summary": "Mag je blijven hopen? Marit en Joost over wachten, berichten die van alles kunnen betekenen en een datum in je agenda.",
        "published": "2026-10-04T19:00",
        "cover": "aflevering-2",
        "audio": "hoop-is-geen-plan.mp3",
        "season": 1,
        "hosts": ["marit-van-wezel", "joost-aldering"],
        "chapters": [
            (0, "Hopen mag", None),
            (8, "Wachten is iets anders", "twee-cirkels"),
            (17, "Een bericht zonder handschrift", None),
            (26, "Een datum in je agenda", None),
        ],
        "articles": ["komt-mijn-ex-terug", "blijven-malen-over-je-ex"],
        "transcript": [
            (
                1,
                4.2,
                "Marit",
                "‘Ik hoop nog’, zeggen mensen, en ze kijken erbij alsof ze iets gestolen hebben.",
            ),
            (4.2, 7.8, "Marit", "In deze aflevering mag het gewoon. Hoop is geen fout."),
            (8, 12, "Joost", "Lastig wordt het als hoop je agenda gaat beheren."),
            (
                12,
                16.8,
                "Hanne",
                "Ik boekte geen vakantie, omdat er misschien gebeld zou worden. Twee zomers lang.",
            ),
            (17, 21, "Marit", "Eén vriendelijk berichtje kan je drie weken terug gooien."),
            (
                21,
                25.6,
                "Hanne",
                "Ik legde mijn telefoon ’s avonds in de broodtrommel. Dat werkte, tot ik trek kreeg.",
            ),
            (26, 29.5, "Joost", "Kies een datum waarop je opnieuw kijkt."),
            (29.5, 33.4, "Joost", "En leef tot die tijd alsof er niet gebeld wordt. Hoop is geen plan."),
        ],
        "guests": [
            {
                "name": "Hanne Veldhuis",
                "role": "die haar telefoon in de broodtrommel legde",
                "url": "",
                "portrait": None,
            },
        ],
        "body": [
            (
                "paragraph",
                "<p>‘Ik hoop nog’, zeggen mensen, en ze kijken erbij alsof ze iets gestolen hebben. In deze aflevering mag het gewoon. Hoop is geen fout. Lastig wordt het als hoop je agenda gaat beheren: als je geen vakantie boekt, omdat er misschien gebeld wordt.</p>"
                "<p>Marit legt uit waarom één vriendelijk berichtje je drie weken terug kan gooien. Joost vertelt over een cliënt die haar telefoon ’s avonds in de broodtrommel legde. Dat werkte, tot ze trek kreeg.</p>",
            ),
            ("heading", {"level": "h2", "text": "Wat er langskomt"}),
            (
                "paragraph",
                "<ul><li>Het verschil tussen hopen en wachten.</li>"
                "<li>Hoe je een bericht leest zonder er een handschrift bij te verzinnen.</li>"
                "<li>Geen contact: voor wie het rust geeft en voor wie het simpelweg onmogelijk is.</li>"
                "<li>Wat je wel kunt doen als alleen jij hulp wilt en de ander afhaakt.</li>"
                "<li>Een datum kiezen waarop je opnieuw kijkt, en tot die tijd leven.</li>"
                "<li>Malen: waarom je hoofd steeds dezelfde zaak heropent.</li></ul>",
            ),
            (
                "quote",
                {
                    "text": "Je mag een kaars voor het raam zetten. Blijf alleen niet de hele winter bij dat raam staan.",
                    "source": "Marit, in deze aflevering",
                    "kind": "saying",
                },
            ),
            ("heading", {"level": "h2", "text": "Verder lezen"}),
            (
                "paragraph",
                '<ul><li><a href="page:komt-mijn-ex-terug">Komt mijn ex terug? Eerlijk over hoop</a></li>'
                '<li><a href="page:geen-contact-met-je-ex">Geen contact met je ex: wat het doet en wanneer het niet werkt</a></li>'
                '<li><a href="page:mijn-partner-wil-niet-in-therapie">Mijn partner wil niet in therapie</a></li>'
                '<li><a href="page:blijven-malen-over-je-ex">Blijven malen over je ex</a></li></ul>'
                "<p>Dit is een demo-aflevering. Je hoort een kort fragment van getij en piano, zonder gesproken tekst. De mensen en voorbeelden in deze notities zijn verzonnen.</p>",
            ),
        ],
    },
    {
        "slug": "de-eerste-date-daarna",
        "title": "De eerste date daarna",
        "number": 3,
        "summary": "Over een te schoon overhemd, twee koppen koffie en de vraag of je er al aan toe bent. Met een pleidooi voor korte afspraken.",
        "published": "2026-11-01T19:00",
        "cover": "aflevering-3",
        "audio": "de-eerste-date-daarna.mp3",
        "season": 2,
        "hosts": ["marit-van-wezel", "joost-aldering"],
        "chapters": [
            (0, "Een te schoon overhemd", None),
            (10, "Nieuwsgierig of op de vlucht", None),
            (20, "De date van een uur", "twee-stoelen"),
        ],
        "articles": ["opnieuw-daten-na-liefdesverdriet", "grenzen-in-een-nieuwe-relatie"],
        "transcript": [
            (1, 5, "Joost", "Er komt een middag waarop iemand vraagt of je een keer koffie wilt drinken."),
            (5, 9.6, "Joost", "Ik zei ja, en zat drie dagen met de vraag wat ik aan moest."),
            (10, 14.4, "Marit", "Hoe merk je of je nieuwsgierig bent, of dat je vooral vlucht?"),
            (14.4, 19.6, "Marit", "Wie vlucht, heeft haast. Nieuwsgierigheid kan best een week wachten."),
            (20, 24.8, "Joost", "Spreek een uur af: een begin, een eind en een jas in de buurt."),
            (24.8, 29, "Marit", "En daarna hoef je maar één vraag te beantwoorden: wil ik nog een uur?"),
            (29, 33.2, "Joost", "Over de rest van je leven mag je een andere keer nadenken."),
        ],
        "guests": [],
        "body": [
            (
                "paragraph",
                "<p>Er komt een middag waarop iemand vraagt of je een keer koffie wilt drinken. Je zegt ja en je zit vervolgens drie dagen met de vraag wat je aan moet. In deze aflevering vertellen Marit en Joost allebei over hun eerste date na de breuk. De ene eindigde in een parkeergarage, de andere in een lekkend tuinhuisje. Van geen van beide kwam iets, en ze waren allebei de moeite waard.</p>"
                "<p>We praten over zenuwen en schuldgevoel, en over de ex die toch mee aan tafel schuift.</p>",
            ),
            ("heading", {"level": "h2", "text": "Wat er langskomt"}),
            (
                "paragraph",
                "<ul><li>Hoe je merkt dat je nieuwsgierig bent, en hoe je merkt dat je vooral vlucht.</li>"
                "<li>De date van een uur: een begin, een eind en een jas in de buurt.</li>"
                "<li>Wat je vertelt over je vorige relatie, en wat nog even van jou blijft.</li>"
                "<li>Trekken en duwen: oude hechting bij een nieuw gezicht.</li>"
                "<li>Een grens noemen op dag één, op een toon waarop je ook om de melk vraagt.</li>"
                "<li>Vertrouwen als je eerder bedrogen bent.</li></ul>",
            ),
            (
                "insight",
                {
                    "label": "insight",
                    "text": "<p>Na een eerste date hoef je maar één vraag te beantwoorden: wil ik nog een uur? Over de rest van je leven mag je een andere keer nadenken.</p>",
                },
            ),
            ("heading", {"level": "h2", "text": "Verder lezen"}),
            (
                "paragraph",
                '<ul><li><a href="page:opnieuw-daten-na-liefdesverdriet">Opnieuw daten na liefdesverdriet</a></li>'
                '<li><a href="page:hechtingsstijlen-in-de-liefde">Hechtingsstijlen: waarom jij trekt en de ander duwt</a></li>'
                '<li><a href="page:grenzen-in-een-nieuwe-relatie">Grenzen in een nieuwe relatie</a></li>'
                '<li><a href="page:vertrouwen-na-ontrouw">Vertrouwen na ontrouw</a></li></ul>'
                "<p>Dit is een demo-aflevering. Het geluid is een kort fragment van getij en piano, zonder gesproken tekst. Het tuinhuisje heeft nooit bestaan, en het lek dus evenmin.</p>",
            ),
        ],
    },
]
