"""Blocks of the home page and the settings."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from blog.blocks.choosers import GiftBlock, LinkedPageBlock
from blog.blocks.links import LivePageValue, newest_gift, newest_page


class WayInBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="kop", max_length=60)
    text = blocks.TextBlock(label="tekst", required=False, rows=2)
    category = SnippetChooserBlock("blog.Category", label="categorie")

    class Meta:
        icon = "arrow-right"
        label = "Weg naar binnen"
        description = "Brengt wie binnenkomt naar een categorie die bij haar past."
        template = "blocks/way_in.html"
        preview_value = {
            "title": "Net uit elkaar",
            "text": "De eerste dagen en nachten: wat nu helpt.",
            "category": None,
        }
        label_format = "{title}"


class MagnetChoiceBlock(blocks.StructBlock):
    magnet = GiftBlock("leads.LeadMagnet", label="weggever")

    def get_preview_value(self):
        return self.normalize({"magnet": newest_gift(self.child_blocks["magnet"])})

    class Meta:
        icon = "download"
        label = "Weggever"
        description = "De kaft van een weggever, met een knop naar de aanmelding."
        template = "blocks/magnet_choice.html"
        label_format = "{magnet}"


class FooterLinkBlock(blocks.StructBlock):
    page = LinkedPageBlock(label="pagina")
    text = blocks.CharBlock(label="tekst", required=False, help_text="Leeg: de titel van de pagina.")

    def get_preview_value(self):
        return self.normalize({"page": newest_page(self.child_blocks["page"]), "text": ""})

    class Meta:
        icon = "link"
        label = "Link"
        description = "Eén link onderaan elke pagina."
        template = "blocks/footer_link.html"
        value_class = LivePageValue
        label_format = "{page}"


class CrisisLineBlock(blocks.StructBlock):
    name = blocks.CharBlock(label="naam")
    text = blocks.CharBlock(label="waarvoor", required=False)
    phone = blocks.CharBlock(label="telefoonnummer")
    url = blocks.URLBlock(label="site", required=False)

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"lines": [{"value": value}]}

    class Meta:
        icon = "help"
        label = "Hulplijn"
        description = "Een telefoonnummer voor wie nu iemand nodig heeft."
        template = "blocks/crisis_line.html"
        preview_value = {
            "name": "113 Zelfmoordpreventie",
            "text": "Dag en nacht, anoniem.",
            "phone": "0800-0113",
            "url": "https://www.113.nl/",
        }
        label_format = "{name}"
