"""Files that are no export, or that want to hurt who reads them."""

from collections.abc import Iterator
from pathlib import Path

from tests.wordpress.exports import export, item, pieces

WEB_PAGE = b"<!DOCTYPE html>\n<html><head><title>Inloggen</title></head><body>Niet ingelogd</body></html>"
FEED = (
    b'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Een blog</title>'
    b"<item><title>Een stuk</title></item></channel></rss>"
)
BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY a "haha">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
    )
    + "]>\n<rss><channel><title>&k;</title></channel></rss>"
).encode()


def reading_file(path: Path) -> bytes:
    """An export that wants a file of this machine in its title."""
    secret = f'<!DOCTYPE rss [<!ENTITY buit SYSTEM "{path.as_uri()}">]>\n<rss '
    return export([item(1, "Voor")]).replace(b"<rss ", secret.encode()).replace(b"Voor", b"&buit;")


def fetching(address: str) -> bytes:
    """An export whose DTD stands elsewhere."""
    return export([item(1)]).replace(b"<rss ", f'<!DOCTYPE rss SYSTEM "{address}">\n<rss '.encode())


def nested(levels: int, *, closed: bool = True) -> bytes:
    """Elements in elements, after an item that is well."""
    deep = "<diep>" * levels + ("</diep>" * levels if closed else "")
    return export([item(1), item(2, extra=deep)])


def cut_off(whole: bytes, at: bytes) -> bytes:
    """What was there before `at` stands in it for the last time."""
    return whole[: whole.rindex(at)]


def write(path: Path, parts: Iterator[str]) -> int:
    """Write a large file and return its size."""
    with path.open("w", encoding="utf-8") as file:
        for part in parts:
            file.write(part)
    return path.stat().st_size


def many_items(number: int, content: str) -> Iterator[str]:
    return pieces(item(key, f"Bericht {key}", content=content) for key in range(1, number + 1))


def one_huge_item(signs: int) -> Iterator[str]:
    """An item of so many signs in one line, between two that are well."""
    mark = "@@"
    whole = export([item(1, "Voor"), item(2, "Reus", content=mark), item(3, "Na")]).decode()
    before, after = whole.split(mark)
    yield before
    for _ in range(signs // 100_000):
        yield "liefde en verdriet, " * 5_000
    yield after


def endless_declarations(number: int) -> Iterator[str]:
    """So many elements whose family was never told, each of another name: what parsers like to remember."""
    yield export([item(1)]).decode().removesuffix("</channel>\n</rss>\n")
    for key in range(number):
        yield f"<naam{key % 50_000}:veld>x</naam{key % 50_000}:veld>"
    yield "</channel>\n</rss>\n"


def packed_bomb(path: Path, megabytes: int) -> None:
    """A small .gz of so much nothing."""
    import gzip

    with gzip.open(path, "wb", compresslevel=9) as file:
        file.write(export([item(1)]).removesuffix(b"</channel>\n</rss>\n"))
        for _ in range(megabytes):
            file.write(b" " * 1_000_000)
