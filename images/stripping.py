"""Take out of a picture's file what is not picture: where it was taken, by whom, what hangs behind it.

Lossless: the parts that hold picture, colours and movement are copied as they are; how the camera was held is
written down again by itself. Sources: ITU T.81 B.1 (JPEG), the PNG specification 5, RFC 9649 (WebP), ISO
14496-12 4.2 (the boxes of AVIF).
"""

import io
import re
import struct
import zlib

from PIL import Image, ImageOps

ORIENTATION = 0x0112
_EXIF = b"Exif\x00\x00"
_JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs cICP acTL fcTL fdAT".split()
)
_WEBP_KEPT = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04
_AVIF_BOXES = frozenset((b"ftyp", b"meta", b"mdat", b"moov", b"moof", b"free", b"skip", b"sidx"))
_AVIF_QUALITY = 90


class Damaged(ValueError):
    """The file ends too soon, or is not built as its kind is."""


def stripped(data: bytes) -> bytes:
    """Return the file with nothing but its picture. Raises Damaged; also for other kinds of files."""
    try:
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data.startswith(_PNG_SIGNATURE):
            return _png(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
        if data[4:12] in (b"ftypavif", b"ftypavis"):
            return _avif(data)
    except (struct.error, IndexError) as error:
        raise Damaged("a part of the file is missing") from error
    raise Damaged("no JPEG, PNG, WebP or AVIF")


def orientation(exif: bytes) -> int:
    """Return how the camera was held, 1 to 8 (Exif 2.3, 4.6.4), 1 where that is not told."""
    notes = Image.Exif()
    try:
        notes.load(exif)
        found = notes.get(ORIENTATION, 1)
    except (SyntaxError, ValueError, KeyError, struct.error, OSError):
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _turned(held: int) -> bytes:
    """Return Exif that says how the camera was held and nothing else, as TIFF."""
    return b"II*\x00\x08\x00\x00\x00\x01\x00" + struct.pack("<HHIHHI", ORIENTATION, 3, 1, held, 0, 0)


def _jpeg(data: bytes) -> bytes:
    parts, position, held = [], 2, 1
    while True:
        if data[position] != 0xFF:
            raise Damaged("no marker where one belongs")
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker == 0xD9:
            break
        (length,) = struct.unpack_from(">H", data, position + 2)
        end = position + 2 + length
        if length < 2 or end > len(data):
            raise Damaged("a segment goes on behind the end")
        body = data[position + 4 : end]
        if marker == 0xE1 and body.startswith(_EXIF):
            held = orientation(body)
        if marker == 0xDA:
            following = _JPEG_MARKER.search(data, end)
            if following is None:
                raise Damaged("the picture does not end")
            end = following.start()
        if _is_picture_in_jpeg(marker, body):
            parts.append(data[position:end])
        position = end
    exif = _EXIF + _turned(held)
    notes = [b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif] if held != 1 else []
    # JFIF goes first (T.871, 10.1).
    first = 1 if parts and parts[0].startswith(b"\xff\xe0") else 0
    return b"".join([b"\xff\xd8", *parts[:first], *notes, *parts[first:], b"\xff\xd9"])


def _is_picture_in_jpeg(marker: int, body: bytes) -> bool:
    """Tell whether a segment is needed to show the picture: tables, frames, JFIF, Adobe's, colours."""
    if marker == 0xFE or 0xE0 <= marker <= 0xEF:
        return (
            (marker == 0xE0 and body.startswith(b"JFIF\x00"))
            or (marker == 0xE2 and body.startswith(b"ICC_PROFILE\x00"))
            or (marker == 0xEE and body.startswith(b"Adobe"))
        )
    return True


def _png(data: bytes) -> bytes:
    parts, position, held = [_PNG_SIGNATURE], 8, 1
    while True:
        length, name = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        if end > len(data):
            raise Damaged("a chunk goes on behind the end")
        body = data[position + 8 : end - 4]
        if zlib.crc32(name + body) != struct.unpack_from(">I", data, end - 4)[0]:
            raise Damaged("a chunk has another checksum")
        if name == b"eXIf":
            held = orientation(body)
        if name == b"IDAT" and held != 1:
            exif = _turned(held)
            parts.append(struct.pack(">I", len(exif)) + b"eXIf" + exif)
            parts.append(struct.pack(">I", zlib.crc32(b"eXIf" + exif)))
            held = 1
        if name in _PNG_KEPT:
            parts.append(data[position:end])
        position = end
        if name == b"IEND":
            return b"".join(parts)


def _webp(data: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", data, 4)
    if 8 + size > len(data):
        raise Damaged("the file is shorter than it says")
    parts, position, held = [], 12, 1
    while position + 8 <= 8 + size:
        name, length = struct.unpack_from("<4sI", data, position)
        end = position + 8 + length + length % 2
        if position + 8 + length > len(data):
            raise Damaged("a chunk goes on behind the end")
        body = data[position + 8 : position + 8 + length]
        if name == b"EXIF":
            held = orientation(body)
        if name in _WEBP_KEPT:
            parts.append([name, body])
        position = end
    if parts and parts[0][0] == b"VP8X":
        flags = parts[0][1][0] & ~(_WEBP_EXIF | _WEBP_XMP)
        if held != 1:
            parts.append([b"EXIF", _turned(held)])
            flags |= _WEBP_EXIF
        parts[0][1] = bytes([flags]) + parts[0][1][1:]
    chunks = [name + struct.pack("<I", len(body)) + body + b"\x00" * (len(body) % 2) for name, body in parts]
    whole = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def _avif(data: bytes) -> bytes:
    position = 0
    while position < len(data):
        size, name = struct.unpack_from(">I4s", data, position)
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, position + 8)
        size = size or len(data) - position
        if name not in _AVIF_BOXES:
            break
        if size < 8 or position + size > len(data):
            raise Damaged("a box goes on behind the end")
        position += size
    data = data[:position]
    with Image.open(io.BytesIO(data), formats=("AVIF",)) as picture:
        if not (set(picture.getexif()) - {ORIENTATION} or picture.info.get("xmp")):
            return data
        # Its notes stand among its picture; few cameras write AVIF. It is written again, upright.
        target = io.BytesIO()
        upright = ImageOps.exif_transpose(picture)
        upright.save(
            target,
            "AVIF",
            quality=_AVIF_QUALITY,
            exif=b"",
            xmp=b"",
            icc_profile=picture.info.get("icc_profile"),
        )
        return target.getvalue()
