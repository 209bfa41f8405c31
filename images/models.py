"""The site's own image model: every picture carries a description, a credit and a focal point."""

from contextlib import suppress
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from images.shapes import wagtail_filter
from images.stripping import Damaged, stripped
from images.uploads import check_pixels


class SiteImage(AbstractImage):
    # Wagtail's; it says nothing of types.
    file: Any

    credit = models.CharField(
        "bron of maker",
        max_length=200,
        blank=True,
        help_text="Bijvoorbeeld de naam van de fotograaf. Komt klein onder de afbeelding te staan.",
    )
    # As #rrggbb; nothing for a picture that one sees through. Filled in with the renditions.
    mean_colour = models.CharField("gemiddelde kleur", max_length=7, blank=True, default="", editable=False)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    @property
    def default_alt_text(self) -> str:
        """The description alone: a title such as "IMG_2041" says nothing to who cannot see the picture."""
        return self.description

    class Meta(AbstractImage.Meta):
        verbose_name = "afbeelding"
        verbose_name_plural = "afbeeldingen"
        permissions = [("choose_image", "Kan een afbeelding kiezen")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new file without its notes and know it by its hash, also where it comes through no form.

        Raises ValidationError where it has more pixels than may be decoded (images.uploads).
        """
        if self.file and not self.file._committed:
            self._leave_out_notes()
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    def _leave_out_notes(self) -> None:
        """Take place, camera and owner out of the file. What can't be read stays: it is shown to nobody."""
        # Left open: what was uploaded is nowhere else yet.
        data = self.file.open().read()
        # From the first bytes alone; all that comes after this decodes.
        check_pixels(data)
        with suppress(Damaged):
            clean = stripped(data)
            if clean != data:
                # Django makes a file of the field of it.
                new: Any = ContentFile(clean, name=self.file.name)
                self.file = new
                return
        self.file.file.seek(0)


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

    def is_of(self, image: SiteImage) -> bool:
        """Tell whether this shows the file and the focal point that `image`, its own, has now."""
        name = self.file.name.rpartition("/")[2]
        return name.startswith(f"{image.file_hash[:8]}-") and self.has_focus_of(image)

    def has_focus_of(self, image: SiteImage) -> bool:
        return bool(self.focal_point_key == wagtail_filter(self.filter_spec).get_cache_key(image))


class RenditionJob(models.Model):
    """How far the renditions of a picture are (images.queue)."""

    class State(models.TextChoices):
        WAITING = "waiting", "wacht"
        MAKING = "making", "bezig"
        MADE = "made", "klaar"
        FAILED = "failed", "mislukt"

    image = models.OneToOneField(
        SiteImage, on_delete=models.CASCADE, primary_key=True, related_name="rendition_job"
    )
    # What is to be shown: the file, its focal point and our recipe. Another one means: make them again.
    wanted = models.CharField(max_length=64)
    state = models.CharField("stand", max_length=8, choices=State.choices, default=State.WAITING)
    done = models.PositiveSmallIntegerField("klaar", default=0)
    total = models.PositiveSmallIntegerField("van", default=0)
    reason = models.CharField("waarom mislukt", max_length=255, default="")
    # Who is making them, and until when that is believed without a sign of life.
    taken_by = models.CharField(max_length=32, default="")
    taken_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=("waiting", "making", "made", "failed")),
                name="images_renditionjob_state",
            )
        ]
        indexes = [
            # Looked at every second; nearly always empty.
            models.Index(
                fields=["state"],
                name="images_renditionjob_unfinished",
                condition=models.Q(state__in=("waiting", "making", "failed")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.done} van {self.total}"
