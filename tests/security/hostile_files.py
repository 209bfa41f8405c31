"""Files that somebody could try to upload, made here: nothing hostile lies in the repository."""

import io
import struct
import zipfile
import zlib
from functools import cache

from PIL import Image

PAGE = b"<html><script>alert(1)</script></html>"
# Utrecht, as a telephone writes it down.
PLACE = {1: "N", 2: (52.0, 5.0, 27.0), 3: "E", 4: (5.0, 7.0, 17.0)}
CAMERA, OWNER = "Telefoon 14", "Hanne de Vries"


def picture(kind: str, size: tuple[int, int] = (48, 32), held: int = 1, **options) -> bytes:
    """Return a picture, its left half red, with the notes of a camera: place, owner, how it was held."""
    image = Image.new("RGB", size, "white")
    image.paste((200, 20, 20), (0, 0, size[0] // 2, size[1]))
    notes = Image.Exif()
    notes[0x0110], notes[0x013B], notes[0x0112] = CAMERA, OWNER, held
    notes.get_ifd(0x8825).update(PLACE)
    target = io.BytesIO()
    image.save(target, kind, exif=notes.tobytes(), **options)
    return target.getvalue()


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few kilobytes that says it is this large, and begins so."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\x00" * (1 + 3 * width)
    # More of it is never read.
    rows = b"".join(packer.compress(row) for _ in range(min(height, 200))) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def jpeg_that_says(width: int, height: int) -> bytes:
    """Return a JPEG whose header says that it is this large."""
    data = bytearray(picture("JPEG"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def animated(kind: str, frames: int, size: tuple[int, int]) -> bytes:
    first, *others = [
        Image.new("RGB", size, (number * 8, 255 - number * 8, number * 80 % 256)) for number in range(frames)
    ]
    target = io.BytesIO()
    first.save(target, kind, save_all=True, append_images=others)
    return target.getvalue()


def archive(**entries: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return target.getvalue()


def pdf(inside: bytes = b"") -> bytes:
    return b"%PDF-1.4\n1 0 obj<<>>endobj\n" + inside + b"\ntrailer<<>>\n%%EOF\n"


@cache
def hostile_pictures() -> dict[str, tuple[str, bytes]]:
    """Return what must be refused as a picture: why, the name it comes under, its bytes."""
    jpeg, png, webp, avif = (picture(kind) for kind in ("JPEG", "PNG", "WEBP", "AVIF"))
    gif = io.BytesIO()
    Image.new("P", (4, 4)).save(gif, "GIF")
    tiff = io.BytesIO()
    Image.new("RGB", (4, 4)).save(tiff, "TIFF")
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    big = [picture("JPEG", (2400, 1600)), picture("PNG", (2400, 1600)), picture("WEBP", (2400, 1600))]
    return {
        "nothing": ("leeg.jpg", b""),
        "SVG": ("eb.svg", svg),
        "SVG called PNG": ("eb.png", svg),
        "SVG with a declaration called JPEG": ("eb.jpg", b'<?xml version="1.0"?>' + svg),
        "page called JPEG": ("eb.jpg", PAGE),
        "page called WebP": ("eb.webp", b"RIFF\x24\x00\x00\x00WEBP" + PAGE),
        "GIF": ("eb.gif", gif.getvalue()),
        "GIF called PNG": ("eb.png", gif.getvalue()),
        "GIF that is also a page": ("eb.jpg", b"GIF89a/*" + PAGE + b"*/=1;"),
        "TIFF called JPEG": ("eb.jpg", tiff.getvalue()),
        "PDF called JPEG": ("eb.jpg", pdf()),
        "archive called JPEG": ("eb.jpg", archive(eb=b"x")),
        "PNG called JPEG": ("eb.jpg", png),
        "JPEG called SVG": ("eb.svg", jpeg),
        "JPEG called PHP": ("eb.jpg.php", jpeg),
        "JPEG with an archive behind it": ("eb.jpg", jpeg + archive(eb=PAGE)),
        "JPEG with a page behind it": ("eb.jpg", jpeg + PAGE),
        "JPEG with a program in its comment": (
            "eb.jpg",
            jpeg[:2] + b"\xff\xfe\x00\x17<?php echo 1; exit(); " + jpeg[2:],
        ),
        "PNG with a page behind it": ("eb.png", png + PAGE),
        "PNG with a page in a text chunk": ("eb.png", png[:33] + _chunk(b"tEXt", b"eb\0" + PAGE) + png[33:]),
        "PNG with an archive behind it": ("eb.png", png + archive(eb=b"x")),
        "WebP with a page behind it": ("eb.webp", webp + PAGE),
        "AVIF with a page behind it": ("eb.avif", avif + PAGE),
        "AVIF with a PDF behind it": ("eb.avif", avif + pdf()),
        "JPEG cut off": ("eb.jpg", big[0][: len(big[0]) // 2]),
        "JPEG cut off near its end": ("eb.jpg", big[0][:-40]),
        "JPEG without a picture": ("eb.jpg", b"\xff\xd8\xff\xd9"),
        "PNG cut off": ("eb.png", big[1][: len(big[1]) // 2]),
        "PNG without an end": ("eb.png", big[1][:-12]),
        "PNG with a wrong checksum": ("eb.png", png[:50] + bytes([png[50] ^ 1]) + png[51:]),
        "WebP cut off": ("eb.webp", big[2][: len(big[2]) // 2]),
        "AVIF cut off": ("eb.avif", avif[: len(avif) // 2]),
        "PNG of 40.4 million": ("eb.png", png_bomb(6400, 6320)),
        "PNG of 400 million": ("eb.png", png_bomb(20_000, 20_000)),
        "PNG of 4 billion": ("eb.png", png_bomb(65_000, 65_000)),
        "JPEG of 4 billion": ("eb.jpg", jpeg_that_says(65_000, 65_000)),
        "JPEG of 64 million": ("eb.jpg", jpeg_that_says(8_000, 8_000)),
        "WebP of 30 frames, 45 million together": ("eb.webp", animated("WEBP", 30, (1500, 1000))),
        "PNG of 30 frames, 45 million together": ("eb.png", animated("PNG", 30, (1500, 1000))),
        "more bytes than allowed": ("eb.jpg", jpeg + b"\x00" * 21 * 1024 * 1024),
    }


def hostile_documents() -> dict[str, tuple[str, bytes]]:
    """Return what must be refused as a document: why, the name it comes under, its bytes."""
    return {
        "page": ("eb.html", PAGE),
        "page called PDF": ("eb.pdf", PAGE),
        "SVG": ("eb.svg", b"<svg/>"),
        "SVG called PDF": ("eb.pdf", b"<svg onload=alert(1)/>"),
        "program": ("eb.exe", b"MZ\x90\x00" + b"\x00" * 100),
        "program called ZIP": ("eb.zip", b"MZ\x90\x00" + b"\x00" * 100),
        "PDF called MP3": ("eb.mp3", pdf()),
        "PDF called by a page's name": ("eb.pdf.html", pdf()),
        "ZIP called EPUB": ("eb.epub", archive(eb=b"x")),
        "PDF cut off": ("eb.pdf", pdf()[:-12]),
        "ZIP cut off": ("eb.zip", archive(eb=b"x" * 500)[:-30]),
        "PDF that is also an archive": ("eb.pdf", pdf() + archive(eb=PAGE)),
        "PDF that is also a page": ("eb.pdf", pdf(PAGE)),
        "MP3 that is also a page": ("eb.mp3", b"ID3\x04\x00\x00\x00\x00\x00\x7f" + PAGE),
        "MP3 that is also an archive": ("eb.mp3", b"ID3\x04\x00\x00\x00\x00\x00\x7f" + archive(eb=b"x")),
        "picture called ZIP": ("eb.zip", picture("JPEG")),
        "nothing": ("eb.pdf", b""),
    }
