"""ArticleBody: the stream of blocks that articles, pages, bios and show notes are made of."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.utils.text import text_from_html

from blog.blocks.links import CallToActionBlock, LeadMagnetBlock, ListenAlsoBlock, ReadAlsoBlock
from blog.blocks.media import AudioBlock, EmbedBlock, FigureBlock, GalleryBlock, MediaAppearanceBlock
from blog.blocks.practice import CaseStudyBlock, FAQBlock, PatternsBlock, ReflectionBlock, SignalsBlock
from blog.blocks.text import (
    RICH_TEXT,
    DividerBlock,
    HeadingBlock,
    InsightBlock,
    NoteBlock,
    ParagraphBlock,
    QuoteBlock,
    TableBlock,
)
from blog.dead_links.publishing import settle_links

# Parts of these stand in italics (static/css/components), whatever is written in them.
IN_ITALICS = frozenset({"quote", "case_study", "read_also", "listen_also", "media_appearance"})
WRITING, PRACTICE, LEADING = "Schrijven", "Uit de praktijk", "Verder leiden"


class ArticleBody(blocks.StreamBlock):
    paragraph = ParagraphBlock(features=RICH_TEXT, group=WRITING, required=False)
    heading = HeadingBlock(group=WRITING)
    image = FigureBlock(group=WRITING)
    gallery = GalleryBlock(group=WRITING)
    quote = QuoteBlock(group=WRITING)
    insight = InsightBlock(group=WRITING)
    table = TableBlock(group=WRITING)
    divider = DividerBlock(group=WRITING)
    note = NoteBlock(group=WRITING)
    case_study = CaseStudyBlock(group=PRACTICE)
    patterns = PatternsBlock(group=PRACTICE)
    signals = SignalsBlock(group=PRACTICE)
    reflection = ReflectionBlock(group=PRACTICE)
    faq = FAQBlock(group=PRACTICE)
    read_also = ReadAlsoBlock(group=LEADING)
    listen_also = ListenAlsoBlock(group=LEADING)
    lead_magnet = LeadMagnetBlock(group=LEADING)
    call_to_action = CallToActionBlock(group=LEADING)
    media_appearance = MediaAppearanceBlock(group=LEADING)
    embed = EmbedBlock(group=LEADING)
    audio = AudioBlock(group=LEADING)

    def clean(self, value):
        """Refuse headings that skip a level and links that lead nowhere; leave out paragraphs without text.

        Screen readers and the table of contents read headings as an outline (WCAG 1.3.1). Empty paragraphs
        stay behind where one typed "/" for another block.
        """
        value = super().clean(value)
        dead = settle_links(value)
        if self.is_deferred_validation:
            return value
        errors: dict[int, ValidationError] = {**dead}
        previous = 1
        for position, child in enumerate(value):
            if child.block_type != "heading":
                continue
            level = child.value.level_number
            if level > previous + 1:
                wanted = "Kop" if previous == 1 else "Tussenkop"
                errors[position] = blocks.StructBlockValidationError(
                    block_errors={
                        "level": ValidationError(f"Deze kop slaat een stap over. Kies hier ‘{wanted}’.")
                    }
                )
            previous = level
        if errors:
            raise blocks.StreamBlockValidationError(block_errors=errors)
        for position in reversed(range(len(value))):
            child = value[position]
            if child.block_type == "paragraph" and not text_from_html(str(child.value.source)).strip():
                del value[position]
        return value


def has_italics(body: blocks.StreamValue) -> bool:
    """Say whether a reader of `body` needs the italic letters, so that a page can ask for them early."""
    return any(block["type"] in IN_ITALICS or "<i>" in str(block["value"]) for block in body.raw_data)
