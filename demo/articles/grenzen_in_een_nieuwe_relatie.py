"""Demo article: Grenzen in een nieuwe relatie."""

ARTICLE = {
    "slug": "grenzen-in-een-nieuwe-relatie",
    "title": "Grenzen in een nieuwe relatie",
    "intro": (
        "Deze keer wil je het goed doen, en dus zeg je ja: tegen de caravan, de schoonfamilie en "
        "de sleutel. Over nee zeggen terwijl je verliefd bent."
    ),
    "category": ["weer-durven"],
    "tags": ["grenzen", "nieuwe relatie", "nee zeggen"],
    "authors": ["joost-aldering"],
    "published": "2026-07-05T19:30",
    "revised": None,
    "hero": "grenzen-in-een-nieuwe-relatie",
    "hero_alt": "Een huis achter een bloeiende heg, met een wit hek dat openstaat en een pad naar de deur",
    "hero_caption": "Laag genoeg om overheen te kijken, met een hek dat open kan.",
    "focus_keyphrase": "grenzen in een nieuwe relatie",
    "seo_title": "Grenzen in een nieuwe relatie: vroeg en vriendelijk",
    "search_description": (
        "Grenzen in een nieuwe relatie aangeven is lastig als je net weer durft. Met "
        "voorbeeldzinnen, oefeningen in het klein en tekenen om serieus te nemen."
    ),
    "related": [
        "hechtingsstijlen-in-de-liefde",
        "opnieuw-daten-na-liefdesverdriet",
        "vertrouwen-na-ontrouw",
    ],
    "magnet": None,
    "sensitive": True,
    "body": [
        ("heading", {"level": "h2", "text": "Acht zomers op een matje"}),
        (
            "paragraph",
            (
                "<p>Als verpleegkundige was ik goed in grenzen, zolang ik mijn uniform aanhad. ‘Ik kom "
                "over tien minuten bij u, eerst moet ik naar meneer op kamer zes.’ Niemand werd daar "
                "boos om. Thuis, in een spijkerbroek, zei ik tegen mijn nieuwe vriend dat ik dol was "
                "op kamperen. Ik ben niet dol op kamperen. Ik heb daarna acht zomers op een matje "
                "gelegen, met een boomwortel in mijn zij, en gezegd dat de lucht zo lekker was.</p>"
                "<p>Ik had net een jaar liefdesverdriet achter de rug. Mijn vorige vriend had me stug "
                "gevonden, iemand met wie nooit iets kon. Dat zou me geen tweede keer overkomen. Ik "
                "werd de makkelijkste man van het land.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Muur of drempel"}),
        (
            "paragraph",
            (
                "<p>Na liefdesverdriet zie ik mensen twee kanten op gaan. De een geeft alles weg om "
                "maar niet opnieuw verlaten te worden. De ander heeft zich voorgenomen dat niemand "
                "ooit nog zo dichtbij komt en trekt een muur op. De weggever noemt dat liefde, de "
                "metselaar noemt het grenzen. Allebei zijn ze bang.</p>"
                "<p>Een grens lijkt meer op een drempel. Hij laat zien waar jouw huis begint, zodat "
                "een ander weet waar hij zijn schoenen uittrekt. Er is een eenvoudige manier om te "
                "horen of je er een hebt: let op wie het werk moet doen. ‘Jij mag niet meer met je ex "
                "appen’ is een verbod, want de ander moet iets laten. ‘Ik wil weten wanneer jullie "
                "elkaar zien, en kan dat niet, dan is dit voor mij niet vol te houden’ is een grens. "
                "Die vertelt wat jij nodig hebt en wat jij doet als het er niet komt.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Een muur houdt iedereen buiten, ook wie je graag binnen had gehad. Een drempel "
                    "vraagt alleen dat iemand even zijn voet optilt.</p>"
                ),
            },
        ),
        ("heading", {"level": "h2", "text": "Begin klein en begin vroeg"}),
        (
            "paragraph",
            (
                "<p>Over grenzen in een nieuwe relatie denken mensen vaak te groot. De eerste hoeft "
                "nergens over te gaan. Dat je een kwartier niet wilt praten als je wakker wordt. Dat "
                "je op dinsdag met je broer eet. Zulke kleine dingen zijn oefenmateriaal: je hoort "
                "jezelf nee zeggen en je ziet dat de ander overeind blijft. Wie wacht tot het om iets "
                "groots gaat, zegt het meestal te laat en te hard.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Hoe het kan klinken",
                "head": ["Wat er gebeurt", "Vaag", "Duidelijk"],
                "rows": [
                    [
                        "Hij staat onverwacht voor de deur",
                        "‘O… wat een verrassing’",
                        (
                            "‘Leuk dat je er bent. Wil je voortaan even bellen? Soms heb ik een avond "
                            "alleen nodig.’"
                        ),
                    ],
                    [
                        "Ze vraagt na een maand om een sleutel",
                        "‘We zien wel’",
                        "‘Dat gaat me te snel. Vraag het me in het voorjaar nog eens.’",
                    ],
                    [
                        "Hij wil in je telefoon kijken",
                        "‘Nou, vooruit’",
                        "‘Nee. Als je ergens bang voor bent, wil ik daar met je over praten.’",
                    ],
                    [
                        "Haar vrienden blijven plakken",
                        "‘Maakt mij niet uit’",
                        "‘Ik ga om tien uur naar boven. Maken jullie het nog gezellig.’",
                    ],
                ],
            },
        ),
        ("heading", {"level": "h3", "text": "De twee seconden erna"}),
        (
            "paragraph",
            (
                "<p>De zin zelf is zelden het moeilijkst. Dat komt daarna. De ander kijkt "
                "teleurgesteld en jij hebt ongeveer twee seconden waarin je je grens weer kunt "
                "inslikken. ‘Maar als jij het graag wilt, hoor…’ Doe in die twee seconden niets. Adem "
                "uit en voel je voeten. Teleurstelling is geen noodgeval. Ik heb noodgevallen "
                "meegemaakt, er hoort een piepje bij.</p>"
                "<p>Je hoeft het ook niet uit te leggen tot de ander het ermee eens is. Eén reden "
                "volstaat. Wie er vijf geeft, opent vijf onderhandelingen. Trekken jullie allebei aan "
                "zo’n gesprek tot het een gevecht is, lees dan wat Marit schreef over <a "
                'href="page:hechtingsstijlen-in-de-liefde">trekken en duwen</a>.</p>'
            ),
        ),
        (
            "quote",
            {
                "text": (
                    "Ik zei voor het eerst dat ik zondag liever alleen wilde wandelen. Hij zei: o, dan "
                    "ga ik vissen. Ik had drie nachten wakker gelegen voor ‘o, dan ga ik vissen’."
                ),
                "source": "Willemijn, 45",
                "kind": "client",
            },
        ),
        (
            "image",
            {
                "image": "pad-langs-het-water",
                "alt": "Iemand loopt alleen over een pad langs een sloot met knotwilgen",
                "decorative": False,
                "caption": "Een eigen stuk lopen hoort er ook bij.",
                "width": "text",
            },
        ),
        ("heading", {"level": "h2", "text": "Luister naar het antwoord"}),
        (
            "paragraph",
            (
                "<p>Een kleine nee is ook een manier om iemand te leren kennen. De meeste mensen "
                "slikken even en passen zich aan. Sommigen willen erover praten, prima. En er zijn "
                "mensen die je grens behandelen als een fout die hersteld moet worden.</p>"
            ),
        ),
        (
            "signals",
            {
                "title": "Neem het serieus als je partner…",
                "items": [
                    "je straft met dagenlang zwijgen wanneer je iets weigert",
                    "je telefoon, je geld of je afspraken controleert",
                    "vindt dat je vrienden en familie een slechte invloed hebben, een voor een",
                    "doorgaat als je bij seks nee zegt, of net zo lang zeurt tot je toegeeft",
                    "je bang maakt, met woorden of achter het stuur",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Herken je hier iets van, dan ligt het niet aan je formulering. Met een betere zin "
                "los je dit niet op, en duidelijker worden kan zelfs gevaarlijk zijn. Praat eerst met "
                "iemand buiten de relatie. Veilig Thuis is dag en nacht gratis bereikbaar op "
                "0800-2000, ook als je twijfelt en ook anoniem. Bij direct gevaar bel je 112.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Ravioli"}),
        (
            "paragraph",
            (
                "<p>De vriend van de tent is weggegaan, om andere redenen. Laatst dronken we koffie, "
                "dat kan inmiddels. Ik vertelde hem dat ik eigenlijk nooit van kamperen had gehouden. "
                "Hij zette zijn kopje neer en keek me lang aan. ‘Ik ook niet,’ zei hij. ‘Ik deed het "
                "voor jou.’ We hebben het nagerekend. Acht zomers, twee mannen, al die blikken ravioli "
                "in de regen. Een van ons had maar één keer iets hoeven zeggen.</p>"
            ),
        ),
        (
            "reflection",
            {
                "title": "Op de drempel",
                "questions": [
                    ("Waar heb je de laatste maand ja tegen gezegd terwijl je lichaam iets anders vond?"),
                    "Welke kleine nee zou je deze week kunnen oefenen, en bij wie?",
                    "Hoe gingen ze bij jou thuis om met iemand die iets niet wilde?",
                ],
            },
        ),
    ],
}
