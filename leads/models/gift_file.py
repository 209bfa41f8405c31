"""The files that one receives for a gift."""

from pathlib import PurePath
from typing import Any

from django.core.validators import FileExtensionValidator
from django.db import models, transaction
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from leads.files import CONTENT_TYPES, gift_path, private_storage, validate_gift_file
from leads.models.magnet import LeadMagnet
from leads.widgets import GiftFileInput

# In names of files on Windows.
FORBIDDEN = '\\/:*?"<>|'


class LeadMagnetFile(Orderable):
    """A file with its present content. Saving another keeps the one before as a LeadMagnetFileVersion."""

    magnet = ParentalKey(LeadMagnet, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(
        "titel",
        max_length=120,
        blank=True,
        help_text="Staat op de downloadknop, bijvoorbeeld: ‘De routekaart (A4)’. "
        "Leeg: de naam van het bestand.",
    )
    file = models.FileField(
        "bestand",
        storage=private_storage,
        upload_to=gift_path,
        validators=[FileExtensionValidator(sorted(CONTENT_TYPES)), validate_gift_file],
        help_text="Alleen wie zich aanmeldt, kan erbij.",
    )
    size = models.PositiveBigIntegerField("grootte", default=0, editable=False)
    # As the coach's own computer called it.
    original_name = models.CharField(max_length=255, blank=True, editable=False)
    uploaded_at = models.DateTimeField(null=True, blank=True, editable=False)

    panels = [FieldPanel("file", widget=GiftFileInput, required_on_save=False), FieldPanel("title")]

    # Who is saving, for the version that this saving makes.
    replaced_by: Any = None

    class Meta(Orderable.Meta):
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if not self.title and self.file:
            is_upload = not self.file._committed  # type: ignore[attr-defined]
            name = (self.file.name if is_upload else self.original_name) or ""
            words = PurePath(name).stem.replace("_", " ").replace("-", " ").split()
            self.title = (" ".join(words)[:120] or self.magnet.name).capitalize()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the row with what belongs to its content, and keep the content before, both or neither.

        A file that was written for a row that could not be saved is taken away again.
        """
        is_upload = bool(self.file) and not self.file._committed  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                before = LeadMagnetFile.objects.select_for_update().filter(pk=self.pk).first()
                if self.file and (is_upload or before is None or before.file.name != self.file.name):
                    self.size = self.file.size
                    self.uploaded_at = timezone.now()
                    if before is not None:
                        before.keep_as_version(self.replaced_by)
                super().save(*args, **kwargs)
        except BaseException:
            if is_upload and self.file._committed:  # type: ignore[attr-defined]
                self.file.storage.delete(self.file.name or "")
            raise

    def keep_as_version(self, user: Any) -> None:
        """Make the present content an earlier version; let go of those beyond settings.GIFT_VERSIONS."""
        from leads.models.version import LeadMagnetFileVersion  # which knows this model

        LeadMagnetFileVersion.objects.create(
            gift_file=self,
            file=self.file.name,
            size=self.size,
            original_name=self.original_name,
            uploaded_at=self.uploaded_at,
            replaced_at=timezone.now(),
            replaced_by=user,
        )
        LeadMagnetFileVersion.objects.prune(self)

    @property
    def extension(self) -> str:
        return PurePath(self.file.name or "").suffix.lstrip(".").lower()

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES.get(self.extension, "application/octet-stream")

    @property
    def download_name(self) -> str:
        """The title as a name that every system can write, with its accents: "De kaart voor Zoë.pdf"."""
        title = "".join(
            " " if not letter.isprintable() or letter in FORBIDDEN else letter for letter in self.title
        )
        return f"{' '.join(title.split()).strip('. ') or 'download'}.{self.extension}"
