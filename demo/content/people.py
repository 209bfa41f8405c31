"""The two coaches of the demo practice."""

from typing import Any

AUTHORS: list[dict[str, Any]] = [
    {
        "slug": "marit-van-wezel",
        "name": "Marit van Wezel",
        "role": "Relatiecoach en oprichter",
        "short_bio": "Marit begeleidt mensen van wie de relatie wankelt of voorbij is. Ze begon Tussentij na haar eigen scheiding, aan een keukentafel die daar eigenlijk te klein voor was.",
        "portrait": "portret-marit",
        "portrait_alt": "Papieren portret van Marit: een vrouw van in de veertig met een ronde bril en een grijze lok, die lacht.",
        "email": "",
        "specialisms": ["Relatiebreuk na een lang huwelijk", "Hechting", "Hoop en loslaten", "Opnieuw daten"],
        "body": [
            (
                "paragraph",
                "<p>Op mijn negenendertigste stond ik in een bouwmarkt te huilen bij de gordijnrails. Ik was net gescheiden, ik had een huurhuis met kale ramen en ik wist de breedte niet meer. Een jongen in een oranje hesje vroeg of hij me kon helpen. Hij bedoelde de rails. Toch is dat ongeveer het gesprek waarmee dit vak voor mij begon: iemand die naast je blijft staan en vraagt wat je nodig hebt, terwijl jij even niets zinnigs weet te zeggen.</p>"
                "<p>Ik werkte toen al jaren met stellen, als gezinscoach bij een gemeente. Ik kon je tekenen hoe een ruzie verloopt, wie er achteruitgaat en wie er achteraan loopt. Het hielp me geen steek. Pas toen ik ophield mijn eigen verdriet te begeleiden en het gewoon had, ging er iets schuiven.</p>",
            ),
            ("heading", {"level": "h2", "text": "Hoe ik werk"}),
            (
                "paragraph",
                "<p>Langzaam, en met veel koffie. In het eerste gesprek wil ik vooral horen hoe je dagen eruitzien. Wanneer je eet. Hoe laat je wakker wordt. Bij wie je nog durft te bellen. De grote vragen komen vanzelf, meestal om tien voor het einde.</p>"
                "<p>Ik beloof je niet dat je ex terugkomt, en ik beloof ook niet dat het in drie maanden over is. Wel weet ik inmiddels aardig waar mensen vastlopen, en welke stappen klein genoeg zijn om op een slechte dinsdag te zetten. Als jouw verhaal om iets anders vraagt dan coaching, bijvoorbeeld om een psycholoog of om je huisarts, dan zeg ik dat.</p>",
            ),
            (
                "quote",
                {
                    "text": "Niemand rouwt volgens schema. Ik heb het zelf geprobeerd, met kleurtjes.",
                    "source": "Marit",
                    "kind": "saying",
                },
            ),
            ("heading", {"level": "h2", "text": "En verder"}),
            (
                "paragraph",
                '<p>Ik ben zesenveertig en heb twee bijna volwassen kinderen die om de week laten weten dat er niets te eten is. Ik zwem het hele jaar door in zee, heel kort en onder luid protest. Op dit blog schrijf ik het liefst over hechting, hoop en opnieuw beginnen. Wil je weten of het klikt, lees dan eerst eens <a href="page:komt-mijn-ex-terug">Komt mijn ex terug? Eerlijk over hoop</a>. Knik je onder het lezen, dan komen we er samen ook wel uit.</p>'
                '<p>Hoe een traject verloopt, vind je bij <a href="page:begeleiding">begeleiding</a>.</p>',
            ),
        ],
    },
    {
        "slug": "joost-aldering",
        "name": "Joost Aldering",
        "role": "Coach, voorheen verpleegkundige",
        "short_bio": "Joost werkte twaalf jaar in de nachtdienst en weet wat drie uur ’s ochtends met een mens doet. Bij Tussentij helpt hij mensen door de eerste weken heen.",
        "portrait": "portret-joost",
        "portrait_alt": "Papieren portret van Joost: een man van eind dertig met een korte baard, in een donkergroene trui.",
        "email": "",
        "specialisms": ["De eerste weken", "Slaap en malen", "Lichaam en verdriet", "Grenzen"],
        "body": [
            (
                "paragraph",
                "<p>Twaalf jaar lang liep ik nachtdiensten op een afdeling cardiologie. Overdag komt daar het bezoek, ’s nachts komen de verhalen. Mensen met draden op hun borst vertelden me bij het licht van de gang over iemand van vroeger. Zelden over het werk, nooit over de auto. Ik heb in die jaren geleerd dat je iemand die verdrietig is geen betere gedachte hoeft te geven. Een glas water en een stoel naast het bed doen al veel.</p>"
                "<p>Toen mijn vriend na acht jaar vertrok, bleek ik een slechte patiënt. Ik sliep niet, at crackers en vond dat ik gewoon moest doorwerken. Een collega stuurde me op een ochtend naar huis met de woorden: ‘Jij zou jezelf zo nooit laten lopen.’ Ze had gelijk. Een jaar later begon ik aan een opleiding tot coach.</p>",
            ),
            ("heading", {"level": "h2", "text": "Waar ik op let"}),
            (
                "paragraph",
                "<p>Ik begin graag bij het lichaam, omdat dat zelden liegt. Liefdesverdriet zit in je maag, in je slaap, in je schouders. Wie drie nachten wakker ligt, kan geen goed gesprek voeren over de toekomst. Dus praten we eerst over eten, licht, bewegen en een avond die niet eindigt met oude foto’s.</p>"
                "<p>Daarna is er tijd voor de rest:</p>"
                "<ul><li>gedachten die rondjes blijven draaien, en hoe je eruit stapt;</li>"
                "<li>berichten die je wilt sturen en beter een nacht kunt laten liggen;</li>"
                "<li>grenzen, ook de kleine, ook tegenover mensen die het goed bedoelen.</li></ul>",
            ),
            (
                "quote",
                {
                    "text": "’s Nachts is elk probleem even groot als de kamer. Doe een lamp aan, drink iets warms en wacht tot je de hoeken weer ziet.",
                    "source": "Joost",
                    "kind": "saying",
                },
            ),
            ("heading", {"level": "h2", "text": "Buiten de praktijk"}),
            (
                "paragraph",
                '<p>Ik ben negenendertig, woon met een hond die Doortje heet en bouw houten bootjes die nooit afkomen. Ik praat rustig en stel weinig vragen, want stilte levert vaak meer op. Voel je je niet veilig, of denk je aan de dood, dan hoort dat als eerste op tafel. Daar schrik ik niet van. Op de pagina <a href="page:begeleiding">begeleiding</a> staat wie je op zo’n moment direct kunt bellen.</p>'
                '<p>Een goed begin op dit blog: <a href="page:de-eerste-nacht-alleen">De eerste nacht alleen</a>.</p>',
            ),
        ],
    },
]

# The account with which one tries the admin: answers are signed with its name, mails go to its address.
COACH = {
    "username": "coach",
    "first_name": "Marit",
    "last_name": "van Wezel",
    "email": "marit@tussentij.example",
}
