"""What an episode lists: chapters, guests, hosts, articles. In streams, so that all is read in one go."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from blog.blocks.choosers import LinkedPageBlock, PictureBlock
from blog.podcast.clock import ClockBlock, clock


class ChapterValue(blocks.StructValue):
    @property
    def clock(self) -> str:
        return clock(self["start"] or 0)


class ChapterBlock(blocks.StructBlock):
    start = ClockBlock(label="begint op", help_text="Minuten en seconden, zoals 12:05.")
    title = blocks.CharBlock(label="titel", max_length=200)
    url = blocks.URLBlock(label="link", required=False)
    image = PictureBlock(label="afbeelding", required=False)

    class Meta:
        icon = "list-ol"
        label = "Hoofdstuk"
        description = "Een moment in de aflevering waar een luisteraar heen kan springen."
        value_class = ChapterValue
        label_format = "{start} {title}"
        form_classname = "struct-block chapter-block"


class Chapters(blocks.StreamBlock):
    chapter = ChapterBlock()

    def clean(self, value):
        """Refuse two chapters that begin together; put them in the order of their times."""
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        starts: dict[int, str] = {}
        for position, child in enumerate(value):
            start = child.value["start"]
            if start in starts:
                error = ValidationError(f"Ook ‘{starts[start]}’ begint op {clock(start)}.")
                raise blocks.StreamBlockValidationError(
                    block_errors={position: blocks.StructBlockValidationError(block_errors={"start": error})}
                )
            starts[start] = child.value["title"]
        return value


class GuestBlock(blocks.StructBlock):
    name = blocks.CharBlock(label="naam", max_length=100)
    role = blocks.CharBlock(label="wie is dit", required=False, max_length=150)
    url = blocks.URLBlock(label="link", required=False)
    portrait = PictureBlock(label="portret", required=False)

    class Meta:
        icon = "user"
        label = "Gast"
        description = "Wie er mee praat."
        label_format = "{name}"


class Guests(blocks.StreamBlock):
    guest = GuestBlock()


class Hosts(blocks.StreamBlock):
    host = LinkedPageBlock(page_type="blog.AuthorPage", label="Maker", icon="user")


class Articles(blocks.StreamBlock):
    article = LinkedPageBlock(page_type="blog.ArticlePage", label="Artikel", icon="doc-full")


class PlatformBlock(blocks.StructBlock):
    name = blocks.CharBlock(label="naam", max_length=40, help_text="Bijvoorbeeld: Spotify.")
    url = blocks.URLBlock(label="adres van je podcast daar")

    class Meta:
        icon = "link-external"
        label = "Luisterplek"
        description = "Waar men de podcast nog meer kan volgen."
        label_format = "{name}"


class Platforms(blocks.StreamBlock):
    platform = PlatformBlock()
