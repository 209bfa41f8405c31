"""AuthorIndexPage "Over ons" and the author bios under it."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from blog.blocks.body import ArticleBody
from blog.listings import PERSON, as_cards, open_to_all, paginate, with_picture
from blog.models.base import SitePage, image_key
from blog.models.categories import give_categories


class AuthorIndexPage(SitePage):
    intro = models.TextField("inleiding", blank=True)
    hero_image = image_key("grote afbeelding")
    body = StreamField(ArticleBody(), blank=True, verbose_name="tekst")

    content_panels = [
        TitleFieldPanel("title", placeholder="Titel"),
        FieldPanel("intro"),
        FieldPanel("hero_image"),
        FieldPanel("body"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Inhoud"),
            ObjectList([*SitePage.search_engine_panels, *SitePage.menu_panels], heading="Vindbaarheid"),
        ]
    )
    template = "blog/author_index_page.html"
    reading_relations = ("social_image", "social_picture", "hero_image")
    parent_page_types = ["blog.HomePage"]
    subpage_types = ["blog.AuthorPage"]
    page_description = "Stelt de mensen achter de site voor."

    class Meta:
        verbose_name = "overzicht van auteurs"
        verbose_name_plural = "overzichten van auteurs"

    def more_context(self, request, context):
        authors = list(with_picture(open_to_all(AuthorPage.objects.child_of(self)), "portrait", *PERSON))
        context["pictures"] += [author.portrait for author in authors]
        return {"authors": authors}


class AuthorPage(SitePage):
    role = models.CharField("functie", max_length=120, blank=True)
    short_bio = models.TextField(
        "in het kort",
        max_length=400,
        blank=True,
        help_text="Eén of twee zinnen, onder elk artikel van deze auteur.",
    )
    portrait = image_key("portret")
    portrait_alt = models.CharField("beschrijving van het portret", max_length=255, blank=True)
    specialisms = models.CharField(
        "onderwerpen", max_length=255, blank=True, help_text="Met komma's ertussen."
    )
    body = StreamField(ArticleBody(), blank=True, verbose_name="tekst")

    content_panels = [
        TitleFieldPanel("title", heading="Naam", placeholder="Naam"),
        FieldPanel("role"),
        MultiFieldPanel([FieldPanel("portrait"), FieldPanel("portrait_alt")], heading="Portret"),
        FieldPanel("short_bio"),
        FieldPanel("specialisms"),
        FieldPanel("body"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Inhoud"),
            ObjectList(SitePage.search_engine_panels, heading="Vindbaarheid"),
        ]
    )
    search_fields = [*SitePage.search_fields, index.SearchField("short_bio"), index.SearchField("body")]
    template = "blog/author_page.html"
    reading_relations = ("social_image", "social_picture", "portrait")
    reading_parameters = ("pagina",)
    parent_page_types = ["blog.AuthorIndexPage"]
    subpage_types: list[str] = []
    page_description = "Iemand die schrijft: portret, levensloop, artikelen."

    class Meta:
        verbose_name = "auteur"
        verbose_name_plural = "auteurs"

    def articles(self):
        """Return this author's published articles, newest first; none for one who was never saved."""
        from blog.models.articles import ArticlePage

        if self.pk is None:
            return ArticlePage.objects.none()
        return as_cards(open_to_all(ArticlePage.objects.filter(article_authors__author=self)))

    def more_context(self, request, context):
        articles = paginate(request, self.articles(), kept_as=("author", self.pk))
        give_categories(articles.object_list)
        context["pictures"] += [article.hero_image for article in articles.object_list]
        return {"articles": articles}

    def lead_image(self):
        return self.portrait

    def lead_text(self) -> str:
        return self.short_bio

    def specialism_list(self) -> list[str]:
        """Return the topics as typed, without empty ones."""
        return [topic.strip() for topic in self.specialisms.split(",") if topic.strip()]
