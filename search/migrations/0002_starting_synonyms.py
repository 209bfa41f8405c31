from django.db import migrations

# What people on a site about love and its end use for one another. The coach may change all of it.
LINES = [
    "breuk, relatiebreuk, liefdesbreuk, uit elkaar, uitgemaakt, het is uit, verlaten, gedumpt, weggaan",
    "scheiding, echtscheiding, scheiden, uit elkaar",
    "ex, ex-partner, ex-vriend, ex-vriendin, exman, exvrouw, expartner, exvriend, exvriendin",
    "partner, man, vrouw, vriend, vriendin, echtgenoot, echtgenote, geliefde, wederhelft",
    "ontrouw, vreemdgaan, vreemd gaan, overspel, bedrog, bedriegen, affaire, buitenechtelijke relatie",
    "liefdesverdriet, gebroken hart, hartzeer, hartenpijn, liefdespijn",
    "malen, piekeren, tobben, rumineren, niet stoppen met denken, uit mijn hoofd, uit je hoofd, overdenken",
    "therapie, relatietherapie, partnertherapie, koppeltherapie, partherapie, parentherapie, parterapie",
    "therapeut, psycholoog, relatietherapeut, hulpverlener",
    "coach, relatiecoach, coaching, begeleiding",
    "geen contact, no contact, radiostilte, contactstop, contactverbod, contact verbreken, negeren, blokkeren",
    "appen, berichten, sms, whatsapp, berichtje sturen",
    "terugkomen, terugkrijgen, terug, terugwinnen, terugwillen, tweede kans",
    "daten, dating, tinder, datingapp, nieuwe liefde, afspraakje",
    "hechting, hechtingsstijl, gehecht, bindingsangst, verlatingsangst",
    "vermijden, bindingsangst, afstoten, afstand nemen",
    "angstig gehecht, verlatingsangst, aantrekken, aanklampen",
    "slapen, slaap, slapeloos, slapeloosheid, wakker liggen, nacht",
    "lichaam, lijf, lichamelijk, fysiek",
    "pijn, klacht, buikpijn, misselijk, hartkloppingen",
    "samenwonen, samen wonen, onder een dak, in een huis, woning",
    "grenzen, grens, begrenzen, nee zeggen",
    "vertrouwen, wantrouwen",
    "eenzaam, eenzaamheid, alleen",
    "loslaten, afscheid nemen, verwerken, verder gaan",
    "brief, afscheidsbrief",
    "versturen, sturen, verzenden, onverzonden",
    "hoop, hopen, verlangen",
    "kosten, prijs, tarief, tarieven, betalen",
    "e-book, ebook, e-boek, boek",
    "podcast, aflevering, luisteren",
    "privacy, persoonsgegevens, avg, cookies, gegevens",
    "contact, telefoonnummer, telefoon, bellen, mailen, adres",
    "verdriet, rouw, rouwen, huilen",
    "ruzie, ruzies, conflict",
    "kinderen, kind, zoon, dochter",
]


def add_synonyms(apps, schema_editor):
    Synonyms = apps.get_model("search", "Synonyms")
    if not Synonyms.objects.exists():
        Synonyms.objects.bulk_create(Synonyms(words=words) for words in LINES)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(add_synonyms, migrations.RunPython.noop)]
