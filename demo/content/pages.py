"""Home page, list pages, plain pages, categories and settings of the demo practice."""

from typing import Any

from demo.content.privacy import PRIVACY

SETTINGS: dict[str, Any] = {
    "practice_name": "Tussentij",
    "tagline": "Over liefdesverdriet, loslaten en weer durven",
    "demo_notice": "Dit is een demosite. De praktijk, de mensen en de verhalen zijn verzonnen.",
    "footer_text": "Tussentij is een praktijk voor liefdesverdriet. Tussen eb en vloed staat het water even stil; lang duurt dat nooit, maar je kunt er op adem komen.",
    "contact_email": "hallo@tussentij.example",
    "crisis_lines": [
        {
            "name": "113 Zelfmoordpreventie",
            "text": "Denk je aan zelfdoding, of maak je je zorgen om iemand? Bel gratis en anoniem, dag en nacht, of chat via 113.nl.",
            "phone": "0800-0113",
            "url": "https://www.113.nl",
        },
        {
            "name": "Veilig Thuis",
            "text": "Is er thuis geweld, of word je bedreigd of gevolgd? Bel gratis, dag en nacht. In direct gevaar bel je 112.",
            "phone": "0800-2000",
            "url": "https://veiligthuis.nl",
        },
    ],
    "default_description": "Rustige, eerlijke artikelen over liefdesverdriet: de eerste nachten alleen, hoop op een ex, loslaten en weer durven. Van de coaches van Tussentij.",
}

CATEGORIES: list[dict[str, Any]] = [
    {
        "slug": "net-uit-elkaar",
        "name": "Net uit elkaar",
        "description": "Voor de eerste dagen en weken: slapen, eten, vertellen dat het uit is, en de nacht doorkomen.",
        "magnet": "roadmap",
    },
    {
        "slug": "mijn-ex-terug",
        "name": "Ik wil mijn ex terug",
        "description": "Over hoop, contact en de vraag of er nog iets te redden valt. Zonder trucs en zonder valse beloften.",
        "magnet": None,
    },
    {
        "slug": "loslaten",
        "name": "Loslaten",
        "description": "Als je hoofd blijft draaien en je hart achterblijft: over malen, hechting en afscheid nemen in stukjes.",
        "magnet": None,
    },
    {
        "slug": "weer-durven",
        "name": "Weer durven",
        "description": "Daten, vertrouwen en grenzen, voor wie voorzichtig weer naar buiten kijkt.",
        "magnet": "e-book",
    },
]

HOME: dict[str, Any] = {
    "hero_sentence": "Voor wie wakker ligt om iemand die er niet meer naast ligt.",
    "hero_text": "Hier vind je geen tien tips om er in een week overheen te zijn. Wel rustige verhalen en bruikbare stappen, geschreven door twee coaches die zelf ook weleens in een bouwmarkt hebben staan huilen.",
    "hero_picture": "home",
    "hero_alt": "Een zee van papier: links nacht met een maansikkel, rechts de eerste zon, en een rood bootje ertussen",
    "ways_in": [
        {
            "title": "Net uit elkaar",
            "text": "Het is pas gebeurd. Je wilt weten hoe je vannacht doorkomt, en morgen.",
            "category": "net-uit-elkaar",
        },
        {
            "title": "Ik wil mijn ex terug",
            "text": "Je hoopt nog. Lees eerlijk wat je kunt doen en wat je beter laat.",
            "category": "mijn-ex-terug",
        },
        {
            "title": "Loslaten",
            "text": "Je weet dat het voorbij is. Nu je hoofd nog, en je handen, en de zondag.",
            "category": "loslaten",
        },
        {
            "title": "Weer durven",
            "text": "Er is iemand. Of er zou iemand kunnen zijn, en dat is al spannend genoeg.",
            "category": "weer-durven",
        },
    ],
    "about_title": "Twee coaches, één keukentafel",
    "about_text": "Marit van Wezel begon Tussentij na haar eigen scheiding. Joost Aldering kwam erbij na twaalf jaar nachtdienst in een ziekenhuis. Ze werken rustig, ze zeggen wat ze zien en ze beloven je niets wat ze niet in de hand hebben. Je leest hier wat ze in de gespreksstoel ook vertellen.",
    "seo_title": "Tussentij: hulp bij liefdesverdriet",
    "search_description": "Net uit elkaar, nog vol hoop of toe aan loslaten? Lees eerlijke artikelen over liefdesverdriet van twee coaches, en download de gratis routekaart.",
}

INDEXES: dict[str, dict[str, Any]] = {
    "blog": {
        "title": "Blog",
        "intro": "Alles wat we schreven over liefdesverdriet. Begin bovenaan, of kies de plek waar je nu staat. Haast is nergens voor nodig; de artikelen blijven.",
    },
    "over-ons": {
        "title": "Over ons",
        "intro": "Tussentij bestaat uit twee mensen met elk een eigen verhaal over weggaan en blijven. Hier lees je wie er tegenover je zit.",
    },
    "podcast": {
        "title": "Podcast",
        "intro": "Gesprekken van een half uur voor onderweg, in bad of op de bank onder een deken. In deze demo hoor je in plaats van stemmen een kort stuk getij en piano.",
    },
}

_BEGELEIDING: dict[str, Any] = {
    "slug": "begeleiding",
    "title": "Begeleiding",
    "intro": "Lezen helpt, en soms is het fijn als er iemand terugpraat. Dit is hoe een gesprek bij Tussentij gaat, wat het kost en wanneer je beter ergens anders aanklopt.",
    "hero": "begeleiding",
    "hero_alt": "Twee mensen die samen over een heuvel wandelen, voor een grote lage zon",
    "search_description": "Hoe verloopt begeleiding bij liefdesverdriet, wat kost het en wanneer past iets anders beter? Lees over de kennismaking, prijzen en aanpak van Tussentij.",
    "show_in_menu": True,
    "body": [
        ("heading", {"level": "h2", "text": "Voor wie het is"}),
        (
            "paragraph",
            "<p>Je hoeft niet te weten wat je vraag is. De meeste mensen beginnen met: ‘Ik snap niet waarom ik hier nog zit’, en dan komt het vanzelf. Je kunt bij ons terecht als je pas uit elkaar bent, als je al een jaar denkt dat je er nu toch overheen zou moeten zijn, of als je twijfelt tussen blijven en gaan. Ook samen, als jullie allebei willen.</p>",
        ),
        (
            "signals",
            {
                "title": "Een gesprek kan helpen als je merkt dat",
                "items": [
                    "je al weken slecht slaapt of nauwelijks eet;",
                    "je vrienden het verhaal kennen en jij het nog steeds moet vertellen;",
                    "je berichten schrijft, wist, en om half drie toch verstuurt;",
                    "je steeds bij dezelfde ruzie uitkomt, desnoods met een nieuw iemand;",
                    "je wilt hopen, maar je leven ondertussen stilstaat.",
                ],
            },
        ),
        ("heading", {"level": "h2", "text": "Zo begint het"}),
        (
            "paragraph",
            "<ol><li><b>Je stuurt een mail.</b> Twee zinnen zijn genoeg. Zeg erbij of je liever Marit of Joost spreekt, of laat het aan ons over.</li>"
            "<li><b>We bellen twintig minuten.</b> Gratis. Je vertelt, wij vragen door en we zeggen eerlijk of we denken dat coaching past.</li>"
            "<li><b>De intake duurt vijf kwartier.</b> We brengen in kaart hoe je dagen lopen, wat je al geprobeerd hebt en wie er om je heen staan. Je gaat naar huis met één afspraak voor die week, zelden meer.</li>"
            "<li><b>Na drie gesprekken kijken we samen terug.</b> Helpt het? Dan gaan we door. Helpt het niet, dan zoeken we met je mee naar iets anders.</li></ol>",
        ),
        (
            "image",
            {
                "image": "twee-stoelen",
                "alt": "Twee lege stoelen naast elkaar op een strand, met de leuningen naar ons toe en de zon boven zee",
                "decorative": False,
                "caption": "De linkerstoel zit beter. Die is voor jou.",
                "width": "wide",
            },
        ),
        ("heading", {"level": "h2", "text": "Wat het kost"}),
        (
            "table",
            {
                "caption": "Tarieven van deze verzonnen praktijk, inclusief btw",
                "head": ["Wat", "Duur", "Prijs"],
                "rows": [
                    ["Kennismaking per telefoon", "20 minuten", "gratis"],
                    ["Intake", "75 minuten", "€ 110"],
                    ["Los gesprek", "60 minuten", "€ 95"],
                    ["Vijf gesprekken", "5 × 60 minuten", "€ 450"],
                    ["Gesprek met z’n tweeën", "90 minuten", "€ 145"],
                    ["Vier weken schrijven, met elke week een antwoord", "op afstand", "€ 180"],
                ],
            },
        ),
        (
            "paragraph",
            "<p>Coaching wordt meestal niet vergoed door je zorgverzekering. Sommige werkgevers betalen wel mee. Is het bedrag een drempel, zeg dat dan; we houden elke maand twee plekken vrij voor wie minder te besteden heeft.</p>",
        ),
        ("heading", {"level": "h2", "text": "Wat we je niet beloven"}),
        (
            "paragraph",
            "<p>We krijgen je ex niet terug. Niemand kan dat voor je regelen, ook niet met een stappenplan van 97 euro. We kunnen wel met je kijken wat er gebeurd is, wat je zelf kunt doen en hoe je weer een week krijgt die van jou is. Soms komt iemand terug. Vaker komt er iets anders: rust, en zin in een zaterdag.</p>",
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": "<p>Er is geen verkeerd moment om hulp te vragen. Te vroeg bestaat niet, en te laat komt zelden voor.</p>",
            },
        ),
        ("heading", {"level": "h2", "text": "Als je niet veilig bent"}),
        (
            "paragraph",
            "<p>Wij zijn coaches en geen crisisdienst. Is er geweld, dwang of bedreiging in je relatie, of achtervolgt je ex je, bel dan Veilig Thuis: <b>0800-2000</b>, gratis, dag en nacht. In direct gevaar bel je 112. Samen in gesprek gaan raden we in zo’n situatie af.</p>"
            "<p>Denk je aan de dood, of wil je er liever niet meer zijn? Bel <b>113</b> of gratis <b>0800-0113</b>, of chat via 113.nl. Je mag ook je huisarts of de huisartsenpost bellen. Vertel het ons gerust, dan kijken we samen wie je erbij nodig hebt.</p>",
        ),
        (
            "faq",
            {
                "title": "Vragen die vaak komen",
                "items": [
                    {
                        "question": "Moet ik mijn hele verhaal vertellen?",
                        "answer": "<p>Nee. Je vertelt wat je kwijt wilt. Soms werken we een uur lang aan één telefoongesprek dat je moet voeren, en komt de rest later of helemaal niet.</p>",
                    },
                    {
                        "question": "Mijn partner wil niet mee. Heeft het dan zin?",
                        "answer": '<p>Ja. Als één iemand anders gaat staan, verandert er vaak al iets. Lees eerst eens <a href="page:mijn-partner-wil-niet-in-therapie">Mijn partner wil niet in therapie</a>.</p>',
                    },
                    {
                        "question": "Hoeveel gesprekken heb ik nodig?",
                        "answer": "<p>De meeste mensen komen drie tot acht keer. Sommigen komen één keer en sturen een jaar later een kaartje. Je zit nergens aan vast.</p>",
                    },
                    {
                        "question": "Kan het ook online?",
                        "answer": "<p>Ja, via beeldbellen of wandelend met een telefoon aan je oor. Zorg voor een plek waar niemand meeluistert.</p>",
                    },
                    {
                        "question": "Wat als ik een afspraak afzeg?",
                        "answer": "<p>Tot 24 uur van tevoren kost dat niets. Lig je die ochtend met een dichtgeknepen maag in bed, bel dan toch. Dan doen we het gesprek gewoon zo.</p>",
                    },
                ],
            },
        ),
        (
            "call_to_action",
            {
                "title": "Eerst even horen met wie je praat?",
                "text": "De kennismaking duurt twintig minuten, kost niets en verplicht je tot niets. Je krijgt binnen twee werkdagen antwoord.",
                "button_text": "Naar contact",
                "page": "contact",
            },
        ),
        (
            "paragraph",
            "<p>Dit is een demopagina. De praktijk bestaat niet, de prijzen zijn verzonnen en je kunt hier geen afspraak maken. De hulplijnen hierboven zijn wel echt.</p>",
        ),
    ],
}

_CONTACT: dict[str, Any] = {
    "slug": "contact",
    "title": "Contact",
    "intro": "Je hoeft geen mooie mail te schrijven. ‘Hoi, het is uit, kan ik een keer bellen?’ is een uitstekende mail.",
    "hero": "pad-langs-het-water",
    "hero_alt": "Iemand loopt alleen over een pad langs een sloot met knotwilgen",
    "search_description": "Mail of bel Tussentij voor een gratis kennismaking van twintig minuten. Je krijgt binnen twee werkdagen antwoord van Marit of Joost. Dit is een demosite.",
    "show_in_menu": True,
    "body": [
        ("heading", {"level": "h2", "text": "Mailen of bellen"}),
        (
            "paragraph",
            "<p><b>E-mail:</b> hallo@tussentij.example</p><p><b>Telefoon:</b> 000-0000000 (demo)</p>"
            "<p>Een mail beantwoorden we binnen twee werkdagen. De telefoon nemen we op werkdagen tussen negen en half elf zelf op. Daarna zitten we in gesprek en mag je inspreken.</p>"
            "<p>Zet je telefoonnummer erbij als je liever gebeld wordt, en ook wanneer dat kan zonder dat er iemand meeluistert.</p>",
        ),
        ("heading", {"level": "h2", "text": "Handig om te vertellen"}),
        (
            "paragraph",
            "<ul><li>Of het om jou alleen gaat of om jullie samen.</li>"
            "<li>Of er kinderen zijn, en hoe oud.</li>"
            "<li>Of je je veilig voelt. Is dat niet zo, bel dan eerst Veilig Thuis: 0800-2000.</li>"
            "<li>Liever Marit of liever Joost; geen voorkeur is ook goed.</li></ul>"
            '<p>Alles daarbuiten kan wachten tot we elkaar spreken. Wat een gesprek kost en hoe het verloopt, lees je bij <a href="page:begeleiding">begeleiding</a>. Wat we met je mail doen, staat bij <a href="page:privacy">privacy</a>.</p>',
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": "<p>Kan het niet wachten? Bel 113 of gratis 0800-0113 als je aan zelfdoding denkt, dag en nacht. Bel 112 als je in direct gevaar bent.</p>",
            },
        ),
        (
            "paragraph",
            "<p>Dit is een demosite. Het e-mailadres en het telefoonnummer van de praktijk bestaan niet. De nummers van de hulplijnen zijn wel echt.</p>",
        ),
    ],
}

_BEDANKT: dict[str, Any] = {
    "slug": "bedankt",
    "noindex": True,
    "title": "Dank je wel",
    "intro": "Je bericht is goed aangekomen. Je hoeft nu even niets meer te doen.",
    "hero": None,
    "hero_alt": "",
    "search_description": "Je bericht of aanmelding is goed aangekomen bij Tussentij. Kijk in je mailbox om je adres te bevestigen, of lees rustig verder op het blog van de praktijk.",
    "show_in_menu": False,
    "body": [
        (
            "paragraph",
            "<p>Heb je iets aangevraagd, kijk dan in je mailbox. Daar ligt een bericht met een knop om je adres te bevestigen. Soms belandt het bij de ongewenste post, tussen de loterijen en de prinsen.</p>"
            "<p>Heb je een reactie geschreven, dan lezen we die eerst zelf. Meestal staat ze binnen een dag op de site.</p>",
        ),
        ("heading", {"level": "h2", "text": "Zolang je toch hier bent"}),
        (
            "paragraph",
            '<ul><li>Ligt de breuk nog vers? Lees <a href="page:de-eerste-nacht-alleen">De eerste nacht alleen</a>.</li>'
            '<li>Draait je hoofd? Lees <a href="page:blijven-malen-over-je-ex">Blijven malen over je ex</a>.</li>'
            '<li>Moet er iets van je hart? Lees <a href="page:de-brief-die-je-niet-verstuurt">De brief die je schrijft en niet verstuurt</a>.</li></ul>'
            "<p>Of leg je telefoon weg en drink een glas water. Dat telt ook als vooruitgang.</p>",
        ),
    ],
}

STANDARD: list[dict[str, Any]] = [_BEGELEIDING, PRIVACY, _CONTACT, _BEDANKT]
