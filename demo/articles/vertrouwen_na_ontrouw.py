"""Demo article: Vertrouwen na ontrouw."""

ARTICLE = {
    "slug": "vertrouwen-na-ontrouw",
    "title": "Vertrouwen na ontrouw",
    "intro": (
        "Of je samen verdergaat of met een ander opnieuw begint: na bedrog kijk je anders naar een "
        "telefoon die trilt. Hoe vertrouwen terugkomt, en waaraan je dat merkt."
    ),
    "category": ["weer-durven"],
    "tags": ["ontrouw", "vreemdgaan", "vertrouwen", "jaloezie"],
    "authors": ["marit-van-wezel"],
    "published": "2026-09-13T20:15",
    "revised": "2026-10-25T18:30",
    "hero": "vertrouwen-na-ontrouw",
    "hero_alt": "Een witte kom met gelijmde, goudkleurige barsten, tegen een roze zon",
    "hero_caption": "Gelijmd is iets anders dan nooit gebroken. Er past weer iets in.",
    "focus_keyphrase": "vertrouwen na ontrouw",
    "seo_title": "Vertrouwen na ontrouw: hoe het langzaam terugkomt",
    "search_description": (
        "Hoe groeit vertrouwen na ontrouw, samen of met een nieuwe liefde? Over vragen stellen, "
        "oude schrik en de kleine beloften waar het op aankomt."
    ),
    "related": [
        "grenzen-in-een-nieuwe-relatie",
        "blijven-malen-over-je-ex",
        "opnieuw-daten-na-liefdesverdriet",
    ],
    "magnet": "roadmap",
    "sensitive": True,
    "body": [
        ("heading", {"level": "h2", "text": "Het bonnetje"}),
        (
            "paragraph",
            (
                "<p>Nynke had het ontdekt door een bonnetje in een jaszak. Twee cappuccino en één "
                "appelpunt, op een woensdag waarop haar man in Zwolle zat. Toen ze bij mij kwam, wist "
                "ze alles al: de naam, de maanden, het hotel langs de A28. Het hotel kon ze hebben, "
                "zei ze. ‘Maar die ene appelpunt. Wij deelden nooit.’</p>"
                "<p>Ik heb dat bonnetje onthouden. Bij ontrouw denken mensen aan seks, en die doet er "
                "natuurlijk toe. Maar wat er ’s nachts terugkomt is vaak iets kleins, dat bij jullie "
                "had moeten horen.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wat er allemaal stuk is"}),
        (
            "paragraph",
            (
                "<p>Wie bedrogen wordt, verliest met terugwerkende kracht. Je bladert door foto’s van "
                "een weekend op Texel en rekent uit of het toen al speelde. Je partner was daar, met "
                "zand in zijn haar, en je weet niet meer wie je ziet.</p>"
                "<p>Daaronder ligt een tweede breuk, waar minder over gepraat wordt. Je hebt het niet "
                "gemerkt, of je hebt het gemerkt en je laten geruststellen. Het vertrouwen in de ander "
                "is weg en dat in je eigen ogen is meegegaan. Dat laatste kun je niet van een ander "
                "terugkrijgen, ook al doet die nog zo zijn best.</p>"
                "<p>Zo’n ontdekking kan je hard onderuithalen. Kun je weken niet slapen of werken, ga "
                "dan naar je huisarts. Denk je eraan niet meer te willen leven, bel dan 113 of gratis "
                "0800-0113, op elk uur.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Als jullie samen verder willen"}),
        (
            "paragraph",
            (
                "<p>Dat kan. Ik heb vertrouwen na ontrouw zien terugkomen, en ik heb stellen gezien "
                "die bleven en elkaar jarenlang straften. Het verschil zat zelden in de ernst van het "
                "bedrog. Wat ik bij de eerste groep terugzie:</p><ul>"
                "<li>Het andere contact is over, helemaal, en dat hoeft niet elke week bewezen te "
                "worden.</li>"
                "<li>De vragen mogen terugkomen. Ook de veertigste keer volgt er een antwoord zonder "
                "zucht.</li>"
                "<li>Degene die vreemdging vertelt dingen uit zichzelf, zodat de ander geen "
                "rechercheur hoeft te worden.</li>"
                "<li>Na een tijd gaat het gesprek ook over de relatie van daarvoor, zonder dat die een "
                "excuus wordt.</li></ul>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Hoeveel wil je weten?"}),
        (
            "paragraph",
            (
                "<p>Vraag wat je nodig hebt om te kunnen kiezen. Hoelang, wie, is het voorbij, loop ik "
                "een risico voor mijn gezondheid? Daar heb je recht op. Over de rest mag je een nacht "
                "slapen. Details die je eenmaal kent, gaan met je mee naar elk hotel. Schrijf de vraag "
                "op, leg hem drie dagen in een la en kijk of je het antwoord dan nog wilt.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Als jij degene bent die vreemdging"}),
        (
            "paragraph",
            (
                "<p>Sorry zeggen duurt een halve minuut. Daarna begint het saaie werk: bellen als je "
                "later bent, je agenda op tafel, thuiskomen op het uur dat je noemde. Het voelt soms "
                "als een enkelband. Bedenk dan dat de ander er ook een draagt en er niet om gevraagd "
                "heeft. En spreek af dat er een eind aan komt. Toezicht is een spalk, op den duur moet "
                "het been weer zelf.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Vertrouwen groeit zoals een duin groeit. Er waait telkens een beetje zand aan, "
                    "en er staat iets wat het vasthoudt.</p>"
                ),
            },
        ),
        (
            "image",
            {
                "image": "vloed",
                "alt": "Golven van papier die in lagen oplopen, met een lage zon erachter",
                "decorative": False,
                "caption": "Het komt terug zoals het wegging, met een handbreed per keer.",
                "width": "wide",
            },
        ),
        ("heading", {"level": "h2", "text": "Als er een nieuwe liefde is"}),
        (
            "paragraph",
            (
                "<p>Dan zit je tegenover iemand die niets gedaan heeft. Hij legt zijn telefoon met het "
                "scherm naar beneden, zoals de helft van Nederland, en jouw maag draait om. De "
                "verleiding is groot om de rekening van je ex bij hem neer te leggen, of om te zwijgen "
                "en stiekem te gaan kijken.</p>"
                "<p>Er is een derde weg, die meer moed kost. Je zegt: ‘Dit is een oude schrik. Je "
                "hoeft er niets aan te doen, ik wil alleen dat je weet waar ik ben.’ Iemand die goed "
                "voor je is, draait dan misschien zijn telefoon om. Vraag er liever niet om. Wat hij "
                "uit zichzelf doet, is meer waard dan wat je hebt afgedwongen. Hoe je wel om iets "
                "vraagt dat je nodig hebt, beschrijft Joost in <a "
                'href="page:grenzen-in-een-nieuwe-relatie">Grenzen in een nieuwe relatie</a>.</p>'
            ),
        ),
        (
            "signals",
            {
                "title": "Je merkt dat het groeit als…",
                "items": [
                    "hij belt dat hij later is voordat jij op de klok keek",
                    "je een vraag stelt uit nieuwsgierigheid en er geen val van maakt",
                    "je onrust voelt, haar uitspreekt en daarna gewoon verder eet",
                    "je een avond alleen bent en vergeet te controleren wanneer de ander online was",
                ],
            },
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": (
                    "<p>Bedrogen zijn geeft verdriet en woede. Het geeft niemand het recht om te "
                    "dreigen, te slaan of de ander op te sluiten. Gebeurt dat bij jullie, door wie dan "
                    "ook, bel dan Veilig Thuis: gratis en dag en nacht, 0800-2000.</p>"
                ),
            },
        ),
        (
            "case_study",
            {
                "names": "Nynke en Mathijs",
                "ages": "47 en 49",
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Ze zijn gebleven. Het eerste jaar was bar: Nynke huilde in de auto bij "
                            "elke afslag naar Zwolle, Mathijs leerde antwoorden zonder zich te verdedigen, "
                            "wat hem ongeveer negen maanden kostte. Vlak voor de zomer kwamen ze nog één "
                            "keer langs. Ze waren in dat café geweest, op haar voorstel. Ze wilde het geen "
                            "heilige grond laten worden.</p>"
                            "<p>De serveerster kwam, en Mathijs werd rood tot achter zijn oren.</p>"
                        ),
                    ),
                    (
                        "quote",
                        {
                            "text": "Ik neem appelpunt. En jij bestelt er zelf een.",
                            "source": "Nynke tegen Mathijs",
                            "kind": "client",
                        },
                    ),
                ],
            },
        ),
        (
            "reflection",
            {
                "title": "Voor jezelf",
                "questions": [
                    "Welk klein ding blijft terugkomen, en wat had het voor jullie betekend?",
                    "Wat zagen je eigen ogen destijds al, en wat heb je ermee gedaan?",
                    "Welke kleine belofte is deze maand nagekomen zonder dat je erom vroeg?",
                ],
            },
        ),
        (
            "call_to_action",
            {
                "title": "Samen of alleen verder kijken?",
                "text": (
                    "Je hoeft nog niet te weten of je blijft. Ook de twijfel zelf is een goede reden "
                    "voor een gesprek."
                ),
                "button_text": "Lees over de begeleiding",
                "page": "begeleiding",
            },
        ),
    ],
}
