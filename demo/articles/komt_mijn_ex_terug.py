"""Demo article: whether an ex comes back, and what to do with hope."""

ARTICLE = {
    "slug": "komt-mijn-ex-terug",
    "title": "Komt mijn ex terug? Eerlijk over hoop",
    "intro": (
        "Komt mijn ex terug? Ik weet het niet, en wie beweert van wel, verkoopt meestal iets. Wel "
        "kun je leren om goed naar je hoop te kijken, zodat die je leven niet stilzet."
    ),
    "category": ["mijn-ex-terug"],
    "tags": ["hoop", "ex terug", "wachten", "tweede kans"],
    "authors": ["marit-van-wezel"],
    "published": "2026-10-04T19:30",
    "revised": None,
    "hero": "komt-mijn-ex-terug",
    "hero_alt": "Een lege steiger met een los touw; in de verte een zeilbootje voor de ondergaande zon",
    "hero_caption": "Het water komt terug. Met het bootje is niets afgesproken.",
    "focus_keyphrase": "komt mijn ex terug",
    "seo_title": "Komt mijn ex terug? Een eerlijk antwoord",
    "search_description": (
        "Komt mijn ex terug? Welke tekens iets zeggen, welke koffiedik zijn, en hoe je hoop een "
        "einddatum geeft zodat je leven ondertussen doorgaat."
    ),
    "related": ["geen-contact-met-je-ex", "blijven-malen-over-je-ex"],
    "magnet": "e-book",
    "sensitive": False,
    "body": [
        ("heading", {"level": "h2", "text": "De vraag bij de kapstok"}),
        (
            "paragraph",
            (
                "<p>Meestal komt hij aan het eind. Iemand heeft een uur verteld, de jas is al half "
                "aan, en dan, met de hand op de deurklink: ‘Maar denk je dat hij terugkomt?’ Ik heb "
                "er in al die jaren geen slimmer antwoord op gevonden dan dat ik het niet weet. Ik "
                "ken hem niet. Grote kans dat hij het zelf ook niet weet.</p>"
                "<p>Waarom je het vraagt, begrijp ik goed. Met een antwoord wist je wat je vandaag "
                "te doen stond: wachten of rouwen. Nu doe je het allebei tegelijk, en dat is "
                "vermoeiender dan elk van de twee apart.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wat er wel over te zeggen valt"}),
        (
            "paragraph",
            (
                "<p>Er komen exen terug. Vooral bij jonge stellen is uit en weer aan heel gewoon; "
                "dat blijkt ook uit onderzoek. Uit hetzelfde soort onderzoek komt dat stellen die "
                "herhaaldelijk breken en opnieuw beginnen, gemiddeld minder tevreden zijn met hun "
                "relatie. Gemiddeld. Het zegt iets over een grote groep en weinig over jullie "
                "tweeën.</p>"
                "<p>In mijn spreekkamer zie ik vooral dat terugkomen het makkelijke deel is. Daar is "
                "een regenachtige zondag voor nodig en een bericht. Blijven vraagt dat er iets "
                "veranderd is aan datgene waar jullie op vastliepen. Wie terugkomt omdat het missen "
                "te erg werd, staat een halfjaar later vaak met dezelfde koffer in dezelfde gang.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Koffiedik en tekens"}),
        (
            "paragraph",
            (
                "<p>Hoop is een ijverige lezer. Ze ziet dat hij om 23.14 uur online was en dat "
                "jullie vakantiefoto er nog staat. Ze onthoudt dat hij bij het weggaan ‘tot gauw’ "
                "zei. Alles wat erop wijst dat het over is, vindt ze een kwestie van "
                "interpretatie.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Waar hoop op let en waar je meer aan hebt",
                "head": ["Zegt minder dan het lijkt", "Zegt meer"],
                "rows": [
                    [
                        "Hij bekijkt alles wat je plaatst",
                        "Hij belt, vraagt hoe het gaat en wacht het antwoord af",
                    ],
                    [
                        "Je trui ligt nog bij haar",
                        "Ze begint zelf over wat er misging, haar eigen deel incluis",
                    ],
                    ["Een lief bericht om één uur ’s nachts", "Een afspraak overdag, die doorgaat"],
                    [
                        "‘Ik weet niet wat ik wil’",
                        "Een besluit, en gedrag dat er weken later nog bij past",
                    ],
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Twijfel je in welke kolom iets hoort, doe dan een tijdje niets. Tekens die "
                "verdwijnen zodra jij ophoudt met trekken, waren vooral jouw werk.</p>"
            ),
        ),
        (
            "quote",
            {
                "text": "De wens is de vader van de gedachte.",
                "source": "Spreekwoord",
                "kind": "saying",
            },
        ),
        ("heading", {"level": "h2", "text": "Hoop met een einddatum"}),
        (
            "paragraph",
            (
                "<p>Ik ga je niet vertellen dat je moet ophouden met hopen. Dat kan niemand op "
                "commando. Een grens trekken kan wel. Kies een datum, bijvoorbeeld acht weken vanaf "
                "nu, en schrijf hem ergens waar je hem tegenkomt. Tot die dag doe je één oefening: "
                "je leeft alsof het antwoord nee is. Je zegt ja op de uitnodiging voor de bruiloft, "
                "zonder ‘plus één misschien’. Je koopt een eigen abonnement en je verschuift het "
                "bed.</p>"
                "<p>In diezelfde weken laat je de ander met rust. Hoe je dat doet, en in welke "
                'gevallen het niet past, staat in <a href="page:geen-contact-met-je-ex">Geen contact '
                "met je ex</a>. Op de datum zelf kijk je naar één ding: heeft de ander uit eigen "
                "beweging een stap gezet die bij daglicht standhoudt? Zo niet, dan mag je gaan "
                "rouwen om wat er was. Dat voelt als verliezen. Veel mensen zeggen een tijd later "
                "dat ze op die dag voor het eerst weer sliepen.</p>"
            ),
        ),
        (
            "quote",
            {
                "text": (
                    "Ik had een jaar lang geen gordijnen, omdat hij de kleur nog moest kiezen. De "
                    "buren kennen mijn hele pyjamacollectie."
                ),
                "source": "Cliënt, 44 jaar",
                "kind": "client",
            },
        ),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Leven alsof het nee is, doet geen enkele deur op slot. Belt de ander ooit "
                    "toch aan, dan doet er iemand open die gegeten en geslapen heeft.</p>"
                ),
            },
        ),
        ("listen_also", {"episode": "hoop-is-geen-plan", "text": ""}),
        ("heading", {"level": "h2", "text": "Als er echt wordt aangebeld"}),
        (
            "paragraph",
            (
                "<p>Stel dat het gebeurt. Dan mag je blij zijn, en je mag ook vragen stellen. Ga "
                "wandelen voordat je gaat samenwonen. Vraag wat er sinds de breuk veranderd is, en "
                "luister of er een voorbeeld komt. Spreek af wat jullie de eerste keer anders doen "
                "als het weer misgaat, want het gaat een keer weer mis.</p>"
                "<p>Was er geweld of dwang, wees dan extra voorzichtig met mooie woorden na een "
                "stilte. Spijt en bloemen kunnen bij het patroon horen. Veilig Thuis (0800-2000, "
                "gratis, dag en nacht) denkt met je mee voordat je een besluit neemt. En merk je dat "
                "het leven zonder de ander je niet meer de moeite waard lijkt, wacht dan op niemand: "
                "praat met je huisarts of bel 113, gratis op 0800-0113.</p>"
            ),
        ),
        (
            "reflection",
            {
                "title": "Om bij stil te staan",
                "questions": [
                    "Waar mis je deze persoon, en waar mis je het om samen met iemand te zijn?",
                    (
                        "Wat zou er veranderd moeten zijn om het een tweede keer te laten lukken, en "
                        "wie van jullie is daarmee begonnen?"
                    ),
                    "Wat heb je uitgesteld voor het geval dat, en wat kost dat je per maand?",
                ],
            },
        ),
        (
            "call_to_action",
            {
                "title": "Samen naar je hoop kijken",
                "text": (
                    "In een kennismaking van een halfuur kijken we wat je vasthoudt en wat je nodig "
                    "hebt. Ik beloof geen ex terug. Wel een eerlijk gesprek."
                ),
                "button_text": "Lees over begeleiding",
                "page": "begeleiding",
            },
        ),
    ],
}
