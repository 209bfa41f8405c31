"""StandardPage: coaching, privacy, contact, thanks."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from blog.blocks.body import ArticleBody
from blog.models.base import SitePage, image_key


class StandardPage(SitePage):
    intro = models.TextField("inleiding", blank=True)
    hero_image = image_key("grote afbeelding")
    hero_alt = models.CharField(
        "beschrijving van de afbeelding",
        max_length=255,
        blank=True,
        help_text="Voor wie de afbeelding niet kan zien. Leeg als zij alleen versiert.",
    )
    body = StreamField(ArticleBody(), blank=True, verbose_name="tekst")

    content_panels = [
        TitleFieldPanel("title", placeholder="Titel"),
        FieldPanel("intro"),
        MultiFieldPanel([FieldPanel("hero_image"), FieldPanel("hero_alt")], heading="Afbeelding bovenaan"),
        FieldPanel("body"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Inhoud"),
            ObjectList([*SitePage.search_engine_panels, *SitePage.menu_panels], heading="Vindbaarheid"),
        ]
    )
    search_fields = [*SitePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "blog/standard_page.html"
    reading_relations = ("social_image", "social_picture", "hero_image")
    parent_page_types = ["blog.HomePage", "blog.StandardPage"]
    subpage_types = ["blog.StandardPage"]
    page_description = "Een losse pagina, zoals begeleiding, contact of privacy."

    class Meta:
        verbose_name = "pagina"
        verbose_name_plural = "pagina's"
