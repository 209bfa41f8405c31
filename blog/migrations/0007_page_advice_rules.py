from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("blog", "0006_page_advice"),
    ]

    operations = [
        migrations.AddField(
            model_name="pageadvice",
            name="rules",
            field=models.CharField(default="", max_length=16),
        ),
    ]
