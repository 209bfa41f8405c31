"""The site's own image model: every picture carries a description, a credit and a focal point."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    credit = models.CharField(
        "bron of maker",
        max_length=200,
        blank=True,
        help_text="Bijvoorbeeld de naam van de fotograaf. Komt klein onder de afbeelding te staan.",
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    @property
    def default_alt_text(self) -> str:
        """The description alone: a title such as "IMG_2041" says nothing to who cannot see the picture."""
        return self.description

    class Meta(AbstractImage.Meta):
        verbose_name = "afbeelding"
        verbose_name_plural = "afbeeldingen"
        permissions = [("choose_image", "Kan een afbeelding kiezen")]


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="images_siterendition_unique"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """Name the file after what it shows: browsers keep it for a year, and pictures get replaced."""
        folder, _, name = super().get_upload_to(filename).rpartition("/")
        return f"{folder}/{self.image.get_file_hash()[:8]}-{name}"
