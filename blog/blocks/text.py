"""Blocks made of words: heading, paragraph, quote, insight, table, divider, note."""

from django.utils.text import slugify
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from blog.blocks.choices import WordChoiceBlock
from blog.blocks.words import AnchorCharBlock, AskingCharBlock, AskingTextBlock, UnreadTextBlock
from blog.plain_text import plain_text

RICH_TEXT = ["bold", "italic", "ol", "ul", "link"]


class HeadingValue(blocks.StructValue):
    """A heading as shown; `shown_anchor` is unique in its page, by `blog.outline.mark_headings`."""

    shown_anchor = ""

    @property
    def level_number(self) -> int:
        """The level as a number; in a draft without one it counts as an h2."""
        return int((self["level"] or "h2")[1])

    @property
    def default_anchor(self) -> str:
        return self.own_anchor or slugify(self["text"] or "")[:60].strip("-") or "kop"

    @property
    def own_anchor(self) -> str:
        """The anchor that was given to it, "" for most."""
        return self.get("anchor") or ""


class HeadingBlock(blocks.StructBlock):
    text = AskingCharBlock(
        label="kop",
        max_length=140,
        error_messages={"required": "Vul de tekst van de kop in, of haal dit blok weg."},
    )
    level = WordChoiceBlock(
        label="grootte",
        choices=[("h2", "Kop"), ("h3", "Tussenkop"), ("h4", "Kleine tussenkop")],
        default="h2",
        required=True,
    )
    # Kept from elsewhere, so that links to it go on working.
    anchor = AnchorCharBlock(
        label="adres binnen de pagina",
        required=False,
        max_length=100,
        help_text="Waarmee links deze kop vinden. Leeg: gemaakt van de woorden.",
    )

    class Meta:
        icon = "title"
        label = "Kop"
        description = "Verdeelt het verhaal; komt in de inhoudsopgave."
        template = "blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"level": "h2", "text": "De eerste weken"}
        label_format = "Kop: {text}"


class ParagraphBlock(blocks.RichTextBlock):
    def get_searchable_content(self, value):
        return [plain_text(value.source)] if self.search_index else []

    class Meta:
        icon = "pilcrow"
        label = "Tekst"
        description = "Gewone alinea's, met lijsten en links. Typ / voor een ander blok."
        template = "blocks/paragraph.html"
        preview_value = (
            "<p>Er zijn avonden waarop de stilte in huis een geluid maakt. Zet dan <b>het licht</b> aan.</p>"
        )


class QuoteBlock(blocks.StructBlock):
    text = AskingTextBlock(label="citaat", error_messages={"required": "Vul het citaat in."})
    source = blocks.CharBlock(label="wie zegt het", required=False)
    kind = WordChoiceBlock(
        label="soort",
        choices=[("saying", "Een uitspraak"), ("client", "Een cliënt aan het woord")],
        default="saying",
        required=True,
    )

    class Meta:
        icon = "openquote"
        label = "Citaat"
        description = "Een uitspraak, of iemand die zelf vertelt."
        template = "blocks/quote.html"
        preview_value = {"text": "Ik blijf bij mijn gevoel.", "source": "Een lezer", "kind": "client"}
        label_format = "Citaat: {text}"


class InsightBlock(blocks.StructBlock):
    label = WordChoiceBlock(
        label="woord erboven",
        choices=[("insight", "Inzicht"), ("remember", "Onthoud")],
        default="insight",
        required=True,
    )
    text = blocks.RichTextBlock(label="tekst", features=["bold", "italic", "link", "ul"])

    class Meta:
        icon = "help"
        label = "Inzicht"
        description = "Een gedachte in de kantlijn: Inzicht of Onthoud."
        template = "blocks/insight.html"
        preview_value = {
            "label": "insight",
            "text": "<p>Gemis zegt iets over liefde, en nog niets over de toekomst.</p>",
        }


class TableValue(blocks.StructValue):
    @property
    def has_head(self) -> bool:
        """Whether any column has a heading: a table from elsewhere may have none."""
        return any(column["heading"] for column in self["table"].columns)


class TableBlock(blocks.StructBlock):
    caption = AskingCharBlock(
        label="titel van de tabel",
        error_messages={"required": "Geef de tabel een titel, ook voor wie haar hoort."},
    )
    table = TypedTableBlock(
        [("text", blocks.CharBlock(label="Tekst", required=False))],
        label="tabel",
    )

    class Meta:
        icon = "table"
        label = "Tabel"
        description = "Rijen en kolommen met een kop."
        template = "blocks/table.html"
        value_class = TableValue
        preview_value = {
            "caption": "Eb en vloed",
            "table": {
                "columns": [{"type": "text", "heading": "Week"}, {"type": "text", "heading": "Wat je merkt"}],
                "rows": [
                    {"values": ["Eén", "Je slaapt licht."]},
                    {"values": ["Vier", "Een avond gaat voorbij."]},
                ],
                "caption": "",
            },
        }


class DividerBlock(blocks.StaticBlock):
    class Meta:
        icon = "minus"
        label = "Scheiding"
        admin_text = "Een rustpunt tussen twee delen."
        description = "Een rustpunt tussen twee delen."
        template = "blocks/divider.html"
        preview_value = None


class NoteBlock(blocks.StructBlock):
    """For who writes: shown in the editor and the preview, never to readers, searchers or feeds."""

    text = UnreadTextBlock(label="notitie", rows=3)

    class Meta:
        icon = "comment"
        label = "Notitie"
        description = "Voor jezelf: lezers zien haar nooit."
        template = "blocks/note.html"
        preview_value = {"text": "Hier nog een voorbeeld uit de praktijk."}
        label_format = "Notitie: {text}"
