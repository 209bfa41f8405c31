"""Blocks that lead somewhere: another article, an episode, a gift, the coach."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from blog.blocks.choosers import GiftBlock, LinkedPageBlock
from blog.listings import newest_first, open_to_all
from blog.restrictions import is_open
from leads.placements import sign_up_card


def newest_page(chooser: LinkedPageBlock):
    """Return the newest published page that `chooser` offers, None on a site without one."""
    return newest_first(open_to_all(chooser.target_model.objects.all())).first()


def newest_gift(chooser: GiftBlock):
    """Return the newest gift that is to be had, None on a site without one."""
    return chooser.target_model.objects.filter(is_active=True).order_by("-pk").first()


class LivePageValue(blocks.StructValue):
    """A link that shows nothing rather than leading to a page that is not there."""

    page_field = "page"

    @property
    def live_page(self):
        """The page when every reader may see it, else None."""
        page = self.get(self.page_field)
        return page if page is not None and is_open(page) else None

    @property
    def link_text(self) -> str:
        return self.get("text") or (self.live_page.title if self.live_page else "")


class EpisodeValue(LivePageValue):
    page_field = "episode"


class ReadAlsoBlock(blocks.StructBlock):
    page = LinkedPageBlock(label="artikel", page_type="blog.ArticlePage")
    text = blocks.CharBlock(label="andere tekst", required=False, help_text="Leeg: de titel van het artikel.")

    def get_preview_value(self):
        return self.normalize({"page": newest_page(self.child_blocks["page"]), "text": ""})

    class Meta:
        icon = "arrow-right"
        label = "Lees ook"
        description = "Eén regel die naar een ander artikel wijst."
        template = "blocks/read_also.html"
        value_class = LivePageValue
        label_format = "Lees ook: {page}"


class ListenAlsoBlock(blocks.StructBlock):
    episode = LinkedPageBlock(label="aflevering", page_type="blog.PodcastEpisodePage")
    text = blocks.CharBlock(
        label="andere tekst", required=False, help_text="Leeg: de titel van de aflevering."
    )

    def get_preview_value(self):
        return self.normalize({"episode": newest_page(self.child_blocks["episode"]), "text": ""})

    class Meta:
        icon = "media"
        label = "Luister ook"
        description = "Eén regel die naar een aflevering wijst."
        template = "blocks/listen_also.html"
        value_class = EpisodeValue
        label_format = "Luister ook: {episode}"


class GiftValue(blocks.StructValue):
    """A gift with its `card`, from `blog.page_context.place_gifts`; without one nothing is shown."""

    card = None


class LeadMagnetBlock(blocks.StructBlock):
    magnet = GiftBlock(
        "leads.LeadMagnet",
        label="weggever",
        required=False,
        help_text="Leeg: die van dit artikel, anders die van de categorie of van de hele site.",
    )

    def get_preview_value(self):
        value = self.normalize({"magnet": newest_gift(self.child_blocks["magnet"])})
        if value["magnet"] is not None:
            value.card = sign_up_card(value["magnet"], None, "voorbeeld")
        return value

    class Meta:
        icon = "download"
        label = "Weggever"
        description = "De routekaart of het e-boek, met een veld voor het e-mailadres."
        template = "blocks/lead_magnet.html"
        value_class = GiftValue
        label_format = "Weggever: {magnet}"


class CallToActionValue(LivePageValue):
    @property
    def target(self) -> str:
        """The address to go to, "" when there is none (any more)."""
        return self.live_page.url if self.live_page else self.get("url") or ""


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="kop", required=False)
    text = blocks.TextBlock(label="tekst", required=False)
    button_text = blocks.CharBlock(label="tekst op de knop", max_length=40)
    page = LinkedPageBlock(label="naar deze pagina", required=False)
    url = blocks.URLBlock(label="of naar dit adres", required=False)

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation and not (value["page"] or value["url"]):
            raise blocks.StructBlockValidationError(
                block_errors={"page": ValidationError("Kies een pagina of vul een adres in.")}
            )
        return value

    class Meta:
        icon = "pick"
        label = "Uitnodiging"
        description = "Nodigt uit tot een stap, met één knop."
        template = "blocks/call_to_action.html"
        value_class = CallToActionValue
        preview_value = {
            "title": "Liever samen kijken?",
            "text": "In een eerste gesprek van een half uur hoor je waar je staat.",
            "button_text": "Plan een gesprek",
            "page": None,
            "url": "https://voorbeeld.example/",
        }
        label_format = "Uitnodiging: {title} {button_text}"
