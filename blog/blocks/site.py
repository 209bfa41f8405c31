"""Blocks of the home page and the settings."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from blog.blocks.choosers import GiftBlock, LinkedPageBlock


class WayInBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="kop", max_length=60)
    text = blocks.TextBlock(label="tekst", required=False, rows=2)
    category = SnippetChooserBlock("blog.Category", label="categorie")

    class Meta:
        icon = "arrow-right"
        label = "Weg naar binnen"
        label_format = "{title}"


class MagnetChoiceBlock(blocks.StructBlock):
    magnet = GiftBlock("leads.LeadMagnet", label="weggever")

    class Meta:
        icon = "download"
        label = "Weggever"
        label_format = "{magnet}"


class FooterLinkBlock(blocks.StructBlock):
    page = LinkedPageBlock(label="pagina")
    text = blocks.CharBlock(label="tekst", required=False, help_text="Leeg: de titel van de pagina.")

    class Meta:
        icon = "link"
        label = "Link"
        label_format = "{page}"


class CrisisLineBlock(blocks.StructBlock):
    name = blocks.CharBlock(label="naam")
    text = blocks.CharBlock(label="waarvoor", required=False)
    phone = blocks.CharBlock(label="telefoonnummer")
    url = blocks.URLBlock(label="site", required=False)

    class Meta:
        icon = "help"
        label = "Hulplijn"
        label_format = "{name}"
