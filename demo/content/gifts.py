"""The two gifts a reader can ask for."""

from typing import Any

GIFTS: list[dict[str, Any]] = [
    {
        "slug": "roadmap",
        "title": "De Tussentij-routekaart",
        "kind": "roadmap",
        "cover": "kaft-routekaart",
        "file": "routekaart.pdf",
        "pitch": "Vijf bladen voor op de koelkast, van de eerste 72 uur tot de weg terug naar jezelf. Elk blad past op één A4 en is te lezen met een moe hoofd. Print ze allemaal, of alleen het blad dat vandaag helpt.",
        "bullets": [
            "De eerste 72 uur: wat je wel doet en wat kan wachten",
            "Contact of geen contact: kiezen wat bij jouw situatie past",
            "Als je blijft malen: vijf manieren om uit het rondje te stappen",
            "Voor je iets stuurt: een controle van tien minuten",
            "De weg terug naar jezelf: kleine stappen voor zes weken",
        ],
        "button_text": "Stuur me de routekaart",
        "thank_you": "Fijn dat je er bent. Kijk in je mailbox: daar vind je een bericht met een knop om je adres te bevestigen. Daarna staan de vijf bladen voor je klaar. Niets gekregen? Kijk dan bij de ongewenste post, of probeer het over een paar minuten nog eens.",
    },
    {
        "slug": "e-book",
        "title": "Als de liefde wegvalt",
        "kind": "ebook",
        "cover": "kaft-ebook",
        "file": "als-de-liefde-wegvalt.pdf",
        "pitch": "Een klein boek voor de eerste maanden na een breuk. Zeven korte hoofdstukken, elk in een kwartier te lezen, met vragen waar je zelf bij kunt schrijven. Lees het van voor naar achter, of begin bij het hoofdstuk dat aan je trekt.",
        "bullets": [
            "Wat er in je lichaam gebeurt en waarom je zo moe bent",
            "Het verhaal van jullie breuk, zonder schuldige en zonder heilige",
            "Hopen zonder te blijven wachten",
            "Ruimte om te schrijven bij elk hoofdstuk",
            "Een bladzijde met hulplijnen voor als het te zwaar wordt",
        ],
        "button_text": "Stuur me het e-book",
        "thank_you": "Dank je wel. Er is een mail naar je onderweg met een knop om je adres te bevestigen. Zodra je dat hebt gedaan, kun je het boek downloaden. Neem er de tijd voor; het loopt niet weg. Geen mail gezien? Kijk dan ook even bij de ongewenste post.",
    },
]
