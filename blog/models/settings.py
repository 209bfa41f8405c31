"""What the coach sets once for the whole site."""

import copy

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Site

from blog.blocks.site import CrisisLineBlock, FooterLinkBlock
from blog.models.base import image_key
from blog.seo.titles import check_profiles, check_template, check_title_template
from pagecache.kept import kept


def page_key(label: str, help_text: str = "") -> models.ForeignKey:
    """Return an optional foreign key to a page that survives the page's removal."""
    return models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=label,
        help_text=help_text,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    practice_name = models.CharField("naam van de praktijk", max_length=80, default="liefdesverdriet")
    tagline = models.CharField("ondertitel", max_length=160, blank=True)
    notice = models.CharField(
        "mededeling bovenaan",
        max_length=200,
        blank=True,
        help_text="Een korte regel boven elke pagina, bijvoorbeeld bij vakantie. Leeg is geen regel.",
    )
    default_description = models.CharField(
        "omschrijving voor zoekmachines",
        max_length=160,
        blank=True,
        help_text="Voor pagina's zonder eigen omschrijving.",
    )
    title_template = models.CharField(
        "titel in zoekresultaten",
        max_length=120,
        default="{titel} – {praktijk}",
        validators=[check_title_template],
        help_text="{titel} is de titel van de pagina, {praktijk} de naam van de praktijk. Past het geheel "
        "niet, dan staat er de titel alleen.",
    )
    description_template = models.CharField(
        "omschrijving uit de pagina",
        max_length=160,
        default="{inleiding}",
        validators=[check_template],
        help_text="Voor pagina's zonder eigen omschrijving: {inleiding}, {titel} en {praktijk} mogen erin.",
    )
    social_image = image_key("afbeelding bij delen", "Voor pagina's zonder eigen afbeelding.")
    social_titles = models.BooleanField(
        "teken een kaart met de titel",
        default=True,
        help_text="Wie een pagina deelt, laat dan een kaart zien met haar titel, in de kleuren van de site. "
        "Een pagina met een eigen afbeelding bij delen houdt die.",
    )
    logo = image_key("logo", "Voor zoekmachines. Vierkant, minstens 112 bij 112 pixels.")
    publisher_person = models.ForeignKey(
        "blog.AuthorPage",
        verbose_name="de site is van",
        help_text="Kies wie de site maakt als dat één persoon is. Leeg: de praktijk is een organisatie.",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    profile_links = models.TextField(
        "elders op het web",
        blank=True,
        validators=[check_profiles],
        help_text="Eigen pagina's op bijvoorbeeld LinkedIn of Instagram, één adres per regel. Zo weten "
        "zoekmachines dat die van jou zijn.",
    )
    contact_email = models.EmailField("e-mailadres", blank=True)
    contact_phone = models.CharField("telefoon", max_length=40, blank=True)
    footer_text = models.TextField("tekst onderaan", blank=True)
    footer_links = StreamField(
        [("link", FooterLinkBlock())], blank=True, verbose_name="links onderaan", max_num=8
    )
    crisis_lines = StreamField(
        [("line", CrisisLineBlock())],
        blank=True,
        verbose_name="hulplijnen",
        help_text="Staan onderaan elke pagina, voor wie nu hulp nodig heeft.",
    )
    privacy_page = page_key("privacyverklaring")
    coaching_page = page_key("pagina over begeleiding")
    default_magnet = models.ForeignKey(
        "leads.LeadMagnet",
        verbose_name="weggever voor de hele site",
        help_text="Onder artikelen zonder eigen weggever, als hun categorie er ook geen heeft.",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    gift_in_sidebar = models.BooleanField(
        "ook naast het artikel",
        default=True,
        help_text="Op een breed scherm staat de weggever klein in de kantlijn, een eindje in de tekst. "
        "Niet op een telefoon, en nooit bij een gevoelig artikel.",
    )
    gift_slides_in = models.BooleanField(
        "ook zachtjes in beeld schuiven",
        default=False,
        help_text="Eén keer, onderaan het scherm, als iemand ruim halverwege een artikel is. Wegklikken kan "
        "altijd. Niet als iemand net iets typt, en nooit bij een gevoelig artikel.",
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("practice_name"), FieldPanel("tagline"), FieldPanel("notice")], heading="De praktijk"
        ),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("contact_phone"), FieldPanel("coaching_page")],
            heading="Contact",
        ),
        MultiFieldPanel(
            [
                FieldPanel("footer_text"),
                FieldPanel("footer_links"),
                FieldPanel("crisis_lines"),
                FieldPanel("privacy_page"),
            ],
            heading="Onderaan elke pagina",
        ),
        MultiFieldPanel(
            [FieldPanel("default_magnet"), FieldPanel("gift_in_sidebar"), FieldPanel("gift_slides_in")],
            heading="Weggever",
        ),
        MultiFieldPanel(
            [
                FieldPanel("title_template"),
                FieldPanel("description_template"),
                FieldPanel("default_description"),
                FieldPanel("publisher_person"),
                FieldPanel("logo"),
                FieldPanel("profile_links"),
            ],
            heading="Zoekmachines",
        ),
        MultiFieldPanel([FieldPanel("social_titles"), FieldPanel("social_image")], heading="Delen"),
    ]
    select_related = [
        "privacy_page",
        "coaching_page",
        "default_magnet__cover",
        "social_image",
        "logo",
        "publisher_person",
    ]

    class Meta:
        verbose_name = "Instellingen van de site"

    @classmethod
    def for_request(cls, request):
        # As Wagtail does, with what was looked up before: the settings are on every page.
        name = cls.get_cache_attr_name()
        if not hasattr(request, name):
            site = Site.find_for_request(request)
            found = copy.copy(kept(("settings", site.pk if site else None), lambda: cls.for_site(site)))
            found._request = request
            setattr(request, name, found)
        return getattr(request, name)
