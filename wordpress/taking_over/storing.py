"""Keep a file of the old site as what it is here, with the checks of an upload."""

import io
import warnings
from hashlib import sha256
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.models import Collection

from blog.podcast.audio import SUFFIXES as SOUNDS
from blog.podcast.audio import read_sound
from blog.podcast.import_page import LARGEST_SOUND
from images.gifs import first_frame, is_gif
from images.models import SiteImage
from images.uploads import EXTENSIONS, accept
from wordpress.reading.items import Item
from wordpress.taking_over import attachment
from wordpress.taking_over.report import Line

WAS_GIF = "was een GIF, en is nu een PNG"
MOVED = "bewegend plaatje (GIF) staat er nu stil"
_SOUND_SUFFIX = {kind: suffix for suffix, kind in reversed(SOUNDS.items())}


def store(item: Item, file: IO[bytes], user: Any, line: Line) -> dict[str, Any]:
    """Keep a file; return where, as fields of its record.

    A picture becomes an image; sound, which pages play, a file of the media; a PDF, EPUB or ZIP a document,
    which is handed over to be kept (/documenten/). Raises ValidationError, Unrecognised, OSError.
    """
    ending = attachment.suffix(item)
    if ending in SOUNDS:
        return {"file": _sound(item, file), "facts": {}}
    if ending in attachment.DOCUMENTS:
        return {"file": _document(item, file, user), "facts": {}}
    return _image(item, file, user, line)


def largest(item: Item) -> int:
    """Return how many bytes a file of this kind may have."""
    ending = attachment.suffix(item)
    if ending in SOUNDS:
        return LARGEST_SOUND
    if ending in attachment.DOCUMENTS:
        return int(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    return int(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)


def words_of(item: Item) -> dict[str, str]:
    """Return what is told with a picture, by the fields that it gets."""
    return {
        "title": attachment.title(item),
        "description": attachment.alt(item)[:255],
        "credit": attachment.credit(item),
    }


def facts_of(words: dict[str, str]) -> dict[str, str]:
    return {name: sha256(value.encode()).hexdigest()[:16] for name, value in words.items()}


def _image(item: Item, file: IO[bytes], user: Any, line: Line) -> dict[str, Any]:
    ending = attachment.suffix(item)
    if is_gif(file):
        still = first_frame(file)
        file, ending = io.BytesIO(still.png), "png"
        line.words.append(MOVED if still.moved else WAS_GIF)
    true_endings = _endings_of(file)
    if true_endings and ending not in true_endings:
        if ending != "jpe":
            line.words.append(f"heette .{ending}, maar is {true_endings[0].upper()}; zo heet het nu ook")
        ending = true_endings[0]
    name = attachment.file_name(item, ending)
    image = SiteImage(
        file=ContentFile(accept(name, file), name=name), uploaded_by_user=user, **words_of(item)
    )
    image._set_image_file_metadata()
    same = SiteImage.objects.filter(file_hash=image.file_hash).order_by("pk").first()
    if same:
        return {"image_id": same.pk, "facts": {}}
    image.save()
    return {"image_id": image.pk, "facts": facts_of(words_of(item))}


def _endings_of(file: IO[bytes]) -> tuple[str, ...]:
    """Return how a picture of this content may be called; nothing for what is none: `accept` refuses it."""
    try:
        with warnings.catch_warnings():
            # Our own limit is lower.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=("JPEG", "PNG", "WEBP", "AVIF"))
            return EXTENSIONS.get(picture.format or "", ())
    except (Image.DecompressionBombError, OSError, SyntaxError, ValueError, EOFError, MemoryError):
        return ()
    finally:
        file.seek(0)


def _sound(item: Item, file: IO[bytes]) -> str:
    kind = read_sound(file).kind
    ending = attachment.suffix(item)
    name = attachment.file_name(item, ending if SOUNDS[ending] == kind else _SOUND_SUFFIX[kind])
    year = (item.published_at or timezone.now()).year
    return default_storage.save(f"wordpress/{year}/{name}", File(file))


def _document(item: Item, file: IO[bytes], user: Any) -> str:
    """Keep it as the form for documents would, which knows what may be one."""
    upload = SimpleUploadedFile(attachment.file_name(item), file.read())
    collection = Collection.get_first_root_node()
    data = {"title": attachment.title(item), "collection": collection and collection.pk, "tags": ""}
    form = get_document_form(get_document_model())(data, {"file": upload})
    if not form.is_valid():
        raise ValidationError([word for words in form.errors.values() for word in words])
    document = form.save(commit=False)
    document.uploaded_by_user = user
    document.save()
    return str(document.file.name)
