"""The model privacy statement of the demo; it must stay true to what the software does."""

from typing import Any

PRIVACY: dict[str, Any] = {
    "slug": "privacy",
    "title": "Privacy",
    "intro": "Wat we van je bewaren, waarom, hoe lang, en hoe je er weer van afkomt. Kort gezegd: weinig, met een reden, en nooit voor altijd.",
    "hero": None,
    "hero_alt": "",
    "search_description": "Deze site plaatst geen cookies bij lezers en gebruikt geen trackers. Lees wat we bewaren bij een reactie of aanmelding, hoe lang en wat je rechten zijn.",
    "show_in_menu": False,
    "body": [
        (
            "insight",
            {
                "label": "remember",
                "text": "<p>Dit is een voorbeeldverklaring op een demosite. Ze beschrijft hoe de software werkt. Wie de site in gebruik neemt, vult de eigen naam, het adres, de hostingpartij en de maildienst in en leest de tekst na.</p>",
            },
        ),
        ("heading", {"level": "h2", "text": "Als je alleen leest"}),
        (
            "paragraph",
            "<p>Dan weten we niets van je. De site plaatst geen cookies bij lezers, telt geen bezoekers met trackers en haalt niets op bij andere bedrijven: letters, foto’s en geluid komen van onze eigen server. Daarom zie je hier ook geen cookiemelding.</p>"
            "<p>Staat er een film van elders in een artikel, dan wordt die pas geladen als je er zelf op klikt. Vanaf dat moment gelden de regels van die dienst. Alleen wie inlogt om de site te beheren, krijgt een cookie, omdat inloggen anders niet werkt.</p>",
        ),
        ("heading", {"level": "h2", "text": "Als je een reactie achterlaat"}),
        (
            "paragraph",
            "<p>We bewaren de naam die je opgeeft, je e-mailadres, je website als je die invult, je tekst en het tijdstip. Je naam, je website en je tekst staan na goedkeuring op de pagina. Je e-mailadres publiceren we nooit. Een schuilnaam mag.</p>"
            "<p>Tegen misbruik bewaren we dertig dagen een versleutelde afdruk van je netwerkadres: een code, berekend met een geheime sleutel, waaruit het adres niet is af te lezen. Het netwerkadres zelf slaan we niet op bij je reactie. De grondslag is ons gerechtvaardigd belang om gesprekken mogelijk te maken en spam tegen te houden.</p>"
            "<p>Wil je bericht krijgen als iemand antwoordt, dan vragen we je dat eerst per mail te bevestigen. In elk bericht staat een link om ermee te stoppen.</p>",
        ),
        ("heading", {"level": "h2", "text": "Als je iets aanvraagt of je inschrijft"}),
        (
            "paragraph",
            "<p>Vraag je de routekaart of het e-book aan, dan hebben we je e-mailadres nodig om het te sturen. Je bevestigt dat adres eerst via een knop in een mail. Zonder bevestiging gebeurt er niets en verdwijnt je aanvraag vanzelf.</p>"
            "<p>Wil je daarnaast onze brieven ontvangen, dan zet je daar zelf een vinkje voor. Dat vinkje staat nooit vooraf aan en je krijgt je download ook zonder. De grondslag is je toestemming. We leggen vast wanneer je die gaf, op welke pagina en met welke tekst, woord voor woord, zodat we kunnen laten zien waar je ja op zei.</p>"
            "<p>Afmelden doe je met één klik, onder aan elke brief. We bewaren daarna dat je bent afgemeld, zodat je ook echt niets meer krijgt. In onze mails zit geen volgpixel.</p><p>We zien wanneer je je download ophaalt, zodat de link een paar keer werkt en daarna niet meer. Bij je adres kan een trefwoord staan dat wij erbij zetten, zoals het webinar waar je was.</p>",
        ),
        ("heading", {"level": "h2", "text": "Hoe lang we bewaren"}),
        (
            "table",
            {
                "caption": "Bewaartermijnen. Elke dag wordt opgeruimd wat verlopen is.",
                "head": ["Wat", "Hoe lang"],
                "rows": [
                    ["Aanmelding die niet is bevestigd", "7 dagen"],
                    ["Bevestigde aanmelding, ook na afmelden", "tot je om verwijdering vraagt"],
                    [
                        "Vastgelegde toestemming, onder een kenmerk zonder adres",
                        "zolang die als bewijs nodig is",
                    ],
                    ["Goedgekeurde reactie", "zolang het artikel bestaat, of tot je om verwijdering vraagt"],
                    ["Afgewezen reactie en spam", "30 dagen"],
                    ["Versleutelde afdruk van het netwerkadres", "30 dagen"],
                    ["Toelichting bij een melding over een reactie", "30 dagen nadat ze is behandeld"],
                    ["Inhoud van verstuurde mails", "90 dagen"],
                    ["Dat er een mail is verstuurd, en aan wie", "2 jaar"],
                    ["Een vraag om je gegevens te zien", "het adres 1 dag"],
                    ["Wat er op de site gezocht wordt, als aantal, van niemand", "180 dagen"],
                    ["Wie van ons gegevens van mensen bekeek, zonder adressen", "2 jaar"],
                ],
            },
        ),
        ("heading", {"level": "h2", "text": "Wie erbij kan"}),
        (
            "paragraph",
            "<p>Marit en Joost, en degene die de server beheert. We verkopen je gegevens niet en geven ze niet door voor reclame. De partij waar de site draait en de partij die onze mail bezorgt, verwerken gegevens in onze opdracht. Wie dit model overneemt, noemt hier hun namen en sluit met beide een verwerkersovereenkomst.</p>"
            "<p>Downloads en bevestigingen lopen via persoonlijke links. Van de sleutel in zo’n link bewaren we alleen een afdruk, en de link verloopt. E-mailadressen en netwerkadressen houden we uit onze logboeken.</p>",
        ),
        ("heading", {"level": "h2", "text": "Je rechten"}),
        (
            "paragraph",
            '<p>Je mag vragen wat we van je hebben, fouten laten verbeteren, je gegevens meekrijgen, bezwaar maken en alles laten verwijderen. Toestemming trek je in wanneer je wilt.</p><p>Het meeste doe je zelf, meteen: <a href="/mijn-gegevens/">vraag je gegevens op</a>. Je krijgt dan een mail met een link naar een pagina waar alles staat. Je kunt het er downloaden, je naam verbeteren, en je aanmeldingen, je reacties of alles laten wissen. Lukt dat niet, stuur ons dan een bericht via de <a href="page:contact">contactpagina</a>. Om zeker te weten dat jij het bent, gaat het antwoord alleen naar het e-mailadres waar het over gaat. Je hoort binnen een maand van ons, meestal binnen een paar dagen.</p>'
            "<p>Na het wissen blijft er iets over, en dat zeggen we je vooraf. Van een reactie die op de site stond, blijft de plek, zonder je naam en je woorden, zodat antwoorden van anderen te volgen zijn. Dat je geen brieven wilt, waar je toestemming voor gaf en dat je gewist bent, bewaren we onder een kenmerk waar je adres niet uit te halen is. In back-ups staan je gegevens tot die door nieuwere zijn vervangen; zetten we er een terug, dan wissen we je meteen opnieuw.</p>"
            '<p>Vind je dat we slordig met je gegevens omgaan? Zeg het ons, dan herstellen we het. Je kunt ook een klacht indienen bij de <a href="https://www.autoriteitpersoonsgegevens.nl">Autoriteit Persoonsgegevens</a>.</p>',
        ),
        (
            "paragraph",
            "<p>Verantwoordelijk: Tussentij (verzonnen praktijk), hallo@tussentij.example. Laatst bijgewerkt op 23 november 2026.</p>",
        ),
    ],
}
