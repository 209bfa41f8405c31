from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    UnsubscribeToken = apps.get_model("leads", "UnsubscribeToken")
    Subscriber = apps.get_model("leads", "Subscriber")
    whose = Subscriber.objects.filter(pk=OuterRef("subscriber"))
    UnsubscribeToken.objects.filter(address_hash="").exclude(subscriber=None).update(
        address_hash=Subquery(whose.values("address_hash")[:1])
    )


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0010_ways_out_and_parts"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
