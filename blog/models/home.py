"""HomePage: whom this is for, and where to begin."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField, StreamField

from blog.blocks.site import MagnetChoiceBlock, WayInBlock
from blog.dead_links.publishing import settle_text
from blog.models.base import SitePage, image_key


class HomePage(SitePage):
    hero_sentence = models.CharField(
        "openingszin", max_length=160, help_text="Eén zin die zegt voor wie dit is."
    )
    hero_text = models.TextField("toelichting", blank=True)
    hero_image = image_key("grote afbeelding")
    ways_in = StreamField([("way", WayInBlock())], blank=True, verbose_name="wegen naar binnen", max_num=6)
    gifts = StreamField([("gift", MagnetChoiceBlock())], blank=True, verbose_name="weggevers", max_num=3)
    about_title = models.CharField("kop over de coach", max_length=120, blank=True)
    about_text = RichTextField("over de coach", blank=True, features=["bold", "italic", "link"])
    about_author = models.ForeignKey(
        "blog.AuthorPage",
        verbose_name="wie is de coach",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels = [
        FieldPanel("title"),
        MultiFieldPanel(
            [FieldPanel("hero_sentence"), FieldPanel("hero_text"), FieldPanel("hero_image")],
            heading="Opening",
        ),
        FieldPanel("ways_in"),
        FieldPanel("gifts"),
        MultiFieldPanel(
            [FieldPanel("about_title"), FieldPanel("about_text"), FieldPanel("about_author")],
            heading="Over de coach",
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Inhoud"),
            ObjectList(SitePage.search_engine_panels, heading="Vindbaarheid"),
        ]
    )
    template = "blog/home_page.html"
    reading_relations = ("social_image", "social_picture", "hero_image", "about_author__portrait")
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "blog.ArticleIndexPage",
        "blog.AuthorIndexPage",
        "blog.PodcastIndexPage",
        "blog.StandardPage",
        "blog.ArticlePage",
    ]
    page_description = "De voordeur van de site."

    class Meta:
        verbose_name = "startpagina"
        verbose_name_plural = "startpagina's"

    def clean(self):
        super().clean()
        self.about_text = settle_text(self.about_text)

    def lead_text(self) -> str:
        return self.hero_text or self.hero_sentence

    def route(self, request, path_components):
        from blog.routing import find_page

        page, rest = find_page(self, path_components)
        return super(HomePage, page).route(request, rest) if page == self else page.route(request, rest)

    def streams(self) -> list:
        return [self.ways_in, self.gifts]

    def rich_texts(self) -> list[str]:
        return [self.about_text]

    def more_context(self, request, context):
        from blog.home_context import home_context

        return home_context(self, request, context)
