"""Forms in which pictures are chosen: each reads the file before Wagtail or Pillow decode it."""

from typing import Any

from django.core.files.base import File
from django.forms import FileField, ImageField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from images import uploads


class PictureField(WagtailImageField):
    """A picture as Wagtail's own field takes it, after it was found to be one, and without its notes."""

    def to_python(self, data: Any) -> File | None:
        file = FileField.to_python(self, data)
        return None if file is None else super().to_python(uploads.accepted(file))


class AvatarField(ImageField):
    """The picture of who works on the site."""

    def to_python(self, data: Any) -> File | None:
        file = FileField.to_python(self, data)
        return None if file is None else super().to_python(uploads.accepted(file))


class PictureForm(BaseImageForm):
    """Every form in which a picture is added or replaced (WAGTAILIMAGES_IMAGE_FORM_BASE)."""

    class Meta(BaseImageForm.Meta):
        pass

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if found := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=found.label,
                required=found.required,
                widget=found.widget,
                help_text="JPEG, PNG, WebP of AVIF, hooguit 40 miljoen beeldpunten. "
                "Waar en waarmee de foto is gemaakt, halen we eruit.",
            )
