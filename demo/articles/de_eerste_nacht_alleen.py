"""Demo article: the first night alone after a break-up."""

ARTICLE = {
    "slug": "de-eerste-nacht-alleen",
    "title": "De eerste nacht alleen",
    "intro": (
        "De eerste nacht alleen duurt langer dan andere nachten. Dit stuk is gemaakt om op je "
        "telefoon te lezen, in het donker, met je aandacht half ergens anders."
    ),
    "category": ["net-uit-elkaar"],
    "tags": ["nacht", "slapen", "eerste dagen", "alleen zijn"],
    "authors": ["joost-aldering"],
    "published": "2025-11-16T21:15",
    "revised": None,
    "hero": "de-eerste-nacht-alleen",
    "hero_alt": "Donkere grachtenhuizen onder een volle maan; achter één raam brandt licht, dat op het water weerspiegelt",
    "hero_caption": "Ergens is altijd nog een raam verlicht.",
    "focus_keyphrase": "eerste nacht alleen",
    "seo_title": "De eerste nacht alleen na een breuk: zo kom je erdoor",
    "search_description": (
        "De eerste nacht alleen na een breuk: waarom je lichaam alarm slaat, wat vannacht helpt, wat "
        "kan wachten en wie je nu nog kunt bellen."
    ),
    "related": ["waarom-liefdesverdriet-lichamelijk-pijn-doet", "blijven-malen-over-je-ex"],
    "magnet": "roadmap",
    "sensitive": True,
    "body": [
        ("heading", {"level": "h2", "text": "Aan jouw kant van het bed"}),
        (
            "paragraph",
            (
                "<p>Je hebt je tanden gepoetst en naast je borstel stond die andere. Misschien heb "
                "je hem in een la gelegd. Misschien heb je hem laten staan, omdat een la om kwart "
                "voor twaalf wel erg definitief voelt. Daarna ben je gaan liggen aan je eigen kant, "
                "keurig tot het midden, alsof er nog iemand thuis moet komen.</p>"
                "<p>Ik was tien jaar verpleegkundige, een groot deel daarvan ’s nachts. Tussen drie "
                "en vijf ging de bel het vaakst. Mensen vroegen om een glas water, en als ik het "
                "neerzette, dronken ze er meestal niet van. Ze wilden weten of er iemand wakker was. "
                "Ik ben dat gaan zien als de verstandigste vraag die je op dat uur kunt stellen.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Wat er door je heen gaat"}),
        (
            "paragraph",
            (
                "<p>Je hart bonkt terwijl je stilligt. Je hebt het koud en even later plakt je shirt "
                "aan je rug. Je hebt nauwelijks gegeten en je moet er ook niet aan denken. Zo "
                "gedraagt een lichaam zich dat alarm slaat omdat er iemand ontbreekt. In <a "
                'href="page:waarom-liefdesverdriet-lichamelijk-pijn-doet">Waarom liefdesverdriet '
                "lichamelijk pijn doet</a> schreef ik uit hoe dat werkt. Voor vannacht is dit "
                "genoeg: een alarm klinkt hard, en het houdt dat nooit de hele nacht vol.</p>"
                "<p>Tussen het bonken door komen de zinnen. Wat er bij het aanrecht gezegd werd, en "
                "wat jij toen had moeten antwoorden. In het donker lijkt het of je het gesprek "
                "alsnog kunt winnen als je het nog één keer goed naloopt. Ik heb nog nooit iemand "
                "ontmoet die zo’n gesprek om vier uur won.</p>"
            ),
        ),
        (
            "image",
            {
                "image": "lamp-in-het-raam",
                "alt": "Een verlicht raam in een donkere bakstenen muur, met een lamp en een kop thee op de vensterbank",
                "decorative": False,
                "caption": "Laat gerust een lamp aan. De stroom is het waard.",
                "width": "text",
            },
        ),
        ("heading", {"level": "h2", "text": "De nacht in stukken van een halfuur"}),
        (
            "paragraph",
            (
                "<p>Acht uur is te veel om te overzien. Een halfuur lukt bijna iedereen. In de zorg "
                "werken we net zo: eerst dit infuus, dan die bloeddruk, en dan is er koffie. Kies "
                "uit het lijstje wat haalbaar lijkt en laat de rest staan.</p>"
                "<ul>"
                "<li><b>Maak licht in een andere kamer.</b> Een lamp in de gang maakt het huis "
                "minder leeg en laat je slaapkamer donker.</li>"
                "<li><b>Eet iets kleins.</b> Een beschuit of een kom vla. Trek is niet vereist.</li>"
                "<li><b>Ga liggen waar het gaat.</b> De bank mag, overdwars mag ook. Een schone "
                "kussensloop helpt, eentje die alleen naar wasmiddel ruikt.</li>"
                "<li><b>Zet een rustige stem op.</b> Een luisterboek dat je al kent is ideaal, dan "
                "mis je niets als je wegzakt.</li>"
                "<li><b>Stuur één mens een bericht.</b> Bijvoorbeeld: ‘Het is uit. Wil je me morgen "
                "om tien uur bellen? Je hoeft niets te zeggen wat helpt.’</li>"
                "</ul><p>Van wijn val je sneller in slaap en word je halverwege de nacht weer "
                "wakker, met dezelfde gedachten en dorst erbij. Ik heb dat menigeen zien proberen. "
                "Het is een slechte ruil.</p>"
            ),
        ),
        (
            "listen_also",
            {
                "episode": "als-het-huis-stil-is",
                "text": "Als het huis stil is, voor wie liever luistert dan leest",
            },
        ),
        ("heading", {"level": "h2", "text": "Wat vannacht kan wachten"}),
        (
            "paragraph",
            (
                "<p>Je hoeft nu niet te weten wie de kat krijgt of hoe je het je moeder vertelt. Je "
                "hoeft ook niet uit te maken of het echt voorbij is. Elke conclusie van na "
                "middernacht mag je morgen overdoen bij daglicht, met koffie en liefst met iemand "
                "erbij.</p>"
                "<p>En dan de telefoon. Bijna iedereen wil in de eerste nacht iets sturen. Schrijf "
                "het op, desnoods drie kantjes, en bewaar het in je notities, ver van jullie "
                "gesprek. Wat je er later aan hebt, staat in <a "
                'href="page:de-brief-die-je-niet-verstuurt">De brief die je schrijft en niet '
                "verstuurt</a>. Leg het toestel daarna in de keuken aan de lader. Dit stuk mag je "
                "eerst uitlezen.</p>"
            ),
        ),
        (
            "insight",
            {
                "label": "remember",
                "text": (
                    "<p>Een bericht dat om drie uur ’s nachts dringend is, kan om tien uur ’s "
                    "ochtends nog steeds. Meestal is het dan korter.</p>"
                ),
            },
        ),
        (
            "signals",
            {
                "title": "Wacht niet tot de ochtend als …",
                "items": [
                    "je denkt dat je er liever niet meer zou zijn, of daar plannen voor maakt",
                    "je bang bent dat je jezelf iets aandoet",
                    "je ex of iemand anders je bedreigt, of je je in huis niet veilig voelt",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Bel dan gratis <b>0800-0113</b> of chat via 113.nl, dag en nacht, ook als je "
                "twijfelt of het ‘erg genoeg’ is. Is er direct gevaar, bel 112. Bij geweld of "
                "dreiging thuis is Veilig Thuis er altijd: 0800-2000, gratis. Aan al die lijnen zit "
                "iemand die vannacht dienst heeft.</p>"
            ),
        ),
        ("heading", {"level": "h2", "text": "Als het raam grijs wordt"}),
        (
            "paragraph",
            (
                "<p>Ergens na zessen komt de eerste fiets langs, of staat er een buurman zijn "
                "voorruit te krabben. Op de afdeling vond ik dat het mooiste kwartier van de dienst. "
                "Er was niets opgelost. Maar wie er om drie uur het slechtst aan toe was geweest, "
                "vroeg nu of er al thee was, en of het raam op een kier mocht.</p>"
                "<p>Doe vandaag weinig. Ga onder de douche, gooi het bed open, loop een keer tot de "
                "hoek en terug. Bel de huisarts als je na een week nog steeds amper slaapt; daar is "
                "geen drama voor nodig, je mag gewoon zeggen dat het uit is en dat je niet meer "
                "slaapt.</p>"
                "<p>Vanavond wordt het weer donker, en ook die nacht kan lang zijn. Hij heeft één "
                "voordeel. Je weet dan al dat er een eind aan komt, want je hebt het een keer "
                "meegemaakt.</p>"
            ),
        ),
    ],
}
