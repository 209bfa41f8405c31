"""Category: the way in that a reader chooses."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets.slug import SlugInput

from leads.name_panel import NameFieldPanel


class Category(models.Model):
    name = models.CharField("naam", max_length=80)
    slug = models.SlugField(
        "adres", max_length=80, unique=True, help_text="Het stukje in de link, zonder spaties."
    )
    description = models.TextField(
        "omschrijving", blank=True, help_text="Eén of twee zinnen bovenaan de lijst met artikelen."
    )
    sort_order = models.PositiveSmallIntegerField("volgorde", default=0, help_text="Laagste eerst.")

    panels = [
        NameFieldPanel("name", targets=["slug"], placeholder=False),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("description"),
        FieldPanel("sort_order"),
    ]

    class Meta:
        ordering = ["sort_order", "name"]
        verbose_name = "categorie"
        verbose_name_plural = "categorieën"

    def __str__(self) -> str:
        return self.name
