from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0005_help_for_gifts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="signup",
            name="requested_at",
            field=models.DateTimeField(verbose_name="aangevraagd op"),
        ),
        migrations.AddIndex(
            model_name="signup",
            index=models.Index(
                fields=["requested_at", "magnet", "page", "placement", "confirmed_at", "downloaded_at"],
                name="leads_signup_report",
            ),
        ),
    ]
