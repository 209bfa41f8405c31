"""How often a gift was seen on readers' screens, or asked for in vain: numbers a day, about nobody."""

from collections.abc import Sequence
from datetime import date

from django.db import connection, models

from leads.models.magnet import LeadMagnet

# (day, id of the magnet, id of the page or 0, placement, times seen, times lapsed)
DayCount = tuple[date, int, int, str, int, int]


class MagnetViewQuerySet(models.QuerySet["MagnetView"]):
    def add(self, rows: Sequence[DayCount]) -> None:
        """Add to the numbers of `rows`, each day and place of them once, in one statement.

        Written out, because bulk_create can replace a number on conflict, but not add to it.
        """
        table = connection.ops.quote_name(self.model._meta.db_table)
        places = ", ".join(["(%s, %s, %s, %s, %s, %s)"] * len(rows))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (day, magnet_id, page, placement, count, lapsed) VALUES {places} "  # noqa: S608
                "ON CONFLICT (day, magnet_id, page, placement) DO UPDATE SET "
                f"count = {table}.count + excluded.count, lapsed = {table}.lapsed + excluded.lapsed",
                [value for row in rows for value in row],
            )


class MagnetView(models.Model):
    """`page`: the id of the page it stood on, 0 for the gift's own. No foreign key: numbers outlive pages."""

    magnet = models.ForeignKey(
        LeadMagnet, verbose_name="weggever", on_delete=models.CASCADE, related_name="views"
    )
    page = models.PositiveIntegerField("pagina", default=0)
    placement = models.CharField("plek", max_length=40)
    day = models.DateField("dag")
    count = models.PositiveIntegerField("keer gezien", default=0)
    # Sign-ups that were never confirmed and had to go (leads.privacy.expire): the report still counts them.
    lapsed = models.PositiveIntegerField("nooit bevestigd", default=0)

    objects = MagnetViewQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "keer gezien"
        verbose_name_plural = "keren gezien"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["day", "magnet", "page", "placement"], name="leads_magnetview_one_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.count} keer op {self.day:%d-%m-%Y}"
