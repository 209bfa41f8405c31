from django.db import migrations, models


def renumber(apps, schema_editor):
    """Give the one row a key from the sequence, which it had passed by."""
    versions = apps.get_model("pagecache", "ContentVersion").objects
    numbers = list(versions.values_list("number", flat=True))
    versions.all().delete()
    if numbers:
        versions.create(number=sum(numbers) + 1)


class Migration(migrations.Migration):
    dependencies = [("pagecache", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="contentversion", name="pagecache_single_row"),
        migrations.AlterField(
            model_name="contentversion",
            name="number",
            field=models.PositiveBigIntegerField(default=1),
        ),
        migrations.RunPython(renumber, migrations.RunPython.noop),
    ]
