"""Our own blocks travel through WordPress and come back equal; what was tampered with does not."""

import json
from typing import Any

import pytest

from blog.blocks.body import ArticleBody
from blog.blocks.choosers import already_fetched
from wordpress.bodies.gutenberg import parse
from wordpress.bodies.own_blocks import GIFT, decode, definitions
from wordpress.bodies.surroundings import Picture, Target
from wordpress.export.own_blocks import encode

SITE = "https://tij.example"


class There:
    """The site that is left: numbers to addresses."""

    def page(self, number: int) -> str:
        return f"{SITE}/blog/pagina-{number}/"

    def title(self, number: int) -> str:
        return f"Pagina <{number}>"

    def image(self, number: int) -> str:
        return f"{SITE}/media/beeld-{number}.jpg"

    def gift(self, number: int) -> str:
        return f"gift-{number}"

    def category(self, number: int) -> str:
        return f"categorie-{number}"


class Here:
    """The site that is come to: the same pages under a number that is a thousand higher."""

    def __init__(self, *, later: bool = False) -> None:
        self.later = later

    def is_own(self, address: str) -> bool:
        return address.startswith((SITE, "/"))

    def page(self, address: str) -> Target | None:
        found = address.removeprefix(f"{SITE}/blog/pagina-").strip("/")
        kind = "episode" if found == "8" else "article"
        return Target(1000 + int(found), kind) if found.isdigit() and not self.later else None

    def comes_later(self, address: str) -> bool:
        return self.later and address.startswith(f"{SITE}/blog/pagina-")

    def new_address(self, address: str) -> str:
        return address.removeprefix(SITE) if address.startswith(f"{SITE}/media/") else ""

    def picture(self, attachment: int, address: str) -> Picture | None:
        found = address.removeprefix(f"{SITE}/media/beeld-").removesuffix(".jpg")
        return Picture(1000 + int(found)) if found.isdigit() and not self.later else None

    def attached_pictures(self) -> list[int]:
        return []

    def attachment_address(self, attachment: int) -> str:
        return ""

    def gift(self, shortcode: str, attributes: dict[str, str]) -> int | None:
        return 1000 + int(attributes["id"].removeprefix("gift-")) if shortcode == GIFT else None

    def category(self, slug: str) -> int | None:
        return None

    def reusable(self, ref: int) -> str:
        return ""


def items(*values: Any) -> list[dict[str, Any]]:
    return [{"type": "item", "value": value, "id": "x"} for value in values]


RICH = (
    '<p>Een <b>vet</b> woord &amp; <a linktype="page" id="7">een pagina</a>.<br/>Regel</p>'
    "<ul><li>punt</li></ul>"
)
PICTURE = {"image": 3, "alt_text": "Een zee -- grijs", "decorative": False}
VALUES: dict[str, Any] = {
    "paragraph": RICH,
    "heading": {"text": "Kop -- <b>", "level": "h3", "anchor": "kop"},
    "image": {"image": PICTURE, "caption": "Eb", "width": "wide"},
    "gallery": {"images": items({"image": PICTURE, "caption": "Eb"}), "columns": "2"},
    "quote": {"text": "Ik blijf\nbij mij.", "source": "Een lezer", "kind": "client"},
    "insight": {"label": "remember", "text": RICH},
    "table": {
        "caption": "Eb en vloed",
        "table": {
            "columns": [{"type": "text", "heading": "Week"}, {"type": "text", "heading": "Wat"}],
            "rows": [{"values": ["Eén", "a --> b"]}],
            "caption": "",
        },
    },
    "divider": None,
    "note": {"text": "Nog een voorbeeld zoeken"},
    "case_study": {
        "names": "Hanne en Wout",
        "ages": "",
        "body": [
            {"type": "paragraph", "value": "<p>Zij belde.</p>", "id": "a"},
            {"type": "quote", "value": {"text": "Kom", "source": "", "kind": "saying"}, "id": "b"},
        ],
    },
    "patterns": {"title": "", "items": items({"term": "Trekken", "explanation": "Je zoekt contact."})},
    "signals": {"title": "Merk je", "items": items("Je slaapt licht.", 'Je zegt "ja".')},
    "reflection": {"title": "Vragen", "questions": items("Wat mis je?")},
    "faq": {"title": "", "items": items({"question": "Hoelang?", "answer": "<p>Lang.</p>"})},
    "read_also": {"page": 7, "text": ""},
    "listen_also": {"episode": 8, "text": "Luister"},
    "lead_magnet": {"magnet": 5},
    "call_to_action": {
        "title": "Samen?",
        "text": "",
        "button_text": "Plan",
        "page": None,
        "url": "https://a.example/?b=1&c=2",
    },
    "media_appearance": {"outlet": "Krant", "title": "‘Rouw’", "url": "", "date": "2025-03-01", "image": 3},
    "embed": {"url": "https://vimeo.com/1", "title": "Film", "thumbnail": 3},
    "audio": {"title": "Adem", "url": "https://elders.example/adem.mp3"},
}


def without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_ids(one) for key, one in value.items() if not (key == "id" and "type" in value)}
    return [without_ids(one) for one in value] if isinstance(value, list) else value


def moved(value: Any) -> Any:
    """Return a value with the numbers of the other site."""
    text = json.dumps(without_ids(value)).replace('id=\\"7\\"', 'id=\\"1007\\"')
    for name in ("page", "episode", "magnet", "image", "thumbnail"):
        for number in (3, 5, 7, 8):
            text = text.replace(f'"{name}": {number}', f'"{name}": {1000 + number}')
    return json.loads(text)


def there_and_back(kind: str, here: Here, waits_for: set[str]) -> dict[str, Any] | None:
    (block,) = parse(encode({"type": kind, "value": VALUES[kind]}, There()))
    assert not isinstance(block, str)
    return decode(block.name, block.attributes, here, waits_for)


def test_every_block_is_tried() -> None:
    assert set(VALUES) == set(definitions())


@pytest.mark.parametrize("kind", VALUES)
def test_a_block_comes_back_as_it_went(kind: str) -> None:
    waits_for: set[str] = set()
    back = there_and_back(kind, Here(), waits_for)
    assert back is not None
    assert back["type"] == kind
    assert without_ids(back["value"]) == moved(VALUES[kind])
    assert waits_for == set()
    # As a stream it is read without trouble.
    with already_fetched({"pages": {}, "pictures": {}, "gifts": {}}):
        assert [child.block_type for child in ArticleBody().to_python([back])] == [kind]


@pytest.mark.parametrize("kind", VALUES)
def test_no_comment_ends_before_its_block(kind: str) -> None:
    written = encode({"type": kind, "value": VALUES[kind]}, There())
    begin = written[len("<!--") : written.index("-->")]
    assert "--" not in begin
    assert "<" not in begin


@pytest.mark.parametrize(
    "kind", ["insight", "signals", "faq", "case_study", "read_also", "call_to_action", "quote"]
)
def test_its_words_can_be_read_without_us(kind: str) -> None:
    written = encode({"type": kind, "value": VALUES[kind]}, There())
    words = written[written.index("-->") : written.rindex("<!--")]
    expected = {
        "insight": "<b>vet</b>",
        "signals": "<li>Je slaapt licht.</li>",
        "faq": "<strong>Hoelang?</strong>",
        "case_study": "Zij belde.",
        "read_also": f'<a href="{SITE}/blog/pagina-7/">Pagina &lt;7&gt;</a>',
        "call_to_action": "https://a.example/?b=1&amp;c=2",
        "quote": "Ik blijf<br>bij mij.",
    }
    for kind, words in expected.items():
        written = encode({"type": kind, "value": VALUES[kind]}, There())
        assert words in written[written.index("-->") : written.rindex("<!--")]


def test_a_note_of_the_writer_is_not_among_the_words() -> None:
    assert encode({"type": "note", "value": VALUES["note"]}, There()).count("voorbeeld") == 1


def test_a_block_waits_for_its_page() -> None:
    waits_for: set[str] = set()
    assert there_and_back("read_also", Here(later=True), waits_for) is None
    assert waits_for == {f"{SITE}/blog/pagina-7/"}


def test_a_block_waits_for_its_picture() -> None:
    waits_for: set[str] = set()
    embed = there_and_back("embed", Here(later=True), waits_for)
    assert embed is not None
    assert embed["value"]["thumbnail"] is None
    assert waits_for == {f"{SITE}/media/beeld-3.jpg"}


HOSTILE: list[tuple[str, Any]] = [
    ("script", {"value": {}}),
    ("insight", {}),
    ("insight", {"value": "<p>tekst</p>"}),
    ("insight", {"value": {"label": "insight", "text": {"a": 1}}}),
    ("insight", {"value": {"label": "insight", "text": "<script>alert(1)</script>"}}),
    ("signals", {"value": {"title": "x", "items": "abc"}}),
    ("signals", {"value": {"title": "x", "items": [{"a": 1}, 3, None]}}),
    ("case_study", {"value": {"names": "x", "body": [{"type": "image", "value": {"image": 1}}]}}),
    ("read_also", {"value": {"page": 1, "text": "x"}}),
    ("image", {"value": {"image": {"image": 1, "alt_text": "x"}, "caption": ""}}),
    ("table", {"value": {"caption": "x", "table": {"columns": [{"type": "html"}], "rows": []}}}),
    ("audio", {"value": {"title": "x", "url": "javascript:alert(1)"}}),
    ("embed", {"value": {"title": "x", "url": "javascript:alert(1)"}}),
    ("heading", {"value": {"text": "\u0000\u0007", "level": "h2"}}),
]


@pytest.mark.parametrize(("kind", "attributes"), HOSTILE)
def test_what_is_none_of_our_blocks_does_not_get_in(kind: str, attributes: dict[str, Any]) -> None:
    assert decode(f"liefdesverdriet/{kind}", attributes, Here(), set()) is None


def test_what_is_unknown_in_a_block_is_dropped() -> None:
    value = {
        "label": "vreemd",
        "text": '<p onclick="x()">a<img src=x onerror=y><a href="javascript:z">b</a></p>',
        "extra": 1,
    }
    back = decode("liefdesverdriet/insight", {"value": value}, Here(), set())
    assert back is not None
    assert back["value"] == {"label": "insight", "text": "<p>ab</p>"}


def test_numbers_of_this_site_are_not_taken_from_a_file() -> None:
    value = {
        "label": "insight",
        "text": '<p><a linktype="page" id="1">a</a><embed embedtype="image" id="1"/></p>',
    }
    back = decode("liefdesverdriet/insight", {"value": value}, Here(), set())
    assert back is not None
    assert back["value"]["text"] == "<p>a</p>"
