"""What a file of a gift was before it was replaced."""

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from leads.files import CONTENT_TYPES, gift_path, private_storage
from leads.models.gift_file import LeadMagnetFile


class LeadMagnetFileVersionManager(models.Manager["LeadMagnetFileVersion"]):
    def prune(self, gift_file: LeadMagnetFile) -> None:
        """Let go of the versions beyond settings.GIFT_VERSIONS, the oldest first."""
        for version in self.filter(gift_file=gift_file)[settings.GIFT_VERSIONS :]:
            version.delete()


class LeadMagnetFileVersion(models.Model):
    """An earlier content of a file, kept so that it can be put back. Readers always get the present one."""

    gift_file = models.ForeignKey(
        LeadMagnetFile, verbose_name="bestand", on_delete=models.CASCADE, related_name="versions"
    )
    file = models.FileField("bestand", storage=private_storage, upload_to=gift_path)
    size = models.PositiveBigIntegerField("grootte")
    original_name = models.CharField("naam van het bestand", max_length=255, blank=True)
    uploaded_at = models.DateTimeField("neergezet op", null=True, blank=True)
    replaced_at = models.DateTimeField("vervangen op")
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="vervangen door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = LeadMagnetFileVersionManager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "eerdere versie"
        verbose_name_plural = "eerdere versies"
        ordering = ["-replaced_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.gift_file} tot {self.replaced_at:%d-%m-%Y}"

    @transaction.atomic
    def put_back(self, user: Any) -> None:
        """Make this the present content; what is present becomes the version, so one can go back again."""
        gift = LeadMagnetFile.objects.select_for_update().get(pk=self.gift_file_id)
        version = LeadMagnetFileVersion.objects.select_for_update().get(pk=self.pk)
        fields = ("file", "size", "original_name", "uploaded_at")
        earlier = {name: getattr(version, name) for name in fields}
        present = {name: getattr(gift, name) for name in fields}
        # Not save(): that takes another content for a new upload.
        LeadMagnetFile.objects.filter(pk=gift.pk).update(**earlier)
        LeadMagnetFileVersion.objects.filter(pk=version.pk).update(
            **present, replaced_at=timezone.now(), replaced_by=user
        )

    @property
    def extension(self) -> str:
        return PurePath(self.file.name or "").suffix.lstrip(".").lower()

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES.get(self.extension, "application/octet-stream")
