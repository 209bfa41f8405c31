from django.db import migrations

# What is added to the lines that a site began with, where the coach left them as they were.
MORE = {
    "ontrouw, vreemdgaan, vreemd gaan, overspel, bedrog, bedriegen, affaire, buitenechtelijke relatie": (
        "betrapt, heeft een ander, minnaar, minnares"
    ),
    "contact, telefoonnummer, telefoon, bellen, mailen, adres": "contactgegevens, e-mailadres",
    "samenwonen, samen wonen, onder een dak, in een huis, woning": "zelfde huis, verhuizen",
}


def leave_postings(apps, schema_editor):
    """Let everything be read anew after migrating: "eerste" is a word of its own now, no longer "een"."""
    apps.get_model("search", "Posting").objects.all().delete()


def add_to_synonyms(apps, schema_editor):
    for line, more in MORE.items():
        apps.get_model("search", "Synonyms").objects.filter(words=line).update(words=f"{line}, {more}")


class Migration(migrations.Migration):
    dependencies = [("search", "0003_postings")]

    operations = [
        migrations.RunPython(leave_postings, migrations.RunPython.noop),
        migrations.RunPython(add_to_synonyms, migrations.RunPython.noop),
    ]
