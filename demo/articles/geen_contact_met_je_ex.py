"""Demo article: no contact with an ex, what it does and when it does not work."""

ARTICLE = {
    "slug": "geen-contact-met-je-ex",
    "title": "Geen contact met je ex: wat het doet en wanneer het niet werkt",
    "intro": (
        "Geen contact met je ex wordt verkocht als de truc waarmee je iemand terugkrijgt. Als truc "
        "stelt het weinig voor. Als rust kan het veel doen, mits je situatie zich ervoor leent."
    ),
    "category": ["mijn-ex-terug", "loslaten"],
    "tags": ["geen contact", "radiostilte", "ex terug", "sociale media", "co-ouderschap"],
    "authors": ["marit-van-wezel"],
    "published": "2026-03-08T20:00",
    "revised": "2026-09-20T11:15",
    "hero": "geen-contact-met-je-ex",
    "hero_alt": "Twee cirkels van papier, een rode en een groene, elk op een eigen oever van een diepe, donkere geul",
    "hero_caption": "Tussen twee oevers mag het een tijd stil zijn.",
    "focus_keyphrase": "geen contact met je ex",
    "seo_title": "Geen contact met je ex: wat het doet en wanneer niet",
    "search_description": (
        "Geen contact met je ex: wat de stilte met je doet, hoe je het netjes afspreekt en wanneer "
        "het niet werkt, zoals met kinderen of een samen huis."
    ),
    "related": ["komt-mijn-ex-terug", "blijven-malen-over-je-ex", "uit-elkaar-en-toch-onder-een-dak"],
    "magnet": "roadmap",
    "sensitive": True,
    "body": [
        ("heading", {"level": "h2", "text": "Donderdagavond, tien over elf"}),
        (
            "paragraph",
            (
                "<p>Je ziet dat hij typt. Drie puntjes, even weg, weer drie puntjes. Je zit rechtop "
                "in bed met een telefoon in je hand die warmer is dan jij. Na vier minuten komt er: "
                "‘Hoe is het met je moeder?’ En jij, die vanmorgen nog aan drie vriendinnen vertelde "
                "er klaar mee te zijn, schrijft een alinea over je moeder waar haar cardioloog iets "
                "aan zou hebben.</p>"
                "<p>Wie pas uit elkaar is, leeft vaak op zulke berichten. Ze zijn te mager om van te "
                "leven en te voedzaam om te laten staan. Daarom stel ik in mijn praktijk nogal eens "
                "voor om een tijd geen contact te hebben. En daarom raad ik het ook geregeld af. Het "
                "hangt ervan af waarvoor je het doet en of het in jouw leven kan.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wat geen contact eigenlijk is"}),
        ("heading", {"level": "h3", "text": "Een rustperiode"}),
        (
            "paragraph",
            (
                "<p>Geen contact betekent dat je voor een afgesproken tijd ophoudt met bellen, "
                "schrijven, langsgaan en meekijken. Ook het stille meekijken hoort erbij: zijn "
                "profiel, haar laatste keer online, de afspeellijst die jullie nog delen. Je doet "
                "het om je eigen hoofd tot rust te laten komen. Zoals je een enkel een poosje "
                "ontziet, zonder dat je daarmee iets over de trap wilt zeggen.</p>"
                "<p>Het is dus iets van jou. De ander hoeft er niet aan mee te werken, hoeft er "
                "niets van te leren en hoeft er zelfs niet onder te lijden. Op dat laatste punt hoor "
                "ik in de spreekkamer soms een zucht.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Geen hengel"}),
        (
            "paragraph",
            (
                "<p>Op internet heeft het een andere reputatie gekregen. Dertig dagen zwijgen, dan "
                "een vrolijk berichtje, en de ander staat op de stoep. Ik heb die belofte nooit door "
                "iemand zien waarmaken die ik vertrouw. Soms neemt een ex na een stilte contact op. "
                "Soms hoor je niets. Je kunt het verschil niet afdwingen door beter te zwijgen.</p>"
                "<p>Wie zwijgt om iemand te laten schrikken, heeft bovendien nog steeds de hele dag "
                "contact, alleen in gedachten. Je zit op wacht. Op dag zeventien ben je even moe als "
                "op dag één, en je hebt er een teller bij.</p>"
            ),
        ),
        ("quote", {"text": "Uit het oog, uit het hart.", "source": "Spreekwoord", "kind": "saying"}),
        (
            "paragraph",
            (
                "<p>Of dat klopt, hangt af van de termijn. Na een week is het onzin. Na een halfjaar "
                "zit er iets in, en dat is voor veel mensen de reden om er niet aan te beginnen.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "insight",
                "text": (
                    "<p>Stel jezelf één vraag voordat je begint: zou ik het ook doen als ik zeker "
                    "wist dat hij er niets van merkt? Bij een ja is het rust. Bij een nee is het een "
                    "bericht in vermomming.</p>"
                ),
            },
        ),
        ("heading", {"level": "h2", "text": "Wat de stilte met je doet"}),
        ("heading", {"level": "h3", "text": "Eerst wordt het erger"}),
        (
            "paragraph",
            (
                "<p>De eerste dagen vallen tegen. Je had op opluchting gehoopt en je krijgt onrust. "
                "Je pakt je telefoon zonder te weten waarvoor. Je bedenkt praktische zaken die echt "
                "overlegd moeten worden, zoals een pan. Waarom je lijf zo tekeergaat, beschrijft "
                'Joost in <a href="page:waarom-liefdesverdriet-lichamelijk-pijn-doet">Waarom '
                "liefdesverdriet lichamelijk pijn doet</a>; het komt erop neer dat een gewoonte van "
                "jaren protesteert.</p>"
                "<p>Reken op een week of twee waarin het zwaarder is dan ervoor. Ik zeg dat van "
                "tevoren, omdat mensen anders denken dat ze het verkeerd doen. Plan in die weken "
                "iets op de uren waarop jullie elkaar altijd spraken. Voor veel stellen is dat "
                "tussen tien en elf ’s avonds. Daar past een bad in, of een zus.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Daarna komt er ruimte"}),
        (
            "paragraph",
            (
                "<p>Er is onderzoek waarin mensen na een breuk een maand lang dagelijks opschreven "
                "hoe ze zich voelden. Bij wie contact had met de ex, namen liefde en verdriet minder "
                "snel af. Ander onderzoek ging over het online volgen van een ex en vond dat wie dat "
                "veel doet, gemiddeld meer last heeft en meer verlangt. Zulke uitkomsten bewijzen "
                "niet wat de oorzaak is. Misschien kijken verdrietige mensen gewoon vaker. Het past "
                "wel bij wat ik hoor, week na week, op de stoel tegenover me.</p>"
                "<p>De ruimte komt in kleine porties. Je kookt iets wat hij nooit lustte. Je hebt "
                "een rotdag op het werk en vertelt het aan iemand anders. Ergens in de vijfde week "
                "merk je dat je je telefoon in de auto hebt laten liggen en dat je hem niet eens "
                "gaat halen.</p>"
            ),
        ),
        (
            "image",
            {
                "image": "eb",
                "alt": "Een breed strand bij eb, met een slingerende geul, voetstappen en een papieren bootje dat is drooggevallen",
                "decorative": False,
                "caption": (
                    "Het water trekt zich terug in zijn eigen tempo. Daar kun je bij gaan staan "
                    "kijken, maar je hoeft het niet te doen."
                ),
                "width": "full",
            },
        ),
        (
            "case_study",
            {
                "names": "Mirjam en Stefan",
                "ages": "45 en 47",
                "body": [
                    (
                        "paragraph",
                        (
                            "<p>Mirjam had Stefan in het voorjaar gevraagd een maand niets te laten "
                            "horen. Stefan vond het een goed idee en stuurde elke zondag een foto "
                            "van de hond. Zonder tekst, dat telde volgens hem niet. Mirjam keek op "
                            "zaterdagavond al uit naar die foto en was er op maandag nog van slag "
                            "van.</p>"
                            "<p>Bij de derde hond zaten we samen aan tafel. We schreven één bericht: "
                            "‘Ik mis hem ook. Toch wil ik tot 1 juni ook geen foto’s. Als er iets "
                            "met hem is, bel je mijn broer.’ Stefan antwoordde met een duim en hield "
                            "zich eraan. Die duim viel haar vies tegen. Ze had op meer weerstand "
                            "gerekend, en toen ze dat hardop zei, wist ze ook waarop ze eigenlijk "
                            "wachtte.</p>"
                        ),
                    ),
                    (
                        "quote",
                        {
                            "text": "Ik dacht dat ik die hond miste.",
                            "source": "Mirjam",
                            "kind": "client",
                        },
                    ),
                ],
            },
        ),
        ("heading", {"level": "h2", "text": "Hoe je het afspreekt"}),
        (
            "paragraph",
            (
                "<p>Verdwijnen zonder iets te zeggen kan soms nodig zijn, daarover straks meer. In "
                "gewone omstandigheden is een kort bericht netter en voor jezelf duidelijker. Zet "
                "erin wat je doet, tot wanneer, en wat er in geval van nood gebeurt. Laat de uitleg "
                "weg. Uitleg is een uitnodiging.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Een bericht dat klopt"}),
        (
            "paragraph",
            (
                "<p>Iets als dit: <i>‘Ik merk dat ons contact me in de war houdt. Ik wil tot 1 mei "
                "geen berichten of telefoontjes, ook geen lieve. Voor de sleutel en de post kun je "
                "mijn zus bellen. Ik hoop dat je het begrijpt, en anders doe ik het toch.’</i> Die "
                "laatste zin mag je weglaten. Ik vind hem zelf wel lekker.</p>"
                "<p>Kies een termijn die je kunt overzien. Zes tot acht weken is voor de meeste "
                "mensen lang genoeg om iets te merken. Daarna kijk je opnieuw. ‘Voor altijd’ is bij "
                "liefdesverdriet een onhandige eenheid; niemand haalt de eerste avond.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "De dingen om je heen"}),
        ("heading", {"level": "h4", "text": "Je telefoon"}),
        (
            "paragraph",
            (
                "<p>Archiveer het gesprek, dan kom je het niet elke dag tegen. Haal de vaste plek "
                "bovenaan weg, zet meldingen uit, verander de naam desnoods in iets wat je aan de "
                "afspraak herinnert. Een cliënt maakte ervan: ‘Vraag eerst Ingrid’. Ingrid wist van "
                "niets, maar het werkte.</p>"
            ),
        ),
        ("heading", {"level": "h4", "text": "Sociale media"}),
        (
            "paragraph",
            (
                "<p>Ontvolgen of dempen is genoeg als je jezelf kunt vertrouwen. Kun je dat niet, "
                "dan is blokkeren een maatregel en geen oorlogsverklaring. Vergeet de omwegen niet: "
                "de beste vriend, het zusje, de tennisclub. Wie via het account van zijn neefje "
                "kijkt, kijkt ook.</p>"
            ),
        ),
        ("heading", {"level": "h4", "text": "Spullen en plekken"}),
        (
            "paragraph",
            (
                "<p>Doe foto’s en truien in een doos, plak hem dicht en geef hem aan iemand met een "
                "zolder. Weggooien kan later altijd nog. Koop je brood een tijdje bij de andere "
                "bakker, ook al is die minder.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "De mensen om jullie heen"}),
        (
            "paragraph",
            (
                "<p>Vrienden bedoelen het goed en vertellen je dus dat ze hem zagen, met iemand, en "
                "dat hij er moe uitzag. Vraag ze om daarmee op te houden. Je hoeft ze niet te laten "
                "kiezen. Eén zin volstaat: ‘Ik hoor een tijd liever niets over hem, ook niets ergs.’ "
                "Dat ‘ook niets ergs’ is belangrijk, want dat is het lekkerste.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>In het kort, voor op de koelkast:</p>"
                "<ol>"
                "<li>Bepaal waarvoor je het doet en schrijf dat in één zin op.</li>"
                "<li>Kies een einddatum en zet hem in je agenda.</li>"
                "<li>Stuur één bericht en regel wie er bereikbaar is bij nood.</li>"
                "<li>Ruim je telefoon, je huis en je vriendenkring op in die volgorde.</li>"
                "<li>Spreek met iemand af dat je háár belt als je hém wilt bellen.</li>"
                "</ol>"
            ),
        ),
        (
            "listen_also",
            {
                "episode": "hoop-is-geen-plan",
                "text": "Hoop is geen plan: Joost en ik over zwijgen en wachten",
            },
        ),
        ("divider", None),
        ("heading", {"level": "h2", "text": "Wanneer het niet werkt"}),
        (
            "paragraph",
            (
                "<p>Tot zover het pleidooi. Er zijn situaties waarin volledige stilte onmogelijk is, "
                "of het verkeerde middel. Het is jammer om jezelf dan te verwijten dat je het niet "
                "volhoudt.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Als jullie kinderen hebben"}),
        (
            "paragraph",
            (
                "<p>Met kinderen bestaat geen contact gewoon niet. Wat wel kan, is contact dat "
                "alleen over hen gaat. Ik noem het werkoverleg: kort, vriendelijk, op vaste "
                "momenten, liefst schriftelijk. Je vraagt niet hoe het met de ander gaat en je "
                "vertelt niet hoe het met jou gaat. Dat voelt kil tegenover iemand met wie je een "
                "bevalling hebt meegemaakt. Het is bedoeld als bescherming, en kinderen hebben er "
                "meer aan dan aan ouders die bij de voordeur weer in tranen staan.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Stilte op maat",
                "head": ["Situatie", "Wat blijft", "Wat kan rusten"],
                "rows": [
                    [
                        "Kinderen samen",
                        "Vaste overdracht, één berichtenkanaal, noodgevallen",
                        "Nachtelijke gesprekken, vragen over nieuwe liefdes",
                    ],
                    [
                        "Zelfde werk",
                        "Wat het werk vraagt, met anderen erbij",
                        "Lunchen, samen naar de trein, privé-appjes",
                    ],
                    [
                        "Nog één huis",
                        "Afspraken over geld, slaapplekken en schoonmaken",
                        "De breuk bespreken buiten het vaste uur",
                    ],
                    [
                        "Lopende zaken",
                        "Notaris, huur, verzekering, via mail",
                        "Zaken die ook volgende maand kunnen",
                    ],
                ],
            },
        ),
        ("heading", {"level": "h3", "text": "Als je nog bij elkaar woont of samenwerkt"}),
        (
            "paragraph",
            (
                "<p>Dan helpt het om de stilte kleiner te maken: bepaalde onderwerpen, bepaalde "
                "uren, een deur die dicht mag. Hoe dat thuis kan, staat in <a "
                'href="page:uit-elkaar-en-toch-onder-een-dak">Uit elkaar en toch nog onder één '
                "dak</a>. Vertel op het werk één leidinggevende wat er speelt, dan hoef je het niet "
                "bij elke indeling van het rooster opnieuw te verzinnen.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Als het weglopen is"}),
        (
            "paragraph",
            (
                "<p>Er zijn mensen die van nature dichtklappen zodra het moeilijk wordt. Voor hen is "
                "zwijgen geen inspanning. Zij zijn er goed in, en soms was dat nu juist waar de "
                "relatie op stukliep. Herken je dat, dan is één eerlijk gesprek misschien moediger "
                "dan twee maanden radiostilte. Ook als jij degene bent die weg wilde en de ander "
                "geen idee heeft waarom: leg het eerst een keer uit, en wees daarna stil.</p>"
            ),
        ),
        ("heading", {"level": "h3", "text": "Als het onveilig is of was"}),
        (
            "paragraph",
            (
                "<p>Bij geweld, dreiging of stalking gelden andere regels. Dan dient afstand je "
                "veiligheid, en een aankondiging kan die juist in gevaar brengen. Je bent niemand "
                "uitleg schuldig. Vertrekken kan een gevaarlijk moment zijn, dus maak eerst een plan "
                "met mensen die daar verstand van hebben.</p>"
            ),
        ),
        (
            "signals",
            {
                "title": "Zoek eerst advies als je ex …",
                "items": [
                    "je heeft geslagen, geduwd, gewurgd of tot seks gedwongen",
                    (
                        "dreigt jou, de kinderen, een dier of zichzelf iets aan te doen als je het "
                        "contact verbreekt"
                    ),
                    "je opwacht, volgt of via anderen steeds weet waar je bent",
                    "toegang heeft tot je telefoon, je mail of je geld",
                    "jouw grens ziet als het begin van een onderhandeling",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Veilig Thuis is dag en nacht gratis bereikbaar op <b>0800-2000</b>; ook als je "
                "alleen wilt overleggen en geen naam wilt noemen. Bij direct gevaar bel je 112. "
                "Bewaar berichten, ook de nare, want de politie kan er later iets aan hebben. En "
                "dreigt je ex zichzelf iets aan te doen, dan hoef jij dat niet alleen te dragen: bel "
                "112 als het acuut is, of overleg met 113 (0800-0113). Dat nummer is er ook voor "
                "naasten, en voor jou als het je zelf te veel wordt.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Als je het toch verbreekt"}),
        (
            "paragraph",
            (
                "<p>Grote kans dat het een keer gebeurt. Je stuurt iets, op een verjaardag of na een "
                "glas, en de volgende ochtend lees je het terug met één oog dicht. Wat nu telt is "
                "wat je daarna doet. Stuur geen tweede bericht om het eerste te verklaren. Vertel "
                "het aan iemand, eet iets, en ga door waar je gebleven was. De teller hoeft niet op "
                "nul. Je hebt negentien dagen rust gehad en één avond niet; dat is een heel "
                "behoorlijk gemiddelde.</p>"
            ),
        ),
        (
            "quote",
            {
                "text": (
                    "Ik appte hem op oudejaarsavond een gelukkig nieuwjaar. Hij schreef: jij ook. "
                    "Daar had ik dus elf weken voor opgespaard."
                ),
                "source": "Cliënt, 39 jaar",
                "kind": "client",
            },
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": (
                    "<p>Een terugval zegt dat het moeilijk is. Dat wist je al. Over hoe het afloopt, "
                    "zegt hij niets.</p>"
                ),
            },
        ),
        (
            "reflection",
            {
                "title": "Voor je begint, en halverwege nog eens",
                "questions": [
                    (
                        "Wat hoop ik dat de stilte bij mij doet? En wat hoop ik stiekem dat ze bij "
                        "de ander doet?"
                    ),
                    "Op welk uur en op welke plek wordt het moeilijk, en wie of wat is er dan?",
                    "Wat vertel ik mezelf over de ander nu er niemand is om het tegen te spreken?",
                    "Wat is er sinds de stilte weer van mij geworden?",
                ],
            },
        ),
        ("heading", {"level": "h2", "text": "En dan is de termijn om"}),
        (
            "paragraph",
            (
                "<p>Op de afgesproken dag hoef je niets te sturen. Kijk eerst hoe het met je is. Sta "
                "je er rustiger in, dan is er misschien een gesprek mogelijk over wat er gebeurd is, "
                "of over een vriendschap, al zou ik die nog even op de lange baan schuiven. Sta je "
                "nog te trillen bij de drie puntjes, plak er dan zes weken aan vast. En merk je dat "
                'je vooral wachtte, lees dan <a href="page:komt-mijn-ex-terug">Komt mijn ex '
                "terug?</a> en neem er een stoel bij.</p>"
            ),
        ),
        (
            "faq",
            {
                "title": "Veelgestelde vragen",
                "items": [
                    {
                        "question": "Hoelang moet geen contact duren?",
                        "answer": (
                            "<p>Er is geen bewezen termijn. Zes tot acht weken is een werkbare "
                            "eerste ronde. Belangrijker dan de lengte is dat er een datum staat, "
                            "zodat je niet elke avond opnieuw hoeft te beslissen.</p>"
                        ),
                    },
                    {
                        "question": "Mijn ex blijft berichten sturen. Wat doe ik?",
                        "answer": (
                            "<p>Verwijs één keer naar je verzoek en antwoord daarna niet meer. Gaat "
                            "het door terwijl je duidelijk was, dan mag je blokkeren. Wordt het "
                            "dreigend of dwingend, bewaar dan alles en bel Veilig Thuis of de "
                            "politie.</p>"
                        ),
                    },
                    {
                        "question": "Mag ik feliciteren met een verjaardag?",
                        "answer": (
                            "<p>Het mag. Vraag je af of je een antwoord verwacht en hoe je avond "
                            "eruitziet als dat uitblijft. Een kaart die je schrijft en in een la "
                            "legt, doet soms hetzelfde.</p>"
                        ),
                    },
                    {
                        "question": "Krijg ik mijn ex ermee terug?",
                        "answer": (
                            "<p>Dat kan niemand je beloven. Sommige mensen vinden elkaar na een "
                            "stilte weer, andere gaan ieder hun kant op. In beide gevallen heb je er "
                            "baat bij dat je weer slaapt.</p>"
                        ),
                    },
                    {
                        "question": "Is blokkeren kinderachtig?",
                        "answer": "<p>Nee. Een deur dichtdoen omdat het tocht is huishouden.</p>",
                    },
                ],
            },
        ),
        (
            "read_also",
            {
                "page": "de-brief-die-je-niet-verstuurt",
                "text": "De brief die je schrijft en niet verstuurt, voor als je toch van alles te zeggen hebt",
            },
        ),
        ("lead_magnet", {"magnet": "roadmap"}),
        (
            "call_to_action",
            {
                "title": "Liever niet alleen stil zijn",
                "text": (
                    "We kunnen samen bekijken of geen contact bij jouw situatie past, en hoe je het "
                    "volhoudt zonder teller."
                ),
                "button_text": "Bekijk de begeleiding",
                "page": "begeleiding",
            },
        ),
    ],
}
