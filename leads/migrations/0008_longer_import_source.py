from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("leads", "0007_lapsed")]

    operations = [
        migrations.AlterField(
            model_name="subscriber",
            name="import_source",
            field=models.CharField(blank=True, max_length=800, verbose_name="overgenomen uit"),
        ),
    ]
