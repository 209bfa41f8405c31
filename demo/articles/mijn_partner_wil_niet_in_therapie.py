"""Demo article: when a partner does not want to go to couples therapy."""

ARTICLE = {
    "slug": "mijn-partner-wil-niet-in-therapie",
    "title": "Mijn partner wil niet in therapie",
    "intro": (
        "Jij hebt de websites al gelezen en de wachttijden vergeleken. De ander zegt dat jullie er "
        "zelf wel uitkomen. Wat doe je als je partner niet in therapie wil en jij zo niet verder "
        "kunt?"
    ),
    "category": ["mijn-ex-terug"],
    "tags": ["relatietherapie", "communicatie", "twijfel", "samen praten"],
    "authors": ["marit-van-wezel"],
    "published": "2026-08-30T20:15",
    "revised": None,
    "hero": "mijn-partner-wil-niet-in-therapie",
    "hero_alt": "Twee leunstoelen bij een rond raam, waarvan er een van de ander is weggedraaid",
    "hero_caption": "Er staan twee stoelen klaar. Een ervan kijkt de andere kant op.",
    "focus_keyphrase": "partner wil niet in therapie",
    "seo_title": "Mijn partner wil niet in therapie: wat kun je doen?",
    "search_description": (
        "Je partner wil niet in therapie. Wat een nee kan betekenen, hoe je het opnieuw vraagt, wat "
        "je alleen kunt doen en wanneer samen gaan onveilig is."
    ),
    "related": ["hechtingsstijlen-in-de-liefde", "komt-mijn-ex-terug"],
    "magnet": "e-book",
    "sensitive": True,
    "body": [
        ("heading", {"level": "h2", "text": "‘Wat moet zo’n vreemde daar nou over zeggen?’"}),
        (
            "paragraph",
            (
                "<p>Het gesprek vindt opvallend vaak plaats in een auto. Daar kan niemand weg en "
                "hoeft niemand elkaar aan te kijken. Jij hebt er drie weken op geoefend. Ter hoogte "
                "van een benzinestation zeg je, zo luchtig mogelijk, dat je hebt zitten denken of "
                "het misschien goed zou zijn om eens met iemand te praten. Samen. De "
                "richtingaanwijzer tikt. ‘Wat moet zo’n vreemde daar nou over zeggen?’ vraagt je "
                "partner, en zet de radio iets harder.</p>"
                "<p>Zo’n vreemde ben ik. Ik krijg dus vooral de ene helft van dit verhaal te horen, "
                "namelijk van degene die wél op mijn bank zit. Daarom zeg ik het er meteen bij: in "
                "de jaren dat ik dit werk doe, heb ik ook heel wat weigeraars gesproken. De meesten "
                "waren aardige mensen met een reden. Ze hadden die reden alleen nog nooit hardop "
                "gezegd, ook niet tegen zichzelf.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wat een nee kan betekenen"}),
        (
            "paragraph",
            (
                "<p>Een nee op therapie klinkt algauw als een nee op jou. ‘Als hij van me hield, "
                "ging hij mee.’ Dat kan waar zijn. Vaker zit er iets anders onder, en het loont om "
                "te weten wat, want elke reden vraagt een ander gesprek.</p>"
            ),
        ),
        (
            "patterns",
            {
                "title": "Vijf redenen om niet mee te willen",
                "items": [
                    {
                        "term": "Schaamte",
                        "explanation": (
                            "Wie thuis leerde dat je de vuile was binnenhoudt, ervaart een "
                            "spreekkamer als een waslijn aan de straatkant."
                        ),
                    },
                    {
                        "term": "Angst voor het vonnis",
                        "explanation": (
                            "Je partner verwacht een rechter en vermoedt dat jij je pleidooi al af "
                            "hebt. Die twee tegenover één, vijftig minuten lang."
                        ),
                    },
                    {
                        "term": "Geen woorden",
                        "explanation": (
                            "Sommige mensen voelen veel en hebben er weinig taal voor. Een uur "
                            "praten over gevoel lijkt dan op een examen in een vreemd land."
                        ),
                    },
                    {
                        "term": "Moe of niet overtuigd",
                        "explanation": (
                            "Er is geld mee gemoeid, er moet een oppas komen, en vorige keer hielp "
                            "het ook niet. Dat zijn gewone bezwaren en je mag ze serieus nemen."
                        ),
                    },
                    {
                        "term": "Al half weg",
                        "explanation": (
                            "Soms wil iemand niet mee omdat het besluit eigenlijk gevallen is. "
                            "Therapie zou dat aan het licht brengen."
                        ),
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>De laatste is degene waar je bang voor bent. Ga er niet van uit dat het die is. "
                "Ga er ook niet omheen: als je het wilt weten, kun je het vragen.</p>"
            ),
        ),
        (
            "image",
            {
                "image": "twee-stoelen",
                "alt": "Twee lege stoelen naast elkaar op een strand, met de leuningen naar ons toe en de zon boven zee",
                "decorative": False,
                "caption": "Naast elkaar kijken is soms al genoeg om te kunnen praten.",
                "width": "wide",
            },
        ),
        ("heading", {"level": "h2", "text": "De dans eronder"}),
        (
            "paragraph",
            (
                "<p>Bij veel stellen is het gesprek over therapie een kopie van alle andere "
                "gesprekken. De een vraagt, dringt aan, stuurt artikelen door zoals dit. De ander "
                "wordt stiller, krijgt het druk in de schuur en komt pas binnen als het licht boven "
                "uit is. Hoe harder de een klopt, hoe zorgvuldiger de ander de deur vasthoudt. In "
                "het vak heet dat vragen en terugtrekken, en het is een van de best beschreven "
                "patronen bij stellen. Waar het vandaan kan komen, lees je in <a "
                'href="page:hechtingsstijlen-in-de-liefde">Hechtingsstijlen</a>.</p>'
                "<p>Het gemene is dat beide posities van binnenuit volkomen redelijk zijn. Jij "
                "dringt aan omdat er niets gebeurt. De ander trekt zich terug omdat er zo wordt "
                "aangedrongen. Allebei wachten jullie tot de ander begint.</p>"
            ),
        ),
        (
            "case_study",
            {
                "names": "Esther en Bram",
                "ages": "41 en 43",
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Esther had het zes keer gevraagd, ze wist de data nog. Bram had zes "
                            "keer gezegd dat hij erover zou nadenken. Bij de zevende keer zei ze dat "
                            "ze dan wel alleen ging, en dat deed ze. In ons tweede gesprek vroeg ik "
                            "wat Bram over mij dacht. ‘Dat jij vindt dat hij moet huilen,’ zei "
                            "ze.</p>"
                            "<p>Ze heeft dat thuis overgebracht, met de groeten. Bram moest lachen. "
                            "Een paar dagen later begon hij er zelf over, in het donker, met zijn "
                            "rug naar haar toe. Zijn ouders waren vroeger in therapie geweest en een "
                            "maand daarna gescheiden. Hij was elf en had die avond in de gang "
                            "gezeten. In zijn hoofd was het een ding dat je deed vlak voor het "
                            "einde.</p>"
                            "<p>Ze zijn één keer samen gekomen, omdat Esther had gevraagd om één "
                            "keer. Daarna nog acht. Gehuild heeft hij niet. Ze zijn nog bij elkaar, "
                            "en ze hebben nog steeds ruzie over de schuur.</p>"
                        ),
                    ),
                    (
                        "quote",
                        {
                            "text": (
                                "Ik dacht dat je daarheen ging om te horen wie er gelijk had. Ik had "
                                "mijn argumenten op een briefje."
                            ),
                            "source": "Bram",
                            "kind": "client",
                        },
                    ),
                ],
            },
        ),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Vraag eens waar je partner bang voor is als jullie zouden gaan. En stel dan, "
                    "hoe moeilijk ook, tien minuten lang geen enkel tegenargument op.</p>"
                ),
            },
        ),
        ("heading", {"level": "h2", "text": "Hoe je het opnieuw vraagt"}),
        ("heading", {"level": "h3", "text": "Kies een ander moment"}),
        (
            "paragraph",
            (
                "<p>Midden in een ruzie is ‘we moeten in therapie’ een wapen. Vlak voor het slapen "
                "is het een dreigement. Kies een gewoon moment waarop er niets aan de hand is, en "
                "zeg van tevoren hoelang het duurt. Wandelen werkt beter dan tegenover elkaar "
                "zitten. De auto mag, als jullie niet te laat zijn.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Vraag iets kleins"}),
        (
            "paragraph",
            (
                "<p>‘Relatietherapie’ klinkt als een traject met een intake en een kleedkamer. Vraag "
                "om één gesprek. Spreek af dat ieder daarna mag zeggen of het voor herhaling vatbaar "
                "is, en meen dat. Laat je partner de therapeut kiezen uit drie namen, of een man als "
                "dat helpt, of iemand in een andere stad vanwege de buren. En bied aan dat jij "
                "begint met jouw aandeel. Dat laatste is minder leuk dan het klinkt.</p>"
            ),
        ),
        ("heading", {"level": "h4", "text": "Zinnen die de deur openhouden"}),
        (
            "table",
            {
                "caption": "Van verwijt naar verzoek",
                "head": ["Wat je misschien zei", "Wat de ander hoort", "Wat je kunt proberen"],
                "rows": [
                    [
                        "‘We moeten in therapie.’",
                        "Jij bent stuk",
                        "‘Ik kom er met mezelf niet meer uit. Wil je één keer met me mee?’",
                    ],
                    [
                        "‘Jij praat nooit.’",
                        "Je zakt voor het examen",
                        "‘Ik zou graag weten hoe het voor jou is. Het mag ook op papier.’",
                    ],
                    [
                        "‘Anders hoeft het voor mij niet meer.’",
                        "Chantage, of het is al voorbij",
                        "‘Ik ben bang dat ik je kwijtraak als we zo doorgaan.’",
                    ],
                    [
                        "‘Iedereen zegt dat het normaal is.’",
                        "Iedereen weet het al",
                        "‘Ik heb dit met niemand besproken behalve met jou.’",
                    ],
                ],
            },
        ),
        ("paragraph", "<p>Die laatste zin moet dan natuurlijk wel kloppen.</p>"),
        ("heading", {"level": "h3", "text": "Wees zuinig met ultimatums"}),
        (
            "paragraph",
            (
                "<p>Een grens is iets anders dan een dreigement. Een grens gaat over wat jij doet: "
                "‘Ik hou dit zo niet nog een jaar vol, en ik wil voor de kerst weten of we er samen "
                "iets aan gaan doen.’ Zeg hem alleen als je hem waar kunt maken, en liefst één keer. "
                "Een ultimatum dat je elke maand verlengt, leert je partner vooral dat je het niet "
                "meent.</p>"
            ),
        ),
        (
            "quote",
            {
                "text": (
                    "Je kunt een paard naar het water brengen, maar je kunt het niet dwingen te drinken."
                ),
                "source": "Spreekwoord",
                "kind": "saying",
            },
        ),
        (
            "paragraph",
            (
                "<p>Over dat paard wordt zelden verteld wat de eigenaar intussen deed. Ik stel voor "
                "dat die zelf alvast een slok nam.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Als het een aarzelend ja wordt"}),
        (
            "paragraph",
            (
                "<p>Stel dat er een ‘vooruit dan’ komt, gevolgd door een zucht. Neem het aan zoals "
                "het is. Veel goede gesprekken zijn met een zucht begonnen. Vertel wat je partner "
                "kan verwachten, want onbekend terrein is voor een weigeraar het ergste. Meestal "
                "vraagt een therapeut de eerste keer aan ieder waarom jullie er zijn, wat er wel "
                "goed gaat en wat er over een paar maanden anders zou moeten zijn. Er hoeft niemand "
                "op de grond te zitten. Er is vrijwel altijd koffie, en ergens in het zicht staat "
                "een doos zakdoekjes waar de meeste mannen de hele tijd langs kijken.</p>"
                "<p>Spreek voor de heenweg af dat jullie het er op de terugweg niet over hebben. Dat "
                "is mijn nuttigste advies en het wordt het minst opgevolgd. Na zo’n uur is degene "
                "die moeite had met praten leeg, en degene die erop gewacht had zit juist vol. Laat "
                "er een nacht overheen gaan. Haal onderweg patat. Vraag de volgende dag wat er is "
                "blijven hangen, en houd je eigen samenvatting nog even voor je, hoe goed die ook "
                "is.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Alleen beginnen"}),
        (
            "paragraph",
            (
                "<p>Een relatie is een mobile: beweeg één kant en de rest gaat mee hangen. Je kunt "
                "dus ook in je eentje beginnen, zonder dat het een nederlaag is of een trucje. Je "
                "werkt dan aan het deel waar jij over gaat. Dat is de helft, en dat is aanzienlijk "
                "meer dan niets.</p>"
                "<ul>"
                "<li><b>Stop een week met duwen.</b> Stuur niets door en zucht alleen als er niemand "
                "thuis is. Kijk wat er in de vrijgekomen ruimte gebeurt. Vertel wel dat je het doet, "
                "anders lijkt het op mokken.</li>"
                "<li><b>Verander je eigen openingszin.</b> Begin bij wat je ziet en wat het met je "
                "doet, en vraag dan één ding. ‘Ik schrik als je wegloopt. Wil je zeggen wanneer je "
                "terugkomt?’</li>"
                "<li><b>Zoek een eigen plek om te praten.</b> Een coach, een praktijkondersteuner "
                "bij de huisarts, een vriendin die niet automatisch jouw kant kiest.</li>"
                "<li><b>Doe iets samen wat geen gesprek is.</b> Een schutting verven. Kaarten. Veel "
                "stillere mensen praten beter met iets in hun handen.</li>"
                "</ul><p>De huisarts is een goede eerste deur als je somber wordt, slecht slaapt of "
                "niet weet waar te beginnen. Een gesprek met de huisarts of de praktijkondersteuner "
                "gaat niet van je eigen risico af. Relatietherapie zit meestal niet in het "
                "basispakket; sommige aanvullende verzekeringen vergoeden een deel. Even bellen "
                "scheelt een verrassing.</p>"
            ),
        ),
        (
            "media_appearance",
            {
                "outlet": "De Ochtendbode",
                "title": (
                    "‘Eén stoel leeg is ook een gesprek’: Marit van Wezel over alleen in relatietherapie"
                ),
                "url": "https://voorbeeld.example/ochtendbode/een-stoel-leeg",
                "image": "media-logo",
                "date": "2026-02-14",
            },
        ),
        ("heading", {"level": "h3", "text": "Een brug tussen wel en niet"}),
        (
            "paragraph",
            (
                "<p>Er bestaan tussenvormen. Een weekend of cursus voor stellen, waar je niets hoeft "
                "te vertellen met anderen erbij. Een boek dat je om en om een hoofdstuk leest, met "
                "potlood in de kantlijn. Een kort traject voor twee mensen die er verschillend in "
                "staan, de een wil door en de ander weet het niet; sommige therapeuten noemen dat "
                "twijfelgesprekken. Het doel is dan nog niet de relatie herstellen. Jullie zoeken "
                "alleen uit of jullie het willen proberen.</p>"
            ),
        ),
        ("listen_also", {"episode": "hoop-is-geen-plan", "text": ""}),
        ("heading", {"level": "h2", "text": "Wanneer samen gaan geen goed idee is"}),
        (
            "paragraph",
            (
                "<p>Ik zeg niet vaak dat een stel beter niet samen naar mij toe kan komen. In één "
                "geval wel. Als er geweld is, of dwang, of als je thuis moet boeten voor wat je in "
                "zo’n kamer vertelt, dan is gezamenlijke therapie onveilig. Je kunt er niet eerlijk "
                "zijn, en eerlijkheid kan je schade doen.</p>"
            ),
        ),
        (
            "signals",
            {
                "title": "Ga niet samen, en zoek eerst hulp voor jezelf, als …",
                "items": [
                    "je bang bent voor de reactie van je partner op wat je zegt",
                    "je geslagen, geduwd, vastgehouden of tot seks gedwongen wordt",
                    "je partner bepaalt wie je ziet, wat je uitgeeft of wat er op je telefoon staat",
                    "er gedreigd wordt met de kinderen, met je baan of met zelfdoding",
                    "je na elk bezoek of telefoongesprek verantwoording moet afleggen",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Bel in dat geval Veilig Thuis: <b>0800-2000</b>, gratis, dag en nacht, ook "
                "anoniem en ook als je niet weet of het ‘telt’. Bij direct gevaar: 112. Praat je "
                "partner over niet meer willen leven, neem dat serieus en overleg met de huisarts of "
                "met 113 (0800-0113). Ook jij mag dat nummer bellen. Speelt er een verslaving, dan "
                "is behandeling daarvan meestal de eerste stap; je huisarts weet de weg, ook voor "
                "jou als naaste.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Als het nee blijft"}),
        (
            "paragraph",
            (
                "<p>Soms blijft het nee. Je hebt het vriendelijk gevraagd, klein gevraagd, gewacht, "
                "en je eigen helft opgepakt. Er komt geen beweging. Dan verschuift de vraag. Eerst "
                "luidde die: hoe krijg ik hem mee? Nu wordt het: kan ik leven met deze relatie zoals "
                "ze is? Dat is een eenzame vraag, en het is er wel een die je zelf kunt "
                "beantwoorden.</p>"
                "<p>Er zijn mensen die dan blijven. Een vrouw van achtenvijftig zei me dat ze haar "
                "man nooit zou horen zeggen wat hij voelde, en dat hij al dertig jaar elke "
                "winterochtend haar fietszadel droogmaakte. Ze had besloten dat als taal te lezen. "
                "Er zijn ook mensen die gaan, soms met verdriet en zonder dat er iemand slecht was. "
                "Ik heb geen voorkeur. Ik zie wel dat beide beter gaan als je het kiest, en slechter "
                "als het je overkomt omdat niemand iets zei.</p>"
                "<p>Is het intussen uit, en zegt je ex nu ineens dat hij wel in therapie wil? Dan is "
                "dat mooi, en een afspraak in de agenda is mooier. Vraag om die afspraak voordat je "
                'je koffer uitpakt. In <a href="page:komt-mijn-ex-terug">Komt mijn ex terug?</a> '
                "schrijf ik over het verschil tussen een gebaar en een verandering.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": (
                    "<p>Je kunt vragen, uitnodigen en het goede voorbeeld geven. Willen kan alleen "
                    "de ander. Dat is jammer, en het scheelt je ook een baan.</p>"
                ),
            },
        ),
        (
            "image",
            {
                "image": "pad-langs-het-water",
                "alt": "Iemand loopt alleen over een pad langs een sloot met knotwilgen",
                "decorative": False,
                "caption": "Wie alleen begint te lopen, is ook onderweg.",
                "width": "text",
            },
        ),
        (
            "reflection",
            {
                "title": "Voor jou alleen, met een potlood",
                "questions": [
                    (
                        "Wat hoop je dat een therapeut tegen je partner zegt? Kun je dat zelf "
                        "zeggen, zonder gelijk te hoeven krijgen?"
                    ),
                    "Wat zou een therapeut tegen jou zeggen?",
                    (
                        "Stel dat er een jaar lang niets verandert: wat is er dan nog goed, en wat "
                        "is er dan op?"
                    ),
                    "Welke stap kun je deze week zetten waar de ander niets voor hoeft te doen?",
                ],
            },
        ),
        (
            "faq",
            {
                "title": "Veelgestelde vragen",
                "items": [
                    {
                        "question": "Heeft relatietherapie zin als maar één van ons gemotiveerd is?",
                        "answer": (
                            "<p>Soms wel. Veel stellen beginnen ongelijk. Een goede therapeut vraagt "
                            "eerst naar de twijfel en begint niet meteen te repareren. Zit iemand er "
                            "alleen om het verwijt voor te zijn dat hij niets geprobeerd heeft, dan "
                            "houdt het meestal snel op.</p>"
                        ),
                    },
                    {
                        "question": "Mag ik stiekem in mijn eentje gaan?",
                        "answer": (
                            "<p>Je mag hulp zoeken zonder toestemming. Ik zou het in een veilige "
                            "relatie wel vertellen, omdat een geheim erbij zelden helpt. Voel je je "
                            "niet veilig, dan hoef je niets te vertellen.</p>"
                        ),
                    },
                    {
                        "question": "Is online therapie een goed alternatief?",
                        "answer": (
                            "<p>Voor sommige weigeraars is het zelfs makkelijker: je eigen bank, "
                            "geen wachtkamer. Zet de laptop zo neer dat jullie allebei in beeld "
                            "passen. Dat is al een oefening in dicht bij elkaar zitten.</p>"
                        ),
                    },
                    {
                        "question": "Hoelang moet ik wachten op een ja?",
                        "answer": (
                            "<p>Daar is geen norm voor. Kies zelf een moment waarop je de balans "
                            "opmaakt en vertel je partner wanneer dat is. Wachten zonder datum slijt "
                            "langzaam in tot een manier van leven.</p>"
                        ),
                    },
                ],
            },
        ),
        ("lead_magnet", {"magnet": "e-book"}),
        (
            "read_also",
            {
                "page": "hechtingsstijlen-in-de-liefde",
                "text": "Waarom jij trekt en de ander duwt",
            },
        ),
        (
            "call_to_action",
            {
                "title": "Kom gerust alleen",
                "text": (
                    "De tweede stoel mag leeg blijven. We beginnen met wat jij kunt doen, en je "
                    "partner mag later altijd aanschuiven."
                ),
                "button_text": "Lees hoe begeleiding werkt",
                "page": "begeleiding",
            },
        ),
    ],
}
