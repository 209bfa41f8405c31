"""An allowance holds for any 24 hours instead of a calendar day; what was counted before is a day old at most."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mailing", "0004_returns")]

    operations = [
        migrations.DeleteModel("MailAllowance"),
        migrations.CreateModel(
            name="MailAllowance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mailbox_hash", models.CharField(max_length=64, unique=True)),
                ("taken", models.JSONField(default=list)),
                ("updated_at", models.DateTimeField(db_index=True)),
            ],
            options={"default_permissions": ()},
        ),
    ]
