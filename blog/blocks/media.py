"""Blocks that show something or sound: image, gallery, embed, audio, media appearance."""

from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from blog.blocks.choices import WordChoiceBlock
from blog.blocks.choosers import PictureBlock
from blog.blocks.words import AskingCharBlock, UnreadCharBlock
from blog.embeds import EMBED_HOSTS, embed_player


def _any_image():
    """Return an image to show in a block's preview, or None on an empty site."""
    image = get_image_model().objects.order_by("-pk").first()
    if image:
        image.contextual_alt_text = image.default_alt_text
        image.decorative = False
    return image


class DutchImageBlock(ImageBlock):
    """Wagtail's image with its description, in words a coach would use."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"] = PictureBlock(required=required)
        self.child_blocks["image"].set_name("image")
        words = {
            "image": ("bestand", ""),
            "decorative": ("alleen versiering", "Dan is geen beschrijving nodig."),
            "alt_text": ("beschrijving", "Wat is er te zien? Voor wie de afbeelding niet kan zien."),
        }
        for name, (label, help_text) in words.items():
            child = self.child_blocks[name]
            child.label = child.field.label = label
            child.field.help_text = help_text

    def clean(self, value):
        if (
            value
            and not self.is_deferred_validation
            and not value.decorative
            and not (value.contextual_alt_text or "").strip()
        ):
            raise blocks.StructBlockValidationError(
                block_errors={
                    "alt_text": ValidationError(
                        "Beschrijf wat er te zien is, of vink aan dat de afbeelding alleen versiering is."
                    )
                }
            )
        return super().clean(value)


class FigureBlock(blocks.StructBlock):
    image = DutchImageBlock(label="afbeelding")
    caption = blocks.CharBlock(label="onderschrift", required=False)
    width = WordChoiceBlock(
        label="breedte",
        choices=[
            ("text", "Even breed als de tekst"),
            ("wide", "Iets breder"),
            ("full", "Over de hele breedte"),
        ],
        default="text",
        required=True,
    )

    class Meta:
        icon = "image"
        label = "Afbeelding"
        description = "Een foto of tekening, met beschrijving en onderschrift."
        template = "blocks/image.html"
        label_format = "Afbeelding: {caption}"

    def get_preview_value(self):
        return self.normalize(
            {"image": _any_image(), "caption": "Eb, een uur voor het keert.", "width": "text"}
        )


class GalleryBlock(blocks.StructBlock):
    images = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("image", DutchImageBlock(label="afbeelding")),
                ("caption", blocks.CharBlock(label="onderschrift", required=False)),
            ],
            label="afbeelding",
            icon="image",
        ),
        label="afbeeldingen",
    )
    columns = WordChoiceBlock(
        label="naast elkaar",
        choices=[("2", "Twee"), ("3", "Drie")],
        default="3",
        required=True,
        help_text="Op een telefoon staan er twee naast elkaar.",
    )

    def get_preview_value(self):
        picture = {"image": _any_image(), "caption": ""}
        return self.normalize({"images": [picture, picture, picture], "columns": "3"})

    class Meta:
        icon = "grid"
        label = "Galerij"
        description = "Een paar afbeeldingen bij elkaar, twee of drie op een rij."
        template = "blocks/gallery.html"
        label_format = "Galerij"


class AudioValue(blocks.StructValue):
    @property
    def is_ours(self) -> bool:
        """Whether the sound stands among our own files: only then a page may play it (policies.PUBLIC)."""
        return (self.get("url") or "").startswith(settings.MEDIA_URL)


class AudioBlock(blocks.StructBlock):
    title = AskingCharBlock(label="titel", error_messages={"required": "Geef het geluid een titel."})
    url = UnreadCharBlock(
        label="adres van het geluid",
        max_length=500,
        help_text=f"Een bestand van deze site ({settings.MEDIA_URL}…), of een adres dat met https:// begint.",
    )

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation and not value["url"].startswith((settings.MEDIA_URL, "https://")):
            raise blocks.StructBlockValidationError(
                block_errors={
                    "url": ValidationError(
                        f"Begin met {settings.MEDIA_URL} voor een bestand van deze site, anders met https://."
                    )
                }
            )
        return value

    class Meta:
        icon = "media"
        label = "Geluid"
        description = "Een opname met een knop om haar af te spelen."
        template = "blocks/audio.html"
        value_class = AudioValue
        preview_value = {"title": "Een ademoefening", "url": f"{settings.MEDIA_URL}ademoefening.mp3"}
        label_format = "Geluid: {title}"


class EmbedBlock(blocks.StructBlock):
    url = blocks.URLBlock(
        label="adres van de video of het geluid",
        help_text=f"Van {', '.join(sorted(EMBED_HOSTS))}. Laadt pas als de lezer erop klikt.",
    )
    title = AskingCharBlock(label="titel", error_messages={"required": "Geef de video een titel."})
    thumbnail = PictureBlock(label="stilstaand beeld", required=False)

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation and value["url"] and embed_player(value["url"]) is None:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "url": ValidationError(
                        f"Dit adres kennen we niet. Plak een link van {', '.join(sorted(EMBED_HOSTS))}."
                    )
                }
            )
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["player"] = embed_player(value["url"]) if value.get("url") else None
        return context

    class Meta:
        icon = "media"
        label = "Video of geluid van elders"
        description = "Laadt pas na een klik, zodat niemand ongevraagd meekijkt."
        template = "blocks/embed.html"
        preview_value = {"url": "https://vimeo.com/76979871", "title": "Een voorbeeldfilm", "thumbnail": None}
        label_format = "Video: {title}"


class MediaAppearanceBlock(blocks.StructBlock):
    outlet = blocks.CharBlock(label="krant, programma of site")
    title = blocks.CharBlock(label="titel van het stuk")
    url = blocks.URLBlock(label="link", required=False)
    date = blocks.DateBlock(label="datum", required=False)
    image = PictureBlock(label="logo of foto", required=False)

    class Meta:
        icon = "globe"
        label = "In de media"
        description = "Waar je te lezen, te zien of te horen was."
        template = "blocks/media_appearance.html"
        preview_value = {
            "outlet": "De Ochtendbode",
            "title": "‘Liefdesverdriet is rouw met een telefoon’",
            "url": "https://voorbeeld.example/",
            "date": None,
            "image": None,
        }
        label_format = "In de media: {outlet}"
