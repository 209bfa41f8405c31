"""Demo article: Opnieuw daten na liefdesverdriet."""

ARTICLE = {
    "slug": "opnieuw-daten-na-liefdesverdriet",
    "title": "Opnieuw daten na liefdesverdriet",
    "intro": (
        "Wanneer ben je eraan toe, wat vertel je over je ex en hoe herken je iemand die goed voor "
        "je is als je kompas nog natrilt? Voor de eerste keren daarna, met koffie en zonder haast."
    ),
    "category": ["weer-durven"],
    "tags": ["daten", "nieuwe relatie", "eerste date", "datingapps"],
    "authors": ["marit-van-wezel"],
    "published": "2026-11-15T21:00",
    "revised": None,
    "hero": "opnieuw-daten-na-liefdesverdriet",
    "hero_alt": "Een ontbijttafel bij het raam met twee dampende kopjes, twee lampen en twee stoelen die nog leeg zijn",
    "hero_caption": "Je hoeft nog niet te gaan zitten. De koffie blijft wel even warm.",
    "focus_keyphrase": "opnieuw daten na liefdesverdriet",
    "seo_title": "Opnieuw daten na liefdesverdriet: hoe begin je?",
    "search_description": (
        "Opnieuw daten na liefdesverdriet: hoe je merkt dat er ruimte is, wat je over je ex "
        "vertelt, welke valkuilen op liefde lijken en hoe je het klein houdt."
    ),
    "related": [
        "grenzen-in-een-nieuwe-relatie",
        "hechtingsstijlen-in-de-liefde",
        "vertrouwen-na-ontrouw",
    ],
    "magnet": "roadmap",
    "sensitive": False,
    "body": [
        ("heading", {"level": "h2", "text": "De bitterballen"}),
        (
            "paragraph",
            (
                "<p>Mijn eerste date na mijn scheiding was met een vriendelijke man in een geruit "
                "overhemd. Hij had het café uitgekozen omdat je er goed kon parkeren. Of ik iets wilde "
                "eten, vroeg hij. Ik zei: ‘Mijn ex hield ook van bitterballen.’ Daarna was het even "
                "stil, want iedereen houdt van bitterballen. Aan het eind van de middag stond ik te "
                "huilen in de parkeergarage, tweede verdieping onder de grond, tegen de "
                "betaalautomaat. Om de bitterballen, en omdat het verder zo gewoon was geweest.</p>"
                "<p>Ik vertel dit omdat je overal leest dat je op een dag ‘er klaar voor’ bent, alsof "
                "er een lampje gaat branden. Bij mij is dat lampje nooit aangegaan. Er kwam een "
                "donderdag waarop ik een uur of twee nieuwsgieriger was dan bang. Dat bleek genoeg om "
                "mee te beginnen.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wanneer ben je eraan toe?"}),
        (
            "paragraph",
            (
                "<p>Voor opnieuw daten na liefdesverdriet bestaan rekensommen. De helft van de "
                "relatie, een maand per jaar, minstens één kerst. Ze zijn bedacht door mensen die het "
                "ook niet wisten. Ik ken iemand die na vier maanden helder keek en iemand die na vier "
                "jaar nog bij elke witte Volvo zijn adem inhield. De kalender zegt dus weinig. Kijk "
                "liever wat er gebeurt als je je een avond met een onbekende voorstelt.</p>"
            ),
        ),
        (
            "signals",
            {
                "title": "Er komt ruimte als je…",
                "items": [
                    ("een hele middag niet aan je ex hebt gedacht en dat pas onder het tandenpoetsen merkt"),
                    (
                        "je een mislukte date kunt voorstellen en er vooral een goed verhaal voor je "
                        "zus in ziet"
                    ),
                    "je eigen aandeel in de breuk kent zonder er een vonnis van te maken",
                    "een zaterdagavond alleen kunt doorkomen, met of zonder plezier",
                    "nieuwsgierig bent naar de dingen waarin iemand helemaal niet op je ex lijkt",
                ],
            },
        ),
        ("heading", {"level": "h3", "text": "Wanneer je beter nog wacht"}),
        (
            "paragraph",
            (
                "<p>Wacht als je vooral wilt dat je ex het ziet. Wacht ook als je elke avond drinkt om "
                "de leegte door te komen, of als de dagen zo grijs zijn dat je nergens naar uitkijkt. "
                "Een date is dan een pleister op een plek waar eerst iemand naar moet kijken. Begin "
                "bij je huisarts. En ben je bang voor wat je ex doet als er een nieuwe liefde komt, "
                "overleg dan vooraf met Veilig Thuis, gratis en dag en nacht: 0800-2000.</p>"
            ),
        ),
        ("heading", {"level": "h4", "text": "En als je nog op je ex hoopt?"}),
        (
            "paragraph",
            (
                "<p>Daten om iemand te vergeten werkt ongeveer als boodschappen doen met andermans "
                "lijstje: je komt thuis met van alles, en niets is wat je zocht. De persoon tegenover "
                "je merkt dat vaak eerder dan jij. Hoop hoeft niet eerst helemaal weg. Wees er alleen "
                "eerlijk over, te beginnen tegen jezelf.</p>"
            ),
        ),
        ("read_also", {"page": "komt-mijn-ex-terug", "text": ""}),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Een paar uur nieuwsgieriger dan bang. Voor een kop koffie hoef je niet verder "
                    "te zijn dan dat.</p>"
                ),
            },
        ),
        (
            "image",
            {
                "image": "vloed",
                "alt": "Golven van papier die in lagen oplopen, met een lage zon erachter",
                "decorative": False,
                "caption": "Opkomend water maakt weinig geluid.",
                "width": "wide",
            },
        ),
        ("heading", {"level": "h2", "text": "Waar vind je iemand?"}),
        (
            "paragraph",
            (
                "<p>Waarschijnlijk op een app, want daar zit iedereen. Je ziet mannen met vissen. "
                "Niemand weet waarom. Je ziet vrouwen die net zo makkelijk op de bank zitten als de "
                "Kilimanjaro op gaan. Het is een rare markt, en toch lopen er ook gewone mensen rond "
                "die net als jij de hele zondag over één zin hebben gedaan.</p><ul>"
                "<li><b>Hou het klein.</b> Twintig minuten per dag, aan tafel. Nooit in bed, want daar "
                "swipet de eenzaamheid mee.</li>"
                "<li><b>Schrijf iets waar een gesprek uit kan komen.</b> ‘Ik hou van reizen en lekker "
                "eten’ geldt voor het hele land. ‘Ik kan geen rijst koken en heb het opgegeven’ is een "
                "begin.</li>"
                "<li><b>Ga snel koffiedrinken.</b> Na drie weken schrijven ben je verliefd op je eigen "
                "berichten.</li>"
                "<li><b>Zeg het hardop.</b> Vertel twee mensen die je vertrouwt dat je openstaat voor "
                "een ontmoeting. Het koor en de buurvrouw doen de rest.</li></ul>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Veilig de deur uit"}),
        (
            "paragraph",
            (
                "<p>Spreek de eerste keren af op een plek waar mensen zijn. Ga met eigen vervoer, laat "
                "een vriend weten waar je zit en bel na afloop even. Geef je adres pas als je iemand "
                "kent. Wie daar beledigd over doet, heeft je een hoop uitzoekwerk bespaard.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wat vertel je over je ex?"}),
        (
            "paragraph",
            (
                "<p>Je ex schuift toch aan, die eerste keren. Je kunt er een stoel voor neerzetten "
                "zonder het hele gesprek aan hem of haar te geven. Een vuistregel: vertel wat iets "
                "zegt over jou, en bewaar wat vooral iets zegt over de ander.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Hoeveel verhaal op welk moment",
                "head": ["Moment", "Wat je kunt vertellen", "Wat kan wachten"],
                "rows": [
                    [
                        "Voor de eerste date",
                        "‘Ik ben nu ruim een jaar alleen.’",
                        "Wie er wegging en waarom",
                    ],
                    [
                        "De eerste date",
                        "‘Het was verdrietig. Het gaat goed genoeg om hier te zitten.’",
                        "De advocaat, de schoonmoeder en de caravan",
                    ],
                    [
                        "Na een paar keer",
                        "Wat je erdoor bent gaan begrijpen en wat je nog moeilijk vindt",
                        "De geheimen van je ex. Die zijn niet van jou",
                    ],
                    [
                        "Als het ernst wordt",
                        "Kinderen, geld, hoe vaak je je ex spreekt, waar je bang voor bent",
                        "Hier hoeft niet veel meer te wachten",
                    ],
                ],
            },
        ),
        (
            "case_study",
            {
                "names": "Rogier en Hedwig",
                "ages": "44 en 41",
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Rogier had zich voorbereid. Op de achterkant van een kassabon stonden "
                            "gespreksonderwerpen: werk, muziek, geen Sandra. Dat ging twee dates goed. Op "
                            "de derde noemde hij Hedwig Sandra, midden in een zin over de vaatwasser.</p>"
                            "<p>Hedwig legde haar vork neer. ‘Ik zat te wachten wie van ons het eerst zou "
                            "doen,’ zei ze. ‘Ik heb al twee keer bijna Erik gezegd.’ Ze spraken af dat een "
                            "verkeerde naam een euro in een pot kostte. Toen ik hem een jaar later "
                            "terugzag, om iets met zijn dochter, zat er zeven euro in. Ze wilden er ooit "
                            "bitterballen van eten. Ik heb mijn mond gehouden.</p>"
                        ),
                    ),
                    (
                        "quote",
                        {
                            "text": (
                                "Ik dacht dat mijn huis eerst leeg moest zijn voordat er iemand in mocht. "
                                "Zij vroeg gewoon waar ze haar jas kon hangen."
                            ),
                            "source": "Rogier, 44",
                            "kind": "client",
                        },
                    ),
                ],
            },
        ),
        ("heading", {"level": "h2", "text": "De eerste date zelf"}),
        (
            "paragraph",
            (
                "<p>Een uur, overdag, op een plek waar je de weg naar de wc kent. Trek iets aan waar "
                "je al eens in gelachen hebt. Spreek van tevoren af hoe laat je weg moet, ook als je "
                "nergens heen hoeft. Als het leuk is, heb je iets om naar uit te kijken. Is het niets, "
                "dan heb je een trein.</p>"
                "<p>Je hoeft na afloop niet te weten of dit de liefde is. Je hoeft alleen te weten of "
                "je dit gesprek nog eens zou willen voeren.</p>"
            ),
        ),
        (
            "image",
            {
                "image": "pad-langs-het-water",
                "alt": "Iemand loopt alleen over een pad langs een sloot met knotwilgen",
                "decorative": False,
                "caption": "Wandelen praat makkelijk, straks. Eerst een rondje alleen.",
                "width": "text",
            },
        ),
        ("heading", {"level": "h3", "text": "Wat je lichaam ervan vindt"}),
        (
            "paragraph",
            (
                "<p>Reken op rare reacties. Je kunt blozen om een voornaam, of in de tram terug opeens "
                "hevig naar je ex verlangen. Dat verlangen zegt weinig over degene met wie je koffie "
                "dronk. Je zat voor het eerst in lange tijd weer dicht bij iemand, en je lichaam zocht "
                "in de kast naar een map met dat onderwerp. Er stond er maar één.</p>"
            ),
        ),
        ("heading", {"level": "h4", "text": "Als er een traan komt"}),
        (
            "paragraph",
            (
                "<p>Zeg iets korts: ‘Sorry, dit is nieuw voor me.’ Iemand die je een servet aanreikt "
                "en even wacht, heeft je veel verteld. Iemand die op zijn horloge kijkt ook.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Vlinders, rust en andere verwarring"}),
        (
            "paragraph",
            (
                "<p>Na een breuk wijst je kompas een tijdje scheef. Was de liefde de laatste jaren "
                "vooral spannend, dan houd je spanning makkelijk voor liefde. Iemand die belt wanneer "
                "hij zegt dat hij belt, lijkt dan een beetje saai. Geef die saaiheid drie dates. Soms "
                "blijkt ze de afwezigheid van angst te zijn, en daar moet je aan wennen als aan een "
                "huis zonder tocht. Waarom dat zo werkt, lees je in mijn stuk over <a "
                'href="page:hechtingsstijlen-in-de-liefde">hechtingsstijlen</a>.</p>'
            ),
        ),
        (
            "patterns",
            {
                "title": "Vier valkuilen die op liefde lijken",
                "items": [
                    {
                        "term": "De vervanger",
                        "explanation": (
                            "Lijkt verdacht veel op je ex, tot en met de jas. Je voelt je meteen "
                            "thuis, in een huis dat je net was uitgezet."
                        ),
                    },
                    {
                        "term": "Het tegengif",
                        "explanation": (
                            "Lijkt in niets op je ex. Bij nader inzien is dat het enige wat je van hem weet."
                        ),
                    },
                    {
                        "term": "De redder",
                        "explanation": (
                            "Doet je belasting, hangt je lampen op en begint na drie weken over "
                            "samenwonen. Heerlijk, tot je zelf eens iets wilt beslissen."
                        ),
                    },
                    {
                        "term": "De wachtkamer",
                        "explanation": (
                            "Iemand die het gezellig houdt en nooit iets afspreekt. Je zit weer te "
                            "wachten, en wachten kende je al."
                        ),
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Herken je er een, dan hoef je niet weg te rennen. Vertraag. Zeg eens nee tegen "
                "iets kleins en let op wat er gebeurt. Joost schreef daar een heel stuk over: <a "
                'href="page:grenzen-in-een-nieuwe-relatie">Grenzen in een nieuwe relatie</a>.</p>'
            ),
        ),
        (
            "image",
            {
                "image": "papieren-heuvels",
                "alt": "Heuvels van papier in lagen achter elkaar, met een zon boven de verste",
                "decorative": False,
                "caption": "Achter de ene heuvel ligt er meestal nog een. Van dichtbij valt de helling mee.",
                "width": "full",
            },
        ),
        (
            "gallery",
            {
                "images": [
                    {
                        "image": "eb",
                        "alt": "Een strand van papier bij eb, met rimpels in het zand",
                        "decorative": False,
                        "caption": "Eerst ebt het weg.",
                    },
                    {
                        "image": "vloed",
                        "alt": "Golven van papier die in lagen oplopen",
                        "decorative": False,
                        "caption": "Dan komt het terug, met iets anders erin.",
                    },
                ],
                "columns": "2",
            },
        ),
        (
            "quote",
            {
                "text": "Ook de tweede lente begint met modder.",
                "source": "Gehoord in de wachtkamer",
                "kind": "saying",
            },
        ),
        ("heading", {"level": "h2", "text": "Als het misgaat"}),
        (
            "paragraph",
            (
                "<p>Je wordt vermoedelijk een keer afgewezen. Na liefdesverdriet komt zoiets op twee "
                "plekken tegelijk aan. De man van dinsdag stuurde een aardig berichtje, en jij ligt te "
                "huilen om iemand van drie jaar geleden. Probeer het verdriet op het juiste adres te "
                "bezorgen. Hoeveel is voor dinsdag? Vaak is dat een klein pakje. De rest mag nog eens "
                "naar het oude huis, en daarna is het tijd om een vriendin te bellen.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Zelf nee zeggen"}),
        (
            "paragraph",
            (
                "<p>‘Ik vond het een leuk gesprek en ik merk dat ik er niet verder mee wil. Het ga je "
                "goed.’ Twee zinnen, liefst de volgende dag. Verdwijnen zonder bericht lijkt zachter, "
                "maar wie ooit op een antwoord heeft gewacht weet beter.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "En de kinderen?"}),
        (
            "paragraph",
            (
                "<p>Die hoeven je eerste dates niet te ontmoeten. Ze hebben pas iemand verloren uit "
                "hun dagelijks leven en hechten zich sneller dan jij je bedenkt. Wacht tot jullie "
                "allebei denken dat het blijft. Vertel het dan eerst aan je kinderen zelf, ook als ze "
                "zestien zijn en alleen ‘boeie’ zeggen. Dat is een vorm van luisteren.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": (
                    "<p>Een date die op niets uitloopt, is geen bewijs dat het nooit meer lukt. Je "
                    "weet nu één ding meer over wat je zoekt, en de koffie was betaald.</p>"
                ),
            },
        ),
        ("listen_also", {"episode": "de-eerste-date-daarna", "text": ""}),
        (
            "reflection",
            {
                "title": "Voor je een foto uitkiest",
                "questions": [
                    "Wat mis je: je ex, een relatie, of iemand die vraagt hoe je dag was?",
                    "Welke fout uit je vorige liefde zou je deze keer eerder willen opmerken?",
                    "Wie ben je geworden sinds het uit is, en wat daarvan wil je houden?",
                ],
            },
        ),
        ("lead_magnet", {"magnet": "roadmap"}),
        (
            "faq",
            {
                "title": "Wat mensen mij erover vragen",
                "items": [
                    {
                        "question": "Is het oneerlijk om te daten als ik nog verdriet heb?",
                        "answer": (
                            "<p>Nee, zolang je er open over bent. ‘Ik vind het leuk en ik heb nog "
                            "slechte dagen’ is een eerlijke zin. De ander kan dan zelf beslissen.</p>"
                        ),
                    },
                    {
                        "question": "Ik voel helemaal niets bij een leuk iemand. Ben ik kapot?",
                        "answer": (
                            "<p>Vast niet. Verdoving na een breuk komt veel voor. Hou het licht, neem "
                            "de tijd. Blijft alles vlak, ook buiten de liefde, bespreek het dan met je "
                            "huisarts.</p>"
                        ),
                    },
                    {
                        "question": "Mijn vrienden vinden het te snel.",
                        "answer": (
                            "<p>Vraag wat ze zien. Soms zien ze iets wat jij mist. Soms hadden zij je "
                            "ex liever nog een tijdje aan tafel gehad.</p>"
                        ),
                    },
                    {
                        "question": "Moet ik foto’s van mijn ex weghalen voordat er iemand komt?",
                        "answer": (
                            "<p>Van de slaapkamermuur wel. Een album in de kast mag blijven staan. Je "
                            "hebt een verleden, en je bezoek ook.</p>"
                        ),
                    },
                ],
            },
        ),
        ("divider", None),
        (
            "paragraph",
            (
                "<p>De man met het geruite overhemd heb ik nooit meer gezien. Er volgden nog een paar "
                "cafés, en een enkele parkeergarage. Jaren later zat ik in zo’n café tegenover iemand "
                "die de kaart bestudeerde alsof er een examen over kwam. Ik stelde bitterballen voor. "
                "Hij trok een gezicht. ‘Niet boos worden,’ zei hij, ‘maar daar heb ik nooit iets aan "
                "gevonden.’ Hij nam kaasstengels. Ik keek naar hem en dacht: van jou weet ik nog "
                "helemaal niets. Het was een prettig gevoel.</p>"
            ),
        ),
        (
            "call_to_action",
            {
                "title": "Toe aan iemand die meekijkt?",
                "text": (
                    "In een gratis telefonische kennismaking van twintig minuten kijken we waar je "
                    "staat en of er al koffie bij past."
                ),
                "button_text": "Lees over de begeleiding",
                "page": "begeleiding",
            },
        ),
    ],
}
