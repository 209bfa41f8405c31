from django.db import migrations
from django.db.models import Count

from mailing.addresses import normalise


def merge(some):
    """Make the people of one address into the eldest of them, with all that they asked for."""
    kept, *others = some
    for other in others:
        other.sign_ups.update(subscriber=kept)
        other.unsubscribe_tokens.update(subscriber=kept)
        kept.tags.add(*other.tags.all())
    confirmed = [one.confirmed_at for one in some if one.confirmed_at]
    left = [one.unsubscribed_at for one in some if one.unsubscribed_at]
    kept.confirmed_at = min(confirmed, default=None)
    kept.unsubscribed_at = max(left, default=None)
    # Who left once, under whichever spelling, gets no newsletter.
    kept.newsletter = any(one.newsletter for one in some) and not left
    for other in others:
        other.delete()
    kept.save()


def lower(apps, schema_editor):
    """SQLite's own LOWER left "Émile@" and "émile@" two people."""
    Subscriber = apps.get_model("leads", "Subscriber")
    alike = Subscriber.objects.order_by().values_list("address_hash").annotate(times=Count("pk"))
    for address_hash, _ in list(alike.filter(times__gt=1)):
        merge(list(Subscriber.objects.filter(address_hash=address_hash).order_by("created_at", "pk")))
    some = []
    for subscriber in Subscriber.objects.only("email").order_by("pk").iterator(1000):
        spelled = normalise(subscriber.email).lower()
        if spelled != subscriber.email:
            subscriber.email = spelled
            some.append(subscriber)
    Subscriber.objects.bulk_update(some, ["email"], batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0008_longer_import_source"),
    ]

    operations = [
        migrations.RunPython(lower, migrations.RunPython.noop),
    ]
