from django.db import migrations

import leads.models.subscriber
from mailing.addresses import address_hash


def fill(apps, schema_editor):
    Subscriber = apps.get_model("leads", "Subscriber")
    some = []
    for subscriber in Subscriber.objects.only("email").iterator(1000):
        subscriber.address_hash = address_hash(subscriber.email)
        some.append(subscriber)
        if len(some) == 1000:
            Subscriber.objects.bulk_update(some, ["address_hash"])
            some = []
    Subscriber.objects.bulk_update(some, ["address_hash"])


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0003_gifts_and_people"),
    ]

    operations = [
        migrations.AddField(
            model_name="subscriber",
            name="address_hash",
            field=leads.models.subscriber.AddressHashField(
                db_index=True,
                default="",
                editable=False,
                max_length=64,
                verbose_name="kenmerk van het adres",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
