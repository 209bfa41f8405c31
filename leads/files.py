"""Which files may be a gift: recognised by what is in them, not by what they are called."""

import uuid
import zipfile
from pathlib import PurePath
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import Storage, storages
from django.db.models.fields.files import FieldFile
from django.template.defaultfilters import filesizeformat

GIFTS_FOLDER = "gifts"
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "mp3": "audio/mpeg",
    "zip": "application/zip",
}


def private_storage() -> Storage:
    return storages["private"]


def gift_path(instance: Any, filename: str) -> str:
    """Return a name that tells nothing and never clashes, and tell the row what the file was called."""
    name = PurePath(filename)
    instance.original_name = name.name[-255:]
    return f"{GIFTS_FOLDER}/{uuid.uuid4().hex}{name.suffix.lower()}"


def recognise(file: IO[bytes]) -> str | None:
    """Return "pdf", "epub", "mp3" or "zip" by the file's content, None for anything else. Rewinds it."""
    try:
        file.seek(0)
        head = file.read(1024)
        if head.startswith(b"%PDF-"):
            return "pdf"
        if head.startswith(b"PK\x03\x04"):
            return _recognise_archive(file, head)
        if head.startswith(b"ID3") or _is_mpeg_audio_frame(head):
            return "mp3"
        return None
    finally:
        file.seek(0)


def _recognise_archive(file: IO[bytes], head: bytes) -> str | None:
    if not zipfile.is_zipfile(file):
        return None
    # OCF 3.3, section 4.2.2: the first entry is "mimetype", stored without compression.
    return "epub" if head[30:58] == b"mimetypeapplication/epub+zip" else "zip"


def _is_mpeg_audio_frame(head: bytes) -> bool:
    """Eleven set bits, then a version and a layer III that exist (ISO 11172-3, 2.4.1.3)."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer, bitrate = (head[1] >> 3) & 3, (head[1] >> 1) & 3, head[2] >> 4
    return version != 1 and layer == 1 and bitrate not in (0, 15)


def validate_gift_file(value: FieldFile) -> None:
    """Refuse a newly chosen file that is too large, of another kind, or not what its name says."""
    if getattr(value, "_committed", False):
        return
    largest = settings.GIFT_MAX_BYTES
    if value.size > largest:
        raise ValidationError(
            f"Dit bestand is {filesizeformat(value.size)}; het mag hooguit {filesizeformat(largest)} zijn."
        )
    kind = recognise(value.file)
    if kind is None:
        raise ValidationError("Dit is geen PDF, EPUB, MP3 of ZIP. Kies een bestand van een van deze soorten.")
    extension = PurePath(value.name or "").suffix.lstrip(".").lower()
    if extension != kind:
        raise ValidationError(
            f"De inhoud van dit bestand is {kind.upper()}, maar de naam eindigt op ‘.{extension}’."
        )
