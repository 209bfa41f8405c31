import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.fields.files import FieldFile

from leads.files import recognise
from leads.models import LeadMagnetFile


def archive(first: str = "brief.txt", content: str = "hallo") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zipped:
        zipped.writestr(first, content)
    return buffer.getvalue()


EPUB = archive("mimetype", "application/epub+zip")
SAMPLES = {
    "pdf": b"%PDF-1.7\n",
    "epub": EPUB,
    "zip": archive(),
    "mp3": b"ID3\x04\x00" + bytes(20),
}
OTHERS = {
    "html": b"<!doctype html><script>alert(1)</script>",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "exe": b"MZ\x90\x00",
    "broken zip": b"PK\x03\x04" + bytes(40),
    "late pdf": b"<script></script>%PDF-1.7",
    "empty": b"",
    "png": b"\x89PNG\r\n\x1a\n",
}


def check(name: str, content: bytes) -> None:
    field = LeadMagnetFile._meta.get_field("file")
    upload = SimpleUploadedFile(name, content)
    value = FieldFile(LeadMagnetFile(), field, name)
    value.file, value._committed = upload, False
    for validator in field.validators:
        validator(value)


@pytest.mark.parametrize("kind", SAMPLES)
def test_gift_is_recognised_by_its_content(kind):
    assert recognise(io.BytesIO(SAMPLES[kind])) == kind
    check(f"cadeau.{kind}", SAMPLES[kind])


@pytest.mark.parametrize("name", OTHERS)
def test_anything_else_is_refused(name):
    assert recognise(io.BytesIO(OTHERS[name])) is None
    with pytest.raises(ValidationError):
        check("cadeau.pdf", OTHERS[name])


def test_bare_mp3_frames_are_recognised():
    assert recognise(io.BytesIO(b"\xff\xfb\x90\x64" + bytes(100))) == "mp3"


def test_name_must_say_what_it_is():
    with pytest.raises(ValidationError, match="inhoud"):
        check("cadeau.pdf", archive())
    with pytest.raises(ValidationError):
        check("cadeau.html", SAMPLES["pdf"])


def test_too_large_is_refused(settings):
    settings.GIFT_MAX_BYTES = 4
    with pytest.raises(ValidationError, match="hooguit"):
        check("cadeau.pdf", SAMPLES["pdf"])
