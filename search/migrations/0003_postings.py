from django.db import migrations, models


def leave_wagtails_index(apps, schema_editor):
    """Take out of Wagtail's index what is found by postings from now on, which are made after migrating."""
    index = apps.get_model("wagtailsearch", "IndexEntry")
    index.objects.filter(content_type__app_label="search", content_type__model="entry").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_starting_synonyms"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [
        migrations.RunPython(leave_wagtails_index, migrations.RunPython.noop),
        migrations.RemoveField(model_name="entry", name="key_terms"),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("term", models.CharField(max_length=64)),
                ("block", models.PositiveIntegerField()),
                ("data", models.BinaryField()),
            ],
            options={
                "verbose_name": "vindplaats",
                "verbose_name_plural": "vindplaatsen",
                "constraints": [
                    models.UniqueConstraint(fields=("term", "block"), name="search_posting_once")
                ],
            },
        ),
    ]
