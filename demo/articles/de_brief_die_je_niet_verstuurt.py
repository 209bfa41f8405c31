"""Demo article: De brief die je schrijft en niet verstuurt."""

ARTICLE = {
    "slug": "de-brief-die-je-niet-verstuurt",
    "title": "De brief die je schrijft en niet verstuurt",
    "intro": (
        "Er is papier voor nodig, een uur waarin niemand iets van je wil en een afspraak met "
        "jezelf: deze gaat niet op de bus."
    ),
    "category": ["loslaten"],
    "tags": ["schrijven", "afscheid", "ritueel"],
    "authors": ["marit-van-wezel", "joost-aldering"],
    "published": "2026-04-19T20:00",
    "revised": None,
    "hero": "de-brief-die-je-niet-verstuurt",
    "hero_alt": "Een open envelop met een rood lakzegel, waar in plaats van een brief een nacht boven zee uit steekt",
    "hero_caption": "Geschreven, gevouwen en van niemand meer.",
    "focus_keyphrase": "brief aan je ex",
    "seo_title": "Een brief aan je ex die je niet verstuurt",
    "search_description": (
        "Een brief aan je ex schrijven zonder hem te versturen kan ruimte geven. Zo begin je, dit "
        "zet je erin en dit doe je met het papier als hij af is."
    ),
    "related": ["blijven-malen-over-je-ex", "geen-contact-met-je-ex"],
    "magnet": "e-book",
    "sensitive": False,
    "body": [
        ("heading", {"level": "h2", "text": "Waarom een brief"}),
        (
            "paragraph",
            (
                "<p>We zijn het op de praktijk over veel eens, behalve over schrijfgerei. Joost vindt "
                "een potlood prima. Marit houdt vol dat het een pen moet zijn, omdat je met een "
                "potlood gaat gummen en je de eerste, lelijke zin nu juist moet laten staan. Over de "
                "brief zelf bestaat geen verschil van mening. Wie vastloopt na een breuk, krijgt van "
                "ons vroeg of laat dezelfde opdracht: schrijf een brief aan je ex. Daarna vragen we of "
                "die brief thuis mag blijven.</p>"
                "<p>Dat tweede roept weerstand op. Waarom zou je iets opschrijven wat niemand leest? "
                "Omdat je anders zorgvuldig gaat formuleren, en zorgvuldig is hier een rem. Zolang er "
                "een lezer is, doe je een beetje je best. Je legt uit, je verzacht, je zet een grapje "
                "op de plek waar het pijn doet. Een brief zonder postzegel hoeft niemand te "
                "overtuigen.</p>"
                "<p>Er is ook onderzoek naar. De Amerikaanse psycholoog James Pennebaker laat mensen "
                "al sinds de jaren tachtig schrijven over moeilijke gebeurtenissen. De uitkomsten "
                "lopen uiteen en de effecten zijn gemiddeld bescheiden, dus we beloven je geen wonder. "
                "Wat wij zien als iemand zo’n brief bij zich heeft: het verhaal heeft een begin "
                "gekregen, en ergens op bladzijde drie een eind.</p>"
            ),
        ),
        (
            "image",
            {
                "image": "brief-op-tafel",
                "alt": "Een volgeschreven vel papier op een houten tafel, met een pen, een envelop en een kop thee",
                "decorative": False,
                "caption": "Pen. Marit heeft gewonnen, deze keer.",
                "width": "wide",
            },
        ),
        ("heading", {"level": "h2", "text": "Zo schrijf je hem"}),
        (
            "paragraph",
            (
                "<p>Spreek een uur met jezelf af, op een dag waarop je de volgende ochtend niet vroeg "
                "weg hoeft. Leg je telefoon ergens waar je voor moet opstaan. En schrijf met de hand, "
                "dan kun je niets doorsturen.</p><ol>"
                "<li><b>Begin met waar je zit.</b> ‘Ik zit aan de keukentafel, jouw stoel staat nu op "
                "zolder.’ Iets wat je ziet, helpt je over de drempel.</li>"
                "<li><b>Schrijf wat je nooit gezegd hebt.</b> Het verwijt, het verlangen, de kleine "
                "gemene gedachte over zijn moeder. Alles mag blijven staan.</li>"
                "<li><b>Noem wat goed was.</b> Dit is voor veel mensen het moeilijkste stuk. Eén "
                "middag is genoeg, als je hem precies beschrijft.</li>"
                "<li><b>Noem je eigen aandeel.</b> Een alinea, zonder jezelf de les te lezen.</li>"
                "<li><b>Eindig met wat je houdt en wat je teruggeeft.</b> Een recept, een liedje, de "
                "gewoonte om overal te vroeg te komen.</li>"
                "</ol><p>Stokt het, schrijf dan de vorige zin nog eens over. Huil je, dan huil je. "
                "Komt er na twintig minuten niets dan woede, dan is dat de brief van vandaag en maak "
                "je volgende maand een andere.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Zinnen om mee te beginnen"}),
        (
            "table",
            {
                "caption": "Als het papier wit blijft",
                "head": ["Waar je mee zit", "Een eerste zin"],
                "rows": [
                    ["Boosheid", "‘Wat ik die avond had willen terugzeggen, is dit.’"],
                    [
                        "Gemis",
                        ("‘Het raarste is dat ik je wil vertellen hoe erg het is dat je er niet bent.’"),
                    ],
                    [
                        "Schaamte",
                        "‘Ik heb iets gedaan wat ik niemand vertel, en jij weet het al.’",
                    ],
                    [
                        "Geen idee",
                        "‘Vandaag heb ik jouw mok gebroken. Per ongeluk, denk ik.’",
                    ],
                ],
            },
        ),
        (
            "case_study",
            {
                "names": "Thijs",
                "ages": "52",
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Thijs, leraar natuurkunde, kwam met een brief van veertien kantjes. Hij "
                            "had ze genummerd en er zat een inhoudsopgave bij. Het was een prachtig betoog "
                            "over wat er in achttien jaar huwelijk was misgegaan. Joost las het en vroeg "
                            "waar hijzelf in stond.</p>"
                            "<p>Een week later kwam hij terug met een half velletje. Er stond op dat hij "
                            "elke zondag nog twee eieren kookte en dat hij niet wist wat hij met het "
                            "tweede moest.</p>"
                        ),
                    ),
                    (
                        "quote",
                        {
                            "text": (
                                "Die veertien kantjes waren voor haar advocaat. Dat halve velletje was "
                                "voor haar. Daarom hoefde ze het niet te krijgen."
                            ),
                            "source": "Thijs, 52",
                            "kind": "client",
                        },
                    ),
                ],
            },
        ),
        ("heading", {"level": "h2", "text": "En dan niet versturen"}),
        (
            "paragraph",
            (
                "<p>Op het moment dat de brief af is, vind je hem waarschijnlijk zo goed dat je ex hem "
                "móét lezen. Dat is het gevaarlijke uur. Wat je hoopt is meestal dat er na het lezen "
                "iets verandert: dat er spijt komt, of begrip, desnoods een belletje. Daar gaat een "
                "brief niet over. Je geeft je ex bovendien het laatste woord, want op alles wat je "
                "verstuurt volgt een antwoord, en stilte is er ook een.</p>"
                "<p>Leg hem een maand weg. Wil je daarna nog steeds iets laten weten, schrijf dan een "
                "nieuwe, van vijf regels. Die mag op de bus als je vrede kunt hebben met geen reactie. "
                "Moet er praktisch iets geregeld worden, over de kinderen of het huis, doe dat dan in "
                "een apart bericht waar geen gevoel in zit.</p>"
                "<p>Voor één groep geldt dit strenger. Heb je een ex die dreigt, je volgt of je bang "
                "maakt, geef dan niets van jezelf op papier uit handen. Bewaar de brief bij iemand die "
                "je vertrouwt. Veilig Thuis denkt gratis met je mee, dag en nacht, op 0800-2000.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": (
                    "<p>De brief is gericht aan je ex en bestemd voor jou. Dat verschil is het hele werk.</p>"
                ),
            },
        ),
        ("heading", {"level": "h3", "text": "Wat je met het papier doet"}),
        (
            "paragraph",
            (
                "<p>Sommige mensen verbranden hem, in een oude pan, met de afzuigkap aan. Anderen "
                "leggen hem achter in een boek dat ze nooit meer lezen. Een vrouw uit Vlissingen "
                "vouwde er een bootje van en zette het op de pier te water, waarna het met het "
                "opkomend tij keurig terugkwam. Ze heeft er hartelijk om gelachen en hem alsnog bij "
                "het oud papier gedaan. Het hoeft geen ceremonie te zijn. Kies iets waar je je een "
                "jaar later niet voor geneert.</p>"
                "<p>Merk je dat je er dagen ontredderd van blijft, hou dan op met schrijven en praat "
                "er met iemand over: een vriend, je huisarts, een van ons. Soms moet een verhaal eerst "
                "hardop, voordat het op papier kan.</p>"
            ),
        ),
        (
            "read_also",
            {
                "page": "blijven-malen-over-je-ex",
                "text": "Blijven malen, als het daarna toch blijft draaien",
            },
        ),
        (
            "reflection",
            {
                "title": "Voor je de pen pakt",
                "questions": [
                    "Welke zin heb je al honderd keer in je hoofd geschreven?",
                    "Wat hoop je stiekem dat je ex doet na het lezen?",
                    "Wie zou je zijn als dat nooit gebeurt?",
                ],
            },
        ),
    ],
}
