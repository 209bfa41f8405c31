"""Mails that were written before find their addressee too."""

from django.db import migrations

from mailing.addresses import address_hash


def fill_in_address_hashes(apps, schema_editor):
    Delivery = apps.get_model("mailing", "Delivery")
    for delivery in Delivery.objects.select_related("mail").iterator():
        if delivery.mail.to:
            delivery.address_hash = address_hash(delivery.mail.to[0])
            delivery.save(update_fields=["address_hash"])


class Migration(migrations.Migration):
    dependencies = [("mailing", "0002_allowance"), ("post_office", "__latest__")]

    operations = [migrations.RunPython(fill_in_address_hashes, migrations.RunPython.noop)]
