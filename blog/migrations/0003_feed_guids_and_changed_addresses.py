import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("blog", "0002_gift_placements")]

    operations = [
        migrations.AddField(
            model_name="articlepage",
            name="feed_guid",
            field=models.CharField(blank=True, default="", editable=False, max_length=255),
        ),
        migrations.CreateModel(
            name="ChangedAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.CharField(max_length=500, unique=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("next_try", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
        ),
    ]
